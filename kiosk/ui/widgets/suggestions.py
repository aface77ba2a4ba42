"""The few things that what was typed so far would find: as many as fit whole between the field and the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.widgets.look import Look


class Suggestions(QWidget):
    """Two columns on a wide panel, one on a narrow one, and where not even one row of two fits."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offers: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def offer(self, offers: Sequence[QWidget]) -> None:
        """Show these and no others."""
        for old in self._offers:
            old.hide()
            old.deleteLater()
        self._offers = list(offers)
        for offer in self._offers:
            offer.setParent(self)
        self._place()

    def flow_children(self) -> tuple[QWidget, ...]:
        """What is shown, in reading order."""
        return tuple(offer for offer in self._offers if offer.isVisible())

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(100), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for columns in (2, 1) if self.width() > self._look.metrics.body * 34 else (1,):
            if self._place_in(columns) or not self._offers:
                break

    def _place_in(self, columns: int) -> bool:
        """Place the offers in so many columns; whether the first row of them fits."""
        gap, width = self._look.metrics.mm(3.2), self.width()
        each = (width - gap * (columns - 1)) // columns
        top = 0
        for start in range(0, len(self._offers), columns):
            row = self._offers[start : start + columns]
            tall = max(offer.heightForWidth(each) for offer in row)
            fits = top + tall <= self.height()
            for column, offer in enumerate(row):
                place = column if not self._look.right_to_left else columns - 1 - column
                offer.setGeometry(place * (each + gap), top, each, tall)
                offer.setVisible(fits)
            top += tall + gap
        return any(not offer.isHidden() for offer in self._offers)
