"""Postcodes: their normal form, and the sector and outcode they lie in."""

from __future__ import annotations

import math
import re

_FULL = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_SECTOR = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9])")
_OUTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_MILES_PER_DEGREE = 69.0934
"""Mean length of a degree of latitude; a sphere is good to half a per cent in England."""


def normal(text: str) -> str:
    """A full postcode as "M33 7ZF", also when O stands for 0 or I for 1; "" when it is none."""
    packed = re.sub(r"[^A-Z0-9]", "", text.upper())
    if not 5 <= len(packed) <= 7:
        return ""
    inward = packed[-3].replace("O", "0").replace("I", "1") + packed[-2:].replace("0", "O").replace("1", "I")
    match = _FULL.fullmatch(_outward(packed[:-3]) + inward)
    return f"{match[1]} {match[2]}" if match else ""


def outcode(text: str) -> str:
    """The outcode of a postcode, a sector or an outcode: "M33 7ZF" → "M33"; "" when there is none."""
    full = normal(text)
    if full:
        return full.partition(" ")[0]
    part = sector(text)
    if part:
        return part.partition(" ")[0]
    packed = _outward(re.sub(r"[^A-Z0-9]", "", text.upper()))
    return packed if _OUTCODE.fullmatch(packed) else ""


def sector(text: str) -> str:
    """The sector of a postcode or of "M33 7"; "" when there is none."""
    full = normal(text)
    if full:
        return full[:-2]
    match = _SECTOR.fullmatch(" ".join(text.upper().split()))
    return f"{match[1]} {match[2]}" if match else ""


def _outward(part: str) -> str:
    """The first half, its digits set right where letters O and I stand for them: "ZXI" → "ZX1", "SO1" stays."""
    if not 2 <= len(part) <= 4:
        return part
    swap = {"O": "0", "I": "1"}
    last = part[:-1] + swap.get(part[-1], part[-1])
    both = last[:-2] + swap.get(last[-2], last[-2]) + last[-1]
    return next((form for form in (part, last, both) if _OUTCODE.fullmatch(form)), part)


def is_in_britain(latitude: float, longitude: float) -> bool:
    """Whether a point can be in the United Kingdom."""
    return 49.8 <= latitude <= 60.9 and -8.7 <= longitude <= 1.8


def miles(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Distance over the ground as the crow flies."""
    middle = math.cos(math.radians((latitude + other_latitude) / 2))
    return _MILES_PER_DEGREE * math.hypot(other_latitude - latitude, (other_longitude - longitude) * middle)
