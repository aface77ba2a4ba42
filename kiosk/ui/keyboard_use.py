"""Knows whether the visitor is using keys just now, so that the focus ring is shown to those who need it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.ui import keys

_MOVING_KEYS = frozenset(
    (
        keys.TAB,
        keys.BACKTAB,
        keys.RETURN,
        keys.ENTER,
        keys.ESCAPE,
        keys.LEFT,
        keys.UP,
        keys.RIGHT,
        keys.DOWN,
        keys.F1,
        keys.F2,
    )
)
_INPUT = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress))


class KeyboardUse(QObject):
    """Watches the whole application: a moving key turns the ring on, a touch or the mouse turns it off."""

    def __init__(self) -> None:
        super().__init__()
        self.active = False

    def watch(self, application: QApplication) -> None:
        """Begin to watch."""
        application.installEventFilter(self)

    def forget(self) -> None:
        """A new visitor: nothing is known of how they will move."""
        self.active = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _INPUT:
            before = self.active
            if kind != QEvent.Type.KeyPress:
                self.active = False
            elif isinstance(event, QKeyEvent) and event.key() in _MOVING_KEYS:
                self.active = True
            focused = QApplication.focusWidget() if before != self.active else None
            if focused is not None:
                focused.update()
        return False


KEYBOARD = KeyboardUse()
"""One for the program: there is one visitor at a time."""
