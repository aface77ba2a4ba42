"""A picture of each fault that was not met before: what is round it on the screen, and a frame that shows where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.audit.fault import Fault
from kiosk.audit.report import FaultKey, key_of
from kiosk.audit.seen import Seen
from kiosk.ui.widgets.scroll_view import ScrollView
from kiosk.ui.window import KioskWindow

_AROUND = 90
_FRAME = 6
_WIDEST = 1100
_DARK, _LIGHT = QColor("#14213D"), QColor("#F2A900")


class Pictures:
    """Writes into a folder; `prefix` keeps the names of two who write there apart."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self._folder = folder
        self._prefix = prefix
        self._met: set[FaultKey] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, screen: str, seen: Seen, faults: Sequence[Fault]) -> tuple[str, ...]:
        """The file names of the pictures, "" for a fault that was met before."""
        return tuple(self._take(key_of(screen, fault), seen, fault) for fault in faults)

    def _take(self, key: FaultKey, seen: Seen, fault: Fault) -> str:
        if key in self._met:
            return ""
        self._met.add(key)
        name = f"{self._prefix}{len(self._met):04d}-{fault.code.lower()}.png"
        picture = picture_of(seen.window, QRect(*fault.where))
        return name if picture.save(str(self._folder / name)) else ""


def picture_of(window: KioskWindow, where: QRect) -> QImage:
    """A place in the window, scrolled into view if need be, with a frame round it; all of it without a place."""
    moved = _bring_into_view(window, where)
    whole = window.grab().toImage()
    for view, value in moved:
        where = where.translated(0, value - view.value)
        view.set_value(value)
    shown = where.intersected(whole.rect())
    if shown.isEmpty():
        return _narrow(whole)
    around = shown.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(whole.rect())
    picture = whole.copy(around).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    frame = shown.translated(-around.topLeft()).adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
    for color, width, style in ((_DARK, _FRAME, Qt.PenStyle.SolidLine), (_LIGHT, _FRAME // 2, Qt.PenStyle.DashLine)):
        painter.setPen(QPen(color, width, style))
        painter.drawRect(frame)
    painter.end()
    return _narrow(picture)


def _bring_into_view(window: KioskWindow, where: QRect) -> list[tuple[ScrollView, int]]:
    """Scroll the view in which a place is scrolled away; the views that were moved, with where they had been."""
    moved = []
    for view in window.findChildren(ScrollView):
        frame = QRect(view.mapTo(window, view.rect().topLeft()), view.size())
        beside = where.left() >= frame.left() - 1 and where.right() <= frame.right() + 1
        if view.isVisible() and view.maximum and beside and not frame.contains(where) and not where.isEmpty():
            moved.append((view, view.value))
            view.set_value(view.value + where.top() - frame.top() - _AROUND)
    return moved


def _narrow(picture: QImage) -> QImage:
    if picture.width() <= _WIDEST:
        return picture
    return picture.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
