"""What's on: the activities of a day by time, what is open most days, and what has to be asked for its times."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from kiosk.directory import activity_kinds, facet_names
from kiosk.directory.listing import ACTIVITY_SHIFT, BENEFICIARY_SHIFT, facet_bits
from kiosk.directory.occurrences import by_time
from kiosk.directory.opening_hours import Occurrence
from kiosk.search.catalogue import Catalogue, catalogue_of
from kiosk.search.counting import count_bits
from kiosk.search.days import On
from kiosk.search.engine import hits_of
from kiosk.search.places import Nearest, nearest_at
from kiosk.search.query import FacetCount, Hit, Point

DAYS = 7
"""So many days are listed, today among them."""
View = Literal["day", "open", "ask"]
_LOOK_AHEAD = 14
_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Outing:
    """One question. `view` is a day's list, what is open most days, or what must be asked for.

    Several kinds are alternatives, several groups of people too. `now` is local wall time without a zone; of its own
    day, what is over by then is left out.
    """

    now: datetime
    day: date
    view: View = "day"
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    near: Point | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """One row of the answer: an activity and each time that it is on that day, in order.

    What is open most days, or has to be asked for, has no occurrences.
    """

    hit: Hit
    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatsOn:
    """The answer: `total` counts all that fits, `rows` is the page asked for, by time and then the nearest first."""

    total: int
    rows: tuple[Happening, ...] = ()
    most_days: int = 0
    """How many that fit are open most days, whatever the day."""
    asks: int = 0
    """How many that fit have to be asked for their times."""
    kind_counts: tuple[FacetCount, ...] = ()
    """How many of this view would fit each kind of activity if none were chosen; the most frequent first."""
    people_counts: tuple[FacetCount, ...] = ()
    next_day: date | None = None
    """Where nothing is on: the next day within two weeks that has something that fits."""


def has_activities(connection: sqlite3.Connection) -> bool:
    """Whether the edition lists any activity."""
    return not catalogue_of(connection).days().is_empty


def whats_on(connection: sqlite3.Connection, asked: Outing) -> WhatsOn:
    """What fits a question. An edition that lists no activities has none."""
    catalogue = catalogue_of(connection)
    chosen = _Chosen(catalogue, asked)
    most, asks = catalogue.days().most_days(), catalogue.days().asks(asked.now.date())
    shown = _shown(catalogue, asked, most, asks)
    fitting = [one for one in shown if chosen.kind(one.number) and chosen.people(one.number)]
    page = _ordered(catalogue, fitting, asked)[max(asked.offset, 0) :][: max(asked.limit, 0)]
    by_kind = [one.number for one in shown if chosen.people(one.number)]
    by_people = [one.number for one in shown if chosen.kind(one.number)]
    return WhatsOn(
        total=len(fitting),
        rows=tuple(_happening(catalogue, one, nearest, asked.near) for one, nearest in page),
        most_days=sum(chosen.kind(n) and chosen.people(n) for n in most),
        asks=sum(chosen.kind(n) and chosen.people(n) for n in asks),
        kind_counts=_counts(catalogue, by_kind, activity_kinds.KINDS, ACTIVITY_SHIFT),
        people_counts=_counts(catalogue, by_people, facet_names.BENEFICIARIES, BENEFICIARY_SHIFT),
        next_day=None if fitting or asked.view != "day" else _next_day(catalogue, asked, chosen),
    )


class _Chosen:
    """The chosen kinds and groups; none means that everything fits."""

    def __init__(self, catalogue: Catalogue, asked: Outing) -> None:
        self._facets = catalogue.facets
        self._kinds = facet_bits(activity_kinds.FACET, asked.kinds) if asked.kinds else -1
        self._people = facet_bits("beneficiary", asked.people) if asked.people else -1

    def kind(self, number: int) -> bool:
        return self._kinds < 0 or bool(self._facets[number] & self._kinds)

    def people(self, number: int) -> bool:
        return self._people < 0 or bool(self._facets[number] & self._people)


def _shown(catalogue: Catalogue, asked: Outing, most: Sequence[int], asks: Sequence[int]) -> list[_Listed]:
    """All that the view lists, whatever was chosen."""
    if asked.view == "day":
        times: dict[int, list[Occurrence]] = {}
        for on in _left_of(catalogue, asked.day, asked.now):
            times.setdefault(on.number, []).append(on.occurrence)
        return [_Listed(number, tuple(sorted(found, key=by_time))) for number, found in times.items()]
    return [_Listed(number) for number in (most if asked.view == "open" else asks)]


@dataclass(frozen=True, slots=True)
class _Listed:
    number: int
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def place(self) -> int | None:
        """The row in `location` where all of it is, if it is in one place."""
        places = {one.place for one in self.occurrences}
        return places.pop() if len(places) == 1 else None


def _left_of(catalogue: Catalogue, day: date, now: datetime) -> Iterable[On]:
    """What is on in a day; of today, what is not over yet."""
    return (on for on in catalogue.days().on(day) if day != now.date() or not _is_over(on.occurrence, now))


def _is_over(one: Occurrence, now: datetime) -> bool:
    """Whether it has ended; what goes on past midnight has not, nor has what nobody gave an end for."""
    if one.opens is None or one.closes is None or one.whole_day or one.closes < one.opens:
        return False
    return one.closes <= now.time()


def _ordered(catalogue: Catalogue, fitting: Iterable[_Listed], asked: Outing) -> list[tuple[_Listed, Nearest]]:
    placed = [(one, nearest_at(catalogue, one.number, one.place, asked.near)) for one in fitting]

    def order(pair: tuple[_Listed, Nearest]) -> tuple[tuple[date, bool, time, bool, time] | None, float, int]:
        one, (miles, _location) = pair
        return by_time(one.occurrences[0]) if one.occurrences else None, _FAR if miles is None else miles, one.number

    return sorted(placed, key=order)


def _happening(catalogue: Catalogue, one: _Listed, nearest: Nearest, point: Point | None) -> Happening:
    return Happening(hits_of(catalogue, [one.number], {one.number: nearest}, point)[0], one.occurrences)


def _counts(catalogue: Catalogue, numbers: Iterable[int], names: Sequence[str], shift: int) -> tuple[FacetCount, ...]:
    return count_bits(Counter(catalogue.facets[number] for number in numbers), names, shift)


def _next_day(catalogue: Catalogue, asked: Outing, chosen: _Chosen) -> date | None:
    for number in range(1, _LOOK_AHEAD):
        day = asked.day + timedelta(days=number)
        if any(chosen.kind(on.number) and chosen.people(on.number) for on in catalogue.days().on(day)):
            return day
    return None
