"""A file as an importer gets it: its text, and its JSON value or its rows (CSV or a sheet), read with caps."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.directory import reading_json
from kiosk.directory.importers import large_tables
from kiosk.directory.importers.workbook_zip import is_workbook
from kiosk.directory.reading_json import decode_utf8, parse, read_bytes
from kiosk.errors import InputError

_MOST_COLUMNS = 400
_PIECE = 1024 * 1024
_NAMELESS = re.compile(r"(?:work)?(?:sheet|table) ?1")


@dataclass(frozen=True, slots=True)
class Content:
    """One file, or one sheet of a workbook.

    `values` holds each JSON value of the file (several for JSON lines) with its line; tables have none. A sheet has no
    text; `cells` holds its filled rows with their numbers, and `part` its name. `notes` are told to staff.
    """

    path: Path
    text: str
    values: tuple[tuple[int, Any], ...] = field(default=())
    encoding: str = "utf-8"
    cells: tuple[tuple[int, list[str]], ...] | None = None
    part: str = ""
    notes: tuple[str, ...] = ()
    only_in: frozenset[str] = frozenset()
    """Where filled: the local authorities (see `authorities`) whose rows count; all others are passed over."""
    is_large: bool = False
    """Whether `text` is only the beginning, since the whole is too large to be held (see `large_tables`)."""

    @property
    def is_json(self) -> bool:
        return bool(self.values)

    @property
    def label(self) -> str:
        """How staff find it: the path, and the sheet."""
        return f"{self.path}, sheet {self.part}" if self.part else str(self.path)

    @property
    def title(self) -> str:
        """The name of the source that it becomes: file and sheet, the sheet only where it says something more."""
        said = set(re.findall(r"[a-z0-9]+", self.path.stem.casefold()))
        words = re.findall(r"[a-z0-9]+", self.part.casefold())
        if not words or said.issuperset(words) or _NAMELESS.fullmatch(" ".join(words)):
            return self.path.stem
        return f"{self.path.stem} {self.part}"

    def pieces(self) -> Iterator[bytes]:
        """What is in it as bytes, to see whether two are the same."""
        if self.is_large:
            yield from large_tables.pieces(self.path)
            return
        for start in range(0, len(self.text), _PIECE):
            yield self.text[start : start + _PIECE].encode("utf-8", "surrogatepass")
        for number, texts in self.cells or ():
            yield "\t".join([str(number), *texts, "\n"]).encode("utf-8", "surrogatepass")

    def lines(self) -> Iterator[str]:
        """The lines of the text for a reader of CSV, their ends kept."""
        return large_tables.lines(self.path, self.encoding) if self.is_large else lines_of(self.text)

    def objects(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each JSON object with its line."""
        for line, value in self.values:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    yield line, item


def read_contents(path: Path) -> list[Content]:
    """Read a file whole: one for a text file, one for each filled sheet of a workbook; never none.

    Raises `InputError` in one plain sentence when it is empty, too large, broken, or neither text nor a workbook.
    """
    from kiosk.directory.importers.workbooks import sheets  # Here, as it makes Contents itself.

    return sheets(path) if is_workbook(path) else [_read_text(path)]


def read_content(path: Path) -> Content:
    """Read a file whole; of a workbook the first sheet that holds anything. Raises `InputError` as `read_contents`."""
    return read_contents(path)[0]


def _read_text(path: Path) -> Content:
    if large_tables.is_large(path):
        data, encoding = large_tables.beginning(path)
        _refuse_other_kinds(data, path)
        text = data.decode(encoding, "replace")
        if text.lstrip()[:1] in ("{", "["):
            raise InputError(f"this file is larger than {reading_json.MAX_BYTES // 1024 // 1024} MB", path)
        return Content(path, text, encoding=encoding, is_large=True)
    data = read_bytes(path)
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise InputError("this file is empty", path)
    _refuse_other_kinds(data, path)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if path.suffix.casefold() in (".json", ".jsonl", ".ndjson", ".geojson") or start in (b"{", b"["):
        return _json(path, decode_utf8(data, path))
    text, encoding = _decode_table(data, path)
    if text.lstrip()[:200].casefold().startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        raise InputError("this is a web page, not a list of services", path, 1)
    return Content(path, text, encoding=encoding)


def _refuse_other_kinds(data: bytes, path: Path) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError("this workbook is protected by a password; save a copy without one", path)
        raise InputError("this is an old .xls workbook, not a text file; save it as .xlsx or .csv first", path)
    if data.startswith(b"%PDF"):
        raise InputError("this is a PDF, not a text file; ask for the list as .xlsx or .csv", path)
    if data.startswith((b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b")):
        raise InputError("this is not a text file or a workbook; save it as .xlsx, .csv or JSON first", path)


def _json(path: Path, text: str) -> Content:
    if text.lstrip().startswith("<"):
        raise InputError("this is a web page, not a list of services", path, 1)
    lines = [line for line in text.split("\n") if line.strip()]
    by_lines = path.suffix.casefold() in (".jsonl", ".ndjson") or (
        len(lines) > 1 and all(line.strip().startswith("{") and line.strip().endswith("}") for line in lines[:3])
    )
    if not by_lines:
        return Content(path, text, ((1, parse(text, path)),))
    values = [(number, parse(line, path, number)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return Content(path, text, tuple(values))


def _decode_table(data: bytes, path: Path) -> tuple[str, str]:
    """UTF-8 with or without its mark, UTF-16 with a mark, otherwise the old Western encoding of spreadsheets."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise InputError("this file is not text in any encoding that we know", path) from error
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise InputError("this file holds zero bytes, so it is not a text file", path, line)
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "latin-1"


def rows(content: Content) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) for each filled row of a sheet, or of a CSV file, its delimiter found by looking.

    Raises `InputError` with the line where a broken row starts: an unclosed quote swallows the rows after it.
    """
    if content.cells is not None:
        for number, texts in content.cells:
            _check_width(texts, content.path, number)
            yield number, texts
        return
    sample = content.text[:4000].split("\n")
    delimiter = max(",;\t|", key=lambda mark: sum(line.count(mark) for line in sample[:10]))
    reader = csv.reader(content.lines(), delimiter=delimiter, strict=True)
    starts = 1
    try:
        for cells in reader:
            starts = reader.line_num + 1
            if any(cell.strip() for cell in cells):
                _check_width(cells, content.path, reader.line_num)
                yield reader.line_num, cells
    except csv.Error as error:
        message = f"a quote mark in this row is not closed, or stands inside a cell ({error})"
        raise InputError(message, content.path, starts) from error


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text for a reader of CSV, their ends kept; takes a quarter of the memory of a `StringIO`."""
    data = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    return io.TextIOWrapper(data, "utf-8", "surrogatepass", newline="")


def _check_width(cells: list[str], path: Path, line: int) -> None:
    if len(cells) > _MOST_COLUMNS:
        raise InputError(f"this row has more than {_MOST_COLUMNS} columns", path, line)
