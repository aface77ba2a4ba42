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
    """A day's button: its name ("Wednesday"), a short name ("Wed"), its number, and what it is called when read out.

    `said` begins with the name; where the short one is shown, that and the number are read before it.
    """

    key: str
    name: str
    short: str
    number: str
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
            button.use_short(short)
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
    """The name of a day over its number; a tick beside the number where it is the day that is shown."""

    def __init__(self, look: Look, day: DayWords, chosen: bool) -> None:
        super().__init__(look, day.name, "tick" if chosen else "", "chosen" if chosen else "plain", name=day.said)
        self.setObjectName(day.key)  # by which the focus knows it again
        self.day = day

    def use_short(self, short: bool) -> None:
        """Show the short name, or the whole one."""
        self._words = self.day.short if short else self.day.name
        self.setText(self._words)
        same = self._words == self.day.name
        self.setAccessibleName(self.day.said if same else f"{self._words} {self.day.number}: {self.day.said}")

    def wide(self, short: bool) -> int:
        """The least width at which the name stands in one line."""
        words = width_in_one_line(self.day.short if short else self.day.name, self._font())
        return max(self._look.metrics.target, int(words) + 2 * self._air + 2)

    def high(self, width: int, short: bool) -> int:
        name, number = self._lines(width, self.day.short if short else self.day.name)
        return max(self._look.metrics.target, int(name.height + number.height + 2 * self._look.metrics.mm(1.6)))

    def heightForWidth(self, width: int) -> int:
        return self.high(width, self._words != self.day.name)

    @property
    def _air(self) -> int:
        return self._look.metrics.mm(1.5)

    def _lines(self, width: float, words: str) -> tuple[WrappedText, WrappedText]:
        rtl, room = self._look.right_to_left, width - 2 * self._air
        name = wrapped(words, self._font(), room, rtl, centred=True)
        return name, wrapped(self.day.number, self._look.font("body"), room, rtl)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str, icon_ink: str) -> None:
        name, number = self._lines(rect.width(), self._words)
        color, room = getattr(self._look.theme, ink), rect.width() - 2 * self._air
        top = rect.center().y() - (name.height + number.height) / 2
        name.draw(painter, self._air, top, color)
        top += name.height
        side = self._icon_size()
        mark = side + self._look.metrics.mm(1.5) if self._icon else 0
        start = rect.center().x() - (mark + number.natural_width) / 2
        rtl = self._look.right_to_left
        if self._icon:
            place = rect.width() - start - side if rtl else start
            self._draw_icon(painter, self._icon, place, top + (number.line_height - side) / 2, icon_ink)
        left = rect.width() - start - mark - room if rtl else start + mark
        number.draw(painter, left, top, color)
