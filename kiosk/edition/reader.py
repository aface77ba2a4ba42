"""Opens an edition read-only, after checking that it is whole."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.library import Library
from kiosk.edition.manifest import DATABASE, SCHEMA, Manifest, file_sha256, read_manifest
from kiosk.errors import EditionError
from kiosk.records import line_digest

if TYPE_CHECKING:
    from kiosk.directory.service import Service

_HASH_AT_ONCE = 8 * 1024 * 1024
"""A file up to this size is hashed whole while it is opened (a few milliseconds); a larger one by `verify` later."""


class Edition:
    """An open edition: its manifest, its library of guides, its services. Nothing can be written through it.

    `folder` and `manifest` are the edition's own, also where the tables were made anew as it is of an older schema.
    """

    def __init__(self, folder: Path, manifest: Manifest, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.manifest = manifest
        self.connection = connection
        self.library = Library(connection)

    def service(self, key: str) -> Service | None:
        """A service by its key ``source:id``, or None."""
        from kiosk.directory.service import Service

        row = self.connection.execute("SELECT json FROM record WHERE kind = 'service' AND key = ?", (key,)).fetchone()
        return None if row is None else Service.from_record(json.loads(row[0]))

    def close(self) -> None:
        """Close the database; the edition can't be used afterwards."""
        catalogue = sys.modules.get("kiosk.search.catalogue")
        if catalogue is not None:
            catalogue.forget(self.connection)
        self.connection.close()


def open_edition(folder: Path) -> Edition:
    """Open an edition. Raises `EditionError` when it is missing, damaged, changed, or too new or old to be shown.

    The manifest, the schema and the file's size are always checked, a small file also by its hash. One of an older
    schema is brought up to this one elsewhere on the disk; the folder itself is never written to.
    """
    manifest = read_manifest(folder)
    path = folder / DATABASE
    try:
        size = path.stat().st_size
    except OSError as error:
        raise EditionError(f"{path} is missing, so this edition is not shown.") from error
    if size != manifest.database_size:
        raise EditionError(f"{path} is not as it was built, so this edition is not shown.")
    if size <= _HASH_AT_ONCE:
        check_file(folder, manifest)
    if manifest.schema < SCHEMA:
        from kiosk.edition.older import connect_older

        return Edition(folder, manifest, connect_older(folder, manifest))
    try:
        return Edition(folder, manifest, connect(path))
    except sqlite3.Error as error:
        raise EditionError(f"{path} cannot be opened, so this edition is not shown.") from error


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection that takes no locks and writes no journal; usable from a worker thread, one at a time."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only = 1")
    return connection


def check_file(folder: Path, manifest: Manifest) -> None:
    """Raise `EditionError` when the database file's hash is not the manifest's."""
    try:
        found = file_sha256(folder / DATABASE)
    except OSError as error:
        raise EditionError(f"{folder / DATABASE} cannot be read, so this edition is not shown.") from error
    if found != manifest.database_sha256:
        raise EditionError(f"{folder / DATABASE} is not as it was built, so this edition is not shown.")


def verify(folder: Path) -> Manifest:
    """Check an edition whole: the file's hash, and the digest computed again from every record in it."""
    manifest = read_manifest(folder)
    path = folder / DATABASE
    if not path.is_file():
        raise EditionError(f"{path} is missing, so this edition is not shown.")
    check_file(folder, manifest)
    connection = connect(path)
    try:
        whole = hashlib.sha256()
        rows = connection.execute("SELECT kind, key, json FROM record")
        for line in sorted(line_digest(kind, key, text) for kind, key, text in rows):
            whole.update(line)
    except sqlite3.Error as error:
        raise EditionError(f"{path} cannot be read, so this edition is not shown.") from error
    finally:
        connection.close()
    if whole.hexdigest() != manifest.digest:
        raise EditionError(f"The digest of {folder} does not match, so this edition is not shown.")
    return manifest
