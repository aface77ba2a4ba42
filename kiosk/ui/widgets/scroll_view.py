"""A window onto a tall column: as wide as itself, as tall as it needs, moved up and down by a number of pixels.

The toolkit's own scroll area brings bars and frames that no screen of ours shows, and takes 20 ms longer to load.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QScrollEvent, QScrollPrepareEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QLayout, QScroller, QVBoxLayout, QWidget

_WHEEL_LINES = 3
_GRAB_AFTER_MS = 150
"""Flicking is set up after the first picture: PySide looks through all its classes for it."""


class ScrollView(QWidget):
    """`column` holds the widgets. Flicking works through the toolkit's scroller, with no motion of its own else."""

    moved = Signal()

    def __init__(self, line: int) -> None:
        super().__init__()
        self._line = line
        self._value = 0
        self._grabbed = False
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.content.installEventFilter(self)

    @property
    def value(self) -> int:
        """How many pixels of the column are above the view."""
        return self._value

    @property
    def maximum(self) -> int:
        """The value at which the end of the column is seen."""
        return max(0, self.content.height() - self.height())

    def set_value(self, value: int) -> None:
        """Move the column."""
        wanted = max(0, min(self.maximum, value))
        self.content.move(0, -wanted)
        if wanted != self._value:
            self._value = wanted
            self.moved.emit()

    def tall(self, width: int) -> int:
        """The column's height at a width."""
        if self.column.hasHeightForWidth():
            return self.column.heightForWidth(width)
        return self.column.sizeHint().height()

    def lay_out(self) -> None:
        """Give the column its height for the view's width; it is at least as tall as the view."""
        self.content.resize(self.width(), max(self.height(), self.tall(self.width())))
        self.set_value(self._value)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._grabbed:
            self._grabbed = True
            QTimer.singleShot(_GRAB_AFTER_MS, self, self._grab)

    def _grab(self) -> None:
        QScroller.grabGesture(self, QScroller.ScrollerGestureType.TouchGesture)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        self.set_value(self._value - round(steps * _WHEEL_LINES * self._line))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QScrollPrepareEvent):
            if not self.maximum:
                return False
            event.setViewportSize(QSizeF(self.size()))
            event.setContentPosRange(QRectF(0, 0, 0, self.maximum))
            event.setContentPos(QPointF(0, self._value))
            event.accept()
            return True
        if isinstance(event, QScrollEvent):
            self.set_value(round(event.contentPos().y()))
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay_out()
        return False
