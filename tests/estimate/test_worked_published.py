"""Examples that councils have published: our sum with the amounts that each page prints, and what the page comes to.

Most are of earlier years, whose amounts are not in the figures; the sum is the same one.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from worked import AT_HOME, FOR_GOOD

from kiosk.content.figures import Figure
from kiosk.estimate.care_costs import estimate
from kiosk.estimate.care_questions import check_care_answers
from kiosk.estimate.figures_on import figures_of_rows

_D = Decimal
_DAY = date(2024, 11, 22)
_LIMITS = {"capital.upper": "23250", "capital.lower": "14250", "tariff.step": "250", "tariff.amount": "1"}
_LAMBETH = (
    "https://www.lambeth.gov.uk/adult-social-care-and-health/adults-and-older-people/paying-care/paying-care-care-home/"
    "example-how-your-contribution-calculated"
)
_LEEDS = (
    "https://leeds.gov.uk/adult-social-care/how-to-get-adult-social-care-and-support/help-to-pay-for-care/"
    "help-paying-for-care-homes/examples-how-much-people-pay-for-care-homes"
)
_LEEDS_HOME = (
    "https://leeds.gov.uk/adult-social-care/how-to-get-adult-social-care-and-support/help-to-pay-for-care/"
    "help-paying-for-care-and-support/examples-how-much-people-pay-for-care-and-support"
)
_KNOWSLEY = (
    "https://knowsley.gov.uk/adult-social-care/paying-adult-social-care/"
    "examples-financial-assessments-care-provided-residential"
)
_DEVON = (
    "https://www.devon.gov.uk/adult-social-care/factsheet/financial-assessment-for-community-services/"
    "examples-of-common-financial-assessments/"
)


class Published(NamedTuple):
    """Answers and amounts as the page gives them, and the least and the most a week that our sum comes to.

    What the page says is the least: our sum does not guess how much of the costs of disability, or of a disregard for
    Savings Credit, a council takes off, so its most is without them.
    """

    name: str
    page: str
    start: dict[str, Any]
    change: dict[str, Any]
    amounts: dict[str, str]
    least: Decimal
    most: Decimal


EXAMPLES = (
    Published(
        "Lambeth, Jane Bloggs: 15,250 stand for 4; 4 + 130 + 40 - 30.15",
        _LAMBETH,
        FOR_GOOD,
        {"savings": "15250", "private_pension": "130", "other_benefits": "40"},
        {"pea": "30.15"},
        _D("174") - _D("30.15"),
        _D("143.85"),
    ),
    Published(
        "Lambeth, the same page some years before: 174 - 25.65",
        _LAMBETH,
        FOR_GOOD,
        {"savings": "15250", "private_pension": "130", "other_benefits": "40"},
        {"pea": "25.65"},
        _D("174") - _D("25.65"),
        _D("148.35"),
    ),
    Published(
        "Leeds, Michael: 209.67 + 25.81 - 30.15",
        _LEEDS,
        FOR_GOOD,
        {"state_pension": "209.67", "private_pension": "25.81", "cost": "694"},
        {"pea": "30.15"},
        _D("235.48") - _D("30.15"),
        _D("205.33"),
    ),
    Published(
        "Kingston, Arthur: 17,000 stand for 11; 175 + 80 + 11 - 28.25",
        "https://www.kingston.gov.uk/paying-social-care/paying-care-home/3",
        FOR_GOOD,
        {"savings": "17000", "state_pension": "175", "private_pension": "80", "cost": "1025"},
        {"pea": "28.25"},
        _D("266") - _D("28.25"),
        _D("237.75"),
    ),
    Published(
        "Knowsley, client C: 17,050.91 stand for 12; 227.55 + 7.25 + 12 - 30.15 - 6.95 of Savings Credit",
        _KNOWSLEY,
        FOR_GOOD,
        {
            "savings": "17050.91",
            "state_pension": "227.55",
            "other_benefits": "7.25",
            "savings_credit": "yes",
            "cost": "685.37",
        },
        {"pea": "30.15", "savings_disregard.single": "6.95"},
        _D("246.80") - _D("30.15") - _D("6.95"),
        _D("246.80") - _D("30.15"),
    ),
    Published(
        "Devon, Peter: 225.45 + 101.75 - 17.27 of rent - 28.08 of costs - 171.75; 26.90 for getting about is not in it",
        _DEVON,
        AT_HOME,
        {
            "age": "25-to-pension-age",
            "other_benefits": "225.45",
            "disability_benefit": "101.75",
            "ignored_income": "26.90",
            "housing_costs": "17.27",
            "disability_costs": "28.08",
            "cost": "454",
        },
        {"mig.single_25": "171.75"},
        _D("225.45") + _D("101.75") - _D("17.27") - _D("28.08") - _D("171.75"),
        _D("225.45") + _D("101.75") - _D("17.27") - _D("171.75"),
    ),
    Published(
        "Kingston, Joan: 203.85 + 101.75 is less than 214.35 + 100 + 5, so nothing",
        "https://kingston.gov.uk/paying-social-care/support-pay-care-home/3",
        AT_HOME,
        {
            "state_pension": "203.85",
            "disability_benefit": "101.75",
            "housing_costs": "100",
            "disability_costs": "5",
            "cost": "180.10",
        },
        {"mig.single_pension": "214.35"},
        _D("0"),
        _D("0"),
    ),
    Published(
        "Leeds, Mary: 169.50 + 48.65 is less than 228.70, so nothing",
        _LEEDS_HOME,
        AT_HOME,
        {"state_pension": "169.50", "other_benefits": "48.65", "cost": "287.50"},
        {"mig.single_pension": "228.70"},
        _D("0"),
        _D("0"),
    ),
    Published(
        "Kingston, Jenny: 186.84 + 110.40 is less than 342.60, so nothing; the 77.05 for getting about is left out",
        "https://www.kingston.gov.uk/care-support-for-adults/paying-for-social-care/paying-care-home-or-community/examples",
        AT_HOME,
        {
            "age": "25-to-pension-age",
            "other_benefits": "186.84",
            "disability_benefit": "110.40",
            "ignored_income": "77.05",
            "disability_costs": "16.75",
            "cost": "206",
        },
        {"mig.single_25": "342.60"},
        _D("0"),
        _D("0"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_what_a_council_published(example: Published) -> None:
    amounts = {**_LIMITS, **example.amounts}
    rows = [
        Figure(key, key, _D(amount), "GBP", "week", _DAY, _DAY, "2026-11-22", True, example.page, example.page)
        for key, amount in amounts.items()
    ]
    (part,) = estimate(check_care_answers({**example.start, **example.change}), figures_of_rows(rows, _DAY)).parts
    assert part.charge == (example.least, example.most)
    assert example.page.startswith("https://")
