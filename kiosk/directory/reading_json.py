"""Reads JSON that other people wrote, with caps on size and depth, and says plainly what is wrong with it."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from kiosk.errors import InputError
from kiosk.records import MAX_DEPTH

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read: ten times the largest feed known."""

_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)


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


def decode_utf8(data: bytes, path: Path | str) -> str:
    """The text, without a byte-order mark. Raises `InputError` with the line when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this file is not UTF-8 text; save it as UTF-8", path, line) from error


def parse(text: str, path: Path | str, line: int | None = None) -> Any:
    """JSON text as a value. `line` is where a single line stands in its file. Numbers that are no numbers are null."""
    depth = _depth(text)
    if depth > MAX_DEPTH:
        raise InputError(f"this is nested more than {MAX_DEPTH} levels deep", path, line or 1)
    try:
        return json.loads(text, parse_constant=lambda _: None, parse_float=_finite, parse_int=_sane_integer)
    except json.JSONDecodeError as error:
        place = line if line is not None else error.lineno
        reason = f"{error.msg.lower()} at column {error.colno}"
        raise InputError(f"this is not valid JSON ({reason})", path, place) from error
    except RecursionError as error:
        raise InputError("this is nested too deeply", path, line or 1) from error


def _depth(text: str) -> int:
    """How deep the brackets go, those inside strings left out; stops counting beyond what is allowed."""
    depth = deepest = 0
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return 0
    for match in _STRING_OR_BRACKET.finditer(text):
        mark = match[0][0]
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
        elif mark in "]}":
            depth -= 1
    return deepest


def _finite(text: str) -> float | None:
    found = float(text)
    return found if math.isfinite(found) else None


def _sane_integer(text: str) -> int | str:
    """An integer; one with more than eighteen digits stays text, as SQLite and JavaScript could not hold it."""
    return int(text) if len(text) <= 18 else text
