"""A benefits result as a document: what it means, a section for each benefit, smaller help, and what was left out.

Screen, voice, booklet, plain text and HTML render this one page, as they render a guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.content.library import Library
from kiosk.content.resolve import shown_contact
from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    ContactCard,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Step,
    Steps,
    Text,
)
from kiosk.estimate.benefit_order import together
from kiosk.estimate.benefit_result import COUNCIL_TAX, MAY
from kiosk.estimate.benefit_telling import ToldBenefit, ToldBenefits, title_of
from kiosk.estimate.list_of_sources import list_of_sources
from kiosk.estimate.sum_table import counts, sum_table
from kiosk.language import Words
from kiosk.phone_numbers import keep_together

MOST_SECTIONS = 5
"""So many benefits are told at length, since nobody reads twenty; the others get one line each."""


def benefits_page(told: ToldBenefits, library: Library, words: Words, day: date) -> Document:
    """The page of a result, with the contacts of this edition; a number that it lacks is never invented."""
    _ = words.gettext
    notice = _("Worked out with the amounts of {date}.").format(date=words.date(day))
    # Translators: the title of a page with benefits that somebody may be able to claim.
    title = _("What you may be able to claim")
    return Document(
        "estimate.benefits", title, words.language, tuple(_Page(told, library, words).blocks()), notices=(notice,)
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes the blocks of one result."""

    told: ToldBenefits
    library: Library
    words: Words
    linked: set[str] = field(default_factory=set)
    """Pages of ours that were led to already; two ways to one page would have the same name."""

    def blocks(self) -> Iterator[Block]:
        may = together(benefit for benefit in self.told.benefits if benefit.status == MAY)
        main = [found for found in may if not found[0].smaller][:MOST_SECTIONS]
        others = [found for found in may if found not in main]
        yield self.meaning(main)
        yield Callout("important", (self.say(self.told.not_a_decision),))
        for found in main:
            yield from self.council_tax(found) if found[0].group == COUNCIL_TAX else self.section(found[0])
        yield from self.others(others)
        yield from self.not_now()
        yield from self.unknown()
        yield self.heading(self.words.gettext("What we did not look at"))
        yield BulletList(tuple((Text(line),) for line in self.told.left_out))
        yield from self.to_do()
        yield from self.sources()

    def meaning(self, main: list[list[ToldBenefit]]) -> Block:
        """What it means in words comes first; then what may come of it, at most."""
        lines: list[Block] = [self.say(self.told.headline, strong=True)]
        for found in main:
            first = found[0]
            if first.most and len(found) == 1:
                label = (Text(f"{self.title(first)}: "), Text(keep_together(first.text), strong=True))
                lines.append(Paragraph(label))
        return Callout("info", tuple(lines))

    def section(self, benefit: ToldBenefit) -> Iterator[Block]:
        yield self.heading(self.title(benefit))
        yield self.say(benefit.what_for)
        yield from self.amounts(benefit)
        yield from self.reasons(benefit.because, benefit.also_true, benefit.effects)
        yield from self.not_sure([benefit])
        yield from self.claim(benefit)

    def council_tax(self, found: list[ToldBenefit]) -> Iterator[Block]:
        """All that makes the bill less: one call asks for all of it."""
        _ = self.words.gettext
        yield self.heading(self.title(found[0]))
        # Translators: stands over a list of reasons for which somebody may pay less Council Tax.
        yield self.say(_("Ask about each of these:") if len(found) > 1 else _("Ask about this:"))
        items = []
        for benefit in found:
            said = " ".join((benefit.what_for, *self.check(benefit.also_true)))
            items.append((Text(f"{benefit.title}. ", strong=True), Text(said)))
        yield BulletList(tuple(items))
        yield from self.reasons(tuple(dict.fromkeys(line for benefit in found for line in benefit.because)))
        yield from self.not_sure(found)
        yield from self.claim(found[0])

    def amounts(self, benefit: ToldBenefit) -> Iterator[Block]:
        """How much it is at most and since when, then each line of the sum."""
        _ = self.words.gettext
        if benefit.text:
            lines = [Text(keep_together(_sentence(benefit.text)), strong=True)]
            days = [step.since for step in benefit.steps if step.since]
            if days:
                # Translators: {date} is the first day on which amounts hold.
                since = _("Amounts from {date}.").format(date=self.words.date(max(days)))
                lines.append(Text(f" {keep_together(since)}"))
            yield Paragraph(tuple(lines))
        yield from self.sums(benefit)

    def sums(self, benefit: ToldBenefit) -> Iterator[Block]:
        if any(map(counts, benefit.steps)):
            yield sum_table(benefit.steps, self.words)

    def reasons(
        self, because: tuple[str, ...], also_true: tuple[str, ...] = (), effects: tuple[str, ...] = ()
    ) -> Iterator[Block]:
        _ = self.words.gettext
        rows = (
            ("info", _("Why we show it"), because),
            ("tick", _("Check this too"), also_true),
            ("money", _("What it does to other money"), effects),
        )
        yield Facts(
            tuple(Fact(icon, label, tuple((Text(line),) for line in lines)) for icon, label, lines in rows if lines)
        )

    def check(self, also_true: tuple[str, ...]) -> Iterator[str]:
        """What was not asked and must be true besides, marked as such in the middle of a line."""
        if also_true:
            # Translators: {what} is a sentence or more, such as "You pay rent."
            yield self.words.gettext("Check this: {what}").format(what=" ".join(also_true))

    def not_sure(self, found: list[ToldBenefit]) -> Iterator[Block]:
        """A rule that was not seen where it is made is said to be so, at the benefit itself."""
        if any(rule.note for benefit in found for rule in benefit.rules):
            _ = self.words.gettext
            yield self.say(_("Some of these rules are not from an official page, so we are not sure of them. Ask."))

    def claim(self, benefit: ToldBenefit) -> Iterator[Block]:
        """How to claim, whom to ring, and our page about it. General advice has its cards at the end of the page."""
        _ = self.words.gettext
        yield Heading(3, (Text(_("How to claim")),))
        yield Steps(tuple(Step((Text(line),)) for line in benefit.how))
        for key in benefit.contacts:
            card = shown_contact(self.library, key)
            if card is not None and key not in self.told.contacts:
                yield card
            elif card is not None and card.phone:
                # Translators: the name of an organisation and its telephone number follow.
                yield Paragraph((Text(_("For free advice ring")), *_to_ring(card)))
        yield from self.guide(benefit.guide)

    def guide(self, key: str) -> Iterator[Block]:
        for page in self.library.titles(self.words.language):
            if page.id == key and key not in self.linked:
                self.linked.add(key)
                # Translators: the name of a page follows.
                read = self.words.gettext("Read more:")
                yield Paragraph((Text(f"{read} "), Link(page.title, f"guide:{key}", page.lang)))

    def others(self, others: list[list[ToldBenefit]]) -> Iterator[Block]:
        if others:
            yield self.heading(self.words.gettext("Ask about these too"))
            yield BulletList(tuple(map(self.line, others)))
            yield from self.not_sure([benefit for found in others for benefit in found])

    def line(self, found: list[ToldBenefit]) -> Inlines:
        """One benefit in a few words: what it is, how much, how to claim, and a number."""
        first = found[0]
        if len(found) > 1:
            said = [f"{benefit.title}." for benefit in found]
        else:
            said = [first.what_for, *self.check(first.also_true[:1]), _sentence(first.text)]
        rows = [Text(f"{self.title(first)}. ", strong=True), Text(" ".join(filter(None, (*said, *first.how))))]
        cards = (shown_contact(self.library, key) for key in first.contacts)
        found_card = next((card for card in cards if card is not None and card.phone), None)
        return (*rows, *(_to_ring(found_card) if found_card is not None else ()))

    def not_now(self) -> Iterator[Block]:
        """What was ruled out, with the answer that did it and the amounts that it was held against."""
        found = [benefit for benefit in self.told.benefits if benefit.status != MAY]
        if found:
            yield self.heading(found[0].heading)
        for benefit in found:
            yield Heading(3, (Text(benefit.title),))
            yield self.say(" ".join((*benefit.because, *benefit.how)))
            yield from self.sums(benefit)
            yield from self.not_sure([benefit])
            yield from self.guide(benefit.guide)

    def unknown(self) -> Iterator[Block]:
        _ = self.words.gettext
        if self.told.unknown:
            yield self.heading(_("What you do not know yet"))
            yield self.say(_("If you find these out, we can say more."))
            yield BulletList(tuple((Text(text),) for _key, text in self.told.unknown))

    def to_do(self) -> Iterator[Block]:
        yield self.heading(self.words.gettext("What to do next"))
        yield Steps(tuple(Step((Text(line),)) for line in self.told.next))
        cards = [shown_contact(self.library, key) for key in self.told.contacts]
        found: list[ContactCard] = [card for card in cards if card is not None]
        if found:
            yield self.heading(self.words.gettext("Who to ring"))
            yield from found

    def sources(self) -> Iterator[Block]:
        yield self.heading(self.words.gettext("Where the rules come from"))
        rules = (rule for benefit in self.told.benefits for rule in benefit.rules)
        yield list_of_sources(((rule.source, not rule.note) for rule in rules), self.words)

    def title(self, benefit: ToldBenefit) -> str:
        return title_of(benefit.id, benefit.group, self.words)

    def heading(self, text: str) -> Heading:
        return Heading(2, (Text(text),))

    def say(self, text: str, strong: bool = False) -> Paragraph:
        return Paragraph((Text(keep_together(text), strong=strong),))


def _to_ring(card: ContactCard) -> Inlines:
    """An organisation and its number in the middle of a line; names of contacts are not translated."""
    return (Text(" "), Text(card.name, lang=card.lang), Text(f": {keep_together(card.phone)}."))


def _sentence(text: str) -> str:
    return text if not text or text.endswith(".") else f"{text}."
