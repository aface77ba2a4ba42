"""The result of Help me choose as one page: what fits best, pages, services, and equipment room by room, with reasons.

For the booklet, plain text and the voice. The screen shows the same as rows that can be kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.choose.finder import Chosen, ChosenPage, ChosenService, Idea
from kiosk.choose.safety import Worry
from kiosk.content.choose_data import ChooseData, Room, said
from kiosk.content.library import Library
from kiosk.content.resolve import shown_contact
from kiosk.directory.listing import all_phones
from kiosk.directory.service import Service
from kiosk.directory.service_facts import phone_lines
from kiosk.document.blocks import Block, BulletList, Callout, Document, Heading, Inlines, Paragraph, Text
from kiosk.language import Words, language_of
from kiosk.phone_numbers import keep_together

PAGE_ID = "choosing"
MOST_REASONS = 3
"""So many reasons are told of one thing at most, those that weigh most."""


def best_of(found: Chosen, most: int = 1) -> list[ChosenPage]:
    """The pages that fit best, each for something that was said; what is urgent has its own part."""
    return [page for page in found.pages if page.because and not page.urgent][:most]


def rooms_of(data: ChooseData, found: Chosen) -> list[tuple[Room, list[Idea]]]:
    """The rooms that have ideas, in the order of the file."""
    rooms = ((room, [idea for idea in found.ideas if idea.room == room.id]) for room in data.rooms)
    return [(room, ideas) for room, ideas in rooms if ideas]


def result_title(words: Words) -> str:
    """What the result is called."""
    return words.gettext("What may help")


def services_heading(near: bool, words: Words) -> str:
    """What stands over the services; without a place nothing is said of how near they are."""
    return words.gettext("Who can help near you") if near else words.gettext("Who can help")


def unsure(words: Words) -> str:
    """The reason for what stands here because an answer was not known."""
    return words.gettext("You were not sure about an answer.")


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Makes the page. `services`: those of `found` by id, as far as the edition has them; `near`: a place is known."""

    data: ChooseData
    found: Chosen
    worry: Worry | None
    services: Mapping[str, Service]
    library: Library
    words: Words
    near: bool

    def document(self) -> Document:
        """All of it. What is about safety comes first."""
        blocks = tuple(block for part in (self.safety(), self.best(), self.lists(), self.rooms()) for block in part)
        return Document(PAGE_ID, result_title(self.words), self.words.language, blocks)

    def document_of_rooms(self, wanted: tuple[str, ...]) -> Document | None:
        """The ideas of some rooms alone; None when they have none."""
        blocks = tuple(self.rooms(wanted))
        title = self.words.gettext("Ideas for the home")
        return Document(f"{PAGE_ID}.rooms", title, self.words.language, blocks[1:]) if blocks else None

    def safety(self) -> Iterator[Block]:
        if self.worry is None:
            return
        _ = self.words.gettext
        yield Callout("urgent", (self.say(_("Get help with this first."), *self.worry.because),))
        for key in self.worry.contacts:
            card = shown_contact(self.library, key, safety_only=True)
            if card is not None:
                yield card

    def best(self) -> Iterator[Block]:
        _ = self.words.gettext
        best = best_of(self.found)
        if not best:
            yield self.say(_("You have not told us enough to choose for you."), _("Ask a person to help you choose."))
            return
        # Translators: stands over the pages that fit best.
        yield self.heading(_("What fits best"))
        (page,) = best
        yield Callout(
            "info",
            (Paragraph((self.named(page.title),)), self.say(page.summary), self.say(*page.because[:MOST_REASONS])),
        )

    def lists(self) -> Iterator[Block]:
        _ = self.words.gettext
        if self.found.pages:
            yield self.heading(_("Pages to read"))
            yield BulletList(tuple(self.item(page.title, "", page.because) for page in self.found.pages))
        if self.found.services:
            yield self.heading(services_heading(self.near, self.words))
            yield self.say(_("Ring first to check that they can help you."))
            yield BulletList(tuple(map(self.service, self.found.services)))

    def rooms(self, wanted: tuple[str, ...] | None = None) -> Iterator[Block]:
        """Under each room stand its ideas, and once the reasons for them."""
        _ = self.words.gettext
        rooms = [row for row in rooms_of(self.data, self.found) if wanted is None or row[0].id in wanted]
        if not rooms:
            return
        yield self.heading(_("Ideas for the home"))
        yield self.say(ask_first(self.words))
        for room, ideas in rooms:
            yield Heading(3, (self.text(said(room.titles, self.words.language)),))
            yield BulletList(tuple((self.text(idea.text),) for idea in ideas))
            yield self.say(*room_reasons(ideas))

    def service(self, chosen: ChosenService) -> Inlines:
        service = self.services.get(chosen.hit.id)
        numbers = phone_lines(service, self.words) if service is not None and all_phones(service) else []
        return self.item(chosen.hit.name, keep_together(". ".join(numbers)), chosen.because, lang="en")

    def item(self, name: str, more: str, because: tuple[str, ...], lang: str = "") -> Inlines:
        about = " ".join(filter(None, (f"{more}." if more else "", *because[:MOST_REASONS])))
        return (
            self.named(f"{name.rstrip('.')}.", lang or language_of(name)),
            *((self.text(f" {about}"),) if about else ()),
        )

    def named(self, name: str, lang: str = "") -> Text:
        lang = lang or language_of(name)
        return Text(name, strong=True, lang="" if lang == self.words.language else lang)

    def text(self, words: str) -> Text:
        lang = language_of(words)
        return Text(words, lang="" if lang == self.words.language else lang)

    def heading(self, text: str) -> Heading:
        return Heading(2, (Text(text),))

    def say(self, *sentences: str) -> Paragraph:
        return Paragraph((Text(" ".join(sentences)),))


def ask_first(words: Words) -> str:
    """What to do with an idea for the home."""
    return words.gettext("Ask the council before you buy. Some things are lent or fitted for free.")


def room_reasons(ideas: list[Idea]) -> tuple[str, ...]:
    """The reasons for a room's ideas, each once."""
    return tuple(dict.fromkeys(reason for idea in ideas for reason in idea.because))
