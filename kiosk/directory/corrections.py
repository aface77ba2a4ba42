"""The council's overlay on imported services: hide one, mend a field, add a note, say that it was checked.

``corrections.csv`` has the columns service, action, field, value, and checked_by: the role, never the name, of who
checked a service. Any others are the council's own. It is applied each time the source is read, so that a new import
never undoes it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kiosk.directory import facet_names, tolerant
from kiosk.directory.reading_json import decode_utf8, read_bytes
from kiosk.errors import InputError

_COLUMNS = ("service", "action", "field", "value", "checked_by")
ACTIONS = ("hide", "mend", "note", "verified")
_TEXT_FIELDS = {
    "name", "alternate_name", "description", "status", "url", "email", "fees_description", "application_process",
    "eligibility_description", "alert", "wait_time",
}  # fmt: skip
_FACETS = {"types": ("type", facet_names.TYPES), "beneficiaries": ("beneficiary", facet_names.BENEFICIARIES)}
_OTHER_FIELDS = {"is_free", "referral_required", "minimum_age", "maximum_age", "phone", *_FACETS}


@dataclass(frozen=True, slots=True)
class Correction:
    service: str
    action: str
    field: str
    value: str
    checked_by: str = ""
    line: int = 0


def read_corrections(path: Path) -> list[Correction]:
    """The rows of a ``corrections.csv``; none where there is no file. Raises `InputError` with file and line."""
    if not path.is_file():
        return []
    reader = csv.DictReader(
        io.StringIO(decode_utf8(read_bytes(path), path), newline=""), restkey="", restval="", strict=True
    )
    found = []
    try:
        for column in ("service", "action"):
            if column not in (reader.fieldnames or ()):
                raise InputError(f"the column {column} is missing", path, 1)
        for row in reader:
            values = {name: tolerant.text(row.get(name, "")) for name in _COLUMNS}
            if any(values.values()):
                found.append(Correction(**values, line=reader.line_num))
                _check(found[-1], path, reader.line_num)
    except csv.Error as error:
        raise InputError(f"this is not a valid CSV file ({error})", path, reader.line_num + 1) from error
    return found


def apply(corrections: Iterable[Correction], bodies: dict[str, dict[str, Any]]) -> None:
    """Change the services, by key, in place. One for a service that is not there does nothing; `without_a_service`."""
    for correction in corrections:
        body = bodies.get(correction.service)
        if body is None:
            continue
        if correction.action == "hide":
            del bodies[correction.service]
        elif correction.action == "mend":
            _mend(body, correction.field, correction.value)
        elif correction.action == "note":
            body["staff_note"] = correction.value
        else:
            body["verified_date"] = correction.value
            body["verified_by"] = tolerant.line(correction.checked_by)


def without_a_service(corrections: Iterable[Correction], keys: Container[str]) -> list[tuple[int, str]]:
    """(line, what to tell staff) for each correction whose service is not among the imported ones."""
    return [
        (row.line, f"there is no service {row.service!r} here (any more), so this {row.action!r} does nothing")
        for row in corrections
        if row.service not in keys
    ]


def _check(row: Correction, path: Path, line: int) -> None:
    if not row.service:
        raise InputError("this row names no service", path, line)
    if row.action not in ACTIONS:
        raise InputError(f"{row.action!r} is not an action; use {', '.join(ACTIONS)}", path, line)
    if row.action == "mend" and row.field not in _TEXT_FIELDS | _OTHER_FIELDS:
        raise InputError(f"the field {row.field!r} cannot be mended", path, line)
    if row.action == "mend" and row.field in _FACETS:
        _check_facets(row, path, line)
    if row.action == "verified" and tolerant.day(row.value) is None:
        raise InputError("verified needs the date of the check as its value, such as 2026-11-21", path, line)


def _check_facets(row: Correction, path: Path, line: int) -> None:
    ids = _FACETS[row.field][1]
    for name in _ids(row.value):
        if name not in ids:
            near = get_close_matches(name, ids, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(ids)}"
            raise InputError(f"{name!r} is none of the {row.field}; {hint}", path, line)


def _ids(value: str) -> list[str]:
    return [part.strip() for part in value.replace(",", ";").split(";") if part.strip()]


def _mend(body: dict[str, Any], field: str, value: str) -> None:
    """Set one field; an empty value makes it not known."""
    if field == "phone":
        body["phones"] = [{"number": value, "type": "voice"}] if value else []
        for link in tolerant.mappings(body.get("service_at_locations")):
            link.pop("phones", None)
    elif field in _FACETS:
        kind = _FACETS[field][0]
        others = [facet for facet in tolerant.mappings(body.get("facets")) if facet.get("kind") != kind]
        body["facets"] = [*others, *({"kind": kind, "id": name, "origin": "staff"} for name in _ids(value))]
    elif field in ("is_free", "referral_required"):
        body[field] = tolerant.flag(value)
    elif field in ("minimum_age", "maximum_age"):
        body[field] = tolerant.whole(value, 0, 120)
    else:
        body[field] = value or None
