"""Reads single values that other people wrote; a value of the wrong type or out of bounds counts as not known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

_MAX_TEXT = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_TIME = re.compile(r"(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})[:.](\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?", re.DOTALL)


def text(value: Any) -> str:
    """A string without control characters and outer spaces; a whole number as its digits; anything else is ""."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else ""
    if not isinstance(value, str):
        return ""
    return _CONTROL.sub("", without_surrogates(value[:_MAX_TEXT])).replace("\r\n", "\n").replace("\r", "\n").strip()


def line(value: Any) -> str:
    """A string on one line, every run of white space one space."""
    return " ".join(text(value).split())


def without_surrogates(value: str) -> str:
    """The text without lone surrogates, which SQLite and UTF-8 files cannot hold."""
    return value if value.isascii() else value.encode("utf-8", "ignore").decode("utf-8")


def number(value: Any) -> float | None:
    """A finite number, also when it was sent as text ("8.00", "£8")."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        try:
            found = float(value.strip().lstrip("£").replace(",", ""))
        except ValueError:
            return None
        return found if math.isfinite(found) else None
    if isinstance(value, (int, float)):
        try:
            found = float(value)
        except OverflowError:
            return None
        return found if math.isfinite(found) else None
    return None


def whole(value: Any, low: int, high: int) -> int | None:
    """A whole number within bounds; feeds write -1 for "no age given"."""
    found = number(value)
    return int(found) if found is not None and found == int(found) and low <= found <= high else None


def flag(value: Any) -> bool | None:
    """True or False when the value says so, otherwise None: not known."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    word = value.strip().casefold() if isinstance(value, str) else ""
    return True if word in ("true", "yes", "y", "1") else False if word in ("false", "no", "n", "0") else None


def day(value: Any) -> date | None:
    """The date of an ISO date or date-time."""
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def moment(value: Any) -> time | None:
    """The time of day as the clock on the wall shows it: an offset or a date in front is ignored."""
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if (hour, minute) == (24, 0):
        return time(0, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def mapping(value: Any) -> dict[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Each object of a list; a single object counts as a list of one."""
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def texts(value: Any) -> tuple[str, ...]:
    """Each filled line of a list of strings; a single string counts as a list of one."""
    items = value if isinstance(value, list) else [value]
    return tuple(found for found in map(line, items) if found)
