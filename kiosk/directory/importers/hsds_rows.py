"""Reads the tables of an HSDS package into rows by column, and says which tables and columns are not known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.exchange_fields import JSON_FIELDS, PREFIX
from kiosk.directory.hsds_columns import columns_of, kind_of
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.report import Report
from kiosk.directory.reading_json import parse
from kiosk.directory.spreadsheet_cells import plain
from kiosk.errors import InputError

_JSON_COLUMNS = tuple(PREFIX + name for name in JSON_FIELDS)
_MOST_COLUMNS = 400
MOST_ROWS = 400_000
"""All tables together; a row takes about a thousand bytes while it is read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its file and line, the kind of its table, and its filled cells by column in small letters."""

    content: Content
    line: int
    kind: str
    table: str
    """The name of the file without its ending, in small letters."""
    cells: dict[str, Any] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """The text of a cell on one line, "" when it is empty or not there."""
        return tolerant.line(self.cells.get(column))


def table_kind(content: Content) -> str:
    """The kind of table that a file is by its name; "" when it is none, or no table."""
    return "" if content.is_json else kind_of(content.path.stem)


def header(content: Content) -> list[str]:
    """The names of the columns; [] where there is no readable row."""
    try:
        return next((_names(cells) for _, cells in _records(content)), [])
    except InputError:
        return []


def read_rows(contents: Sequence[Content], report: Report) -> dict[str, list[Row]]:
    """The rows of all tables by kind, in the order of the files. JSON, such as the list of the tables, is passed over.

    Raises `InputError` for a broken table of services; any other broken table is reported and left out from there on.
    """
    found: dict[str, list[Row]] = {}
    left = MOST_ROWS
    for content in contents:
        kind, file = table_kind(content), str(content.path)
        if content.is_json:
            continue
        if not kind:
            report.add("warning", "unknown-table", "no table of HSDS has this name; it is not brought in", file)
            continue
        rows = found.setdefault(kind, [])
        try:
            before = len(rows)
            rows.extend(islice(_rows(content, kind, report), left + 1))
            left -= len(rows) - before
        except InputError as error:
            if kind == "service":
                raise
            report.add("warning", "broken-table", f"{error.message}; the rest of it is left out", file, error.line)
        if left < 0:
            raise InputError(f"these tables hold more than {MOST_ROWS} rows", content.path)
    return found


def _rows(content: Content, kind: str, report: Report) -> Iterator[Row]:
    file, table = str(content.path), content.path.stem.casefold()
    names: list[str] = []
    for line, cells in _records(content):
        if not names:
            names = _names(cells)
            _report_columns(names, kind, report, file, line)
            continue
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            report.add("warning", "extra-cells", "this row has more cells than the header", file, line)
        filled: dict[str, Any] = {}
        for name, cell in zip(names, map(plain, cells), strict=False):
            if name and cell.strip():
                filled.setdefault(name, _value(name, cell, content, report, line))
        yield Row(content, line, kind, table, filled)


def _names(cells: Iterable[str]) -> list[str]:
    return ["_".join(tolerant.line(cell).casefold().split()) for cell in cells]


def _report_columns(names: list[str], kind: str, report: Report, file: str, line: int) -> None:
    known = columns_of(kind)
    for name in names:
        if name and name not in known and not name.startswith(PREFIX):
            message = f"the column {name!r} is not one of HSDS and is not brought in"
            report.add("warning", "unknown-column", message, file, line)
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        report.add("warning", "same-column", f"the column {name!r} stands here twice; the first counts", file, line)


def _value(name: str, cell: str, content: Content, report: Report, line: int) -> Any:
    if name not in _JSON_COLUMNS:
        return cell
    try:
        return parse(cell, content.path, line)
    except InputError as error:
        message = f"the cell under {name} cannot be read and counts as empty: {error.message}"
        report.add("warning", "broken-cell", message, str(content.path), line)
        return None


def _records(content: Content) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each filled row. The delimiter is the header's: texts in the rows may hold any of them."""
    first = next((line for line in content.text.split("\n") if line.strip()), "")
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(content.lines(), delimiter=delimiter, strict=True)
    starts = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > _MOST_COLUMNS:
                    raise InputError(f"this row has more than {_MOST_COLUMNS} columns", content.path, starts)
                yield starts, cells
            starts = reader.line_num + 1
    except csv.Error as error:
        message = f"a quote mark in this row is not closed, or stands inside a cell ({error})"
        raise InputError(message, content.path, starts) from error
