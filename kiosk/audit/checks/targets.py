"""Everything that is touched: how big it is, how far from its neighbour, whether it can be reached at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.places import distance, left_by_parents, on_top, reach
from kiosk.audit.seen import SHAPES, Seen
from kiosk.ui.start import read_shape
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.key import Key
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.scroll_view import ScrollView

LEAST_MM = 12.7
MAIN_MM = 20.0
GAP_MM = 3.0


@check("TARGET", "geometry", ("TG-01", "TG-02"), "Everything that can be touched is at least 12.7 mm each way.")
def targets(seen: Seen) -> Iterator[Fault]:
    """In millimetres of the panel, and only what the parents leave to be touched."""
    for control in seen.controls:
        if not seen.applies("TARGET", control):
            continue
        place = left_by_parents(seen, control)
        wide, high = seen.mm(place.width()), seen.mm(place.height())
        if place.isEmpty():
            yield seen.fault("TARGET", "it can never be seen nor touched, wherever the page is scrolled to", control)
        elif min(wide, high) < LEAST_MM:
            yield seen.fault("TARGET", f"it is {wide:.2f} by {high:.2f} mm, least {LEAST_MM} each way", control)


@check("PRIMARY", "geometry", ("TG-03",), "Main actions, the buttons of the bars and the keys are at least 20 mm wide.")
def main_actions(seen: Seen) -> Iterator[Fault]:
    """Wide, because a low panel has no room for keys of 20 mm in both directions."""
    window = seen.window
    bars = [bar for bar in (window.top_bar, window.bottom_bar, window.listen_bar) if bar is not None]
    for control in seen.controls:
        main = isinstance(control, Key) or (isinstance(control, Button) and control.main)
        if not main and not any(bar.isAncestorOf(control) for bar in bars):
            continue
        wide = seen.mm(left_by_parents(seen, control).width())
        if wide < MAIN_MM and seen.applies("PRIMARY", control):
            yield seen.fault("PRIMARY", f"it is {wide:.2f} mm wide, least {MAIN_MM:.0f}", control)


@check("GAP", "geometry", ("TG-04",), "Between two things that can be touched there are at least 3 mm.")
def gaps(seen: Seen) -> Iterator[Fault]:
    """Wherever the page is scrolled to. Where one lies inside another, the outer one must be dead that far round it."""
    least = GAP_MM * seen.session.panel.pixels_per_mm
    standing = _Standing(seen)
    for one, other in combinations([c for c in seen.controls if seen.applies("GAP", c)], 2):
        place, beside = standing.places(one, other)
        if place.isEmpty() or beside.isEmpty():
            continue
        if (nested := _nested(one, other, place, beside)) is not None:
            outer, inner = nested
            if _answers_near(outer, inner, least):
                yield seen.fault("GAP", f"a touch less than 3 mm beside it presses {_called(outer)}", inner)
        elif 0 < (apart := distance(place, beside)) < least or _touch(place, beside):
            message = f"it is only {seen.mm(apart):.2f} mm from {_called(other)}, least {GAP_MM:.0f}"
            yield seen.fault("GAP", message, one, place.united(beside))


@check("OVERLAP", "geometry", ("TG-02", "KB-04"), "Nothing lies over what can be touched, but a row's own button.")
def overlaps(seen: Seen) -> Iterator[Fault]:
    """Asks the toolkit what a finger would meet, at the middle and near the corners."""
    standing = _Standing(seen)
    for one, other in combinations(seen.controls, 2):
        place, beside = standing.places(one, other)
        if place.intersects(beside) and _nested(one, other, place, beside) is None:
            yield seen.fault("OVERLAP", f"it and {_called(other)} lie over each other", one, place.intersected(beside))
    for control in seen.controls:
        for point in _touched_at(left_by_parents(seen, control)):
            met = on_top(seen, control, point)
            inside = isinstance(met, Button) and seen.place(control).contains(seen.place(met))
            if met is not None and met is not control and not control.isAncestorOf(met) and not inside:
                yield seen.fault("OVERLAP", f"a touch on it meets {_called(met)} instead", control)
                break


@check("PANEL", "geometry", ("TX-04",), "Nothing is wider than the panel or reaches out of it.")
def within_the_panel(seen: Seen) -> Iterator[Fault]:
    """EN 301 549 11.1.4.10: a window that is forced wider would have to be scrolled sideways."""
    window, panel = seen.window, read_shape(SHAPES[seen.cell.shape])
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if window.width() != panel.width or least.width() > panel.width:
        yield seen.fault("PANEL", f"the window is {max(window.width(), least.width())} px wide, not {panel.width}")
    for widget in seen.widgets:
        place = seen.place(widget)
        if place.left() < 0 or place.right() >= panel.width:
            yield seen.fault("PANEL", f"it reaches from {place.left()} to {place.right()} of {panel.width} px", widget)
        elif seen.view_around(widget) is None and (place.top() < 0 or place.bottom() >= panel.height):
            yield seen.fault("PANEL", f"it reaches from {place.top()} to {place.bottom()} of {panel.height} px", widget)


@check("SIDEWAYS", "geometry", ("TX-04",), "Nothing has to be scrolled sideways.")
def sideways(seen: Seen) -> Iterator[Fault]:
    """The toolkit's own areas by their bar, ours by the width of what they hold."""
    for widget in seen.widgets:
        if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            yield seen.fault("SIDEWAYS", "it has to be scrolled sideways", widget)
        elif isinstance(widget, ScrollView) and _width_held(widget) > widget.width():
            yield seen.fault("SIDEWAYS", f"it holds {_width_held(widget)} px and shows {widget.width()}", widget)


@check("PAGER", "geometry", ("TG-05",), "Whatever scrolls has Page up and Page down buttons, whole and in view.")
def pagers(seen: Seen) -> Iterator[Fault]:
    """Flicking is never the only way (WCAG 2.5.7). A button is on where it leads somewhere, else off."""
    _ = seen.session.words.gettext
    for widget in seen.widgets:
        if isinstance(widget, ScrollView):
            before, after = widget.value > 0, widget.value < widget.maximum
            scrolls = widget.maximum > 0
        elif isinstance(widget, ResultList):
            before, after = widget.has_before, widget.has_after
            scrolls = before or after
        elif isinstance(widget, QAbstractScrollArea):
            bar = widget.verticalScrollBar()
            before, after = bar.value() > 0, bar.value() < bar.maximum()
            scrolls = bar.maximum() > 0
        else:
            continue
        if not scrolls:
            continue
        for name, leads in ((_("Page up"), before), (_("Page down"), after)):
            button = _pager_button(widget, name)
            if button is None or not button.isVisible():
                yield seen.fault("PAGER", f"it scrolls, and there is no button “{name}”", widget)
            elif seen.in_view(button) != seen.place(button):
                yield seen.fault("PAGER", f"“{name}” is not whole in view", button)
            elif button.isEnabled() != leads:
                yield seen.fault(
                    "PAGER", f"“{name}” is {'off' if leads else 'on'}, but there is {_more(leads)}", button
                )


def _more(leads: bool) -> str:
    return "more to see" if leads else "nothing more to see"


def _width_held(view: ScrollView) -> int:
    return max(view.content.width(), view.content.childrenRect().right() + 1)


def _pager_button(widget: QWidget, name: str) -> Button | None:
    """The button of this name that belongs to what scrolls: in it, or beside it in its holder."""
    holder = widget if isinstance(widget, ResultList) else widget.parentWidget()
    buttons = holder.findChildren(Button) if holder is not None else []
    return next((button for button in buttons if button.accessibleName().startswith(name)), None)


class _Standing:
    """Where the controls stand, each looked at once."""

    def __init__(self, seen: Seen) -> None:
        self._views = {control: seen.view_around(control) for control in seen.controls}
        self._here = {control: left_by_parents(seen, control) for control in seen.controls}
        self._reach = {control: reach(seen, control) for control in seen.controls}

    def places(self, one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
        """Where two controls stand to each other: as they are on one page, else wherever they can come to."""
        found = self._here if self._views[one] is self._views[other] else self._reach
        return found[one], found[other]


def _nested(one: QWidget, other: QWidget, place: QRect, beside: QRect) -> tuple[QWidget, QWidget] | None:
    """The outer and the inner one, when two parts of the same row lie in each other whole."""
    if one.parentWidget() is not other.parentWidget() or isinstance(one, QLineEdit) or isinstance(other, QLineEdit):
        return None
    if place != beside and place.contains(beside):
        return one, other
    return (other, one) if place != beside and beside.contains(place) else None


def _answers_near(outer: QWidget, inner: QWidget, least: float) -> bool:
    """Whether the outer button takes a touch beside the inner one, at any of its sides."""
    assert isinstance(outer, Button)
    away = round(least) - 1
    round_it = inner.geometry().translated(-outer.pos()).adjusted(-away, -away, away, away)
    middle = round_it.center()
    points = (
        *(QPoint(x, middle.y()) for x in (round_it.left(), round_it.right())),
        *(QPoint(middle.x(), y) for y in (round_it.top(), round_it.bottom())),
    )
    return any(outer.rect().contains(point) and outer.hitButton(point) for point in points)


def _touched_at(place: QRect) -> Iterator[QPoint]:
    inner = place.adjusted(*(3, 3, -3, -3))
    yield place.center()
    yield from (inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight())


def _touch(place: QRect, beside: QRect) -> bool:
    return distance(place, beside) == 0 and not place.intersects(beside)


def _called(widget: QWidget) -> str:
    return f"“{widget.accessibleName()[:40]}”" if widget.accessibleName() else type(widget).__name__
