"""Stands between the panel and the screens: lets one finger through at a time, and forgives what a shaking hand does.

It listens at the native window, where every touch arrives once and before any widget; what it lets through, it
sends on as a mouse would. What is sent straight to a widget (by tests, by the tour) never meets it.
Keys have a guard of their own in `keyboard_use` (setting keys.repeat_ms), so there is none here.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.ui.session import Session
from kiosk.ui.touch_rules import Answer, Box, Care, Place, TouchRules
from kiosk.ui.widgets.scroll_view import ScrollView

_MOUSE = -1
"""The name of the mouse among the fingers; those of a touch panel count from 0."""
_FAR_AWAY = QPointF(-10_000, -10_000)
_TOUCHES = frozenset((QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel))
_Widget = TypeVar("_Widget", bound=QWidget)


class TouchGuard(QObject):
    """Watches one window from its first picture on. How it decides is in `touch_rules`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._handle: QWindow = window.windowHandle()
        self._rules = TouchRules(0, 0)
        self._sending = False
        self._last = (QPointF(), 0)
        self._control: QAbstractButton | None = None
        self._view: ScrollView | None = None
        self._pressing = False
        self._dragging = False
        self._handle.installEventFilter(self)

    @property
    def care(self) -> Care:
        """How much is forgiven now: by the settings, and by what this visitor asked for."""
        settings = self._session.settings
        usual = Care(repeat=float(settings["touch.repeat_ms"]), slip=float(settings["touch.slip_mm"]))
        return usual.steadier if self._session.visit.display.steady_touch else usual

    def _down(self, finger: int, at: QPointF, when: int) -> None:
        rules, scale = self._rules, self._session.panel.pixels_per_mm
        rules.care = self.care
        rules.width, rules.height = self._window.width() / scale, self._window.height() / scale
        touched = self._window.childAt(at.toPoint())
        control, view = _around(touched, QAbstractButton), _around(touched, ScrollView)
        if control is not None and not control.isEnabled():
            control = None
        if view is not None and not view.maximum:
            view = None
        before = rules.finger
        answer = rules.down(
            finger, self._in_mm(at), when, self._box(control) if control else None,
            scrolls=view is not None, coasting=view is not None and view.coasting,
        )  # fmt: skip
        if rules.finger != before or rules.finger == finger:
            self._take_back(before)
        if answer is Answer.IGNORED:
            return
        self._last, self._control, self._view = (at, when), control, view
        if answer is Answer.DRAGS:
            self._drag("begin", at, when)
            return
        if view is not None:
            view.halt()
        self._send(QEvent.Type.MouseButtonPress, at, when)

    def _move(self, finger: int, at: QPointF, when: int) -> None:
        answer = self._rules.move(finger, self._in_mm(at))
        if answer is Answer.IGNORED:
            return
        self._last = (at, when)
        if answer is Answer.DRAGS:
            self._drag("on" if self._dragging else "begin", at, when)
        else:
            inside = answer is Answer.PRESSES
            self._send(QEvent.Type.MouseMove, self._brought_in(at) if inside else at, when)

    def _up(self, finger: int, at: QPointF, when: int) -> None:
        answer = self._rules.up(finger, self._in_mm(at), when)
        if answer is Answer.DRAGS:
            if not self._dragging:
                self._drag("begin", at, when)
            self._drag("end", at, when)
        elif answer is Answer.ACTS:
            if self._send(QEvent.Type.MouseButtonRelease, self._brought_in(at), when):
                self._rules.acted()
        elif answer is Answer.STRAYED:
            self._let_go(when)

    def _take_back(self, finger: int | None) -> None:
        """A press that will not be ended by its own finger does nothing."""
        if finger is None:
            return
        if self._dragging:
            self._drag("end", *self._last)
        self._let_go(self._last[1])

    def _let_go(self, when: int) -> None:
        """End the press without pressing: a button is let go far from itself, a field where it was touched."""
        if self._pressing:
            self._send(QEvent.Type.MouseButtonRelease, _FAR_AWAY if self._control else self._last[0], when)

    def _drag(self, step: Literal["begin", "on", "end"], at: QPointF, when: int) -> None:
        self._let_go(when)
        self._dragging = step != "end"
        if self._view is not None and isValid(self._view):
            self._view.drag(step, QPointF(self._view.mapFrom(self._window, at.toPoint())), when)

    def _in_mm(self, at: QPointF) -> Place:
        scale = self._session.panel.pixels_per_mm
        return Place(at.x() / scale, at.y() / scale)

    def _box(self, control: QWidget) -> Box:
        scale, seen = self._session.panel.pixels_per_mm, control.visibleRegion().boundingRect()
        corner = control.mapTo(self._window, seen.topLeft())
        left, top = corner.x(), corner.y()
        return Box(left / scale, top / scale, (left + seen.width()) / scale, (top + seen.height()) / scale)

    def _brought_in(self, at: QPointF) -> QPointF:
        """The place, or the nearest to it that lies on the control where the finger went down."""
        control = self._control
        if control is None or not isValid(control):
            return at
        seen = control.visibleRegion().boundingRect()
        corner = control.mapTo(self._window, seen.topLeft())
        x = min(max(at.x(), corner.x()), corner.x() + seen.width() - 1)
        y = min(max(at.y(), corner.y()), corner.y() + seen.height() - 1)
        return QPointF(x, y)

    def _send(self, kind: QEvent.Type, at: QPointF, when: int) -> bool:
        """Send what a mouse would have done; whether something on the screen took it."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, at, self._handle.mapToGlobal(at), none if kind == QEvent.Type.MouseMove else left,
            none if kind == QEvent.Type.MouseButtonRelease else left, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        event.setTimestamp(when)
        self._pressing = kind != QEvent.Type.MouseButtonRelease
        self._sending = True
        try:
            QCoreApplication.sendEvent(self._handle, event)
        finally:
            self._sending = False
        return event.isAccepted()

    def _touched(self, event: QTouchEvent) -> None:
        kind = event.type()
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchCancel):
            self._take_back(self._rules.finger)
            self._rules.lift_all()
        if kind == QEvent.Type.TouchCancel:
            return
        when = event.timestamp()
        for point in event.points():
            state = point.state()
            if state == QEventPoint.State.Pressed:
                self._down(point.id(), point.position(), when)
            elif state == QEventPoint.State.Updated:
                self._move(point.id(), point.position(), when)
            elif state == QEventPoint.State.Released:
                self._up(point.id(), point.position(), when)

    def _moused(self, event: QMouseEvent) -> bool:
        kind, when, at = event.type(), event.timestamp(), event.position()
        if kind == QEvent.Type.MouseMove and not event.buttons():
            return False
        if kind == QEvent.Type.MouseMove:
            self._move(_MOUSE, at, when)
        elif event.button() == Qt.MouseButton.LeftButton:
            if kind == QEvent.Type.MouseButtonRelease:
                self._up(_MOUSE, at, when)
            elif kind == QEvent.Type.MouseButtonPress or self._rules.finger != _MOUSE:
                self._down(_MOUSE, at, when)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._sending:
            return False
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES:
            event.accept()
            self._touched(event)
            return True
        if isinstance(event, QMouseEvent):
            return self._moused(event)
        return False


def _around(widget: QWidget | None, kind: type[_Widget]) -> _Widget | None:
    """The nearest of a kind: the widget itself or what it stands in."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget
