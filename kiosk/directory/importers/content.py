"""A file as an importer gets it: its text, and its JSON value or its CSV rows, read with caps."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.directory.reading_json import decode_utf8, parse, read_bytes
from kiosk.errors import InputError

_MOST_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Content:
    """One file. `values` holds each JSON value of the file (several for JSON lines) with its line; CSV has none."""

    path: Path
    text: str
    values: tuple[tuple[int, Any], ...] = field(default=())
    encoding: str = "utf-8"

    @property
    def is_json(self) -> bool:
        return bool(self.values)

    def objects(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each JSON object with its line."""
        for line, value in self.values:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    yield line, item


def read_content(path: Path) -> Content:
    """Read a file whole. Raises `InputError` in one plain sentence when it is empty, too large, broken or no text."""
    data = read_bytes(path)
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise InputError("this file is empty", path)
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        raise InputError("this is not a text file; save it as CSV or JSON first", path)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if path.suffix.casefold() in (".json", ".jsonl", ".ndjson", ".geojson") or start in (b"{", b"["):
        return _json(path, decode_utf8(data, path))
    text, encoding = _decode_table(data, path)
    if text.lstrip()[:200].casefold().startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        raise InputError("this is a web page, not a list of services", path, 1)
    return Content(path, text, encoding=encoding)


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
    """(line, cells) for each filled row of a CSV file, its delimiter found by looking.

    Raises `InputError` with the line where a broken row starts: an unclosed quote swallows the rows after it.
    """
    sample = content.text[:4000].split("\n")
    delimiter = max(",;\t|", key=lambda mark: sum(line.count(mark) for line in sample[:10]))
    reader = csv.reader(io.StringIO(content.text, newline=""), delimiter=delimiter, strict=True)
    starts = 1
    try:
        for cells in reader:
            starts = reader.line_num + 1
            if any(cell.strip() for cell in cells):
                if len(cells) > _MOST_COLUMNS:
                    raise InputError(f"this row has more than {_MOST_COLUMNS} columns", content.path, reader.line_num)
                yield reader.line_num, cells
    except csv.Error as error:
        message = f"a quote mark in this row is not closed, or stands inside a cell ({error})"
        raise InputError(message, content.path, starts) from error
