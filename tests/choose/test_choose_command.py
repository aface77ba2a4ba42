"""``kiosk choose``: questions, answers from a file, what comes first, and one plain sentence for what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line

Run = Callable[..., Result]


@pytest.fixture
def run(demo_folder: Path, tmp_path: Path) -> Run:
    def choose(answers: Any, *words: str) -> Result:
        ends = ["--edition", str(demo_folder), *words]
        if answers is not None:
            file = tmp_path / "answers.json"
            file.write_text(answers if isinstance(answers, str) else json.dumps(answers), encoding="utf-8")
            ends = ["--answers", str(file), *ends]
        return CliRunner().invoke(command_line, ["choose", *ends])

    return choose


def test_every_question_is_listed_with_its_choices(run: Run) -> None:
    found = json.loads(run(None, "--questions", "--json").output)["questions"]
    by_id = {row["id"]: row for row in found}
    assert len(found) <= 8
    assert by_id["hard"]["type"] == "several"
    assert by_id["who"]["type"] == "choice"
    assert all(row["unknown"] == "dont-know" and row["text"] and row["choices"] for row in found)
    assert "who (me, someone, dont-know)" in run(None, "--questions").output


def test_pages_services_and_equipment_come_with_their_reasons(run: Run) -> None:
    found = json.loads(run({"hard": ["stairs"], "safe": "yes"}, "--json").output)
    assert found["pages"][0]["because"] == ["You said that stairs are hard."]
    assert found["services"][0]["because"] == ["You said that stairs are hard."]
    assert found["equipment"][0]["room"] == "stairs"
    assert found["urgent"] is False
    assert "who" in found["unknown"]


def test_as_text_safety_comes_first(run: Run) -> None:
    said = run({"safe": "danger", "hard": "stairs"}).output.splitlines()
    assert said[0] == "! emergency.999, council.safeguarding"
    assert said[1].startswith("! ")
    assert said[1].endswith("(worried-about-abuse)")


def test_of_services_that_fit_as_well_the_nearest_come_first(run: Run) -> None:
    found = json.loads(run({"hard": "out"}, "--json", "--near", "Beck Side").output)
    assert len({service["score"] for service in found["services"]}) == 1
    miles = [service["distance_miles"] for service in found["services"] if service["distance_miles"] is not None]
    assert len(miles) > 1
    assert miles == sorted(miles)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"pets": "cat"}, "pets: there is no question of this name"),
        ({"hard": ["stairs", "nothing"]}, "hard: nothing cannot stand beside other answers"),
        ('{"who": "me", "who": "someone"}', "who: this is answered twice"),
        ("[]", "the answers are one JSON object"),
        ("{", "this is not JSON"),
    ],
)
def test_bad_answers_end_with_2_and_one_sentence(run: Run, answers: Any, said: str) -> None:
    result = run(answers)
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_neither_questions_nor_answers_is_said(run: Run) -> None:
    result = run(None)
    assert result.exit_code == 2
    assert "give either --questions or --answers" in result.output


def test_a_place_that_is_not_known_is_said(run: Run) -> None:
    result = run({"hard": "stairs"}, "--near", "Atlantis")
    assert result.exit_code == 2
    assert "no place called 'Atlantis'" in result.output


def test_the_answers_in_the_docs_work(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "help-me-choose.md").read_text(encoding="utf-8")
    shown = page.partition("```json\n")[2].partition("```")[0]
    found = json.loads(run(shown, "--near", "Larkmere", "--json").output)
    assert found["unknown"] == ["money", "safe"]
    assert found["pages"]
    assert found["services"][0]["distance_miles"] is not None
