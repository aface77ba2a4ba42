"""Where things stand: what their parents leave of them, and where they come to as the page is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.audit.seen import Seen


def left_by_parents(seen: Seen, widget: QWidget) -> QRect:
    """The part of a widget that can ever be seen: what its parents leave of it, wherever the page is scrolled to."""
    place, view = seen.place(widget), seen.view_around(widget)
    parent = widget.parentWidget()
    while parent is not None and parent is not view and parent is not seen.window:
        place = place.intersected(seen.place(parent))
        parent = parent.parentWidget()
    if view is None:
        return place.intersected(seen.window.rect())
    sides = left_by_parents(seen, view)
    return place.intersected(QRect(sides.left(), place.top(), sides.width(), place.height()))


def reach(seen: Seen, widget: QWidget) -> QRect:
    """Everywhere in the window where a widget may stand while the page is scrolled."""
    view = seen.view_around(widget)
    if view is None or not view.maximum:
        return seen.in_view(widget)
    lowest = left_by_parents(seen, widget).translated(0, view.value)
    return lowest.united(lowest.translated(0, -view.maximum)).intersected(seen.in_view(view))


def distance(one: QRect, other: QRect) -> float:
    """Pixels between the nearest edges of two rectangles; 0 when they touch or lie over each other."""
    across = max(0, other.left() - one.right() - 1, one.left() - other.right() - 1)
    down = max(0, other.top() - one.bottom() - 1, one.top() - other.bottom() - 1)
    return float((across**2 + down**2) ** 0.5)


def on_top(seen: Seen, widget: QWidget, point: QPoint) -> QWidget | None:
    """What a finger would meet at a point of the window where the widget stands, scrolled away or not."""
    view = seen.view_around(widget)
    ground = view.content if view is not None else seen.root
    return ground.childAt(ground.mapFrom(seen.window, point)) or ground
