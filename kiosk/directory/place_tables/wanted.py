"""Which postcodes staff want: those of a council or ward, of some districts, or round a point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.directory.place_tables.national_files import NationalFile
from kiosk.directory.place_tables.postcode_rows import Found, Tally, postcode_rows
from kiosk.directory.postcodes import is_in_britain, miles, normal, outcode, sector
from kiosk.errors import InputError

_CODE = re.compile(r"[EWS]\d{8}")
_POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to keep; a postcode is kept when one of these holds it."""

    codes: frozenset[str] = frozenset()
    """Codes of areas as ONS writes them, such as E08000009."""
    outcodes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    middle: tuple[float, float] | None = None
    within_miles: float = 0.0

    def holds(self, found: Found) -> bool:
        """Whether a row is wanted."""
        postcode, latitude, longitude, cells = found
        return (
            (bool(self.codes) and not self.codes.isdisjoint(cells))
            or postcode.partition(" ")[0] in self.outcodes
            or (bool(self.sectors) and postcode[:-2] in self.sectors)
            or (self.middle is not None and miles(*self.middle, latitude, longitude) <= self.within_miles)
        )


def wanted(
    file: NationalFile,
    around: str = "",
    areas: Sequence[str] = (),
    parts: Sequence[str] = (),
    within_miles: float = 0.0,
    of: str = "",
) -> Wanted:
    """What staff asked for; for `of` the file is read until that postcode is found. Raises `InputError`."""
    codes = {area.strip().upper() for area in areas if area.strip()}
    wrong = next((code for code in sorted(codes) if not _CODE.fullmatch(code)), None)
    if wrong is not None:
        raise InputError(f"{wrong!r} is not the code of an area; codes look like E08000009")
    if around:
        codes.add(_code_of(file, around))
    outcodes, sectors = set(), set()
    for part in (part.strip() for part in parts if part.strip()):
        if sector(part) and not normal(part):
            sectors.add(sector(part))
        elif outcode(part) and not normal(part):
            outcodes.add(outcode(part))
        else:
            raise InputError(f"{part!r} is not the first part of a postcode, such as M33 or M33 7")
    middle = None
    if of or within_miles:
        if not of or within_miles <= 0:
            raise InputError("--within and --of belong together: --within 15 --of 'M33 7ZF'")
        middle = _middle(file, of)
    if not (codes or outcodes or sectors or middle):
        raise InputError("say which area you want: --around, --area, --postcodes, or --within with --of")
    return Wanted(frozenset(codes), frozenset(outcodes), frozenset(sectors), middle, within_miles)


def _code_of(file: NationalFile, around: str) -> str:
    names = file.district_names()
    if not names:
        raise InputError(
            "no names of councils came with this file; give the council's code, such as --area E08000009", file.path
        )
    code = names.get(" ".join(around.split()).casefold())
    if code is None or not _CODE.fullmatch(code):
        raise InputError(f"no council in Great Britain is called {around!r} in the names that came with it", file.path)
    return code


def _middle(file: NationalFile, of: str) -> tuple[float, float]:
    if point := _POINT.fullmatch(of):
        latitude, longitude = float(point[1]), float(point[2])
        if not is_in_britain(latitude, longitude):
            raise InputError(f"{of!r} is not in Great Britain; write the latitude first, such as 53.42,-2.32")
        return latitude, longitude
    postcode = normal(of)
    if not postcode:
        raise InputError(f"{of!r} is not a postcode, nor a latitude and longitude such as 53.42,-2.32")
    for found, latitude, longitude, _cells in postcode_rows(file, Tally()):
        if found == postcode:
            return latitude, longitude
    raise InputError(f"the postcode {postcode} is not in this file", file.path)
