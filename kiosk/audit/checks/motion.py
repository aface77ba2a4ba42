"""Nothing moves by itself, and time runs out only after a question that anyone has the time to answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QAbstractAnimation, QDeadlineTimer, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QMovie, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen
from kiosk.ui.idle import IdleWatch
from kiosk.ui.idle_words import idle_promise
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import HOME
from kiosk.ui.screens.booklet import BookletScreen
from kiosk.ui.screens.idle_warning import IdleWarning
from kiosk.ui.widgets.button import Button
from kiosk.ui.window import KioskWindow

_SLOWEST_FLASH_MS = 333
"""Three flashes a second, which may bring on a seizure."""
_LEAST_SECONDS = 20


@check("MOTION", "names", ("CO-05", "CO-06"), "Nothing moves, and nothing flashes.")
def motion(seen: Seen) -> Iterator[Fault]:
    running = QAbstractAnimation.State.Running
    for animation in seen.window.findChildren(QAbstractAnimation):
        if animation.state() == running:
            yield seen.fault("MOTION", f"an animation is running: {type(animation).__name__}", _widget_of(animation))
    for movie in seen.window.findChildren(QMovie):
        if movie.state() == QMovie.MovieState.Running:
            yield seen.fault("MOTION", "a moving picture is running", _widget_of(movie))
    fast = [
        timer
        for timer in seen.window.findChildren(QTimer)
        if timer.isActive() and not timer.isSingleShot() and timer.interval() < _SLOWEST_FLASH_MS
    ]
    if fast and _repaints(seen.window, 3 * max(timer.interval() for timer in fast)) > 1:
        for timer in fast:
            yield seen.fault("MOTION", f"a timer paints every {timer.interval()} ms", _widget_of(timer))


@check("TIMEOUT", "names", ("TI-01", "TI-02"), "Whoever needs more time is asked, is told how long, and gets it.")
def time_outs(seen: Seen) -> Iterator[Fault]:
    """The watch itself is tried on Home alone; it is the same on every screen."""
    settings = seen.session.settings
    overlay = seen.window.overlay
    if isinstance(overlay, IdleWarning):
        yield from _question(seen, int(settings["idle.answer_seconds"]))
    if isinstance(seen.screen, BookletScreen):
        promise = idle_promise(seen.session.words, int(settings["idle.warn_seconds"]))
        if promise not in {text.text for text in seen.texts}:
            yield seen.fault("TIMEOUT", f"it does not say: “{promise}”", seen.screen)
    if overlay is None and seen.screen.route == HOME:
        yield from _watch(seen)


def _question(seen: Seen, most: int) -> Iterator[Fault]:
    numbers = [int(number) for text in seen.texts for number in re.findall(r"\d+", text.text)]
    if not any(0 < number <= most for number in numbers):
        yield seen.fault("TIMEOUT", "the question does not say how many seconds are left", seen.root)
    if not any(isinstance(control, Button) and control.isEnabled() for control in seen.controls):
        yield seen.fault("TIMEOUT", "the question has no button to stay", seen.root)


def _watch(seen: Seen) -> Iterator[Fault]:
    with _own_watch(seen) as (watch, stage):
        asked_after = _tick(watch, until_asked=True)
        answer = watch.seconds_left or 0
        if asked_after < _LEAST_SECONDS or answer < _LEAST_SECONDS:
            yield seen.fault("TIMEOUT", f"it asks after {asked_after} seconds and waits {answer} for an answer")
        if str(answer) not in stage.told:
            yield seen.fault("TIMEOUT", f"{answer} seconds are left, and the question says “{stage.told}”")
        for event in _signs_of_life():
            if watch.seconds_left is None:
                _tick(watch, until_asked=True)
            QApplication.sendEvent(stage, event)
            if watch.seconds_left is not None:
                yield seen.fault("TIMEOUT", f"the time goes on running after a {event.type().name}")


def _tick(watch: IdleWatch, until_asked: bool) -> int:
    ticks = 0
    while until_asked and watch.seconds_left is None and ticks < 4000:
        watch.tick()
        ticks += 1
    return ticks


class _Quiet:
    """Stands for the voice, which says nothing while the watch is tried."""

    active, paused, message = False, False, ""

    def say(self, words: str) -> None:
        """Nothing is said."""

    def stop(self) -> None:
        """Nothing was said."""


class _Stage(QObject):
    """What a watch sees of a window, so that trying it changes nothing that is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.overlay: QWidget | None = None
        self.listening = _Quiet()

    def show_over(self, overlay: QWidget | None) -> None:
        """Keep the question without showing it."""
        if self.overlay is not None and self.overlay is not overlay:
            self.overlay.deleteLater()
        self.overlay = overlay

    @property
    def told(self) -> str:
        """All that the question tells."""
        widgets = self.overlay.findChildren(QWidget) if self.overlay is not None else []
        return " ".join(widget.accessibleName() for widget in widgets)


@contextmanager
def _own_watch(seen: Seen) -> Iterator[tuple[IdleWatch, _Stage]]:
    focused, active = QApplication.focusWidget(), KEYBOARD.active
    stage = _Stage()
    watch = IdleWatch(seen.session, cast(KioskWindow, stage))
    try:
        yield watch, stage
    finally:
        QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]
        stage.show_over(None)
        stage.deleteLater()
        KEYBOARD.active = active
        KEYBOARD.finger_down = False
        if focused is not None:
            focused.setFocus()


def _signs_of_life() -> Iterator[QEvent]:
    place, none = QPointF(1, 1), Qt.KeyboardModifier.NoModifier
    left, no_button = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    yield QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, none)
    yield QMouseEvent(QEvent.Type.MouseButtonPress, place, place, left, left, none)
    yield QMouseEvent(QEvent.Type.MouseMove, place, place, no_button, left, none)
    yield QTouchEvent(QEvent.Type.TouchBegin)
    turn = (place.toPoint(), place.toPoint())
    yield QWheelEvent(place, place, *turn, no_button, none, Qt.ScrollPhase.NoScrollPhase, False)


def _widget_of(thing: QObject) -> QWidget | None:
    here: QObject | None = thing
    while here is not None and not isinstance(here, QWidget):
        here = here.parent()
    return here


def _repaints(window: QWidget, milliseconds: int) -> int:
    """How often something in a window is painted in that time, with nobody touching it."""
    counter = _Paints()
    for widget in (window, *window.findChildren(QWidget)):
        widget.installEventFilter(counter)
    QApplication.processEvents()
    counter.count = 0
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, deadline)
    return counter.count


class _Paints(QObject):
    """Counts paintings."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False
