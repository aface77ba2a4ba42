"""Worked examples of care at home: each sum is written out, with the amounts of its year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from worked import AT_HOME, IN_2025, IN_2026, Example, charge

_D = Decimal

EXAMPLES = (
    Example(
        "at home, Pension Credit age, with Attendance Allowance",
        AT_HOME,
        {"state_pension": "241.30", "disability_benefit": "114.60", "disability_costs": "0"},
        IN_2026,
        _D("241.30") + _D("114.60") - _D("241.45"),
        _D("114.45"),
    ),
    Example(
        "at home a year before",
        AT_HOME,
        {"state_pension": "230.25", "disability_benefit": "110.40", "disability_costs": "0"},
        IN_2025,
        _D("230.25") + _D("110.40") - _D("232.60"),
        _D("108.05"),
    ),
    Example(
        "at home: none to all of the disability costs may come off",
        AT_HOME,
        {"state_pension": "241.30", "disability_benefit": "114.60", "disability_costs": "30"},
        IN_2026,
        _D("241.30") + _D("114.60") - _D("30") - _D("241.45"),
        _D("241.30") + _D("114.60") - _D("241.45"),
    ),
    Example(
        "at home: Council Tax and rent come off first",
        AT_HOME,
        {"state_pension": "241.30", "private_pension": "120", "housing_costs": "70.50"},
        IN_2026,
        _D("241.30") + _D("120") - _D("70.50") - _D("241.45"),
        _D("49.35"),
    ),
    Example(
        "at home, aged 30",
        AT_HOME,
        {"age": "25-to-pension-age", "other_benefits": "150"},
        IN_2026,
        _D("150") - _D("120.40"),
        _D("29.60"),
    ),
    Example(
        "at home, aged 20",
        AT_HOME,
        {"age": "18-to-24", "other_benefits": "150"},
        IN_2026,
        _D("150") - _D("95.40"),
        _D("54.60"),
    ),
    Example(
        "at home, aged 20, a year before",
        AT_HOME,
        {"age": "18-to-24", "other_benefits": "150"},
        IN_2025,
        _D("150") - _D("89.15"),
        _D("60.85"),
    ),
    Example(
        "at home with both disability premiums, 2025/26",
        AT_HOME,
        {
            "age": "25-to-pension-age",
            "other_benefits": "250",
            "disability_premium": "yes",
            "enhanced_premium": "yes",
        },
        IN_2025,
        _D("250") - _D("112.50") - _D("49.65") - _D("24.25"),
        _D("63.60"),
    ),
    Example(
        "at home, 2026/27: the premium's amount is not known, so the most is without it",
        AT_HOME,
        {"age": "25-to-pension-age", "other_benefits": "250", "disability_premium": "yes"},
        IN_2026,
        _D("0"),
        _D("250") - _D("120.40"),
    ),
    Example(
        "at home with savings of £20,000: 5,750 / 250 = 23",
        AT_HOME,
        {"savings": "20000", "state_pension": "260"},
        IN_2026,
        _D("260") + 23 - _D("241.45"),
        _D("41.55"),
    ),
    Example(
        "at home the house does not count, but savings over the limit do",
        AT_HOME,
        {"savings": "50000", "state_pension": "241.30", "cost": "350"},
        IN_2026,
        _D("350"),
        _D("350"),
    ),
    Example(
        "money from work does not count",
        AT_HOME,
        {"age": "25-to-pension-age", "ignored_income": "400", "other_benefits": "130"},
        IN_2026,
        _D("130") - _D("120.40"),
        _D("9.60"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_worked_example(example: Example) -> None:
    assert charge({**example.start, **example.change}, example.day) == (example.least, example.most)
