"""Asks an open edition for what a visitor chose, and makes the request of a booklet from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.booklet.model import BookletRequest, Chosen, Letters, Size, Whom
from kiosk.content.resolve import ask_council_sentence, resolve_guide, shown_contact
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
    """What one person chose. `topics` add their guides; `guides` and `services` name single ones."""

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


def _guides(edition: Edition, choices: Choices, words: Words, today: date) -> list[Chosen]:
    found = []
    for guide_id in guide_ids(edition, choices, words):
        guide = edition.library.guide(guide_id, words.language)
        if guide is not None:
            found.append(Chosen(resolve_guide(guide, edition.library, words, today), guide.sensitive))
    return found


def guide_ids(edition: Edition, choices: Choices, words: Words) -> tuple[str, ...]:
    """The guides that go in, in the order of the topics: the core ones, those on the topics, and those chosen."""
    titles = edition.library.titles(words.language)
    topics = {title.topic for title in titles} | {topic.id for topic in edition.library.topics()}
    known = {title.id for title in titles}
    for wanted in choices.topics:
        if wanted not in topics and wanted not in known:
            raise InputError(f"there is no topic or guide called {wanted}")
    for wanted in choices.guides:
        if wanted not in known:
            raise InputError(f"there is no guide called {wanted}")
    named = {*choices.guides, *choices.topics}
    return tuple(
        title.id
        for title in titles
        if title.id in named
        or title.booklet == "core"
        or (title.booklet == "on-topic" and title.topic in choices.topics)
    )


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
