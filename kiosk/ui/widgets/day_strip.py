"""Seven days as one row of buttons, like a week on a wall calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, width_in_one_line, wrapped

_WAYS = ((7, False), (4, False), (7, True), (4, True), (3, False), (2, False))
_WAYS_WHERE_WIDE = ((7, False), (7, True), (4, False), (4, True), (3, False), (2, False))
"""How many columns, and whether names are short: on a wide panel rather short names than a second row."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day's button: its name ("Today", "Wednesday"), its number, both in short, and its whole name to be read out."""

    key: str
    name: str
    number: str
    short: str
    said: str


class DayStrip(QWidget):
    """All days in one row where their names fit, else with short names or in several rows of one height."""

    told_as = "group"
    not_audited: ClassVar[dict[str, str]] = {
        "CHOICES": "the days of a week turn one list, as the page buttons do, and are known by heart",
    }
    chosen = Signal(str)

    def __init__(self, look: Look, days: Sequence[DayWords], key: str, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self._days = [_DayButton(look, day, day.key == key) for day in days]
        for button in self._days:
            button.setParent(self)
            button.clicked.connect(lambda _c=False, key=button.day.key: self.chosen.emit(key))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def flow_children(self) -> tuple[QWidget, ...]:
        """The days in their order."""
        return tuple(self._days)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns, short = self._arranged(width)
        rows = -(-len(self._days) // columns)
        return rows * self._row_height(self._each(width, columns), short) + (rows - 1) * self._look.metrics.least_gap

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(120), self.heightForWidth(self.width() or 800))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(40), self._look.metrics.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = self._look.metrics.least_gap
        columns, short = self._arranged(self.width())
        each = self._each(self.width(), columns)
        high = self._row_height(each, short)
        for number, button in enumerate(self._days):
            row, column = divmod(number, columns)
            left = column * (each + gap)
            button.short = short
            button.setGeometry(
                self.width() - left - each if self._look.right_to_left else left, row * (high + gap), each, high
            )
            button.show()
        if self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()

    def _each(self, width: int, columns: int) -> int:
        return (width - self._look.metrics.least_gap * (columns - 1)) // columns

    def _row_height(self, each: int, short: bool) -> int:
        return max(button.high(each, short) for button in self._days)

    def _arranged(self, width: int) -> tuple[int, bool]:
        for columns, short in _WAYS if self._look.metrics.panel.portrait else _WAYS_WHERE_WIDE:
            each = self._each(width, columns)
            if all(button.wide(short) <= each for button in self._days):
                return columns, short
        return 1, False


class _DayButton(Button):
    """The name of a day over its number; on a low panel both in short, in one line."""

    def __init__(self, look: Look, day: DayWords, chosen: bool) -> None:
        super().__init__(look, day.name, kind="chosen" if chosen else "plain", name=day.said)
        self.setObjectName(day.key)  # by which the focus knows it again
        self.day = day
        self.short = False

    def wide(self, short: bool) -> int:
        """The least width at which the name stands in one line."""
        words = width_in_one_line(self.day.short if short else self.day.name, self._font())
        return max(self._look.metrics.target, int(words) + 2 * self._look.metrics.mm(1.5) + 2)

    def high(self, width: int, short: bool) -> int:
        words = sum(text.height for text in self._texts(width, short))
        return max(self._look.metrics.target, int(words + 2 * self._look.metrics.mm(1.6)))

    def heightForWidth(self, width: int) -> int:
        return self.high(width, self.short)

    def _texts(self, width: float, short: bool) -> list[WrappedText]:
        room = width - 2 * self._look.metrics.mm(1.5)
        parts = [(self.day.short, self._font())]
        if not short:
            parts = [(self.day.name, self._font()), (self.day.number, self._look.font("body"))]
        return [wrapped(words, font, room, self._look.right_to_left, centred=True) for words, font in parts]

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str, icon_ink: str) -> None:
        texts = self._texts(rect.width(), self.short)
        top = rect.center().y() - sum(text.height for text in texts) / 2
        for text in texts:
            text.draw(painter, self._look.metrics.mm(1.5), top, getattr(self._look.theme, ink))
            top += text.height
