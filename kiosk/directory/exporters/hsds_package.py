"""A feed as the tables of HSDS 3.0: one CSV file for each kind of object that is there, and ``datapackage.json``.

The files are UTF-8 with a byte-order mark: without it Excel takes them for another encoding and spoils every £ and ŵ,
and what reads data packages (Frictionless, and our importer) passes over the mark. Lines end as RFC 4180 says. A cell
that a spreadsheet would take for a formula has ``'`` in front (see `spreadsheet_cells`); an empty cell is not known.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.exchange_fields import PREFIX, SOURCE, said_of_source
from kiosk.directory.exporters.service_json import is_nested, made_id
from kiosk.directory.hsds_columns import TABLES
from kiosk.directory.spreadsheet_cells import guarded

_NUMBERS = ("latitude", "longitude", "amount", "interval", "minimum_age", "maximum_age")
_FLAGS = ("is_free", "mask_exact_address")
_Row = dict[str, Any]


def files(about: dict[str, Any], services: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """(name, text) of each file."""
    tables = _Tables()
    for service in services:
        tables.add_service(service)
    resources = []
    for kind, (name, columns) in TABLES.items():
        rows = tables.rows.get(kind)
        if not rows:
            continue
        used = {column for row in rows for column in row}
        names = [*columns.split(), *sorted(used - set(columns.split()))]
        resources.append(_resource(kind, f"{name}.csv", names))
        yield f"{name}.csv", _csv(names, rows)
    package = {
        "name": re.sub(r"[^a-z0-9]+", "-", tolerant.line(about.get("id")).casefold()).strip("-") or "services",
        "title": tolerant.line(about.get("name")) or tolerant.line(about.get("id")),
        "profile": "tabular-data-package",
        SOURCE: said_of_source(about),
        "resources": resources,
    }
    if licence := tolerant.line(about.get("licence")):
        package["licenses"] = [{"title": licence}]
    if said := tolerant.line(about.get("attribution")) or tolerant.line(about.get("publisher")):
        package["sources"] = [{"title": said}]
    yield "datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n"


class _Tables:
    """Rows by kind; grows service by service."""

    def __init__(self) -> None:
        self.rows: dict[str, list[_Row]] = {}
        self._shared: dict[tuple[str, str], str] = {}
        self._links: set[str] = set()

    def add_service(self, service: _Row) -> None:
        row = _own_cells(service)
        row.pop("fees", None)
        if organization := service.get("organization"):
            row["organization_id"], _ = self._once("organization", organization)
        self._add("service", row)
        self._add_parts(service, "service_id", service["id"])
        for attribute in service.get("attributes", ()):
            term = attribute["taxonomy_term"]
            term_id, _ = self._once("taxonomy_term", term)
            self._add("attribute", {**_own_cells(attribute), "taxonomy_term_id": term_id})
        for number, link in enumerate(service.get("service_at_locations", ())):
            link_id = link["id"]
            while link_id in self._links:
                link_id = made_id(link_id, service["id"], number)
            self._links.add(link_id)
            self._add_link({**link, "id": link_id})

    def _add_link(self, link: _Row) -> None:
        row = _own_cells(link)
        if location := link.get("location"):
            location_id, is_new = self._once("location", location)
            row["location_id"] = location_id
            for name, kind in (("addresses", "address"), ("accessibility", "accessibility")):
                for item in location.get(name, ()) if is_new else ():
                    self._add(kind, {**_own_cells(item), "location_id": location_id})
        self._add("service_at_location", row)
        self._add_parts(link, "service_at_location_id", link["id"])

    def _add_parts(self, owner: _Row, column: str, owner_id: str) -> None:
        for name, kind in (
            ("phones", "phone"), ("schedules", "schedule"), ("cost_options", "cost_option"),
            ("languages", "language"), ("service_areas", "service_area"),
        ):  # fmt: skip
            for item in owner.get(name, ()):
                self._add(kind, {**_own_cells(item), column: owner_id})

    def _once(self, kind: str, item: _Row) -> tuple[str, bool]:
        """The id of the row for a thing that several services share, and whether it is new.

        Two with the same id that say different things get two rows, so that no service changes what another says.
        """
        content = json.dumps(item, sort_keys=True)
        public_id = str(item["id"])
        while (seen := self._shared.get((kind, public_id))) != content:
            if seen is None:
                self._shared[kind, public_id] = content
                self._add(kind, {**_own_cells(item), "id": public_id})
                return public_id, True
            public_id = made_id(public_id, content)
        return public_id, False

    def _add(self, kind: str, row: _Row) -> None:
        self.rows.setdefault(kind, []).append(row)


def _own_cells(item: _Row) -> _Row:
    """The object's own values, without its parts. A field that we only filled in is left empty here."""
    cells = {key: value for key, value in item.items() if not is_nested(key, value)}
    for key in [key for key, value in cells.items() if key.startswith(PREFIX) and value == ""]:
        del cells[key]
        cells.pop(key.removeprefix(PREFIX), None)
    return cells


def _csv(names: list[str], rows: list[_Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[guarded(_cell(row.get(name))) for name in names] for row in rows])
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _resource(kind: str, path: str, names: list[str]) -> dict[str, Any]:
    fields = [
        {"name": name, "type": "number" if name in _NUMBERS else "boolean" if name in _FLAGS else "string"}
        for name in names
    ]
    return {
        "name": kind, "path": path, "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "schema": {"fields": fields, "primaryKey": "id"},
    }  # fmt: skip
