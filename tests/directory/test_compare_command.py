"""``kiosk compare``: facts in rows, what is not known said so, and plain words for what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line

Run = Callable[..., Result]
HOMES = ("demo:wren-hollow", "demo:osier-bank")


@pytest.fixture
def run(demo_folder: Path) -> Run:
    def compare(*words: str) -> Result:
        return CliRunner().invoke(command_line, ["compare", "--edition", str(demo_folder), *words])

    return compare


def test_two_homes_as_json_have_a_cell_for_each_in_every_row(run: Run) -> None:
    found = json.loads(run(*HOMES, "--json").output)
    assert [body["id"] for body in found["services"]] == list(HOMES)
    assert all(len(row["cells"]) == 2 for row in found["rows"])
    rows = {row["key"]: row["cells"] for row in found["rows"]}
    assert rows["rating"][0]["lines"][0]["text"] == "Rated Good on 18 September 2025."
    assert rows["beds"][1] == {"known": True, "lines": [{"text": "22 beds", "lang": ""}]}
    assert rows["languages"][0]["known"] is False
    assert rows["run-by"][0]["lines"][0]["lang"] == "en"


def test_as_text_each_fact_names_each_home(run: Run) -> None:
    said = run(*HOMES, "demo:spinners-home-care", "--near", "Larkmere").output
    assert "CQC rating\n  Wren Hollow: Rated Good on 18 September 2025." in said
    assert "  Spinners Home Care: Not said." in said
    assert "miles from here" in said or "mile from here" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (HOMES[:1], "name two or three different services"),
        ((HOMES[0], HOMES[0]), "name two or three different services"),
        ((*HOMES, "demo:fell-gate", "demo:kestrel-rise"), "4 were named"),
        ((HOMES[0], "demo:gone"), "there is no service 'demo:gone'"),
        ((*HOMES, "--near", "Nowhere at all"), "no place called"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1
