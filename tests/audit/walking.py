"""The audit's walk in a test's own process, and small checks made for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.audit.awkward import build_awkward
from kiosk.audit.check import Check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen
from kiosk.audit.walk import Walk

WalkWith = Callable[..., Walk]
"""What the fixture `walk_with` is: a walk with checks of the test's own."""


def looks(look: Callable[[Seen], Iterable[Fault] | None], code: str = "TRIED", kind: str = "names") -> Check:
    """A check for one test, in no table."""

    def faults(seen: Seen) -> Iterable[Fault]:
        return look(seen) or ()

    return Check(code, kind, ("NA-01",), "What the test wants to see.", faults)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def awkward_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The awkward edition, built once."""
    return build_awkward(tmp_path_factory.mktemp("awkward"))


@pytest.fixture
def walk_with(application: QApplication, demo_folder: Path, awkward_folder: Path) -> Iterator[WalkWith]:
    """Opens walks on the demonstration, and closes them after the test."""
    opened: list[Walk] = []

    def open_walk(*checks: Check) -> Walk:
        opened.append(Walk(demo_folder, awkward_folder, checks))
        return opened[-1]

    yield open_walk
    for walk in opened:
        walk.close()
