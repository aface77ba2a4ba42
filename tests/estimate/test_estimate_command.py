"""``kiosk estimate care-costs``: questions, answers from a file, and one plain sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from run_estimate import Run, runs
from worked import AT_HOME, FOR_GOOD

from kiosk.estimate.care_rule_words import rule_words
from kiosk.estimate.care_rules import RULES
from kiosk.language import words_in

_OWNER = {**FOR_GOOD, "own_home": "yes", "home_value": "250000", "home_who": "nobody", "state_pension": "241.30"}


@pytest.fixture
def run(demo_folder: Path, tmp_path: Path) -> Run:
    return runs("care-costs", demo_folder, tmp_path)


def test_every_question_is_listed_with_its_type_unit_and_choices(run: Run) -> None:
    found = json.loads(run(None, "--questions", "--json").output)["questions"]
    by_id = {row["id"]: row for row in found}
    assert by_id["savings"]["type"] == "money"
    assert by_id["savings"]["unit"] == "GBP"
    assert by_id["state_pension"]["unit"] == "GBP a week"
    assert [choice["id"] for choice in by_id["care"]["choices"]] == ["home", "care-home"]
    assert {row["type"] for row in found} == {"choice", "money", "yes-no"}
    assert all(row["unknown"] == "dont-know" and row["text"] for row in found)
    assert "care (home, care-home, dont-know)" in run(None, "--questions").output


def test_the_result_says_first_what_it_means_then_every_step_with_its_rule(run: Run) -> None:
    found = json.loads(run(_OWNER, "--json").output)
    assert found["day"] == "2026-11-22"
    assert found["headline"] == (
        "The first 12 weeks: You would probably pay for a part of your care."
        " After that your home counts. Then you would probably pay for all of your care."
    )
    assert [row["text"] for row in found["ranges"]] == ["About £209.50 a week", "About £1,000 a week"]
    assert found["ranges"][0]["most"] == "209.50"
    steps = {row["id"]: row for row in found["steps"]}
    assert steps["pea"]["figure"] == "pea"
    assert steps["pea"]["since"] == "2026-04-06"
    assert "regulation 6" in steps["pea"]["source"]
    assert all(row["rule"] and row["source"] and row["url"].startswith("http") for row in found["steps"])
    assert "This is not a decision." in found["not_a_decision"]
    assert "council.financial-assessment" in found["contacts"]
    assert found["left_out"]
    assert found["next"]


def test_someone_over_the_limit_is_told_in_the_first_line(run: Run) -> None:
    said = run({**AT_HOME, "savings": "50000", "cost": "350"}).output.splitlines()
    assert said[0] == "You would probably pay for all of your care at first."
    assert said[1] == "About £350 a week"


def test_as_text_what_must_be_asked_of_the_council_is_named(run: Run) -> None:
    answers = {key: value for key, value in AT_HOME.items() if not key.endswith("_premium")}
    said = run({**answers, "household": "partner", "state_pension": "241.30"}).output
    assert "No amount can be given" in said
    assert "Ask the council for this amount" in said
    assert "(mig.couple_member_pension)" in said


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"pets": 3}, "pets: there is no question of this name"),
        ({"savings": -5}, "savings: an amount cannot be less than nothing"),
        ({"savings": 10**9}, "savings: this is more than 10,000,000 pounds"),
        ('{"savings": NaN}', "savings: this is not an amount of money"),
        ('{"savings": 1, "savings": 2}', "savings: this is answered twice"),
        ("[]", "the answers are one JSON object"),
        ("{", "this is not JSON"),
        ("[" * 50_000, "this is not JSON"),
        (" " * 200_000, "too large"),
        ({"care": "home", "stay": "permanent"}, "stay: this does not fit"),
    ],
)
def test_bad_answers_end_with_2_and_one_sentence(run: Run, answers: Any, said: str) -> None:
    result = run(answers)
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--on", "1999-01-01"), "there are no figures for 1999-01-01"), (("--on", "soon"), "'soon' is not a date")],
)
def test_a_day_that_cannot_be_used_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(FOR_GOOD, *words)
    assert result.exit_code == 2
    assert said in result.output


def test_neither_questions_nor_answers_is_said(run: Run) -> None:
    result = run(None)
    assert result.exit_code == 2
    assert "give either --questions or --answers" in result.output


def test_the_answers_in_the_docs_work(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "estimates.md").read_text(encoding="utf-8")
    shown = page.partition("```json\n")[2].partition("```")[0]
    found = json.loads(run(shown, "--json").output)
    assert "disability_costs" in {row["id"] for row in found["unknown"]}


def test_every_rule_has_a_sentence_and_names_a_page() -> None:
    assert rule_words(words_in("en")).keys() == RULES.keys()
    assert all(rule.source and rule.url.startswith("http") for rule in RULES.values())
