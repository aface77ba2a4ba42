"""The kiosk with keys alone: Tab reaches everything and comes round, Enter and Space press, Escape goes back."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened, every_place, show
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.edition.reader import Edition
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screen import PageScreen

pytestmark = pytest.mark.usefixtures("booklet_at_once")


def press(kiosk: Opened, key: Qt.Key) -> None:
    """Press a key as a real keyboard would: it goes to what has the focus."""
    kiosk.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or kiosk.window, key)
    kiosk.visitor.settle()


def controls(kiosk: Opened) -> set[QWidget]:
    return {
        widget
        for widget in kiosk.window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def walk(kiosk: Opened) -> tuple[list[QWidget], bool]:
    """Everything that Tab reaches, in order, and whether it came round."""
    met: list[QWidget] = []
    for _step in range(400):
        focused = QApplication.focusWidget()
        QTest.keyClick(focused or kiosk.window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        reached = QApplication.focusWidget()
        if reached is None:
            continue
        if met and reached is next((widget for widget in met if widget.isEnabled()), None):
            return met, True  # Page up, met further down, may not be pressed at the top
        if reached in met and reached is not kiosk.window:
            return met, False
        met.append(reached)
    return met, False


@pytest.mark.parametrize(("shape", "language"), [("wide", "en"), ("tall", "ar"), ("small", "en")])
def test_tab_reaches_every_control_of_every_screen_and_comes_round(
    open_at: Open, demo_edition: Edition, shape: str, language: str
) -> None:
    kiosk = open_at(shape, "standard", "day", language)
    wrong = []
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        kiosk.window.activateWindow()
        wanted = controls(kiosk)
        met, came_round = walk(kiosk)
        missed = {widget.accessibleName() for widget in wanted - set(met)}
        pager = {kiosk.session.words.gettext(name) for name in ("Page up", "Page down")}
        if pager & {widget.accessibleName() for widget in met}:
            missed -= pager  # the focus has scrolled the page, so that only the other one can be pressed
        if missed or not came_round:
            wrong.append(f"{what}: missed {sorted(missed)}, came round: {came_round}")
    assert not wrong, "\n".join(wrong)


def test_tab_walks_from_the_top_bar_through_the_page_to_the_bottom_bar(kiosk: Opened) -> None:
    kiosk.window.setFocus()
    met, _round = walk(kiosk)
    names = [widget.accessibleName() for widget in met if widget is not kiosk.window]
    page = ["Find local help", "Need help now?"]
    order = ["Home", "Help", *page, "Listen", "Finish"]
    where = [names.index(name) for name in order]
    start = where[0]
    assert [(place - start) % len(names) for place in where] == sorted((p - start) % len(names) for p in where)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_what_has_the_focus(kiosk: Opened, key: Qt.Key) -> None:
    booklet = kiosk.visitor.sees("Make my booklet")
    assert booklet is not None
    booklet.setFocus()
    press(kiosk, key)
    assert kiosk.session.navigator.here == Route("booklet")


def test_escape_goes_back_from_anywhere_and_ends_at_home(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("type")
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == Route("find")
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == HOME
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == HOME


@pytest.mark.parametrize(
    "route", [Route("guide", "needs-assessment"), Route("filter", "type"), Route("help")], ids=lambda r: r.screen
)
def test_page_down_and_page_up_scroll(open_at: Open, route: Route) -> None:
    kiosk = open_at("small", "large")
    screen = kiosk.go(route.screen, route.key)
    assert screen.place == 0
    press(kiosk, Qt.Key.Key_PageDown)
    further = kiosk.screen.place
    assert further > 0
    press(kiosk, Qt.Key.Key_PageUp)
    assert kiosk.screen.place < further


def test_what_has_the_focus_is_scrolled_into_view(open_at: Open) -> None:
    kiosk = open_at("small", "larger")
    screen = kiosk.go("guide", "needs-assessment")
    assert isinstance(screen, PageScreen)
    outside = []
    for _step in range(40):
        press(kiosk, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or not screen.page.content.isAncestorOf(focused):
            continue
        seen = focused.visibleRegion().boundingRect().height()
        if seen < min(focused.height(), screen.page.view.height()) - 2:
            outside.append(focused.accessibleName())
    assert outside == []


def test_the_focus_ring_shows_to_those_who_use_keys_and_to_nobody_else(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    assert KEYBOARD.active
    kiosk.visitor.touch("Help")
    assert not KEYBOARD.active


def test_with_keys_the_focus_is_on_the_page_after_every_move(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    for screen in ("finish", "find", "booklet", "urgent", "language"):
        kiosk.go(screen)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert kiosk.screen.isAncestorOf(focused), screen


def test_f1_is_help_and_a_held_key_does_nothing_more(kiosk: Opened) -> None:
    kiosk.window.setFocus()
    press(kiosk, Qt.Key.Key_F1)
    assert kiosk.session.navigator.here == Route("help")


def test_any_key_begins_on_the_screen_that_waits(kiosk: Opened) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    QTest.keyClick(kiosk.screen, Qt.Key.Key_A)
    kiosk.visitor.settle()
    assert kiosk.session.navigator.here == HOME


def test_a_button_acts_when_the_finger_is_lifted_and_not_when_it_slides_off(kiosk: Opened) -> None:
    button = kiosk.visitor.sees("Help")
    assert button is not None
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert kiosk.session.navigator.here == HOME
    QTest.mouseMove(button, button.rect().bottomRight() * 3)
    QTest.mouseRelease(
        button,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.rect().topLeft() * 1 - button.rect().bottomRight(),
    )
    assert kiosk.session.navigator.here == HOME
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kiosk.session.navigator.here == Route("help")
