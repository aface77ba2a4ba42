"""What a widget needs to paint itself: the theme, the sizes and the direction of reading."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from kiosk.ui.metrics import Metrics
from kiosk.ui.theme import Theme, brush, font


class Look(NamedTuple):
    """One theme at one size in one direction. A change of any of them makes the screens anew."""

    theme: Theme
    metrics: Metrics
    right_to_left: bool
    easy_letters: bool = False
    pictures: bool = True
    is_furniture: bool = False

    @property
    def furniture(self) -> Look:
        """The look of bars, page buttons and keys: on a low panel of the standard size, so that the page has room.

        5.0 mm capitals are EN 301 549's and the ADA's least for any text; the page itself grows to 10 mm.
        """
        if not self.metrics.low:
            return self
        return self._replace(metrics=Metrics(self.metrics.panel, "standard"), is_furniture=True)

    @property
    def not_audited(self) -> dict[str, str]:
        """The checks that do not apply to what is painted so, each with the reason."""
        if not self.is_furniture:
            return {}
        return {"CAPHEIGHT": "on a low panel bars, page buttons and keys stay at 5.0 mm, so that the page has room"}

    def font(self, role: str = "body", bold: bool = False) -> QFont:
        """The font of a role: "body", "heading" or "title"."""
        return self.sized_font(getattr(self.metrics, role), bold)

    def sized_font(self, pixels: int, bold: bool = False) -> QFont:
        """The visitor's letters in a size in pixels."""
        return font(pixels, bold, self.easy_letters)

    def box(
        self,
        painter: QPainter,
        rect: QRectF,
        fill: str = "card",
        edge: str = "line",
        thickness: float = 1.0,
    ) -> None:
        """A rounded box inside a rectangle, its edge `thickness` times the usual line."""
        width = max(1.0, self.metrics.line * thickness)
        corner = self.metrics.corner
        if fill:
            self.fill_rounded(painter, rect, corner, fill)
        if edge:
            self.ring(painter, rect, corner, width, edge)

    def fill_rounded(self, painter: QPainter, rect: QRectF, corner: float, color: str) -> None:
        """A plain area with rounded corners."""
        path = QPainterPath()
        path.addRoundedRect(rect, corner, corner)
        painter.fillPath(path, brush(self.theme.color(color).name()))

    def ring(self, painter: QPainter, rect: QRectF, corner: float, width: float, color: str) -> None:
        """An edge of a width inside a rounded rectangle: the area between it and a smaller one."""
        path = QPainterPath()
        path.addRoundedRect(rect, corner, corner)
        inner = max(0.0, corner - width)
        path.addRoundedRect(rect.adjusted(width, width, -width, -width), inner, inner)
        painter.fillPath(path, brush(self.theme.color(color).name()))

    def fill(self, painter: QPainter, rect: QRectF, color: str) -> None:
        """A plain area in one of the theme's colours."""
        path = QPainterPath()
        path.addRect(rect)
        painter.fillPath(path, brush(self.theme.color(color).name()))

    def focus_ring(self, painter: QPainter, rect: QRectF) -> None:
        """The mark of keyboard focus: a line in the ink and one in the paper, one of which shows on every fill.

        Broad enough that beside an edge in nearly the same colour as much changes as WCAG 2.2 SC 2.4.13 asks for.
        """
        outer, inner = self.metrics.mm(1.8), self.metrics.mm(0.9)
        corner = self.metrics.corner
        self.ring(painter, rect, corner, outer, "ink")
        within = rect.adjusted(outer, outer, -outer, -outer)
        self.ring(painter, within, max(1.0, corner - outer), inner, "paper")
