"""``kiosk speak`` as a person at a terminal meets it."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from kiosk.speech.espeak import LIBRARY_VARIABLE


def kiosk(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "speak", *arguments],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PULSE_SERVER": "unix:/nonexistent/socket", **variables},
    )  # fmt: skip


def test_a_text_becomes_a_sound_file(tmp_path: Path) -> None:
    done = kiosk("You pay up to £23,250.", "--wav", str(tmp_path / "a.wav"), "--rate", "200")
    assert (done.returncode, done.stderr) == (0, "")
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert 2 < file.getnframes() / file.getframerate() < 8


@pytest.mark.parametrize(
    ("arguments", "variables", "sentence"),
    [
        (("Hello.",), {}, "The sound is not working on this machine."),
        (("Waan ku caawin karnaa.", "--language", "so"), {}, "There is no voice for this language yet."),
        (("Hello.",), {LIBRARY_VARIABLE: "/nowhere"}, "This machine has no voice for reading aloud."),
    ],
)
def test_a_part_that_is_missing_is_exit_3_with_its_sentence(
    arguments: tuple[str, ...], variables: dict[str, str], sentence: str
) -> None:
    done = kiosk(*arguments, **variables)
    assert done.returncode == 3
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("  ",), ("Hi", "--wav", "/nowhere/a.wav"), ("Hi", "--rate", "2"), ()])
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...]) -> None:
    done = kiosk(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
