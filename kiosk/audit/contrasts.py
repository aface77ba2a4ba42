"""How far two colours are from each other, as WCAG 2.2 counts it."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def luminance(color: int) -> float:
    """Relative luminance of a colour given as 0xRRGGBB."""
    parts = [(color >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """The ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
