"""A pair of hands: touches what is on the screen by its name, types on the on-screen keyboard, waits as people do."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.errors import SignpostError
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.key import Key
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.window import KioskWindow


class LostVisitorError(SignpostError):
    """What the visitor looked for was not on the screen."""

    exit_code = 1


class Visitor:
    """Sees only what is visible and can be touched; nothing is called that a finger could not reach."""

    def __init__(self, window: KioskWindow) -> None:
        self.window = window

    def settle(self, seconds: float = 0.0) -> None:
        """Let the program work off what it has to do."""
        end = time.monotonic() + seconds
        while True:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if time.monotonic() >= end:
                break
            time.sleep(0.005)
        for _round in range(3):
            QApplication.processEvents()

    def wait_for(self, what: str, happened: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something has happened; raises `LostVisitorError` when it does not."""
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                raise LostVisitorError(f"the visitor waited {seconds:.0f} seconds for {what}")
            self.settle(0.02)

    def sees(self, name: str) -> Button | None:
        """The enabled button whose name starts so, if it is on the screen."""
        for button in self.window.findChildren(Button):
            if button.isVisible() and button.isEnabled() and button.accessibleName().startswith(name):
                return button
        return None

    def touch(self, name: str) -> None:
        """Touch the button whose name starts so; a page is scrolled to bring it into view."""
        button = self.sees(name)
        if button is None:
            names = sorted(b.accessibleName() for b in self.window.findChildren(Button) if b.isVisible())
            raise LostVisitorError(f"there is no {name!r} on the screen; there is: {', '.join(names)}")
        self.touch_widget(button)

    def touch_widget(self, button: QWidget) -> None:
        """Put a finger on a widget and take it off again."""
        screen = self.window.screen_shown
        if isinstance(screen, PageScreen) and screen.page.content.isAncestorOf(button):
            screen.page.show_part(button)
            self.settle()
        middle = QPointF(QPoint(button.width() // 2, button.height() // 2))
        place = QPointF(button.mapToGlobal(middle.toPoint()))
        left = Qt.MouseButton.LeftButton
        for kind, down in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            QApplication.sendEvent(button, QMouseEvent(kind, middle, place, left, down, Qt.KeyboardModifier.NoModifier))
        self.settle(0.02)

    def type(self, text: str) -> None:
        """Type on the on-screen keyboard, key by key, turning its pages and switching capitals as it takes."""
        keyboards = [board for board in self.window.findChildren(Keyboard) if board.isVisible()]
        if not keyboards:
            raise LostVisitorError("there is no keyboard on the screen")
        for letter in text:
            self.touch_widget(self._key(keyboards[0], "space" if letter == " " else letter))

    def _key(self, keyboard: Keyboard, does: str) -> Key:
        """The key for a letter, on whatever page it is, or its capital where there are capitals only.

        Raises `LostVisitorError` when there is none.
        """
        ways = ("", "capital", "numbers", "letters", "capital", "english", "capital")
        for way in ways:
            turning = [key for key in keyboard.keys_shown() if way and key.does == way]
            if turning:
                self.touch_widget(turning[0])
            found = [key for key in keyboard.keys_shown() if key.does == does]
            if found:
                return found[0]
        capitals = [key for key in keyboard.keys_shown() if key.does == does.upper()]
        if not capitals:
            raise LostVisitorError(f"there is no key {does!r}")
        return capitals[0]

    def turn_page(self) -> None:
        """Touch Page down where the page is long."""
        button = self.sees(self.window.session.words.gettext("Page down"))
        if button is not None:
            self.touch_widget(button)
