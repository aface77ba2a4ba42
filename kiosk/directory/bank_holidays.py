"""The bank holidays of England that a rule gives; single ones, such as for a coronation, are not known."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


def is_bank_holiday(day: date) -> bool:
    """Whether services may be closed on this day (Banking and Financial Dealings Act 1971, schedule 1)."""
    return day in _bank_holidays(day.year)


def is_holiday(day: date) -> bool:
    """Whether it is a bank holiday, or a day that is kept even where the bank holiday falls on another."""
    kept = (day.month, day.day) in ((1, 1), (12, 25), (12, 26))
    return kept or is_bank_holiday(day) or day == _easter(day.year)


@lru_cache(maxsize=8)
def _bank_holidays(year: int) -> frozenset[date]:
    easter = _easter(year)
    first_of_may, last_of_may, last_of_august = date(year, 5, 1), date(year, 5, 31), date(year, 8, 31)
    found = {
        _working_day(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        first_of_may + timedelta(days=-first_of_may.weekday() % 7),
        last_of_may - timedelta(days=last_of_may.weekday()),
        last_of_august - timedelta(days=last_of_august.weekday()),
    }
    christmas = _working_day(date(year, 12, 25))
    boxing_day = _working_day(date(year, 12, 26))
    found |= {christmas, boxing_day if boxing_day != christmas else christmas + timedelta(days=1)}
    return frozenset(found)


def _working_day(day: date) -> date:
    """The day itself, or the Monday (for the second of two days: the Tuesday) after a weekend."""
    if day.weekday() == 6 and day.day == 26:
        return day + timedelta(days=2)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= 5 else day


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
