"""Faults are met by the real program, in a process with places of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from real_program import DRIVEN, Told


@pytest.fixture
def places(tmp_path: Path, demo_folder: Path) -> dict[str, str]:
    """An environment of this test's own folders, without a display."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SIGNPOST_", "XDG_", "QT_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    for name in ("HOME", "TMPDIR", "SIGNPOST_HOME", "XDG_RUNTIME_DIR"):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0o700)
        environment[name] = str(tmp_path / name)
    return environment | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "TEST_EDITION": str(demo_folder),
        "ANSWER": str(tmp_path / "answer.json"),
    }


@pytest.fixture
def drive(places: dict[str, str]) -> Callable[..., Told]:
    """Runs the program with a visitor's task; gives how it ended and what the visitor saw."""

    def driven(task: str, **more: str) -> Told:
        done = subprocess.run(
            [sys.executable, str(DRIVEN), task], env=places | more, capture_output=True, text=True, timeout=240,
            check=False,
        )  # fmt: skip
        answer = Path(places["ANSWER"])
        return done, json.loads(answer.read_text()) if answer.exists() else {}

    return driven


@pytest.fixture
def kiosk_run(places: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`kiosk run` with these options; it leaves by itself after the first picture."""

    def run(*options: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {n: v for n, v in (places | {"SIGNPOST_TRACE": "first-paint"} | more).items() if v != "-"}
        return subprocess.run(
            [sys.executable, "-m", "kiosk", "run", *options], env=environment, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip

    return run
