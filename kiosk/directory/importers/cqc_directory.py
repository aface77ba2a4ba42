"""Brings in CQC's weekly ``CQC_directory.csv``: every place that is registered, without ratings and points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory.importers import cqc_terms, header_rows, simple_csv
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError

KIND = "cqc_dir"

_COLUMNS = {
    "id": ("cqc location id for office use only", "cqc location id"),
    "name": ("name",),
    "alternate_name": ("also known as",),
    "address": ("address",),
    "postcode": ("postcode", "post code"),
    "phone": ("phone number", "telephone number"),
    "website": ("service s website if available", "service s website", "website"),
    "types": ("service types", "service type"),
    "checked": ("date of latest check",),
    "specialisms": ("specialisms services", "specialisms"),
    "organization": ("provider name",),
    "area": ("local authority",),
    "provider_id": ("cqc provider id for office use only", "cqc provider id"),
}
_BODY = ("id", "name", "alternate_name", "address", "postcode", "phone", "website", "organization", "area")


def recognises(content: Content) -> bool:
    """Whether the header of CQC's directory stands near the top."""
    return header_of(content) is not None


def header_of(content: Content) -> header_rows.Header | None:
    """Where the header of CQC's directory stands; None when this is another table."""
    return header_rows.find(content, _COLUMNS, ("id", "name", "types"))


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each place; dentists, doctors, hospitals and their kin are counted and left out."""
    header = header_of(content)
    if header is None:
        raise InputError("no row here has the header of CQC's directory", content.path, 1)
    health = zeros = 0
    for line, _, row in header_rows.below(content, header):
        types = cqc_terms.labels(row.get("types", ""))
        if cqc_terms.is_health_only(types):
            health += 1
            continue
        zeros += cqc_terms.has_lost_zero(row)
        yield line, _service(row, types)
    cqc_terms.report_counts(report, content, health, zeros)


def _service(row: dict[str, str], types: list[str]) -> dict[str, Any]:
    body = simple_csv.body_of({name: row[name] for name in _BODY if name in row})
    specialisms = cqc_terms.labels(row.get("specialisms", ""))
    body["attributes"] = [cqc_terms.attribute(label) for label in dict.fromkeys([*types, *specialisms])]
    if body.get("organization"):
        body["organization"]["id"] = row.get("provider_id", "")
    checked = simple_csv.date_in(row.get("checked", ""))
    body["registration"] = cqc_terms.registration(body["id"], rating_date=checked)
    return body
