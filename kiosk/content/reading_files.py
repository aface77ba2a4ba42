"""Reads the files that staff edit, with a cap on size, and says plainly what is wrong with them.

The parsers are imported where they are used: this module lies on the way to the first screen, they need not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.errors import InputError

MAX_TEXT_BYTES = 4 * 1024 * 1024
"""More than any guide, list of contacts or table of figures will ever need."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_text(path: Path, cap: int = MAX_TEXT_BYTES) -> str:
    """A UTF-8 file as text without its byte-order mark. Raises `InputError` when too large, binary or not UTF-8."""
    try:
        with path.open("rb") as file:
            data = file.read(cap + 1)
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error
    if len(data) > cap:
        raise InputError(f"this file is larger than {cap // 1024} kB", path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this file is not UTF-8 text; save it as UTF-8", path, line) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (found := _CONTROL.search(text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(f"this line holds a control character ({ord(found.group()):#04x}); delete it", path, line)
    return text


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a table."""
    return parse_toml(read_text(path), path)


def parse_toml(text: str, path: Path, first_line: int = 1) -> dict[str, Any]:
    """TOML text as a table; `first_line` is where the text starts in its file."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"this is not valid TOML: {error}", path, first_line) from error
    except RecursionError as error:
        raise InputError("this is nested too deeply", path, first_line) from error


def read_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) for each row of a CSV file with a header; values are stripped.

    Checks that the `needed` columns are there, and that no row has more cells than the header: a comma too many would
    move a number under the wrong heading.
    """
    import csv
    import io

    reader = csv.DictReader(io.StringIO(read_text(path)), restkey="", strict=True)
    try:
        names = reader.fieldnames or []
        missing = [name for name in needed if name not in names]
        if missing:
            raise InputError(f"the column {missing[0]} is missing", path, 1)
        if len(set(names)) != len(names):
            raise InputError("two columns have the same name", path, 1)
        for row in reader:
            if any(isinstance(value, list) for value in row.values()):
                message = "this row has more cells than the header; put quotes round commas"
                raise InputError(message, path, reader.line_num)
            values = {name: (value or "").strip() for name, value in row.items() if name}
            if any(values.values()):
                yield reader.line_num, values
    except csv.Error as error:
        raise InputError(f"this is not a valid CSV file ({error})", path, reader.reader.line_num) from error
