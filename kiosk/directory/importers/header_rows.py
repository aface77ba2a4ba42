"""Finds the header of a table of one known kind among its first rows, and reads rows by the names of columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kiosk.directory.importers.content import Content, rows
from kiosk.directory.importers.csv_headers import plain

_WITHIN = 30
_Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands, its cells as they were written, and the column of each meaning."""

    line: int
    cells: tuple[str, ...]
    columns: Mapping[str, int]


def find(content: Content, names: _Names, needed: tuple[str, ...]) -> Header | None:
    """The first row near the top with columns for all that is `needed`.

    `names` gives the headers for each meaning as `csv_headers.plain` writes them; the first column that fits wins.
    """
    if content.is_json:
        return None
    for line, cells in islice(rows(content), _WITHIN):
        seen: dict[str, int] = {}
        for column, cell in enumerate(cells):
            seen.setdefault(plain(cell), column)
        columns = {
            meaning: next(seen[alias] for alias in aliases if alias in seen)
            for meaning, aliases in names.items()
            if any(alias in seen for alias in aliases)
        }
        if all(meaning in columns for meaning in needed):
            return Header(line, tuple(cell.strip() for cell in cells), columns)
    return None


def below(content: Content, header: Header) -> Iterator[tuple[int, list[str], dict[str, str]]]:
    """(line, cells, cells by meaning) for each filled row under the header, one at a time.

    Where `content.only_in` names local authorities, only their rows; the column of the meaning "area" says whose it is.
    """
    area = header.columns.get("area")
    for line, cells in rows(content):
        if line <= header.line:
            continue
        if content.only_in and (area is None or area >= len(cells) or same_name(cells[area]) not in content.only_in):
            continue
        yield line, cells, {name: cells[at].strip() for name, at in header.columns.items() if at < len(cells)}


def same_name(text: str) -> str:
    """The name of a local authority so that two spellings of it can be compared: capitals and spaces don't count."""
    return " ".join(text.split()).casefold()
