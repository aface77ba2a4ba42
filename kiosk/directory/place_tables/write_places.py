"""Writes the cut tables into a source folder's ``places/``, with the licence lines that go with them."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import tomllib
from datetime import date
from pathlib import Path

from kiosk.directory.place_tables.cut import Cut, Point
from kiosk.directory.place_tables.postcode_rows import Kind
from kiosk.errors import InputError

ABOUT = "about.toml"
_TABLES = ("postcode", "sector", "outcode")
_SOURCES: dict[Kind, str] = {"ons": "ONS postcode directory", "code-point": "OS Code-Point Open"}
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def licence_lines(kind: Kind, year: int) -> tuple[str, ...]:
    """What must be said wherever the data is used (Open Government Licence v3.0; the owners' own wordings)."""
    lines = (
        f"Contains OS data © Crown copyright and database right {year}",
        f"Contains Royal Mail data © Royal Mail copyright and database right {year}",
    )
    if kind == "ons":
        return (*lines, "Source: Office for National Statistics licensed under the Open Government Licence v.3.0")
    return (*lines, f"Contains National Statistics data © Crown copyright and database right {year}")


def check_source(source: Path) -> None:
    """Raise `InputError` when a folder is no source folder."""
    if not (source / "source.toml").is_file():
        raise InputError("this is not a source folder; it has no source.toml", source)


def write_places(cut: Cut, file_name: str, source: Path, today: date, replace: bool = False) -> tuple[str, ...]:
    """Write the tables and ``about.toml``; the licence lines. Each file is replaced in one step.

    Raises `InputError`, with nothing changed, when the folder is no source folder, or when a table there was written
    or changed by hand, unless `replace`.
    """
    check_source(source)
    folder = source / "places"
    years = [int(year) for year in _YEAR.findall(file_name)]
    lines = licence_lines(cut.kind, years[-1] if years else today.year)
    texts = {
        f"{name}s.csv": _table(name, points)
        for name, points in zip(_TABLES, (cut.postcodes, cut.sectors, cut.outcodes), strict=True)
    }
    if not replace:
        _check_ours(folder, list(texts))
    folder.mkdir(exist_ok=True)
    about = _about(_SOURCES[cut.kind], file_name, today, lines, texts)
    for name, text in {**texts, ABOUT: about}.items():
        _write(folder / name, text)
    return lines


def _table(name: str, points: dict[str, Point]) -> str:
    rows = (f"{key},{latitude:.5f},{longitude:.5f}\n" for key, (latitude, longitude) in sorted(points.items()))
    return f"{name},lat,lon\n" + "".join(rows)


def _about(kind: str, file_name: str, today: date, lines: tuple[str, ...], texts: dict[str, str]) -> str:
    said = "".join(f"  {_quoted(line)},\n" for line in lines)
    files = "".join(f"{_quoted(name)} = {_quoted(_digest(text.encode()))}\n" for name, text in texts.items())
    return (
        "# Written by kiosk places, which looks here to see whether somebody changed the tables since.\n"
        f"from = {_quoted(kind)}\nfile = {_quoted(file_name)}\nmade_on = {today.isoformat()}\n"
        f"licence = [\n{said}]\n\n[files]\n{files}"
    )


def _check_ours(folder: Path, names: list[str]) -> None:
    try:
        about = tomllib.loads((folder / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        about = {}
    written = about.get("files")
    for name in names:
        path = folder / name
        if not path.exists():
            continue
        if not isinstance(written, dict) or written.get(name) != _digest(path.read_bytes()):
            raise InputError("this table was made or changed by hand; say --replace to write it anew", path)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _quoted(text: str) -> str:
    plain = "".join(character for character in text if character.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
