"""Fills in a page's amounts, contacts and council names on the day it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kiosk.content.easy_read import EasyRead
from kiosk.content.guides import Guide
from kiosk.content.library import Library
from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    ContactRef,
    Document,
    FigureRef,
    Heading,
    Inline,
    Inlines,
    Link,
    Paragraph,
    PictureRow,
    SlotRef,
    Step,
    Steps,
    Table,
    Text,
)
from kiosk.language import Words
from kiosk.phone_numbers import keep_together

ASK_COUNCIL = ("council.adult-social-care", "council.safeguarding", "council.out-of-hours")
"""Contacts whose place is taken by "ask your council" where a source does not give them."""


def resolve_guide(guide: Guide, library: Library, words: Words, today: date) -> Document:
    """The guide as a document ready to be shown, read aloud or printed.

    On a sensitive page only verified safety contacts are shown. A figure that is out of date is shown with a notice;
    one that is missing or unverified is never shown as certain.
    """
    filler = _Filler(library, words, today, guide.sensitive)
    blocks = tuple(filler.blocks(guide.document.blocks))
    if guide.steps:
        first = 1 if blocks and isinstance(blocks[0], Callout) else 0
        blocks = (*blocks[:first], *_journey(guide, library, words), *blocks[first:])
    return replace(guide.document, blocks=blocks, notices=tuple(_notices(guide, filler.stale, words, today)))


def resolve_easy_read(page: EasyRead, library: Library, words: Words, today: date) -> Document:
    """An Easy Read page ready to be shown, read aloud or printed; only the numbers that are safe on any page."""
    guide = library.guide(page.id, page.lang)
    filler = _Filler(library, words, today, guide is not None and guide.sensitive)
    blocks = tuple(filler.blocks(page.document.blocks))
    notices = tuple(_notices(page, filler.stale, words, today))
    return replace(page.document, blocks=blocks, notices=notices)


def _journey(guide: Guide, library: Library, words: Words) -> Iterator[Block]:
    """The pages of a journey as numbered steps: the page's title leads there, and its summary says what it is about."""
    titles = {title.id: title for title in library.titles(words.language)}
    pages = [titles[key] for key in guide.steps if key in titles]
    if not pages:
        return
    # Translators: stands over the numbered pages of a journey such as "Coming out of hospital".
    yield Heading(2, (Text(words.gettext("The steps"), lang=words.language),))
    yield Steps(
        tuple(
            Step((Link(page.title, f"guide:{page.id}", page.lang), Text(f". {page.summary}", lang=page.lang)))
            for page in pages
        )
    )


def shown_contact(library: Library, key: str, safety_only: bool = False) -> ContactCard | None:
    """A contact as it may be shown, or None when it is unknown, has nothing verified, or may not stand on the page."""
    contact = library.contact(key)
    if contact is None or (safety_only and not (contact.safety and contact.verified)):
        return None
    card = contact.card()
    return card if card.phone or card.web else None


def _notices(guide: Guide | EasyRead, stale: bool, words: Words, today: date) -> Iterator[str]:
    _ = words.gettext
    if isinstance(guide, Guide) and guide.draft_translation:
        yield _("Draft translation, not yet checked.")
    elif guide.lang != words.language:
        yield _("This page is not yet in your language. It is shown in English.")
    if guide.review_by and guide.review_by < today:
        yield _(
            "This page was due to be checked by {date}. Parts may be out of date. Ask before you rely on it."
        ).format(date=words.date(guide.review_by))
    elif guide.reviewed and guide.review_by:
        # Translators: under a page's title; both fields are dates.
        yield _("Reviewed {reviewed} · to be checked by {review_by}").format(
            reviewed=words.date(guide.reviewed), review_by=words.date(guide.review_by)
        )
    if stale:
        yield _("An amount on this page is out of date. Ask the council for the amount now.")


class _Filler:
    """Walks one page; remembers whether an amount on it was out of date."""

    def __init__(self, library: Library, words: Words, today: date, safety_only: bool) -> None:
        self._library = library
        self._words = words
        self._today = today
        self._safety_only = safety_only
        self._council: dict[str, str] | None = None
        self.stale = False

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, ContactRef):
                yield from self._contact(block.key)
            elif isinstance(block, (Heading, Paragraph, PictureRow)):
                yield replace(block, inlines=self._inlines(block.inlines))
            elif isinstance(block, (BulletList, Checklist)):
                yield replace(block, items=tuple(self._inlines(item) for item in block.items))
            elif isinstance(block, Steps):
                yield Steps(tuple(Step(self._inlines(step.inlines), step.join) for step in block.items))
            elif isinstance(block, Table):
                rows = tuple(tuple(self._inlines(cell) for cell in row) for row in block.rows)
                yield Table(tuple(self._inlines(cell) for cell in block.header), rows)
            elif isinstance(block, Callout):
                inner = tuple(self.blocks(block.blocks))
                if inner:
                    yield Callout(block.level, inner)
            else:
                yield block

    def _contact(self, key: str) -> Iterator[Block]:
        card = shown_contact(self._library, key, self._safety_only)
        if card is not None:
            yield card
        elif key in ASK_COUNCIL:
            yield Paragraph((Text(ask_council_sentence(key, self._words), lang=self._words.language),))

    def _inlines(self, inlines: Inlines) -> Inlines:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        _ = self._words.gettext
        if isinstance(inline, FigureRef):
            figure, old = self._library.figure(inline.key, self._today)
            self.stale = self.stale or old
            if figure is None:
                # Translators: stands in a sentence where an amount of money would stand.
                return Text(_("(ask the council for this amount)"), strong=True)
            return Text(self._words.amount(figure.text()), strong=True)
        if isinstance(inline, SlotRef):
            if self._council is None:
                self._council = self._library.council()
            return Text(self._council.get(inline.name) or _("your council"))
        if isinstance(inline, Text):
            return replace(inline, text=keep_together(inline.text))
        return inline


def ask_council_sentence(key: str, words: Words) -> str:
    """What stands in place of a council number that this edition does not have; never an invented number."""
    _ = words.gettext
    if key == "council.safeguarding":
        return _(
            "To reach the safeguarding team, ask your council. The people who work here can help you find the number."
        )
    return _("Ask your council for adult social care. The people who work here can help you find the number.")
