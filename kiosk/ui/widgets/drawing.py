"""A drawing of an Easy Read page, in its own colours on white, whatever colours the screen has."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from kiosk import resources
from kiosk.ui.widgets.look import Look

_SIDE_MM = 38.0
_AIR = 0.06


class Drawing(QWidget):
    """Decoration to a screen reader: the words beside it say what it shows."""

    told_as = "decoration"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = name
        panel = look.metrics.panel
        side = min(look.metrics.mm(_SIDE_MM), panel.width // 5)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _picture(self._name, self.width()))


@lru_cache(maxsize=64)
def _picture(name: str, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(QColor("#ffffff"))
    file = resources.drawing(name)
    if file.is_file():
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        air = side * _AIR
        QSvgRenderer(QByteArray(file.read_bytes())).render(painter, QRectF(air, air, side - 2 * air, side - 2 * air))
        painter.end()
    return picture
