"""The rows of ONS's postcode directories (ONSPD, NSPL) and of OS Code-Point Open, as one kind of row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.directory.place_tables.national_files import NationalFile, Row
from kiosk.directory.place_tables.national_grid import from_grid
from kiosk.directory.postcodes import is_in_britain, normal
from kiosk.errors import InputError

Kind = Literal["ons", "code-point"]

_POSTCODE = ("pcds", "pcd8", "pcd2", "pcd", "pcd7", "postcode")
_LATITUDE, _LONGITUDE = ("lat", "latitude"), ("long", "lon", "lng", "longitude")
_ENDED = ("doterm",)
_NORTHERN_IRELAND = re.compile(r"BT\d")
_WHOLE = re.compile(r"\d{1,7}")
_WRONG = (
    "this is neither the ONS Postcode Directory (columns pcds, lat and long) nor OS Code-Point Open"
    " (postcode, quality, easting, northing)"
)
_NO_POSITION = "90"
"""Code-Point Open's quality mark of a postcode whose position is not known."""


@dataclass(slots=True)
class Tally:
    """How many rows were read, and why some were left out."""

    rows: int = 0
    ended: int = 0
    nowhere: int = 0
    northern_ireland: int = 0
    unreadable: int = 0


Found = tuple[str, float, float, Row]
"""Postcode as "M33 7ZF", latitude, longitude, and every cell of its row, among them the codes of its areas."""


def postcode_rows(file: NationalFile, tally: Tally) -> Iterator[Found]:
    """Every postcode in use in Great Britain that has a position. Raises `InputError` when the file is another."""
    for shown, rows in file.parts():
        first = next(rows, None)
        if first is None:
            continue
        number, cells = first
        if _is_code_point(cells):
            yield from _counted([first], tally, _code_point)
            yield from _counted(rows, tally, _code_point)
        else:
            yield from _counted(rows, tally, _ons_reader(cells, shown, number))


def kind_of(file: NationalFile) -> Kind:
    """Which of the two it is, by its first row. Raises `InputError` when it is neither."""
    shown, rows = next(file.parts())
    number, cells = next(rows, (1, []))
    if not cells:
        raise InputError("this file is empty", shown)
    if _is_code_point(cells):
        return "code-point"
    _ons_reader(cells, shown, number)
    return "ons"


_Reader = Callable[[Row, Tally], "tuple[str, float, float] | None"]


def _counted(rows: Iterator[tuple[int, Row]] | list[tuple[int, Row]], tally: Tally, reader: _Reader) -> Iterator[Found]:
    for _number, cells in rows:
        tally.rows += 1
        found = reader(cells, tally)
        if found is not None:
            yield *found, cells


def _is_code_point(cells: Row) -> bool:
    return len(cells) >= 4 and bool(normal(cells[0])) and all(_WHOLE.fullmatch(cell.strip()) for cell in cells[1:4])


def _code_point(cells: Row, tally: Tally) -> tuple[str, float, float] | None:
    if not _is_code_point(cells):
        tally.unreadable += 1
        return None
    if cells[1].strip() == _NO_POSITION or int(cells[2]) == 0:
        tally.nowhere += 1
        return None
    return _placed(normal(cells[0]), *from_grid(float(cells[2]), float(cells[3])), tally)


def _ons_reader(header: Row, shown: str, number: int) -> _Reader:
    """A reader of rows for this header. Raises `InputError` when it has no postcode, latitude or longitude."""
    names = {name.strip().casefold(): place for place, name in reversed(list(enumerate(header)))}
    places = [
        next((names[name] for name in wanted if name in names), None) for wanted in (_POSTCODE, _LATITUDE, _LONGITUDE)
    ]
    ended = next((names[name] for name in _ENDED if name in names), None)
    if None in places:
        raise InputError(_WRONG, shown, number)
    postcode, latitude, longitude = (place for place in places if place is not None)

    def read(cells: Row, tally: Tally) -> tuple[str, float, float] | None:
        try:
            text, lat, lon = cells[postcode], float(cells[latitude] or 99), float(cells[longitude] or 0)
            if ended is not None and cells[ended].strip():
                tally.ended += 1
                return None
        except (IndexError, ValueError):
            tally.unreadable += 1
            return None
        return _placed(normal(text), lat, lon, tally)

    return read


def _placed(postcode: str, latitude: float, longitude: float, tally: Tally) -> tuple[str, float, float] | None:
    if not postcode:
        tally.unreadable += 1
    elif _NORTHERN_IRELAND.match(postcode):
        tally.northern_ireland += 1
    elif not is_in_britain(latitude, longitude):
        tally.nowhere += 1
    else:
        return postcode, latitude, longitude
    return None
