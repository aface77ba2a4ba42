"""A paragraph, a heading or a title: real text in a widget of its own, which can show what is being read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.language import language_of
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import LINE_CHARACTERS, Span, WrappedText, width_in_one_line, wrapped

if TYPE_CHECKING:
    from kiosk.document.blocks import Inlines

_LETTER_EM = 0.49
"""The mean width of a letter as a part of the font size, measured on our guides: so wide a column seldom has to break
a line before it is full, and its right edge stays even."""


OVERHANG_EM = 0.12
"""How far a letter may reach out of its own width (the hook of a J, the foot of an Arabic letter), as a part of the
size of ordinary text: the same for titles, so that all words of a page begin at one edge."""


class TextBlock(QWidget):
    """Words on the page. `role` is "body", "muted", "heading" or "title"."""

    def __init__(
        self,
        look: Look,
        text: str | Inlines,
        role: str = "body",
        level: int = 0,
        color: str = "",
        *,
        centred: bool = False,
        lang: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._spans: Sequence[Span] = ()
        self.text = text if isinstance(text, str) else ""
        self.lang = language_of(text, lang) if isinstance(text, str) else lang
        """What the words are in, where they know it; "" is the visitor's language."""
        if not isinstance(text, str):
            self.text, self._spans, own = _plain_and_strong(text)
            self.lang = own or lang
        self.level = level
        self._centred = centred
        self._font = look.font(role if role in ("heading", "title") else "body", bold=role in ("heading", "title"))
        self._color = color or ("muted" if role == "muted" else "ink")
        self._marks: tuple[Span, ...] = ()
        self._laid: WrappedText | None = None
        self._laid_width = -1
        self.setAccessibleName(self.text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def told_as(self) -> str:
        """What assistive technology is told that this is."""
        return "heading" if self.level else "text"

    @property
    def not_audited(self) -> dict[str, str]:
        """What its look says."""
        return self._look.not_audited

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text:
            self.text, self.lang = text, language_of(text)
            self._spans, self._marks, self._laid = (), (), None
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_centred(self, centred: bool) -> None:
        """Put the lines in the middle, or where reading starts."""
        if centred != self._centred:
            self._centred, self._laid = centred, None
            self.update()

    def spoken(self) -> str:
        """What Listen reads for this widget."""
        return self.text

    def mark(self, sentence: tuple[int, int] | None, word: tuple[int, int] | None) -> int:
        """Show the sentence and the word being read, as (start, length); returns the y of the marked line."""
        theme = self._look.theme
        marks: list[Span] = []
        if sentence:
            marks.append(Span(*sentence, background=theme.sentence, color=theme.ink))
        if word:
            marks.append(Span(*word, background=theme.accent, color=theme.on_accent))
        self._marks = tuple(marks)
        self.update()
        place = word or sentence
        return int(self._lay(self.width()).top_of(place[0])) if place else 0

    def _lay(self, width: int) -> WrappedText:
        if self._laid is None or self._laid_width != width:
            self._laid = wrapped(
                self.text,
                self._font,
                min(width - 2 * self._overhang, self._widest),
                self._look.right_to_left,
                self._centred,
                self._spans,
                LINE_CHARACTERS,
            )
            self._laid_width = width
        return self._laid

    @property
    def _widest(self) -> int:
        return int(LINE_CHARACTERS * self._font.pixelSize() * _LETTER_EM)

    @property
    def _overhang(self) -> int:
        return round(self._look.metrics.body * OVERHANG_EM)

    def natural_width(self) -> int:
        """The width at which the words stand in as few lines as they can."""
        laid = wrapped(
            self.text, self._font, self._widest, self._look.right_to_left, spans=self._spans, longest=LINE_CHARACTERS
        )
        return int(laid.natural_width) + 2 + 2 * self._overhang

    def widest_word(self) -> int:
        """The least width at which no word is broken."""
        words = (width_in_one_line(word, self._font) for word in self.text.split())
        return int(max(words, default=0)) + 2 + 2 * self._overhang

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.body * 10, self.heightForWidth(self.width() or 400))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.body * 3, self._look.metrics.body)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lay(width).height + 0.99)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()  # a layout takes the hint's height for the most that the words may have

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._lay(self.width())
        spare = self.width() - 2 * self._overhang - self._widest
        left = self._overhang + (max(0, spare) if self._look.right_to_left else 0)
        laid.draw(painter, left, 0, getattr(self._look.theme, self._color), self._marks)


def _plain_and_strong(inlines: Inlines) -> tuple[str, Sequence[Span], str]:
    """The words of some inlines, which of them are strong, and the language that all of them say they are in."""
    from kiosk.document.blocks import Link, Text, plain

    spans, position = [], 0
    for part in inlines:
        if isinstance(part, (Text, Link)):
            if isinstance(part, Text) and part.strong:
                spans.append(Span(position, len(part.text), bold=True))
            position += len(part.text)
    languages = {part.lang if isinstance(part, Text) else "" for part in inlines}
    return plain(inlines), spans, languages.pop() if len(languages) == 1 else ""
