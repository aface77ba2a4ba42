"""What a small map of a service's place shows, as data: outlines, marks and a scale, in miles from its top left."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, radians
from typing import Literal

from kiosk.directory.postcodes import miles

_MILES_PER_DEGREE = 69.0934
WIDE_TO_HIGH = 1.4
_NARROWEST, _WIDEST_AREA = 1.5, 12.0
"""Miles: the least that a map shows from side to side, and the widest area that it is made to show whole."""
_FARTHEST_KIOSK = 15.0
_ROUND_THE_MIDDLE = {"sector": 0.75, "outcode": 1.5}
"""Miles: how far from the middle of a sector or an outcode a place in it can well be."""
_FINEST_OF_WIDTH = 250
"""A corner nearer to the last one than this part of the map's width is not drawn."""
_BARS = (0.25, 0.5, 1, 2, 5, 10, 20)

XY = tuple[float, float]
"""Miles east of the left edge and south of the top edge."""
_LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the ground; `about_miles` is how far from it the place may really be, 0 for exactly here."""

    latitude: float
    longitude: float
    about_miles: float = 0.0


@dataclass(frozen=True, slots=True)
class Area:
    """An outline; `here` marks the one that the service is in."""

    name: str
    rings: tuple[tuple[XY, ...], ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """The service, or the kiosk; with a radius in miles it is somewhere in that circle."""

    kind: Literal["service", "kiosk"]
    at: XY
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A map with north at the top: `wide` by `high` miles; `bar` miles is the length of its scale bar."""

    wide: float
    high: float
    area: str
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    bar: float
    bearing: float | None
    """Direction of the service from the kiosk in degrees east of north; None where there is no kiosk on the map."""
    distance: float | None

    @property
    def about(self) -> bool:
        """Whether the place that the map is made for, which is the last mark, is only about right."""
        return self.marks[-1].radius > 0


def spots_of(connection: sqlite3.Connection, key: str) -> tuple[Spot, ...]:
    """Where a service is, as far as that may be shown: never a place whose address is private."""
    rows = connection.execute(
        "SELECT DISTINCT location.latitude, location.longitude, geo_precision FROM location JOIN service"
        " ON location.service = service.n WHERE service.id = ? AND NOT mask_exact_address"
        " AND location.latitude IS NOT NULL AND geo_precision IN ('exact', 'postcode', 'sector', 'outcode')"
        " ORDER BY location.id",
        [key],
    )
    return tuple(Spot(row[0], row[1], _ROUND_THE_MIDDLE.get(row[2], 0.0)) for row in rows)


def place_map(connection: sqlite3.Connection, spots: tuple[Spot, ...], kiosk: Spot | None) -> PlaceMap | None:
    """The map of a service's places, the nearest to the kiosk in view; None where no outline holds that place."""
    if not spots:
        return None
    if kiosk is not None:
        spots = tuple(sorted(spots, key=lambda spot: _apart(kiosk, spot)))
    main = spots[0]
    near = kiosk if kiosk is not None and _apart(kiosk, main) <= _FARTHEST_KIOSK else None
    holding = [
        found
        for found in _outlines(connection, main.longitude, main.latitude, main.longitude, main.latitude)
        if is_inside((main.longitude, main.latitude), found.rings)
    ]
    if not holding:
        return None
    here = min(holding, key=lambda found: (found.east - found.west) * (found.north - found.south))
    view = _View.of(main, near, here)
    drawn = _outlines(connection, view.west, view.south, view.east, view.north)
    areas = [view.area(found, found == here) for found in drawn]
    seen = [spot for spot in spots if spot is main or view.holds(spot)]
    marks = [Mark("service", view.at(spot.longitude, spot.latitude), spot.about_miles) for spot in reversed(seen)]
    if near is not None:
        marks.insert(0, Mark("kiosk", view.at(near.longitude, near.latitude), near.about_miles))
    bar = max((bar for bar in _BARS if bar <= view.wide / 3), default=_BARS[0])
    areas.sort(key=lambda area: area.here)
    bearing = _bearing(near, main) if near else None
    distance = _apart(near, main) if near else None
    return PlaceMap(view.wide, view.high, here.name, tuple(areas), tuple(marks), bar, bearing, distance)


def is_inside(point: _LonLat, rings: tuple[tuple[_LonLat, ...], ...]) -> bool:
    """Whether a point lies inside an odd number of rings, so that holes count."""
    x, y = point
    inside = False
    for ring in rings:
        for (left, low), (right, high) in pairwise(ring):
            if (low > y) != (high > y) and x < left + (y - low) / (high - low) * (right - left):
                inside = not inside
    return inside


@dataclass(frozen=True, slots=True)
class _Outline:
    name: str
    west: float
    south: float
    east: float
    north: float
    rings: tuple[tuple[_LonLat, ...], ...]


def _outlines(connection: sqlite3.Connection, west: float, south: float, east: float, north: float) -> list[_Outline]:
    """The outlines whose boxes touch a box."""
    rows = connection.execute(
        "SELECT name, west, south, east, north, rings FROM outline"
        " WHERE west <= ? AND east >= ? AND south <= ? AND north >= ? ORDER BY id LIMIT 300",
        [east, west, north, south],
    )
    return [
        _Outline(name, west, south, east, north, tuple(tuple((x, y) for x, y in ring) for ring in json.loads(rings)))
        for name, west, south, east, north, rings in rows
    ]


@dataclass(frozen=True, slots=True)
class _View:
    """The part of the ground that is drawn; a flat one, as it is only a few miles wide."""

    west: float
    north: float
    wide: float
    high: float
    shrink: float

    @classmethod
    def of(cls, main: Spot, kiosk: Spot | None, here: _Outline) -> _View:
        """What shows the service, the kiosk and the whole of its area, where that is not too wide."""
        shrink = cos(radians(main.latitude))
        boxes = [
            (spot.longitude - reach / shrink, spot.latitude - reach, spot.longitude + reach / shrink,
             spot.latitude + reach)
            for spot in (main, kiosk) if spot is not None
            for reach in [spot.about_miles * 1.1 / _MILES_PER_DEGREE]
        ]  # fmt: skip
        if (here.east - here.west) * shrink * _MILES_PER_DEGREE <= _WIDEST_AREA:
            boxes.append((here.west, here.south, here.east, here.north))
        west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
        east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
        wide = max(_NARROWEST, (east - west) * shrink * _MILES_PER_DEGREE * 1.15)
        high = (north - south) * _MILES_PER_DEGREE * 1.25
        wide = max(wide, high * WIDE_TO_HIGH)
        high = wide / WIDE_TO_HIGH
        middle_x, middle_y = (west + east) / 2, (south + north) / 2
        left = middle_x - wide / 2 / shrink / _MILES_PER_DEGREE
        return cls(left, middle_y + high / 2 / _MILES_PER_DEGREE, wide, high, shrink)

    @property
    def east(self) -> float:
        return self.west + self.wide / self.shrink / _MILES_PER_DEGREE

    @property
    def south(self) -> float:
        return self.north - self.high / _MILES_PER_DEGREE

    def at(self, longitude: float, latitude: float) -> XY:
        east = (longitude - self.west) * self.shrink * _MILES_PER_DEGREE
        return round(east, 4), round((self.north - latitude) * _MILES_PER_DEGREE, 4)

    def holds(self, spot: Spot) -> bool:
        x, y = self.at(spot.longitude, spot.latitude)
        return 0.03 * self.wide <= x <= 0.97 * self.wide and 0.1 * self.high <= y <= 0.97 * self.high

    def area(self, found: _Outline, here: bool) -> Area:
        return Area(found.name, tuple(self._ring(ring) for ring in found.rings), here)

    def _ring(self, ring: tuple[_LonLat, ...]) -> tuple[XY, ...]:
        """The ring without corners that lie so near to the last one that nobody can see the difference."""
        least = self.wide / _FINEST_OF_WIDTH
        x_miles, y_miles = self.shrink * _MILES_PER_DEGREE, _MILES_PER_DEGREE
        last_x = last_y = -1e9
        kept: list[XY] = []
        for longitude, latitude in ring:
            x, y = (longitude - self.west) * x_miles, (self.north - latitude) * y_miles
            if abs(x - last_x) + abs(y - last_y) >= least:
                kept.append((round(x, 4), round(y, 4)))
                last_x, last_y = x, y
        return tuple(kept)


def _apart(one: Spot, other: Spot) -> float:
    return miles(one.latitude, one.longitude, other.latitude, other.longitude)


def _bearing(start: Spot, end: Spot) -> float:
    east = (end.longitude - start.longitude) * cos(radians((start.latitude + end.latitude) / 2))
    return degrees(atan2(east, end.latitude - start.latitude)) % 360
