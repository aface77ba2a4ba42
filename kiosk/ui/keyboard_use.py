"""Knows whether the visitor is using keys just now, so that the focus ring is shown to those who need it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_MOVING_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F1,
    Qt.Key.Key_F2,
}


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
        before = self.active
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.active = False
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVING_KEYS:
            self.active = True
        if before != self.active:
            focused = QApplication.focusWidget()
            if isinstance(focused, QWidget):
                focused.update()
        return False


KEYBOARD = KeyboardUse()
"""One for the program: there is one visitor at a time."""
