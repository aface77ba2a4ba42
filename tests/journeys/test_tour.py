"""`kiosk tour`, whole and in a process of its own: pictures in order, a booklet, and a sound."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

MOMENT = "2026-11-24T10:30"


def take(places: dict[str, str], out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "tour", "--out", str(out), "--edition", places["TEST_EDITION"]]
    return subprocess.run(
        [*command, "--at", MOMENT, *more], env=places, capture_output=True, text=True, timeout=300, check=False
    )


def test_a_tour_leaves_numbered_pictures_a_booklet_and_a_sound(own_places: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "tour"
    done = take(own_places, out, "--json")
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    pictures = [Path(path) for path in told["pictures"]]
    assert len(pictures) >= 20
    assert [int(path.name[:2]) for path in pictures] == list(range(1, len(pictures) + 1))
    assert (pictures[0].name, pictures[-1].name[3:]) == ("01-waiting.png", "waiting-again.png")
    steps = {path.name[3:-4] for path in pictures}
    assert {"home", "typing", "found", "service", "guide", "listening", "larger-text", "guide-night", "need-help-now",
            "home-in-arabic", "my-list-in-arabic", "booklet", "booklet-preview", "finish"} <= steps  # fmt: skip
    images = [QImage(str(path)) for path in pictures]
    assert {(image.width(), image.height()) for image in images} == {(1920, 1080)}
    assert all(first != second for first, second in pairwise(images)), "a step that shows nothing new"
    booklet = Path(told["booklet"]).read_bytes()
    assert booklet.startswith(b"%PDF")
    assert told["pages"] >= 4
    if shutil.which("espeak-ng") is None:
        assert any("nothing could be heard" in remark for remark in told["findings"])
        return
    assert told["findings"] == []
    with wave.open(told["sound"]) as sound:
        frames = sound.readframes(sound.getnframes())
    assert sound.getnframes() > sound.getframerate() / 2
    assert len(set(frames)) > 50, "silence"


@pytest.mark.parametrize("shape", ["1280x800@261", "1080x1920@268"])
def test_the_other_shapes_can_be_toured_at_a_larger_size(
    own_places: dict[str, str], tmp_path: Path, shape: str
) -> None:
    done = take(own_places, tmp_path / "tour", "--shape", shape, "--text", "large")
    assert done.returncode == 0, done.stderr[-2000:]
    width, height = shape.partition("@")[0].split("x")
    pictures = sorted((tmp_path / "tour").glob("*.png"))
    assert len(pictures) >= 20
    assert {(QImage(str(p)).width(), QImage(str(p)).height()) for p in pictures} == {(int(width), int(height))}


@pytest.mark.parametrize(
    ("options", "says"),
    [(["--shape", "huge"], "a shape is like 1280x800@261"), (["--text", "tiny"], "tiny"), (["--no-such"], "--no-such")],
)
def test_a_tour_that_cannot_be_taken_says_why_and_leaves_nothing(
    own_places: dict[str, str], tmp_path: Path, options: list[str], says: str
) -> None:
    done = take(own_places, tmp_path / "tour", *options)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "tour").exists()
