"""Nobody there: a question after two minutes, a minute to answer, and then nothing of the visitor is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.language import words_in
from kiosk.ui.idle import IdleWatch
from kiosk.ui.idle_words import idle_promise
from kiosk.ui.routes import ATTRACT, HOME, Route
from kiosk.ui.screens.idle_warning import IdleWarning


@pytest.fixture
def watch(kiosk: Opened, monkeypatch: pytest.MonkeyPatch) -> IdleWatch:
    """The watch with a clock that only the test turns; it says nothing aloud."""
    monkeypatch.setattr(kiosk.window.listening, "say", lambda text: None)
    made = IdleWatch(kiosk.session, kiosk.window)
    made._timer.stop()
    kiosk.window.idle = made
    return made


def pass_seconds(watch: IdleWatch, seconds: int) -> None:
    for _second in range(seconds):
        watch.tick()


def asked(kiosk: Opened) -> bool:
    return isinstance(kiosk.window.overlay, IdleWarning)


def a_visit(kiosk: Opened) -> None:
    kiosk.session.visit.keep("demo:anything")
    kiosk.session.visit.plan_booklet(note="Mrs Example")
    kiosk.session.visit.choose_display(text_size="large")
    kiosk.go("help")


def test_nothing_is_asked_before_two_minutes_and_then_it_is(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 119)
    assert not asked(kiosk)
    assert watch.seconds_left is None
    pass_seconds(watch, 1)
    assert asked(kiosk)
    assert watch.seconds_left == 60
    kiosk.visitor.settle()
    assert {"Yes, I need more time", "No, clear everything"} <= set(kiosk.names())
    assert kiosk.window.overlay is not None
    assert kiosk.window.overlay.geometry() == kiosk.window.rect()


def test_the_seconds_are_counted_down_in_words(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 120 + 18)
    assert isinstance(kiosk.window.overlay, IdleWarning)
    assert "in 42 seconds" in kiosk.window.overlay._left.text
    pass_seconds(watch, 41)
    assert "in 1 second." in kiosk.window.overlay._left.text


def key(kiosk: Opened) -> None:
    QTest.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_A)


def touch_anywhere(kiosk: Opened) -> None:
    place = QPointF(5, 5)
    assert kiosk.window.overlay is not None
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, place, place, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(kiosk.window.overlay, press)


def touch_yes(kiosk: Opened) -> None:
    kiosk.visitor.touch("Yes, I need more time")


@pytest.mark.parametrize("sign", [key, touch_anywhere, touch_yes])
def test_any_key_or_touch_stays_where_the_visitor_was(
    kiosk: Opened, watch: IdleWatch, sign: Callable[[Opened], None]
) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 179)
    kiosk.visitor.settle()
    assert asked(kiosk)
    sign(kiosk)
    kiosk.visitor.settle()
    assert not asked(kiosk)
    assert kiosk.session.navigator.here == Route("help")
    assert kiosk.session.visit.booklet.note == "Mrs Example"
    pass_seconds(watch, 119)
    assert not asked(kiosk)
    pass_seconds(watch, 1)
    assert asked(kiosk), "the visitor may stay as often as they like"


def test_the_touch_that_stays_presses_nothing_that_lies_under_the_question(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 130)
    kiosk.visitor.settle()
    finish = kiosk.visitor.sees("No, clear everything")
    assert finish is not None
    QTest.mouseClick(finish, Qt.MouseButton.LeftButton)
    kiosk.visitor.settle()
    assert kiosk.session.visit.booklet.note in ("", "Mrs Example")
    assert kiosk.session.navigator.here in (ATTRACT, Route("help"))


@pytest.mark.parametrize("second", range(0, 120, 17))
def test_a_key_at_any_time_before_starts_the_two_minutes_again(kiosk: Opened, watch: IdleWatch, second: int) -> None:
    a_visit(kiosk)
    pass_seconds(watch, second)
    key(kiosk)
    pass_seconds(watch, 119)
    assert not asked(kiosk)


def test_a_minute_after_the_question_everything_is_forgotten(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 179)
    assert kiosk.session.visit.booklet.note == "Mrs Example"
    pass_seconds(watch, 1)
    kiosk.visitor.settle()
    visit = kiosk.session.visit
    assert visit.is_untouched
    assert (visit.display.text_size, visit.display.theme, visit.language) == ("standard", "day", "en")
    assert kiosk.session.navigator.here == ATTRACT
    assert not asked(kiosk)
    assert kiosk.names() == ["Touch to start"]


def test_the_screen_that_waits_waits_for_ever(kiosk: Opened, watch: IdleWatch) -> None:
    kiosk.session.navigator.attract()
    pass_seconds(watch, 1000)
    assert not asked(kiosk)
    assert kiosk.session.navigator.here == ATTRACT


def test_home_left_alone_goes_back_to_waiting(kiosk: Opened, watch: IdleWatch) -> None:
    assert kiosk.session.navigator.here == HOME
    pass_seconds(watch, 180)
    assert kiosk.session.navigator.here == ATTRACT


def test_listening_counts_as_somebody_being_there_until_it_ends_or_pauses(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    listening = kiosk.window.listening
    listening.active = True
    pass_seconds(watch, 500)
    assert not asked(kiosk)
    listening.paused = True
    pass_seconds(watch, 120)
    assert asked(kiosk)
    listening.active = listening.paused = False


def test_a_line_about_a_missing_voice_does_not_keep_a_visit_alive(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    listening = kiosk.window.listening
    listening.active, listening.message = True, "no voice"
    pass_seconds(watch, 180)
    assert kiosk.session.navigator.here == ATTRACT


def test_printing_counts_as_somebody_being_there(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    kiosk.session.printing = True
    pass_seconds(watch, 500)
    assert not asked(kiosk)
    kiosk.session.printing = False
    pass_seconds(watch, 120)
    assert asked(kiosk)


def test_the_question_itself_being_spoken_does_not_stop_the_clock(kiosk: Opened, watch: IdleWatch) -> None:
    a_visit(kiosk)
    pass_seconds(watch, 120)
    kiosk.window.listening.active = True
    pass_seconds(watch, 60)
    assert kiosk.session.navigator.here == ATTRACT
    kiosk.window.listening.active = False


def test_the_times_are_settings(open_at: Callable[..., Opened], monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = open_at(idle__warn_seconds=20, idle__answer_seconds=25)
    monkeypatch.setattr(kiosk.window.listening, "say", lambda text: None)
    watch = IdleWatch(kiosk.session, kiosk.window)
    watch._timer.stop()
    pass_seconds(watch, 20)
    assert watch.seconds_left == 25
    pass_seconds(watch, 25)
    assert kiosk.session.navigator.here == ATTRACT


def test_a_visitor_is_told_of_the_time_before_they_plan_a_booklet(kiosk: Opened) -> None:
    kiosk.go("booklet")
    assert "If nobody touches the screen for 2 minutes" in kiosk.texts()


@pytest.mark.parametrize(("seconds", "told"), [(60, "1 minute,"), (120, "2 minutes,"), (90, "90 seconds,")])
def test_the_time_is_told_before_as_it_is_set(seconds: int, told: str) -> None:
    assert told in idle_promise(words_in("en"), seconds)
