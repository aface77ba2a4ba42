"""``kiosk audit`` as staff call it: what it prints, its exit code, and that a bad machine does not stop it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.audit.check import CHECKS
from kiosk.audit.examine import about_this_machine


def audit(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "audit", *options],
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"} | environment,
    )


def test_it_needs_no_display_and_prints_one_object(demo_folder: Path) -> None:
    done = audit("--edition", str(demo_folder), "--screen", "finish", "--json")
    body = json.loads(done.stdout)
    assert done.returncode == (1 if body["counts"]["error"] else 0), done.stderr
    assert body["screens"] == 1
    assert body["states"] == 2
    assert body["cells"] >= 5
    assert body["checks"] == sorted(CHECKS)


def test_only_what_is_wanted_is_looked_at(demo_folder: Path) -> None:
    done = audit("--edition", str(demo_folder), "--screen", "idle", "--check", "name", "--json", "--jobs", "1")
    body = json.loads(done.stdout)
    assert body["checks"] == ["NAME"]
    assert body["states"] == 3
    assert {found["code"] for found in body["findings"]} <= {"NAME"}


def test_the_report_is_written_where_it_is_wanted(demo_folder: Path, tmp_path: Path) -> None:
    done = audit("--edition", str(demo_folder), "--screen", "language", "--out", str(tmp_path / "report"))
    assert done.returncode in (0, 1), done.stderr
    body = json.loads((tmp_path / "report" / "audit.json").read_text(encoding="utf-8"))
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert f"{body['counts']['error']} faults" in page or body["counts"]["error"] == 1
    assert str(tmp_path / "report" / "index.html") in done.stdout
    named = {found["picture"] for found in body["findings"] if found["picture"]}
    assert named <= {path.name for path in (tmp_path / "report" / "pictures").iterdir()}


@pytest.mark.parametrize(
    "options",
    [("--screen", "nowhere"), ("--check", "NOTHING"), ("--jobs", "0"), ("--edition", "/nowhere/at/all")],
    ids=lambda options: options[0],
)
def test_a_wrong_word_is_bad_usage(options: tuple[str, ...], demo_folder: Path) -> None:
    done = audit(*(() if "--edition" in options else ("--edition", str(demo_folder))), *options)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_settings_file_full_of_nonsense_is_told_and_the_audit_goes_on(demo_folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "kiosk.toml").write_text('[screen]\nwidth_mm = "wide"\ntheme = "plaid"\n[touch]\nsteady = "perhaps"\n')
    done = audit(
        "--edition", str(demo_folder), "--screen", "finish", "--check", "NAME", "--json", SIGNPOST_HOME=str(home)
    )
    body = json.loads(done.stdout)
    assert done.returncode == (1 if body["counts"]["error"] else 0), done.stderr
    assert body["counts"]["note"] == 3
    notes = [found["message"] for found in body["findings"] if found["level"] == "note"]
    assert any("screen.theme must be one of" in message for message in notes)


def test_a_language_without_words_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert list(about_this_machine()) == []
    monkeypatch.setattr(resources, "locales", lambda: tmp_path)
    (found,) = about_this_machine()
    assert (found.level, found.code) == ("error", "CATALOGUE")
    assert "“ar”" in found.message
