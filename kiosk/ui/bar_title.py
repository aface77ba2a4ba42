"""The middle of the top bar: the screen's title, and under it whose area is shown and whether it was signed."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.language import Tagged, language_of
from kiosk.ui.session import Session
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, line_height, width_in_one_line, wrapped

_BAR_LINE = 1.5
"""Distance of the title's and the area's lines as a part of the font size: in Arabic closer than in running text."""
_MOST_BETWEEN = 0.2
"""How much further apart, as a part of the font size, the two stand where the bar has room."""


class BarTitle(QWidget):
    """The screen's title and, under it, the area. `level` is 1 where the screen has no heading of its own, else 0.

    Of the ways to say the area the first is shown that fits into one line, else the last. A title too long for the bar
    gives way to it, since it says whether what is shown was signed. `titles` are those that must not: their screens
    say them nowhere else.
    """

    def __init__(self, look: Look, areas: tuple[str, ...], titles: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._areas = areas
        self._titles = titles
        self.level = 0
        self.text = ""

    @property
    def told_as(self) -> str:
        """What assistive technology is told that this is."""
        return "heading" if self.level else "text"

    @property
    def not_audited(self) -> dict[str, str]:
        """A title may give way only where the page says it again."""
        return {} if self.level else {"ELIDE": "the page's own heading says where one is"}

    @property
    def least_width(self) -> float:
        """The width at which the shortest way to say the area, and every title that must be seen, take one line."""
        font = self._look.font("body", bold=True)
        return max(width_in_one_line(text, font) for text in (self._areas[-1], *self._titles))

    def height_at(self, width: int) -> int:
        """What a title of one line and the area below it need."""
        font = self._look.font("body", bold=True)
        area = wrapped(self._area_that_fits(width), self._look.font("body"), width, self._look.right_to_left)
        title = min(line_height(self._titles[0], font), font.pixelSize() * _BAR_LINE)
        return ceil(title + (_bar_height(area) if area.text else title))

    def set_title(self, title: str, level: int) -> None:
        """Show a screen's title."""
        self.text, self.level = title, level
        self._tell()
        self.update()

    def _tell(self) -> None:
        area = self._told_area()
        self.lang = language_of(self.text or area)
        self.setAccessibleName(self.text or area)
        self.setAccessibleDescription(area if self.text else "")

    def _told_area(self) -> str:
        """The area as it is painted, and in full where there is no room for it."""
        return self._area_that_fits(self.width()) or self._areas[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """Its words, each part with its own language; "" is the visitor's."""
        return tuple((part, language_of(part)) for part in (self.text, self._told_area()) if part)

    def has_room_for_both(self) -> bool:
        """Whether the title is seen as well as the area."""
        return sum(_bar_height(text) for text, _color in self._laid()) <= self.height()

    def _laid(self) -> list[tuple[WrappedText, str]]:
        theme, rtl = self._look.theme, self._look.right_to_left
        area, bold = self._area_that_fits(self.width()), not self.text
        texts = [(self.text, True, theme.ink)] if self.text else []
        texts += [(area, bold, theme.muted)] if area else []
        return [
            (wrapped(words, self._look.font("body", bold), self.width(), rtl, centred=True), color)
            for words, bold, color in texts
        ]

    def _area_that_fits(self, width: int) -> str:
        font = self._look.font("body", bold=not self.text)
        return next((area for area in self._areas if wrapped(area, font, width).lines <= 1), self._areas[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._laid()
        if len(laid) > 1 and not self.has_room_for_both():
            laid = laid[1:]
        spare = self.height() - sum(_bar_height(text) for text, _color in laid)
        between = max(0.0, min(spare / 3, laid[-1][0].pixels * _MOST_BETWEEN)) if laid else 0.0
        top = (spare - between * (len(laid) - 1)) / 2
        for text, color in laid:
            text.draw(painter, 0, top - (text.height - _bar_height(text)) / 2, color)
            top += _bar_height(text) + between


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


def titles_said_once(session: Session) -> tuple[str, ...]:
    """The titles of screens that have no heading of their own."""
    _ = session.words.gettext
    return _("Find local help"), _("Make my booklet"), _("Where?")


def area_line(session: Session) -> str:
    """Whose area is shown, in full, and whether it was never signed."""
    return area_lines(session)[0]
