"""From a visit to a booklet: what goes in, in the visitor's words, and how it is laid out on a worker thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.booklet.compose import compose
from kiosk.booklet.gather import Choices, gather
from kiosk.booklet.model import Booklet, Size
from kiosk.booklet.render import Rendered, render_all
from kiosk.content.library import GuideTitle
from kiosk.language import Words, words_in
from kiosk.ui.background import run_in_background
from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.document.blocks import Document
    from kiosk.document.reading import Reading
    from kiosk.ui.screen import Screen

Typesetter = Callable[[Callable[[Rendered], None], Callable[[Exception], None]], None]
"""Takes what to call with a booklet that is set, and what to call with the error when it cannot be."""

PRINT_SIZES: tuple[Size, ...] = ("standard", "large", "giant")
_SIZE_FOR_SCREEN: dict[str, Size] = {"standard": "standard", "large": "large", "larger": "large", "largest": "giant"}


def booklet_size(session: Session) -> Size:
    """The print size: as chosen, or the one that goes with the text size of the screen."""
    chosen = session.visit.booklet.size
    return next((size for size in PRINT_SIZES if size == chosen), _SIZE_FOR_SCREEN[session.visit.display.text_size])


def booklet_language(session: Session) -> str:
    """The booklet's language: as chosen, or the screen's."""
    return session.visit.booklet.language or session.visit.language


def possible_guides(session: Session) -> list[GuideTitle]:
    """Every guide that may go into a booklet, then every Easy Read page; what is about abuse only after a yes."""
    library, visit = session.edition.library, session.visit
    with_sensitive = visit.booklet.with_sensitive
    guides = [
        t
        for t in library.titles(visit.language)
        if t.booklet != "no" or (t.sensitive and with_sensitive) or t.id in visit.guides
    ]
    return guides + [t for t in library.easy_titles(visit.language) if with_sensitive or not t.sensitive]


def chosen_guides(session: Session) -> tuple[str, ...]:
    """Ids of the pages that go in: as ticked, or the core guides and whatever was kept."""
    plan, titles = session.visit.booklet, possible_guides(session)
    kept = set(session.visit.guides)
    if plan.guides is None:
        wanted = {t.id for t in titles if t.booklet == "core" and not t.sensitive} | kept
    else:
        wanted = set(plan.guides) | kept
    return tuple(t.id for t in titles if t.id in wanted and (plan.with_sensitive or not t.sensitive))


def booklet_of(session: Session, with_note: bool = True) -> Booklet:
    """The booklet as the visit plans it now, with or without what the visitor wrote."""
    plan = session.visit.booklet
    words = words_in(booklet_language(session))
    wanted = chosen_guides(session)
    services = tuple(key for key in session.visit.shortlist if session.edition.service(key) is not None)
    choices = Choices(
        guides=wanted,
        services=services,
        size=booklet_size(session),
        whom="someone" if plan.for_whom == "someone" else "me",
        include_sensitive=plan.with_sensitive,
        note=plan.note if with_note else "",
        help_from=session.settings.text("site.help_from"),
    )
    request = gather(session.edition, choices, words, session.now())
    guides = tuple(chosen for chosen in request.guides if chosen.document.id in wanted)
    results = (*_guided(session, words), *_estimates(session, words))
    return compose(replace(request, guides=guides, estimates=results), words)


def _guided(session: Session, words: Words) -> Iterator[Document]:
    """What was kept of Help me choose."""
    if session.visit.kept_count and session.visit.choosing.kept_count:
        from kiosk.ui.guided_booklet import guided_pages

        yield from guided_pages(session, words)


def _estimates(session: Session, words: Words) -> Iterator[Document]:
    """The results that were kept, worked out anew in the booklet's language."""
    for key in session.visit.estimates.kept:
        from kiosk.errors import InputError
        from kiosk.ui.asking import Asking

        asking = Asking(session, key)
        if asking.estimator is None or asking.open_question() is not None:
            continue
        try:
            yield asking.estimator.page(asking.answers, session.edition.library, words, session.today())
        except InputError:
            continue


def booklet_aloud(session: Session) -> tuple[Reading, ...]:
    """Every page of the booklet for the voice; not what the visitor wrote, since other people may hear it."""
    from kiosk.document.reading import Reading, readings

    booklet = booklet_of(session, with_note=False)
    cover = booklet.cover
    said = ". ".join(filter(None, (cover.title, cover.whom, cover.area, *cover.labels, *cover.lines)))
    found = [Reading("booklet.cover", said, booklet.language)]
    for number, document in enumerate(booklet.documents):
        found += [Reading(f"booklet.{number}.{item.path}", item.text, item.lang) for item in readings(document)]
    return tuple(found)


def lay_out(
    screen: Screen,
    done: Callable[[Rendered], None],
    failed: Callable[[Exception], None],
    *,
    pdf: bool = False,
    pictures: bool = False,
    ppi: float = 72,
) -> None:
    """Set the visit's booklet in a child process, off the screen's thread, and hand over what came out.

    Nothing is written.
    """
    if screen.session.typesetter is not None:
        screen.session.typesetter(done, failed)
        return
    booklet = booklet_of(screen.session)
    run_in_background(
        screen, lambda: render_all(booklet, pdf=pdf, pictures=() if pictures else None, ppi=ppi), done, failed
    )
