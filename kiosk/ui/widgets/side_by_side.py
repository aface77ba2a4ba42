"""Columns of one width side by side: what is said of two or three things, fact by fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.document.blocks import Text
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


class SideBySide(QWidget):
    """Each column holds widgets one under another; in right-to-left languages the first column stands at the right."""

    told_as = "group"

    def __init__(self, look: Look, columns: Sequence[Sequence[QWidget]], label: TextBlock | None = None) -> None:
        super().__init__()
        self._look = look
        self._columns = [list(column) for column in columns]
        self._label = label
        self._spare = 0
        for widget in self._all():
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def flow_children(self) -> tuple[QWidget, ...]:
        """The widgets in reading order, column by column."""
        return tuple(self._all())

    def _all(self) -> list[QWidget]:
        label = [self._label] if self._label is not None else []
        return [*label, *(widget for column in self._columns for widget in column)]

    def set_spare(self, pixels: int) -> None:
        """Leave so much free at the end of the lines, to stand above columns that are narrower."""
        if pixels != self._spare:
            self._spare = pixels
            self.updateGeometry()
            self._arrange(self.width(), move=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = self.width() or 800
        return QSize(self._look.metrics.mm(60), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(60), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arrange(self.width(), move=True) > self.height():
            self.updateGeometry()  # a layout takes the hint's height for the most that there may be

    def _arrange(self, width: int, move: bool) -> int:
        gap, space = self._look.metrics.gap, self._look.metrics.mm(1)
        start, width = self._spare if self._look.right_to_left else 0, max(1, width - self._spare)
        top = 0
        if self._label is not None:
            top = self._look.metrics.mm(2)
            tall = self._label.heightForWidth(width)
            if move:
                self._label.setGeometry(start, top, width, tall)
                self._label.show()
            top += tall + space
        each = (width - gap * (len(self._columns) - 1)) // max(1, len(self._columns))
        lowest = top
        for number, column in enumerate(self._columns):
            left = number * (each + gap)
            if self._look.right_to_left:
                left = width - left - each
            under = top
            for widget in column:
                tall = widget.heightForWidth(each)
                if move:
                    widget.setGeometry(start + left, under, each, tall)
                    widget.show()
                under += tall + space
            lowest = max(lowest, under - space)
        return lowest


class ComparedFact(SideBySide):
    """One fact of several services under its label. It is read aloud with the name of each service before its cell.

    `spoken` holds (text, language) of those parts; "" is the visitor's language.
    """

    def __init__(
        self, look: Look, label: str, cells: Sequence[Sequence[str]], spoken: Sequence[tuple[str, str]]
    ) -> None:
        text = partial(TextBlock, look)
        super().__init__(
            look, [[text(line) for line in cell] for cell in cells], text((Text(label, strong=True),), level=2)
        )
        self._spoken = tuple(spoken)
        self.setAccessibleName(label)

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """What Listen reads, each part with its own language."""
        return self._spoken

    def spoken(self) -> str:
        """All of it in one."""
        return " ".join(text for text, _lang in self._spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._look.fill(painter, QRectF(0, 0, self.width(), self._look.metrics.line), "line")
