"""Reads the directory half of a source folder into records: services, the feeds they came from, places."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path
from typing import Any

from kiosk.directory import duplicates, tolerant
from kiosk.directory.corrections import apply, read_corrections, without_a_service
from kiosk.directory.outlines import read_outlines
from kiosk.directory.reading_json import decode_utf8, parse, read_bytes, read_lines
from kiosk.errors import InputError
from kiosk.records import Record

CORRECTIONS = "corrections.csv"
ABOUT_PLACES = "about.toml"
"""What `kiosk places` writes beside its tables: where they come from, and the lines that must be shown with them."""
_PLACE_KINDS = ("postcode", "sector", "outcode")
_LATITUDE, _LONGITUDE = ("latitude", "lat"), ("longitude", "lon", "lng", "long")


def read(source_dir: Path) -> list[Record]:
    """The records of ``directory/*/`` with ``corrections.csv`` and ``duplicates.csv`` applied, and ``places/``.

    Kinds: "service" (key ``source:id``), "feed" (key: the source's id), "place", "outline".
    Raises `InputError` with the line.
    """
    feeds: list[Record] = []
    bodies: dict[str, dict[str, Any]] = {}
    for folder in _folders(source_dir / "directory"):
        about, services = read_feed(folder)
        feeds.append(Record("feed", folder.name, about))
        bodies.update(services)
    apply(read_corrections(source_dir / CORRECTIONS), bodies)
    duplicates.apply(duplicates.read_pairs(source_dir / duplicates.FILE), bodies)
    services_found = [Record("service", key, body) for key, body in bodies.items()]
    places = source_dir / "places"
    return [
        *feeds,
        *_about_places(places / ABOUT_PLACES),
        *services_found,
        *_read_places(places),
        *read_outlines(places),
    ]


def imported_bodies(source_dir: Path) -> dict[str, dict[str, Any]]:
    """Every service by key as it was imported, without corrections. Raises `InputError` with the line."""
    folders = _folders(source_dir / "directory")
    return {key: body for folder in folders for key, body in read_feed(folder)[1].items()}


def lost_corrections(source_dir: Path) -> list[tuple[int, str]]:
    """(line, what to tell staff) for each correction whose service is not there. Raises `InputError`."""
    corrections = read_corrections(source_dir / CORRECTIONS)
    return without_a_service(corrections, imported_bodies(source_dir)) if corrections else []


def read_feed(folder: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """What one source says of itself, and its services by key, as they were imported."""
    about_file = folder / "source.json"
    about = parse(decode_utf8(read_bytes(about_file), about_file), about_file)
    if not isinstance(about, dict):
        raise InputError("this must be one JSON object about the source", about_file, 1)
    path = folder / "records.jsonl"
    bodies: dict[str, dict[str, Any]] = {}
    for number, text in read_lines(path):
        if not text.strip():
            continue
        body = parse(text, path, number)
        if not isinstance(body, dict):
            raise InputError("each line must be one JSON object, a service", path, number)
        identity = tolerant.line(body.get("id"))
        if not identity or not tolerant.line(body.get("name")):
            raise InputError("this service has no id or no name", path, number)
        if tolerant.line(body.get("source_id")) not in ("", folder.name):
            raise InputError(f"this service says that it belongs to {body['source_id']!r}", path, number)
        body = {**_storable(body), "id": identity, "source_id": folder.name}
        key = f"{folder.name}:{identity}"
        if key in bodies:
            raise InputError(f"the id {identity!r} stands here twice", path, number)
        bodies[key] = body
    return {**_storable(about), "id": folder.name}, bodies


def _about_places(path: Path) -> list[Record]:
    """The feed "places", which holds no services: whom the tables of places come from. Raises `InputError`."""
    if not path.is_file():
        return []
    try:
        about = tomllib.loads(decode_utf8(read_bytes(path), path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"this is not valid TOML ({error})", path) from error
    name = tolerant.line(about.get("from"))
    body = {
        "id": "places",
        "kind": "places",
        "name": name,
        "attribution": "\n".join(tolerant.texts(about.get("licence"))),
    }
    return [Record("feed", "places", body)] if name else []


def _folders(directory: Path) -> list[Path]:
    """The source folders; hidden ones are unfinished imports and are passed over."""
    if not directory.is_dir():
        return []
    return sorted(path for path in directory.iterdir() if path.is_dir() and not path.name.startswith("."))


def _storable(value: Any) -> Any:
    """The value with lone surrogates taken out of every string, as no file or table can hold them."""
    if isinstance(value, str):
        return tolerant.without_surrogates(value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {tolerant.without_surrogates(key): _storable(item) for key, item in value.items()}
    return value


def _read_places(folder: Path) -> list[Record]:
    records: dict[str, Record] = {}
    for path in sorted(folder.glob("*.csv")):
        reader = csv.DictReader(
            io.StringIO(decode_utf8(read_bytes(path), path), newline=""), restkey="", restval="", strict=True
        )
        try:
            names = {str(name).strip().casefold(): str(name) for name in reader.fieldnames or ()}
            name_column = next((name for name in (*_PLACE_KINDS, "name") if name in names), "")
            latitude = next((names[name] for name in _LATITUDE if name in names), "")
            longitude = next((names[name] for name in _LONGITUDE if name in names), "")
            if not (name_column and latitude and longitude):
                raise InputError("a list of places needs a name, lat and lon column", path, 1)
            for row in reader:
                name = tolerant.line(row.get(names[name_column]))
                point = tolerant.number(row.get(latitude)), tolerant.number(row.get(longitude))
                if not name or None in point:
                    raise InputError("this place has no name, or its lat or lon is not a number", path, reader.line_num)
                kind = name_column if name_column in _PLACE_KINDS else tolerant.line(row.get("kind")) or "place"
                body = {"name": name, "kind": kind, "latitude": point[0], "longitude": point[1]}
                records[f"{kind}:{name}"] = Record("place", f"{kind}:{name}", body)
        except csv.Error as error:
            raise InputError(f"this is not a valid CSV file ({error})", path, reader.line_num + 1) from error
    return list(records.values())
