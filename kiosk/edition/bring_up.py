"""Makes the tables of the present schema from the records of an older edition; run as a process of its own.

``python -m kiosk.edition.bring_up EDITION INTO`` fills an empty folder. Exit code 2: the records can't be brought up;
3: the folder can't be written.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.edition.build import write_database
from kiosk.edition.manifest import DATABASE, SCHEMA, Manifest, file_sha256
from kiosk.edition.migrations import brought_up
from kiosk.edition.reader import connect, verify
from kiosk.errors import EditionError, InputError
from kiosk.records import Record

UNUSABLE, UNWRITABLE = 2, 3


def bring_up(folder: Path, into: Path) -> Manifest:
    """Check an edition whole and write its records into an empty folder as an edition of the present schema.

    The manifest says the same of it, digest and all; only schema, size and hash are those of the new file. Raises
    `EditionError` for a damaged edition and records that can't be read, `OSError` for a full disk.
    """
    manifest = verify(folder)
    connection = connect(folder / DATABASE)
    try:
        rows = connection.execute("SELECT kind, key, json FROM record ORDER BY kind, key")
        records = brought_up((Record(kind, key, json.loads(text)) for kind, key, text in rows), manifest.schema)
        write_database(into / DATABASE, records)
    except (sqlite3.Error, InputError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EditionError(
            f"The records of {folder} cannot be brought up to this version of Signpost; build it again."
        ) from error
    finally:
        connection.close()
    with (into / DATABASE).open("rb") as file:
        os.fsync(file.fileno())
    size, hashed = (into / DATABASE).stat().st_size, file_sha256(into / DATABASE)
    made = replace(manifest, schema=SCHEMA, database_size=size, database_sha256=hashed)
    made.write(into)
    return made


def main(arguments: list[str]) -> int:
    """Bring one edition up; says on standard error what is wrong."""
    try:
        bring_up(Path(arguments[0]), Path(arguments[1]))
    except EditionError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except OSError as error:
        print(error.strerror or error, file=sys.stderr)
        return UNWRITABLE
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
