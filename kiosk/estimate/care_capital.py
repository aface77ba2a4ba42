"""Savings and the home in the care costs sum: what counts, the two limits, and the income that savings stand for.

Care and Support (Charging and Assessment of Resources) Regulations 2014, regulations 12, 18, 24, 25 and Schedule 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from kiosk.errors import InputError
from kiosk.estimate import care_questions as asked
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import NO, UNKNOWN, YES, Answers, choice, money
from kiosk.estimate.result import ADD, NOTE, Step
from kiosk.estimate.spans import NOT_KNOWN, NOTHING, ZERO, Span

_LIVED_IN = (asked.PARTNER, asked.OVER_60, asked.ILL_RELATIVE, asked.CHILD)


@dataclass(frozen=True, slots=True)
class Limits:
    """The two capital limits and the tariff, as they stand on one day."""

    upper: Decimal
    lower: Decimal
    step: Decimal
    amount: Decimal

    def surely_over(self, capital: Span) -> bool:
        return capital.low > self.upper

    def maybe_over(self, capital: Span) -> bool:
        """Exactly at the upper limit is not over it (regulation 12: the capital "exceeds" the limit)."""
        return capital.high is None or capital.high > self.upper

    def tariff(self, capital: Span) -> Span:
        """Weekly income for savings between the limits; for those that may be over it, as if at the limit."""
        high = self.upper if capital.high is None else min(capital.high, self.upper)
        return Span(self._tariff(min(capital.low, self.upper)), self._tariff(high))

    def _tariff(self, capital: Decimal) -> Decimal:
        """Regulation 25: part of a step counts as a whole one."""
        above = max(ZERO, capital - self.lower)
        return (above / self.step).to_integral_value(ROUND_CEILING) * self.amount


def limits_on(figures: FiguresOn) -> tuple[Limits | None, list[Step], list[str]]:
    """The limits with their steps, and what to ask for. Raises `InputError` when the day has neither limit."""
    keys = ("capital.upper", "capital.lower", "tariff.step", "tariff.amount")
    found = {key: figures.get(key) for key in keys}
    if found["capital.upper"] is None and found["capital.lower"] is None:
        raise InputError(
            f"there are no figures for {figures.day.isoformat()}, so nothing can be worked out for that day"
        )
    steps = []
    for key in keys[:2]:
        figure = found[key]
        amount = None if figure is None or figure.amount is None else Span(figure.amount, figure.amount)
        steps.append(Step(key, NOTE, "limits", amount, figure))
    amounts = [figure.amount for figure in found.values() if figure is not None and figure.amount is not None]
    if len(amounts) < len(keys):
        return None, steps, [key for key, figure in found.items() if figure is None]
    upper, lower, step, amount_each = amounts
    return Limits(upper, lower, step, amount_each), steps, []


def savings_steps(answers: Answers) -> tuple[Span, list[Step]]:
    """Capital apart from the home. Only the person's own counts; half of what is held with one other person."""
    own, joint, land = (money(answers, key) for key in ("savings", "joint_savings", "other_property"))
    steps = [
        Step("savings", ADD, "savings", own),
        Step("joint-savings", ADD, "joint-savings", joint.half()),
        Step("other-property", ADD, "savings", land),
    ]
    return own.plus(joint.half()).plus(land), steps


def home_step(answers: Answers) -> tuple[Span, Step | None]:
    """What of the home counts, with the reason; no step for someone who owns none.

    Schedule 2 paragraphs 1 and 2; the people who keep it out are named by Kingston and Surrey councils.
    """
    if choice(answers, "care") == asked.HOME or choice(answers, "stay") == asked.TEMPORARY:
        return NOTHING, Step("home-away", NOTE, "home-away", NOTHING)
    if choice(answers, "care") == UNKNOWN:
        return NOTHING, Step("home-depends", NOTE, "home-away", None)
    if choice(answers, "own_home") == NO:
        return NOTHING, None
    who = choice(answers, "home_who")
    if who in _LIVED_IN:
        return NOTHING, Step("home-lived-in", NOTE, "home-lived-in", NOTHING)
    value = money(answers, "home_value") if choice(answers, "own_home") == YES else NOT_KNOWN
    if choice(answers, "own_home") == UNKNOWN or who in (asked.SOMEONE_ELSE, UNKNOWN):
        value = value.or_nothing()
        return value, Step("home-may-count", ADD, "home-may-be-left-out", value)
    if choice(answers, "stay") == UNKNOWN:
        value = value.or_nothing()
    return value, Step("home-counts", ADD, "home-counts", value)
