"""A visitor who uses keys alone: presses them where the focus is, as a real keyboard would, and sees the ring."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CHECKS_OF_KEYS = ("UNREACHABLE", "TRAP", "ORDER", "COVERED", "ARROWS", "FOCUS")


def press(kiosk: Opened, key: Qt.Key) -> None:
    """Press a key as a real keyboard would: it goes to what has the focus."""
    kiosk.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or kiosk.window, key)
    kiosk.visitor.settle()


def focused(kiosk: Opened) -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None and widget is not kiosk.window else ""


def go_to(kiosk: Opened, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Press a key until something that is called so has the focus."""
    for _press in range(120):
        if focused(kiosk).startswith(name):
            return
        press(kiosk, key)
    pytest.fail(f"keys never came to {name!r}")
