"""Reads JSON that other people wrote, with caps on size and depth, and says plainly what is wrong with it."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.errors import InputError
from kiosk.records import MAX_DEPTH

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read: ten times the largest feed known."""

MOST_LINES_BYTES = 1024 * 1024 * 1024
"""The largest file of services, one a line; 100,000 take about 200 MB."""

MOST_ROOM = 640 * 1024 * 1024
"""Bytes that the values of one file may take when they are read; a file may be small and hold millions of them."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises `InputError` when it is over the cap or can't be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"this file is larger than {MAX_BYTES // 1024 // 1024} MB", path)
    return data


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that `kiosk import` wrote, each with its number, one after another: a country's services are
    more than one file of another's may hold.

    Raises `InputError` for a file or a line over its cap, for what is not UTF-8, and when it can't be read.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MOST_LINES_BYTES:
                raise InputError(f"this file is larger than {MOST_LINES_BYTES // 1024 // 1024} MB", path)
            for number, line in enumerate(iter(lambda: file.readline(MAX_BYTES + 1), b""), start=1):
                if len(line) > MAX_BYTES:
                    raise InputError(f"this line is longer than {MAX_BYTES // 1024 // 1024} MB", path, number)
                try:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise InputError("this file is not UTF-8 text; save it as UTF-8", path, number) from error
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error


def decode_utf8(data: bytes, path: Path | str) -> str:
    """The text, without a byte-order mark. Raises `InputError` with the line when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this file is not UTF-8 text; save it as UTF-8", path, line) from error


def parse(text: str, path: Path | str, line: int | None = None) -> Any:
    """JSON text as a value. `line` is where a single line stands in its file. Numbers that are no numbers are null."""
    if _room(text) > MOST_ROOM:
        raise InputError("this JSON holds too many values to be read; ask for it in several files", path, line or 1)
    too_deep = InputError(f"this is nested more than {MAX_DEPTH} levels deep", path, line or 1)
    try:
        value = json.loads(text, parse_constant=lambda _: None, parse_float=_finite, parse_int=_sane_integer)
    except json.JSONDecodeError as error:
        place = line if line is not None else error.lineno
        reason = f"{error.msg.lower()} at column {error.colno}"
        raise InputError(f"this is not valid JSON ({reason})", path, place) from error
    except RecursionError as error:
        raise too_deep from error
    if _is_too_deep(value):
        raise too_deep
    return value


def _room(text: str) -> int:
    """About how many bytes the values will take: objects, lists, keys, and everything that a comma ends."""
    return 184 * text.count("{") + 64 * text.count("[") + 60 * text.count(":") + 70 * text.count(",")


def _is_too_deep(value: Any) -> bool:
    """Whether lists and objects stand in each other more than `MAX_DEPTH` deep; goes down level by level."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        insides = (item.values() if isinstance(item, dict) else item for item in level)
        level = [inner for inside in insides for inner in inside if isinstance(inner, (dict, list))]
    return bool(level)


def _finite(text: str) -> float | None:
    found = float(text)
    return found if math.isfinite(found) else None


def _sane_integer(text: str) -> int | str:
    """An integer; one with more than eighteen digits stays text, as SQLite and JavaScript could not hold it."""
    return int(text) if len(text) <= 18 else text
