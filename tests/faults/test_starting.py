"""Starting where something is wrong: one plain sentence, the right exit code, and the kiosk wherever it can be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from real_program import DRIVEN

Run = Callable[..., subprocess.CompletedProcess[str]]
PAINTED = "first-paint "


def plain(done: subprocess.CompletedProcess[str]) -> str:
    """What was said, which is never a traceback."""
    assert "Traceback" not in done.stderr + done.stdout
    return done.stderr


def test_on_a_sound_machine_it_opens_and_says_nothing_else(kiosk_run: Run, demo_folder: Path) -> None:
    done = kiosk_run("--shape", "1920x1080@476", "--edition", str(demo_folder))
    assert done.returncode == 0
    assert done.stdout == ""
    assert [line for line in plain(done).splitlines() if not line.startswith(PAINTED)] == []


def test_without_a_display_it_says_so_and_what_works_instead(kiosk_run: Run) -> None:
    done = kiosk_run(QT_QPA_PLATFORM="-")
    assert done.returncode == 3
    assert "There is no display here" in plain(done)
    assert "kiosk tour --out DIR" in done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--sideways"], "does not know '--sideways'"),
        (["something"], "does not know 'something'"),
        (["--at", "nowhere"], "no screen called 'nowhere'"),
        (["--shape", "huge"], "a shape is like 1280x800@261"),
        (["--shape", "5x5"], "not possible here"),
        (["--edition"], "does not know '--edition'"),
    ],
)
def test_a_wrong_option_is_named_and_nothing_opens(kiosk_run: Run, options: list[str], says: str) -> None:
    done = kiosk_run(*options)
    assert done.returncode == 2
    assert says in plain(done)
    assert PAINTED not in done.stderr


def test_help_is_given_without_a_display(kiosk_run: Run) -> None:
    done = kiosk_run("--help", QT_QPA_PLATFORM="-")
    assert done.returncode == 0
    assert "--windowed" in done.stdout


def test_a_screen_that_is_too_small_is_said_and_shown_all_the_same(kiosk_run: Run, demo_folder: Path) -> None:
    done = kiosk_run("--edition", str(demo_folder), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0
    assert "This screen is 800 by 800 dots; Signpost is made for 1024 by 600 or more." in plain(done)
    assert PAINTED in done.stderr


def change_one_byte(folder: Path) -> None:
    file = folder / "edition.sqlite"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.chmod(0o644)
    file.write_bytes(data)


def cut_short(folder: Path) -> None:
    file = folder / "edition.sqlite"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:5000])


def no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def manifest_of_nonsense(folder: Path) -> None:
    (folder / "manifest.json").write_text("[" * 100_000)


@pytest.mark.parametrize("damage", [change_one_byte, cut_short, no_manifest, manifest_of_nonsense])
def test_a_damaged_edition_is_not_shown_the_last_good_one_is_and_it_is_said(
    kiosk_run: Run, places: dict[str, str], demo_folder: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    spoilt = tmp_path / "spoilt"
    shutil.copytree(demo_folder, spoilt)
    damage(spoilt)
    shutil.copytree(demo_folder, Path(places["SIGNPOST_HOME"]) / "demo-edition")
    done = kiosk_run("--windowed", "--edition", str(spoilt))
    assert done.returncode == 0, done.stderr
    assert "The last good edition is shown in its place." in plain(done)
    assert PAINTED in done.stderr


def test_an_edition_that_is_not_there_at_all_gives_way_too(kiosk_run: Run, places: dict[str, str]) -> None:
    done = kiosk_run("--windowed", "--edition", str(Path(places["HOME"]) / "none"))
    assert done.returncode == 0
    assert "The last good edition is shown in its place." in plain(done)


NONSENSE = [
    'screen.width_mm = "wide"\nidle.warn_seconds = -4\nspeech.rate = "fast"\nno.such = 1\n',
    "this is not a settings file",
    "[[[[",
    "\0\0\0",
    'screen.theme = "pink"\nscreen.text = 7\nscreen.language = "xx"\nprint.max_pages = 1e99\n',
]


@pytest.mark.parametrize("text", NONSENSE)
def test_settings_of_nonsense_are_left_out_and_said_and_the_kiosk_opens(
    kiosk_run: Run, places: dict[str, str], demo_folder: Path, text: str
) -> None:
    (Path(places["SIGNPOST_HOME"]) / "kiosk.toml").write_text(text)
    done = kiosk_run("--windowed", "--edition", str(demo_folder))
    assert done.returncode == 0
    assert "setting left out" in plain(done)
    assert PAINTED in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write everywhere")
def test_a_home_that_nobody_may_write_to_still_shows_the_kiosk(
    kiosk_run: Run, places: dict[str, str], demo_folder: Path
) -> None:
    home = Path(places["SIGNPOST_HOME"])
    home.chmod(0o500)
    done = kiosk_run("--windowed", "--edition", str(demo_folder))
    home.chmod(0o700)
    assert done.returncode == 0
    assert PAINTED in plain(done)


@pytest.mark.parametrize("home", ["/proc/signpost", "/dev/null/signpost"])
def test_a_home_that_cannot_exist_still_shows_the_kiosk(kiosk_run: Run, demo_folder: Path, home: str) -> None:
    done = kiosk_run("--windowed", "--edition", str(demo_folder), SIGNPOST_HOME=home)
    assert done.returncode == 0, done.stderr
    assert PAINTED in plain(done)


def test_a_second_kiosk_says_that_one_is_open_and_the_first_goes_on(places: dict[str, str]) -> None:
    first = subprocess.Popen(
        [sys.executable, str(DRIVEN), "stay"], env=places, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        end = time.monotonic() + 60
        while not Path(places["ANSWER"] + ".open").exists() and time.monotonic() < end:
            time.sleep(0.05)
        second = subprocess.run(
            [sys.executable, "-m", "kiosk", "run", "--windowed"], env=places, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        assert second.returncode == 2
        assert "Signpost is already open on this machine" in plain(second)
        assert first.poll() is None
    finally:
        Path(places["ANSWER"] + ".enough").touch()
        _out, errors = first.communicate(timeout=60)
    assert first.returncode == 0, errors
    third = subprocess.run(
        [sys.executable, str(DRIVEN), "stay"], env=places, capture_output=True, text=True, timeout=60, check=False
    )
    assert third.returncode == 0, "the lock of a kiosk that has gone stands in nobody's way"
