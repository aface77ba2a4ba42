"""A walk through one screen by keys, as events: what the focus meets on its way, and how much of it can be seen there.

Everything is put back afterwards: the focus, where the pages were scrolled to, and whether the ring is shown.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.audit.seen import Seen
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.scroll_view import ScrollView

_MOST_STEPS = 400


class Step(NamedTuple):
    """A control that got the focus, what of it could be seen then, and what lay over it."""

    control: QWidget
    in_view: QRect
    over: QWidget | None


class KeyWalk(NamedTuple):
    """All steps until the focus came round, or did not. `stuck` is where a press moved neither focus nor page."""

    steps: tuple[Step, ...]
    came_round: bool
    stuck: QWidget | None

    @property
    def met(self) -> list[QWidget]:
        """The controls in the order in which they were met."""
        return [step.control for step in self.steps]


_WALKED: WeakKeyDictionary[Seen, dict[Qt.Key, KeyWalk]] = WeakKeyDictionary()


def walk_by(seen: Seen, key: Qt.Key) -> KeyWalk:
    """The walk through what is seen by one key; it is made once for all checks."""
    walked = _WALKED.setdefault(seen, {})
    if key not in walked:
        with everything_put_back(seen):
            walked[key] = _walk(seen, key)
    return walked[key]


@contextmanager
def everything_put_back(seen: Seen) -> Iterator[None]:
    """Let a check move the focus, the pages and the ring inside."""
    window = seen.window
    if not window.isActiveWindow():
        window.activateWindow()
        QApplication.processEvents()
    focused, shown = window.focusWidget(), KEYBOARD.active
    scrolled = [(view, view.value) for view in window.findChildren(ScrollView)]
    try:
        yield
    finally:
        (focused or window).setFocus()
        KEYBOARD.active = shown
        for view, value in scrolled:
            view.set_value(value)


def press(seen: Seen, key: Qt.Key) -> QWidget | None:
    """Press a key and let it go, where the focus is; what has the focus then, or None for nothing."""
    window = seen.window
    here = window.focusWidget() or window
    held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    text = "\t" if key == Qt.Key.Key_Tab else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(here, QKeyEvent(kind, key, held, text))
    there = window.focusWidget()
    return there if there is not None and there is not window and there.isVisible() else None


def _walk(seen: Seen, key: Qt.Key) -> KeyWalk:
    pages = [view for view in seen.window.findChildren(ScrollView) if view.isVisible()]
    values = [view.value for view in pages]
    seen.window.setFocus()
    for view in pages:
        view.set_value(0)
    steps: list[Step] = []
    before: QWidget | None = None
    try:
        for _press in range(_MOST_STEPS):
            scrolled = [view.value for view in pages]
            here = press(seen, key)
            if here is None or here is before:
                if scrolled == [view.value for view in pages]:
                    return KeyWalk(tuple(steps), False, here or before or seen.window)
                continue
            if steps and (here is steps[0].control or _has_become(steps[0].control, here)):
                return KeyWalk(tuple(steps), True, None)
            if any(here is step.control for step in steps):
                return KeyWalk(tuple(steps), False, here)
            steps.append(_step(seen, here))
            before = here
        return KeyWalk(tuple(steps), False, before)
    finally:
        for view, value in zip(pages, values, strict=True):
            view.set_value(value)


def handed_on(seen: Seen, control: QWidget, met: Container[QWidget]) -> bool:
    """Whether a page button gets the focus from the other one of its page, once that turns to the end."""
    page = control.parentWidget()
    if not isinstance(page, ScrollPage) or control not in (page.up, page.down):
        return False
    other, before_end = (page.down, page.view.maximum - 1) if control is page.up else (page.up, 1)
    if other not in met:
        return False
    with everything_put_back(seen):
        page.view.set_value(before_end)
        other.setFocus()
        return press(seen, Qt.Key.Key_Space) is control


def _has_become(first: QWidget, here: QWidget) -> bool:
    """Whether one of the page buttons, where the round began, has given way to the other as the page scrolled."""
    page = first.parentWidget()
    pager = (page.up, page.down) if isinstance(page, ScrollPage) else ()
    return first in pager and here in pager and not first.isEnabled()


def _step(seen: Seen, control: QWidget) -> Step:
    in_view = seen.in_view(control)
    return Step(control, in_view, _over(seen, control, in_view))


def _over(seen: Seen, control: QWidget, in_view: QRect) -> QWidget | None:
    """What lies over the middle or near a corner of what is in view of a control; a button on a card is part of it."""
    if in_view.isEmpty():
        return None
    inset = QPoint(max(1, in_view.width() // 12), max(1, in_view.height() // 6))
    inner = QRect(in_view.topLeft() + inset, in_view.bottomRight() - inset)
    for place in (inner.center(), inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()):
        there = seen.window.childAt(place)
        if there is None or there is control or control.isAncestorOf(there) or there.isAncestorOf(control):
            continue
        if not _stands_on(there, control):
            return there
    return None


def _stands_on(part: QWidget, control: QWidget) -> bool:
    """Whether a widget is one that stands wholly on a card's own ground, as Keep does on a row."""
    here: QWidget | None = part
    while here is not None and here.parentWidget() is not control.parentWidget():
        here = here.parentWidget()
    return here is not None and control.geometry().contains(here.geometry()) and _area(here) < _area(control) / 2


def _area(widget: QWidget) -> int:
    return widget.width() * widget.height()
