"""What fills the upper part of the screen while everything that can be touched stands in low reach: where one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.language import language_of
from kiosk.ui.session import Session
from kiosk.ui.wrapped_text import wrapped


class UpperPart(QWidget):
    """The screen's title, large, for those who stand or sit further away; nothing in it can be touched."""

    told_as = "text"

    def __init__(self, session: Session) -> None:
        super().__init__()
        _ = session.words.gettext
        self._look = session.look
        self._hint = _("Everything you can touch is in the part below.")
        self._title = ""
        self.set_title("")

    def set_title(self, title: str) -> None:
        """Show a screen's title."""
        self._title = title
        self.lang = language_of(title or self._hint)
        self.setAccessibleName(title or self._hint)
        self.setAccessibleDescription(self._hint if title else "")
        self.update()

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """Its words, each part with its own language; "" is the visitor's."""
        return tuple((part, language_of(part)) for part in (self._title, self._hint) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, margin = self._look, self._look.metrics.margin
        self._look.fill(painter, QRectF(self.rect()), "tint_blue")
        room, rtl = self.width() - 2 * margin, look.right_to_left
        parts = [(wrapped(self._hint, look.font("body"), room, rtl), look.theme.ink)]
        if self._title:
            parts.insert(0, (wrapped(self._title, look.font("title", True), room, rtl), look.theme.ink))
        while len(parts) > 1 and sum(text.height for text, _color in parts) > self.height():
            parts.pop()
        if parts[0][0].height > self.height():
            return
        top = (self.height() - sum(text.height for text, _color in parts)) / 2
        for text, color in parts:
            text.draw(painter, margin, top, color)
            top += text.height
