"""Text laid out in lines of a given width, measured and painted; the one place that breaks lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from kiosk.ui.theme import brush

LINE_HEIGHT = 1.42
"""Distance of two baselines as a part of the font size."""
ARABIC_LINE_HEIGHT = 1.72
"""The same for Arabic: its vowel marks and low letters need 0.11 more above and below than Latin letters do, and lines
set at 1.42 touch. (The font itself asks for 2.11, to have room for stacked marks that no text of ours has.)"""
_HIGH_MARKS = re.compile("أ[\u064b-\u0652]|\u0651[\u064b-\u0650\u0652]|[\u064b-\u0650\u0652]\u0651")
"""A vowel mark on a letter with a hamza, or two marks on one letter: these rise above the room that a line has."""
_HIGH_MARKS_EM = 0.14
LINE_CHARACTERS = 70
"""The longest line of text in characters (WCAG 2.2 SC 1.4.8; ours is stricter)."""
_MOST_KEPT = 500


class Span(NamedTuple):
    """A range of the text with its own look; offsets are code points."""

    start: int
    length: int
    bold: bool = False
    color: str = ""
    background: str = ""
    underline: bool = False


_laid: dict[tuple[object, ...], WrappedText] = {}
_overheard: Callable[[WrappedText, QPainter, float, float, str, Sequence[Span]], None] | None = None


def overhear(listener: Callable[[WrappedText, QPainter, float, float, str, Sequence[Span]], None] | None) -> None:
    """Call `listener` with every text that is painted from now on (the audit reads the screen so); None ends it."""
    global _overheard
    _overheard = listener


def has_right_to_left_letters(text: str) -> bool:
    """Whether there is a letter of Arabic, Hebrew or another script that runs from right to left."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufeff" for c in text)


def runs_from_right(text: str, page_from_right: bool) -> bool:
    """Whether a text is set from right to left: an English sentence keeps its order on an Arabic page, and one with an
    Arabic word in it on an English page."""
    if not has_right_to_left_letters(text):
        return False
    letters = [c for c in text if c.isalpha()]
    return page_from_right or 2 * sum(map(has_right_to_left_letters, letters)) > len(letters)


def line_height(text: str, font: QFont) -> float:
    """Distance in pixels of two lines of a text."""
    factor = ARABIC_LINE_HEIGHT if has_right_to_left_letters(text) else LINE_HEIGHT
    return max(font.pixelSize() * factor, QFontMetricsF(font).height())


def room_above(text: str, font: QFont) -> float:
    """What a text needs in pixels above its first line: lines below it have room enough between them."""
    return font.pixelSize() * _HIGH_MARKS_EM if _HIGH_MARKS.search(text) else 0.0


def utf16_offset(text: str, offset: int) -> int:
    """A code-point offset as the toolkit counts: characters beyond the basic plane count twice."""
    return offset + sum(1 for character in text[:offset] if ord(character) > 0xFFFF)


def wrapped(
    text: str,
    font: QFont,
    width: float,
    right_to_left: bool = False,
    centred: bool = False,
    spans: Sequence[Span] = (),
    longest: int = LINE_CHARACTERS,
) -> WrappedText:
    """A text laid out at a width; the same text asked for again is not laid out again until `forget_texts()`."""
    look = (font.family(), font.pixelSize(), font.bold())
    key = (text, look, int(width), right_to_left, centred, tuple(spans), longest)
    found = _laid.get(key)
    if found is None:
        if len(_laid) >= _MOST_KEPT:
            _laid.clear()
        found = _laid[key] = WrappedText(text, font, int(width), right_to_left, centred, spans, longest)
    return found


def width_in_one_line(text: str, font: QFont) -> float:
    """How wide a text is that is not broken."""
    return wrapped(text, font, 100_000, longest=0).natural_width


def forget_texts() -> None:
    """Let go of every text that was laid out: part of forgetting a visit, since some of them the visitor typed."""
    _laid.clear()


class WrappedText:
    """One text at one width. `centred` lines stand in the middle; else they start where reading starts.

    `longest` is the most letters that a line may have, where the width leaves room for more; 0 for no such bound.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        right_to_left: bool = False,
        centred: bool = False,
        spans: Sequence[Span] = (),
        longest: int = 0,
    ) -> None:
        self.text = text
        self.pixels, self.bold, self.centred = font.pixelSize(), font.bold(), centred
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if runs_from_right(text, right_to_left):
            from PySide6.QtCore import Qt

            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats([self._range(span) for span in spans if not span.background])
        self.line_height = line_height(text, font)
        above = room_above(text, font)
        self._layout.beginLayout()
        self.lines = 0
        self.natural_width = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            if longest:
                self._shorten(line, longest)
            lead = (self.line_height - line.height()) / 2
            spare = max(0.0, width - line.naturalTextWidth())
            left = spare / 2 if centred else spare if right_to_left else 0.0
            line.setPosition(QPointF(left, above + self.lines * self.line_height + lead))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            self.lines += 1
        self._layout.endLayout()
        self.height = above + self.lines * self.line_height

    def _shorten(self, line: QTextLine, longest: int) -> None:
        """Lay a line out narrower until it is short enough; the space at its end does not count."""
        words, width = self._layout.text(), line.naturalTextWidth()
        while (length := line.textLength()) > longest:
            end = line.textStart() + length
            if length == longest + 1 and words[end - 1 : end] == " ":
                return
            width = min(width * 0.99, width * longest / length * 1.05)
            line.setLineWidth(width)

    @property
    def layout(self) -> QTextLayout:
        """The toolkit's own layout of the text."""
        return self._layout

    def draw(self, painter: QPainter, left: float, top: float, color: str, marks: Sequence[Span] = ()) -> None:
        """Paint the lines; `marks` lay a colour behind parts of the text (what is being read aloud)."""
        if _overheard is not None:
            _overheard(self, painter, left, top, color, marks)
        whole = Span(0, len(self.text), color=color)
        self._layout.draw(painter, QPointF(left, top), [self._range(span) for span in (whole, *marks)])

    def line_rects(self) -> list[QRectF]:
        """Where there are letters in each line, from the top left corner of the text."""
        return [self._layout.lineAt(number).naturalTextRect() for number in range(self._layout.lineCount())]

    def line_texts(self) -> list[str]:
        """The words of each line."""
        whole, found = self._layout.text(), []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            units = whole.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            found.append(units.decode("utf-16-le", "replace"))
        return found

    def x_of(self, offset: int) -> tuple[int, float]:
        """The line that holds a code-point offset, and how far from its left end the letter begins."""
        place = utf16_offset(self.text, offset)
        line = self._layout.lineForTextPosition(place)
        if not line.isValid():
            return 0, 0.0
        across: Any = line.cursorToX(place)
        return line.lineNumber(), float(across[0] if isinstance(across, tuple) else across)

    def fonts(self) -> list[tuple[str, list[int]]]:
        """The families that the letters came from, each with its glyph numbers; 0 is a missing letter."""
        return [(run.rawFont().familyName(), list(run.glyphIndexes())) for run in self._layout.glyphRuns()]

    def top_of(self, offset: int) -> float:
        """Where the line that holds a code-point offset starts, from the top of the text."""
        line = self._layout.lineForTextPosition(utf16_offset(self.text, offset))
        return line.y() if line.isValid() else 0.0

    def _range(self, span: Span) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        start = utf16_offset(self.text, span.start)
        made.start = start
        made.length = utf16_offset(self.text, span.start + span.length) - start
        look = QTextCharFormat()
        if span.bold:
            look.setFontWeight(QFont.Weight.Bold)
        if span.color:
            look.setForeground(brush(span.color))
        if span.background:
            look.setBackground(brush(span.background))
        if span.underline:
            look.setFontUnderline(True)
        made.format = look
        return made
