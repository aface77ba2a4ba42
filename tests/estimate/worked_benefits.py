"""Answers to the benefits questions that are complete, to be changed, and what comes out of them on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from worked import IN_2026, rows

from kiosk.estimate.benefit_questions import check_benefit_answers
from kiosk.estimate.benefit_result import Benefit, BenefitsFound
from kiosk.estimate.benefits import estimate
from kiosk.estimate.figures_on import figures_of_rows
from kiosk.estimate.result import Step

PENSIONER: dict[str, Any] = {
    "age": "pension-age",
    "household": "alone",
    "needs": "no",
    "mind": "no",
    "cares": "nobody",
    "earnings": "0",
    "state_pension": "0",
    "other_income": "0",
    "savings": "0",
}
WORKER: dict[str, Any] = {
    "age": "16-to-pension-age",
    "household": "alone",
    "needs": "no",
    "mind": "no",
    "cares": "nobody",
    "savings": "0",
}
CARER: dict[str, Any] = {**WORKER, "cares": "35-or-more", "cared_benefit": "yes", "study": "no", "earnings": "0"}
OLD_CARER: dict[str, Any] = {**PENSIONER, "cares": "35-or-more", "cared_benefit": "yes"}


class Claim(NamedTuple):
    """A benefit that nothing rules out: answers to start from, the changes, the day, and the most that it can be."""

    name: str
    start: dict[str, Any]
    change: dict[str, Any]
    day: date
    benefit: str
    most: Decimal | None


def found(answers: dict[str, Any], day: date = IN_2026) -> BenefitsFound:
    return estimate(check_benefit_answers(answers), figures_of_rows(rows(), day))


def may(answers: dict[str, Any], day: date = IN_2026) -> frozenset[str]:
    return found(answers, day).may()


def one(name: str, answers: dict[str, Any], day: date = IN_2026) -> Benefit:
    (benefit,) = [benefit for benefit in found(answers, day).benefits if benefit.id == name]
    return benefit


def lines(benefit: Benefit) -> dict[str, Step]:
    return {step.id: step for step in benefit.steps}


def most(benefit: Benefit) -> Decimal | None:
    return benefit.most.high if benefit.most else None
