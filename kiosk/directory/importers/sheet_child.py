"""The short-lived process that unpacks one workbook: rows come out as lines of JSON.

The reader is compiled code; a workbook that brings it down, or that grows without end, takes only this process along.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY = 2 << 30
"""Bytes that this process may take, where the system can be told (not on Windows)."""
MOST_COLUMNS = 401
"""One more than a table may have, so that the one who reads the rows sees that there are too many."""
_MOST_CELLS = 60_000_000
_MINUTE = timedelta(minutes=1)


def main() -> int:
    """Write the sheets of the workbook that is the first argument to standard output, a line of JSON each:

    ``{"sheet": name, "hidden": bool}``, then ``[row number, [texts]]`` for each filled row of a sheet that is shown;
    last ``{"end": true}``, or ``{"problem": "password" | "damaged" | "large" | "reader"}``. Formulas are not worked
    out: what the spreadsheet program worked out last stands in the file and is read.
    """
    _limit()
    out = sys.stdout
    try:
        for item in _items(sys.argv[1]):
            out.write(json.dumps(item) + "\n")
        last: dict[str, Any] = {"end": True}
    except ImportError:
        last = {"problem": "reader"}
    except MemoryError:
        last = {"problem": "large"}
    except BaseException as error:  # Rust's panics are no Exceptions.
        if isinstance(error, (KeyboardInterrupt, BrokenPipeError)):
            return 1
        last = {"problem": "password" if type(error).__name__ == "PasswordError" else "damaged"}
    out.write(json.dumps(last) + "\n")
    out.flush()
    return 0


def _items(path: str) -> Iterator[Any]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    with load_workbook(path) as workbook:
        for number, about in enumerate(workbook.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            hidden = about.visible != SheetVisibleEnum.Visible
            yield {"sheet": about.name, "hidden": hidden}
            if hidden:
                continue
            sheet = workbook.get_sheet_by_index(number)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise MemoryError
            for row, values in enumerate(sheet.iter_rows(), start=1):
                texts = filled([as_text(value) for value in values])[:MOST_COLUMNS]
                if texts:
                    yield [row, texts]


def filled(texts: list[str]) -> list[str]:
    """The cells up to the last one that holds anything."""
    end = len(texts)
    while end and not texts[end - 1].strip():
        end -= 1
    return texts[:end]


def as_text(value: Any) -> str:
    """A cell as people would type it: "9" for 9.0, "2026-01-19", "09:30", "TRUE"; text stays as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        seconds = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        return _hours(seconds + timedelta(microseconds=value.microsecond))
    return _hours(value) if isinstance(value, timedelta) else ""


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return format(value, ".15g")


def _moment(value: datetime) -> str:
    """A day with a time to the minute; without one the day; before 1901 only the time, as day 0 stands for none."""
    if value.year < 1901:
        return _hours(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
    with contextlib.suppress(OverflowError):
        value = (value + _MINUTE / 2).replace(second=0, microsecond=0)
    text = value.isoformat(" ", "minutes")
    return text.removesuffix(" 00:00")


def _hours(value: timedelta) -> str:
    minutes = round(value / _MINUTE)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes >= 0 else ""


def _limit() -> None:
    """Cap this process's memory, and leave no core dump."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
