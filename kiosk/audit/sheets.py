"""The picture of a whole page: what is scrolled away is brought into view and photographed, piece by piece."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.audit.seen import Seen
from kiosk.ui.widgets.scroll_view import ScrollView


class Sheet:
    """A picture and where its top left corner lies in the window. Colours are 0xRRGGBB."""

    def __init__(self, picture: QImage, corner: QPoint) -> None:
        self._picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        self._corner = corner
        self._width = self._picture.width()
        self._pixels = memoryview(self._picture.constBits()).cast("I")

    def colors(self, where: QRect, across: int = 1, down: int = 1) -> Counter[int]:
        """How many pixels of each colour there are in a place of the window, or in every so-manieth column and row."""
        found: Counter[int] = Counter()
        place = where.translated(-self._corner).intersected(self._picture.rect())
        for y in range(place.top(), place.bottom() + 1, down):
            start = y * self._width + place.left()
            found.update(self._pixels[start : start + place.width() : across])
        return Counter({color & 0xFFFFFF: count for color, count in found.items()})

    def color_at(self, point: QPoint) -> int | None:
        """The colour of one pixel of the window; None outside the picture."""
        place = point - self._corner
        if not self._picture.rect().contains(place):
            return None
        return self._pixels[place.y() * self._width + place.x()] & 0xFFFFFF


def sheet_of(seen: Seen, widget: QWidget) -> Sheet:
    """The picture that a widget is to be looked at in: the window's, or its whole page's where that scrolls."""
    view = seen.view_around(widget)
    if view is not None and not (view.maximum and view.height()):
        view = None
    made = _made.setdefault(seen, {})
    if view not in made:
        made[view] = _whole_page(seen, view) if view is not None else Sheet(seen.picture, QPoint(0, 0))
    return made[view]


def _whole_page(seen: Seen, view: ScrollView) -> Sheet:
    """Only the column is moved, so that nothing hears of it and no page number changes."""
    content, frame = view.content, seen.place(view)
    whole = QImage(content.size(), QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    place = content.pos()
    try:
        for top in range(0, content.height(), view.height()):
            shown = min(top, view.maximum)
            content.move(place.x(), -shown)
            painter.drawPixmap(0, shown, seen.window.grab(frame))
    finally:
        painter.end()
        content.move(place)
    return Sheet(whole, frame.topLeft() - QPoint(0, view.value))


_made: WeakKeyDictionary[Seen, dict[ScrollView | None, Sheet]] = WeakKeyDictionary()
