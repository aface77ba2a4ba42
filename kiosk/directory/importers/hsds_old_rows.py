"""Rows of HSDS 1.1 tables in the shape of 3.0: weekdays, addresses in two tables, taxonomies."""

from __future__ import annotations

from typing import Any

from kiosk.directory.importers.hsds_rows import Row
from kiosk.directory.importers.report import Report

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def weekday_code(text: str) -> str:
    """The code of a day such as "TU" for 1.1's numbers (1 = Monday, 0 and 7 = Sunday) and names; "" when it is none."""
    word = text.strip().casefold().rstrip(".")
    if word.endswith(".0"):
        word = word[:-2]
    if word in ("0", "1", "2", "3", "4", "5", "6", "7"):
        return _CODES[(int(word) + 6) % 7]
    found = [number for number, name in enumerate(_NAMES) if len(word) >= 2 and f"{name}s".startswith(word)]
    return _CODES[found[0]] if len(found) == 1 else ""


def schedule_cells(row: Row, report: Report) -> dict[str, Any]:
    """A row of hours. A weekday of 1.1 becomes a weekly rule; one that can't be read stays text."""
    cells = {**row.cells}
    said = row.cell("weekday")
    if not said:
        return cells
    codes = [weekday_code(part) for part in said.replace(";", ",").split(",") if part.strip()]
    if all(codes):
        if row.cell("freq").upper() not in ("WEEKLY", "MONTHLY"):
            cells["freq"] = "WEEKLY"
        cells.setdefault("byday", ",".join(codes))
        return cells
    message = f"{said!r} is no day of the week; these hours are kept as text"
    report.add("warning", "weekday", message, str(row.content.path), row.line)
    times = " to ".join(time for time in (row.cell("opens_at"), row.cell("closes_at")) if time)
    words = ": ".join(part for part in (said, times) if part)
    return {"description": "; ".join(part for part in (words, row.cell("description")) if part)}


def address_cells(row: Row) -> dict[str, Any]:
    """An address. 1.1 says by the table whether it is for post, and has up to four lines."""
    cells = {**row.cells}
    for column, value in (("physical", "physical"), ("postal", "postal")):
        if row.table.startswith(column):
            cells.setdefault("address_type", value)
    lines = [row.cell(f"address_{number}") for number in (2, 3, 4)]
    if any(lines):
        cells["address_2"] = ", ".join(line for line in lines if line)
    return cells


def taxonomy_cells(row: Row, term: Row | None) -> dict[str, Any]:
    """A term that a service of 1.1 or 2.0 has; where its table is missing, what the row itself says of it."""
    if term is None:
        return {"name": row.cell("taxonomy_detail"), "id": row.cell("taxonomy_id")}
    vocabulary = term.cell("vocabulary") or term.cell("taxonomy")
    return {**term.cells, "taxonomy": vocabulary}
