"""The small map beside "Where": the area a service is in, its neighbours, the service and this kiosk."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.directory.map_words import map_name, way_words
from kiosk.directory.maps import WIDE_TO_HIGH, Area, Mark, PlaceMap
from kiosk.document.blocks import Text
from kiosk.language import Words
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import OVERHANG_EM, TextBlock
from kiosk.ui.wrapped_text import width_in_one_line, wrapped

_WIDE_MM = 70
_MARK_MM = 8.0
"""How high the pin is."""
_KEY_EM = 11
"""The least that the words beside a map need; where there is less they stand below it."""

Sign = Literal["service", "circle", "kiosk", "bar"]


class PlaceMapView(QWidget):
    """A map with its key. It is read as one sentence."""

    told_as = ""

    def __init__(self, look: Look, words: Words, found: PlaceMap, room: int) -> None:
        """`room` is the width in pixels that there is on the page."""
        super().__init__()
        self._name = map_name(found, words)
        overhang = round(OVERHANG_EM * look.metrics.body)
        wide = min(look.metrics.mm(_WIDE_MM), room - overhang)
        gap = look.metrics.mm(4)
        beside = room - wide - gap >= _KEY_EM * look.metrics.body
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, self)
        row.setContentsMargins(0, look.metrics.mm(1.5), 0, 0)
        row.setSpacing(gap if beside else look.metrics.mm(2))
        drawn = QHBoxLayout()
        drawn.setSpacing(0)
        drawn.addSpacing(overhang)  # so that map and words begin at one edge
        drawn.addWidget(MapDrawing(look, found, wide, self._name), 0, Qt.AlignmentFlag.AlignTop)
        if not beside:
            drawn.addStretch(1)
        row.addLayout(drawn)
        column = QVBoxLayout()
        column.setSpacing(look.metrics.mm(1))
        column.addWidget(TextBlock(look, (Text(found.area, strong=True, lang="en"),)))
        if way := way_words(found, words):
            column.addWidget(TextBlock(look, way))
        for sign, text in key_rows(found, words):
            column.addLayout(_key_row(look, sign, text, found, wide))
        column.addStretch(1)
        row.addLayout(column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def spoken(self) -> str:
        """Its sentence; the key is for those who see the signs."""
        return self._name


def key_rows(found: PlaceMap, words: Words) -> list[tuple[Sign, str]]:
    """Each sign on the map and what it stands for."""
    _ = words.gettext
    drawn = {"circle" if mark.radius else mark.kind for mark in found.marks}
    rows: list[tuple[Sign, str]] = [
        ("service", _("This service")),
        # Translators: the meaning of a circle on a map whose middle is only roughly the place.
        ("circle", _("About here")),
        ("kiosk", _("This kiosk")),
    ]
    return [*(row for row in rows if row[0] in drawn), ("bar", words.distance(found.bar))]


def _key_row(look: Look, sign: Sign, text: str, found: PlaceMap, wide: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.metrics.mm(3))
    bar = round(found.bar / found.wide * wide)
    row.addWidget(_Swatch(look, sign, bar), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextBlock(look, text), 1)
    return row


class MapDrawing(QWidget):
    """The map itself. North is up in every language."""

    told_as = "picture"

    def __init__(self, look: Look, found: PlaceMap, wide: int, name: str) -> None:
        super().__init__()
        self._look = look
        self._map = found
        self.setFixedSize(wide, round(wide / WIDE_TO_HIGH))
        self.setAccessibleName(name)
        self._paths = [self._path(area) for area in found.areas]
        self._names = self._place_names()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, whole = self._look, QRectF(self.rect())
        frame = QPainterPath()
        frame.addRoundedRect(whole, look.metrics.corner, look.metrics.corner)
        painter.setClipPath(frame)
        look.fill(painter, whole, "card")
        for area, path in zip(self._map.areas, self._paths, strict=True):
            self._draw_area(painter, area, path)
        for name, rect, bold in self._names:
            font = look.font("body", bold=bold)
            wrapped(name, font, int(rect.width()), centred=True).draw(painter, rect.left(), rect.top(), look.theme.ink)
        for mark in self._map.marks:
            self._draw_mark(painter, mark)
        painter.setClipping(False)
        look.ring(painter, whole, look.metrics.corner, max(1.0, look.metrics.line), "line")

    @property
    def _dots(self) -> float:
        """Pixels of a mile."""
        return self.width() / self._map.wide

    def _at(self, place: tuple[float, float]) -> QPointF:
        return QPointF(place[0] * self._dots, place[1] * self._dots)

    def _path(self, area: Area) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for ring in area.rings:
            path.addPolygon([self._at(corner) for corner in ring])
            path.closeSubpath()
        return path

    def _draw_area(self, painter: QPainter, area: Area, path: QPainterPath) -> None:
        theme, line = self._look.theme, max(1.0, self._look.metrics.line)
        painter.setBrush(theme.color("tint_blue" if area.here else "paper"))
        pen = QPen(theme.color("primary" if area.here else "line"), line * (1.6 if area.here else 0.8))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)

    def _place_names(self) -> list[tuple[str, QRectF, bool]]:
        """Where the names of the areas stand: wholly inside their own outline, clear of marks and of one another."""
        taken = [self._room_of(mark) for mark in self._map.marks]
        air = self._look.metrics.mm(0.8)
        view = QRectF(self.rect()).adjusted(air, air, -air, -air)
        found: list[tuple[str, QRectF, bool]] = []
        for area, path in reversed(list(zip(self._map.areas, self._paths, strict=True))):
            font = self._look.font("body", bold=area.here)
            rect = QRectF(0, 0, width_in_one_line(area.name, font) + 2 * air, wrapped(area.name, font, 9999).height)
            seen = path.boundingRect().intersected(view)
            if seen.width() < rect.width() or seen.height() < rect.height():
                continue
            for spot in _nearest_first(seen):
                rect.moveCenter(spot)
                if view.contains(rect) and path.contains(rect) and not any(rect.intersects(room) for room in taken):
                    found.append((area.name, QRectF(rect), area.here))
                    taken.append(QRectF(rect))
                    break
        return found

    def _room_of(self, mark: Mark) -> QRectF:
        side = self._look.metrics.mm(_MARK_MM)
        at = self._at(mark.at)
        if mark.kind == "service" and not mark.radius:
            return QRectF(at.x() - side / 2, at.y() - side, side, side)
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        high = self._look.metrics.mm(_MARK_MM)
        if mark.kind == "kiosk":
            draw_kiosk(painter, self._look, self._at(mark.at), high * 0.75)
        elif mark.radius:
            draw_circle(painter, self._look, self._at(mark.at), mark.radius * self._dots)
        else:
            draw_pin(painter, self._look, self._at(mark.at), high)


def _nearest_first(seen: QRectF) -> list[QPointF]:
    """Places all over a box, those nearest to its middle first."""
    steps = 10
    spots = [
        QPointF(seen.left() + seen.width() * x / steps, seen.top() + seen.height() * y / steps)
        for x in range(1, steps)
        for y in range(1, steps)
    ]
    return sorted(spots, key=lambda spot: (spot - seen.center()).manhattanLength())


class _Swatch(QWidget):
    """One sign of the map, beside its meaning."""

    told_as = "decoration"

    def __init__(self, look: Look, sign: Sign, bar: int) -> None:
        super().__init__()
        self._look = look
        self._sign = sign
        self._bar = bar
        high = round(look.metrics.body * 1.42)
        self.setFixedSize(max(bar + 2, high), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, rect = self._look, QRectF(self.rect())
        middle, high = rect.center(), rect.height()
        if self._sign == "service":
            draw_pin(painter, look, QPointF(middle.x(), rect.bottom() - high * 0.05), high * 0.9)
        elif self._sign == "circle":
            draw_circle(painter, look, middle, high * 0.42)
        elif self._sign == "kiosk":
            draw_kiosk(painter, look, middle, high * 0.75)
        else:
            self._draw_bar(painter, middle, high)

    def _draw_bar(self, painter: QPainter, middle: QPointF, high: float) -> None:
        thick = max(2.0, self._look.metrics.line * 1.2)
        left, right = middle.x() - self._bar / 2, middle.x() + self._bar / 2
        self._look.fill(painter, QRectF(left, middle.y() - thick / 2, right - left, thick), "ink")
        for x in (left, right - thick):
            self._look.fill(painter, QRectF(x, middle.y() - high * 0.25, thick, high * 0.5), "ink")


def draw_pin(painter: QPainter, look: Look, tip: QPointF, high: float) -> None:
    """A pin whose tip is the place: dark with a light edge and a light eye."""
    radius = high * 0.33
    middle = QPointF(tip.x(), tip.y() - high + radius)
    path = QPainterPath(tip)
    path.cubicTo(tip + QPointF(-high * 0.06, -high * 0.2), middle + QPointF(-radius, radius * 0.9),
                 middle + QPointF(-radius, 0))  # fmt: skip
    path.arcTo(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), 180, -180)
    path.cubicTo(middle + QPointF(radius, radius * 0.9), tip + QPointF(high * 0.06, -high * 0.2), tip)
    path.closeSubpath()
    _with_edge(painter, look, path, "urgent", high * 0.09)
    eye = QPainterPath()
    eye.addEllipse(middle, radius * 0.38, radius * 0.38)
    painter.fillPath(eye, look.theme.color("card"))


def draw_kiosk(painter: QPainter, look: Look, middle: QPointF, side: float) -> None:
    """A square that stands on its point."""
    path = QPainterPath()
    half = side / 2
    path.addPolygon([middle + QPointF(x * half, y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])
    path.closeSubpath()
    _with_edge(painter, look, path, "ink", side * 0.12)


def draw_circle(painter: QPainter, look: Look, middle: QPointF, radius: float) -> None:
    """A broken ring: the place is somewhere inside."""
    thick = max(2.0, look.metrics.line * 1.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, style, width in (("card", Qt.PenStyle.SolidLine, thick * 1.8), ("urgent", Qt.PenStyle.DashLine, thick)):
        painter.setPen(QPen(look.theme.color(color), width, style))
        painter.drawEllipse(middle, radius, radius)


def _with_edge(painter: QPainter, look: Look, path: QPainterPath, fill: str, edge: float) -> None:
    pen = QPen(look.theme.color("card"), 2 * edge)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, look.theme.color(fill))
