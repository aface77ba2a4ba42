"""Brings in GeoJSON: a feature a service; an area or a building counts by the middle of its outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import csv_headers, simple_csv
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.report import Report

KIND = "geojson"


def recognises(content: Content) -> bool:
    return any(item.get("type") in ("FeatureCollection", "Feature") for _, item in content.objects())


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each feature; properties are read like the columns of a table."""
    for line, item in content.objects():
        features = tolerant.mappings(item.get("features")) if item.get("type") == "FeatureCollection" else iter([item])
        for feature in features:
            properties = tolerant.mapping(feature.get("properties"))
            names = [str(name) for name in properties]
            columns, days, left_out = csv_headers.meanings(names)
            for name in left_out:
                report.add("warning", "person-column", f"the property {name!r} names people and is not brought in")
            cells = [_cell(value) for value in properties.values()]
            row = {meaning: cells[column] for meaning, column in columns.items()}
            row.setdefault("id", _cell(feature.get("id")))
            point = _middle(tolerant.mapping(feature.get("geometry")))
            if point:
                row["longitude"], row["latitude"] = map(str, point)
            times = {day: cells[column] for day, column in days.items()}
            simple_csv.report_times(times, row.get("name", ""), report, str(content.path), line)
            yield line, simple_csv.body_of(row, times)


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, float) else tolerant.text(value)


def _middle(geometry: dict[str, Any]) -> tuple[float, float] | None:
    """(longitude, latitude) in the middle of all corners' bounds; GeoJSON gives longitude first (RFC 7946 3.1.1)."""
    corners = list(_corners(geometry.get("coordinates")))
    if not corners:
        return None
    east, north = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2


def _corners(value: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(value, list):
        return
    if len(value) >= 2 and not isinstance(value[0], list):
        longitude, latitude = tolerant.number(value[0]), tolerant.number(value[1])
        if longitude is not None and latitude is not None:
            yield longitude, latitude
        return
    for item in value:
        yield from _corners(item)
