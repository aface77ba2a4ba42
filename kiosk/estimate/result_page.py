"""The result of an estimate as a document: what it means, the sum, what was left out, what to do and whom to ring.

Screen, voice, booklet, plain text and HTML render this one page, as they render a guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.library import Library
from kiosk.content.resolve import ask_council_sentence, shown_contact
from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Step,
    Steps,
    Text,
)
from kiosk.estimate.list_of_sources import list_of_sources
from kiosk.estimate.result import NOTE, TAKE
from kiosk.estimate.sum_table import counts, sum_table
from kiosk.estimate.telling import Told, ToldStep
from kiosk.language import Words
from kiosk.phone_numbers import keep_together

_COUNCIL = "council."
_INCOME = "income-total"
"""The step under which stands what is taken off."""


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes the blocks of one result."""

    told: Told
    library: Library
    words: Words

    def blocks(self) -> Iterator[Block]:
        yield self.meaning()
        yield from self.sums()
        yield from self.missing()
        yield from self.left_out()
        yield Callout("important", (self.say(self.told.not_a_decision),))
        yield from self.to_do()
        yield from self.contacts()
        yield from self.sources()

    def meaning(self) -> Block:
        """What it means in words comes first; then the weekly amounts."""
        lines: list[Block] = [Paragraph((Text(self.told.headline, strong=True),))]
        for row in self.told.ranges:
            start = (Text(f"{row.label}: "),) if row.label else ()
            lines.append(Paragraph((*start, Text(keep_together(row.text), strong=True))))
        return Callout("info", tuple(lines))

    def sums(self) -> Iterator[Block]:
        """The sum line by line: what holds all the time, then each stretch of time."""
        _ = self.words.gettext
        parts = [row.part for row in self.told.ranges]
        labels = {row.part: row.label for row in self.told.ranges}
        for part in ["", *parts] if len(parts) > 1 else ["*"]:
            steps = self.steps_of(part)
            yield self.heading(labels.get(part) or _("How we worked it out"))
            if any(map(counts, steps)):
                yield sum_table(steps, self.words)
            notes = [self.note(step) for step in steps if _only_says(step)]
            if notes:
                yield BulletList(tuple(notes))

    def steps_of(self, part: str) -> list[ToldStep]:
        """The steps of a stretch of time; "" is what holds all the time, "*" all of a result that has one stretch.

        What is taken off all the time is shown where it is taken off: under the income of each stretch.
        """
        if part == "*":
            return list(self.told.steps)
        off = [step for step in self.told.steps if not step.part and step.kind == TAKE]
        found = []
        for step in self.told.steps:
            if step.part == part and step not in off:
                found.append(step)
                found += off if step.id == _INCOME else []
        return found

    def note(self, step: ToldStep) -> Inlines:
        return (Text(f"{step.label}. ", strong=True), Text(step.rule))

    def missing(self) -> Iterator[Block]:
        _ = self.words.gettext
        if self.told.ask:
            yield self.heading(_("Ask the council for these amounts"))
            yield BulletList(tuple((Text(label),) for label in dict.fromkeys(label for _key, label in self.told.ask)))
        if self.told.unknown:
            yield self.heading(_("What you do not know yet"))
            yield self.say(_("If you find these out, the sum can say more."))
            yield BulletList(tuple((Text(text),) for _key, text in self.told.unknown))

    def left_out(self) -> Iterator[Block]:
        _ = self.words.gettext
        yield self.heading(_("What is not in this sum"))
        yield BulletList(tuple((Text(line),) for line in self.told.left_out))
        yield self.say(self.told.rounding)

    def to_do(self) -> Iterator[Block]:
        yield self.heading(self.words.gettext("What to do next"))
        yield Steps(tuple(Step((Text(line),)) for line in self.told.next))

    def contacts(self) -> Iterator[Block]:
        yield self.heading(self.words.gettext("Who to ring"))
        for key in self.told.contacts:
            card = shown_contact(self.library, key)
            if card is not None:
                yield card
            elif key.startswith(_COUNCIL):
                yield self.say(ask_council_sentence(key, self.words))

    def sources(self) -> Iterator[Block]:
        """Every rule's law and page, each once; pages that are not official say so."""
        _ = self.words.gettext
        yield self.heading(_("Where the rules come from"))
        yield list_of_sources(((step.source, step.official) for step in self.told.steps), self.words)

    def heading(self, text: str) -> Heading:
        return Heading(2, (Text(text),))

    def say(self, text: str) -> Paragraph:
        return Paragraph((Text(keep_together(text)),))


def result_page(estimate: str, title: str, told: Told, library: Library, words: Words, day: date) -> Document:
    """The page of a result, with the contacts of this edition; a council's number that it lacks is never invented."""
    _ = words.gettext
    notice = _("Worked out with the amounts of {date}.").format(date=words.date(day))
    blocks = tuple(_Page(told, library, words).blocks())
    return Document(f"estimate.{estimate}", title, words.language, blocks, notices=(notice,))


def _only_says(step: ToldStep) -> bool:
    return step.kind == NOTE and not counts(step)
