"""Worked examples for people who care: hours, earnings, studies, and what State Pension leaves of the allowance."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from worked import IN_2025, IN_2026
from worked_benefits import CARER, OLD_CARER, PENSIONER, WORKER, Claim, found, lines, may, most, one

_D = Decimal
_CA = "carers-allowance"

EXAMPLES = (
    Claim("35 hours for someone with a care benefit", CARER, {}, IN_2026, _CA, _D("86.45")),
    Claim("the same a year before", CARER, {}, IN_2025, _CA, _D("83.30")),
    Claim("earning exactly the limit is not over it", CARER, {"earnings": "204"}, IN_2026, _CA, _D("86.45")),
    Claim("earning exactly the limit of a year before", CARER, {"earnings": "196"}, IN_2025, _CA, _D("83.30")),
    Claim("savings do not matter", CARER, {"savings": "500000"}, IN_2026, _CA, _D("86.45")),
    Claim("the hours are not known", CARER, {"cares": "dont-know"}, IN_2026, _CA, _D("86.45")),
    Claim("the other's benefit is not known", CARER, {"cared_benefit": "dont-know"}, IN_2026, _CA, _D("86.45")),
    Claim(
        "State Pension of £50 is made up to the rate",
        OLD_CARER,
        {"state_pension": "50"},
        IN_2026,
        _CA,
        _D("86.45") - _D("50"),
    ),
    Claim(
        "State Pension of exactly the rate leaves nothing", OLD_CARER, {"state_pension": "86.45"}, IN_2026, _CA, _D(0)
    ),
    Claim(
        "full State Pension leaves nothing, but the entitlement",
        OLD_CARER,
        {"state_pension": "241.30"},
        IN_2026,
        _CA,
        _D(0),
    ),
    Claim("no State Pension at all", OLD_CARER, {}, IN_2026, _CA, _D("86.45")),
    Claim("State Pension is not known", OLD_CARER, {"state_pension": "dont-know"}, IN_2026, _CA, _D("86.45")),
    Claim("the carer element is by the month", CARER, {}, IN_2026, "uc-carer", _D("209.34")),
    Claim("the carer element a year before", CARER, {}, IN_2025, "uc-carer", _D("201.68")),
    Claim(
        "pay over the limit does not rule out the carer element",
        CARER,
        {"earnings": "600"},
        IN_2026,
        "uc-carer",
        _D("209.34"),
    ),
    Claim(
        "savings of exactly the limit are not over it", CARER, {"savings": "16000"}, IN_2026, "uc-carer", _D("209.34")
    ),
    Claim(
        "an older carer with a younger partner looks to Universal Credit",
        OLD_CARER,
        {"household": "partner-mixed-ages"},
        IN_2026,
        "uc-carer",
        _D("209.34"),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_claim(example: Claim) -> None:
    benefit = one(example.benefit, {**example.start, **example.change}, example.day)
    assert benefit.status == "may"
    assert most(benefit) == example.most


@pytest.mark.parametrize(
    ("change", "day", "because"),
    [
        ({"earnings": "204.01"}, IN_2026, "earns-too-much"),
        ({"earnings": "204"}, IN_2025, "earns-too-much"),
        ({"earnings": "196.01"}, IN_2025, "earns-too-much"),
        ({"study": "yes"}, IN_2026, "study:yes"),
    ],
)
def test_what_rules_the_allowance_out_is_said(change: dict[str, str], day: Any, because: str) -> None:
    benefit = one(_CA, {**CARER, **change}, day)
    assert benefit.status == "not-now"
    assert because in benefit.because
    assert "carers-credit" in may({**CARER, **change}, day)


def test_fewer_hours_give_the_credit_but_not_the_allowance() -> None:
    benefit = one(_CA, {**WORKER, "cares": "20-to-34"})
    assert benefit.because == ("cares:20-to-34", "too-few-hours")
    assert "carers-credit" in may({**WORKER, "cares": "20-to-34"})
    assert "carers-credit" not in may({**WORKER, "cares": "under-20"})


def test_when_the_other_person_has_no_care_benefit_that_comes_first() -> None:
    answers = {**WORKER, "cares": "35-or-more", "cared_benefit": "no"}
    benefit = one(_CA, answers)
    assert benefit.status == "not-now"
    assert benefit.how == ("cared-claims-first",)
    assert "uc-carer" not in may(answers)
    assert "council-tax-carer" not in may({**answers, "household": "others"})


def test_a_claim_says_that_someone_else_may_lose_and_how_much() -> None:
    benefit = one(_CA, CARER)
    assert benefit.how[0] == "advice-first"
    assert benefit.effects[0] == "severe-disability-goes"
    lost = lines(benefit)["pc.severe_disability"]
    assert lost.amount == (_D("86.05"), _D("86.05"))
    assert "advice-before-carers" in found(CARER).next


def test_an_allowance_that_is_not_paid_takes_nothing_from_anyone() -> None:
    benefit = one(_CA, {**OLD_CARER, "state_pension": "241.30"})
    assert benefit.effects[:2] == ("underlying", "severe-disability-stays")
    assert "pc.severe_disability" not in lines(benefit)


def test_with_a_state_pension_that_is_not_known_both_are_said() -> None:
    effects = one(_CA, {**OLD_CARER, "state_pension": "dont-know"}).effects
    assert {"severe-disability-goes", "underlying-maybe"} <= set(effects)


def test_studies_rule_out_the_carer_element_too() -> None:
    assert "uc-carer" not in may({**CARER, "study": "yes"})


def test_savings_over_the_limit_rule_out_universal_credit() -> None:
    answers = {**CARER, "savings": "16000.01"}
    assert not {"uc-carer", "universal-credit"} & may(answers)
    assert "savings-too-high" in one("universal-credit", answers).because


def test_people_over_state_pension_age_are_not_sent_to_universal_credit() -> None:
    assert not {"uc-carer", "universal-credit", "carers-credit"} & may(OLD_CARER)
    assert "universal-credit" in may({**PENSIONER, "household": "partner-mixed-ages"})


def test_someone_who_looks_after_nobody_sees_nothing_for_carers() -> None:
    shown = may({**WORKER, "household": "others"})
    assert not {_CA, "uc-carer", "carers-credit", "council-tax-carer"} & shown
