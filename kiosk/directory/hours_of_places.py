"""What is open now where single days differ from place to place: the hours to look at one by one, and the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import TypeVar

from kiosk.directory.opening_hours import OpenState, open_now, open_state
from kiosk.directory.service import Service
from kiosk.directory.service_parts import Schedule, ScheduleException

Hours = tuple[Sequence[Schedule], Sequence[ScheduleException]]
"""Rows, and the exceptions to them; those of a place win over those of the service."""

_Row = TypeVar("_Row")
_BEST_FIRST = ("open", "later", "on_today", "not_known", "closed")


def apart(
    own: Sequence[_Row], places: Mapping[int, Sequence[_Row]], with_exceptions: Iterable[int]
) -> list[tuple[int | None, tuple[_Row, ...]]]:
    """The rows to look at one by one: those of each place with exceptions of its own, and the rest together as None.

    A place without rows of its own has the service's; so has the rest when none of its places has any.
    """
    single = [place for place in with_exceptions if place in places]
    found: list[tuple[int | None, tuple[_Row, ...]]] = [(place, tuple(places[place]) or tuple(own)) for place in single]
    others = [rows for place, rows in places.items() if place not in single]
    if others or not single:
        found.append((None, tuple(row for rows in others for row in rows) or tuple(own)))
    return found


def hours_of(service: Service) -> list[Hours]:
    """The hours of a service to look at one by one; mostly a single pair."""
    places = dict(enumerate(place.schedules for place in service.places))
    special = {number: place.exceptions for number, place in enumerate(service.places) if place.exceptions}
    return [
        (rows, (*special.get(number, ()), *service.exceptions) if number is not None else service.exceptions)
        for number, rows in apart(service.schedules, places, special)
    ]


def open_now_anywhere(hours: Iterable[Hours], now: datetime) -> bool | None:
    """True when it is open at one place at least, None when that is not known of one and the others are closed."""
    states = [open_now(rows, now, exceptions) for rows, exceptions in hours]
    return True if True in states else None if None in states else False


def state_anywhere(hours: Iterable[Hours], now: datetime) -> OpenState:
    """What can be said now of all places together: the best of them; where all are closed, the one that opens first."""
    return min((open_state(rows, now, exceptions) for rows, exceptions in hours), key=_rank)


def _rank(state: OpenState) -> tuple[int, date, time]:
    next_one = state.occurrence
    opens = time(0) if next_one is None or next_one.opens is None else next_one.opens
    return _BEST_FIRST.index(state.state), date.max if next_one is None else next_one.day, opens
