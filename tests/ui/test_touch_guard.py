"""Shaking hands before the real window: real touches, and a panel that pretends to be a mouse."""

from __future__ import annotations

import time

import pytest
from opened_kiosk import Open, Opened
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QLineEdit
from touching import Fingers, click, mouse

from kiosk.ui.idle import IdleWatch
from kiosk.ui.routes import ATTRACT, HOME, Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.type_words import TypeScreen
from kiosk.ui.touch_guard import TouchGuard
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.scroll_page import ScrollPage

PRESS = QEvent.Type.MouseButtonPress


@pytest.fixture
def guarded(open_at: Open) -> Opened:
    """Taps at the same place are left out for two seconds, so that a slow machine makes no test fail."""
    kiosk = open_at("wide", touch__repeat_ms=2000)
    TouchGuard(kiosk.session, kiosk.window)
    return kiosk


@pytest.fixture
def timed(kiosk: Opened) -> Opened:
    """As built-in, for events that carry times of the test's own."""
    TouchGuard(kiosk.session, kiosk.window)
    return kiosk


@pytest.fixture
def fingers(guarded: Opened) -> Fingers:
    return Fingers(guarded)


def button(kiosk: Opened, name: str) -> Button:
    found = kiosk.visitor.sees(name)
    assert found is not None
    return found


def page(kiosk: Opened) -> ScrollPage:
    assert isinstance(kiosk.screen, PageScreen)
    return kiosk.screen.page


def long_page(kiosk: Opened) -> tuple[ScrollPage, Button]:
    """A page that scrolls, from its top, and the first button on it."""
    kiosk.session.visit.choose_display(text_size="largest")
    kiosk.go("subtopic", "care/asking-for-help")
    shown = page(kiosk)
    shown.view.set_value(0)
    assert shown.view.maximum > 500
    return shown, next(b for b in kiosk.buttons() if shown.content.isAncestorOf(b))


def test_a_touch_presses_a_button_of_the_bar_when_it_is_let_go_and_not_before(
    guarded: Opened, fingers: Fingers
) -> None:
    help_ = button(guarded, "Help")
    fingers.down(fingers.at(help_))
    assert help_.isDown(), "the pressed look shows at once"
    assert guarded.session.navigator.here == HOME
    fingers.up()
    assert guarded.session.navigator.here == Route("help")


def test_a_touch_in_a_scrolling_page_shows_the_pressed_look_at_once(guarded: Opened, fingers: Fingers) -> None:
    _shown, card = long_page(guarded)
    before = card.grab().toImage()
    begun = time.monotonic()
    fingers.down(fingers.at(card))
    assert time.monotonic() - begun < 0.5, "on any machine; the benchmark holds a tenth"
    assert card.isDown()
    assert card.grab().toImage() != before
    fingers.up()
    assert guarded.session.navigator.here.screen == "guide"


def test_a_double_tap_does_not_press_what_the_first_one_brought(guarded: Opened, fingers: Fingers) -> None:
    guarded.session.navigator.attract()
    guarded.visitor.settle()
    card = next(b for b in open_home(guarded) if b.width() > 200)
    place = fingers.at(card)
    guarded.session.navigator.attract()
    guarded.visitor.settle()
    fingers.tap(place)
    assert guarded.session.navigator.here == HOME
    fingers.tap(place)
    assert guarded.session.navigator.here == HOME
    fingers.wait(2.05)
    fingers.tap(place)
    assert guarded.session.navigator.here != HOME


def open_home(kiosk: Opened) -> list[Button]:
    kiosk.session.navigator.home()
    kiosk.visitor.settle()
    assert kiosk.window.screen_shown is not None
    return [b for b in kiosk.buttons() if kiosk.window.screen_shown.isAncestorOf(b)]


def test_a_panel_that_pretends_to_be_a_mouse_is_timed_by_the_events_own_times(timed: Opened) -> None:
    place = Fingers(timed).at(button(timed, "Help"))
    click(timed, place, 10_000)
    assert timed.session.navigator.here == Route("help")
    timed.session.navigator.home()
    timed.visitor.settle(0.5)
    click(timed, place, 10_450)
    assert timed.session.navigator.here == HOME, "it was made 350 ms after, however late it comes"
    click(timed, place, 10_600, first=QEvent.Type.MouseButtonDblClick)
    assert timed.session.navigator.here == Route("help")


def test_the_toolkits_double_click_is_a_second_press_like_any_other(timed: Opened) -> None:
    place = Fingers(timed).at(button(timed, "Help"))
    click(timed, place, 1000)
    timed.session.navigator.home()
    timed.visitor.settle()
    mouse(timed, PRESS, place, 1300)
    mouse(timed, QEvent.Type.MouseButtonDblClick, place, 1300)
    mouse(timed, QEvent.Type.MouseButtonRelease, place, 1350)
    assert timed.session.navigator.here == HOME


def test_a_finger_that_slips_beside_its_button_still_presses_it(guarded: Opened, fingers: Fingers) -> None:
    help_ = button(guarded, "Help")
    edge = fingers.at(help_, 0.5, 1.0)
    fingers.down(edge - QPoint(0, fingers.mm(2)))
    beside = edge + QPoint(0, fingers.mm(4))
    fingers.move(beside)
    assert help_.isDown()
    fingers.up(beside)
    assert guarded.session.navigator.here == Route("help")


def test_a_finger_that_is_drawn_away_lets_its_button_go(guarded: Opened, fingers: Fingers) -> None:
    help_ = button(guarded, "Help")
    edge = fingers.at(help_, 0.5, 1.0)
    fingers.down(edge - QPoint(0, fingers.mm(2)))
    away = edge + QPoint(0, fingers.mm(9))
    fingers.move(away)
    assert not help_.isDown()
    fingers.up(away)
    assert guarded.session.navigator.here == HOME
    assert not help_.isDown()


def test_slipping_onto_another_button_presses_the_one_where_the_finger_went_down(
    guarded: Opened, fingers: Fingers
) -> None:
    guarded.go("help")
    guarded.go("urgent")
    back, home = button(guarded, "Back"), button(guarded, "Home")
    fingers.down(fingers.at(home, 0.0) + QPoint(fingers.mm(1), 0))
    over = fingers.at(back, 1.0) - QPoint(fingers.mm(1), 0)
    fingers.move(over)
    fingers.up(over)
    assert guarded.session.navigator.here == HOME


def test_a_flick_moves_the_page_and_presses_nothing(guarded: Opened, fingers: Fingers) -> None:
    shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.drag(start, start - QPoint(0, 200))
    assert shown.view.value > 100
    assert guarded.session.navigator.here == Route("subtopic", "care/asking-for-help")
    assert not card.isDown()


def test_a_page_follows_the_finger_and_no_bounce_is_left_at_its_end(guarded: Opened, fingers: Fingers) -> None:
    shown, card = long_page(guarded)
    start = fingers.at(card, 0.5, 0.2)
    fingers.drag(start, start + QPoint(0, 150))
    fingers.wait(0.1)
    assert shown.view.value == 0
    assert not shown.view.coasting, "at its top a page stands still, and the next tap counts"
    fingers.tap(start)
    assert guarded.session.navigator.here.screen == "guide"


def test_a_tap_on_a_page_that_still_moves_only_stops_it(guarded: Opened, fingers: Fingers) -> None:
    shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.down(start)
    for step in range(1, 9):
        fingers.move(start - QPoint(0, 20 * step))
        fingers.wait(0.005)
    fingers.up()
    assert shown.view.coasting
    fingers.tap(start)
    stopped = shown.view.value
    fingers.wait(0.2)
    assert shown.view.value == stopped
    assert guarded.session.navigator.here == Route("subtopic", "care/asking-for-help")


def test_a_flicked_page_goes_on_a_little_soon_stands_still_and_then_a_tap_counts(
    guarded: Opened, fingers: Fingers
) -> None:
    shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.drag(start, start - QPoint(0, 150), steps=8)
    left = shown.view.value
    fingers.wait(0.8)
    assert shown.view.value > left
    stopped = shown.view.value
    fingers.wait(0.1)
    assert shown.view.value == stopped
    under = next(
        b for b in guarded.buttons() if shown.content.isAncestorOf(b) and b.visibleRegion().boundingRect().height() > 60
    )
    fingers.tap(under.mapTo(guarded.window, under.visibleRegion().boundingRect().center()))
    assert guarded.session.navigator.here.screen == "guide"


def test_a_tremble_in_a_scrolling_page_is_a_tap(guarded: Opened, fingers: Fingers) -> None:
    shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.down(start)
    for shake in (7, -7, 6, -5):
        fingers.move(start + QPoint(0, fingers.mm(shake)))
        assert card.isDown()
        assert shown.view.value == 0
    fingers.up(start - QPoint(0, fingers.mm(5)))
    assert guarded.session.navigator.here.screen == "guide"


def test_steady_touch_waits_longer(timed: Opened) -> None:
    timed.session.visit.choose_display(steady_touch=True)
    timed.visitor.settle()
    place = Fingers(timed).at(button(timed, "Help"))
    click(timed, place, 1000)
    timed.session.navigator.home()
    timed.visitor.settle()
    click(timed, place, 2050)
    assert timed.session.navigator.here == HOME, "a second has not passed since the finger came up"
    click(timed, place, 2150)
    assert timed.session.navigator.here == Route("help")


def test_steady_touch_forgives_more(guarded: Opened, fingers: Fingers) -> None:
    guarded.session.visit.choose_display(steady_touch=True)
    guarded.visitor.settle()
    _shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.drag(start, start + QPoint(0, fingers.mm(11)))
    assert guarded.session.navigator.here.screen == "guide"


def test_a_hand_resting_on_the_frame_presses_nothing_and_stops_no_finger(guarded: Opened, fingers: Fingers) -> None:
    fingers.down(QPoint(fingers.mm(1), 400), finger=3)
    fingers.down(fingers.at(button(guarded, "Help")), finger=4)
    fingers.up(finger=4)
    assert guarded.session.navigator.here == Route("help")
    fingers.up(finger=3)
    assert guarded.session.navigator.here == Route("help")


def test_the_strip_along_the_edge_does_not_even_wake_the_screen(guarded: Opened, fingers: Fingers) -> None:
    guarded.session.navigator.attract()
    guarded.visitor.settle()
    fingers.tap(QPoint(fingers.mm(1), 500))
    assert guarded.session.navigator.here == ATTRACT
    fingers.tap(QPoint(fingers.mm(20), 500))
    assert guarded.session.navigator.here == HOME


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_every_control_keeps_a_whole_target_beyond_the_strip_along_the_edge(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    for screen in ("home", "find", "type", "urgent", "display", "attract"):
        kiosk.go(screen)
        mm = kiosk.session.panel.pixels_per_mm
        inner = kiosk.window.rect().adjusted(*(round(way * 3 * mm) for way in (1, 1, -1, -1)))
        for control in kiosk.buttons():
            left = control.visibleRegion().boundingRect().translated(control.mapTo(kiosk.window, QPoint(0, 0)))
            if not left.isEmpty() and left.height() >= 12 * mm:
                assert min(left.intersected(inner).width(), left.intersected(inner).height()) >= 12.65 * mm


def test_a_palm_while_a_finger_is_down_does_nothing(guarded: Opened, fingers: Fingers) -> None:
    help_, home = button(guarded, "Help"), button(guarded, "Text size")
    fingers.down(fingers.at(help_))
    fingers.down(fingers.at(home), finger=1)
    assert not home.isDown()
    fingers.up(finger=1)
    assert guarded.session.navigator.here == HOME
    assert help_.isDown()
    fingers.up()
    assert guarded.session.navigator.here == Route("help")


def test_a_touch_that_the_system_takes_back_presses_nothing(guarded: Opened, fingers: Fingers) -> None:
    help_ = button(guarded, "Help")
    fingers.down(fingers.at(help_))
    assert help_.isDown()
    cancel(guarded)
    assert not help_.isDown()
    assert guarded.session.navigator.here == HOME
    fingers.up()
    assert guarded.session.navigator.here == HOME


def cancel(kiosk: Opened) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QTouchEvent

    QCoreApplication.sendEvent(kiosk.window.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel))
    kiosk.visitor.settle()


def test_a_touch_puts_the_cursor_into_a_field_and_keys_of_the_screen_type_at_any_pace(
    guarded: Opened, fingers: Fingers
) -> None:
    guarded.go("type")
    assert isinstance(guarded.screen, TypeScreen)
    field = guarded.window.findChild(QLineEdit)
    assert field is not None
    button(guarded, "Home").setFocus()
    fingers.tap(fingers.at(field))
    assert QApplication.focusWidget() is field
    for letter in "lunch":
        fingers.tap(fingers.at(button(guarded, letter)))
    assert field.text() == "lunch"
    fingers.tap(fingers.at(button(guarded, "h")))
    assert field.text() == "lunch", "the same key at once is an echo"


def test_a_screen_that_goes_while_a_finger_is_down_leaves_nothing_pressed(guarded: Opened, fingers: Fingers) -> None:
    card = next(b for b in open_home(guarded) if b.width() > 200)
    place = fingers.at(card)
    fingers.down(place)
    guarded.session.navigator.go(Route("help"))
    guarded.visitor.settle()
    fingers.move(place + QPoint(5, 5))
    fingers.up()
    assert guarded.session.navigator.here == Route("help")
    assert not any(b.isDown() for b in guarded.buttons())


def test_a_page_that_goes_while_it_is_dragged_strands_nobody(guarded: Opened, fingers: Fingers) -> None:
    _shown, card = long_page(guarded)
    start = fingers.at(card)
    fingers.down(start)
    fingers.move(start - QPoint(0, 80))
    guarded.session.navigator.go(Route("help"))
    guarded.visitor.settle()
    fingers.move(start - QPoint(0, 160))
    fingers.up()
    fingers.tap(fingers.at(button(guarded, "Home")))
    assert guarded.session.navigator.here == HOME


def test_the_touch_that_answers_are_you_there_presses_nothing_beneath(
    guarded: Opened, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded.window.listening, "say", lambda text: None)
    watch = IdleWatch(guarded.session, guarded.window)
    watch._timer.stop()
    place = fingers.at(button(guarded, "Help"))
    for _second in range(130):
        watch.tick()
    guarded.visitor.settle()
    assert guarded.window.overlay is not None
    fingers.tap(place)
    assert guarded.window.overlay is None
    assert guarded.session.navigator.here == HOME
    fingers.tap(place)
    assert guarded.session.navigator.here == Route("help")


def test_the_settings_say_how_long_and_how_far(open_at: Open) -> None:
    kiosk = open_at("wide", touch__repeat_ms=0, touch__slip_mm=0)
    TouchGuard(kiosk.session, kiosk.window)
    fingers = Fingers(kiosk)
    bigger = button(kiosk, "Help")
    place = fingers.at(bigger)
    fingers.tap(place)
    kiosk.session.navigator.home()
    kiosk.visitor.settle()
    fingers.tap(place)
    assert kiosk.session.navigator.here == Route("help")
    kiosk.session.navigator.home()
    kiosk.visitor.settle()
    edge = fingers.at(button(kiosk, "Help"), 0.5, 1.0)
    fingers.down(edge - QPoint(0, 3))
    fingers.up(edge + QPoint(0, fingers.mm(2)))
    assert kiosk.session.navigator.here == HOME
