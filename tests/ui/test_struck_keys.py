"""Keys under a shaking hand: one that is held acts once, Enter twice in a hurry acts once (EN 301 549 5.7, 5.8)."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk import settings
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import HOME, Route

ENTER = Qt.Key.Key_Return


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds, as the test sets them."""
    now = [1000.0]
    monkeypatch.setattr("kiosk.ui.keyboard_use.monotonic", lambda: now[0])
    KEYBOARD.forget()
    return now


def strike(kiosk: Opened, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or kiosk.window, key)
    kiosk.visitor.settle(0.01)


def on_help(kiosk: Opened) -> None:
    kiosk.window.activateWindow()
    button = kiosk.visitor.sees("Help")
    assert button is not None
    button.setFocus()


def test_a_key_that_is_held_down_acts_once(kiosk: Opened, clock: list[float]) -> None:
    kiosk.go("find")
    kiosk.go("type")
    for repeated in (False, True, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(QApplication.focusWidget() or kiosk.window, press)
        kiosk.visitor.settle(0.01)
    assert kiosk.session.navigator.here == Route("find"), "held, Escape went back more than once"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_second_strike_in_a_hurry_does_not_press_what_the_first_one_brought(
    kiosk: Opened, clock: list[float], key: Qt.Key
) -> None:
    assert KEYBOARD.guard == 0.5, "the session sets it from the settings"
    on_help(kiosk)
    strike(kiosk, key)
    assert kiosk.session.navigator.here == Route("help")
    statement = kiosk.visitor.sees("Accessibility statement")
    assert statement is not None
    statement.setFocus()
    clock[0] += KEYBOARD.guard - 0.05
    strike(kiosk, key)
    assert kiosk.session.navigator.here == Route("help")
    clock[0] += KEYBOARD.guard + 0.05
    strike(kiosk, key)
    assert kiosk.session.navigator.here == Route("statement")


def test_whoever_asks_for_more_care_gets_it_for_keys_too(kiosk: Opened) -> None:
    kiosk.session.visit.choose_display(steady_touch=True)
    assert KEYBOARD.guard == 1.0
    kiosk.session.end_visit()
    assert KEYBOARD.guard == 0.5, "the next visitor begins with what the settings say"


def test_whoever_has_things_said_aloud_sees_what_has_the_focus(kiosk: Opened, clock: list[float]) -> None:
    strike(kiosk, Qt.Key.Key_F3)
    assert KEYBOARD.active


def test_moving_keys_come_through_at_any_pace(kiosk: Opened, clock: list[float]) -> None:
    on_help(kiosk)
    met = set()
    for _strike in range(4):
        strike(kiosk, Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    assert len(met) == 4
    assert kiosk.session.navigator.here == HOME


def test_the_time_can_be_half_a_second_and_more() -> None:
    row = settings.NAMES["keys.repeat_ms"]
    assert row.high is not None
    assert row.high >= 500
    assert 0 < row.default <= 500
