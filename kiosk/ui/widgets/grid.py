"""A grid of cards that chooses its columns from the room there is, with rows of one height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.widgets.look import Look

_NARROWEST_EM = 15.5
"""A column is at least this many body font sizes wide."""


class CardGrid(QWidget):
    """Cards in up to `columns` columns; the rows share what height is left over, up to `tallest` millimetres each."""

    def __init__(
        self,
        look: Look,
        cards: Sequence[QWidget],
        columns: int = 3,
        narrowest_em: float = _NARROWEST_EM,
        tallest: int = 50,
    ) -> None:
        super().__init__()
        self._look = look
        self._cards = list(cards)
        self._columns = columns
        self._narrowest = narrowest_em
        self._tallest = tallest
        for card in self._cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def flow_children(self) -> tuple[QWidget, ...]:
        """The cards in reading order."""
        return tuple(self._cards)

    def columns_at(self, width: int) -> int:
        """How many columns fit into a width; a lone last row is avoided for four cards."""
        gap = self._look.metrics.gap
        fit = max(1, int((width + gap) // (self._look.metrics.body * self._narrowest + gap)))
        count = max(1, min(self._columns, fit))
        return 2 if count == 3 and len(self._cards) == 4 else count

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = self._row_heights(width)
        return sum(heights) + self._look.metrics.gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        width = self.width() or 800
        return QSize(self._look.metrics.mm(60), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(40), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, gap = self.width(), self._look.metrics.gap
        columns = self.columns_at(width)
        heights = self._row_heights(width)
        spare = self.height() - sum(heights) - gap * (len(heights) - 1)
        if spare > 0 and heights:
            most = self._look.metrics.mm(self._tallest)
            heights = [min(max(height, most), height + spare // len(heights)) for height in heights]
        each = (width - gap * (columns - 1)) // columns
        top = 0
        for row, height in enumerate(heights):
            for column, card in enumerate(self._cards[row * columns : (row + 1) * columns]):
                left = column * (each + gap)
                if self._look.right_to_left:
                    left = width - left - each
                card.setGeometry(left, top, each, height)
                card.show()
            top += height + gap

    def _row_heights(self, width: int) -> list[int]:
        columns, gap = self.columns_at(width), self._look.metrics.gap
        each = (width - gap * (columns - 1)) // columns
        return [
            max(_height(card, each) for card in self._cards[start : start + columns])
            for start in range(0, len(self._cards), columns)
        ]


def _height(card: QWidget, width: int) -> int:
    return card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
