"""Reads workbooks (.xlsx, .ods) sheet by sheet as texts; see docs/decisions/0019 for why in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.directory import reading_json
from kiosk.directory.importers import workbook_zip
from kiosk.directory.importers.content import Content
from kiosk.errors import InputError

TIME_OUT = 300.0
"""Seconds after which a workbook that is still being read is given up."""
MOST_CHARACTERS = 256 * 1024 * 1024
"""The most text that all sheets together may hold."""

_SHORT, _MOST_SAME = 40, 100_000
_PROBLEMS = {
    "password": "this workbook is protected by a password; save a copy without one",
    "large": "this workbook is too large to be read; save the sheet that is needed as .csv",
    "reader": "workbooks cannot be read here, as the Python package python-calamine is missing; save it as .csv",
}
_DAMAGED = "this workbook is damaged or far too large; open it, save the sheet that is needed as .csv, and try again"


def sheets(path: Path) -> list[Content]:
    """The sheets of a workbook that are shown and hold anything, in order.

    Raises `InputError` in one plain sentence when the workbook is empty, broken, protected or too large. Hidden sheets
    are not read, as they may hold what nobody meant to give away; the first sheet's `notes` name them.
    """
    try:
        if path.stat().st_size > reading_json.MAX_BYTES:
            raise InputError(f"this file is larger than {reading_json.MAX_BYTES // 1024 // 1024} MB", path)
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error
    workbook_zip.check(path)
    found: list[tuple[str, list[tuple[int, list[str]]]]] = []
    hidden: list[str] = []
    for item in _items(path):
        if isinstance(item, list):
            found[-1][1].append((item[0], item[1]))
        elif item["hidden"]:
            hidden.append(item["sheet"])
        else:
            found.append((item["sheet"], []))
    filled = [(name, rows) for name, rows in found if rows]
    if not filled:
        raise InputError("this workbook is empty, or all its sheets are hidden", path)
    notes = tuple(f"the sheet {name!r} is hidden and is not read" for name in hidden)
    return [
        Content(path, "", cells=tuple(rows), part=" ".join(name.split()) or "sheet", notes=() if number else notes)
        for number, (name, rows) in enumerate(filled)
    ]


def _items(path: Path) -> Iterator[Any]:
    """What the child says (see `sheet_child.main`), equal short texts held once. Raises `InputError`."""
    same: dict[str, str] = {}
    characters = 0
    with _child(path) as lines:
        for line in lines:
            characters += len(line)
            if characters > MOST_CHARACTERS:
                raise InputError(_PROBLEMS["large"], path)
            try:
                item = json.loads(line)
            except ValueError:
                break
            if isinstance(item, list):
                if len(same) > _MOST_SAME:
                    same.clear()
                item[1] = [same.setdefault(text, text) if len(text) <= _SHORT else text for text in item[1]]
            elif "end" in item:
                return
            elif "problem" in item:
                raise InputError(_PROBLEMS.get(item["problem"], _DAMAGED), path)
            yield item
    raise InputError(_DAMAGED, path)


@contextmanager
def _child(path: Path) -> Iterator[Iterator[bytes]]:
    """The lines of the process that reads the workbook; it is gone when this ends."""
    package = str(Path(__file__).resolve().parents[3])
    searched = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-B", "-s", "-P", "-m", "kiosk.directory.importers.sheet_child", str(path.resolve())]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": searched},
        )
    except OSError as error:
        raise InputError("the part that reads workbooks could not be started; save it as .csv", path) from error
    clock = threading.Timer(TIME_OUT, process.kill)
    clock.daemon = True
    clock.start()
    try:
        assert process.stdout is not None
        yield iter(process.stdout)
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
