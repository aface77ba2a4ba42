"""The checklist of accessibility: what is asked of the kiosk, and for each row what holds it or why nothing does yet.

Read by the accessibility statement and by the page of the documentation; never on the way to the first screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from kiosk.content.reading_files import read_toml
from kiosk.errors import InputError

_TEXTS = ("id", "requirement", "number", "source", "hardware", "manual", "not_yet", "visitor")
_NEEDED = ("id", "requirement", "source")


class Row(NamedTuple):
    """One thing that is asked. Which checks of the audit hold it is said by the checks, not here.

    `tests` name tests as ``tests/ui/test_keys.py::test_…``; `hardware` is what the installer does; `manual` is who
    looked, and how; `not_yet` is what is missing and why, also where tests hold the rest of the row; `visitor` says
    that in one plain sentence for the accessibility statement.
    """

    id: str
    section: str
    requirement: str
    source: str
    number: str = ""
    tests: tuple[str, ...] = ()
    hardware: str = ""
    manual: str = ""
    not_yet: str = ""
    visitor: str = ""


def read_checklist(path: Path) -> tuple[Row, ...]:
    """Every row in the order of the file. Raises `InputError` for a row that cannot be understood."""
    rows: list[Row] = []
    for section in _tables(read_toml(path), "section", path):
        title = section.get("title")
        if not isinstance(title, str) or not title.strip():
            raise InputError("a section has no title", path)
        rows.extend(_row(body, title, path) for body in _tables(section, "row", path))
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise InputError(f"the row {row.id} stands here twice", path)
        seen.add(row.id)
    return tuple(rows)


def _tables(holder: dict[str, Any], name: str, path: Path) -> list[dict[str, Any]]:
    found = holder.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise InputError(f"{name} must be written as [[{name}]]", path)
    return found


def _row(body: dict[str, Any], section: str, path: Path) -> Row:
    called = str(body.get("id") or "a row without an id")
    strange = sorted(set(body) - {*_TEXTS, "tests"})
    if strange:
        raise InputError(f"{called}: there is no field {strange[0]}", path)
    texts = {name: body.get(name, "") for name in _TEXTS}
    tests = body.get("tests", [])
    if not all(isinstance(text, str) for text in texts.values()):
        raise InputError(f"{called}: every field but tests is one text", path)
    if not isinstance(tests, list) or not all(isinstance(test, str) for test in tests):
        raise InputError(f"{called}: tests is a list of names", path)
    for name in _NEEDED:
        if not texts[name].strip():
            raise InputError(f"{called}: {name} is missing", path)
    if texts["visitor"] and not texts["not_yet"]:
        raise InputError(f"{called}: a sentence for visitors without not_yet; it would not be shown", path)
    return Row(section=section, tests=tuple(tests), **{name: " ".join(text.split()) for name, text in texts.items()})
