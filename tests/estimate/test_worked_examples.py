"""Worked examples: each sum is written out line by line, with the amounts of the year it is for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from worked import AT_HOME, FOR_A_TIME, FOR_GOOD, IN_2025, IN_2026, charge, steps, worked_out

_D = Decimal


class Example(NamedTuple):
    name: str
    start: dict[str, Any]
    change: dict[str, Any]
    day: date
    least: Decimal
    most: Decimal | None


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


def test_a_home_that_counts_is_free_for_12_weeks_and_then_makes_one_pay_all() -> None:
    """241.30 - 31.80 = 209.50 for 12 weeks; then 5,000 + 250,000 is over 23,250 and the whole 1,298 is due."""
    home = {"own_home": "yes", "home_value": "250000", "home_who": "nobody"}
    result = worked_out({**FOR_GOOD, **home, "savings": "5000", "state_pension": "241.30", "cost": "1298"})
    first, after = result.parts
    assert (first.id, first.meaning, first.charge) == ("first-weeks", "part", (_D("209.50"), _D("209.50")))
    assert (after.id, after.meaning, after.charge) == ("after", "all", (_D("1298"), _D("1298")))
    assert steps(result)["property.disregard_weeks"].figure is not None
    kept = steps(result)["dpa.dia"].amount
    assert kept == (_D("144"), _D("144"))


def test_a_small_share_of_a_home_can_leave_one_under_the_limit() -> None:
    """For 12 weeks 200 - 31.80; then 4,000 + 16,000 = 20,000, 5,750 above, 23 steps: 200 + 23 - 31.80."""
    home = {"own_home": "yes", "home_value": "16000", "home_who": "nobody"}
    first, after = worked_out({**FOR_GOOD, **home, "savings": "4000", "state_pension": "200"}).parts
    assert first.charge == (_D("168.20"), _D("168.20"))
    assert after.charge == (_D("191.20"), _D("191.20"))


def test_no_12_weeks_for_someone_whose_other_savings_are_over_the_limit() -> None:
    home = {"own_home": "yes", "home_value": "250000", "home_who": "nobody"}
    result = worked_out({**FOR_GOOD, **home, "savings": "30000", "cost": "1298"})
    assert [(part.id, part.meaning) for part in result.parts] == [("now", "all")]
    assert "deferred-payment" not in steps(result)


def test_a_home_where_a_friend_lives_may_count() -> None:
    """After 12 weeks from 209.50 (the council leaves it out) to the whole 1,298 (it does not)."""
    home = {"own_home": "yes", "home_value": "250000", "home_who": "someone-else", "household": "others"}
    _first, after = worked_out({**FOR_GOOD, **home, "state_pension": "241.30", "cost": "1298"}).parts
    assert (after.meaning, after.charge) == ("may-be-all", (_D("209.50"), _D("1298")))
