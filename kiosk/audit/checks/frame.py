"""The frame is the same everywhere, and a page neither offers too much nor shouts in too many sizes."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Cell, Seen
from kiosk.audit.told import told
from kiosk.ui.frame import Bar
from kiosk.ui.upper_part import UpperPart
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.window import KioskWindow

_MOST_CHOICES = 8
_MOST_SIZES = 3
_SEEN_PART = 0.5
"""Of what is half out of view nobody counts that they are offered it."""

_Layout = dict[str, QRect]
_known: WeakKeyDictionary[KioskWindow, dict[tuple[Cell, str], _Layout]] = WeakKeyDictionary()
"""Where the frame of each window stood on the first screen that was looked at in a cell."""


@check("FRAME", "order", ("HE-01", "HE-02"), "The frame has the same controls in the same places on every screen.")
def frame(seen: Seen) -> Iterator[Fault]:
    window = seen.window
    if not seen.screen.framed or seen.root is not window:
        return
    top, bottom = window.top_bar, window.bottom_bar
    instead = _in_place_of_the_bottom_bar(window)
    if top is None or bottom is None or not (top.isVisible() and (bottom.isVisible() or instead)):
        yield seen.fault("FRAME", "a bar is missing")
        return
    _ = seen.session.words.gettext
    # The names and their order are the design's (section 7), written out again so that a slip in the bars is seen.
    wanted = [_("Back"), _("Home"), _("Help")]
    yield from _order(seen, top, wanted)
    count = seen.session.visit.kept_count
    mine = _("My list ({count})").format(count=count)
    wanted = [_("Listen"), _("Text size"), _("Colours"), _("Language"), mine, _("Finish")]
    if instead is None:
        yield from _order(seen, bottom, wanted)
        yield from _same_place(seen, top, bottom)
        return
    paused = seen.window.listening.paused
    wanted = [_("Go on") if paused else _("Pause"), _("Say again"), _("Slower"), _("Faster"), _("Stop"), wanted[-1]]
    yield from _order(seen, instead, [_("Close")] if seen.window.listening.message else wanted)
    yield from _same_place(seen, top)


def _in_place_of_the_bottom_bar(window: KioskWindow) -> Bar | None:
    """The bar of what is being read aloud, where both would leave the page too little room."""
    bar = window.listen_bar
    return bar if bar is not None and bar.geometry().bottom() == window.rect().bottom() else None


@check("CHOICES", "order", ("DE-01",), "At most eight choices are in view at once.")
def choices(seen: Seen) -> Iterator[Fault]:
    """What a visitor sees as one choice counts as one: a row with its Keep is one, and neither the frame, the page
    buttons, the keys of a keyboard nor the field they type into are choices."""
    if seen.root is not seen.window:
        return
    offered = {_choice(button) for button in seen.controls if isinstance(button, Button) and _is_offered(seen, button)}
    if len(offered) > _MOST_CHOICES:
        names = ", ".join(sorted(told(choice).name[:20] for choice in offered))
        yield seen.fault("CHOICES", f"{len(offered)} choices are in view: {names}", seen.screen)


@check("SIZES", "order", ("DE-01",), "At most three sizes of text are in view at once.")
def sizes(seen: Seen) -> Iterator[Fault]:
    """The frame has a size of its own on some panels, as have the page buttons and the keys, which are furniture."""
    found: dict[int, QWidget] = {}
    for text in seen.texts:
        if _is_furniture(text.widget) or not seen.applies("SIZES", text.widget):
            continue
        if text.text.strip() and _is_in_view(seen, text.widget):
            found.setdefault(text.pixels, text.widget)
    if len(found) > _MOST_SIZES:
        named = ", ".join(f"{pixels} px “{told(widget).name[:20]}”" for pixels, widget in sorted(found.items()))
        yield seen.fault("SIZES", f"{len(found)} sizes of text: {named}", seen.screen)


def _order(seen: Seen, bar: Bar, wanted: list[str]) -> Iterator[Fault]:
    """Whether a bar's buttons, row by row from where reading starts, are these."""
    buttons = [child for child in bar.findChildren(Button) if child.isVisible()]
    toward = -1 if seen.session.words.right_to_left else 1
    buttons.sort(key=lambda button: (button.y(), toward * button.x()))
    found = [told(button).name for button in buttons]
    if found != wanted:
        yield seen.fault("FRAME", f"the bar has {', '.join(found)}; it should have {', '.join(wanted)}", bar)


def _same_place(seen: Seen, *bars: Bar) -> Iterator[Fault]:
    window = seen.window
    here: _Layout = {}
    for bar in bars:
        here[type(bar).__name__] = seen.place(bar)
        for number, button in enumerate(child for child in bar.findChildren(Button) if child.isVisible()):
            here[f"{type(bar).__name__} {number}"] = seen.place(button)
    size = f"{window.width()}x{window.height()} {seen.session.visit.display} {seen.session.edition.folder}"
    known = _known.setdefault(window, {}).setdefault((seen.cell, size), here)
    for name in here:
        if here[name] != known.get(name):
            yield seen.fault("FRAME", f"{name} stands elsewhere than on other screens", where=here[name])


def _choice(button: Button) -> QWidget:
    parent = button.parentWidget()
    return parent if isinstance(parent, ResultRow) else button


def _is_offered(seen: Seen, button: Button) -> bool:
    return not _is_furniture(button) and seen.applies("CHOICES", button) and _is_in_view(seen, button)


def _is_furniture(widget: QWidget) -> bool:
    """Whether it belongs to the frame, to the buttons that turn a page, or to a keyboard."""
    here: QWidget | None = widget
    while here is not None:
        if isinstance(here, (Bar, UpperPart, Keyboard)):
            return True
        if isinstance(here, (ScrollPage, ResultList)) and widget in (here.up, here.down, here.where):
            return True
        here = here.parentWidget()
    return False


def _is_in_view(seen: Seen, widget: QWidget) -> bool:
    part, whole = seen.in_view(widget), seen.place(widget)
    return part.width() * part.height() >= _SEEN_PART * max(1, whole.width() * whole.height())
