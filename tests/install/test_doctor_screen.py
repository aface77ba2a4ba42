"""The doctor about the screen: its width, and the languages that can be shown on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk import settings
from kiosk.cli.commands import command_line
from kiosk.doctor import machine, parts, screen
from kiosk.doctor.finding import Finding


def loaded(**values: object) -> settings.Settings:
    return settings.load({name.replace("__", "."): value for name, value in values.items()}, {})


def test_a_width_that_was_never_measured_is_mentioned_with_what_to_do() -> None:
    finding = screen.width(loaded(), 1920)
    assert (finding.code, finding.level) == ("screen.width", "warning")
    assert "has not been measured" in finding.cause
    assert "kiosk settings calibrate" in finding.next_step


@pytest.mark.parametrize("pixels", [1920, None])
def test_a_width_that_can_be_is_well(pixels: int | None) -> None:
    assert screen.width(loaded(screen__width_mm=476), pixels).level == "ok"


@pytest.mark.parametrize(
    ("width", "pixels"), [(10, 1920), (136, 1920), (1601, 1920), (2999, 1920), (476, 10_000), (10, None), (70, None)]
)
def test_a_width_that_cannot_be_is_mentioned(width: float, pixels: int | None) -> None:
    finding = screen.width(loaded(screen__width_mm=width), pixels)
    assert finding.level == "warning"
    assert f"{width} mm" in finding.cause
    assert "as if nobody had measured it" in finding.cause
    assert "kiosk settings calibrate" in finding.next_step


def codes(found: list[Finding]) -> set[str]:
    assert all(finding.level == "warning" and finding.next_step for finding in found)
    return {finding.code for finding in found}


def test_a_language_without_words_or_letters_is_mentioned(monkeypatch: pytest.MonkeyPatch) -> None:
    def mentioned(pages: tuple[str, ...], unwritten: tuple[str, ...] = (), first: str = "en") -> set[str]:
        return codes(list(screen.languages(loaded(screen__language=first), pages, unwritten)))

    assert mentioned(("en", "ar")) == set()
    assert mentioned(("en", "ar"), first="ar") == set()
    assert mentioned(("en", "ar", "ur")) == {"words.ur"}
    assert mentioned(("en", "ar"), unwritten=("ar",)) == {"letters.ar"}
    assert mentioned(("en", "ar"), unwritten=("ar",), first="ar") == {"letters.ar", "screen.language"}
    assert mentioned(("en",), first="ar") == {"screen.language"}
    assert mentioned(("en",), first="xx" * 300) == {"screen.language"}
    monkeypatch.setattr(screen, "interface_languages", lambda: ("en",))
    assert mentioned(("en",)) == {"words.ar"}


@pytest.mark.parametrize(
    ("put", "step"),
    [(b"screen.theme = 'pink'", "Correct it"), (b"\0\1\2", "Move what is there"), (b"# " * 40_000, "Move what")],
)
def test_nonsense_in_the_settings_is_mentioned_with_what_to_do(put: bytes, step: str) -> None:
    settings.user_file().parent.mkdir(parents=True, exist_ok=True)
    settings.user_file().write_bytes(put)
    (finding,) = parts.settings_in_force(settings.load(environ={}))
    assert (finding.code, finding.level) == ("settings", "warning")
    assert step in finding.next_step


@pytest.fixture
def only_latin_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A font set-up that knows Noto Sans and nothing else."""
    found = subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans"], capture_output=True, text=True, check=True)
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "sans.ttf").symlink_to(found.stdout)
    made = tmp_path / "fonts.conf"
    made.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(made))
    return folder


@pytest.mark.usefixtures("only_latin_fonts")
def test_a_machine_with_latin_letters_only_is_told_what_arabic_needs_and_does_not_offer_it() -> None:
    found, unwritten = machine.drawing(("en", "ar"))
    assert unwritten == ("ar",)
    levels = {finding.code: finding.level for finding in found}
    assert levels["font.latin"] == "ok"
    assert levels["font.ar"] == levels["font.easy-letters"] == "warning"


def test_a_machine_without_any_font_is_a_missing_part(only_latin_fonts: Path) -> None:
    (only_latin_fonts / "sans.ttf").unlink()
    found, unwritten = machine.drawing(("en", "ar"))
    assert unwritten == ("en", "ar")
    assert {finding.code: finding.level for finding in found}["font.latin"] == "missing"


LETTERS = """
from kiosk.ui.start import make_application
from kiosk.ui.letters import offered_languages
application = make_application()
print(",".join(offered_languages(("en", "ar"))))
"""


def offered() -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", LETTERS], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_visitors_are_offered_what_can_be_written_here() -> None:
    assert offered() == "en,ar"


@pytest.mark.usefixtures("only_latin_fonts")
def test_visitors_are_not_offered_a_language_of_empty_boxes() -> None:
    assert offered() == "en"


def test_the_whole_round_holds_the_width_and_the_languages(monkeypatch: pytest.MonkeyPatch, demo_folder: Path) -> None:
    monkeypatch.setenv("SIGNPOST_SCREEN_LANGUAGE", "xx")
    monkeypatch.setenv("SIGNPOST_SCREEN_WIDTH_MM", "10")
    result = CliRunner().invoke(command_line, ["doctor", "--edition", str(demo_folder), "--json"])
    found = {finding["code"]: finding for finding in json.loads(result.output)["findings"]}
    assert found["screen.width"]["level"] == found["screen.language"]["level"] == "warning"
