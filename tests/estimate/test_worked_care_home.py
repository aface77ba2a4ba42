"""Worked examples of care homes: each sum is written out, with the amounts of its year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from worked import FOR_A_TIME, FOR_GOOD, IN_2025, IN_2026, Example, charge

_D = Decimal

EXAMPLES = (
    Example(
        "in a care home with a full State Pension only",
        FOR_GOOD,
        {"state_pension": "241.30"},
        IN_2026,
        _D("241.30") - _D("31.80"),
        _D("209.50"),
    ),
    Example(
        "the same a year before",
        FOR_GOOD,
        {"state_pension": "230.25"},
        IN_2025,
        _D("230.25") - _D("30.65"),
        _D("199.60"),
    ),
    Example(
        "two pensions in a care home",
        FOR_GOOD,
        {"state_pension": "184.90", "private_pension": "75.10"},
        IN_2026,
        _D("184.90") + _D("75.10") - _D("31.80"),
        _D("228.20"),
    ),
    Example(
        "savings of £15,750 stand for £6 a week (Cheshire West and Chester Council's published example)",
        FOR_GOOD,
        {"savings": "15750", "state_pension": "200"},
        IN_2026,
        _D("200") + (_D("15750") - _D("14250")) / 250 - _D("31.80"),
        _D("174.20"),
    ),
    Example(
        "savings exactly at the lower limit are ignored",
        FOR_GOOD,
        {"savings": "14250", "state_pension": "200"},
        IN_2026,
        _D("200") + 0 - _D("31.80"),
        _D("168.20"),
    ),
    Example(
        "a penny above the lower limit counts as a whole step",
        FOR_GOOD,
        {"savings": "14250.01", "state_pension": "200"},
        IN_2026,
        _D("200") + 1 - _D("31.80"),
        _D("169.20"),
    ),
    Example(
        "exactly one step above the lower limit",
        FOR_GOOD,
        {"savings": "14500", "state_pension": "200"},
        IN_2026,
        _D("200") + 1 - _D("31.80"),
        _D("169.20"),
    ),
    Example(
        "a penny more is a second step",
        FOR_GOOD,
        {"savings": "14500.01", "state_pension": "200"},
        IN_2026,
        _D("200") + 2 - _D("31.80"),
        _D("170.20"),
    ),
    Example(
        "exactly at the upper limit is not over it: the highest tariff, 9,000 / 250 = 36",
        FOR_GOOD,
        {"savings": "23250", "state_pension": "200"},
        IN_2026,
        _D("200") + 36 - _D("31.80"),
        _D("204.20"),
    ),
    Example(
        "a penny over the upper limit pays the full cost",
        FOR_GOOD,
        {"savings": "23250.01", "state_pension": "200", "cost": "1298"},
        IN_2026,
        _D("1298"),
        _D("1298"),
    ),
    Example(
        "half of shared savings: 30,000 / 2 = 15,000, which is 750 above, so 3 steps",
        FOR_GOOD,
        {"joint_savings": "30000", "state_pension": "200", "household": "partner"},
        IN_2026,
        _D("200") + 3 - _D("31.80"),
        _D("171.20"),
    ),
    Example(
        "own savings, shared savings and land are added: 10,000 + 6,000 / 2 + 2,000 = 15,000",
        FOR_GOOD,
        {"savings": "10000", "joint_savings": "6000", "other_property": "2000", "state_pension": "150"},
        IN_2026,
        _D("150") + 3 - _D("31.80"),
        _D("121.20"),
    ),
    Example(
        "land that one does not live in can put one over the limit",
        FOR_GOOD,
        {"savings": "3000", "other_property": "40000", "state_pension": "200", "cost": "900"},
        IN_2026,
        _D("900"),
        _D("900"),
    ),
    Example(
        "half of a pension goes to the wife at home",
        FOR_GOOD,
        {"state_pension": "200", "private_pension": "100", "household": "partner", "pays_partner": "yes"},
        IN_2026,
        _D("200") + _D("100") - _D("50") - _D("31.80"),
        _D("218.20"),
    ),
    Example(
        "half a penny is dropped: 100.01 / 2 = 50.005, and 300.01 - 50.005 - 31.80 = 218.205",
        FOR_GOOD,
        {"state_pension": "200", "private_pension": "100.01", "household": "partner", "pays_partner": "yes"},
        IN_2026,
        _D("218.20"),
        _D("218.20"),
    ),
    Example(
        "income below the allowance pays nothing",
        FOR_GOOD,
        {"other_benefits": "25"},
        IN_2026,
        _D("0"),
        _D("0"),
    ),
    Example(
        "never more than the care costs",
        FOR_GOOD,
        {"state_pension": "240", "private_pension": "600", "cost": "700"},
        IN_2026,
        _D("700"),
        _D("700"),
    ),
    Example(
        "Attendance Allowance has stopped in a care home that the council pays for",
        FOR_GOOD,
        {"state_pension": "241.30", "disability_benefit": "114.60"},
        IN_2026,
        _D("241.30") - _D("31.80"),
        _D("209.50"),
    ),
    Example(
        "a home where a relative aged 60 lives does not count",
        FOR_GOOD,
        {
            "own_home": "yes",
            "home_value": "300000",
            "home_who": "relative-60",
            "household": "others",
            "state_pension": "241.30",
        },
        IN_2026,
        _D("241.30") - _D("31.80"),
        _D("209.50"),
    ),
    Example(
        "a stay for a time: Attendance Allowance may count or not",
        FOR_A_TIME,
        {"state_pension": "241.30", "disability_benefit": "76.70"},
        IN_2026,
        _D("241.30") - _D("31.80"),
        _D("241.30") + _D("76.70") - _D("31.80"),
    ),
    Example(
        "a stay for a time: up to all of the rent at home may be taken off",
        FOR_A_TIME,
        {"state_pension": "241.30", "housing_costs": "60"},
        IN_2026,
        _D("241.30") - _D("60") - _D("31.80"),
        _D("241.30") - _D("31.80"),
    ),
    Example(
        "a stay for a time: half of a pension paid to the wife at home may come off",
        FOR_A_TIME,
        {"state_pension": "200", "private_pension": "100", "household": "partner", "pays_partner": "yes"},
        IN_2026,
        _D("200") + _D("100") - _D("50") - _D("31.80"),
        _D("200") + _D("100") - _D("31.80"),
    ),
    Example(
        "a short stay may be charged as care at home is",
        FOR_A_TIME,
        {"stay_length": "up-to-8-weeks", "state_pension": "241.30"},
        IN_2026,
        _D("0"),
        _D("241.30") - _D("31.80"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_worked_example(example: Example) -> None:
    assert charge({**example.start, **example.change}, example.day) == (example.least, example.most)
