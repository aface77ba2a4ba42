"""The order in which keys meet what can be pressed or typed into: the order in which the screen is read."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_TAB_FOCUS = 1
"""`Qt.FocusPolicy.TabFocus`; see `kiosk.ui.keys` for why it is written out."""


def controls_in_order(root: QWidget, right_to_left: bool, also: QWidget | None = None) -> list[QWidget]:
    """What keys can reach inside a widget, as it stands now; `also` counts in even when it can be used no more.

    What stands above is read first, then what stands where a line begins. What belongs to one part of the screen stays
    together. It is worked out at every press, since screens change under the visitor's hands.
    """
    parts: list[tuple[QRect, list[QWidget]]] = []
    for child in root.children():
        if not isinstance(child, QWidget) or child.isWindow() or (child.isHidden() and child is not also):
            continue
        found = [child] if child is also or can_be_reached(child) else []
        found += controls_in_order(child, right_to_left, also)
        if found:
            parts.append((child.geometry(), found))
    return [control for part in _sorted([rect for rect, _ in parts], right_to_left) for control in parts[part][1]]


def can_be_reached(widget: QWidget) -> bool:
    """Whether Tab may stop here."""
    return bool(widget.focusPolicy().value & _TAB_FOCUS) and widget.isEnabled()


def comes_before(first: QRect, second: QRect, right_to_left: bool) -> bool:
    """Whether one place is read before another for certain: it lies above it, or in the same row nearer the start."""
    if first.bottom() < second.top():
        return True
    if second.bottom() < first.top():
        return False
    return second.right() < first.left() if right_to_left else first.right() < second.left()


def _sorted(places: list[QRect], right_to_left: bool) -> list[int]:
    """The numbers of some places in reading order; where it is not certain, as they were made."""
    left = list(range(len(places)))
    order: list[int] = []
    while left:
        for number in left:
            if not any(comes_before(places[other], places[number], right_to_left) for other in left):
                break
        else:
            number = left[0]
        order.append(number)
        left.remove(number)
    return order
