"""What must hold for any answers: more savings, what must be left, dates, and what is not known."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worked import AT_HOME, FOR_A_TIME, FOR_GOOD, IN_2025, IN_2026, only_part, rows, steps, worked_out

from kiosk.errors import InputError
from kiosk.estimate.care_contradictions import contradictions
from kiosk.estimate.care_questions import care_questions, check_care_answers
from kiosk.estimate.figures_on import figures_of_rows
from kiosk.estimate.questions import MONEY, UNKNOWN, answers_asked_for, asked
from kiosk.estimate.spans import Span
from kiosk.estimate.telling import tell
from kiosk.language import words_in

QUESTIONS = care_questions(words_in("en"))
pennies = st.integers(0, 4_000_000).map(lambda number: Decimal(number) / 100)
weekly = st.integers(0, 150_000).map(lambda number: Decimal(number) / 100)


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to all that is asked, each known or not known."""
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        if not question.when(answers):
            continue
        if question.kind == MONEY:
            known: st.SearchStrategy[Any] = weekly if question.unit.endswith("week") else pennies
        else:
            known = st.sampled_from([choice.id for choice in question.choices] or ["yes", "no"])
        answers[question.id] = draw(st.one_of(known, st.just(UNKNOWN)))
    for key in contradictions(answers, words_in("en")):
        answers[key] = UNKNOWN
    return answers


def _no_less(more: Span | None, less: Span | None) -> bool:
    if more is None or less is None:
        return True
    high = more.high is None or (less.high is not None and more.high >= less.high)
    return more.low >= less.low and high


@given(answers=any_answers(), more=pennies, which=st.sampled_from(["savings", "joint_savings", "other_property"]))
def test_more_savings_never_lower_the_charge(answers: dict[str, Any], more: Decimal, which: str) -> None:
    answers[which] = Decimal(0) if answers[which] == UNKNOWN else answers[which]
    before, after = worked_out(answers), worked_out({**answers, which: answers[which] + more})
    same = len(before.parts) == len(after.parts)
    later = after.parts if same else (after.parts[-1],) * len(before.parts)  # else the 12 weeks are lost
    pairs = zip(before.parts, later, strict=True)
    assert all(_no_less(now.charge, then.charge) for then, now in pairs)


@given(state=weekly, private=weekly, benefit=weekly, savings=pennies, cost=weekly)
@pytest.mark.parametrize(
    ("start", "allowance"),
    [(FOR_GOOD, "31.80"), (FOR_A_TIME, "31.80"), (AT_HOME, "241.45")],
    ids=["good", "time", "home"],
)
def test_what_is_left_is_never_less_than_the_allowance(
    start: dict[str, Any],
    allowance: str,
    state: Decimal,
    private: Decimal,
    benefit: Decimal,
    savings: Decimal,
    cost: Decimal,
) -> None:
    """Of the income that counts, that from savings with it; someone over the limit pays from savings."""
    money = {"state_pension": state, "private_pension": private, "savings": min(savings, Decimal(23_250))}
    extra = {"disability_benefit": benefit} if start is not AT_HOME else {}
    result = worked_out({**start, **money, **extra, "cost": cost})
    (part,) = result.parts
    income = steps(result)["income-total"].amount
    assert part.charge is not None
    assert income is not None
    assert part.charge.high is not None
    assert income.high is not None
    assert part.charge.high <= cost
    if part.charge.high:
        assert income.high - part.charge.high >= Decimal(allowance)


@given(answers=any_answers(), days=st.integers(0, 364))
def test_a_later_date_never_uses_an_earlier_rate(answers: dict[str, Any], days: int) -> None:
    day = date(2026, 4, 6) + timedelta(days)
    for step in worked_out(answers, day).steps:
        if step.figure is not None:
            assert step.figure.holds_on(day)
            assert step.figure.verified
            assert step.figure.amount is not None


@given(answers=any_answers())
def test_any_answers_give_a_result_that_can_be_told_with_its_amounts_in_order(answers: dict[str, Any]) -> None:
    result = worked_out(answers)
    told = tell(result, words_in("en"))
    assert told.headline
    assert all(step.label and step.source for step in told.steps)
    for part in result.parts:
        if part.charge is not None:
            assert part.charge.low >= 0
            assert part.charge.high is None or part.charge.low <= part.charge.high
            assert part.charge == part.charge.in_pennies()


_MATTERS = ("state_pension", "private_pension", "other_benefits", "cost", "savings", "joint_savings", "other_property")


@given(
    state=st.integers(300, 700), which=st.sampled_from(_MATTERS), start=st.sampled_from([AT_HOME, FOR_GOOD, FOR_A_TIME])
)
def test_an_unknown_amount_never_gives_a_certain_charge(start: dict[str, Any], which: str, state: int) -> None:
    """With an income that the cost of 1,000 does not cap."""
    answers = {**start, "state_pension": state, which: UNKNOWN}
    part = only_part(answers)
    assert part.charge is not None
    assert not part.charge.is_certain
    assert which in worked_out(answers).unknown


@given(answers=any_answers())
def test_what_is_not_known_holds_what_it_turns_out_to_be(answers: dict[str, Any]) -> None:
    """Learning an amount later can only narrow the span, never step out of it."""
    learnt = {key: (Decimal(0) if value == UNKNOWN and key in _MATTERS else value) for key, value in answers.items()}
    learnt = dict(answers_asked_for(QUESTIONS, learnt))
    before, after = worked_out(answers).parts, worked_out(learnt).parts
    if len(before) != len(after):
        return
    for wide, narrow in zip(before, after, strict=True):
        if wide.charge is not None and narrow.charge is not None:
            assert wide.charge.low <= narrow.charge.low
            assert wide.charge.high is None or (
                narrow.charge.high is not None and narrow.charge.high <= wide.charge.high
            )


@pytest.mark.parametrize("household", ["partner", "child", "partner-and-child", UNKNOWN])
def test_rates_that_are_not_known_are_asked_of_the_council_and_never_guessed(household: str) -> None:
    answers = {**AT_HOME, "household": household, "state_pension": "241.30"}
    kept = {key: value for key, value in answers.items() if household == UNKNOWN or not key.endswith("_premium")}
    result = worked_out(kept)
    assert result.parts[0].charge is None
    assert result.parts[0].meaning == "not-worked-out"
    assert any(key.startswith("mig") for key in result.ask)
    income = steps(result)["income-total"].amount
    assert income == (Decimal("241.30"), Decimal("241.30"))


def test_a_premium_of_last_year_is_never_used_this_year() -> None:
    answers = {**AT_HOME, "age": "25-to-pension-age", "other_benefits": "200", "disability_premium": "yes"}
    assert "mig.disability_premium_single" not in worked_out(answers, IN_2025).ask
    result = worked_out(answers, IN_2026)
    assert "mig.disability_premium_single" in result.ask
    assert steps(result)["mig.disability_premium_single"].amount is None


def test_a_savings_credit_allowance_without_a_figure_is_asked_for() -> None:
    result = worked_out({**FOR_GOOD, "state_pension": "241.30", "savings_credit": "yes"})
    assert result.parts[0].charge == (Decimal(0), Decimal("209.50"))
    assert "savings_disregard.single" in result.ask


def test_an_unverified_figure_is_as_good_as_none() -> None:
    from dataclasses import replace

    unsure = [replace(row, verified=row.verified and row.key != "pea") for row in rows()]
    from kiosk.estimate.care_costs import estimate

    result = estimate(check_care_answers({**FOR_GOOD, "state_pension": "241.30"}), figures_of_rows(unsure, IN_2026))
    assert result.parts[0].charge is None
    assert "pea" in result.ask


def test_a_day_with_limits_but_no_allowance_gives_the_steps_that_can_be_known() -> None:
    result = worked_out({**FOR_GOOD, "state_pension": "241.30"}, date(2024, 11, 22))
    assert result.parts[0].charge is None
    assert result.ask == ("pea",)
    assert steps(result)["income-total"].amount == (Decimal("241.30"), Decimal("241.30"))


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2027, 4, 6), date(2030, 1, 1)])
def test_a_day_with_no_figures_is_said(day: date) -> None:
    with pytest.raises(InputError, match="there are no figures for"):
        worked_out(FOR_GOOD, day)


def test_nobody_is_asked_what_does_not_matter_to_them() -> None:
    ids = [question.id for question in asked(QUESTIONS, check_care_answers({"care": "home", "household": "alone"}))]
    assert "own_home" not in ids
    assert "stay" not in ids
    assert "housing_costs" in ids
    ids = [question.id for question in asked(QUESTIONS, check_care_answers({"care": "care-home", "stay": "permanent"}))]
    assert "own_home" in ids
    assert "housing_costs" not in ids


def test_nothing_answered_is_a_result_without_an_amount() -> None:
    result = worked_out({})
    assert [part.charge for part in result.parts] == [None]
    assert "care" in result.unknown
