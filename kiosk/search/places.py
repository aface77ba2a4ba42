"""Places: what a typed postcode or town means, and how far away services are."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable

from kiosk.directory import postcodes
from kiosk.directory.word_forms import word_list
from kiosk.search.catalogue import Catalogue, catalogue_of
from kiosk.search.query import Point

_BEFORE_A_PLACE = frozenset(("near", "in", "around", "nearby"))
_HERE = tuple(
    tuple(said.split())
    for said in (
        "near me", "near here", "near to me", "near to here", "nearest to me", "nearest to here", "close to me",
        "close to here", "close by", "around here", "round here", "around me", "in my area", "in this area",
        "in the area", "near by", "nearby", "local to me", "بالقرب مني", "قريب مني", "قريبة مني", "بالقرب من هنا",
        "في منطقتي",
    )
)  # fmt: skip
"""What people say for where they stand."""
Nearest = tuple[float | None, int]
"""Miles (None: nobody knows, or there is no place) and the row in `location` of the nearest place (0: none)."""


def find_place(connection: sqlite3.Connection, text: str) -> Point | None:
    """The point that a postcode, part of one, or a place name stands for; the middle of an area is `about`."""
    tables = catalogue_of(connection).tables
    words = word_list(text[:100])
    steps = (
        ("postcode", postcodes.normal(text), False),
        ("sector", postcodes.sector(text), True),
        ("outcode", postcodes.outcode(text), True),
    )
    for table, key, about in steps:
        if key and table in tables:
            row = connection.execute(f"SELECT latitude, longitude FROM {table} WHERE id = ?", [key]).fetchone()
            if row:
                return Point(row[0], row[1], about, key)
    if not words or "place" not in tables:
        return None
    key = " ".join(words)
    row = connection.execute("SELECT latitude, longitude, name FROM place WHERE id = ?", [key]).fetchone()
    if row is None and len(key) >= 3:
        several = connection.execute(
            "SELECT latitude, longitude, name FROM place WHERE id > ? AND id < ? LIMIT 2", [key, key + "\U0010ffff"]
        ).fetchall()
        row = several[0] if len(several) == 1 else None
    return Point(row[0], row[1], True, row[2]) if row else None


def place_in_words(connection: sqlite3.Connection, text: str) -> tuple[Point | None, str]:
    """A postcode that stands among other words, and the words without it: "lunch club M33 7ZF"."""
    parts = text[:200].split()
    for length in (2, 1):
        for start in range(len(parts) - length + 1):
            piece = " ".join(parts[start : start + length])
            is_one = postcodes.normal(piece) or postcodes.sector(piece) or (length == 1 and postcodes.outcode(piece))
            if is_one and any(c.isdigit() for c in piece) and (point := find_place(connection, piece)):
                return point, " ".join(parts[:start] + parts[start + length :])
    return None, text


def town_in_words(connection: sqlite3.Connection, text: str) -> tuple[Point | None, str]:
    """A place that is named after "near", "in" or the like, and the words without it: "lunch club near Sale"."""
    parts = text[:200].split()
    for start, word in enumerate(parts):
        first = start + (2 if word.casefold() == "close" and parts[start + 1 : start + 2] == ["to"] else 1)
        if first == start + 1 and word.casefold() not in _BEFORE_A_PLACE:
            continue
        for length in (3, 2, 1):
            name = " ".join(parts[first : first + length])
            rest = parts[:start] + parts[first + length :]
            if rest and len(parts) >= first + length and (point := _place_called(connection, name)):
                return point, " ".join(rest)
    return None, text


def here_in_words(text: str) -> tuple[bool, str]:
    """Whether a question is about what is near the one who asks, and the words without it: "lunch club near me"."""
    parts = text[:200].split()
    folded = [" ".join(word_list(part)) for part in parts]
    for said in _HERE:
        for start in range(len(parts) - len(said) + 1):
            if tuple(folded[start : start + len(said)]) == said:
                return True, " ".join(parts[:start] + parts[start + len(said) :])
    return False, text


def _place_called(connection: sqlite3.Connection, name: str) -> Point | None:
    """The middle of the place with exactly this name."""
    if "place" not in catalogue_of(connection).tables:
        return None
    sql = "SELECT latitude, longitude, name FROM place WHERE id = ?"
    row = connection.execute(sql, [" ".join(word_list(name))]).fetchone()
    return Point(row[0], row[1], True, row[2]) if row else None


def nearest_at(catalogue: Catalogue, number: int, location: int | None, point: Point | None) -> Nearest:
    """How far a service is at one of its places, or at the nearest when no place is meant."""
    if location is None:
        return distances(catalogue, [number], point)[number] if point else (None, 0)
    known = [(catalogue.latitudes[number], catalogue.longitudes[number], catalogue.locations[number])]
    for latitude, longitude, other in (*known, *catalogue.more.get(number, ())):
        if point and other == location:
            return postcodes.miles(point.latitude, point.longitude, latitude, longitude), location
    return None, location


def distances(catalogue: Catalogue, numbers: Iterable[int], point: Point) -> dict[int, Nearest]:
    """The nearest place of each service. One flat projection serves: within 100 miles it is good to half a per cent."""
    shrink = math.cos(math.radians(point.latitude))
    north, east, scale = point.latitude, point.longitude, 69.0934
    latitudes, longitudes, locations = catalogue.latitudes, catalogue.longitudes, catalogue.locations
    more, hypot = catalogue.more, math.hypot
    found: dict[int, Nearest] = {}
    for number in numbers:
        location = locations[number]
        if not location:
            found[number] = (None, 0)
            continue
        nearest = scale * hypot(latitudes[number] - north, (longitudes[number] - east) * shrink)
        for latitude, longitude, other in more.get(number, ()):
            miles = scale * hypot(latitude - north, (longitude - east) * shrink)
            if miles < nearest:
                nearest, location = miles, other
        found[number] = (nearest, location)
    return found
