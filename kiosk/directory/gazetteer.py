"""Middle points of postcodes, sectors, outcodes and towns, from place files and from the services themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.postcodes import is_in_britain, miles, normal, outcode, sector
from kiosk.directory.service import Place, Service
from kiosk.directory.word_forms import word_list

Coordinates = tuple[float, float]

_WIDEST_TOWN_MILES = 12.0
_NOT_A_TOWN = re.compile(
    r"\d|\b(?:road|rd|street|st|lane|avenue|ave|drive|close|way|house|centre|center|hall|church|court|park|building"
    r"|floor|unit|suite|library|school|hospital|clinic|surgery|square|place|grove|crescent|terrace|estate|room|office"
    r"|care of|c/o)\b\.?",
    re.IGNORECASE,
)


@dataclass
class Gazetteer:
    """Where things are. Place files win over middle points computed from services."""

    postcodes: dict[str, Coordinates] = field(default_factory=dict)
    sectors: dict[str, Coordinates] = field(default_factory=dict)
    outcodes: dict[str, Coordinates] = field(default_factory=dict)
    towns: dict[str, tuple[str, Coordinates]] = field(default_factory=dict)
    """By folded name: the name as people write it, and its middle point."""

    def locate(self, place: Place) -> tuple[float, float, str] | None:
        """(latitude, longitude, precision) of a place: its own point, else its postcode's, sector's or outcode's."""
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude, place.precision
        found = self.locate_postcode(place.postcode)
        return (*found[0], found[1]) if found else None

    def locate_postcode(self, text: str) -> tuple[Coordinates, str] | None:
        """The best known point for a postcode or a part of one, with its precision."""
        keys = (normal(text), sector(text), outcode(text)) if text else ("", "", "")
        tables = (self.postcodes, self.sectors, self.outcodes)
        for table, key, precision in zip(tables, keys, ("postcode", "sector", "outcode"), strict=True):
            if key in table:
                return table[key], precision
        return None


def make(services: Iterable[Service], places: Iterable[dict[str, Any]]) -> Gazetteer:
    """A gazetteer from the services that carry exact points and from the bodies of place records."""
    found = Gazetteer()
    points: dict[tuple[str, str], list[Coordinates]] = {}
    names: dict[str, str] = {}
    for service in services:
        for place in service.places:
            if place.masked or place.latitude is None or place.longitude is None or place.is_about:
                continue
            where = (place.latitude, place.longitude)
            full = normal(place.postcode)
            keys = [("postcode", full), ("sector", sector(full)), ("outcode", outcode(full))] if full else []
            for town in _towns(place):
                key = " ".join(word_list(town))
                names.setdefault(key, town)
                keys.append(("town", key))
            for pair in keys:
                points.setdefault(pair, []).append(where)
    tables = {"postcode": found.postcodes, "sector": found.sectors, "outcode": found.outcodes}
    for (kind, key), several in points.items():
        middle = (median(p[0] for p in several), median(p[1] for p in several))
        if kind != "town":
            tables[kind][key] = middle
        elif len(several) >= 2 and all(miles(*middle, *point) <= _WIDEST_TOWN_MILES for point in several):
            found.towns[key] = (names[key], middle)
    for body in places:
        _add(found, body)
    return found


def _towns(place: Place) -> Iterator[str]:
    for text in (place.city, *place.lines[1:]):
        if text and len(text) <= 40 and not _NOT_A_TOWN.search(text):
            yield text.title() if text.isupper() else text


def _add(found: Gazetteer, body: dict[str, Any]) -> None:
    """Add one place record: kind is postcode, sector, outcode or anything else for a named place."""
    latitude, longitude = tolerant.number(body.get("latitude")), tolerant.number(body.get("longitude"))
    name, kind = tolerant.line(body.get("name")), tolerant.line(body.get("kind"))
    if latitude is None or longitude is None or not name or not is_in_britain(latitude, longitude):
        return
    where = (latitude, longitude)
    if kind == "postcode" and normal(name):
        found.postcodes[normal(name)] = where
    elif kind == "sector" and sector(name):
        found.sectors[sector(name)] = where
    elif kind == "outcode" and outcode(name):
        found.outcodes[outcode(name)] = where
    elif word_list(name):
        found.towns[" ".join(word_list(name))] = (name, where)
