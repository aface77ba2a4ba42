"""Estimates: questions by touch and on the number pad, what is told of a slip, results short, long and unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.audit.state import Before, State, press, types
from kiosk.ui.routes import Route
from kiosk.ui.session import Session

_CARE = "care-costs"
_NOTHING = dict.fromkeys(("joint_savings", "other_property", "private_pension", "other_benefits"), "0")
AT_HOME = {
    "care": "home",
    "age": "pension-age",
    "household": "alone",
    "savings": "16000",
    **_NOTHING,
    "state_pension": "241.30",
    "disability_benefit": "114.60",
    "ignored_income": "30.30",
    "disability_premium": "no",
    "enhanced_premium": "dont-know",
    "carer_premium": "dont-know",
    "housing_costs": "20.15",
    "disability_costs": "dont-know",
    "cost": "350",
}
"""A long result, with a range, amounts to ask for, and answers that are not known."""
OVER = {
    **{key: AT_HOME[key] for key in ("care", "age", "household")},
    **_NOTHING,
    "savings": "90000",
    "cost": "1250.50",
}
"""A short result: savings alone decide."""
OWNER = {
    "care": "care-home",
    "stay": "permanent",
    "age": "pension-age",
    "household": "alone",
    "savings": "5000",
    **_NOTHING,
    "own_home": "yes",
    "home_value": "250000",
    "home_who": "nobody",
    "state_pension": "241.30",
    "disability_benefit": "76.70",
    "ignored_income": "0",
    "savings_credit": "no",
    "cost": "1298",
}
"""A result for the first weeks and the time after them."""
UNKNOWN = {
    **AT_HOME,
    "household": "partner",
    **dict.fromkeys(("age", "savings", "state_pension", "housing_costs", "cost"), "dont-know"),
}
"""A result without an amount."""
TOLD = (AT_HOME, OVER, OWNER, UNKNOWN)
"""What is answered where there is a result."""


def has_answered(answers: Mapping[str, str], keep: bool = False, estimate: str = _CARE) -> Before:
    """Has answered questions of an estimate, unless told otherwise of care costs, and keeps the result or not."""

    def answer(session: Session) -> None:
        for question, value in answers.items():
            session.visit.estimates.answer(estimate, question, value)
        if keep:
            session.visit.estimates.keep(estimate)

    return answer


def states_of_estimates() -> Iterator[State]:
    """Every state of the questions, of the list of answers and of the result."""
    first, result, answers = Route("estimate", _CARE), Route("estimate-result", _CARE), Route("estimate-answers", _CARE)
    who, savings = Route("estimate", f"{_CARE}/home_who"), Route("estimate-amount", f"{_CARE}/savings")
    pension, costs = (Route("estimate-amount", f"{_CARE}/{key}") for key in ("state_pension", "disability_costs"))
    yield State("estimate, first question", first)
    yield State("estimate, a question with many answers", who, has_answered(OWNER))
    yield State("estimate, answers that contradict", who, has_answered({**OWNER, "home_who": "partner"}))
    yield State("estimate, a question that is not asked", Route("estimate", f"{_CARE}/stay"))
    yield State("estimate, an amount", savings)
    yield State("estimate, an amount that was given", savings, has_answered(AT_HOME))
    yield State("estimate, an amount that is not known", costs, has_answered(AT_HOME))
    yield State("estimate, an amount that is none", savings, after=types("12.3.4"))
    much = has_answered({"care": "home", "age": "pension-age"})
    yield State("estimate, a slip told at the question", pension, much, after=press("Use this amount"))
    yield State("estimate, an amount that is not asked", Route("estimate-amount", f"{_CARE}/home_value"))
    yield State("estimate, answers", answers, has_answered(OWNER))
    yield State("estimate, answers that are not complete", answers, has_answered({"care": "home"}))
    yield State("estimate, short result", result, has_answered(OVER))
    yield State("estimate, long result", result, has_answered(AT_HOME))
    yield State("estimate, result with a home, kept", result, has_answered(OWNER, keep=True))
    yield State("estimate, result without an amount", result, has_answered(UNKNOWN))
    yield State("estimate, result too early", result)
    yield State("estimate, result where there are no figures", result, has_answered(OVER), "awkward")
    yield State("list with a result", Route("list"), has_answered(OWNER, keep=True))
