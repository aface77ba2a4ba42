"""A square code for a telephone's camera, drawn dark on white in every theme so that cameras can read it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.booklet.square_code import QUIET, rows_from_child
from kiosk.ui.background import run_in_background
from kiosk.ui.widgets.look import Look


class QrSquare(QWidget):
    """At least 34 mm. Its modules come from a child process a moment after the page; until then it is white."""

    told_as = "picture"

    def __init__(self, look: Look, data: str, name: str) -> None:
        super().__init__()
        self._rows: list[str] = []
        side = look.metrics.mm(34)
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        run_in_background(self, lambda: rows_from_child(data), self._made)

    @property
    def ready(self) -> bool:
        """Whether the code is there to be scanned."""
        return bool(self._rows)

    @property
    def not_audited(self) -> dict[str, str]:
        """Until the code is made there is nothing to be seen."""
        return {} if self.ready else {"BORDER": "its code is still being made, and it is white until then"}

    def _made(self, rows: list[str]) -> None:
        self._rows = rows
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        count = len(self._rows) + 2 * QUIET
        size = max(1.0, int(self.width() / count * 4) / 4)
        start = (self.width() - size * count) / 2 + QUIET * size
        for y, row in enumerate(self._rows):
            for x, module in enumerate(row):
                if module == "1":
                    painter.drawRect(QRectF(start + x * size, start + y * size, size, size))
