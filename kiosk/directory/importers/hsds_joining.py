"""Joins the rows of an HSDS package into nested services, with all that hangs on them, their places and contacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kiosk.directory.hsds_columns import TABLES
from kiosk.directory.importers.hsds_old_rows import address_cells, schedule_cells, taxonomy_cells
from kiosk.directory.importers.hsds_rows import Row
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.importers.schedule_rows import exception_rows

_OWNERS = ("service_at_location", "service", "location", "contact", "organization")
"""To whom a row belongs that names several: the first of these that is there."""

_PARTS = {
    "phone": "phones", "schedule": "schedules", "language": "languages", "service_area": "service_areas",
    "cost_option": "cost_options", "address": "addresses", "accessibility": "accessibility",
    "holiday_schedule": "holiday_schedules",
}  # fmt: skip
_UNREAD = {
    "required_document": "required documents", "program": "programmes",
    "funding": "sources of funding", "payment_accepted": "ways to pay",
}  # fmt: skip
_Cells = dict[str, Any]


class Package:
    """The rows of a package, found by id and by what they belong to."""

    def __init__(self, rows: dict[str, list[Row]], report: Report) -> None:
        self.services = rows.get("service", [])
        self._rows = rows
        self._report = report
        self._by_id = {kind: self._index(kind) for kind in (*_OWNERS, "taxonomy_term", "taxonomy")}
        self._parts: dict[tuple[str, str, str], list[_Cells]] = {}
        self._lost: Counter[tuple[str, str]] = Counter()
        for kind in _PARTS:
            self._attach(kind)
        self._attach_contacts()
        self._links = self._by_owner("service_at_location", "service_id", "service")
        self._attributes = self._by_owner("attribute", "link_id", "service", only=self._is_of_service)
        self._terms = self._by_owner("service_taxonomy", "service_id", "service")
        self._eligibility = self._by_owner("eligibility", "service_id", "service")
        self._fees = self._by_owner("fee", "service_id", "service")
        self._touched = self._last_actions()

    def service(self, row: Row) -> _Cells:
        """One row of services as a nested HSDS 3.0 object."""
        identity = row.cell("id")
        made: _Cells = dict(row.cells)
        organization = self._find(row, "organization_id", "organization")
        if organization:
            made["organization"] = {**organization.cells}
            made["organization"].setdefault("website", organization.cells.get("url"))
        for name in (
            "phones", "schedules", "holiday_schedules", "languages", "service_areas", "cost_options", "contacts"
        ):  # fmt: skip
            made[name] = self._of("service", identity, name)
        made["service_at_locations"] = [link for found in self._links.get(identity, ()) for link in self._link(found)]
        made["attributes"] = [
            *(self._attribute(found) for found in self._attributes.get(identity, ())),
            *(self._old_attribute(found) for found in self._terms.get(identity, ())),
        ]
        _add_old_texts(made, self._eligibility.get(identity, ()), self._fees.get(identity, ()))
        if identity in self._touched:
            made.setdefault("last_modified", self._touched[identity])
        if organization and not _has_phones(made):
            for name in ("phones", "contacts"):
                made[name] = self._of("organization", organization.cell("id"), name)
        return made

    def report_lost_rows(self) -> None:
        """Say what was not brought in as a whole: missing tables, and tables that have no place with us."""
        for (kind, missing), count in self._lost.items():
            name = TABLES[missing][0] if missing in TABLES else missing
            message = f"there is no {name}.csv here, so {counted(count, 'pointer')} in {kind} rows lead to nothing"
            self._report.add("warning", "missing-table", message, self._file(kind))
        for kind, what in _UNREAD.items():
            if rows := self._rows.get(kind):
                message = f"{what} are not brought in ({counted(len(rows), 'row')})"
                self._report.add("warning", "unread-table", message, str(rows[0].content.path))

    def _index(self, kind: str) -> dict[str, Row]:
        found: dict[str, Row] = {}
        for row in self._rows.get(kind, ()):
            identity = row.cell("id")
            if identity and found.setdefault(identity, row) is not row and kind != "service":
                self._warn(row, "same-id", f"the id {identity!r} stands in {row.table} twice; the first counts")
        return found

    def _find(self, row: Row, column: str, kind: str) -> Row | None:
        """The row that a cell points to; a pointer to nothing is reported."""
        wanted = row.cell(column)
        found = self._by_id[kind].get(wanted) if wanted else None
        if wanted and found is None:
            self._dangling(row, column, kind)
        return found

    def _dangling(self, row: Row, column: str, kind: str) -> None:
        if not self._rows.get(kind):
            self._lost[row.kind, kind] += 1
        else:
            message = f"{column} {row.cell(column)!r} of this row of {row.table} is not in the table it points to"
            self._warn(row, "dangling", message)

    def _owner(self, row: Row, kinds: Iterable[str] = _OWNERS) -> tuple[str, str] | None:
        columns = [(kind, f"{kind}_id") for kind in kinds if row.cell(f"{kind}_id") and kind != row.kind]
        for kind, column in columns:
            if row.cell(column) in self._by_id[kind]:
                return kind, row.cell(column)
        if columns:
            self._dangling(row, columns[0][1], columns[0][0])
        else:
            self._warn(row, "dangling", f"this row of {row.table} does not say what it belongs to")
        return None

    def _attach(self, kind: str) -> None:
        for row in self._rows.get(kind, ()):
            if kind == "language" and row.cell("phone_id") and not (row.cell("service_id") or row.cell("location_id")):
                continue
            if owner := self._owner(row):
                self._parts.setdefault((*owner, _PARTS[kind]), []).append(self._part(row))

    def _part(self, row: Row) -> _Cells:
        if row.kind == "schedule":
            return schedule_cells(row, self._report)
        if row.kind == "holiday_schedule" and not exception_rows([row.cells]):
            self._warn(row, "no-day", "this row of hours on a holiday names no day and is left out")
        return address_cells(row) if row.kind == "address" else row.cells

    def _attach_contacts(self) -> None:
        """Contacts only carry telephone numbers to what they belong to; who they are is not read."""
        for row in self._rows.get("contact", ()):
            phones = self._of("contact", row.cell("id"), "phones")
            if phones and (owner := self._owner(row)):
                self._parts.setdefault((*owner, "contacts"), []).append({"phones": phones})

    def _of(self, kind: str, identity: str, name: str) -> list[_Cells]:
        return self._parts.get((kind, identity, name), []) if identity else []

    def _by_owner(
        self, kind: str, column: str, owner: str, only: Callable[[Row], bool] | None = None
    ) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._rows.get(kind, ()):
            if (only is None or only(row)) and self._find(row, column, owner):
                found.setdefault(row.cell(column), []).append(row)
        return found

    def _is_of_service(self, row: Row) -> bool:
        entity = row.cell("link_entity").casefold().removesuffix("s")
        return entity == "service" or (not entity and row.cell("link_id") in self._by_id["service"])

    def _link(self, row: Row) -> Iterator[_Cells]:
        identity = row.cell("id")
        location = self._find(row, "location_id", "location")
        if location is None and row.cell("location_id"):
            return
        link = {**row.cells}
        for name in ("phones", "schedules", "holiday_schedules", "contacts"):
            link[name] = self._of("service_at_location", identity, name)
        if location is not None:
            place = {**location.cells}
            for name in ("phones", "schedules", "holiday_schedules", "addresses", "accessibility", "contacts"):
                place[name] = self._of("location", location.cell("id"), name)
            link["location"] = place
            link["contacts"] = [*link["contacts"], *place["contacts"]]
        yield link

    def _attribute(self, row: Row) -> _Cells:
        term = self._find(row, "taxonomy_term_id", "taxonomy_term")
        made: _Cells = {**row.cells}
        if term is not None:
            taxonomy = self._by_id["taxonomy"].get(term.cell("taxonomy_id"))
            named = {"taxonomy": taxonomy.cell("name")} if taxonomy is not None else {}
            made["taxonomy_term"] = {**named, **term.cells}
        return made

    def _old_attribute(self, row: Row) -> _Cells:
        kind = "taxonomy_term" if self._rows.get("taxonomy_term") else "taxonomy"
        column = "taxonomy_term_id" if row.cell("taxonomy_term_id") else "taxonomy_id"
        term = self._find(row, column, kind)
        return {"taxonomy_term": taxonomy_cells(row, term)}

    def _last_actions(self) -> dict[str, str]:
        """The last day on which the package says that something was done to a service; who did it is not read."""
        found: dict[str, str] = {}
        for row in self._rows.get("metadata", ()):
            identity, day = row.cell("resource_id"), row.cell("last_action_date")
            if identity in self._by_id["service"] and day > found.get(identity, ""):
                found[identity] = day
        return found

    def _file(self, kind: str) -> str:
        rows = self._rows.get(kind)
        return str(rows[0].content.path) if rows else ""

    def _warn(self, row: Row, code: str, message: str) -> None:
        self._report.add("warning", code, message, str(row.content.path), row.line)


def _has_phones(service: _Cells) -> bool:
    links = service["service_at_locations"]
    holders = [service, *links, *(link.get("location", {}) for link in links)]
    return any(holder.get("phones") or holder.get("contacts") for holder in holders)


def _add_old_texts(service: _Cells, eligibility: Iterable[Row], fees: Iterable[Row]) -> None:
    """What 1.1 has in tables of their own or under other names: who a service is for, and what it costs."""
    rows = list(eligibility)
    texts = [service.get("eligibility"), *(row.cells.get("eligibility") for row in rows)]
    said = "\n".join(dict.fromkeys(str(text) for text in texts if text))
    if said:
        service.setdefault("eligibility_description", said)
    for row in rows:
        for name in ("minimum_age", "maximum_age"):
            if name in row.cells:
                service.setdefault(name, row.cells[name])
    if costs := "\n".join(row.cell("fee") for row in fees):
        service.setdefault("fees", costs)
