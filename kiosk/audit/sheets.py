"""The picture of a whole page: what is scrolled away is brought into view and photographed, piece by piece."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.audit.seen import Seen
from kiosk.ui.widgets.scroll_view import ScrollView


class Piece:
    """The pixels of one place, row by row. Colours are 0xRRGGBB."""

    def __init__(self, pixels: bytes, width: int) -> None:
        self._pixels = pixels
        self._width = width

    @property
    def digest(self) -> tuple[int, int, int]:
        """Alike for places that look alike: the bars of a kiosk are the same on nearly every screen."""
        return hash(self._pixels), len(self._pixels), self._width

    def colors(self, across: int = 1, down: int = 1) -> Counter[int]:
        """How many pixels there are of each colour, or in every so-manieth column and row."""
        pixels = memoryview(self._pixels).cast("I")
        if across == 1 and down == 1:
            return _without_alpha(Counter(pixels))
        found: Counter[int] = Counter()
        for start in range(0, len(pixels), self._width * down):
            found.update(pixels[start : start + self._width : across])
        return _without_alpha(found)

    def rim(self) -> Counter[int]:
        """The colours at its four sides, those of the corners twice."""
        pixels = memoryview(self._pixels).cast("I")
        found: Counter[int] = Counter()
        if self._width:
            last = self._width - 1
            for side in (
                pixels[: self._width],
                pixels[-self._width :],
                pixels[:: self._width],
                pixels[last :: self._width],
            ):
                found.update(side)
        return _without_alpha(found)


class Sheet:
    """A picture and where its top left corner lies in the window. Colours are 0xRRGGBB."""

    def __init__(self, picture: QImage, corner: QPoint) -> None:
        self._picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        self._corner = corner
        self._width = self._picture.width()
        self._pixels = memoryview(self._picture.constBits()).cast("I")

    def piece(self, where: QRect) -> Piece:
        """What can be seen in a place of the window; outside the picture there is nothing."""
        place = where.translated(-self._corner).intersected(self._picture.rect())
        left, width = place.left(), max(0, place.width())
        starts = (y * self._width + left for y in range(place.top(), place.bottom() + 1))
        return Piece(b"".join(self._pixels[start : start + width] for start in starts), width)

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
        painter.drawImage(QPoint(0, view.value), seen.picture, frame)
        for top in range(0, content.height(), view.height()):
            shown = min(top, view.maximum)
            if shown == view.value:
                continue
            content.move(place.x(), -shown)
            seen.window.render(painter, QPoint(0, shown), QRegion(frame))
    finally:
        painter.end()
        content.move(place)
    return Sheet(whole, frame.topLeft() - QPoint(0, view.value))


def _without_alpha(colors: Counter[int]) -> Counter[int]:
    return Counter({color & 0xFFFFFF: count for color, count in colors.items()})


_made: WeakKeyDictionary[Seen, dict[ScrollView | None, Sheet]] = WeakKeyDictionary()
