"""Journeys use the same open kiosk as the tests of screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))
sys.path.insert(0, str(Path(__file__).parents[1] / "booklet"))

from opened_kiosk import Opened, open_kiosk

from kiosk.edition.reader import open_edition
from kiosk.ui.keyboard_use import KEYBOARD


@pytest.fixture
def open_at(qapp: QApplication, demo_folder: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the kiosk at a shape, size, theme and language."""
    qapp.setStyle("Fusion")
    KEYBOARD.watch(qapp)
    with ExitStack() as stack:
        yield lambda *where, **settings: stack.enter_context(open_kiosk(open_edition(demo_folder), *where, **settings))


@pytest.fixture
def own_places(tmp_path: Path, demo_folder: Path) -> dict[str, str]:
    """An environment in which everything that a program may write to is a folder of this test."""
    names = ("HOME", "TMPDIR", "SIGNPOST_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
             "XDG_STATE_HOME", "XDG_RUNTIME_DIR")  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SIGNPOST_", "XDG_"))}
    for name in names:
        place = tmp_path / "places" / name
        place.mkdir(parents=True)
        place.chmod(0o700)
        environment[name] = str(place)
    package = Path(__file__).resolve().parents[2]
    return environment | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(package), str(package / "tests" / "journeys"))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TEST_EDITION": str(demo_folder),
    }
