"""What a widget needs to paint itself: the theme, the sizes and the direction of reading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kiosk.ui.metrics import Metrics
from kiosk.ui.theme import Theme, font


@dataclass(frozen=True, slots=True)
class Look:
    """One theme at one size in one direction. A change of any of them makes the screens anew."""

    theme: Theme
    metrics: Metrics
    right_to_left: bool

    @property
    def furniture(self) -> Look:
        """The look of bars, page buttons and keys: on a low panel of the standard size, so that the page has room.

        5.0 mm capitals are EN 301 549's and the ADA's least for any text; the page itself grows to 10 mm.
        """
        if not self.metrics.low:
            return self
        return Look(self.theme, Metrics(self.metrics.panel, "standard"), self.right_to_left)

    def font(self, role: str = "body", bold: bool = False) -> QFont:
        """The font of a role: "body", "heading" or "title"."""
        return font(getattr(self.metrics, role), bold)

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
        half = width / 2
        painter.setPen(QPen(self.theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.color(fill)) if fill else Qt.BrushStyle.NoBrush)
        corner = self.metrics.corner
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)

    def focus_ring(self, painter: QPainter, rect: QRectF) -> None:
        """The mark of keyboard focus: a line in the ink and one in the paper, one of which shows on every fill."""
        outer, inner = self.metrics.mm(1.0), self.metrics.mm(0.5)
        for color, width, inset in (("ink", outer, outer / 2), ("paper", inner, outer + inner / 2)):
            painter.setPen(QPen(self.theme.color(color), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = max(1.0, self.metrics.corner - inset)
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)
