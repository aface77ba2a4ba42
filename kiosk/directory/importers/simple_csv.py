"""Brings in a plain table: one row a service, columns found by their headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cleaning, csv_headers, day_hours
from kiosk.directory.importers.content import Content, rows
from kiosk.directory.importers.report import Report
from kiosk.directory.postcodes import normal, outcode
from kiosk.errors import InputError

KIND = "simple_csv"
_HEADER_WITHIN = 30
_DATE = re.compile(r"(\d{1,2})[/ -](\d{1,2}|[A-Za-z]{3,9})[/ -](\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def recognises(content: Content) -> bool:
    """Whether a header with a name column stands near the top of a table."""
    return not content.is_json and _header(content) is not None


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each row. A cell that says "NA" is not known."""
    header = _header(content)
    if header is None:
        raise InputError("no row here has a header that we know; name a column “name”", content.path, 1)
    header_line, names = header
    columns, days, left_out = csv_headers.meanings(names)
    file = content.label
    for name in left_out:
        message = f"the column {name!r} names people and is not brought in"
        report.add("warning", "person-column", message, file, header_line)
    if content.encoding != "utf-8":
        report.add("guess", "encoding", f"read as {content.encoding}, as it is not UTF-8", file, 1)
    for line, cells in rows(content):
        if line <= header_line:
            continue
        if len(cells) > len(names):
            report.add("warning", "extra-cells", "this row has more cells than the header", file, line)
        row = {meaning: cells[column] for meaning, column in columns.items() if column < len(cells)}
        times = {day: cells[column] for day, column in days.items() if column < len(cells)}
        if cleaning.lost_zero(row.get("phone", "").strip()):
            report.add("guess", "phone-zero", f"{row['phone'].strip()} is read with a 0 in front", file, line)
        report_times(times, row.get("name", ""), report, file, line)
        yield line, body_of(row, times)


def report_times(times: Mapping[int, str], name: str, report: Report, file: str, line: int | None) -> None:
    """Say which opening times stay text, as they can be read in more than one way."""
    for text in day_hours.kept_as_text(times):
        message = f"{cleaning.one_line(name)}: times kept as text: {text!r}; write 9am to 5pm, or 09:00-17:00"
        report.add("warning", "times-as-text", message, file, line)


def _header(content: Content) -> tuple[int, list[str]] | None:
    for number, (line, cells) in enumerate(rows(content)):
        if number >= _HEADER_WITHIN:
            return None
        columns, days, _ = csv_headers.meanings(cells)
        if "name" in columns and len(columns) + len(days) >= 2:
            return line, cells
    return None


def body_of(row: Mapping[str, str], times: Mapping[int, str] | None = None) -> dict[str, Any]:
    """A service from cells by meaning (see `csv_headers`) and hours by day."""
    line, text = cleaning.one_line, cleaning.prose

    def cell(meaning: str) -> str:
        return line(row.get(meaning, ""))

    contact = cell("contact")
    body: dict[str, Any] = {
        "id": cell("id"),
        "name": cleaning.name(row.get("name", "")),
        "alternate_name": cell("alternate_name"),
        "description": text(row.get("description", "")),
        "url": cleaning.web(cell("website")),
        "email": cleaning.email(cell("email")) or cleaning.email(contact),
        "phones": cleaning.phones(cell("phone")) or ([] if "@" in contact else cleaning.phones(contact)),
        "fees_description": text(row.get("cost", "")),
        "is_free": _free(row),
        "eligibility_description": text(row.get("eligibility", "")),
        "application_process": text(row.get("referral", "")),
        "minimum_age": tolerant.whole(cell("minimum_age"), 0, 120),
        "maximum_age": tolerant.whole(cell("maximum_age"), 1, 120),
        "assured_date": date_in(cell("checked")),
        "schedules": day_hours.rows(times or {}) + ([{"description": cell("hours")}] if cell("hours") else []),
        "attributes": [
            {"vocabulary": kind, "name": part.strip()}
            for kind in ("type", "specialism")
            for part in cell(kind).split("|")
            if cleaning.given(part)
        ],
        "languages": [{"name": part.strip()} for part in re.split(r"[;|,]", cell("languages")) if part.strip()],
        "service_areas": [{"name": cell("area")}] if cell("area") else [],
    }
    body["phones"] += [{**phone, "type": "textphone"} for phone in cleaning.phones(cell("textphone"))]
    if cell("organization"):
        body["organization"] = {"name": cleaning.name(row["organization"])}
    location = _location(row)
    if location:
        body["service_at_locations"] = [{"location": location}]
    if cell("cqc_page") or re.fullmatch(r"1-\d{6,}", body["id"]):
        body["registration"] = {
            "scheme": "CQC", "external_id": body["id"], "rating": cell("cqc_rating"),
            "rating_date": date_in(cell("cqc_date")), "beds": tolerant.whole(cell("beds"), 1, 5000),
            "url": cleaning.web(cell("cqc_page")),
        }  # fmt: skip
    return body


def _location(row: Mapping[str, str]) -> dict[str, Any]:
    """The place of a row. A postcode of a contact person is cut to its outcode, as it may be someone's home."""
    masked = cleaning.one_line(row.get("masked_postcode", ""))
    postcode = cleaning.one_line(row.get("postcode", ""))
    given_address = cleaning.one_line(", ".join(row.get(name, "") for name in ("address", "address_2")).strip(", "))
    parts = [part.strip(" .") for part in re.split(r"[,\n]", given_address) if part.strip(" .")]
    if parts and normal(parts[-1]):
        postcode = postcode or parts[-1]
        parts.pop()
    city = cleaning.one_line(row.get("city", ""))
    if not city and len(parts) > 1 and not any(character.isdigit() for character in parts[-1]):
        city = parts.pop()
    if not (parts or postcode or masked or city or row.get("latitude", "").strip()):
        return {}
    location: dict[str, Any] = {
        "location_type": "physical",
        "latitude": tolerant.number(row.get("latitude", "")),
        "longitude": tolerant.number(row.get("longitude", "")),
        "addresses": [
            {
                "address_1": ", ".join(parts[:-1]) if len(parts) > 1 else "".join(parts),
                "address_2": parts[-1] if len(parts) > 1 else "",
                "city": city,
                "postal_code": (normal(postcode) or postcode) if postcode else outcode(masked),
            }
        ],
    }
    if masked and not postcode:
        location["mask_exact_address"] = True
    access = cleaning.one_line(row.get("access", ""))
    if access:
        location["accessibility"] = [{"description": _access(access)}]
    return location


def _access(text: str) -> str:
    """A bare "Y" under "wheelchair access" in words; everything else as it was written."""
    return {"y": "Wheelchair access: yes", "yes": "Wheelchair access: yes", "n": "Wheelchair access: no",
            "no": "Wheelchair access: no"}.get(text.casefold(), text)  # fmt: skip


def _free(row: Mapping[str, str]) -> bool | None:
    said = tolerant.flag(cleaning.one_line(row.get("is_free", "")))
    return True if said is None and cleaning.one_line(row.get("cost", "")).casefold() == "free" else said


def date_in(text: str) -> str | None:
    """A date as ISO from "2026-01-19", "19/01/2026" or "01/Jan/2024 - 00:00"; None for anything else."""
    if tolerant.day(text):
        return text[:10]
    match = _DATE.match(text)
    if not match:
        return None
    month = (
        match[2]
        if match[2].isdigit()
        else str(_MONTHS.index(match[2][:3].casefold()) + 1)
        if (match[2][:3].casefold() in _MONTHS)
        else "0"
    )
    found = f"{match[3]}-{int(month):02d}-{int(match[1]):02d}"
    return found if tolerant.day(found) else None
