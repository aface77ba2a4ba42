"""Worked examples of people who do not know everything: the sum is a range, from what is surely so to what may be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from worked import AT_HOME, FOR_GOOD, IN_2025, IN_2026, PREMIUMS, Example, charge, only_part, worked_out

from kiosk.estimate.questions import UNKNOWN

_D = Decimal
_PENSION = {"state_pension": "241.30"}

EXAMPLES = (
    Example(
        "savings: from none that count to the whole cost",
        FOR_GOOD,
        {**_PENSION, "savings": UNKNOWN},
        IN_2026,
        _D("241.30") + 0 - _D("31.80"),
        _D("1000"),
    ),
    Example(
        "shared savings beside £20,000 of one's own: at least 5,750 / 250 = 23",
        FOR_GOOD,
        {**_PENSION, "savings": "20000", "joint_savings": UNKNOWN},
        IN_2026,
        _D("241.30") + 23 - _D("31.80"),
        _D("1000"),
    ),
    Example(
        "the cost of the care: no more than the income allows",
        FOR_GOOD,
        {**_PENSION, "cost": UNKNOWN},
        IN_2026,
        _D("0"),
        _D("241.30") - _D("31.80"),
    ),
    Example(
        "the cost, over the upper limit: nothing can be said",
        FOR_GOOD,
        {"savings": "90000", "cost": UNKNOWN},
        IN_2026,
        _D("0"),
        None,
    ),
    Example(
        "the State Pension: from nothing to the whole cost",
        FOR_GOOD,
        {"state_pension": UNKNOWN},
        IN_2026,
        _D("0"),
        _D("1000"),
    ),
    Example(
        "the age, at home: the lowest to the highest of the three rates is left",
        AT_HOME,
        {"age": UNKNOWN, "other_benefits": "300"},
        IN_2026,
        _D("300") - _D("241.45"),
        _D("300") - _D("95.40"),
    ),
    Example(
        "the age, at home, a year before",
        AT_HOME,
        {"age": UNKNOWN, "other_benefits": "300"},
        IN_2025,
        _D("300") - _D("232.60"),
        _D("300") - _D("89.15"),
    ),
    Example(
        "what a disability costs, at home: it may be all of what is left",
        AT_HOME,
        {**_PENSION, "disability_benefit": "114.60", "disability_costs": UNKNOWN},
        IN_2026,
        _D("0"),
        _D("241.30") + _D("114.60") - _D("241.45"),
    ),
    Example(
        "a carer premium, whose amount nobody has published: the most is without it",
        AT_HOME,
        {**_PENSION, "private_pension": "60", "carer_premium": UNKNOWN},
        IN_2026,
        _D("0"),
        _D("241.30") + _D("60") - _D("241.45"),
    ),
    Example(
        "Savings Credit, whose disregard nobody has published: the most is without it",
        FOR_GOOD,
        {**_PENSION, "savings_credit": "yes"},
        IN_2026,
        _D("0"),
        _D("241.30") - _D("31.80"),
    ),
    Example(
        "for good or for a time: what the home costs may come off",
        FOR_GOOD,
        {**_PENSION, "stay": UNKNOWN},
        IN_2026,
        _D("0"),
        _D("241.30") - _D("31.80"),
    ),
    Example(
        "whether half of a pension is paid over: half of 100 may come off",
        FOR_GOOD,
        {"state_pension": "200", "private_pension": "100", "household": "partner", "pays_partner": UNKNOWN},
        IN_2026,
        _D("200") + _D("100") - _D("50") - _D("31.80"),
        _D("200") + _D("100") - _D("31.80"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_worked_example(example: Example) -> None:
    assert charge({**example.start, **example.change}, example.day) == (example.least, example.most)


def test_a_home_whose_worth_is_not_known() -> None:
    """For 12 weeks 241.30 - 31.80; then from the same, if it is worth little, to the whole 1,000."""
    home = {"own_home": "yes", "home_value": UNKNOWN, "home_who": "nobody"}
    first, after = worked_out({**FOR_GOOD, **_PENSION, **home, "savings": "5000"}).parts
    assert first.charge == (_D("209.50"), _D("209.50"))
    assert (after.meaning, after.charge) == ("may-be-all", (_D("209.50"), _D("1000")))


def test_with_a_partner_at_home_no_amount_is_given_and_the_council_is_to_be_asked() -> None:
    start = {key: value for key, value in AT_HOME.items() if key not in PREMIUMS}
    result = worked_out({**start, **_PENSION, "household": "partner"})
    assert result.parts[0].charge is None
    assert "mig.couple_member_pension" in result.ask


def test_where_the_care_is_not_known_no_amount_is_given() -> None:
    start = {key: FOR_GOOD[key] for key in ("age", "household", "savings", "state_pension", "cost")}
    assert only_part({**start, "care": UNKNOWN}).charge is None
