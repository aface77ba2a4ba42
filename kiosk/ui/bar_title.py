"""The middle of the top bar: the screen's title, and under it whose area is shown and whether it was signed."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.language import Tagged, language_of
from kiosk.ui.session import Session
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, line_height, width_in_one_line, wrapped

_BAR_LINE = 1.5
"""Distance of the title's and the area's lines as a part of the font size: in Arabic closer than in running text."""


class BarTitle(QWidget):
    """The screen's title and, under it, the area. `level` is 1 where the screen has no heading of its own, else 0.

    Of the ways to say the area the first is shown that fits into one line, else the last. A title too long for the bar
    gives way to it, since it says whether what is shown was signed.
    """

    def __init__(self, look: Look, areas: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._areas = areas
        self._area = areas[0]
        self.level = 0
        self.text = ""

    @property
    def told_as(self) -> str:
        """What assistive technology is told that this is."""
        return "heading" if self.level else "text"

    @property
    def not_audited(self) -> dict[str, str]:
        """A title may give way only where the page says it again."""
        middle = {"SPACING": "between the buttons a title stands in the middle, in two lines at most"}
        return middle if self.level else middle | {"ELIDE": "the page's own heading says where one is"}

    @property
    def height_of_two_lines(self) -> int:
        """What the title and the area need, one under the other."""
        font = self._look.font("body", bold=True)
        return ceil(2 * min(line_height(self._area, font), font.pixelSize() * _BAR_LINE))

    @property
    def least_width(self) -> float:
        """The width that the shortest way to say the area needs."""
        return width_in_one_line(self._areas[-1], self._look.font("body", bold=True))

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
        area, bold = self._area_that_fits(), not self.text
        texts = [(self.text, True, theme.ink)] if self.text else []
        texts += [(area, bold, theme.muted)] if area else []
        return [
            (wrapped(words, self._look.font("body", bold), self.width(), rtl, centred=True), color)
            for words, bold, color in texts
        ]

    def _area_that_fits(self) -> str:
        font = self._look.font("body", bold=not self.text)
        return next((area for area in self._areas if width_in_one_line(area, font) <= self.width()), self._areas[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._laid()
        if len(laid) > 1 and not self.has_room_for_both():
            laid = laid[1:]
        top = (self.height() - sum(_bar_height(text) for text, _color in laid)) / 2
        for text, color in laid:
            text.draw(painter, 0, top - (text.height - _bar_height(text)) / 2, color)
            top += _bar_height(text)


def _bar_height(text: WrappedText) -> float:
    """The height of a text in the bar, its outer lines closer to what stands above and below."""
    return text.height - max(0.0, text.line_height - text.pixels * _BAR_LINE)


def area_lines(session: Session) -> tuple[str, ...]:
    """The ways to say whose area is shown and, plainly, whether it was never signed: in full first, then shorter."""
    _ = session.words.gettext
    manifest = session.edition.manifest
    if manifest.demonstration:
        return (_("Demonstration area"),)
    if manifest.trust == "local":
        # Translators: under every title, for content that was not signed by a council; {area} is a place.
        full = _("{area} · made on this machine, not signed").format(area=manifest.area)
        # Translators: the same where the area's name has no room.
        return full, _("Made on this machine, not signed")
    return Tagged(manifest.area), ""


def area_line(session: Session) -> str:
    """Whose area is shown, in full, and whether it was never signed."""
    return area_lines(session)[0]
