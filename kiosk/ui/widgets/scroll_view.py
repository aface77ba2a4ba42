"""A window onto a tall column: as wide as itself, as tall as it needs, moved up and down by a number of pixels.

The toolkit's own scroll area brings bars and frames that no screen of ours shows, and takes 20 ms longer to load.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QResizeEvent, QScrollEvent, QScrollPrepareEvent, QWheelEvent
from PySide6.QtWidgets import QLayout, QScroller, QScrollerProperties, QVBoxLayout, QWidget

_WHEEL_LINES = 3
_SLOW = 0.02
"""Metres in a second: a column that moves more slowly has come to its end, as far as anybody can see."""
_SLOWS_DOWN = 0.4
"""How soon a flicked column stands still; the toolkit's own 0.125 lets it creep for two seconds."""


class ScrollView(QWidget):
    """`column` holds the widgets. The touch guard says when a finger takes it along; it has no motion of its own else.

    The toolkit's own recognition of a flick is not used: the flick would press whatever the finger went down on.
    """

    moved = Signal()

    def __init__(self, line: int) -> None:
        super().__init__()
        self._line = line
        self._value = 0
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

    @property
    def coasting(self) -> bool:
        """Whether the column still moves after a flick, so fast that nobody could mean what is under their finger."""
        if not QScroller.hasScroller(self):
            return False
        scroller = QScroller.scroller(self)
        return scroller.state() == QScroller.State.Scrolling and abs(scroller.velocity().y()) > _SLOW

    def halt(self) -> None:
        """Stand still: a finger is about to press something here."""
        if QScroller.hasScroller(self):
            QScroller.scroller(self).stop()

    def drag(self, step: Literal["begin", "on", "end"], place: QPointF, when: int) -> None:
        """Let the column follow a finger at a place of this view; `when` in milliseconds gives the flick its speed."""
        scroller = QScroller.scroller(self)
        if step == "begin":
            _no_wait_and_no_bounce(scroller)
        inputs = {
            "begin": QScroller.Input.InputPress,
            "on": QScroller.Input.InputMove,
            "end": QScroller.Input.InputRelease,
        }
        scroller.handleInput(inputs[step], place, when)

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


def _no_wait_and_no_bounce(scroller: QScroller) -> None:
    """The guard has decided that it is a drag, and a page that springs back at its ends is motion for nothing."""
    metric, always_off = QScrollerProperties.ScrollMetric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    chosen = scroller.scrollerProperties()
    chosen.setScrollMetric(metric.DragStartDistance, 0.0)
    chosen.setScrollMetric(metric.DecelerationFactor, _SLOWS_DOWN)
    chosen.setScrollMetric(metric.VerticalOvershootPolicy, always_off)
    chosen.setScrollMetric(metric.HorizontalOvershootPolicy, always_off)
    scroller.setScrollerProperties(chosen)
