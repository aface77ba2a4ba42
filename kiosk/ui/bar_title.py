"""The middle of the top bar: the screen's title, and under it whose area is shown and whether it was signed."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.language import Tagged, language_of
from kiosk.ui.session import Session
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, wrapped

BAR_LINE = 1.5
"""Distance of the title's and the area's lines as a part of the font size: in Arabic closer than in running text."""


class BarTitle(QWidget):
    """The screen's title and, under it, the area. `level` is 1 where the screen has no heading of its own, else 0.

    A title too long for the bar gives way to the area, which says whether what is shown was signed.
    """

    def __init__(self, look: Look, area: str) -> None:
        super().__init__()
        self._look = look
        self._area = area
        self.level = 0
        self.text = ""

    @property
    def told_as(self) -> str:
        """What assistive technology is told that this is."""
        return "heading" if self.level else "text"

    @property
    def not_audited(self) -> dict[str, str]:
        """A title may give way only where the page says it again."""
        return {} if self.level else {"ELIDE": "the page has a heading of its own, which says where one is"}

    def set_title(self, title: str, level: int) -> None:
        """Show a screen's title."""
        self.text, self.level = title, level
        self.lang = language_of(title or self._area)
        self.setAccessibleName(title or self._area)
        self.setAccessibleDescription(self._area if title else "")
        self.update()

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """Its words, each part with its own language; "" is the visitor's."""
        return tuple((part, language_of(part)) for part in (self.text, self._area) if part)

    def has_room_for_both(self) -> bool:
        """Whether the title is seen as well as the area."""
        return sum(_bar_height(text) for text, _color in self._laid()) <= self.height()

    def _laid(self) -> list[tuple[WrappedText, str]]:
        theme, rtl = self._look.theme, self._look.right_to_left
        texts = [(self.text, True, theme.ink)] if self.text else []
        texts += [(self._area, not self.text, theme.muted)] if self._area else []
        return [
            (wrapped(words, self._look.font("body", bold), self.width(), rtl, centred=True), color)
            for words, bold, color in texts
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._laid()
        if not self.has_room_for_both():
            laid = laid[1:]
        top = (self.height() - sum(_bar_height(text) for text, _color in laid)) / 2
        for text, color in laid:
            text.draw(painter, 0, top - (text.height - _bar_height(text)) / 2, color)
            top += _bar_height(text)


def _bar_height(text: WrappedText) -> float:
    """The height of a text in the bar, its outer lines closer to what stands above and below."""
    return text.height - max(0.0, text.line_height - text.pixels * BAR_LINE)


def area_line(session: Session) -> str:
    """The area, and plainly whether what is shown was never signed."""
    _ = session.words.gettext
    manifest = session.edition.manifest
    if manifest.demonstration:
        return _("Demonstration area")
    if manifest.trust == "local":
        # Translators: under every title, for content that was not signed by a council; {area} is a place.
        return _("{area} · made on this machine, not signed").format(area=manifest.area)
    return Tagged(manifest.area)
