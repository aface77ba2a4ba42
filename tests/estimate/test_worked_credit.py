"""Worked examples of Pension Credit: what income is made up to, less what of the income counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from worked import IN_2025, IN_2026
from worked_benefits import OLD_CARER, PENSIONER, Claim, lines, most, one

_D = Decimal
_COUPLE = {**PENSIONER, "household": "partner"}
_CREDIT = "pension-credit"

EXAMPLES = (
    Claim(
        "no income at all: the whole guarantee for a single person",
        PENSIONER,
        {},
        IN_2026,
        _CREDIT,
        _D("238.00"),
    ),
    Claim("the same a year before", PENSIONER, {}, IN_2025, _CREDIT, _D("227.10")),
    Claim(
        "full basic State Pension only",
        PENSIONER,
        {"state_pension": "184.90"},
        IN_2026,
        _CREDIT,
        _D("238.00") - _D("184.90"),
    ),
    Claim(
        "full basic State Pension a year before",
        PENSIONER,
        {"state_pension": "176.45"},
        IN_2025,
        _CREDIT,
        _D("227.10") - _D("176.45"),
    ),
    Claim(
        "a small pension from work comes off too",
        PENSIONER,
        {"state_pension": "184.90", "other_income": "30"},
        IN_2026,
        _CREDIT,
        _D("238.00") - _D("184.90") - _D("30"),
    ),
    Claim(
        "savings of exactly the part that is ignored stand for nothing",
        PENSIONER,
        {"state_pension": "184.90", "savings": "10000"},
        IN_2026,
        _CREDIT,
        _D("53.10"),
    ),
    Claim(
        "a penny more is part of a step, and counts as £1",
        PENSIONER,
        {"state_pension": "184.90", "savings": "10000.01"},
        IN_2026,
        _CREDIT,
        _D("53.10") - _D("1"),
    ),
    Claim(
        "£12,250 is 4 steps of £500 and half a step: £5 a week",
        PENSIONER,
        {"state_pension": "184.90", "savings": "12250"},
        IN_2026,
        _CREDIT,
        _D("53.10") - _D("5"),
    ),
    Claim(
        "there is no upper limit: £30,000 stands for £40 a week",
        PENSIONER,
        {"state_pension": "184.90", "savings": "30000"},
        IN_2026,
        _CREDIT,
        _D("53.10") - _D("40"),
    ),
    Claim(
        "a couple with 2 basic State Pensions, the partner's as other income",
        _COUPLE,
        {"state_pension": "184.90", "other_income": "110.75"},
        IN_2026,
        _CREDIT,
        _D("363.25") - _D("184.90") - _D("110.75"),
    ),
    Claim(
        "a couple a year before",
        _COUPLE,
        {"state_pension": "176.45"},
        IN_2025,
        _CREDIT,
        _D("346.60") - _D("176.45"),
    ),
    Claim(
        "someone who lives with other adults is single",
        PENSIONER,
        {"household": "others", "state_pension": "184.90"},
        IN_2026,
        _CREDIT,
        _D("53.10"),
    ),
    Claim(
        "alone with a care benefit: the amount for severe disability may come on top",
        PENSIONER,
        {"needs": "care-benefit", "state_pension": "241.30"},
        IN_2026,
        _CREDIT,
        _D("238.00") + _D("86.05") - _D("241.30"),
    ),
    Claim(
        "the same a year before",
        PENSIONER,
        {"needs": "care-benefit", "state_pension": "230.25"},
        IN_2025,
        _CREDIT,
        _D("227.10") + _D("82.90") - _D("230.25"),
    ),
    Claim(
        "alone, needs help and has no benefit yet: it would come with Attendance Allowance",
        PENSIONER,
        {"needs": "no-benefit", "state_pension": "241.30"},
        IN_2026,
        _CREDIT,
        _D("82.75"),
    ),
    Claim(
        "with other adults there is normally no amount for severe disability",
        PENSIONER,
        {"household": "others", "needs": "care-benefit", "state_pension": "184.90"},
        IN_2026,
        _CREDIT,
        _D("53.10"),
    ),
    Claim(
        "a couple where both may qualify: twice the amount",
        _COUPLE,
        {"needs": "care-benefit", "state_pension": "241.30", "other_income": "130"},
        IN_2026,
        _CREDIT,
        _D("363.25") + _D("172.10") - _D("241.30") - _D("130"),
    ),
    Claim(
        "the same a year before: that amount is not in the figures, so none is given",
        _COUPLE,
        {"needs": "care-benefit", "state_pension": "230.25"},
        IN_2025,
        _CREDIT,
        None,
    ),
    Claim(
        "a carer whose State Pension is paid in place of Carer's Allowance gets the carer amount",
        OLD_CARER,
        {"state_pension": "241.30"},
        IN_2026,
        _CREDIT,
        _D("238.00") + _D("48.15") - _D("241.30"),
    ),
    Claim(
        "a carer a year before",
        OLD_CARER,
        {"state_pension": "230.25"},
        IN_2025,
        _CREDIT,
        _D("227.10") + _D("46.40") - _D("230.25"),
    ),
    Claim(
        "a carer who is ill too: both amounts",
        OLD_CARER,
        {"needs": "care-benefit", "state_pension": "241.30"},
        IN_2026,
        _CREDIT,
        _D("238.00") + _D("86.05") + _D("48.15") - _D("241.30"),
    ),
    Claim(
        "someone who cares for less than 35 hours gets no carer amount",
        PENSIONER,
        {"cares": "20-to-34", "state_pension": "184.90"},
        IN_2026,
        _CREDIT,
        _D("53.10"),
    ),
    Claim(
        "of £100 of pay, £20 at the most does not count",
        PENSIONER,
        {"state_pension": "100", "earnings": "100"},
        IN_2026,
        _CREDIT,
        _D("238.00") - _D("100") - (_D("100") - _D("20")),
    ),
    Claim(
        "pay of £15 may not count at all",
        PENSIONER,
        {"state_pension": "184.90", "earnings": "15"},
        IN_2026,
        _CREDIT,
        _D("53.10"),
    ),
    Claim(
        "who lives there is not known: at most that of a couple",
        PENSIONER,
        {"household": "dont-know", "state_pension": "184.90"},
        IN_2026,
        _CREDIT,
        _D("363.25") - _D("184.90"),
    ),
    Claim(
        "the State Pension is not known: at most the whole guarantee",
        PENSIONER,
        {"state_pension": "dont-know"},
        IN_2026,
        _CREDIT,
        _D("238.00"),
    ),
    Claim("savings credit of a single person", PENSIONER, {}, IN_2026, "savings-credit", _D("17.96")),
    Claim("savings credit of a couple", _COUPLE, {}, IN_2026, "savings-credit", _D("20.10")),
    Claim("savings credit a year before", PENSIONER, {}, IN_2025, "savings-credit", _D("17.30")),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_sum(example: Claim) -> None:
    benefit = one(example.benefit, {**example.start, **example.change}, example.day)
    assert benefit.status == "may"
    assert most(benefit) == example.most


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"state_pension": "238.00"}, "income-too-high"),
        ({"state_pension": "241.30"}, "income-too-high"),
        ({"state_pension": "184.90", "other_income": "53.10"}, "income-too-high"),
        ({"earnings": "258"}, "income-too-high"),
        ({"savings": "128500.01"}, "income-too-high"),
        ({"household": "partner-mixed-ages"}, "household:partner-mixed-ages"),
    ],
)
def test_what_rules_pension_credit_out_is_said(change: dict[str, str], because: str) -> None:
    benefit = one("pension-credit", {**PENSIONER, **change})
    assert benefit.status == "not-now"
    assert because in benefit.because
    assert benefit.most is None


def test_a_penny_below_the_guarantee_is_worth_a_penny() -> None:
    assert most(one("pension-credit", {**PENSIONER, "state_pension": "237.99"})) == _D("0.01")


def test_every_line_of_the_sum_is_there_in_its_order() -> None:
    answers = {**OLD_CARER, "needs": "care-benefit", "state_pension": "100", "earnings": "50", "savings": "10500"}
    steps = lines(one("pension-credit", answers))
    assert [(step.id, step.kind) for step in steps.values() if step.kind != "note"] == [
        ("pc.guarantee_single", "add"),
        ("pc.severe_disability", "add"),
        ("pc.carer", "add"),
        ("pc-made-up-to", "result"),
        ("state-pension", "take"),
        ("other-income", "take"),
        ("earnings", "take"),
        ("savings-income", "take"),
        ("pension-credit", "result"),
    ]
    assert steps["earnings"].amount == (_D("30"), _D("50"))
    assert steps["savings-income"].amount == (_D("1"), _D("1"))
    # least: 238 - 100 - 0 - 50 - 1 = 87; most: 238 + 86.05 + 48.15 - 100 - 30 - 1 = 241.20
    assert steps["pension-credit"].amount == (_D("87"), _D("241.20"))
