"""Whether rows, words and arrows run in the direction of reading, and numbers from the left in every language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.glyphs import ink_of_lines, place_of, script_of
from kiosk.audit.painted import PaintedText
from kiosk.audit.seen import Seen
from kiosk.phone_numbers import NBSP, is_plausible
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.wrapped_text import runs_from_right

_POINTING = {"back", "next", "previous", "finish", "backspace", "enter"}
"""The drawings that point along the line of reading. All others look the same in every language."""
_ASTRAY_MM = 14.0
"""So much nearer to its end than to its beginning a text may stand, beside a broad drawing, before it is misplaced."""
_SLACK = 1.5
_PARTS_OF_NUMBERS = (
    re.compile(r"\+?\d(?:[\d\s\u00a0\u2011()-]*\d)"),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]\d[A-Z]{2}\b"),
    re.compile(r"£\d[\d,]*(?:\.\d+)?"),
)


@check("DIRECTION", "geometry", ("LA-03", "KB-02"), "Rows, words and arrows run in the direction of the language.")
def direction(seen: Seen) -> Iterator[Fault]:
    """From the right in Arabic and Urdu, else from the left."""
    from_right = seen.session.words.right_to_left
    for parts in _rows(seen):
        for one, other in pairwise(parts):
            runs_so = (one[1].center().x() > other[1].center().x()) == from_right
            if _in_one_row(one[1], other[1]) and not runs_so and seen.applies("DIRECTION", other[0]):
                message = f"it stands before “{one[0].accessibleName()[:40]}”, which is read first"
                yield seen.fault("DIRECTION", message, other[0])
    for icon in seen.icons:
        if icon.turned != (from_right and icon.name in _POINTING) and seen.applies("DIRECTION", icon.widget):
            message = f"the drawing “{icon.name}” points the wrong way"
            yield seen.fault("DIRECTION", message, icon.widget, icon.rect)
    yield from _misplaced_words(seen, from_right)


@check("PHONE-LTR", "geometry", ("LA-03", "CN-06"), "Numbers, postcodes and amounts run from left to right, whole.")
def numbers_from_the_left(seen: Seen) -> Iterator[Fault]:
    """Where each letter was painted counts, not what stands in the text."""
    for text in seen.texts:
        for pattern in _PARTS_OF_NUMBERS:
            for match in pattern.finditer(text.text):
                number = match.group(0)
                if number[-1].isdigit() and number[0] != "£" and not (is_plausible(number) or NBSP in number):
                    continue
                places = [place_of(text.laid, match.start() + n) for n, c in enumerate(number) if not c.isspace()]
                if len({line for line, _x in places}) > 1:
                    yield seen.fault("PHONE-LTR", f"“{number}” is broken over two lines", text.widget, text.rect)
                elif any(two[1] <= one[1] for one, two in pairwise(places)):
                    yield seen.fault("PHONE-LTR", f"“{number}” does not run from left to right", text.widget, text.rect)


Part = tuple[QWidget, QRect]


def _rows(seen: Seen) -> Iterator[Sequence[Part]]:
    """What is read one after the other: the bars, whatever places its own children, and the toolkit's rows."""
    window = seen.window
    if window.top_bar is not None and seen.root is window:
        yield _parts(seen, (window.top_bar.back, window.top_bar.home, window.top_bar.title, window.top_bar.help))
    if window.bottom_bar is not None and window.bottom_bar.isVisible() and seen.root is window:
        yield _parts(seen, window.bottom_bar.buttons())
    if window.listen_bar is not None and seen.root is window:
        yield _parts(seen, window.listen_bar.buttons_in_order())
    for widget in seen.widgets:
        if hasattr(widget, "flow_children"):
            yield _parts(seen, widget.flow_children())
        if isinstance(widget, (ResultList, ScrollPage)):
            yield _parts(seen, (widget.up, widget.where, widget.down))
        yield from _rows_of_layout(widget, widget.layout(), seen)


def _parts(seen: Seen, widgets: Sequence[QWidget]) -> list[Part]:
    return [(widget, seen.place(widget)) for widget in widgets if widget.isVisible() and widget.width() > 0]


def _rows_of_layout(holder: QWidget, layout: QLayout | None, seen: Seen) -> Iterator[Sequence[Part]]:
    if layout is None:
        return
    corner = holder.mapTo(seen.window, QPoint(0, 0))
    parts: list[Part] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None or item.isEmpty():
            continue
        inner = item.layout()
        if inner is not None:
            yield from _rows_of_layout(holder, inner, seen)
        first = item.widget() or _first_widget(inner)
        if first is not None:
            parts.append((first, item.geometry().translated(corner)))
    if isinstance(layout, QBoxLayout):
        yield parts


def _first_widget(layout: QLayout | None) -> QWidget | None:
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        if item is not None and (item.widget() or item.layout()):
            return item.widget() or _first_widget(item.layout())
    return None


def _in_one_row(one: QRect, other: QRect) -> bool:
    """Whether two stand beside each other; one inside the other does not."""
    common = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    beside = one.right() < other.left() or other.right() < one.left()
    return beside and common > 0.5 * min(one.height(), other.height())


def _misplaced_words(seen: Seen, from_right: bool) -> Iterator[Fault]:
    """Words at the wrong end of their place, or whose lines begin raggedly or end at the wrong side."""
    texts, icons = defaultdict(list), defaultdict(list)
    for icon in seen.icons:
        icons[icon.widget].append(icon.rect)
    for text in seen.texts:
        texts[text.widget].append(_ink(text))
    for text in seen.texts:
        if not seen.applies("DIRECTION", text.widget):
            continue
        wrong = ""
        beside = _beside(_ink(text), texts[text.widget], icons[text.widget])
        if not text.laid.centred and seen.mm(_astray(text, beside, seen, from_right)) > _ASTRAY_MM:
            wrong = "stands at the wrong end of its place"
        elif not text.laid.centred and _ragged_start(text, from_right):
            wrong = "has lines that do not begin at one edge"
        elif _ends_at_the_wrong_side(text, from_right):
            wrong = "has its full stop at the wrong side"
        if wrong:
            yield seen.fault("DIRECTION", f"“{text.text[:50]}” {wrong}", text.widget, text.rect)


def _ink(text: PaintedText) -> QRectF:
    whole = QRectF()
    for ink in ink_of_lines(text.laid):
        whole = whole.united(ink)
    return whole.translated(text.corner)


def _beside(ink: QRectF, texts: list[QRectF], icons: list[QRectF]) -> list[QRectF]:
    """The other texts in a text's row, and the drawings, each of which stands beside all the texts of a card."""
    row = [other for other in texts if min(other.bottom(), ink.bottom()) > max(other.top(), ink.top())]
    return [*icons, *(other for other in row if other != ink)]


def _astray(text: PaintedText, row: list[QRectF], seen: Seen, from_right: bool) -> float:
    """How much nearer a text is to what follows it in its row than to what stands before it, in pixels."""
    ink, place = _ink(text), QRectF(seen.place(text.widget))
    left = ink.left() - max([place.left(), *(o.right() for o in row if o.center().x() < ink.left())])
    right = min([place.right(), *(o.left() for o in row if o.center().x() > ink.right())]) - ink.right()
    return right - left if from_right else left - right


def _ragged_start(text: PaintedText, from_right: bool) -> bool:
    """Whether lines in the language's own direction begin at different places."""
    if runs_from_right(text.text, from_right) != from_right:
        return False
    starts = [line.right() if from_right else line.left() for line in text.lines]
    return max(starts) - min(starts) > _SLACK


def _ends_at_the_wrong_side(text: PaintedText, from_right: bool) -> bool:
    """Whether a full stop stands before the last word's letters instead of after them, in its own direction."""
    end, backwards = text.text.rstrip(), runs_from_right(text.text, from_right)
    if len(end) < 2 or end[-1] not in ".:؟?!" or (script_of(end[-2]) == "ARABIC") != backwards:
        return False
    stop, letter = place_of(text.laid, len(end) - 1), place_of(text.laid, len(end) - 2)
    return stop[0] == letter[0] and (stop[1] > letter[1]) == backwards
