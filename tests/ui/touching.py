"""Fingers and a mouse as the panel reports them: to the native window, so that the touch guard meets them first."""

from __future__ import annotations

from opened_kiosk import Opened
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_PANEL: list[object] = []


class Fingers:
    """Real touch events, each with the time at which it is sent. `finger` names one of several."""

    def __init__(self, kiosk: Opened) -> None:
        if not _PANEL:
            _PANEL.append(QTest.createTouchDevice())
        self._kiosk = kiosk
        self._down: dict[int, QPoint] = {}

    def at(self, widget: QWidget, right: float = 0.5, down: float = 0.5) -> QPoint:
        """A place on a widget, in parts of its size, in the window's pixels."""
        place = QPoint(round(widget.width() * right), round(widget.height() * down))
        return widget.mapTo(self._kiosk.window, place)

    def mm(self, millimetres: float) -> int:
        return round(millimetres * self._kiosk.session.panel.pixels_per_mm)

    def down(self, place: QPoint, finger: int = 0) -> None:
        self._do("press", place, finger)

    def move(self, place: QPoint, finger: int = 0) -> None:
        self._do("move", place, finger)

    def up(self, place: QPoint | None = None, finger: int = 0) -> None:
        """Off the glass, where it was or at another place."""
        self._do("release", place or self._down[finger], finger)

    def tap(self, place: QPoint) -> None:
        self.down(place)
        self.up(place)

    def drag(self, start: QPoint, end: QPoint, steps: int = 12) -> None:
        """Along a line and off at its end, as quick as a hand is."""
        self.down(start)
        for step in range(1, steps + 1):
            self.move(start + (end - start) * step / steps)
            self.wait(0.01)
        self.up(end)

    def wait(self, seconds: float) -> None:
        self._kiosk.visitor.settle(seconds)

    def _do(self, what: str, place: QPoint, finger: int) -> None:
        event = QTest.touchEvent(self._kiosk.window, _PANEL[0], False)  # type: ignore[call-overload]
        for other in self._down:
            if other != finger:
                event.stationary(other)
        getattr(event, what)(finger, place, self._kiosk.window)
        if what == "release":
            self._down.pop(finger, None)
        else:
            self._down[finger] = place
        event.commit(True)
        self._kiosk.visitor.settle()


def mouse(kiosk: Opened, kind: QEvent.Type, place: QPoint, when: int, double: bool = False) -> None:
    """A mouse, or a panel that pretends to be one, at a time in milliseconds."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    handle, at = kiosk.window.windowHandle(), QPointF(place)
    event = QMouseEvent(
        kind, at, at, handle.mapToGlobal(at), none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.setTimestamp(when)
    QCoreApplication.sendEvent(handle, event)
    kiosk.visitor.settle()


def click(kiosk: Opened, place: QPoint, when: int, first: QEvent.Type = QEvent.Type.MouseButtonPress) -> None:
    """A click of a tenth of a second; `first` may be the toolkit's double click."""
    mouse(kiosk, first, place, when)
    mouse(kiosk, QEvent.Type.MouseButtonRelease, place, when + 100)
