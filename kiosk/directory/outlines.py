"""Reads outlines of wards and districts from ``places/outlines.geojson`` and makes them small enough to draw."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.postcodes import is_in_britain
from kiosk.directory.reading_json import decode_utf8, parse, read_bytes
from kiosk.errors import InputError
from kiosk.records import Record

FILE = "outlines.geojson"
MOST_POINTS = 400
"""Points of one outline; more can't be seen on a map of 70 mm."""
_MOST_OUTLINES = 5_000
_FINEST_DEGREES = 0.0002
"""About 22 metres: a fifth of a millimetre on a map five miles wide."""
_NAME = re.compile(r"name|(?:wd|lad|par|ctyua|cauth|lsoa|msoa|rgn|bua)\d*nm", re.IGNORECASE)

Ring = list[tuple[float, float]]
"""Longitude and latitude of its corners, the last one the same as the first."""


def read_outlines(folder: Path) -> list[Record]:
    """The records of the kind "outline" in a ``places`` folder: ``name`` and ``rings``. Raises `InputError`."""
    path = folder / FILE
    if not path.is_file():
        return []
    collection = parse(decode_utf8(read_bytes(path), path), path)
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise InputError("this is not GeoJSON with a list of features", path)
    records: dict[str, Record] = {}
    for number, feature in enumerate(tolerant.mappings(features), start=1):
        rings = _rings(tolerant.mapping(feature.get("geometry")), path, number)
        if not rings:
            continue
        name = _name(tolerant.mapping(feature.get("properties")))
        if not name:
            raise InputError(f"outline {number} has no name", path)
        key, again = name, 2
        while key in records:
            key, again = f"{name} {again}", again + 1
        records[key] = Record("outline", key, {"name": name, "rings": simplified(rings)})
        if len(records) > _MOST_OUTLINES:
            raise InputError(f"more than {_MOST_OUTLINES} outlines are too many; keep those of your area", path)
    if not records:
        raise InputError("no outlines (Polygon or MultiPolygon) are in this file", path)
    return list(records.values())


def simplified(rings: Sequence[Ring], most: int = MOST_POINTS) -> list[Ring]:
    """The rings with at most so many corners in all: the less a corner says the sooner it goes, small rings last."""
    finest = _FINEST_DEGREES
    while True:
        kept = [ring for ring in (_fewer(ring, finest) for ring in rings) if len(ring) >= 4]
        if not kept:  # all of it is smaller than what can be drawn
            longest = max(rings, key=lambda ring: len(ring))[:-1][: most - 1]
            kept = [[*longest, longest[0]]]
        if sum(map(len, kept)) <= most:
            return [[(round(x, 5), round(y, 5)) for x, y in ring] for ring in kept]
        rings, finest = kept, finest * 1.5


def _fewer(ring: Ring, finest: float) -> Ring:
    """Douglas and Peucker (1973): keep of each stretch the corner farthest from its chord, if it is far enough."""
    if len(ring) < 4:
        return []
    shrink = cos(radians(ring[0][1]))
    flat = [(x * shrink, y) for x, y in ring]
    far = max(range(len(flat)), key=lambda n: hypot(flat[n][0] - flat[0][0], flat[n][1] - flat[0][1]))
    keep = {0, far, len(ring) - 1}
    stretches = [(0, far), (far, len(ring) - 1)]
    while stretches:
        start, end = stretches.pop()
        if end - start < 2:
            continue
        farthest = max(range(start + 1, end), key=lambda n: _off(flat[n], flat[start], flat[end]))
        if _off(flat[farthest], flat[start], flat[end]) > finest:
            keep.add(farthest)
            stretches += [(start, farthest), (farthest, end)]
    return [ring[number] for number in sorted(keep)]


def _off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Distance of a point from a stretch."""
    (x, y), (left, low), (right, high) = point, start, end
    wide, tall = right - left, high - low
    long = wide * wide + tall * tall
    along = max(0.0, min(1.0, ((x - left) * wide + (y - low) * tall) / long)) if long else 0.0
    return hypot(x - left - along * wide, y - low - along * tall)


def _name(properties: dict[str, Any]) -> str:
    named = (tolerant.line(value) for key, value in properties.items() if _NAME.fullmatch(str(key)))
    return next((name[:80] for name in named if name), "")


def _rings(geometry: dict[str, Any], path: Path, number: int) -> list[Ring]:
    """Every ring of a Polygon or MultiPolygon, holes among them; [] for points and lines."""
    kind, corners = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(corners, list):
        return []
    polygons = [corners] if kind == "Polygon" else corners
    return [
        _ring(ring, path, number)
        for polygon in polygons
        if isinstance(polygon, list)
        for ring in polygon
        if isinstance(ring, list) and len(ring) >= 4
    ]


def _ring(corners: list[Any], path: Path, number: int) -> Ring:
    ring: Ring = []
    for corner in corners:
        pair = corner[:2] if isinstance(corner, list) else []
        longitude, latitude = (tolerant.number(value) for value in pair) if len(pair) == 2 else (None, None)
        if longitude is None or latitude is None or not is_in_britain(latitude, longitude):
            raise InputError(f"outline {number} is not in longitude and latitude within Britain (WGS84)", path)
        ring.append((longitude, latitude))
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    return ring
