"""Our own line drawings, painted in the theme's colour and kept as pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk import resources

IconListener = Callable[[str, QPainter, QRectF, str, bool], None]
_overheard: IconListener | None = None


def overhear_icons(listener: IconListener | None) -> None:
    """Call `listener` with every icon that is painted from now on (the audit looks at the screen so); None ends it."""
    global _overheard
    _overheard = listener


def draw_icon(
    painter: QPainter, name: str, left: float, top: float, pixels: int, color: str, right_to_left: bool = False
) -> None:
    """Paint an icon as a square; one that points along the line of reading turns round in right-to-left languages."""
    mirrored = right_to_left and turns_round(name)
    if _overheard is not None:
        _overheard(name, painter, QRectF(int(left), int(top), pixels, pixels), color, mirrored)
    painter.drawPixmap(int(left), int(top), icon_pixmap(name, pixels, color, mirrored))


@lru_cache(maxsize=256)
def icon_pixmap(name: str, pixels: int, color: str, mirrored: bool = False) -> QPixmap:
    """The icon as a square picture; `mirrored` turns arrows round for right-to-left languages."""
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(_svg(name, color))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _svg(name: str, color: str) -> bytes:
    text = resources.icon(name).read_text(encoding="utf-8")
    return text.replace("currentColor", QColor(color).name()).encode()


_TURNING = {"back", "next", "previous", "finish", "backspace", "enter", "list-next"}


def turns_round(name: str) -> bool:
    """Whether the icon points along the line of reading, so that it mirrors in right-to-left languages."""
    return name in _TURNING
