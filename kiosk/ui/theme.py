"""The colours of each theme, their contrast measured on paper (see the design's palette), and the fonts."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QBrush, QColor, QFont, QPalette

FAMILIES = [
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "DejaVu Sans",
]
"""Named for each script, so that no fallback of the system's choosing stands in."""
EASY_LETTERS = "Andika"
"""Letters that are hard to mistake for one another, made for people who learn to read."""


class Theme(NamedTuple):
    """One set of colours as hex words. The tints lie behind icons and in boxes, always under `ink` and with an edge."""

    name: str
    paper: str
    card: str
    ink: str
    muted: str
    primary: str
    on_primary: str
    urgent: str
    safe: str
    line: str
    accent: str
    on_accent: str
    tint_blue: str
    tint_green: str
    tint_cream: str
    tint_rose: str
    sentence: str

    def color(self, name: str) -> QColor:
        """A colour by its field's name."""
        return QColor(getattr(self, name))


DAY = Theme(
    name="day",
    paper="#FFFDF8",
    card="#FFFFFF",
    ink="#14213D",
    muted="#3D4A63",
    primary="#0B4F6C",
    on_primary="#FFFFFF",
    urgent="#8C1C13",
    safe="#14532D",
    line="#5B6B86",
    accent="#F2A900",
    on_accent="#14213D",
    tint_blue="#E6F0F3",
    tint_green="#EAF4EC",
    tint_cream="#FFF4DC",
    tint_rose="#FBEDEB",
    sentence="#FFE3A3",
)
NIGHT = Theme(
    name="night",
    paper="#0B1320",
    card="#142033",
    ink="#F7F3E8",
    muted="#C9D3E3",
    primary="#8AD8F0",
    on_primary="#0B1320",
    urgent="#FFB4A8",
    safe="#9FE6B8",
    line="#8FA3C2",
    accent="#FFC857",
    on_accent="#0B1320",
    tint_blue="#173049",
    tint_green="#16352B",
    tint_cream="#33301C",
    tint_rose="#3D2329",
    sentence="#5A4A17",
)
LOW_GLARE = Theme(
    name="low-glare",
    paper="#F3E9D2",
    card="#FAF3E3",
    ink="#2E2A25",
    muted="#4A4238",
    primary="#0A4A5C",
    on_primary="#FFFFFF",
    urgent="#7A1C12",
    safe="#1E4D2B",
    line="#6B5F4B",
    accent="#E5B34F",
    on_accent="#2E2A25",
    tint_blue="#E7E6D8",
    tint_green="#E6E8D0",
    tint_cream="#F5E5C0",
    tint_rose="#F3DFD0",
    sentence="#E6D9B4",
)
BLACK_ON_WHITE = Theme(
    name="black-on-white",
    paper="#FFFFFF",
    card="#FFFFFF",
    ink="#000000",
    muted="#000000",
    primary="#000000",
    on_primary="#FFFFFF",
    urgent="#000000",
    safe="#000000",
    line="#000000",
    accent="#000000",
    on_accent="#FFFFFF",
    tint_blue="#FFFFFF",
    tint_green="#FFFFFF",
    tint_cream="#FFFFFF",
    tint_rose="#FFFFFF",
    sentence="#D6D6D6",
)
YELLOW_ON_BLACK = Theme(
    name="yellow-on-black",
    paper="#000000",
    card="#000000",
    ink="#FFFF00",
    muted="#FFFF00",
    primary="#FFFF00",
    on_primary="#000000",
    urgent="#FFFF00",
    safe="#FFFF00",
    line="#FFFF00",
    accent="#FFFF00",
    on_accent="#000000",
    tint_blue="#000000",
    tint_green="#000000",
    tint_cream="#000000",
    tint_rose="#000000",
    sentence="#4D4D00",
)
THEMES = {theme.name: theme for theme in (DAY, NIGHT, LOW_GLARE, BLACK_ON_WHITE, YELLOW_ON_BLACK)}


@cache
def font(pixels: int, bold: bool = False, easy: bool = False) -> QFont:
    """The interface font, or the easy letters, in a size in pixels. It is shared: nobody changes it.

    Capitals of Andika are a little higher than those of Noto Sans at the same size (0.725 and 0.714 of it).
    """
    made = QFont()
    made.setFamilies([EASY_LETTERS, *FAMILIES] if easy else FAMILIES)
    made.setPixelSize(max(8, pixels))
    made.setBold(bold)
    return made


@cache
def brush(color: str) -> QBrush:
    """A plain brush. A palette makes it: a brush or a pen made in Python has PySide build the whole `Qt` namespace."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.Window, QColor(color))
    return made.brush(QPalette.ColorRole.Window)


def palette(theme: Theme) -> QPalette:
    """The toolkit's own palette, for the few controls that it paints itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.paper,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.Highlight: theme.primary,
        QPalette.ColorRole.HighlightedText: theme.on_primary,
        QPalette.ColorRole.PlaceholderText: theme.muted,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    return made
