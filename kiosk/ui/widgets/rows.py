"""What the rows of a document are made of: widgets side by side or one under another, and the marks before words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.widgets.look import Look


class Column(QWidget):
    """Widgets one under another."""

    told_as = ""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        _take_height_from_width(self)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def add_space(self) -> None:
        """Room that grows, so that what is added stands in the middle."""
        self._column.addStretch(1)


class Line(QWidget):
    """Widgets side by side."""

    told_as = ""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        _take_height_from_width(self)

    def add(self, widget: QWidget, stretch: int, alignment: Qt.AlignmentFlag | None = None) -> None:
        if alignment is None:
            self._row.addWidget(widget, stretch)
        else:
            self._row.addWidget(widget, stretch, alignment)


def _take_height_from_width(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class Dot(QWidget):
    """The mark before a line of a list."""

    told_as = "decoration"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(round(look.metrics.body * 0.7), round(look.metrics.body * 1.42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("primary"))
        side = self._look.metrics.body * 0.32
        painter.drawEllipse(QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side))


class TickBox(QWidget):
    """An empty box to tick on paper."""

    told_as = "decoration"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        side = round(look.metrics.body * 1.3)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self.width() * 0.12
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self._look.box(painter, rect, "card", "line")
