"""Whether all words can be seen whole: not cut, not beneath anything, not shortened, in lines that can be read."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.glyphs import ink_of_lines, letters_touch, lines_touch
from kiosk.audit.painted import PaintedText, paints_itself
from kiosk.audit.places import left_by_parents, on_top
from kiosk.audit.seen import Seen
from kiosk.ui.wrapped_text import runs_from_right

LONGEST_LINE = 70
LEAST_SPACING = 1.4
_SLACK = 1.5
"""Pixels by which a letter's edge may seem to be out of its place, since edges are painted soft."""
_ICON_AIR = 0.12
"""Every icon leaves at least this part of its square free at each side."""


@check("CLIP", "geometry", ("CO-07", "TX-03", "TX-04", "LA-05"), "No word is cut, lies on another or is covered.")
def clipped(seen: Seen) -> Iterator[Fault]:
    """By the ink of each line, against what the widget and its parents leave of it wherever the page is scrolled."""
    yield from _squeezed_away(seen)
    room: dict[QWidget, QRect] = {}
    grounds: dict[QWidget | None, list[tuple[QRectF, PaintedText]]] = defaultdict(list)
    for text in seen.texts:
        widget = text.widget
        if widget not in room:
            room[widget] = left_by_parents(seen, widget)
        whole = QRectF(room[widget]).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        inks = list(_inks(text))
        cut = next((ink for ink in inks if not whole.contains(ink)), None)
        if cut is not None:
            yield seen.fault("CLIP", f"“{_short(text)}” is cut: {_how_far_out(cut, room[widget])}", widget, cut)
        elif (over := _covering(seen, widget, inks)) is not None:
            yield seen.fault("CLIP", f"“{_short(text)}” lies under a {type(over).__name__}", widget, text.rect)
        grounds[seen.view_around(widget)] += [(ink, text) for ink in inks]
    for lines in grounds.values():
        yield from _on_each_other(seen, lines)
    yield from _on_icons(seen)


@check("ELIDE", "geometry", ("TX-03", "CO-07"), "No text is shortened: none ends in dots or lacks half its words.")
def elided(seen: Seen) -> Iterator[Fault]:
    """What a widget was given to say must stand in what it painted, all of it; a field's hint must fit its field."""
    painted: dict[QWidget, list[str]] = defaultdict(list)
    for text in seen.texts:
        painted[text.widget].append(" ".join(text.text.split()))
        if text.text.rstrip().endswith(("…", "...")):
            yield seen.fault(
                "ELIDE", f"“{_short(text)}” ends in dots, as words do that were cut", text.widget, text.rect
            )
    for widget in seen.widgets:
        words = " ".join(_own_words(widget).split())
        whole = not words or not paints_itself(widget) or any(words in text for text in painted[widget])
        if not whole and seen.applies("ELIDE", widget):
            yield seen.fault("ELIDE", f"“{words[:60]}” is not painted, or not all of it", widget)
        if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
            room = widget.contentsRect().width() - 4
            needs = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            if needs > room:
                hint = widget.placeholderText()
                yield seen.fault("ELIDE", f"the hint “{hint}” needs {needs} px and has {room}", widget)


@check("LINE-LENGTH", "geometry", ("TX-05",), "No line of running text has more than 70 letters.")
def long_lines(seen: Seen) -> Iterator[Fault]:
    """WCAG 1.4.8 allows 80. Marks on letters are not counted, and one word alone is no running text."""
    for text in seen.texts:
        lines = text.laid.line_texts()
        longest = max((_letters(line) for line in lines if " " in line.strip()), default=0)
        if len(lines) > 1 and longest > LONGEST_LINE and seen.applies("LINE-LENGTH", text.widget):
            message = f"a line of “{_short(text)}” has {longest} letters, at most {LONGEST_LINE}"
            yield seen.fault("LINE-LENGTH", message, text.widget, text.rect)


@check(
    "SPACING",
    "geometry",
    ("TX-05", "LA-05"),
    "Lines never touch and all begin at one edge; none is stretched.",
)
def spacing(seen: Seen) -> Iterator[Fault]:
    """Running text is what is longer than one line may be. Labels of two lines may stand in the middle."""
    page_from_right = seen.session.words.right_to_left
    for text in seen.texts:
        if len(text.lines) < 2:
            continue
        apart = min(two.center().y() - one.center().y() for one, two in pairwise(text.lines))
        if apart < LEAST_SPACING * text.pixels - 0.01:
            message = f"lines of “{_short(text)}” are {apart / text.pixels:.2f} of the letters' size apart"
            yield seen.fault("SPACING", f"{message}, least {LEAST_SPACING}", text.widget, text.rect)
        elif lines_touch(text.laid):
            yield seen.fault("SPACING", f"lines of “{_short(text)}” touch each other", text.widget, text.rect)
        centred = text.laid.centred and not seen.applies("SPACING", text.widget)
        if _letters(text.text) > LONGEST_LINE and not centred and not _begins_at_one_edge(text, page_from_right):
            message = f"the lines of “{_short(text)}” do not begin at one edge"
            yield seen.fault("SPACING", message, text.widget, text.rect)
        if text.laid.layout.textOption().alignment() & Qt.AlignmentFlag.AlignJustify:
            yield seen.fault("SPACING", f"“{_short(text)}” is stretched to both edges", text.widget, text.rect)


def _squeezed_away(seen: Seen) -> Iterator[Fault]:
    """Widgets that are shown and have words, but no room at all."""
    for widget in seen.root.findChildren(QWidget):
        if widget.isVisible() and (widget.width() < 1 or widget.height() < 1) and _own_words(widget).strip():
            yield seen.fault("CLIP", f"“{_own_words(widget)[:60]}” has no room at all", widget)


def _inks(text: PaintedText) -> Iterator[QRectF]:
    """Where the ink of each line that has any lies in the window."""
    for ink in ink_of_lines(text.laid):
        if not ink.isEmpty():
            yield ink.translated(text.corner)


def _how_far_out(ink: QRectF, room: QRect) -> str:
    out = {
        "at the left": room.left() - ink.left(),
        "at the right": ink.right() - room.right() - 1,
        "above": room.top() - ink.top(),
        "below": ink.bottom() - room.bottom() - 1,
    }
    return ", ".join(f"{round(pixels)} px {where}" for where, pixels in out.items() if pixels > _SLACK)


def _covering(seen: Seen, widget: QWidget, inks: Iterable[QRectF]) -> QWidget | None:
    """What lies over a line at its beginning, middle or end."""
    for ink in inks:
        middle = ink.center().y()
        for x in (ink.left() + 2, ink.center().x(), ink.right() - 2):
            met = on_top(seen, widget, QPointF(x, middle).toPoint())
            if met is not None and met is not widget and not met.isAncestorOf(widget):
                return met
    return None


def _on_each_other(seen: Seen, lines: list[tuple[QRectF, PaintedText]]) -> Iterator[Fault]:
    """Lines of two texts that lie on each other, by going down the page."""
    told: set[tuple[int, int]] = set()
    near: list[tuple[QRectF, PaintedText]] = []
    for ink, text in sorted(lines, key=lambda line: line[0].top()):
        near = [other for other in near if other[0].bottom() > ink.top()]
        for other_ink, other in near:
            common = ink.intersected(other_ink)
            pair = (id(other.laid), id(text.laid))
            if other is text or pair in told or min(common.width(), common.height()) <= _SLACK:
                continue
            if letters_touch(text.laid, text.corner, other.laid, other.corner, _SLACK):
                told.add(pair)
                message = f"“{_short(text)}” and “{_short(other)}” lie on each other"
                yield seen.fault("CLIP", message, text.widget, common)
        near.append((ink, text))


def _on_icons(seen: Seen) -> Iterator[Fault]:
    """Words that run into a drawing of the same widget."""
    icons = defaultdict(list)
    for icon in seen.icons:
        air = icon.rect.width() * _ICON_AIR
        icons[icon.widget].append((icon.name, icon.rect.adjusted(air, air, -air, -air)))
    for text in seen.texts:
        for name, place in icons[text.widget]:
            if any(min(common.width(), common.height()) > _SLACK for common in map(place.intersected, _inks(text))):
                yield seen.fault("CLIP", f"“{_short(text)}” runs into the drawing “{name}”", text.widget, text.rect)


def _begins_at_one_edge(text: PaintedText, page_from_right: bool) -> bool:
    lefts = [line.left() for line in text.lines]
    rights = [line.right() for line in text.lines]
    from_left = max(lefts) - min(lefts) <= _SLACK
    from_right = max(rights) - min(rights) <= _SLACK
    if runs_from_right(text.text, page_from_right):
        return from_right or (from_left and not page_from_right)
    return from_left or (from_right and page_from_right)


def _own_words(widget: QWidget) -> str:
    """The words that a widget was given to show."""
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "&")
    words = getattr(widget, "text", "")
    return words if isinstance(words, str) else ""


def _letters(line: str) -> int:
    return sum(1 for character in line.strip() if unicodedata.category(character) not in ("Mn", "Cf"))


def _short(text: PaintedText) -> str:
    return text.text if len(text.text) <= 50 else f"{text.text[:48]} …"
