"""Our own on-screen keyboard: big keys, no repeat, a layout for each script, and one for numbers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.language import Words
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import LINE_HEIGHT

LAYOUTS: dict[str, tuple[str, ...]] = {
    "en": ("qwertyuiop", "asdfghjkl'", "zxcvbnm-"),
    "ar": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ"),
    "numbers": ("1234567890", "£.,:/&()'-"),
}
"""Rows of keys; Arabic follows the usual Arabic (101) layout, read from the right."""


def key_height(look: Look) -> int:
    """Height of a key: what the panel allows, from 12.9 to 17 mm."""
    metrics = look.metrics
    return max(metrics.target, min(metrics.mm(17), round(metrics.panel.height * 0.085)))


class Key(Button):
    """A key: its letters as large as its height allows; a touch on it never takes the focus from the field."""

    def __init__(self, look: Look, *options: str, bold: bool = True, name: str = "") -> None:
        super().__init__(look, *options, bold=bold, name=name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _font(self) -> QFont:
        room = (key_height(self._look) - 2 * self._look.metrics.mm(2)) / LINE_HEIGHT
        return self._look.sized_font(min(self._look.metrics.body, round(room)), self._bold)


class Keyboard(QWidget):
    """Tells what was pressed; it never takes the focus from the field. Keys are at least 12.7 mm, aim 20 mm."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self, look: Look, words: Words, script: str) -> None:
        super().__init__()
        self._look = look.furniture
        self._ = words.gettext
        self._script = script if script in LAYOUTS else "en"
        self._numbers = False
        self._rows: list[list[Key]] = []
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _build(self) -> None:
        _ = self._
        for row in self._rows:
            for key in row:
                key.hide()
                key.deleteLater()
        letters = LAYOUTS["numbers" if self._numbers else self._script]
        right_to_left = self._script == "ar" and not self._numbers
        self._rows = [[self._key(c) for c in (reversed(row) if right_to_left else row)] for row in letters]
        other = Key(
            self._look, _("Letters") if self._numbers else "123", name=_("Letters") if self._numbers else _("Numbers")
        )
        other.clicked.connect(self._switch)
        space = Key(self._look, _("Space"), "space")
        space.clicked.connect(lambda: self.typed.emit(" "))
        erase = Key(self._look, _("Rub out"), "backspace")
        erase.clicked.connect(self.erased.emit)
        if self._script != "en" and not self._numbers:
            english = Key(self._look, "abc", name=_("English letters"))
            english.clicked.connect(lambda: self._set_script("en"))
            self._rows.append([other, english, space, erase])
        else:
            self._rows.append([other, space, erase])
        for row in self._rows:
            for key in row:
                key.setParent(self)
                key.show()
        self._place()

    def _key(self, letter: str) -> Key:
        key = Key(self._look, letter, bold=True)
        key.clicked.connect(lambda: self.typed.emit(letter))
        return key

    def _switch(self) -> None:
        self._numbers = not self._numbers
        self._build()

    def _set_script(self, script: str) -> None:
        self._script = script
        self._build()

    def _gap(self) -> int:
        return self._look.metrics.least_gap

    def sizeHint(self) -> QSize:
        rows = len(self._rows)
        return QSize(self._look.metrics.mm(200), rows * key_height(self._look) + (rows - 1) * self._gap())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(100), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, height, width = self._gap(), key_height(self._look), self.width()
        longest = max(len(row) for row in self._rows)
        most = self._look.metrics.mm(26)
        each = min(most, (width - gap * (longest - 1)) // longest)
        for number, row in enumerate(self._rows):
            top = number * (height + gap)
            if number == len(self._rows) - 1:
                self._place_last(row, top, each * longest + gap * (longest - 1), height)
                continue
            used = each * len(row) + gap * (len(row) - 1)
            left = (width - used) // 2
            for key in row:
                key.setGeometry(left, top, each, height)
                left += each + gap

    def _place_last(self, row: list[Key], top: int, room: int, height: int) -> None:
        gap = self._gap()
        widths = [max(key.natural_width(), self._look.metrics.mm(24)) for key in row]
        space = len(row) - 2
        widths[space] = max(self._look.metrics.mm(24), room - sum(widths) + widths[space] - gap * (len(row) - 1))
        left = (self.width() - sum(widths) - gap * (len(row) - 1)) // 2
        for key, wide in zip(row, widths, strict=True):
            key.setGeometry(left, top, wide, height)
            left += wide + gap
