"""No printer, no voice, no sound, a fault nobody foresaw: a sentence, and everything else goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from real_program import Told

Drive = Callable[..., Told]
NAME = "quixolbertina"


def test_without_a_voice_and_a_printer_both_are_said_and_the_rest_works(drive: Drive) -> None:
    done, told = drive(
        "listen_and_print_without_parts",
        SIGNPOST_ESPEAK_LIBRARY="libnosuchvoice.so.9",
        SIGNPOST_PRINT_PRINTER="ipp://127.0.0.1:9/ipp/print",
    )
    assert done.returncode == 0, done.stderr
    assert told["listening"] == "This machine has no voice for reading aloud. You can still read and print every page."
    assert "The printer does not answer. It may be off." in str(told["printing"])
    assert told["works on"] is True
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_without_a_sound_device_and_any_printer_both_are_said(drive: Drive) -> None:
    done, told = drive(
        "listen_and_print_without_parts", PULSE_SERVER="unix:/nonexistent", CUPS_SERVER="/nonexistent/cups.sock"
    )
    assert done.returncode == 0, done.stderr
    assert told["listening"] == "The sound is not working on this machine. You can still read and print the page."
    assert "There is no printer here that works now." in str(told["printing"])
    assert told["works on"] is True


def test_a_fault_nobody_foresaw_forgets_the_visit_shows_home_and_quotes_nothing(drive: Drive) -> None:
    done, told = drive("fault_in_a_slot", RARE_NAME=NAME)
    assert done.returncode == 0, done.stderr
    assert told == {"before": "help", "here": "home", "untouched": True, "works on": "help"}
    assert "unhandled RuntimeError at" in done.stderr
    assert NAME not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
