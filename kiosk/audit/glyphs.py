"""The letters of a text as they were really set: from which font each word came, and where the ink of a line lies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLine

from kiosk.ui.wrapped_text import WrappedText, utf16_offset


class SetWord(NamedTuple):
    """Letters of one script that stand together. `missing` says that one of them has no drawing in any font.

    `script` is the first word of the letters' Unicode names ("LATIN", "ARABIC"), or "" for digits, signs and spaces.
    """

    text: str
    script: str
    families: frozenset[str]
    missing: bool
    slanted: bool


def words_as_set(laid: WrappedText) -> Iterator[SetWord]:
    """A text word by word, each with the fonts that it came from."""
    start = 0
    for script, characters in groupby(laid.text, script_of):
        text = "".join(characters)
        begin, end = utf16_offset(laid.text, start), utf16_offset(laid.text, start + len(text))
        runs = laid.layout.glyphRuns(begin, end - begin)
        fonts = [run.rawFont() for run in runs]
        yield SetWord(
            text,
            script,
            frozenset(raw.familyName() for raw in fonts),
            any(0 in run.glyphIndexes() for run in runs),
            any(raw.style() != QFont.Style.StyleNormal for raw in fonts),
        )
        start += len(text)


def place_of(laid: WrappedText, offset: int) -> tuple[int, float]:
    """The line of a letter, and how far from the left of the text it was set.

    Asks for the letter's own drawing: where two directions meet, a cursor has two places and the toolkit names one.
    """
    begin = utf16_offset(laid.text, offset)
    runs = laid.layout.glyphRuns(begin, utf16_offset(laid.text, offset + 1) - begin)
    across = min((place.x() for run in runs for place in run.positions()), default=0.0)
    return laid.layout.lineForTextPosition(begin).lineNumber(), across


def places_of(laid: WrappedText, offset: int, length: int) -> list[QRectF]:
    """Where some letters stand, from the top left corner of the text: a rectangle for each line and font."""
    begin = utf16_offset(laid.text, offset)
    runs = laid.layout.glyphRuns(begin, utf16_offset(laid.text, offset + length) - begin)
    return [run.boundingRect() for run in runs]


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script of a letter or of a mark on one; "" for everything that scripts share."""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    return unicodedata.name(character, "").split(" ")[0]


def ink_of_lines(laid: WrappedText) -> list[QRectF]:
    """Where there is ink in each line, from the top left corner of the text; empty for a line of spaces.

    A font's own height says how much room its tallest letters might want. This is what these letters take.
    """
    found = _inks.get(laid)
    if found is None:
        found = _inks[laid] = [_ink(line) for line in _lines(laid)]
    return found


def letters_touch(one: WrappedText, at: QPointF, two: WrappedText, at_two: QPointF, slack: float) -> bool:
    """Whether letters of two texts lie on each other, by more than `slack` pixels each way. Slow: by every letter."""
    ones = [box.translated(at) for line in _lines(one) for box in _letters(line)]
    twos = [box.translated(at_two) for line in _lines(two) for box in _letters(line)]
    return _any_touch(ones, twos, slack)


def lines_touch(laid: WrappedText) -> bool:
    """Whether a letter of a text lies on one of the line below."""
    for one, two in pairwise(zip(_lines(laid), ink_of_lines(laid), strict=True)):
        if two[1].top() < one[1].bottom() and _any_touch(list(_letters(one[0])), list(_letters(two[0])), 0.0):
            return True
    return False


def _any_touch(ones: list[QRectF], twos: list[QRectF], slack: float) -> bool:
    common = (one.intersected(two) for one in ones for two in twos)
    return any(min(box.width(), box.height()) > slack for box in common)


def _lines(laid: WrappedText) -> list[QTextLine]:
    return [laid.layout.lineAt(number) for number in range(laid.layout.lineCount())]


def _letters(line: QTextLine) -> Iterator[QRectF]:
    for left, top, right, bottom in _boxes_in(line):
        yield QRectF(QPointF(left, top), QPointF(right, bottom))


def _ink(line: QTextLine) -> QRectF:
    boxes = _boxes_in(line)
    if not boxes:
        return QRectF()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return QRectF(QPointF(min(lefts), min(tops)), QPointF(max(rights), max(bottoms)))


def _boxes_in(line: QTextLine) -> list[tuple[float, float, float, float]]:
    """The left, top, right and bottom of each letter's ink."""
    found = []
    for run in line.glyphRuns():
        raw = run.rawFont()
        known = _boxes.setdefault((raw.familyName(), raw.pixelSize(), raw.weight()), {})
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = known.get(glyph)
            if box is None:
                bounds = raw.boundingRect(glyph)
                box = known[glyph] = bounds.left(), bounds.top(), bounds.right(), bounds.bottom()
            if box[2] > box[0]:
                x, y = place.x(), place.y()
                found.append((x + box[0], y + box[1], x + box[2], y + box[3]))
    return found


_inks: WeakKeyDictionary[WrappedText, list[QRectF]] = WeakKeyDictionary()
_boxes: dict[tuple[str, float, int], dict[int, tuple[float, float, float, float]]] = {}
"""Of each font its letters, by glyph number."""
