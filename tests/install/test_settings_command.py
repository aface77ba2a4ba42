"""``kiosk settings`` shows where each value comes from and keeps only values that can be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_SCREEN_WIDTH_MM", raising=False)
    return tmp_path


def kiosk(*words: str) -> Result:
    return CliRunner().invoke(command_line, ["settings", *words])


def test_a_value_that_was_set_is_shown_with_its_origin(home: Path) -> None:
    assert kiosk("set", "screen.width_mm", "268").exit_code == 0
    assert kiosk("get", "screen.width_mm").output == "268.0\n"
    rows = json.loads(kiosk("show", "--json").output)["settings"]
    row = next(row for row in rows if row["name"] == "screen.width_mm")
    assert row["value"] == 268.0
    assert row["origin"] == str(home / "kiosk.toml")


def test_a_value_that_cannot_be_used_is_refused_and_not_kept(home: Path) -> None:
    refused = kiosk("set", "screen.theme", "pink")
    assert refused.exit_code == 2
    assert "must be one of" in refused.output
    assert not (home / "kiosk.toml").exists()


def test_a_misspelt_name_gets_a_suggestion(home: Path) -> None:
    asked = kiosk("get", "screen.widthmm")
    assert asked.exit_code == 2
    assert "Did you mean screen.width_mm?" in asked.output


def test_a_broken_file_is_reported_and_the_built_in_value_stays(home: Path) -> None:
    (home / "kiosk.toml").write_text("screen.theme = 'pink'\n", encoding="utf-8")
    shown = kiosk("show")
    assert shown.exit_code == 1
    assert "pink" in shown.output
    assert kiosk("get", "screen.theme").output == "day\n"


def test_setting_what_the_environment_overrules_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_SCREEN_WIDTH_MM", "200")
    said = kiosk("set", "screen.width_mm", "300")
    assert said.exit_code == 0
    assert "does not count yet" in said.output
