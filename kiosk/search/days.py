"""Which activities are on in a day, by number and place, from the tables of an open edition; kept for each day.

Only the rows of services that can be on that weekday are read: of 10,000 services a few hundred.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.directory.activities import ASK
from kiosk.directory.occurrences import asks_for_times, on_one_day
from kiosk.directory.opening_hours import Occurrence
from kiosk.directory.service_parts import Schedule, ScheduleException, read_exceptions, read_schedules

_KEEP = 16
SCHEDULE = (
    "freq", "interval", "byday", "bymonthday", "dtstart", "valid_from", "valid_to", "opens_at", "closes_at",
    "description", "notes",
)  # fmt: skip
EXCEPTION = ("start_date", "end_date", "closed", "opens_at", "closes_at", "note")
_Row = tuple[str | int | None, ...]
_Rows = tuple[Sequence[Schedule], dict[int, list[Schedule]]]
_Exceptions = tuple[Sequence[ScheduleException], dict[int, list[ScheduleException]]]


@dataclass(frozen=True, slots=True)
class On:
    """An activity on a day; `occurrence.place` is a row in `location`, None for all its places."""

    number: int
    occurrence: Occurrence


class Days:
    """The activities of one edition. Numbers are those of services."""

    def __init__(self, connection: sqlite3.Connection, tables: frozenset[str]) -> None:
        self._connection = connection
        self._tables = tables
        self._kept: OrderedDict[date, tuple[On, ...]] = OrderedDict()
        self._asks: tuple[date, tuple[int, ...]] | None = None
        self._schedules: dict[_Row, Schedule] = {}
        self._days: dict[int, int] = {}
        self._most_days: set[int] = set()
        if "activity" in tables:
            for number, days, most_days in connection.execute("SELECT service, days, most_days FROM activity"):
                self._days[number] = days
                if most_days:
                    self._most_days.add(number)

    @property
    def is_empty(self) -> bool:
        """Whether the edition lists no activity at all, or was built before they were listed."""
        return not self._days

    def most_days(self) -> tuple[int, ...]:
        """What is open most days, by number."""
        return tuple(sorted(self._most_days))

    def on(self, day: date) -> tuple[On, ...]:
        """What is on, without what is open most days; in no order."""
        if day not in self._kept:
            bit = 1 << day.weekday()
            wanted = [n for n, days in self._days.items() if days & bit and n not in self._most_days]
            found: list[On] = []
            for number, (own, places), (everywhere, of_places) in self._read(wanted):
                found += [On(number, one) for one in on_one_day(own, places, day, everywhere, of_places)]
            self._kept[day] = tuple(found)
            while len(self._kept) > _KEEP:
                self._kept.popitem(last=False)
        return self._kept[day]

    def asks(self, today: date) -> tuple[int, ...]:
        """Activities whose times have to be asked for, by number."""
        if self._asks is None or self._asks[0] != today:
            wanted = [n for n, days in self._days.items() if days & ASK]
            found = []
            for number, (own, places), _exceptions in self._read(wanted):
                if asks_for_times((*own, *(row for rows in places.values() for row in rows)), today):
                    found.append(number)
            self._asks = (today, tuple(found))
        return self._asks[1]

    def _read(self, numbers: list[int]) -> Iterable[tuple[int, _Rows, _Exceptions]]:
        """Each service with its own rows and those of its places, and the exceptions of both, by number."""
        own: dict[int, list[Schedule]] = {}
        places: dict[int, dict[int, list[Schedule]]] = {number: {} for number in numbers}
        for number, location in self._rows("location", ("id",), numbers):
            places[number][location] = []
        for number, location, *row in self._rows("schedule", ("location_id", *SCHEDULE), numbers):
            read = self._schedule(tuple(row))
            if location is None:
                own.setdefault(number, []).append(read)
            else:
                places[number].setdefault(location, []).append(read)
        exceptions: dict[int, dict[int | None, list[ScheduleException]]] = {}
        for number, location, *row in self._rows("schedule_exception", ("location_id", *EXCEPTION), numbers):
            read_one = read_exceptions([dict(zip(EXCEPTION, row, strict=True))], of_place=location is not None)
            exceptions.setdefault(number, {}).setdefault(location, []).extend(read_one)
        for number in numbers:
            found = exceptions.get(number, {})
            of_places = {place: rows for place, rows in found.items() if place is not None}
            yield number, (own.get(number, ()), places[number]), (found.get(None, ()), of_places)

    def _schedule(self, row: _Row) -> Schedule:
        """The row, read once for all the services that share it."""
        found = self._schedules.get(row)
        if found is None:
            found = self._schedules[row] = read_schedules(dict(zip(SCHEDULE, row, strict=True)))[0]
        return found

    def _rows(self, table: str, columns: tuple[str, ...], numbers: list[int]) -> Iterable[tuple[Any, ...]]:
        if table not in self._tables or not numbers:
            return ()
        sql = f"SELECT service, {', '.join(columns)} FROM {table} WHERE service IN (SELECT value FROM json_each(?))"
        return self._connection.execute(sql, [str(numbers)])
