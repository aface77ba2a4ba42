"""Millimetres to pixels: every size on the screen, for one panel and one text size."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

UNMEASURED_PIXELS_PER_MM = 1920 / 476
"""What is assumed of a panel whose width was never set: 1920 px over 476 mm."""

LEAST_PIXELS_PER_MM, MOST_PIXELS_PER_MM = 1.2, 14.0
"""From a television of two metres to a telephone; outside this a width was mistyped or measured wrongly."""

_LOW_MM = 245
"""Below this height bars in the largest size would take the half of a landscape panel."""

LEAST_LOWER_PART_MM = 160
"""The lowest panel that every screen is drawn for."""

CAPITALS_MM = {"standard": 5.0, "large": 6.4, "larger": 7.4, "largest": 10.0}
"""Height of a capital letter in millimetres for each text size (EN 301 549 5.1.4; VVSG 2.0 7.1)."""

_CAPITAL_TO_EM = 0.714
"""Height of a capital of Noto Sans as a part of its font size."""


class Panel(NamedTuple):
    """A screen: its size in pixels and how many of them make a millimetre."""

    width: int
    height: int
    pixels_per_mm: float = UNMEASURED_PIXELS_PER_MM

    @classmethod
    def measured(cls, width: int, height: int, width_mm: float) -> Panel:
        """A panel of a known width; 0 or a width that is not likely means that it was not measured."""
        if not is_likely(width, width_mm):
            return cls(width, height)
        return cls(width, height, width / width_mm)

    @property
    def width_mm(self) -> float:
        """How wide it is, or is assumed to be."""
        return self.width / self.pixels_per_mm

    @property
    def portrait(self) -> bool:
        return self.height > self.width

    @property
    def lower_part(self) -> Panel:
        """The part in low reach: the lower half, or 160 mm where half is less (EN 301 549 8.3.2 to 8.3.4)."""
        least = round(LEAST_LOWER_PART_MM * self.pixels_per_mm)
        return self._replace(height=min(self.height, max(self.height // 2, least)))


def is_likely(width: int, width_mm: float) -> bool:
    """Whether a panel of so many pixels can be so many millimetres wide."""
    return width_mm > 0 and LEAST_PIXELS_PER_MM <= width / width_mm <= MOST_PIXELS_PER_MM


class Metrics(NamedTuple):
    """Sizes in pixels for one panel and one text size."""

    panel: Panel
    text_size: str

    def mm(self, millimetres: float) -> int:
        """A length on the panel, at least one pixel."""
        return max(1, round(millimetres * self.panel.pixels_per_mm))

    @property
    def body(self) -> int:
        """Font size of ordinary text; its capitals are at least as high as they should be, never a little lower."""
        return ceil(CAPITALS_MM[self.text_size] * self.panel.pixels_per_mm / _CAPITAL_TO_EM)

    @property
    def heading(self) -> int:
        """Font size of headings and card titles."""
        return round(self.body * (1.2 if self.text_size != "largest" else 1.1))

    @property
    def title(self) -> int:
        """Font size of a page's title."""
        factor = {"standard": 1.5, "large": 1.35, "larger": 1.25, "largest": 1.15}[self.text_size]
        return round(self.body * factor)

    @property
    def gap(self) -> int:
        """Space between two targets: at least 3 mm."""
        return self.mm(4.4 if self._roomy else 3.2)

    @property
    def least_gap(self) -> int:
        """The least space between two targets where room is short: 3 mm, never rounded down."""
        return ceil(3 * self.panel.pixels_per_mm)

    @property
    def margin(self) -> int:
        """Space at the sides of the page."""
        return self.mm(9.5 if self._roomy else 5)

    @property
    def padding(self) -> int:
        """Space inside a card."""
        return self.mm(6 if self._roomy else 4)

    @property
    def target(self) -> int:
        """Least height and width of anything that can be touched: 12.7 mm, with a little over for rounding."""
        return self.mm(12.9)

    @property
    def main_target(self) -> int:
        """Height of a main action: 20 mm, or less on a panel that is too low for it."""
        return self.mm(20 if self._roomy else 15)

    @property
    def line(self) -> int:
        """Thickness of a card's edge."""
        return self.mm(0.5)

    @property
    def corner(self) -> int:
        return self.mm(3)

    @property
    def columns_of_text(self) -> float:
        """How many times the body font size fits across the panel: what decides the number of columns."""
        return self.panel.width / self.body

    @property
    def low(self) -> bool:
        """Whether the panel is a landscape one with little height: a tablet, a small monitor, part of a tall panel."""
        return not self.panel.portrait and self.panel.height / self.panel.pixels_per_mm < _LOW_MM

    @property
    def _roomy(self) -> bool:
        return min(self.panel.width, self.panel.height) / self.panel.pixels_per_mm >= 200
