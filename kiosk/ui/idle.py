"""Notices that nobody is there: asks, spoken and shown, and then forgets the visit (WCAG 2.2 SC 2.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow

_LOOK_EVERY = 15
"""Seconds between two looks for a newer edition while nobody is there."""
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)

_ANSWERS = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress))
"""What says "I am here" to the question does nothing else."""


class IdleWatch(QObject):
    """Touch, keys, speech and printing count as signs of life; the attract screen waits for ever."""

    def __init__(self, session: Session, window: KioskWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._warn_after = int(session.settings["idle.warn_seconds"])
        self._answer_within = int(session.settings["idle.answer_seconds"])
        self._quiet = 0
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    @property
    def seconds_left(self) -> int | None:
        """How long the visitor still has to answer, or None while they are not being asked."""
        if self._quiet < self._warn_after:
            return None
        return max(0, self._warn_after + self._answer_within - self._quiet)

    def tick(self) -> None:
        """One second has passed."""
        if self._session.navigator.here.screen == "attract":
            self._waited += 1
            if self._waited % _LOOK_EVERY == 0:
                self._session.look_for_newer()
            self.stay()
            return
        if self._busy():
            self.stay()
            return
        self._quiet += 1
        left = self.seconds_left
        if left is None:
            return
        if left == 0:
            self._window.show_over(None)
            self._quiet = 0
            self._session.end_visit()
            return
        self._show(left)

    def stay(self) -> None:
        """Somebody is there."""
        asked = self._quiet >= self._warn_after
        self._quiet = 0
        if asked:
            self._window.listening.stop()
            self._window.show_over(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and not _is_held_key(event):
            asked = self._quiet >= self._warn_after
            self.stay()
            return asked and event.type() in _ANSWERS
        return False

    def _busy(self) -> bool:
        warned = self._quiet >= self._warn_after
        listening = (
            self._window.listening.active and not self._window.listening.paused and not self._window.listening.message
        )
        return (listening and not warned) or self._session.printing

    def _show(self, left: int) -> None:
        from kiosk.ui.screens.idle_warning import IdleWarning

        overlay = self._window.overlay
        if isinstance(overlay, IdleWarning):
            overlay.count(left)
            return
        warning = IdleWarning(self._session, left, self.stay, self._session.end_visit)
        self._window.show_over(warning)
        warning.focus_first()
        self._window.listening.say(warning.spoken_text())


def _is_held_key(event: QEvent) -> bool:
    """Whether a key only goes on being pressed: something lying on the keyboard is nobody's sign of life."""
    return isinstance(event, QKeyEvent) and event.isAutoRepeat()
