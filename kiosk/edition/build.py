"""Builds an edition from a source folder: records to SQLite, written beside the old one and switched by a rename."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.edition.folders import replace_folder
from kiosk.edition.gather import Gathered, gather
from kiosk.edition.manifest import DATABASE, MANIFEST, SCHEMA, Manifest, file_sha256
from kiosk.edition.reader import verify
from kiosk.errors import EditionError, InputError
from kiosk.records import Record, digest

_OF_AN_EDITION = {DATABASE, MANIFEST, "files"}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; `changed` is false when the edition there already had this digest."""

    folder: Path
    manifest: Manifest
    changed: bool


def build(source: Path, into: Path, built_on: date | None = None) -> Built:
    """Build the edition of a source folder into a folder. Nothing is left half-written.

    An edition with the same digest is kept as it is. Raises `InputError` for a wrong source, `OSError` for a full disk.
    """
    found = gather(source)
    wanted = digest(found.records)
    into = into.absolute()
    if into.exists():
        if not into.is_dir() or not {item.name for item in into.iterdir()} <= _OF_AN_EDITION:
            raise InputError("this folder holds something else; choose an empty one", into)
        if (kept := _already_there(into, wanted, found)) is not None:
            return Built(into, kept, changed=False)
    into.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{into.name}-", dir=into.parent))
    try:
        database = staging / DATABASE
        write_database(database, found.records)
        _flush(database)
        manifest = Manifest(
            name=found.about["name"],
            area=found.about["area"],
            languages=tuple(found.about["languages"]),
            demonstration=found.about["demonstration"],
            trust="local",
            digest=wanted,
            built_from=found.built_from,
            built_on=(built_on or date.today()).isoformat(),
            counts=dict(sorted(Counter(record.kind for record in found.records).items())),
            database_size=database.stat().st_size,
            database_sha256=file_sha256(database),
        )
        manifest.write(staging)
        staging.chmod(0o755)
        replace_folder(staging, into)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Built(into, manifest, changed=True)


def _already_there(into: Path, wanted: str, found: Gathered) -> Manifest | None:
    """The manifest of the edition in a folder when it is whole and says all that a new one would say."""
    try:
        manifest = verify(into)
    except EditionError:
        return None
    says = (manifest.name, manifest.area, list(manifest.languages), manifest.demonstration, manifest.built_from)
    about = found.about
    same = says == (about["name"], about["area"], about["languages"], about["demonstration"], found.built_from)
    return manifest if same and manifest.digest == wanted and manifest.schema == SCHEMA else None


def write_database(path: Path, records: tuple[Record, ...]) -> None:
    """Write the tables of this schema from records into a new file. Raises `OSError` for a full disk, `InputError`."""
    from sqlite_utils import Database

    from kiosk.content import tables as content_tables
    from kiosk.directory import tables as directory_tables

    path.touch()  # says plainly what is wrong where nothing can be written
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "CREATE TABLE record (kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, key))"
            " WITHOUT ROWID"
        )
        ordered = sorted(records, key=lambda record: (record.kind, record.key))
        with connection:
            rows = ((record.kind, record.key, record.canonical()) for record in ordered)
            connection.executemany("INSERT INTO record VALUES (?, ?, ?)", rows)
        database = Database(connection)
        content_tables.write(database, _in_tree_order(records))
        directory_tables.write(database, ordered)
        connection.commit()
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:
        raise OSError(errno.ENOSPC, f"the edition cannot be written ({error})", str(path)) from error
    except UnicodeEncodeError as error:
        character = error.object[error.start : error.end]
        raise InputError(f"a text holds a character that cannot be stored: {character!r}") from error
    finally:
        connection.close()


def _in_tree_order(records: tuple[Record, ...]) -> list[Record]:
    """Guides in the order of the topic tree, then by title; everything else as it came."""
    places: dict[tuple[str, str], tuple[int, int]] = {}
    for record in records:
        if record.kind == "topic":
            for number, subtopic in enumerate(record.body["subtopics"]):
                places[record.key, subtopic["id"]] = (int(record.body["order"]), number)

    def place(record: Record) -> tuple[tuple[int, int], int, str]:
        if record.kind != "guide":
            return (-1, -1), 0, ""
        core_first = 0 if record.body["booklet"] == "core" else 1
        return places.get((record.body["topic"], record.body["subtopic"]), (99, 99)), core_first, record.body["id"]

    return sorted(records, key=place)


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
