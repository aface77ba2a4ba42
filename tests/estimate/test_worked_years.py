"""Worked examples of 2025/26, and of the days on which a year ends and the next one begins: the date decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from worked import AT_HOME, FOR_A_TIME, FOR_GOOD, IN_2025, Example, charge, steps, worked_out

_D = Decimal
_LAST_DAY, _FIRST_DAY = date(2026, 4, 5), date(2026, 4, 6)

EXAMPLES = (
    Example(
        "at home, aged 30",
        AT_HOME,
        {"age": "25-to-pension-age", "other_benefits": "150"},
        IN_2025,
        _D("150") - _D("112.50"),
        _D("37.50"),
    ),
    Example(
        "at home with the lower rate of Attendance Allowance",
        AT_HOME,
        {"state_pension": "230.25", "disability_benefit": "73.90", "disability_costs": "0"},
        IN_2025,
        _D("230.25") + _D("73.90") - _D("232.60"),
        _D("71.55"),
    ),
    Example(
        "at home with savings of £20,000: 5,750 / 250 = 23",
        AT_HOME,
        {"savings": "20000", "state_pension": "260"},
        IN_2025,
        _D("260") + 23 - _D("232.60"),
        _D("50.40"),
    ),
    Example(
        "at home with rent and Council Tax",
        AT_HOME,
        {"state_pension": "230.25", "private_pension": "120", "housing_costs": "70.50"},
        IN_2025,
        _D("230.25") + _D("120") - _D("70.50") - _D("232.60"),
        _D("47.15"),
    ),
    Example(
        "two pensions in a care home",
        FOR_GOOD,
        {"state_pension": "176.45", "private_pension": "75.10"},
        IN_2025,
        _D("176.45") + _D("75.10") - _D("30.65"),
        _D("220.90"),
    ),
    Example(
        "exactly at the upper limit: 9,000 / 250 = 36",
        FOR_GOOD,
        {"savings": "23250", "state_pension": "200"},
        IN_2025,
        _D("200") + 36 - _D("30.65"),
        _D("205.35"),
    ),
    Example("over the upper limit", FOR_GOOD, {"savings": "23251", "cost": "1298"}, IN_2025, _D("1298"), _D("1298")),
    Example(
        "half of a pension goes to the wife at home",
        FOR_GOOD,
        {"state_pension": "200", "private_pension": "100", "household": "partner", "pays_partner": "yes"},
        IN_2025,
        _D("200") + _D("100") - _D("50") - _D("30.65"),
        _D("219.35"),
    ),
    Example(
        "a stay for a time: up to all of the rent at home may be taken off",
        FOR_A_TIME,
        {"state_pension": "230.25", "housing_costs": "60"},
        IN_2025,
        _D("230.25") - _D("60") - _D("30.65"),
        _D("230.25") - _D("30.65"),
    ),
    Example(
        "the last day of 2025/26 in a care home",
        FOR_GOOD,
        {"state_pension": "230.25"},
        _LAST_DAY,
        _D("230.25") - _D("30.65"),
        _D("199.60"),
    ),
    Example(
        "the same income a day later",
        FOR_GOOD,
        {"state_pension": "230.25"},
        _FIRST_DAY,
        _D("230.25") - _D("31.80"),
        _D("198.45"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_worked_example(example: Example) -> None:
    assert charge({**example.start, **example.change}, example.day) == (example.least, example.most)


def test_a_home_that_counts_in_2025() -> None:
    """230.25 - 30.65 = 199.60 for 12 weeks; then 4,000 + 200,000 is over 23,250 and the whole 1,200 is due."""
    home = {"own_home": "yes", "home_value": "200000", "home_who": "nobody"}
    result = worked_out({**FOR_GOOD, **home, "savings": "4000", "state_pension": "230.25", "cost": "1200"}, IN_2025)
    first, after = result.parts
    assert first.charge == (_D("199.60"), _D("199.60"))
    assert (after.meaning, after.charge) == ("all", (_D("1200"), _D("1200")))
    pea = steps(result)["pea"].figure
    assert pea is not None
    assert (pea.amount, pea.valid_from) == (_D("30.65"), date(2025, 4, 6))
