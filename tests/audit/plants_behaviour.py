"""Faults of what presses, drags, held keys and time do, as they slip in."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened
from planted import Repair, plants
from plants_names import button_of, put_on_page, renamed
from PySide6.QtCore import QPropertyAnimation, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSlider

from kiosk.ui import idle
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import Route
from kiosk.ui.screens import idle_warning
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.safe_top import SafeTop
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.scroll_view import ScrollView
from kiosk.ui.widgets.text_block import TextBlock


@plants("PRESS")
def a_button_that_acts_when_it_is_pressed(kiosk: Opened) -> Repair:
    button = button_of(kiosk, "Money and benefits")

    def act() -> None:
        kiosk.session.visit.keep_guide("who-pays")

    button.pressed.connect(act)
    return lambda: button.pressed.disconnect(act) and None


class Hasty(Button):
    """Acts when a finger goes down, or slides, without any signal."""

    def __init__(self, kiosk: Opened, on: str) -> None:
        super().__init__(kiosk.session.look, "Keep it now")
        self._kiosk, self._on = kiosk, on

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._on == "press":
            self._kiosk.session.visit.keep("demo:anything")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._on == "release":
            self._kiosk.session.visit.keep("demo:anything")


def hasty(kiosk: Opened, on: str) -> Repair:
    take_away = put_on_page(kiosk, Hasty(kiosk, on))

    def repair() -> None:
        take_away()
        kiosk.session.visit.drop("demo:anything")

    return repair


@plants("PRESS", Route("help"))
def a_widget_that_acts_on_touch_down(kiosk: Opened) -> Repair:
    return hasty(kiosk, "press")


@plants("DRAG", Route("help"))
def a_widget_that_acts_though_the_finger_slid_away(kiosk: Opened) -> Repair:
    return hasty(kiosk, "release")


@plants("DRAG", Route("help"))
def a_slider(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, QSlider(Qt.Orientation.Horizontal))


@plants("DRAG", Route("help"))
def a_part_that_only_a_flick_moves(kiosk: Opened) -> Repair:
    view = ScrollView(20)
    view.setFixedHeight(100)
    view.column.addSpacing(400)
    return put_on_page(kiosk, view)


@plants("REPEAT")
def a_button_that_repeats(kiosk: Opened) -> Repair:
    button = button_of(kiosk, "Money and benefits")
    button.setAutoRepeat(True)
    return lambda: button.setAutoRepeat(False)


@plants("REPEAT", Route("type"))
def a_field_without_the_guard_of_the_keys(kiosk: Opened) -> Repair:
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(KEYBOARD)

    def guard() -> None:
        application.installEventFilter(KEYBOARD)
        kiosk.go("home")
        kiosk.go("type")

    return guard


@plants("SHORTCUT")
def a_letter_that_goes_home(kiosk: Opened) -> Repair:
    shortcut = QShortcut("H", kiosk.window, kiosk.session.navigator.home)
    return lambda: shortcut.setParent(None)


@plants("SHORTCUT", Route("help"))
def a_button_with_a_letter_of_its_own(kiosk: Opened) -> Repair:
    button = Button(kiosk.session.look, "Ring somebody")
    button.setShortcut("R")
    return put_on_page(kiosk, button)


@plants("STATE", Route("language"))
def a_choice_whose_state_is_only_its_colour(kiosk: Opened) -> Repair:
    chosen = next(button for button in kiosk.buttons() if button.kind == "chosen")
    return renamed(chosen, chosen.text())


@plants("SAFE", Route("urgent"))
def a_sensitive_page_that_cannot_be_cleared(kiosk: Opened) -> Repair:
    top = kiosk.screen.findChild(SafeTop)
    assert top is not None
    top.clear.hide()
    return top.clear.show


@plants("SAFE", Route("guide", "worried-about-abuse"))
def a_way_out_that_scrolls_away(kiosk: Opened) -> Repair:
    top, page = kiosk.screen.findChild(SafeTop), kiosk.screen.findChild(ScrollPage)
    assert top is not None
    assert page is not None
    page.column.insertWidget(0, top.clear)
    layout = top.layout()
    assert layout is not None
    return lambda: layout.addWidget(top.clear)


@plants("SAFE", Route("help"))
def a_warning_sign_where_nobody_needs_it(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, SafeTop(kiosk.session.look, kiosk.session, ""))


@plants("MOTION")
def a_card_that_slides(kiosk: Opened) -> Repair:
    button = button_of(kiosk, "Money and benefits")
    slide = QPropertyAnimation(button, b"geometry", button)
    slide.setEndValue(QRect(button.geometry()))
    slide.setDuration(60_000)
    slide.start()

    def stop() -> None:
        slide.stop()
        slide.setParent(None)

    return stop


@plants("MOTION", Route("help"))
def words_that_blink(kiosk: Opened) -> Repair:
    block = kiosk.screen.findChildren(TextBlock)[0]
    timer = QTimer(block)
    timer.timeout.connect(block.update)
    timer.start(100)
    return timer.stop


@plants("TIMEOUT")
def a_key_that_is_no_sign_of_life(kiosk: Opened) -> Repair:
    patch = pytest.MonkeyPatch()
    patch.setattr(idle, "_SIGNS_OF_LIFE", frozenset((idle.QEvent.Type.MouseButtonPress, idle.QEvent.Type.TouchBegin)))
    return patch.undo


@plants("TIMEOUT")
def a_question_that_counts_wrongly(kiosk: Opened) -> Repair:
    patch = pytest.MonkeyPatch()
    right = idle_warning.IdleWarning.count
    patch.setattr(idle_warning.IdleWarning, "count", lambda self, left: right(self, left // 2))
    return patch.undo


@plants("TIMEOUT", Route("booklet"))
def a_promise_of_more_time_than_there_is(kiosk: Opened) -> Repair:
    block = next(b for b in kiosk.screen.findChildren(TextBlock) if "2 minutes" in b.text)
    before = block.text
    block.set_text(before.replace("2", "5"))
    return lambda: block.set_text(before)


@plants("TIMEOUT", Route("help"))
def a_question_without_a_number(kiosk: Opened) -> Repair:
    warning = idle_warning.IdleWarning(kiosk.session, 60, lambda: None, lambda: None)
    kiosk.window.show_over(warning)
    warning._left.set_text("This screen clears soon.")
    return lambda: kiosk.window.show_over(None)
