"""Things of a known size, drawn to be held against the real thing: a bank card and a ruler's line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.widgets.look import Look

CARD_WIDTH_MM, CARD_HEIGHT_MM, _CARD_CORNER_MM = 85.60, 53.98, 3.18
"""ISO/IEC 7810, ID-1: bank cards, driving licences, library cards."""


class BankCard(QWidget):
    """A card `dots` wide from edge to edge, at the side where reading starts."""

    told_as = "picture"

    def __init__(self, look: Look, name: str, dots: int) -> None:
        super().__init__()
        self._look = look
        self._dots = dots
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def dots(self) -> int:
        """How wide it is drawn."""
        return self._dots

    def draw_at(self, dots: int) -> None:
        """Draw it at another width."""
        self._dots = dots
        self.updateGeometry()
        self.update()

    def spoken(self) -> str:
        return self.accessibleName()

    @property
    def card(self) -> QRectF:
        """Where the card is, to its outer edges."""
        left = self.width() - self._dots if self._look.right_to_left else 0
        return QRectF(left, 0, self._dots, self._high())

    def _high(self) -> int:
        return round(self._dots * CARD_HEIGHT_MM / CARD_WIDTH_MM)

    def sizeHint(self) -> QSize:
        return QSize(self._dots, self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, card = self._look, self.card
        dot = self._dots / CARD_WIDTH_MM
        corner = _CARD_CORNER_MM * dot
        look.fill_rounded(painter, card, corner, "tint_blue")
        look.ring(painter, card, corner, look.metrics.line * 1.5, "ink")
        chip = QRectF(card.left() + 10 * dot, card.top() + 19 * dot, 12 * dot, 10 * dot)
        look.fill_rounded(painter, chip, dot, "accent")
        look.ring(painter, chip, dot, look.metrics.line, "line")
        for number in range(4):
            part = QRectF(card.left() + (10 + 17 * number) * dot, card.top() + 36 * dot, 13 * dot, 3 * dot)
            look.fill(painter, part, "line")


class RulerLine(QWidget):
    """A line of so many millimetres between two end marks, with a mark at every ten."""

    told_as = "picture"

    def __init__(self, look: Look, name: str, millimetres: int) -> None:
        super().__init__()
        self._look = look
        self._millimetres = millimetres
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def dots(self) -> float:
        """How long it is drawn, from the outer edge of one end mark to that of the other."""
        return self._millimetres * self._look.metrics.panel.pixels_per_mm

    def spoken(self) -> str:
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(round(self.dots), self._look.metrics.mm(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.metrics.mm(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, high = self._look, self.height()
        thick = look.metrics.line
        left = self.width() - self.dots if look.right_to_left else 0.0
        look.fill(painter, QRectF(left, (high - thick) / 2, self.dots, thick), "ink")
        for number in range(self._millimetres // 10 + 1):
            at_end = number in (0, self._millimetres // 10)
            tall = high if at_end else high / 3
            place = left + number * (self.dots - thick) / (self._millimetres // 10)
            look.fill(painter, QRectF(place, (high - tall) / 2, thick, tall), "ink")
