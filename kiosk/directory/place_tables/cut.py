"""Cuts the postcodes of one area, and the middles of sectors and outcodes around it, out of a national list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.directory.place_tables.national_files import NationalFile
from kiosk.directory.place_tables.postcode_rows import Kind, Tally, kind_of, postcode_rows
from kiosk.directory.place_tables.wanted import Wanted
from kiosk.directory.postcodes import miles
from kiosk.errors import InputError

MOST_POSTCODES = 300_000
"""Twelve times a large council's; more would make the edition slow to build and large."""
_TELL_EVERY = 100_000

Point = tuple[float, float]
Progress = Callable[[int], None]


@dataclass(slots=True)
class Cut:
    """What was found: points by postcode, and middles of sectors and outcodes, also those outside the area."""

    kind: Kind
    tally: Tally = field(default_factory=Tally)
    postcodes: dict[str, Point] = field(default_factory=dict)
    sectors: dict[str, Point] = field(default_factory=dict)
    outcodes: dict[str, Point] = field(default_factory=dict)


def cut(file: NationalFile, wanted: Wanted, ring_miles: float, progress: Progress) -> Cut:
    """Read the whole file once, a line at a time. Raises `InputError` when nothing, or far too much, is wanted."""
    found = Cut(kind_of(file))
    sectors: dict[str, list[float]] = {}
    outcodes: dict[str, list[float]] = {}
    told = 0
    for row in postcode_rows(file, found.tally):
        postcode, latitude, longitude, _cells = row
        for sums, key in ((sectors, postcode[:-2]), (outcodes, postcode[: postcode.index(" ")])):
            total = sums.setdefault(key, [0.0, 0.0, 0.0])
            total[0] += latitude
            total[1] += longitude
            total[2] += 1
        if wanted.holds(row):
            found.postcodes[postcode] = latitude, longitude
            if len(found.postcodes) > MOST_POSTCODES:
                raise InputError(f"more than {MOST_POSTCODES:,} postcodes are in this area; choose a smaller one")
        if found.tally.rows - told >= _TELL_EVERY:
            told = found.tally.rows
            progress(told)
    if not found.postcodes:
        raise InputError("no postcode of this file is in that area, so nothing was changed", file.path)
    lowest, highest = _box(found.postcodes)
    found.sectors = _middles_near(sectors, lowest, highest, ring_miles)
    found.outcodes = _middles_near(outcodes, lowest, highest, ring_miles)
    return found


def _box(points: dict[str, Point]) -> tuple[Point, Point]:
    latitudes, longitudes = zip(*points.values(), strict=True)
    return (min(latitudes), min(longitudes)), (max(latitudes), max(longitudes))


def _middles_near(sums: dict[str, list[float]], lowest: Point, highest: Point, ring: float) -> dict[str, Point]:
    """The middles at most so many miles outside the box."""
    near: dict[str, Point] = {}
    for key, (latitudes, longitudes, count) in sums.items():
        latitude, longitude = latitudes / count, longitudes / count
        edge = min(max(latitude, lowest[0]), highest[0]), min(max(longitude, lowest[1]), highest[1])
        if miles(latitude, longitude, *edge) <= ring:
            near[key] = latitude, longitude
    return near
