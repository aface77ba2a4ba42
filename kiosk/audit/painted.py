"""What a widget really painted: each text with its place, size, colour and lines, overheard while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui import wrapped_text
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


def paints_itself(widget: QWidget) -> bool:
    """Whether a class of ours paints this widget."""
    return any("paintEvent" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("kiosk."))


def painted_texts(widget: QWidget, window: QWidget) -> Iterator[PaintedText]:
    """The texts that a widget paints itself, without its children's."""
    if not paints_itself(widget) or widget.width() < 1 or widget.height() < 1:
        return
    heard: list[tuple[WrappedText, float, float, str, tuple[Span, ...]]] = []

    def overhear(
        laid: WrappedText, painter: QPainter, left: float, top: float, color: str, marks: Sequence[Span]
    ) -> None:
        place = painter.deviceTransform().map(QPointF(left, top))
        heard.append((laid, place.x(), place.y(), color, tuple(marks)))

    picture = QPixmap(widget.size())
    picture.setDevicePixelRatio(1.0)
    wrapped_text.overhear(overhear)
    try:
        widget.render(picture, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    finally:
        wrapped_text.overhear(None)
    origin = QPointF(widget.mapTo(window, QPoint(0, 0)))
    for laid, left, top, color, marks in heard:
        lines = tuple(line.translated(left, top).translated(origin) for line in laid.line_rects())
        if not lines:
            continue
        whole = lines[0]
        for line in lines[1:]:
            whole = whole.united(line)
        yield PaintedText(widget, laid.text, whole, lines, color, laid.pixels, laid.bold, laid, marks)
