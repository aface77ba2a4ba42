"""The figures of the national source on a day, and answers that are complete, to be changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from kiosk import resources
from kiosk.content.figures import Figure, read_figures
from kiosk.estimate.care_costs import estimate
from kiosk.estimate.care_questions import check_care_answers
from kiosk.estimate.figures_on import figures_of_rows
from kiosk.estimate.result import Estimate, Part, Step

IN_2025, IN_2026 = date(2025, 11, 22), date(2026, 11, 22)

_MONEY = {
    "savings": "0",
    "joint_savings": "0",
    "other_property": "0",
    "state_pension": "0",
    "private_pension": "0",
    "disability_benefit": "0",
    "other_benefits": "0",
    "ignored_income": "0",
    "cost": "1000",
}
PREMIUMS = {"disability_premium": "no", "enhanced_premium": "no", "carer_premium": "no"}
AT_HOME = {"care": "home", "age": "pension-age", "household": "alone", **_MONEY, **PREMIUMS, "housing_costs": "0"}
FOR_GOOD = {
    "care": "care-home",
    "stay": "permanent",
    "age": "pension-age",
    "household": "alone",
    **_MONEY,
    "own_home": "no",
    "savings_credit": "no",
}
FOR_A_TIME = {
    **{key: value for key, value in FOR_GOOD.items() if key not in ("own_home", "stay")},
    "stay": "temporary",
    "stay_length": "longer",
    "housing_costs": "0",
}


class Example(NamedTuple):
    """A sum: answers to start from, what is changed in them, the day, and the least and the most a week."""

    name: str
    start: dict[str, Any]
    change: dict[str, Any]
    day: date
    least: Decimal
    most: Decimal | None


@cache
def rows() -> tuple[Figure, ...]:
    return tuple(read_figures(resources.national_source() / "figures.csv"))


def worked_out(answers: dict[str, Any], day: date = IN_2026) -> Estimate:
    return estimate(check_care_answers(answers), figures_of_rows(rows(), day))


def only_part(answers: dict[str, Any], day: date = IN_2026) -> Part:
    (part,) = worked_out(answers, day).parts
    return part


def charge(answers: dict[str, Any], day: date = IN_2026) -> tuple[Decimal, Decimal | None]:
    span = only_part(answers, day).charge
    assert span is not None
    return span.low, span.high


def steps(result: Estimate) -> dict[str, Step]:
    return {step.id: step for step in result.steps}
