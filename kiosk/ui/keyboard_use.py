"""Knows whether the visitor is using keys just now, and takes slips of a shaking hand off the keys."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.ui import keys

_ACTING_KEYS = frozenset((keys.RETURN, keys.ENTER, keys.SPACE))
_MOVING_KEYS = frozenset(
    (*_ACTING_KEYS, *keys.FUNCTION, keys.TAB, keys.BACKTAB, keys.ESCAPE, keys.LEFT, keys.UP, keys.RIGHT, keys.DOWN)
)
_FINGER_DOWN = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin))
_FINGER_UP = frozenset((QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel))
_INPUT = _FINGER_DOWN | _FINGER_UP | frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease))


class KeyboardUse(QObject):
    """Watches the whole application: a key that moves or acts turns the ring on, a touch or the mouse turns it off.

    A key that is held down counts once (EN 301 549 5.7), and a second strike of Enter or Space within `guard` seconds
    counts as a slip (EN 301 549 5.8).
    """

    def __init__(self) -> None:
        super().__init__()
        self.active = False
        self.finger_down = False
        """Whether a finger, or the mouse, is pressing something just now."""
        self.guard = 0.0
        self._struck = (0, 0.0)
        self._let_go = True

    def watch(self, application: QApplication) -> None:
        """Begin to watch."""
        application.installEventFilter(self)

    def forget(self) -> None:
        """A new visitor: nothing is known of how they will move."""
        self.active = False
        self._struck, self._let_go = (0, 0.0), True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _INPUT:
            return False
        if not isinstance(event, QKeyEvent):
            self.finger_down = kind in _FINGER_DOWN
            if self.finger_down:
                self._set_active(False)
        elif kind == QEvent.Type.KeyRelease:
            self._let_go = self._let_go or not event.isAutoRepeat()
            return event.isAutoRepeat()
        elif event.isAutoRepeat() or self._is_slip(event.key()):
            return True
        elif event.key() in _MOVING_KEYS:
            self.finger_down = False
            self._set_active(True)
        return False

    def _is_slip(self, key: int) -> bool:
        """Whether this is a second strike. One strike is met several times, on its way from a widget to its parents."""
        before, when = self._struck
        if not self._let_go and key == before:
            return False
        now = monotonic()
        if key in _ACTING_KEYS and key == before and now - when < self.guard:
            return True
        self._struck, self._let_go = (key, now), False
        return False

    def _set_active(self, active: bool) -> None:
        if active == self.active:
            return
        self.active = active
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.update()
            around = focused.parentWidget()
            if around is not None:
                around.update()  # the box around a field paints the field's ring


KEYBOARD = KeyboardUse()
"""One for the program: there is one visitor at a time."""
