"""The machine under the kiosk: Python, Qt and its libraries, the display, fonts, the voice, sound, the clock."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.doctor.finding import Finding, Level

_DEBIAN_PACKAGES = {
    "libGL": "libgl1",
    "libEGL": "libegl1",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libfontconfig": "libfontconfig1",
    "libdbus-1": "libdbus-1-3",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-shape": "libxcb-shape0",
    "libpulse": "libpulse0",
    "libXrandr": "libxrandr2",
}

_FAMILIES = {
    "ar": "Noto Sans Arabic",
    "bn": "Noto Sans Bengali",
    "fa": "Noto Sans Arabic",
    "gu": "Noto Sans Gujarati",
    "hi": "Noto Sans Devanagari",
    "pa": "Noto Sans Gurmukhi",
    "ta": "Noto Sans Tamil",
    "ur": "Noto Sans Arabic",
}
"""The font of each language that Noto Sans itself cannot write."""


class ProbeError(Exception):
    """A child process could not answer; the message is its last words."""


def probe(what: str, seconds: float = 20, qt_platform: str | None = None) -> dict[str, Any]:
    """What `kiosk.doctor.child` says about "drawing", "window", "sound" or "voices". Raises `ProbeError`."""
    environment = dict(os.environ)
    if qt_platform is not None:
        environment["QT_QPA_PLATFORM"] = qt_platform
    command = [sys.executable, "-m", "kiosk.doctor.child", what]
    try:
        finished = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds, env=environment, check=False, errors="replace"
        )
    except subprocess.TimeoutExpired:
        raise ProbeError(f"no answer within {seconds:g} seconds") from None
    if finished.returncode != 0:
        said = [line for line in finished.stderr.splitlines() if line.strip()]
        raise ProbeError(said[-1].strip() if said else f"it ended with code {finished.returncode}")
    answer: dict[str, Any] = json.loads(finished.stdout.splitlines()[-1])
    return answer


def drawing(languages: tuple[str, ...]) -> tuple[list[Finding], tuple[str, ...]]:
    """PySide6, its libraries, its bookkeeping, and the fonts of the languages shown; and the languages that the fonts
    lack letters of."""
    try:
        answer = probe("drawing", qt_platform="offscreen")
    except ProbeError as error:
        cause = f"The screen library PySide6 does not start: {error}"
        return [Finding("pyside", "missing", cause, missing_library(str(error)))], ()
    found = [pyside(answer["pyside"], answer["lost_per_call"]), *fonts(answer["families"], languages)]
    return found, tuple(answer["unwritten"])


def pyside(version: str, lost_per_call: float) -> Finding:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at every call and aborts within seconds."""
    if lost_per_call > 0.5:
        return Finding(
            "pyside",
            "missing",
            f"PySide6 {version} loses track of memory on this Python; the kiosk would stop after some seconds.",
            'Install another version: pip install "pyside6<6.12"',
        )
    return Finding(
        "pyside", "ok", f"PySide6 {version} starts on Python {platform.python_version()} and keeps its books."
    )


def missing_library(message: str) -> str:
    """The next step for a message about a library that could not be loaded."""
    found = re.search(r"(lib[\w+.-]+?)\.so\b", message)
    if found is None:
        return "Run `make setup` again, or install the packages listed in system-packages.txt."
    package = _DEBIAN_PACKAGES.get(found[1])
    if package is None:
        return f"Install the system package that holds {found[0]} (apt-file search {found[0]} names it)."
    return f"apt-get install {package}"


def fonts(families: list[str], languages: tuple[str, ...]) -> Iterator[Finding]:
    """The fonts of the languages shown; only that for Latin letters is needed."""
    wanted = {"latin": ("Noto Sans", "fonts-noto-core"), "easy-letters": ("Andika", "fonts-sil-andika")}
    wanted |= {tag: (_FAMILIES[tag], "fonts-noto-core") for tag in languages if tag in _FAMILIES}
    for code, (family, package) in wanted.items():
        if family in families:
            yield Finding(f"font.{code}", "ok", f"The font {family} is here.")
        else:
            level: Level = "missing" if code == "latin" else "warning"
            yield Finding(f"font.{code}", level, f"The font {family} is not installed.", f"apt-get install {package}")


def display(environ: Mapping[str, str] = os.environ) -> tuple[Finding, int | None]:
    """Whether a window can open here, and how many dots the screen then has across."""
    if sys.platform == "linux" and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        cause = "There is no display in this session, so no window can open here."
        step = "Sit at the kiosk's own screen, or take the tour in pictures: kiosk tour --out DIR"
        return Finding("display", "warning", cause, step), None
    try:
        answer = probe("window", qt_platform=environ.get("QT_QPA_PLATFORM", ""))
    except ProbeError as error:
        cause = f"No window can open on this display: {error}"
        return Finding("display", "missing", cause, missing_library(str(error))), None
    shown = f"Windows open on {answer['platform']}, {answer['width']}×{answer['height']} pixels."
    return Finding("display", "ok", shown), int(answer["width"])


def voices(languages: tuple[str, ...], wanted: bool) -> Iterator[Finding]:
    """A voice for each language shown."""
    if not wanted:
        yield Finding("voice", "ok", "Reading aloud is switched off in the settings.")
        return
    try:
        answer = probe("voices", seconds=15)
    except ProbeError as error:
        answer = {"problem": str(error), "tags": []}
    if answer["problem"]:
        cause = "The voice espeak-ng cannot be used here; Listen stays silent."
        yield Finding("voice", "warning", cause, "apt-get install espeak-ng")
        return
    for language in languages:
        if any(tag == language or tag.startswith(f"{language}-") for tag in answer["tags"]):
            yield Finding(f"voice.{language}", "ok", f"There is a voice for {language}.")
        else:
            cause = f"There is no voice for {language}; its pages cannot be read aloud, and the screen says so."
            yield Finding(f"voice.{language}", "warning", cause, "Nothing can be done on this machine.")


def sound(wanted: bool) -> Finding:
    """A way for sound to come out."""
    if not wanted:
        return Finding("sound", "ok", "Reading aloud is switched off in the settings.")
    try:
        outputs = probe("sound", seconds=10, qt_platform="offscreen")["outputs"]
    except ProbeError as error:
        return Finding(
            "sound", "warning", f"The sound system does not answer: {error}", "Restart the machine's sound server."
        )
    if not outputs:
        return Finding(
            "sound",
            "warning",
            "No loudspeaker or headphones were found.",
            "Plug them in and check that the kiosk's user may use the sound server.",
        )
    return Finding("sound", "ok", f"Sound comes out of {outputs[0]}.")


def clock(built_on: date | None, now: datetime | None = None) -> Finding:
    """Whether the clock can be right: after the edition was built, and on England's time, as opening hours are."""
    here = (now or datetime.now()).astimezone()
    if built_on is not None and here.date() < built_on:
        return Finding(
            "clock",
            "warning",
            f"The clock says {here.date()}, which is before the edition was built ({built_on}).",
            "Set the clock: timedatectl set-time, or connect the machine to a time server.",
        )
    if here.utcoffset() != here.astimezone(ZoneInfo("Europe/London")).utcoffset():
        return Finding(
            "clock",
            "warning",
            f"The clock runs on {here.tzname()}, not on England's time; opening hours would be wrong.",
            "timedatectl set-timezone Europe/London",
        )
    return Finding("clock", "ok", f"The clock says {here:%Y-%m-%d %H:%M}, England's time.")


def space(folder: Path) -> Finding:
    """Room on the disk that holds the state folder."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < 1000:
        return Finding("space", "warning", f"Only {free} MB are free on the disk.", "Make room soon; keep 1 GB free.")
    return Finding("space", "ok", f"{free / 1000:.0f} GB are free on the disk.")
