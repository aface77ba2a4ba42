"""Answers in a JSON file, as ``kiosk estimate`` and ``kiosk choose`` take them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from kiosk.errors import InputError

_MOST_BYTES = 100_000


def read_answers(file: Path) -> dict[str, Any]:
    """The answers of a file, amounts exact. Raises `InputError` when it is not one JSON object, each key once."""
    with file.open("rb") as opened:
        body = opened.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise InputError("this is too large to be a file of answers", file)
    try:
        found = json.loads(body.decode("utf-8"), parse_float=Decimal, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise InputError("this is not JSON in UTF-8", file) from None
    if not isinstance(found, dict):
        raise InputError("the answers are one JSON object: question ids and answers", file)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InputError(f"{key}: this is answered twice")
        found[key] = value
    return found
