"""A square code for a telephone's camera, drawn dark on white in every theme so that cameras can read it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.look import Look

_QUIET = 4


class QrSquare(QWidget):
    """At least 30 mm, with the quiet zone of four modules that ISO/IEC 18004 asks for."""

    def __init__(self, look: Look, data: str, name: str) -> None:
        super().__init__()
        import segno

        self._modules = [bytes(row) for row in segno.make(data, error="m", micro=False).matrix]
        side = look.metrics.mm(34)
        self.setFixedSize(side, side)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        count = len(self._modules) + 2 * _QUIET
        size = max(1.0, int(self.width() / count * 4) / 4)
        start = (self.width() - size * count) / 2 + _QUIET * size
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRectF(start + x * size, start + y * size, size, size))
