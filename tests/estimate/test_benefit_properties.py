"""What must hold for any answers: what is not known rules nothing out, dates, caring hours, income and savings."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worked import IN_2025, IN_2026, rows
from worked_benefits import CARER, OLD_CARER, PENSIONER, found, may, most, one

from kiosk import resources
from kiosk.document.blocks import Link
from kiosk.document.reading import readings
from kiosk.edition.reader import Edition
from kiosk.errors import InputError
from kiosk.estimate.benefit_page import benefits_page
from kiosk.estimate.benefit_questions import COUNTED_HOURS, benefit_questions
from kiosk.estimate.benefit_rule_words import benefit_rule_words
from kiosk.estimate.benefit_rules import BENEFIT_RULES
from kiosk.estimate.benefit_telling import tell_benefits
from kiosk.estimate.care_questions import care_questions
from kiosk.estimate.questions import MONEY, UNKNOWN, answers_asked_for
from kiosk.language import words_in

QUESTIONS = benefit_questions(words_in("en"))
HOURS = ("nobody", "under-20", "20-to-34", "35-or-more")
weekly = st.integers(0, 60_000).map(lambda number: Decimal(number) / 100)
savings = st.integers(0, 4_000_000).map(lambda number: Decimal(number) / 100)
days = st.integers(0, 728).map(lambda number: date(2025, 4, 7) + timedelta(number))


@st.composite
def any_answers(draw: st.DrawFn, unknown: bool = True) -> dict[str, Any]:
    """Answers to all that is asked, each known or, if wanted, not known."""
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        if not question.when(answers):
            continue
        if question.kind == MONEY:
            known: st.SearchStrategy[Any] = savings if question.unit == "GBP" else weekly
        else:
            known = st.sampled_from([choice.id for choice in question.choices] or ["yes", "no"])
        answers[question.id] = draw(st.one_of(known, st.just(UNKNOWN)) if unknown else known)
    if answers.get("household") == "alone" and answers.get("needs") == "no":
        answers["mind"] = "no"
    return answers


def _as_asked(answers: dict[str, Any]) -> dict[str, Any]:
    return dict(answers_asked_for(QUESTIONS, answers))


def _no_less(more: Decimal | None, less: Decimal | None) -> bool:
    return more is None or (less is not None and more >= less)


@given(answers=any_answers(unknown=False), forgotten=st.sets(st.sampled_from([question.id for question in QUESTIONS])))
def test_what_is_not_known_never_takes_a_benefit_away(answers: dict[str, Any], forgotten: set[str]) -> None:
    less = _as_asked({key: UNKNOWN if key in forgotten else value for key, value in answers.items()})
    assert may(answers) <= may(less)


@given(answers=any_answers(unknown=False), forgotten=st.sets(st.sampled_from([question.id for question in QUESTIONS])))
def test_what_is_not_known_never_makes_the_most_less(answers: dict[str, Any], forgotten: set[str]) -> None:
    less = _as_asked({key: UNKNOWN if key in forgotten else value for key, value in answers.items()})
    by_id = {benefit.id: benefit for benefit in found(less).benefits}
    for benefit in found(answers).benefits:
        if benefit.status == "may" and benefit.id != "more-for-care":
            assert _no_less(most(by_id[benefit.id]), most(benefit))


@given(answers=any_answers(), day=days)
def test_a_later_date_never_uses_an_earlier_rate(answers: dict[str, Any], day: date) -> None:
    for benefit in found(answers, day).benefits:
        for step in benefit.steps:
            if step.figure is not None:
                assert step.figure.holds_on(day)
                assert step.figure.verified
                assert step.figure.amount is not None


@given(answers=any_answers(), day=days)
def test_an_amount_without_a_figure_for_the_day_is_asked_for(answers: dict[str, Any], day: date) -> None:
    result = found(answers, day)
    for benefit in result.benefits:
        if benefit.status == "may" and benefit.unit and benefit.most is None:
            assert any(step.id in result.ask for step in benefit.steps if step.amount is None)


@given(answers=any_answers(), hours=st.tuples(st.sampled_from(HOURS), st.sampled_from(HOURS)))
def test_more_hours_of_caring_never_take_anything_away(answers: dict[str, Any], hours: tuple[str, str]) -> None:
    if answers["age"] == "under-16":
        return
    few, many = sorted(hours, key=HOURS.index)
    before = _as_asked({**answers, "cares": few})
    after = _as_asked({**answers, "cares": many})
    assert may(before) <= may(after)
    assert _no_less(_credit(after), _credit(before))


@given(answers=any_answers(), more=weekly, which=st.sampled_from(["earnings", "state_pension", "other_income"]))
def test_more_income_never_adds_a_benefit_nor_raises_one(answers: dict[str, Any], more: Decimal, which: str) -> None:
    if not isinstance(answers.get(which), Decimal):
        return
    richer = {**answers, which: answers[which] + more}
    assert may(richer) <= may(answers)
    assert _no_less(_credit(answers), _credit(richer))


@given(answers=any_answers(), more=savings)
def test_more_savings_never_add_a_benefit_nor_raise_one(answers: dict[str, Any], more: Decimal) -> None:
    if not isinstance(answers.get("savings"), Decimal):
        return
    richer = {**answers, "savings": answers["savings"] + more}
    assert may(richer) <= may(answers)
    assert _no_less(_credit(answers), _credit(richer))


def _credit(answers: dict[str, Any]) -> Decimal | None:
    """The most that Pension Credit can be: nothing where it is not shown or ruled out, None where it is not known."""
    for benefit in found(answers).benefits:
        if benefit.id == "pension-credit":
            return most(benefit) if benefit.status == "may" else Decimal(0)
    return Decimal(0)


@given(answers=any_answers(), language=st.sampled_from(["en", "ar"]), day=days)
def test_any_answers_can_be_told_with_a_reason_for_each_benefit(
    answers: dict[str, Any], language: str, day: date
) -> None:
    told = tell_benefits(found(answers, day), words_in(language))
    assert told.headline
    for benefit in told.benefits:
        assert benefit.title
        assert benefit.because
        assert benefit.rules
        assert benefit.guide
        assert benefit.contacts
        assert benefit.how or benefit.status == "not-now"
        if benefit.least is not None and benefit.most is not None:
            assert Decimal(0) <= benefit.least <= benefit.most


@given(answers=any_answers(), language=st.sampled_from(["en", "ar"]))
def test_any_result_as_a_page_names_every_benefit_and_leads_to_each_of_our_pages_once(
    demo_edition: Edition, answers: dict[str, Any], language: str
) -> None:
    words = words_in(language)
    told = tell_benefits(found(answers, IN_2026), words)
    page = benefits_page(told, demo_edition.library, words, IN_2026)
    said = "\n".join(reading.text for reading in readings(page))
    assert said.index(told.headline) < said.index(told.not_a_decision)
    for benefit in told.benefits:
        assert benefit.title in said
        assert benefit.text in said
    targets = [part.target for block in page.blocks for part in getattr(block, "inlines", ()) if isinstance(part, Link)]
    assert len(targets) == len(set(targets))


@given(answers=any_answers())
def test_nobody_is_asked_more_than_ten_questions(answers: dict[str, Any]) -> None:
    assert len(answers) <= 10
    assert set(found(answers).unknown) == {key for key, value in answers.items() if value == UNKNOWN}


def test_the_hours_of_the_choices_are_those_of_the_figures() -> None:
    amounts = {row.key: row.amount for row in rows() if row.key in COUNTED_HOURS}
    assert amounts == {"ca.hours": 35, "ccredit.hours": 20}


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2024, 11, 22), date(2027, 4, 6)])
def test_a_day_with_no_figures_is_said(day: date) -> None:
    with pytest.raises(InputError, match="there are no figures for"):
        found(PENSIONER, day)


def test_an_unverified_rate_is_as_good_as_none() -> None:
    from dataclasses import replace

    from kiosk.estimate.benefit_questions import check_benefit_answers
    from kiosk.estimate.benefits import estimate
    from kiosk.estimate.figures_on import figures_of_rows

    unsure = [replace(row, verified=row.verified and row.key != "ca.rate") for row in rows()]
    result = estimate(check_benefit_answers(CARER), figures_of_rows(unsure, IN_2026))
    (allowance,) = [benefit for benefit in result.benefits if benefit.id == "carers-allowance"]
    assert allowance.most is None
    assert "ca.rate" in result.ask
    told = tell_benefits(result, words_in("en"))
    assert [benefit.text for benefit in told.benefits if benefit.id == "carers-allowance"] == ["Ask how much it is."]


def test_without_an_earnings_limit_no_pay_rules_the_allowance_out() -> None:
    from dataclasses import replace

    from kiosk.estimate.benefit_questions import check_benefit_answers
    from kiosk.estimate.benefits import estimate
    from kiosk.estimate.figures_on import figures_of_rows

    unsure = [replace(row, verified=row.verified and row.key != "ca.earnings") for row in rows()]
    answers = check_benefit_answers({**CARER, "earnings": "500"})
    assert "carers-allowance" in estimate(answers, figures_of_rows(unsure, IN_2026)).may()


def test_this_years_rate_is_not_last_years() -> None:
    before, after = one("carers-allowance", CARER, IN_2025), one("carers-allowance", CARER, IN_2026)
    assert (most(before), most(after)) == (Decimal("83.30"), Decimal("86.45"))


def test_nothing_answered_shows_everything_that_an_answer_could_open() -> None:
    everything = may({})
    for answers in (PENSIONER, CARER, OLD_CARER, {"age": "under-16", "needs": "no-benefit"}):
        assert may(answers) <= everything
    assert len(found({}).unknown) == 10


def test_what_is_ruled_out_comes_last() -> None:
    statuses = [benefit.status for benefit in found({**CARER, "earnings": "900"}).benefits]
    assert statuses == sorted(statuses)
    assert "not-now" in statuses


def test_every_page_and_number_that_is_named_exists() -> None:
    national = resources.national_source()
    guides = {path.stem for path in national.glob("guides/en/*/*.md")}
    numbers = (national / "contacts.csv").read_text(encoding="utf-8")
    for answers in ({}, {**CARER, "earnings": "900"}, {"age": "under-16"}):
        for benefit in found(answers).benefits:
            assert benefit.guide in guides
            for key in benefit.contacts:
                assert key.startswith("council.") or f"\n{key}," in numbers


def test_every_rule_names_a_page_and_what_is_not_official_is_said() -> None:
    assert all(rule.source and rule.url.startswith("http") for rule in BENEFIT_RULES.values())
    assert set(benefit_rule_words(words_in("en"))) == set(BENEFIT_RULES)
    told = tell_benefits(found({"needs": "care-benefit"}), words_in("en"))
    notes = {rule.id: rule.note for benefit in told.benefits for rule in benefit.rules}
    assert notes["pc-severe-disability"] == ""
    assert all(bool(notes[name]) == (not BENEFIT_RULES[name].official) for name in notes)


def test_both_estimates_ask_the_same_thing_in_the_same_words() -> None:
    care = {question.id: question.text for question in care_questions(words_in("en"))}
    mine = {question.id: question.text for question in QUESTIONS}
    assert care["state_pension"] == mine["state_pension"]
    assert care["age"] == mine["age"]


def test_the_docs_name_the_regulations() -> None:
    page = (Path(__file__).parents[2] / "docs" / "estimates.md").read_text(encoding="utf-8")
    for name in ("SI 1976/409", "SI 2002/1792", "SI 2013/376", "SI 1979/597", "SI 1992/552", "SI 1992/554"):
        assert name in page
