"""``kiosk whats-on``: days in order, what was asked for, and plain words for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line


@pytest.fixture
def run(demo_folder: Path):  # type: ignore[no-untyped-def]
    def whats_on(*words: str) -> Result:
        return CliRunner().invoke(command_line, ["whats-on", "--edition", str(demo_folder), *words])

    return whats_on


def test_each_day_is_listed_with_its_activities_by_time(run) -> None:  # type: ignore[no-untyped-def]
    found = json.loads(run("--day", "2026-11-24", "--days", "3", "--json").output)
    assert [body["day"] for body in found["days"]] == ["2026-11-24", "2026-11-25", "2026-11-26"]
    for body in found["days"]:
        opens = [row["times"][0]["opens"] for row in body["activities"]]
        assert len(opens) == body["total"] > 5
        assert opens == sorted(opens)
    assert found["ask_for_times"]
    assert found["most_days"]


def test_a_kind_and_a_group_narrow_it_and_a_place_gives_distances(run) -> None:  # type: ignore[no-untyped-def]
    words = ("--day", "2026-11-25", "--days", "1", "--kind", "exercise", "--for", "older-people", "--near", "Larkmere")
    whole = json.loads(run("--day", "2026-11-25", "--days", "1", "--json").output)["days"][0]
    few = json.loads(run(*words, "--json").output)["days"][0]
    assert 0 < few["total"] < whole["total"]
    assert all(row["distance_miles"] is not None for row in few["activities"])


def test_words_name_the_day_the_doubt_and_the_lists_beside(run) -> None:  # type: ignore[no-untyped-def]
    text = run("--day", "2026-12-28", "--days", "1").output
    assert text.startswith("Monday 28 December 2026: ")
    assert "may be closed: holiday" in text
    assert "Ask for times: " in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--day", "Tuesday"), "'Tuesday' is not a day; write it as 2026-11-24"),
        (("--kind", "golf"), "there is no kind of activity 'golf'"),
        (("--for", "cats"), "there is no group of people 'cats'"),
        (("--near", "Zzqq"), "no place called 'Zzqq' is known"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(run, words, says) -> None:  # type: ignore[no-untyped-def]
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output
