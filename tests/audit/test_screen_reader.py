"""The real program, read over the real accessibility bus by a client that knows nothing of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Any

import pytest

READER = Path(__file__).parent / "screen_reader.py"
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = next(
    (place for place in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
     if Path(place).exists()),
    "",
)  # fmt: skip
Page = list[dict[str, Any]]


def what_is_missing() -> str:
    """The first of the packages in system-packages.txt [test] that is not on this machine."""
    for program, package in (("Xvfb", "xvfb"), ("dbus-daemon", "dbus")):
        if shutil.which(program) is None:
            return package
    if not LAUNCHER:
        return "at-spi2-core"
    bindings = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(bindings, capture_output=True, check=False).returncode:
        return "gir1.2-atspi-2.0 and python3-gi"
    return ""


class Desktop:
    """A display, a session bus and the accessibility bus of this test's own; all of it ends with the test."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack = stack
        names = ("HOME", "SIGNPOST_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SIGNPOST_", "XDG_", "QT_", "DBUS_", "AT_SPI")) and name != "WAYLAND_DISPLAY"
        }
        for name in names:
            (folder / name).mkdir(mode=0o700)
            self.environment[name] = str(folder / name)
        self.errors = (folder / "errors").open("w+")
        stack.callback(self.errors.close)
        self.environment["DISPLAY"] = ":" + self._first_line(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        )
        self.start([LAUNCHER, "--launch-immediately"])

    def start(self, command: list[str], out: int | IO[str] | None = None, **more: str) -> subprocess.Popen[str]:
        """Start a program that is ended, with all that it started, at the end of the test."""
        begun = subprocess.Popen(
            command, env=self.environment | more, stdout=out or self.errors, stderr=self.errors, text=True,
            start_new_session=True,
        )  # fmt: skip
        self._stack.callback(end, begun)
        return begun

    def _first_line(self, command: list[str]) -> str:
        begun = self.start(command, subprocess.PIPE)
        assert begun.stdout is not None
        self._stack.callback(begun.stdout.close)
        line = begun.stdout.readline().strip()
        assert line, f"{command[0]} did not start: {self.said()}"
        return line

    def said(self) -> str:
        """What the programs complained of."""
        self.errors.flush()
        self.errors.seek(0)
        return self.errors.read()[-3000:]


def end(begun: subprocess.Popen[str]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(begun.pid, how)
        with suppress(subprocess.TimeoutExpired):
            begun.wait(10)
            return


@pytest.fixture(scope="module")
def told(demo_folder: Path) -> Iterator[dict[str, Any]]:
    """What a screen reader was told on a short visit, page by page."""
    missing = what_is_missing()
    if missing:
        pytest.skip(f"the Debian package {missing} is not installed")
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="kiosk-at-"))  # sockets may not have long paths
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        desktop = Desktop(stack, folder)
        package = str(Path(__file__).resolve().parents[2])
        kiosk = desktop.start(
            [sys.executable, "-m", "kiosk", "run", "--windowed", "--shape", "1920x1080@476", "--edition",
             str(demo_folder)],
            QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", SIGNPOST_SPEECH_ENABLED="false",
            PYTHONPATH=package, PYTHONDONTWRITEBYTECODE="1",
        )  # fmt: skip
        read = subprocess.run(
            [SYSTEM_PYTHON, str(READER)], env=desktop.environment, capture_output=True, text=True, timeout=400,
            check=False,
        )  # fmt: skip
        state = "still runs" if kiosk.poll() is None else f"ended with {kiosk.returncode}"
        assert read.returncode == 0, f"{read.stderr[-2000:]}\nThe kiosk {state}. {desktop.said()}"
        assert kiosk.poll() is None, f"the kiosk {state}: {desktop.said()}"
        yield json.loads(read.stdout)


def names(page: Page, role: str) -> list[str]:
    return [part["name"] for part in page if part["role"] == role]


def place(page: Page, name: str) -> int:
    """Where a reader that goes from child to child meets a name."""
    return next(number for number, part in enumerate(page) if part["name"].startswith(name))


def test_the_waiting_screen_says_what_it_is_and_how_to_start(told: dict[str, Any]) -> None:
    assert names(told["waiting"], "heading") == ["Find help. Know your rights."]
    assert names(told["waiting"], "push button") == ["Touch to start"]
    other = next(part for part in told["waiting"] if part["name"].startswith("المس"))
    assert other["language"].startswith("ar")


def test_home_is_read_from_the_top_bar_to_the_bottom_bar(told: dict[str, Any]) -> None:
    home = told["home"]
    assert [(part["name"], part["level"]) for part in home if part["role"] == "heading"] == [
        ("What do you need today?", "1")
    ]
    assert names(home, "tool bar") == ["Top bar", "Bottom bar"]
    assert names(home, "push button") == [
        "Back", "Home", "Help",
        "Find local help", "Getting care and support", "Your rights and staying safe", "Money and benefits",
        "Looking after someone", "Living well and what's on", "Make my booklet", "Help me choose", "Need help now?",
        "Listen", "Text size", "Colours", "Language", "My list (0)", "Finish",
    ]  # fmt: skip
    card = home[place(home, "Money and benefits")]
    assert card["description"] not in ("", card["name"])
    assert all("Press" in part["actions"] for part in home if part["role"] == "push button" and part["enabled"])


def test_a_list_of_services_is_a_list_of_rows_with_their_buttons(told: dict[str, Any]) -> None:
    found = told["find"]
    assert "Find local help" in names(found, "heading")
    rows = names(found, "list item")
    assert len(rows) >= 2
    assert names(found, "list") != []
    for service in rows:
        assert [part["role"] for part in found if part["name"] == service] == ["list item", "push button"]
        assert f"Keep: {service}" in names(found, "push button")
        assert place(found, service) < place(found, f"Keep: {service}")
    assert any(" of " in text for text in names(found, "label"))


def test_a_press_from_the_reader_acts_and_what_it_did_is_announced(told: dict[str, Any]) -> None:
    assert told["pressed"] == [True] * len(told["pressed"])
    assert "Find local help" in told["announced"]
    service = names(told["find"], "list item")[0]
    assert f"Kept: {service}" in told["announced"]
    assert f"Kept: {service}" in names(told["kept"], "push button")
    assert "My list (1)" in names(told["kept"], "push button")


def test_words_are_told_in_their_own_language(told: dict[str, Any]) -> None:
    own = {part["name"]: part["language"][:2] for part in told["languages"] if part["role"] == "push button"}
    assert own["العربية"] == "ar"
    assert own["Home"] == "en"
    arabic = told["arabic"]
    service = names(told["find"], "list item")[0]
    row = next(part for part in arabic if part["name"] == service and part["role"] == "push button")
    assert row["language"].startswith("en")
    heading = next(part for part in arabic if part["role"] == "heading")
    assert heading["language"].startswith("ar")


def test_decoration_and_bare_boxes_are_passed_over(told: dict[str, Any]) -> None:
    for name in ("home", "find", "arabic"):
        nameless = {part["role"] for part in told[name] if not part["name"]}
        assert nameless <= {"filler", "panel", "list", "list item"}, (name, nameless)
