"""Nonsense that staff or machines feed the kiosk: the real program shows its first screen, says what it left out, and
the doctor says what to do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
PAINTED = "first-paint "


def shown(done: subprocess.CompletedProcess[str]) -> str:
    """What was said beside the first picture, which came."""
    assert done.returncode == 0, done.stderr
    assert PAINTED in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    return "\n".join(line for line in done.stderr.splitlines() if not line.startswith(PAINTED))


def written(data: bytes) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        path.write_bytes(data)

    return put


def folder(path: Path) -> None:
    path.mkdir()


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def link_without_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    os.mkfifo(path)


FILES: dict[str, Callable[[Path], None]] = {
    "a program": written(b"\x7fELF\x02\x01\x01\x00" * 40),
    "ten megabytes": written(b"screen.theme = 'day' # " + b"x" * 10_000_000),
    "a number without end": written(b"screen.width_mm = " + b"9" * 5000),
    "brackets without end": written(b"a = " + b"[" * 50_000),
    "a folder": folder,
    "a link to nothing": link_to_nothing,
    "a link without end": link_without_end,
    "a pipe": pipe,
}


@pytest.mark.parametrize("put", FILES.values(), ids=FILES)
def test_whatever_lies_where_the_settings_should_be_the_kiosk_opens_and_says_so(
    kiosk_run: Run, places: dict[str, str], demo_folder: Path, put: Callable[[Path], None]
) -> None:
    file = Path(places["SIGNPOST_HOME"]) / "kiosk.toml"
    put(file)
    said = shown(kiosk_run("--shape", "1280x800@261", "--edition", str(demo_folder)))
    assert f"setting left out: {file}" in said
    assert len(said) < 500


VALUES = [
    ("SIGNPOST_SCREEN_WIDTH_MM", "10", "screen.width_mm is 10, which cannot be with 800 dots"),
    ("SIGNPOST_SCREEN_WIDTH_MM", "10000", "screen.width_mm must be from 0 to 3000"),
    ("SIGNPOST_SCREEN_WIDTH_MM", "nan", "screen.width_mm must be from 0 to 3000"),
    ("SIGNPOST_SCREEN_WIDTH_MM", "inf", "screen.width_mm must be from 0 to 3000"),
    ("SIGNPOST_SCREEN_WIDTH_MM", "-476", "screen.width_mm must be from 0 to 3000"),
    ("SIGNPOST_SCREEN_WIDTH_MM", "wide", "screen.width_mm must be a number"),
    ("SIGNPOST_SCREEN_THEME", "pink", "screen.theme must be one of day, night"),
    ("SIGNPOST_SCREEN_TEXT", "7", "screen.text must be one of standard"),
    ("SIGNPOST_SCREEN_KEYBOARD", "dvorak", "screen.keyboard must be one of"),
    ("SIGNPOST_SCREEN_PICTURES", "perhaps", "screen.pictures must be true or false"),
    ("SIGNPOST_TOUCH_REPEAT_MS", "-1", "touch.repeat_ms must be from 0 to 2000"),
    ("SIGNPOST_TOUCH_SLIP_MM", "nan", "touch.slip_mm must be from 0 to 20"),
    ("SIGNPOST_IDLE_WARN_SECONDS", "1e9", "idle.warn_seconds must be a number"),
]


@pytest.mark.parametrize(("name", "value", "says"), VALUES, ids=[f"{name}={value}" for name, value, _says in VALUES])
def test_a_value_that_cannot_be_is_left_out_and_said(
    kiosk_run: Run, demo_folder: Path, name: str, value: str, says: str
) -> None:
    said = shown(kiosk_run("--edition", str(demo_folder), **{name: value}))
    assert says in said


def test_a_width_of_nothing_is_no_nonsense(kiosk_run: Run, demo_folder: Path) -> None:
    assert "setting left out" not in shown(
        kiosk_run("--edition", str(demo_folder), SIGNPOST_SCREEN_WIDTH_MM="0", SIGNPOST_SCREEN_LANGUAGE="en")
    )


@pytest.mark.parametrize("language", ["xx", "cy", "../../etc", "ar" * 200, "", "en_GB.UTF-8"])
def test_a_language_that_is_not_here_starts_in_english(kiosk_run: Run, demo_folder: Path, language: str) -> None:
    shown(kiosk_run("--edition", str(demo_folder), SIGNPOST_SCREEN_LANGUAGE=language))


FIRST_WORDS = """
import sys
from PySide6.QtCore import QTimer
from kiosk.ui.start import make_application, start
from kiosk.ui.window import KioskWindow
application = make_application()
def tell():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, KioskWindow))
    print(window.session.visit.language, [w.accessibleName() for w in window.screen_shown.findChildren(object)
          if getattr(w, "accessibleName", str)().strip()][-1], flush=True)
    window.close()
QTimer.singleShot(500, tell)
raise SystemExit(start(sys.argv[1], shape="1280x800@261"))
"""


def first_words(places: dict[str, str], edition: Path, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WORDS, str(edition)], env=places | more, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def latin_only(folder: Path) -> str:
    """A font set-up in which there is Noto Sans and nothing else."""
    found = subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans"], capture_output=True, text=True, check=True)
    (folder / "fonts").mkdir()
    shutil.copy(found.stdout, folder / "fonts")
    made = folder / "fonts.conf"
    made.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{folder / 'fonts'}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    return str(made)


def test_visits_start_in_arabic_where_it_can_be_written_and_else_in_english(
    places: dict[str, str], demo_folder: Path, tmp_path: Path
) -> None:
    assert first_words(places, demo_folder, SIGNPOST_SCREEN_LANGUAGE="ar").startswith("ar ")
    fonts = latin_only(tmp_path)
    said = first_words(places, demo_folder, SIGNPOST_SCREEN_LANGUAGE="ar", FONTCONFIG_FILE=fonts)
    assert said == "en Touch to start"


def test_without_any_font_the_window_still_opens(kiosk_run: Run, demo_folder: Path, tmp_path: Path) -> None:
    fonts = latin_only(tmp_path)
    shutil.rmtree(tmp_path / "fonts")
    shown(kiosk_run("--edition", str(demo_folder), FONTCONFIG_FILE=fonts))


def test_the_doctor_names_all_of_it_with_what_to_do(places: dict[str, str], demo_folder: Path, tmp_path: Path) -> None:
    (Path(places["SIGNPOST_HOME"]) / "kiosk.toml").symlink_to("/dev/zero")
    wrong = {
        "SIGNPOST_SCREEN_WIDTH_MM": "10",
        "SIGNPOST_SCREEN_LANGUAGE": "xx",
        "SIGNPOST_SCREEN_THEME": "pink",
        "FONTCONFIG_FILE": latin_only(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", "--edition", str(demo_folder), "--json"],
        env=places | wrong, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)["findings"]
    wanted = {"settings", "screen.width", "screen.language", "font.ar", "letters.ar"}
    told = {finding["code"]: finding for finding in found if finding["level"] != "ok"}
    assert wanted <= set(told)
    assert all(told[code]["next_step"] for code in wanted)
    settings = [finding["cause"] for finding in found if finding["code"] == "settings"]
    assert any("it is not a file" in cause for cause in settings)
    assert any("screen.theme" in cause for cause in settings)
    assert done.returncode == 1 or any(finding["level"] == "missing" for finding in found)
