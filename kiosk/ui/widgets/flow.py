"""Rows of buttons that wrap: as many in a row as fit, each as wide as its words need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.widgets.look import Look


class Flow(QWidget):
    """Children placed in reading order, mirrored in right-to-left languages."""

    def __init__(self, look: Look, children: Sequence[QWidget] = (), *, equal_columns: int = 0) -> None:
        super().__init__()
        self._look = look
        self._children: list[QWidget] = []
        self._equal_columns = equal_columns
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.add(child)

    def add(self, child: QWidget) -> None:
        """Add a child at the end."""
        child.setParent(self)
        self._children.append(child)
        self.updateGeometry()

    def flow_children(self) -> tuple[QWidget, ...]:
        """The children in reading order."""
        return tuple(self._children)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = self.width() or 600
        return QSize(self._look.metrics.mm(60), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((child.minimumSizeHint().width() for child in self._children), default=0)
        return QSize(min(widest, self._look.metrics.mm(80)), self._look.metrics.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arrange(self.width(), move=True) > self.height():
            self.updateGeometry()  # a layout takes the hint's height for the most that a flow may have

    def _arrange(self, width: int, move: bool) -> int:
        gap = self._look.metrics.gap
        rows: list[list[tuple[QWidget, int]]] = [[]]
        left = 0
        for child in self._children:
            if self._equal_columns:
                wanted = (width - gap * (self._equal_columns - 1)) // self._equal_columns
            else:
                natural = getattr(child, "natural_width", None)
                wanted = min(width, natural() if natural else child.sizeHint().width())
            if rows[-1] and left + wanted > width:
                rows.append([])
                left = 0
            rows[-1].append((child, wanted))
            left += wanted + gap
        top = 0
        for row in rows:
            if not row:
                continue
            height = max(
                child.heightForWidth(wanted) if child.hasHeightForWidth() else child.sizeHint().height()
                for child, wanted in row
            )
            left = 0
            for child, wanted in row:
                if move:
                    place = width - left - wanted if self._look.right_to_left else left
                    own = child.heightForWidth(wanted) if child.hasHeightForWidth() else height
                    child.setGeometry(QRect(place, top + (height - own) // 2, wanted, own))
                    child.show()
                left += wanted + gap
            top += height + gap
        return max(0, top - gap)
