"""`kiosk settings calibrate`, the real command: it opens, keeps what staff chose, and says what stands in the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MEASURED = """
import sys
from PySide6.QtCore import QTimer
from kiosk.cli.commands import command_line
from kiosk.tour.visitor import Visitor
from kiosk.ui.start import make_application
from kiosk.ui.window import KioskWindow

application = make_application()

def drive():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, KioskWindow))
    visitor = Visitor(window)
    print("full screen", window.isFullScreen())
    for name in sys.argv[1:]:
        visitor.touch(name)

QTimer.singleShot(1500, drive)
command_line(["settings", "calibrate"])
"""


@pytest.fixture
def calibrate(places: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command, with hands that press these buttons."""

    def run(*names: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {n: v for n, v in (places | more).items() if v != "-"}
        return subprocess.run(
            [sys.executable, "-c", MEASURED, *names], env=environment, capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip

    return run


Calibrate = Callable[..., subprocess.CompletedProcess[str]]


def test_it_fills_the_screen_keeps_the_width_and_ends(calibrate: Calibrate, places: dict[str, str]) -> None:
    done = calibrate("Much wider", "Keep this width", "It is right")
    assert done.returncode == 0, done.stderr
    assert "full screen True" in done.stdout
    file = Path(places["SIGNPOST_HOME"]) / "kiosk.toml"
    assert f"(in {file})" in done.stdout
    assert "screen.width_mm = " in file.read_text()
    assert "Traceback" not in done.stderr


def test_leaving_changes_nothing_and_says_so(calibrate: Calibrate, places: dict[str, str]) -> None:
    done = calibrate("Wider", "Leave without keeping")
    assert done.returncode == 0, done.stderr
    assert "Nothing was changed." in done.stdout
    assert not (Path(places["SIGNPOST_HOME"]) / "kiosk.toml").exists()


def test_something_stronger_is_named(calibrate: Calibrate) -> None:
    done = calibrate("Keep this width", "It is right", SIGNPOST_SCREEN_WIDTH_MM="200")
    assert done.returncode == 0
    assert "It does not count yet: environment is stronger and says 200" in done.stderr


def test_where_nothing_can_be_written_it_says_so(calibrate: Calibrate) -> None:
    done = calibrate("Keep this width", "It is right", SIGNPOST_HOME="/proc/signpost")
    assert done.returncode == 2
    assert "/proc/signpost/kiosk.toml: the width was not kept" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_display_it_says_so_and_what_else_can_be_done(places: dict[str, str]) -> None:
    environment = {name: value for name, value in places.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "settings", "calibrate"], env=environment, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "There is no display here" in done.stderr
    assert "kiosk settings set screen.width_mm" in done.stderr


def test_visitors_window_does_not_open_there(kiosk_run: Calibrate) -> None:
    done = kiosk_run("--at", "calibrate")
    assert done.returncode == 2
    assert "kiosk settings calibrate" in done.stderr
