"""Opening hours from the day columns of a table: a row only where the times can be read in one way, otherwise text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kiosk.directory.importers import cleaning

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOSED = ("closed", "shut")
_NOON = re.compile(r"\b(?:12\s*)?(?:noon|midday)\b", re.IGNORECASE)
_CLOCK = r"(\d{1,2})(?:[:.]?(\d\d))?\s*(?:([ap])\.?\s?m\b\.?)?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|—|to|until|till)\s*{_CLOCK}", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|and\b)\s*|\s+", re.IGNORECASE)
_MOST_SPANS = 6
_HALF_DAY, _DAY = 12 * 60, 24 * 60
_Parts = tuple[str, str | None, str | None]


def rows(times: Mapping[int, str]) -> list[dict[str, Any]]:
    """Weekly rows by day (0 = Monday), days with equal hours together, then the cells that stay text.

    A day that says "closed" has no row; so has one that says nothing.
    """
    by_span: dict[tuple[str, str], list[str]] = {}
    for day, text in sorted(times.items()):
        for pair in spans(cleaning.one_line(text)):
            by_span.setdefault(pair, []).append(_CODES[day])
    made: list[dict[str, Any]] = [
        {"freq": "WEEKLY", "byday": ",".join(days), "opens_at": opens, "closes_at": closes}
        for (opens, closes), days in by_span.items()
    ]
    return made + [{"description": text} for text in kept_as_text(times)]


def kept_as_text(times: Mapping[int, str]) -> list[str]:
    """The cells that say something which can't be read in one way only, such as "Monday: 9-5"."""
    said = {day: cleaning.one_line(text) for day, text in sorted(times.items())}
    return [
        f"{_DAYS[day]}: {text}"
        for day, text in said.items()
        if text and text.casefold() not in _CLOSED and not spans(text)
    ]


def spans(text: str) -> tuple[tuple[str, str], ...]:
    """Opening and closing times ("13:00", "15:00") when the whole text is nothing else and leaves no doubt; else ()."""
    rest = _NOON.sub("12pm", text).strip(" .")
    found: list[tuple[str, str]] = []
    while rest:
        match = _SPAN.match(rest)
        pair = _pair((match[1], match[2], match[3]), (match[4], match[5], match[6])) if match else None
        if match is None or pair is None or len(found) == _MOST_SPANS:
            return ()
        found.append(pair)
        rest = rest[match.end() :]
        between = _BETWEEN.match(rest)
        if rest and (between is None or between.end() == len(rest)):
            return ()
        rest = rest[between.end() :] if between else ""
    return tuple(dict.fromkeys(found))


def _pair(opens: _Parts, closes: _Parts) -> tuple[str, str] | None:
    if opens[2] or closes[2]:
        start, end = _with_halves(opens, closes)
        # Past midnight only from an evening to a morning that are both named: "8pm to 2am".
        clear = start is not None and end is not None and (start < end or (start >= _HALF_DAY > end))
    else:
        start, end = _of_24_hours(opens, closes)
        clear = start is not None and end is not None and (start < end)
    return (_iso(start), _iso(end % _DAY)) if clear and start is not None and end is not None else None


def _with_halves(opens: _Parts, closes: _Parts) -> tuple[int | None, int | None]:
    """Minutes of the day. One "pm" at the end holds for both when the first time is earlier on the 12-hour clock."""
    start, end = _minutes(opens, 1, 12), _minutes(closes, 1, 12)
    if start is None or end is None or not closes[2]:
        return None, None
    if not opens[2] and start % _HALF_DAY >= end % _HALF_DAY:
        return None, None
    return _on_half(start, opens[2] or closes[2]), _on_half(end, closes[2])


def _on_half(minutes: int, half: str) -> int | None:
    """Nothing for "12am": some write it for midday, others for midnight."""
    afternoon = half.casefold() == "p"
    if not afternoon and minutes >= _HALF_DAY:
        return None
    return minutes % _HALF_DAY + (_HALF_DAY if afternoon else 0)


def _of_24_hours(opens: _Parts, closes: _Parts) -> tuple[int | None, int | None]:
    """Both with minutes, and in the manner of the 24-hour clock: "2:00-4:00" may as well be the afternoon."""
    if opens[1] is None or closes[1] is None:
        return None, None
    start, end = _minutes(opens, 0, 23), _minutes(closes, 0, 24)
    one_figure = any(len(hour) == 1 for hour in (opens[0], closes[0]))
    if one_figure and not any(int(hour) > 12 for hour in (opens[0], closes[0])):
        return None, None
    return start, end


def _minutes(parts: _Parts, low: int, high: int) -> int | None:
    hour, minute = int(parts[0]), int(parts[1] or 0)
    return hour * 60 + minute if low <= hour <= high and minute < 60 and hour * 60 + minute <= _DAY else None


def _iso(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
