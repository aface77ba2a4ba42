"""Every screen at every shape, text size and direction: nothing cut, nothing too small, nothing without a name."""

from __future__ import annotations

from collections import Counter

import pytest
from opened_kiosk import SHAPES, Open, Opened, every_place, place_in_window, show
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from kiosk.display import TEXT_SIZES
from kiosk.edition.reader import Edition
from kiosk.ui.routes import SCREENS
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.phone_badge import PhoneBadge
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.text_block import TextBlock

LEAST_MM = 12.7
LANGUAGES = ("en", "ar")
CELLS = [
    (shape, size, "day" if (TEXT_SIZES.index(size) + LANGUAGES.index(language)) % 2 else "night", language)
    for shape in SHAPES
    for size in TEXT_SIZES
    for language in LANGUAGES
]
"""Each shape, size and language once; the colours change from one to the next, since they move nothing."""

pytestmark = pytest.mark.usefixtures("booklet_at_once")


def faults(kiosk: Opened) -> list[str]:
    """What is wrong with the page that is shown, in words."""
    window = kiosk.window
    window.grab()
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and w.width() > 0]
    return [
        *_wider_than_the_panel(window, shown),
        *_small_targets(kiosk),
        *_names(kiosk),
        *_cut(kiosk, shown),
        *_outside_their_place(shown),
        *_on_top_of_each_other(kiosk),
    ]


def _wider_than_the_panel(window: QWidget, shown: list[QWidget]) -> list[str]:
    found = []
    for widget in shown:
        place = place_in_window(widget, window)
        if place.left() < -1 or place.right() > window.width():
            found.append(f"{_called(widget)} reaches over the side of the panel: {place.left()} to {place.right()}")
    areas = [area for area in shown if isinstance(area, QAbstractScrollArea)]
    found += [f"{_called(a)} scrolls sideways" for a in areas if a.horizontalScrollBar().maximum() > 0]
    if (window.width(), window.height()) != (window.minimumWidth() or window.width(), window.height()):
        found.append("the window was forced wider")
    return found


def _small_targets(kiosk: Opened) -> list[str]:
    least = LEAST_MM * kiosk.session.panel.pixels_per_mm - 1
    targets: list[QWidget] = [*kiosk.buttons(), *(f for f in kiosk.window.findChildren(QLineEdit) if f.isVisible())]
    return [
        f"{_called(target)} is only {target.width()} by {target.height()}, least {least:.0f}"
        for target in targets
        if isinstance(target, Button) and min(target.width(), target.height()) < least
    ]


def _names(kiosk: Opened) -> list[str]:
    names = kiosk.names()
    found = [f"a button has no name: {b.text()!r}" for b in kiosk.buttons() if not b.accessibleName().strip()]
    return found + [f"{count} buttons are called {name!r}" for name, count in Counter(names).items() if count > 1]


def _cut(kiosk: Opened, shown: list[QWidget]) -> list[str]:
    """A button's height has 2 mm of air above and below its words, which a full bar or keyboard may take."""
    air = 2 * kiosk.session.metrics.mm(2)
    found = []
    for widget in shown:
        if not isinstance(widget, (Button, TextBlock, PhoneBadge, ResultRow)):
            continue
        needed = widget.heightForWidth(widget.width()) - (air if isinstance(widget, Button) else 0)
        if needed > widget.height() + 1:
            found.append(f"{_called(widget)} needs {needed} of height and has {widget.height()}")
    return found


def _outside_their_place(shown: list[QWidget]) -> list[str]:
    found = []
    for widget in shown:
        parent = widget.parentWidget()
        if not isinstance(widget, (Button, TextBlock, PhoneBadge, ResultRow)) or parent is None:
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{_called(widget)} stands out of its place: {widget.geometry()} in {parent.rect()}")
    return found


def _on_top_of_each_other(kiosk: Opened) -> list[str]:
    buttons = [(button, _seen(button, kiosk.window)) for button in kiosk.buttons()]
    found = []
    for number, (first, place) in enumerate(buttons):
        for second, other in buttons[number + 1 :]:
            if first.parentWidget() is second.parentWidget() and isinstance(first.parentWidget(), ResultRow):
                continue
            if place.intersects(other):
                found.append(f"{_called(first)} lies over {_called(second)}")
    return found


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is in view."""
    place = place_in_window(widget, window)
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        place = place.intersected(place_in_window(parent, window))
        parent = parent.parentWidget()
    return place


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:50]!r}"


def test_every_screen_there_is_belongs_to_the_places_that_are_looked_at(demo_edition: Edition) -> None:
    assert {route.screen for _what, route, _before in every_place(demo_edition)} == set(SCREENS)


@pytest.mark.parametrize(("shape", "size", "theme", "language"), CELLS, ids=["-".join(cell) for cell in CELLS])
def test_every_screen_fits(
    open_at: Open, demo_edition: Edition, shape: str, size: str, theme: str, language: str
) -> None:
    kiosk = open_at(shape, size, theme, language)
    found = []
    all_guides = (shape, size) in (("wide", "standard"), ("small", "largest"))
    for what, route, before in every_place(demo_edition, all_guides):
        show(kiosk, route, before)
        found += [f"{what}: {fault}" for fault in faults(kiosk)]
    assert not found, "\n".join(found)
