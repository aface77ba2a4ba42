"""Worked examples: benefits for care, Council Tax, rent and smaller help, by age, household and day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from worked import IN_2025, IN_2026
from worked_benefits import CARER, PENSIONER, WORKER, Claim, found, lines, may, most, one

_D = Decimal
_ILL = {"needs": "no-benefit"}
_CHILD: dict[str, Any] = {"age": "under-16", "needs": "no-benefit"}
_SUMMER = date(2026, 7, 1)

EXAMPLES = (
    Claim("Attendance Allowance, higher rate", PENSIONER, _ILL, IN_2026, "attendance-allowance", _D("114.60")),
    Claim("Attendance Allowance a year before", PENSIONER, _ILL, IN_2025, "attendance-allowance", _D("110.40")),
    Claim(
        "PIP: both parts at the enhanced rate",
        WORKER,
        _ILL,
        IN_2026,
        "pip",
        _D("114.60") + _D("80.00"),
    ),
    Claim("PIP a year before", WORKER, _ILL, IN_2025, "pip", _D("110.40") + _D("77.05")),
    Claim(
        "DLA for a child: both parts at the highest rate", _CHILD, {}, IN_2026, "dla-child", _D("114.60") + _D("80.00")
    ),
    Claim("DLA for a child a year before", _CHILD, {}, IN_2025, "dla-child", _D("110.40") + _D("77.05")),
    Claim(
        "someone of pension age with a care benefit may get the higher rate",
        PENSIONER,
        {"needs": "care-benefit"},
        IN_2026,
        "more-for-care",
        _D("114.60"),
    ),
    Claim("Winter Fuel Payment, the higher of the two", PENSIONER, {}, IN_2026, "winter-fuel", _D("300")),
    Claim("Winter Fuel Payment in summer: no amount yet", PENSIONER, {}, _SUMMER, "winter-fuel", None),
    Claim("Warm Home Discount this winter", PENSIONER, {}, IN_2026, "warm-home", _D("150")),
    Claim("Warm Home Discount a year before: not in the figures", PENSIONER, {}, IN_2025, "warm-home", None),
    Claim("Cold Weather Payment a year before", PENSIONER, {}, IN_2025, "cold-weather", _D("25")),
    Claim("Cold Weather Payment this winter: not in the figures", PENSIONER, {}, IN_2026, "cold-weather", None),
    Claim("a TV licence", PENSIONER, {}, IN_2026, "tv-licence", _D("180")),
    Claim("a TV licence a year before", PENSIONER, {}, IN_2025, "tv-licence", _D("174.50")),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_claim(example: Claim) -> None:
    benefit = one(example.benefit, {**example.start, **example.change}, example.day)
    assert benefit.status == "may"
    assert most(benefit) == example.most


@pytest.mark.parametrize(
    ("answers", "there", "away"),
    [
        # Of the three benefits for care, age picks one.
        ({**PENSIONER, **_ILL}, {"attendance-allowance"}, {"pip", "dla-child"}),
        ({**WORKER, **_ILL}, {"pip"}, {"attendance-allowance", "dla-child"}),
        (_CHILD, {"dla-child", "blue-badge", "council-tax-band"}, {"pip", "attendance-allowance", "health-costs"}),
        ({"needs": "no-benefit"}, {"attendance-allowance", "pip", "dla-child"}, {"more-for-care"}),
        # Who needs no help is sent to none of them; who has one can ask for more.
        (PENSIONER, set(), {"attendance-allowance", "blue-badge", "council-tax-band", "more-for-care"}),
        ({**WORKER, "needs": "care-benefit"}, {"more-for-care", "blue-badge"}, {"pip"}),
        ({**WORKER, "needs": "other-benefit"}, {"pip"}, {"more-for-care"}),
        # Council Tax: alone, a condition of the mind, a carer who lives in.
        (PENSIONER, {"council-tax-alone", "council-tax-reduction"}, {"council-tax-mind", "council-tax-carer"}),
        ({**PENSIONER, "household": "others", "mind": "yes"}, {"council-tax-mind"}, {"council-tax-alone"}),
        ({**CARER, "household": "others"}, {"council-tax-carer"}, {"council-tax-alone"}),
        (CARER, {"council-tax-alone"}, {"council-tax-carer"}),
        # Rent: over State Pension age, savings to the limit; or over it with Pension Credit.
        ({**PENSIONER, "savings": "16000"}, {"housing-benefit"}, set()),
        ({**PENSIONER, "savings": "20000"}, {"housing-benefit", "pension-credit"}, set()),
        ({**PENSIONER, "savings": "20000", "state_pension": "300"}, set(), {"housing-benefit", "pension-credit"}),
        ({**PENSIONER, "household": "partner-mixed-ages"}, set(), {"housing-benefit", "pension-credit"}),
        (WORKER, {"universal-credit"}, {"housing-benefit", "winter-fuel", "tv-licence"}),
        # What comes with a benefit for a low income is not shown to someone who can get none.
        (PENSIONER, {"warm-home", "cold-weather", "tv-licence", "winter-fuel"}, set()),
        ({**PENSIONER, "state_pension": "900"}, {"winter-fuel"}, {"warm-home", "cold-weather", "tv-licence"}),
        ({**WORKER, "savings": "90000"}, {"health-costs"}, {"warm-home", "cold-weather"}),
    ],
)
def test_what_is_shown_and_what_is_not(answers: dict[str, Any], there: set[str], away: set[str]) -> None:
    shown = may(answers)
    assert there <= shown
    assert not away & shown


def test_someone_who_still_has_the_mobility_part_is_warned_of_both_together() -> None:
    benefit = one("attendance-allowance", {**PENSIONER, "needs": "other-benefit"})
    assert "one-care-benefit" in benefit.also_true
    assert "one-care-benefit" not in one("attendance-allowance", {**PENSIONER, **_ILL}).also_true


def test_each_rate_has_its_own_line_and_there_is_no_score() -> None:
    benefit = one("pip", {**WORKER, **_ILL})
    assert [step.amount.high for step in benefit.steps if step.amount] == [
        _D("76.70"),
        _D("114.60"),
        _D("30.30"),
        _D("80"),
    ]
    assert lines(one("attendance-allowance", {**PENSIONER, **_ILL}))["aa.lower"].amount == (_D("76.70"), _D("76.70"))


def test_a_child_who_needs_no_help_is_shown_nothing_and_told_what_to_do() -> None:
    result = found({"age": "under-16", "needs": "no"})
    assert result.benefits == ()
    assert "answer-as-carer" in result.next
