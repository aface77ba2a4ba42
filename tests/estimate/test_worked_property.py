"""Worked examples of people who own a home and move to a care home for good."""

from __future__ import annotations

from decimal import Decimal

from worked import FOR_GOOD, steps, worked_out

_D = Decimal


def test_a_home_that_counts_is_free_for_12_weeks_and_then_makes_one_pay_all() -> None:
    """241.30 - 31.80 = 209.50 for 12 weeks; then 5,000 + 250,000 is over 23,250 and the whole 1,298 is due."""
    home = {"own_home": "yes", "home_value": "250000", "home_who": "nobody"}
    result = worked_out({**FOR_GOOD, **home, "savings": "5000", "state_pension": "241.30", "cost": "1298"})
    first, after = result.parts
    assert (first.id, first.meaning, first.charge) == ("first-weeks", "part", (_D("209.50"), _D("209.50")))
    assert (after.id, after.meaning, after.charge) == ("after", "all", (_D("1298"), _D("1298")))
    assert steps(result)["property.disregard_weeks"].figure is not None
    assert steps(result)["capital-total"].amount == (_D("255000"), _D("255000"))
    assert steps(result)["home-counts"].part == "after"
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
