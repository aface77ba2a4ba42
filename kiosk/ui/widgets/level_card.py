"""One level of urgent help: how urgent, when it is right, and the numbers to ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


class LevelCard(QWidget):
    """A bar of the level's colour at its start, its name in words; numbers beside on a wide panel, else below."""

    told_as = "group"

    def __init__(self, look: Look, name: str, when: str, color: str, parts: Sequence[QWidget], note: str = "") -> None:
        super().__init__()
        self._look = look
        self._color = color
        self.setAccessibleName(name)
        wide = look.metrics.columns_of_text >= 46
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, self)
        pad, bar = look.metrics.padding, look.metrics.mm(3)
        start, end = (pad, pad + bar) if look.right_to_left else (pad + bar, pad)
        row.setContentsMargins(start, round(pad * 0.8), end, round(pad * 0.8))
        row.setSpacing(look.metrics.mm(4) if wide else look.metrics.mm(2.5))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.mm(1))
        title = "urgent" if color == "urgent" else "safe" if color == "safe" else "ink"
        column.addWidget(TextBlock(look, name, "heading", level=2, color=title))
        column.addWidget(TextBlock(look, when, "muted"))
        if wide:
            words.setFixedWidth(round(look.metrics.panel.width * 0.25))
        _height_from_width(words)
        row.addWidget(words, 0)
        numbers = QWidget()
        inner = QVBoxLayout(numbers)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.metrics.mm(2))
        if parts:
            inner.addWidget(Flow(look, parts))
        if note:
            inner.addWidget(TextBlock(look, note))
        _height_from_width(numbers)
        row.addWidget(numbers, 1)
        _height_from_width(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, bar = QRectF(self.rect()), self._look.metrics.mm(3)
        self._look.box(painter, rect, "card", "line")
        painter.save()
        left = rect.right() - bar if self._look.right_to_left else rect.left()
        painter.setClipRect(QRectF(left, rect.top(), bar, rect.height()))
        self._look.box(painter, rect, self._color, self._color)
        painter.restore()


def _height_from_width(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
