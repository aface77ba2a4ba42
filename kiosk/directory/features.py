"""What a search can narrow down by beside kinds and groups: how help is given, access, and times of the week, as bits.

Each follows from what the record says. Where it says nothing there is no bit: not known is never a yes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from functools import lru_cache

from kiosk.directory.access_rules import FACTS, access_facts
from kiosk.directory.opening_hours import frequency, weekdays
from kiosk.directory.service import Schedule, Service

WAYS = ("at-a-place", "at-home", "by-phone", "online")
"""How help is given."""
ROUTES = ("no-referral", "free")
"""What stands in nobody's way: one can just turn up or ring; it costs nothing."""
PARTS = ("morning", "afternoon", "evening")
"""Before noon, from noon to five, and from five on."""

_KINDS = {"way": WAYS, "route": ROUTES, "access": FACTS}
_SHIFTS = {"way": 0, "route": 4, "access": 8}
_TIMES = 24
"""The bit of Monday morning; three bits a day."""
_NOON, _FIVE = time(12), time(17)
_BY_THEIR_KIND = {"home-care": "at-home", "telecare": "at-home"}
_ATTENDING = {"venue": "at-a-place", "home visit": "at-home", "phone": "by-phone", "online": "online"}


def bits_of(service: Service) -> int:
    """The bits of a service."""
    bits = feature_bits("way", _ways(service)) | feature_bits("access", access_facts(service))
    bits |= feature_bits("route", _routes(service))
    for row in (*service.schedules, *(row for place in service.places for row in place.schedules)):
        bits |= _times_of(row)
    return bits


def feature_bits(kind: str, ids: Iterable[str]) -> int:
    """The bits of features of one kind ("way", "route", "access"); ids that are not ours have none."""
    names, shift = _KINDS[kind], _SHIFTS[kind]
    return sum(1 << (shift + names.index(name)) for name in dict.fromkeys(ids) if name in names)


def names_of(kind: str) -> tuple[str, ...]:
    """All features of a kind, in the order of their bits."""
    return _KINDS[kind]


@lru_cache(maxsize=256)
def time_bits(days: tuple[int, ...], part: str = "") -> int:
    """The bits of some days (0 is Monday; none means every day), in one part of the day or in all of it."""
    parts = [PARTS.index(part)] if part in PARTS else range(len(PARTS))
    return sum(1 << (_TIMES + 3 * day + number) for day in days or range(7) for number in parts)


def _ways(service: Service) -> list[str]:
    said = [_ATTENDING[way] for text in service.attending_type if (way := text.casefold()) in _ATTENDING]
    if said:
        return said
    by_kind = [_BY_THEIR_KIND[kind] for kind in service.facet_ids("type") if kind in _BY_THEIR_KIND]
    there = any(place.kind == "physical" and not place.masked for place in service.places)
    online = any(place.kind == "virtual" for place in service.places)
    return by_kind or [*(["at-a-place"] if there else []), *(["online"] if online else [])]


def _routes(service: Service) -> list[str]:
    return [
        *(["no-referral"] if service.referral_required is False else []),
        *(["free"] if service.is_free else []),
    ]


def _times_of(row: Schedule) -> int:
    """When in the week a row can be on. Without hours the day is known, and no part of it: all three bits are set."""
    days = {day for _position, day in weekdays(row.byday)}
    if frequency(row) == "DAILY":
        days = set(range(7))
    elif not days and row.dtstart is not None:
        days = {row.dtstart.weekday()}
    if not days:
        return 0
    opens, closes = row.opens_at, row.closes_at
    if opens is None:
        return time_bits(tuple(sorted(days)))
    late = closes is not None and closes <= opens
    bits = 0
    for part, begins, ends in (("morning", time.min, _NOON), ("afternoon", _NOON, _FIVE), ("evening", _FIVE, None)):
        starts_before_its_end = ends is None or opens < ends
        ends_after_its_start = late or (closes > begins if closes is not None else opens >= begins)
        if starts_before_its_end and ends_after_its_start:
            bits |= time_bits(tuple(sorted(days)), part)
    return bits
