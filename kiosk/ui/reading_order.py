"""The order in which keys meet what can be pressed or typed into: the order in which the screen is read."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_TAB_FOCUS = 1
"""`Qt.FocusPolicy.TabFocus`; see `kiosk.ui.keys` for why it is written out."""
_Edges = tuple[int, int, int, int]


def controls_in_order(root: QWidget, right_to_left: bool, also: QWidget | None = None) -> list[QWidget]:
    """What keys can reach inside a widget, as it stands now; `also` counts in even when it can be used no more.

    What stands above is read first, then what stands where a line begins. What belongs to one part of the screen stays
    together. It is worked out at every press, since screens change under the visitor's hands.
    """
    parts: list[tuple[_Edges, list[QWidget]]] = []
    for child in root.children():
        if not isinstance(child, QWidget) or (child.isHidden() and child is not also) or child.isWindow():
            continue
        found = controls_in_order(child, right_to_left, also) if child.children() else []
        if child is also or can_be_reached(child):
            found.insert(0, child)
        if found:
            parts.append((_edges(child.geometry()), found))
    if len(parts) == 1:
        return parts[0][1]
    return [control for part in _sorted([edges for edges, _ in parts], right_to_left) for control in parts[part][1]]


def can_be_reached(widget: QWidget) -> bool:
    """Whether Tab may stop here."""
    return bool(widget.focusPolicy().value & _TAB_FOCUS) and widget.isEnabled()


def _edges(place: QRect) -> _Edges:
    """Left, top, right and bottom, asked for once: each place is compared with many."""
    return place.left(), place.top(), place.right(), place.bottom()


def _sorted(places: list[_Edges], right_to_left: bool) -> list[int]:
    """The numbers of some places in reading order; where it is not certain, as they were made.

    One place is read before another for certain when it lies above it, or in the same row nearer the start.
    """
    left = list(range(len(places)))
    order: list[int] = []
    while left:
        for number in left:
            start, top, end, bottom = places[number]
            for other in left:
                its_start, its_top, its_end, its_bottom = places[other]
                if its_bottom < top:
                    break
                if its_top <= bottom and (end < its_start if right_to_left else its_end < start):
                    break
            else:
                break  # nothing that is left comes before it
        else:
            number = left[0]
        order.append(number)
        left.remove(number)
    return order
