"""Each time that something is on in the days to come, with its place; and whether its times have to be asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from kiosk.directory.opening_hours import Occurrence, frequency, is_computable, is_over, on_day, weekdays
from kiosk.directory.service import Schedule, ScheduleException, Service

RowsOfPlace = tuple[int | None, Sequence[Schedule]]
"""A place's number and the rows that hold there; None stands for every place that has no rows of its own."""


def occurrences(service: Service, first: date, days: int = 7) -> list[Occurrence]:
    """Everything on in the days from `first`, by day and time; `place` is a number in `service.places`.

    What may not be counted on (term time, an exception without hours) is there too, marked as not certain. A service
    that is closed for now has none.
    """
    if service.is_closed_for_now:
        return []
    found: list[Occurrence] = []
    places = dict(enumerate(place.schedules for place in service.places))
    special = {number: place.exceptions for number, place in enumerate(service.places) if place.exceptions}
    for number in range(days):
        try:
            day = first + timedelta(days=number)
        except OverflowError:
            break
        found += on_one_day(service.schedules, places, day, service.exceptions, special)
    return found


def on_one_day(
    own: Sequence[Schedule],
    places: Mapping[int, Sequence[Schedule]],
    day: date,
    exceptions: Sequence[ScheduleException] = (),
    of_places: Mapping[int, Sequence[ScheduleException]] | None = None,
) -> list[Occurrence]:
    """What is on in a day at the places of one service, by time; what is the same twice stands there once.

    `own` and `exceptions` are those of the whole service, `places` and `of_places` those of each place by its number.
    Times that are not known come last.
    """
    special = {place: rows for place, rows in (of_places or {}).items() if any(row.holds_on(day) for row in rows)}
    found: dict[tuple[int | None, time | None, time | None], Occurrence] = {}
    for place, schedules in rows_by_place(own, places, special):
        for one in on_day(schedules, day, (*special.get(place, ()), *exceptions) if place is not None else exceptions):
            key = (place, one.opens, one.closes)
            same = found.get(key)
            if same is None or (one.certain and not same.certain):
                found[key] = replace(one, place=place)
    return sorted(found.values(), key=by_time)


def by_time(one: Occurrence) -> tuple[date, bool, time, bool, time]:
    """The order of a day: what starts first, then what ends first; what nobody gave a time for is last."""
    return (one.day, one.opens is None, one.opens or time(0), one.closes is None, one.closes or time(0))


def rows_by_place(
    own: Sequence[Schedule], places: Mapping[int, Sequence[Schedule]], apart: Collection[int] = ()
) -> list[RowsOfPlace]:
    """Which rows hold where: those of a place win there; the service's own hold at every other place.

    A place that is to stand `apart` has an entry of its own, also with the service's rows.
    """
    found: list[RowsOfPlace] = [(place, rows) for place, rows in places.items() if rows]
    found += [(place, own) for place, rows in places.items() if own and not rows and place in apart]
    others = [place for place, rows in places.items() if not rows and place not in apart]
    if own and (others or not found):
        found.append((others[0] if len(others) == 1 else None, own))
    return found


def asks_for_times(schedules: Iterable[Schedule], today: date) -> bool:
    """Whether somebody has to ask when it is on: no row gives a date, or one that should does not.

    "Every 2 weeks" without a date to count from has to be asked for, even beside other rows. What was on once, and is
    over, has not.
    """
    rows = list(schedules)
    current = [row for row in rows if not is_over(row, today)]
    lost = any(frequency(row) and not is_computable(row) for row in current)
    once = bool(rows) and all(frequency(row) == "ONCE" for row in rows)
    return lost or not (once or any(is_computable(row) for row in current))


def weekday_mask(schedules: Iterable[Schedule], exceptions: Iterable[ScheduleException]) -> int:
    """The weekdays on which anything can be on, as bits from Monday = 1; known once, it leaves out the others fast."""
    mask = 0
    for row in schedules:
        freq, days = frequency(row), [day for _position, day in weekdays(row.byday)]
        if not is_computable(row):
            continue
        if freq in ("WEEKLY", "MONTHLY") and days:
            mask |= sum(1 << day for day in set(days))
        elif freq in ("WEEKLY", "ONCE") and row.dtstart is not None:
            mask |= 1 << row.dtstart.weekday()
        else:
            mask |= 127
    for exception in exceptions:
        if exception.is_timed and exception.first == exception.last:
            mask |= 1 << exception.first.weekday()
    return mask
