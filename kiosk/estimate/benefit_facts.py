"""What the answers leave open for the benefits estimate, and why: an answer that is not known rules nothing out."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import NO, UNKNOWN, YES, Answers, choice, money
from kiosk.estimate.result import NOTE, Step
from kiosk.estimate.spans import Span, exactly

NOT_SURE = "not-sure"
EARNS, RICH = "earns-too-much", "savings-too-high"


@dataclass(slots=True)
class Facts:
    """Answers and figures of one day, with the keys of figures that turned out to be missing."""

    answers: Answers
    figures: FiguresOn
    ask: list[str] = field(default_factory=list)

    def can_be(self, question: str, *values: str) -> bool:
        """Whether the answer is one of these, or not known."""
        return choice(self.answers, question) in (*values, UNKNOWN)

    def because(self, *questions: str) -> tuple[str, ...]:
        """Keys of what was said, "question:answer"; what was not answered is said once, as not sure."""
        said = {key: choice(self.answers, key) for key in questions}
        known = tuple(f"{key}:{value}" for key, value in said.items() if value != UNKNOWN)
        return known if len(known) == len(said) else (*known, NOT_SURE)

    def amount(self, key: str) -> Span | None:
        """The figure as an amount, or None, and then it has to be asked for."""
        figure = self.figures.get(key)
        if figure is None or figure.amount is None:
            self.ask.append(key)
            return None
        return exactly(figure.amount)

    def step(self, key: str, rule: str, part: str, kind: str = NOTE, sure: bool = True) -> Step:
        """A line with a figure; without an amount where there is none, and up to it where it is not sure."""
        amount = self.amount(key)
        if amount is not None and not sure:
            amount = amount.or_nothing()
        return Step(key, kind, rule, amount, self.figures.get(key), part)

    @property
    def grown_up(self) -> bool:
        return choice(self.answers, "age") != asked.CHILD

    @property
    def could_be_pensioner(self) -> bool:
        return self.can_be("age", asked.PENSION)

    @property
    def lacks_care_benefit(self) -> bool:
        """Someone who may need help and has no benefit for care yet."""
        return self.can_be("needs", asked.NO_BENEFIT, asked.OTHER_BENEFIT)

    @property
    def may_need_help(self) -> bool:
        return choice(self.answers, "needs") != asked.NO_NEED

    @property
    def cares_enough(self) -> bool:
        """The hours of Carer's Allowance for someone with a benefit that counts (section 70 of the Act of 1992)."""
        return self.grown_up and self.can_be("cares", asked.MANY_HOURS) and self.can_be("cared_benefit", YES)

    def against_carers_allowance(self) -> tuple[str, ...]:
        """What rules it out for someone who cares: hours, the other person's benefit, studies, earnings."""
        found = []
        if not self.can_be("cares", asked.MANY_HOURS):
            found.append("too-few-hours")
        elif choice(self.answers, "cared_benefit") == NO:
            found.append("cared_benefit:no")
        if choice(self.answers, "study") == YES:
            found.append("study:yes")
        limit = self.figures.get("ca.earnings")
        if limit and limit.amount is not None and money(self.answers, "earnings").low > limit.amount:
            found.append(EARNS)
        return tuple(found)

    @property
    def may_have_carers_allowance(self) -> bool:
        return self.cares_enough and not self.against_carers_allowance()

    @property
    def could_be_on_uc(self) -> bool:
        """By age: under State Pension age, or in a couple of whom one is. Savings come on top."""
        by_age = self.can_be("age", asked.WORKING) or self.can_be("household", asked.MIXED_AGES)
        return self.grown_up and by_age

    def savings_over(self, key: str) -> bool:
        """Surely over the limit of that figure; a limit that is not known rules nothing out."""
        limit = self.figures.get(key)
        return limit is not None and limit.amount is not None and money(self.answers, "savings").low > limit.amount
