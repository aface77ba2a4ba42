"""Brings in CQC's monthly "Care directory with filters" (``HSCA_Active_Locations``): social care with its ratings.

Columns are found by their names, as editions differ; columns that name people (registered manager, nominated
individual, partner) are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cqc_terms, header_rows, simple_csv
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.header_rows import Header
from kiosk.directory.importers.large_tables import MOST_PLACES
from kiosk.directory.importers.report import Report, counted
from kiosk.errors import InputError

KIND = "cqc_hsca"

_COLUMNS = {
    "id": ("location id",),
    "name": ("location name",),
    "dormant": ("dormant y n", "dormant"),
    "care_home": ("care home",),
    "phone": ("location telephone number", "location telephone"),
    "website": ("location web address", "location website"),
    "beds": ("care homes beds", "care home beds", "beds"),
    "sector": ("location type sector", "location type"),
    "directorate": ("location inspection directorate",),
    "category": ("location primary inspection category",),
    "rating": ("location latest overall rating", "latest overall rating"),
    "rating_date": ("publication date", "location publication date"),
    "inherited": ("inherited rating y n", "inherited rating"),
    "area": ("location local authority", "local authority"),
    "address": ("location street address",),
    "address_2": ("location address line 2",),
    "city": ("location city",),
    "postcode": ("location postal code", "location post code", "location postcode"),
    "latitude": ("location latitude",),
    "longitude": ("location longitude",),
    "organization": ("provider name",),
    "provider_id": ("provider id",),
    "dual": ("location dual registered",),
    "primary_id": ("primary id dual registration locations", "primary id"),
}
_BODY = (
    "id", "name", "phone", "website", "area", "address", "address_2", "city", "postcode", "latitude", "longitude",
    "organization",
)  # fmt: skip
_SERVICE_TYPE, _BAND = "service type - ", "service user band - "
_SOCIAL_TYPES = (
    "Care home service", "Domiciliary care service", "Extra Care housing", "Shared Lives", "Supported living",
)  # fmt: skip


def recognises(content: Content) -> bool:
    """Whether the header of this list stands near the top: ids and names of locations, and care homes or dormancy."""
    return header_of(content) is not None


def header_of(content: Content) -> Header | None:
    """Where the header of this list stands; None when this is another table."""
    header = header_rows.find(content, _COLUMNS, ("id", "name", "care_home"))
    is_ratings = header is not None and any(cell.casefold() in ("domain", "key question") for cell in header.cells)
    return None if is_ratings else header


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each place of social care that is not dormant; of two registrations of a place the first."""
    header = header_of(content)
    if header is None:
        raise InputError("no row here has the header of CQC's list of active locations", content.path, 1)
    flags = _flag_columns(header)
    others = zeros = dormant = 0
    yielded: set[str] = set()
    waiting: list[tuple[int, str, dict[str, Any]]] = []
    for line, cells, row in header_rows.below(content, header):
        if tolerant.flag(row.get("dormant", "")):
            dormant += 1
            continue
        said = [(label, link) for at, label, link in flags if at < len(cells) and tolerant.flag(cells[at].strip())]
        if not _is_social_care(row, [label for label, _ in said]):
            others += 1
            continue
        zeros += cqc_terms.has_lost_zero(row)
        body = _service(row, said)
        if len(yielded) + len(waiting) >= MOST_PLACES:
            raise InputError(f"this list names more than {MOST_PLACES:,} places of care", content.path, line)
        primary = _primary(row)
        if primary and primary != body["id"]:
            waiting.append((line, primary, body))
            continue
        yielded.add(body["id"])
        yield line, body
    doubled = 0
    for line, primary, body in waiting:
        if primary in yielded:
            doubled += 1
            continue
        yielded.add(primary)
        yield line, body
    cqc_terms.report_counts(report, content, others, zeros)
    for number, what in ((dormant, "dormant"), (doubled, "registered twice, the other registration is kept")):
        if number:
            report.add("warning", "not-counted", f"{counted(number, 'place')} left out: {what}", content.label)


def _flag_columns(header: Header) -> list[tuple[int, str, str]]:
    """(column, label, link type) of the columns for types of service and for the people served."""
    found = []
    for column, cell in enumerate(header.cells):
        name = " ".join(cell.replace("–", "-").split())
        for start, link in ((_SERVICE_TYPE, ""), (_BAND, "eligibility")):
            if name.casefold().startswith(start):
                found.append((column, name[len(start) :].strip(), link))
    return found


def _is_social_care(row: dict[str, str], labels: list[str]) -> bool:
    """By CQC's own sorting; editions without it are sorted by the types of service."""
    sorting = [row.get(name, "") for name in ("sector", "directorate", "category")]
    if any(sorting):
        return any("social care" in text.casefold() for text in sorting)
    return bool(tolerant.flag(row.get("care_home", ""))) or any(label.startswith(_SOCIAL_TYPES) for label in labels)


def _primary(row: dict[str, str]) -> str:
    """The id that counts for a place with two registrations; "" for a place with one."""
    dual = row.get("dual", "").casefold()
    return "" if dual in ("", "n", "no", "-") else tolerant.line(row.get("primary_id", ""))


def _service(row: dict[str, str], said: list[tuple[str, str]]) -> dict[str, Any]:
    body = simple_csv.body_of({name: row[name] for name in _BODY if name in row})
    if tolerant.flag(row.get("care_home", "")) and not any(label.startswith("Care home") for label, _ in said):
        said = [("Care home", ""), *said]
    body["attributes"] = [cqc_terms.attribute(label, link) for label, link in said]
    if body.get("organization"):
        body["organization"]["id"] = tolerant.line(row.get("provider_id", ""))
    body["registration"] = cqc_terms.registration(
        body["id"],
        rating=cqc_terms.rating(row.get("rating", "")),
        rating_date=simple_csv.date_in(row.get("rating_date", "")),
        inherited=tolerant.flag(row.get("inherited", "")),
        beds=tolerant.whole(row.get("beds", ""), 1, 5000),
    )
    return body
