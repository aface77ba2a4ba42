"""Asks an open edition for what a visitor chose, and makes the request of a booklet from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.booklet.model import BookletRequest, Chosen, Letters, Size, Whom
from kiosk.content.easy_read import easy_read_title
from kiosk.content.library import EASY_READ, GuideTitle
from kiosk.content.resolve import ask_council_sentence, resolve_easy_read, resolve_guide, shown_contact
from kiosk.document.blocks import ContactCard, Document
from kiosk.edition.reader import Edition
from kiosk.errors import InputError
from kiosk.language import Words

SAFETY_KEYS = (
    "emergency.999",
    "nhs.111",
    "emergency.101",
    "council.adult-social-care",
    "council.safeguarding",
    "council.out-of-hours",
    "national.samaritans",
)
"""Contacts of "Who to ring", in order; one that the edition does not have or has not verified is left out."""

_COUNCIL = "council.adult-social-care"
_SENSITIVE_TYPES = frozenset({"safeguarding-abuse"})


@dataclass(frozen=True, slots=True)
class Choices:
    """What one person chose. `topics` add their guides; `guides` and `services` name single ones.

    The Easy Read form of a guide is named as ``easy-read/`` and the guide's id, among the guides or the topics.
    """

    topics: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    size: Size = "standard"
    letters: Letters = "plain"
    whom: Whom = "me"
    include_sensitive: bool = False
    note: str = ""
    help_from: str = ""


def gather(edition: Edition, choices: Choices, words: Words, now: datetime) -> BookletRequest:
    """The request for `kiosk.booklet.compose.compose`, everything in the language of `words`.

    Raises `InputError` for a topic, guide or service that this edition does not have.
    """
    manifest = edition.manifest
    return BookletRequest(
        language=words.language,
        size=choices.size,
        letters=choices.letters,
        whom=choices.whom,
        area=manifest.area,
        demonstration=manifest.demonstration,
        trust=manifest.trust,
        printed_on=now.date(),
        data_as_of=_day(manifest.built_on),
        safety=_safety(edition),
        ring_note=_ring_note(edition, words),
        formats_contact=_card(edition, _COUNCIL),
        help_from=choices.help_from,
        guides=tuple(_guides(edition, choices, words, now.date())),
        services=tuple(_services(edition, choices, words, now)),
        questions=tuple(_questions(edition, choices, words)),
        include_sensitive=choices.include_sensitive,
        note=choices.note,
    )


def _guides(edition: Edition, choices: Choices, words: Words, today: date) -> Iterator[Chosen]:
    library = edition.library
    for page_id in guide_ids(edition, choices, words):
        guide = library.guide(page_id.removeprefix(EASY_READ), words.language)
        if guide is None:
            continue
        if not page_id.startswith(EASY_READ):
            yield Chosen(resolve_guide(guide, library, words, today), guide.sensitive)
        elif page := library.easy_read(guide.id, words.language):
            document = resolve_easy_read(page, library, words, today)
            title = easy_read_title(page.title, page.lang)
            yield Chosen(replace(document, id=page_id, title=title), guide.sensitive)


def guide_ids(edition: Edition, choices: Choices, words: Words) -> tuple[str, ...]:
    """The guides that go in, in the order of the topics: the core ones, those on the topics, and those chosen.

    The Easy Read form of a guide stands before it.
    """
    titles = edition.library.titles(words.language)
    topics = {title.topic for title in titles} | {topic.id for topic in edition.library.topics()}
    wanted = (*choices.topics, *choices.guides)
    if any(page_id.startswith(EASY_READ) for page_id in wanted):
        titles = _with_easy_read(titles, edition.library.easy_titles(words.language))
    known = {title.id for title in titles}
    for page_id in choices.topics:
        if page_id not in topics and page_id not in known:
            raise InputError(f"there is no topic or guide called {page_id}")
    for page_id in choices.guides:
        if page_id not in known:
            raise InputError(f"there is no guide called {page_id}")
    return tuple(
        title.id
        for title in titles
        if title.id in wanted
        or title.booklet == "core"
        or (title.booklet == "on-topic" and title.topic in choices.topics)
    )


def _with_easy_read(titles: list[GuideTitle], easy: list[GuideTitle]) -> list[GuideTitle]:
    forms = {title.id: title for title in easy}
    pairs = ((forms.get(EASY_READ + title.id), title) for title in titles)
    return [title for pair in pairs for title in pair if title is not None]


def _services(edition: Edition, choices: Choices, words: Words, now: datetime) -> list[Chosen]:
    if not choices.services:
        return []
    from kiosk.directory.service_page import service_document

    found = []
    for key in choices.services:
        service = edition.service(key)
        if service is None:
            raise InputError(f"there is no service called {key}")
        sensitive = bool(_SENSITIVE_TYPES.intersection(service.facet_ids("type")))
        found.append(Chosen(service_document(service, words, now, print_form=True), sensitive))
    return found


def _questions(edition: Edition, choices: Choices, words: Words) -> list[Document]:
    """One page for each kind of care among the services: care homes, home care."""
    if not choices.services:
        return []
    from kiosk.directory.care_questions import questions_page
    from kiosk.directory.choosing import KINDS, kinds_of

    services = filter(None, map(edition.service, choices.services))
    kinds = {kind for service in services for kind in kinds_of(service)}
    return [questions_page(kind, words) for kind in KINDS if kind in kinds]


def _safety(edition: Edition) -> tuple[ContactCard, ...]:
    cards = (shown_contact(edition.library, key, safety_only=True) for key in SAFETY_KEYS)
    return tuple(card for card in cards if card is not None and card.phone)


def _ring_note(edition: Edition, words: Words) -> str:
    """What stands in place of the council's number where it may not be shown."""
    known = shown_contact(edition.library, _COUNCIL, safety_only=True)
    return "" if known else ask_council_sentence(_COUNCIL, words)


def _card(edition: Edition, key: str) -> ContactCard | None:
    return shown_contact(edition.library, key)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
