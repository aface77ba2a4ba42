"""``kiosk estimate benefits``: questions, answers from a file, reasons, and one plain sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from run_estimate import Run, runs
from worked_benefits import CARER, OLD_CARER, PENSIONER


@pytest.fixture
def run(demo_folder: Path, tmp_path: Path) -> Run:
    return runs("benefits", demo_folder, tmp_path)


def test_every_question_is_listed_with_its_type_unit_and_choices(run: Run) -> None:
    found = json.loads(run(None, "--questions", "--json").output)
    assert found["estimate"] == "benefits"
    by_id = {row["id"]: row for row in found["questions"]}
    assert by_id["earnings"]["unit"] == "GBP a week"
    assert [choice["id"] for choice in by_id["cares"]["choices"]] == ["nobody", "under-20", "20-to-34", "35-or-more"]
    assert all(row["unknown"] == "dont-know" and row["text"] for row in found["questions"])
    assert "mind (yes, no, dont-know)" in run(None, "--questions").output


def test_each_benefit_has_reason_amount_way_to_claim_number_and_page(run: Run) -> None:
    found = json.loads(run({**PENSIONER, "needs": "no-benefit", "state_pension": "241.30"}, "--json").output)
    assert found["day"] == "2026-11-22"
    assert "not a decision" in found["not_a_decision"]
    first = found["benefits"][0]
    assert first["title"] == "Attendance Allowance"
    assert first["heading"] == "You may be able to claim"
    assert first["because"][1] == "You said that you need help and get no benefit for it."
    assert (first["text"], first["most"]) == ("Up to £114.60 a week", "114.60")
    assert first["how"][0] == "Ring for the form, or claim online."
    assert first["contacts"][0] == "dwp.attendance-allowance"
    assert first["guide"] == "attendance-allowance"
    assert {step["figure"] for step in first["steps"]} == {"aa.lower", "aa.higher"}
    assert {step["since"] for step in first["steps"]} == {"2026-04-06"}
    assert all(rule["source"] and rule["url"] for benefit in found["benefits"] for rule in benefit["rules"])


def test_what_one_benefit_does_to_another_is_said(run: Run) -> None:
    said = run(CARER).output
    assert "The person you care for may lose extra money for severe disability. Get advice before you claim." in said
    assert "[pc.severe_disability from 2026-04-06]" in said
    paid = run({**OLD_CARER, "state_pension": "241.30"}).output
    assert "No money is paid beside your State Pension." in paid
    assert "underlying entitlement" in paid


def test_what_is_ruled_out_names_the_answer(run: Run) -> None:
    found = json.loads(run({**CARER, "earnings": "300"}, "--json").output)
    last = found["benefits"][-1]
    assert (last["id"], last["heading"]) == ("carers-allowance", "Probably not now")
    assert "You said that you earn more than the limit." in last["because"]
    assert last["text"] == ""
    assert [step["text"] for step in last["steps"] if step["id"] == "ca.earnings"] == ["£204"]


def test_an_amount_that_is_not_in_the_figures_is_asked_for(run: Run) -> None:
    found = json.loads(run(PENSIONER, "--json").output)
    cold = next(benefit for benefit in found["benefits"] if benefit["id"] == "cold-weather")
    assert (cold["text"], cold["most"]) == ("Ask how much it is.", None)
    assert {"key": "cwp", "label": "For each 7 days of very cold weather"} in found["ask"]


def test_a_year_before_has_the_amounts_of_that_year(run: Run) -> None:
    found = json.loads(run(CARER, "--json", "--on", "2026-04-05").output)
    assert next(row["most"] for row in found["benefits"] if row["id"] == "carers-allowance") == "83.30"


def test_a_rule_that_was_not_seen_on_an_official_page_says_so(run: Run) -> None:
    found = json.loads(run(PENSIONER, "--json").output)
    rules = {rule["id"]: rule["note"] for benefit in found["benefits"] for rule in benefit["rules"]}
    assert rules["pc-guarantee"] == ""
    assert rules["tv-licence"] == "We did not see this rule on an official page. Ask."


def test_the_questions_are_there_in_arabic(run: Run) -> None:
    english = json.loads(run(None, "--questions", "--json").output)
    arabic = json.loads(run(None, "--questions", "--json", "--language", "ar").output)
    pairs = zip(english["questions"], arabic["questions"], strict=True)
    assert all(one["id"] == other["id"] and one["text"] != other["text"] for one, other in pairs)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"pets": 3}, "pets: there is no question of this name"),
        ({"savings": -5}, "savings: an amount cannot be less than nothing"),
        ('{"savings": 1, "savings": 2}', "savings: this is answered twice"),
        ("[]", "the answers are one JSON object"),
        ({"household": "alone", "needs": "no", "mind": True}, "mind: You said that you live alone"),
    ],
)
def test_bad_answers_end_with_2_and_one_sentence(run: Run, answers: Any, said: str) -> None:
    result = run(answers)
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_day_that_cannot_be_used_is_said(run: Run) -> None:
    result = run(PENSIONER, "--on", "1999-01-01")
    assert result.exit_code == 2
    assert "there are no figures for 1999-01-01" in result.output


def test_neither_questions_nor_answers_is_said(run: Run) -> None:
    result = run(None)
    assert result.exit_code == 2
    assert "give either --questions or --answers" in result.output


def test_the_answers_in_the_docs_work(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "estimates.md").read_text(encoding="utf-8")
    shown = page.partition("## Benefits")[2].partition("```json\n")[2].partition("```")[0]
    found = json.loads(run(shown, "--json").output)
    assert "mind" in {row["id"] for row in found["unknown"]}
