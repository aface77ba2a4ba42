"""Brings in Outpost's table: a service is one row, and more rows that name it in ``import_id_reference``.

Notes, labels, names and jobs of people, contacts and places that are not to be seen, and reports on children's schools
are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cleaning, header_rows
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.report import Report
from kiosk.directory.importers.simple_csv import date_in
from kiosk.errors import InputError

KIND = "outpost_csv"

_NAMES = (
    "import_id", "import_id_reference", "name", "description", "organisation", "url", "approved", "visible_from",
    "visible_to", "visible", "needs_referral", "min_age", "max_age", "service_taxonomies", "contact_visible",
    "contact_email", "contact_phone", "location_name", "location_latitude", "location_longitude", "location_address_1",
    "location_city", "location_postcode", "location_visible", "mask_exact_address", "location_accessibilities", "free",
    "cost_option", "cost_amount", "cost_type", "temporarily_closed", "schedules_opens_at", "schedules_closes_at",
    "scheduled_weekday", "suitabilities", "send_needs_support",
)  # fmt: skip
_COLUMNS = {name: (name.replace("_", " "),) for name in _NAMES}
_DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
_LISTS = {"service_taxonomies": ("outpost", ""), "suitabilities": ("suitability", "eligibility"),
          "send_needs_support": ("send_need", "eligibility")}  # fmt: skip
_Row = dict[str, str]


def recognises(content: Content) -> bool:
    """Whether the header has the two columns that only Outpost's table has, and a name."""
    return _header(content) is not None


def _header(content: Content) -> header_rows.Header | None:
    return header_rows.find(content, _COLUMNS, ("import_id", "import_id_reference", "name"))


def read(content: Content, report: Report, today: date | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each service that Outpost shows today; the line is that of its first row."""
    header = _header(content)
    if header is None:
        raise InputError("no row here has the header of Outpost's table", content.path, 1)
    first: dict[str, tuple[int, _Row]] = {}
    more: list[tuple[int, _Row]] = []
    for number, (line, _, row) in enumerate(header_rows.below(content, header)):
        identity, reference = _line(row, "import_id"), _line(row, "import_id_reference")
        if reference and reference != identity:
            more.append((line, row))
        elif identity in first:
            message = f"the import_id {identity!r} was already there; this row is left out"
            report.add("error", "same-id", message, content.label, line)
        else:
            first[identity or f"\0{number}"] = (line, row)
    rows_of = {identity: [row] for identity, (_, row) in first.items()}
    for line, row in more:
        owner = _owner(row, more, first)
        if owner:
            rows_of[owner].append(row)
        else:
            message = f"there is no row with the import_id {row['import_id_reference']!r}; this row is left out"
            report.add("error", "no-first-row", message, content.label, line)
    for identity, (line, row) in first.items():
        reason = _hidden(row, today or date.today())
        if reason:
            report.add("warning", "not-shown", f"{_line(row, 'name')!r} is left out: {reason}", content.label, line)
        else:
            yield line, _service(rows_of[identity])


def _owner(row: _Row, more: list[tuple[int, _Row]], first: dict[str, tuple[int, _Row]]) -> str:
    """The import_id of the first row; one that names another additional row is followed a step further."""
    reference = _line(row, "import_id_reference")
    if reference in first:
        return reference
    between = next((other for _, other in more if _line(other, "import_id") == reference), None)
    further = _line(between, "import_id_reference") if between is not None else ""
    return further if further in first else ""


def _hidden(row: _Row, today: date) -> str:
    """Why Outpost itself would not show a service; "" when it would."""
    if tolerant.flag(row.get("visible", "")) is False:
        return "it is marked as not visible"
    if tolerant.flag(row.get("approved", "")) is False:
        return "it is not approved"
    start, end = (tolerant.day(date_in(row.get(name, ""))) for name in ("visible_from", "visible_to"))
    if (start and start > today) or (end and end < today):
        return "today is not between visible_from and visible_to"
    return ""


def _service(rows: list[_Row]) -> dict[str, Any]:
    row = rows[0]
    contacts = [row for row in rows if tolerant.flag(row.get("contact_visible", "")) is not False]
    phones: dict[str, dict[str, str]] = {}
    for phone in (phone for row in contacts for phone in cleaning.phones(row.get("contact_phone", ""))):
        phones.setdefault(phone["number"].replace(" ", ""), phone)
    emails = [email for row in contacts if (email := cleaning.email(row.get("contact_email", "")))]
    free = [said for row in rows if (said := tolerant.flag(row.get("free", ""))) is not None]
    return {
        "id": _line(row, "import_id"),
        "name": cleaning.name(row.get("name", "")),
        "description": cleaning.prose(row.get("description", "")),
        "status": "temporarily closed" if tolerant.flag(row.get("temporarily_closed", "")) else "",
        "url": cleaning.web(row.get("url", "")),
        "email": emails[0] if emails else "",
        "is_free": free[0] if free else None,
        "referral_required": tolerant.flag(row.get("needs_referral", "")),
        "minimum_age": tolerant.whole(row.get("min_age", ""), 1, 120),
        "maximum_age": tolerant.whole(row.get("max_age", ""), 1, 119),
        "organization": {"name": cleaning.name(row.get("organisation", ""))},
        "phones": list(phones.values()),
        "schedules": _each(_schedule(row) for row in rows),
        "service_at_locations": [{"location": location} for location in _each(_location(row) for row in rows)],
        "cost_options": _each(_cost(row) for row in rows),
        "attributes": _each(
            {"vocabulary": vocabulary, "name": name, "link_type": link}
            for column, (vocabulary, link) in _LISTS.items()
            for row in rows
            for name in _list(row, column)
        ),
    }


def _schedule(row: _Row) -> dict[str, Any]:
    """A weekly row; times such as the template's "hh:mm:ss" are not known."""
    day = _DAYS.get(_line(row, "scheduled_weekday").casefold()[:3], "")
    opens, closes = (tolerant.moment(row.get(f"schedules_{name}_at", "")) for name in ("opens", "closes"))
    if not day:
        return {}
    made: dict[str, Any] = {"freq": "WEEKLY", "byday": day}
    if opens and closes:
        made |= {"opens_at": opens.isoformat("minutes"), "closes_at": closes.isoformat("minutes")}
    return made


def _location(row: _Row) -> dict[str, Any]:
    names = ("location_name", "location_address_1", "location_city", "location_postcode", "location_latitude")
    if tolerant.flag(row.get("location_visible", "")) is False or not any(_line(row, name) for name in names):
        return {}
    return {
        "name": _line(row, "location_name"),
        "location_type": "physical",
        "latitude": tolerant.number(row.get("location_latitude", "")),
        "longitude": tolerant.number(row.get("location_longitude", "")),
        "mask_exact_address": tolerant.flag(row.get("mask_exact_address", "")) is True,
        "addresses": [
            {
                "address_1": _line(row, "location_address_1"),
                "city": _line(row, "location_city"),
                "postal_code": _line(row, "location_postcode"),
            }
        ],
        "accessibility": [{"description": name} for name in _list(row, "location_accessibilities")],
    }


def _cost(row: _Row) -> dict[str, Any]:
    option, kind = _line(row, "cost_option"), _line(row, "cost_type")
    amount = tolerant.number(row.get("cost_amount", ""))
    if amount is None and not option and not kind:
        return {}
    return {"option": option, "amount": amount, "currency": "GBP", "amount_description": kind}


def _line(row: _Row, name: str) -> str:
    return cleaning.one_line(row.get(name, ""))


def _list(row: _Row, name: str) -> list[str]:
    found = (cleaning.one_line(part) for part in row.get(name, "").split(";"))
    return [part.replace(" / ", "/") for part in found if part]


def _each(items: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """What holds anything, each once, in order."""
    found: list[dict[str, Any]] = []
    for item in items:
        if item and item not in found:
            found.append(item)
    return found
