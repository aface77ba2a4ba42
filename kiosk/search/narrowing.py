"""Narrows services down by what they say of ways, routes, access, times and languages, and counts what each leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kiosk.directory import features
from kiosk.search.catalogue import Catalogue
from kiosk.search.query import FacetCount, Query

CHOICES: dict[str, dict[str, Any]] = {
    "way": {"ways": ()},
    "route": {},
    "access": {},
    "day": {"days": ()},
    "part": {"part": ""},
    "language": {"languages": ()},
}
"""The kinds of narrowing that can be counted, and the fields of a query when nothing is chosen.

Of routes and access all that is chosen must hold, so there each count is for that choice beside those.
"""


def narrowed(catalogue: Catalogue, numbers: list[int], query: Query) -> list[int]:
    """Those that pass every choice of a query; what a service does not say, it does not pass."""
    for bits, every in _wanted(query):
        kept = catalogue.features
        numbers = [n for n in numbers if (kept[n] & bits == bits if every else kept[n] & bits)]
    if query.languages:
        speaking = {n for name in query.languages for n in catalogue.speaking().get(name, ())}
        numbers = [number for number in numbers if number in speaking]
    return numbers


def without_choice(query: Query, kind: str) -> Query:
    """The query as it would be if nothing of one kind were chosen, and no page either."""
    return replace(query, offset=0, **CHOICES[kind])


def counts_of(catalogue: Catalogue, numbers: Iterable[int], kind: str, query: Query) -> tuple[FacetCount, ...]:
    """How many of the services each choice of a kind would leave, those that leave none included; languages by name.

    Ids of "day" are "0" (Monday) to "6", in the query's part of the day; those of "part" are for the query's days.
    """
    within = list(numbers)
    if kind == "language":
        inside = set(within)
        spoken = ((name, sum(1 for n in who if n in inside)) for name, who in catalogue.speaking().items())
        return tuple(FacetCount(name, count) for name, count in sorted(spoken) if count)
    kept = catalogue.features
    return tuple(FacetCount(name, sum(1 for n in within if kept[n] & bits)) for name, bits in _bits(kind, query))


def _bits(kind: str, query: Query) -> Sequence[tuple[str, int]]:
    if kind == "day":
        return [(str(day), features.time_bits((day,), query.part)) for day in range(7)]
    if kind == "part":
        return [(part, features.time_bits(query.days, part)) for part in features.PARTS]
    return [(name, features.feature_bits(kind, [name])) for name in features.names_of(kind)]


def _wanted(query: Query) -> list[tuple[int, bool]]:
    """(bits, whether all of them are wanted) for each choice of a query that bits can answer."""
    routes = (["free"] if query.free else []) + (["no-referral"] if query.no_referral else [])
    wanted = [
        (features.feature_bits("route", routes), True),
        (features.feature_bits("access", query.access), True),
        (features.feature_bits("way", query.ways), False),
    ]
    if query.days or query.part:
        wanted.append((features.time_bits(query.days, query.part), False))
    return [(bits, every) for bits, every in wanted if bits]
