"""What a widget really painted: each text and icon with its place, size and colour, overheard while it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui import icons, wrapped_text
from kiosk.ui.wrapped_text import Span, WrappedText


class PaintedText(NamedTuple):
    """One text as painted. `rect` spans its lines where there are letters; all places are in the window's pixels."""

    widget: QWidget
    text: str
    rect: QRectF
    lines: tuple[QRectF, ...]
    color: str
    pixels: int
    bold: bool
    laid: WrappedText
    marks: tuple[Span, ...]

    @property
    def corner(self) -> QPointF:
        """Where in the window the text was laid down: what places inside it are counted from."""
        return self.lines[0].topLeft() - self.laid.line_rects()[0].topLeft()


class PaintedIcon(NamedTuple):
    """One icon as painted, its place in the window's pixels. `turned` says that it was turned round."""

    widget: QWidget
    name: str
    rect: QRectF
    color: str
    turned: bool


class Painted(NamedTuple):
    """What one widget painted itself, without its children's."""

    texts: list[PaintedText]
    icons: list[PaintedIcon]


def paints_itself(widget: QWidget) -> bool:
    """Whether a class of ours paints this widget."""
    return any("paintEvent" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("kiosk."))


def painted_by(widget: QWidget, window: QWidget) -> Painted:
    """The texts and icons that a widget paints itself."""
    found = Painted([], [])
    if not paints_itself(widget) or widget.width() < 1 or widget.height() < 1:
        return found
    origin = QPointF(widget.mapTo(window, QPoint(0, 0)))

    def hear_text(
        laid: WrappedText, painter: QPainter, left: float, top: float, color: str, marks: Sequence[Span]
    ) -> None:
        place = painter.deviceTransform().map(QPointF(left, top)) + origin
        lines = tuple(line.translated(place) for line in laid.line_rects())
        if lines:
            whole = lines[0]
            for line in lines[1:]:
                whole = whole.united(line)
            found.texts.append(
                PaintedText(widget, laid.text, whole, lines, color, laid.pixels, laid.bold, laid, tuple(marks))
            )

    def hear_icon(name: str, painter: QPainter, rect: QRectF, color: str, turned: bool) -> None:
        place = painter.deviceTransform().mapRect(rect).translated(origin)
        found.icons.append(PaintedIcon(widget, name, place, color, turned))

    picture = QPixmap(1, 1)  # nobody looks at it: what is painted is heard, and what lies outside costs nothing
    picture.setDevicePixelRatio(1.0)
    wrapped_text.overhear(hear_text)
    icons.overhear_icons(hear_icon)
    try:
        widget.render(picture, QPoint(0, 0), QRegion(0, 0, 1, 1), QWidget.RenderFlag(0))
    finally:
        wrapped_text.overhear(None)
        icons.overhear_icons(None)
    return found
