"""Opening hours of JSON feeds in one spelling, whatever dialect they came in (HSDS 1.1 to 3.1, Outpost)."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import islice
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cleaning

_NUMBERS = ("0", "1", "2", "3", "4", "5", "6", "7")
_LONGEST_DAY = 20
_MOST_YEARS = 20
"""Longer than this nobody counts: a rule with so many times to come has no end."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FREQUENCIES = {
    "day": "DAILY", "daily": "DAILY", "week": "WEEKLY", "weekly": "WEEKLY", "month": "MONTHLY", "monthly": "MONTHLY",
    "year": "YEARLY", "yearly": "YEARLY", "annually": "YEARLY",
}  # fmt: skip
_SPELLED = {"validfrom": "valid_from", "opensat": "opens_at", "closesat": "closes_at"}


def schedule_rows(value: Any) -> list[dict[str, Any]]:
    """Each schedule of a list, keys packed or not; rows that say the same stand once (Outpost repeats whole weeks)."""
    found: list[dict[str, Any]] = []
    said: set[tuple[Any, ...]] = set()
    for item in tolerant.mappings(value):
        made = schedule_row({key.casefold().replace("_", ""): inner for key, inner in item.items()})
        if (same := tuple(made.values())) not in said:
            said.add(same)
            found.append(made)
    return found


def schedule_row(row: dict[str, Any]) -> dict[str, Any]:
    """One schedule in the spelling of HSDS 3.0 from packed keys. `weekday` becomes `byday`; the earlier end holds."""
    get = row.get
    byday = byday_of(get("byday")) or byday_of(get("weekday"))
    frequency = _FREQUENCIES.get(cleaning.one_line(get("freq")).casefold(), "")
    made: dict[str, Any] = {spelled: tolerant.line(get(name)) for name, spelled in _SPELLED.items()}
    made |= {
        "freq": frequency or ("WEEKLY" if byday else ""),
        "byday": byday,
        "bymonthday": tolerant.line(get("bymonthday")),
        "interval": tolerant.whole(get("interval"), 1, 1000),
        "dtstart": tolerant.line(get("dtstart")),
        "valid_to": _earlier(get("validto"), get("until")),
        "description": cleaning.one_line(cleaning.prose(get("description"))),
        "notes": cleaning.one_line(cleaning.prose(get("notes"))),
    }
    count, first = tolerant.whole(get("count"), 1, 1000), tolerant.day(get("dtstart"))
    if count is not None and first is not None:
        made["valid_to"] = _earlier(made["valid_to"], _last_of(made, first, count))
    return made


def _last_of(row: dict[str, Any], first: date, count: int) -> str | None:
    """The day of the last of so many times (iCalendar COUNT, RFC 5545 3.3.10); None where the rule can't be read.

    Looked for within twenty years. A rule whose days never come would be followed to the year 9999.
    """
    if not _comes(row, first):
        return None
    from dateutil.rrule import rrulestr

    days = f";BYDAY={row['byday']}" if row["byday"] else ""
    year = min(first.year + _MOST_YEARS, date.max.year)
    rule = f"FREQ={row['freq']};INTERVAL={row['interval'] or 1};UNTIL={year:04d}1231T000000{days}"
    try:
        times = list(islice(rrulestr(rule, dtstart=datetime.combine(first, time())), count))
    except (ValueError, OverflowError):
        return None
    return times[-1].date().isoformat() if times and (len(times) == count or year == date.max.year) else None


def _comes(row: dict[str, Any], first: date) -> bool:
    """Whether any day of a rule ever comes: no month has a sixth Monday, and every seventh day is the same weekday."""
    days = row["byday"].split(",") if row["byday"] else []
    if row["freq"] == "DAILY" and days and (row["interval"] or 1) % 7 == 0:
        return any(day.endswith(_DAYS[first.weekday()]) for day in days)
    most = {"MONTHLY": 5, "YEARLY": 53}.get(row["freq"])
    return not days or most is None or any(abs(int(day[:-2] or 1)) <= most for day in days)


def exception_rows(value: Any) -> list[dict[str, Any]]:
    """Days that are not as usual (HSDS 1.1 `holiday_schedule`): closed, or with other times, keys packed or not."""
    found = []
    for item in tolerant.mappings(value):
        row = {key.casefold().replace("_", ""): inner for key, inner in item.items()}
        start, end = tolerant.day(row.get("startdate")), tolerant.day(row.get("enddate"))
        first = start or end
        if first is None:
            continue
        last = max(first, end or first)
        found.append(
            {
                "start_date": first.isoformat(),
                "end_date": last.isoformat(),
                "closed": tolerant.flag(row.get("closed")),
                "opens_at": tolerant.line(row.get("opensat")),
                "closes_at": tolerant.line(row.get("closesat")),
                "note": cleaning.one_line(row.get("description") or row.get("note")),
            }
        )
    return found


def byday_of(value: Any) -> str:
    """Days as iCalendar codes: from "TU,3TH", "Tuesday", "tue", or a number (1 is Monday; 0 and 7 are Sunday)."""
    parts = tolerant.line(value).replace(";", ",").split(",")
    return ",".join(found for part in parts if (found := _day(part.strip())))


def _day(text: str) -> str:
    if text in _NUMBERS:
        return _DAYS[(int(text) - 1) % 7]
    if not text.isascii() or len(text) > _LONGEST_DAY:
        return ""
    position = text.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").strip()
    word = text[len(position) :].strip().casefold() if text.startswith(position) else ""
    if len(word) == 2 and word.upper() in _DAYS:
        day = word.upper()
    else:
        day = next((code for code, name in zip(_DAYS, _NAMES, strict=True) if len(word) > 2 and _same(word, name)), "")
    good = not position or position.lstrip("+-").isdigit()
    return f"{position.lstrip('+')}{day}" if day and good else ""


def _same(word: str, name: str) -> bool:
    return name.startswith(word.rstrip("s.")) or word.rstrip("s.") == name


def _earlier(one: Any, other: Any) -> str | None:
    days = [day for day in (tolerant.day(one), tolerant.day(other)) if day is not None]
    return min(days).isoformat() if days else None
