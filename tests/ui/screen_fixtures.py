"""Fixtures for tests of screens: the window opened on the demonstration, closed and gone after each test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from opened_kiosk import Open, Opened, open_kiosk
from PySide6.QtWidgets import QApplication

from kiosk.audit.booklet_once import BookletOnce
from kiosk.edition.reader import open_edition
from kiosk.ui.keyboard_use import KEYBOARD


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application as the program makes it."""
    qapp.setStyle("Fusion")
    KEYBOARD.watch(qapp)
    return qapp


@pytest.fixture
def open_at(application: QApplication, demo_folder: Path) -> Iterator[Open]:
    """Opens the kiosk at a shape, size, theme and language."""
    with ExitStack() as stack:

        def opened(*where: str, **settings: object) -> Opened:
            entered: AbstractContextManager[Opened] = open_kiosk(open_edition(demo_folder), *where, **settings)  # type: ignore[arg-type]
            return stack.enter_context(entered)

        yield opened


@pytest.fixture
def kiosk(open_at: Open) -> Opened:
    """The kiosk at Home on the wide panel, as a visitor finds it."""
    return open_at()


_BOOKLET = BookletOnce()


@pytest.fixture
def booklet_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Booklet screens get a booklet that was really set, but once for all of them, so that they can be looked at."""
    monkeypatch.setattr("opened_kiosk.TYPESETTER", _BOOKLET)
