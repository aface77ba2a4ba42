"""The benefits estimate: its longest questions, and results for people who are old, ill, caring, or sure of nothing.

The screens are those of the other estimates; what is looked at in every cell is what only benefits have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.audit.state import Before, State, in_order
from kiosk.audit.states_of_estimates import OVER, has_answered
from kiosk.estimate.questions import UNKNOWN
from kiosk.ui.routes import Route

_BENEFITS = "benefits"
OLD_AND_ILL = {
    "age": "pension-age",
    "household": "alone",
    "needs": "no-benefit",
    "mind": "no",
    "cares": "nobody",
    "earnings": "0",
    "state_pension": "180",
    "other_income": "20",
    "savings": "12000",
}
"""A long sum for Pension Credit, a benefit for care, and much that is smaller."""
CARER = {
    "age": "16-to-pension-age",
    "household": "others",
    "needs": "no",
    "mind": "yes",
    "cares": "35-or-more",
    "cared_benefit": "yes",
    "study": "no",
    "earnings": "150",
    "savings": "4000",
}
"""Benefits for caring, and all that makes a Council Tax bill less."""
EARNS_TOO_MUCH = {**CARER, "earnings": "300", "savings": "20000"}
"""Two benefits that an answer rules out, each with the limit."""
OLD_COUPLE_CARING = {
    **OLD_AND_ILL,
    "household": "partner",
    "needs": "care-benefit",
    "cares": "35-or-more",
    "cared_benefit": "yes",
    "state_pension": "241.30",
}
"""The longest questions and answers; an allowance that State Pension leaves nothing of."""
CHILD = {"age": "under-16", "needs": "no-benefit"}
"""The fewest questions."""
NOT_SURE = dict.fromkeys((*OLD_AND_ILL, "cared_benefit"), UNKNOWN)
"""No answer at all."""
TOLD = (OLD_AND_ILL, CARER, EARNS_TOO_MUCH, OLD_COUPLE_CARING, CHILD, NOT_SURE)
"""What is answered where there is a result."""


def has_told(answers: Mapping[str, str], keep: bool = False) -> Before:
    """Has answered the questions about benefits, and keeps the result or not."""
    return has_answered(answers, keep, _BENEFITS)


def states_of_benefits() -> Iterator[State]:
    """Every state of the questions, of the list of answers and of the result."""
    result, answers = Route("estimate-result", _BENEFITS), Route("estimate-answers", _BENEFITS)
    household, mind, other = (Route("estimate", f"{_BENEFITS}/{key}") for key in ("household", "mind", "needs"))
    income = Route("estimate-amount", f"{_BENEFITS}/other_income")
    yield State("benefits, first question", Route("estimate", _BENEFITS), alike=True)
    yield State("benefits, a question with long answers", household, has_told(OLD_COUPLE_CARING))
    yield State("benefits, a long question", other, has_told(OLD_AND_ILL), alike=True)
    contradicts = has_told({**OLD_AND_ILL, "needs": "no", "mind": "yes"})
    yield State("benefits, answers that contradict", mind, contradicts, alike=True)
    yield State("benefits, an amount with much to know", income, has_told(OLD_COUPLE_CARING))
    yield State("benefits, answers", answers, has_told(OLD_COUPLE_CARING), alike=True)
    yield State("benefits, result for somebody old and ill, kept", result, has_told(OLD_AND_ILL, keep=True))
    yield State("benefits, result for a carer", result, has_told(CARER), alike=True)
    yield State("benefits, result with what is ruled out", result, has_told(EARNS_TOO_MUCH))
    yield State("benefits, result for an old couple", result, has_told(OLD_COUPLE_CARING), alike=True)
    yield State("benefits, result for a child", result, has_told(CHILD), alike=True)
    yield State("benefits, result where nothing is known", result, has_told(NOT_SURE), alike=True)
    yield State("benefits, result too early", result, alike=True)
    yield State("benefits, result where there are no figures", result, has_told(OLD_AND_ILL), "awkward", alike=True)
    both = in_order(has_answered(OVER, keep=True), has_told(CARER, keep=True))
    yield State("list with two results", Route("list"), both, alike=True)
