"""Opens an edition of an older schema: its tables are made anew in a folder of ours, once; see docs/decisions/0020.

Nothing here is on the way of an edition of the present schema.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kiosk import late_log, paths
from kiosk.edition.bring_up import UNUSABLE
from kiosk.edition.folders import flush_folder, replace_folder
from kiosk.edition.manifest import DATABASE, SCHEMA, Manifest, read_manifest
from kiosk.edition.reader import check_file, connect, verify
from kiosk.errors import EditionError

_LEFT_BEHIND = 24 * 3600
"""Seconds after which an unfinished folder is taken for one that a power cut left."""


def brought_up_folder() -> Path:
    """Where brought-up editions are kept; each can be made anew."""
    return paths.cache() / "brought-up"


def connect_older(folder: Path, manifest: Manifest) -> sqlite3.Connection:
    """A connection to tables of the present schema with the records of an older edition, which stays as it is.

    They are made at the first opening, in a child process, and kept; where they can't be kept, made at every opening.
    Raises `EditionError` when the edition is damaged, and when there is nowhere to write.
    """
    place = brought_up_folder() / _name(manifest)
    try:
        return _connect(place, manifest)
    except EditionError:
        verify(folder)
    try:
        _make(folder, manifest, place)
    except OSError as error:
        late_log.warn(__name__, "an older edition cannot be kept in %s: %s", place.parent, error)
        return _connect_passing(folder, manifest)
    try:
        connection = _connect(place, manifest)
    except EditionError:  # another process swept it away at this moment
        return _connect_passing(folder, manifest)
    sweep_after(place)
    return connection


def sweep(shown: Iterable[Path]) -> None:
    """Remove what was made from editions that are not among these."""
    _sweep({_name(manifest) for folder in shown if (manifest := _manifest(folder)) is not None})


def sweep_after(made: Path) -> None:
    """Remove what was made from editions that can no longer be shown; what was made just now stays."""
    from kiosk.edition.current import candidates

    _sweep({made.name, *(_name(manifest) for folder in candidates() if (manifest := _manifest(folder)) is not None)})


def can_be_kept() -> bool:
    """Whether something can be written where brought-up editions are kept."""
    place = brought_up_folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"x")
            file.flush()
    except OSError:
        return False
    return True


def _name(manifest: Manifest) -> str:
    return f"{manifest.digest[:16]}-{manifest.database_sha256[:16]}-{SCHEMA}"


def _manifest(folder: Path) -> Manifest | None:
    try:
        return read_manifest(folder)
    except EditionError:
        return None


def _connect(place: Path, manifest: Manifest) -> sqlite3.Connection:
    """Raises `EditionError` unless the folder holds, whole, what was made from the edition with this manifest."""
    made = read_manifest(place)
    wanted = replace(manifest, schema=SCHEMA, database_size=made.database_size, database_sha256=made.database_sha256)
    if made != wanted:
        raise EditionError(f"{place} was made from another edition.")
    check_file(place, made)
    try:
        return connect(place / DATABASE)
    except sqlite3.Error as error:
        raise EditionError(f"{place / DATABASE} cannot be opened.") from error


def _make(folder: Path, manifest: Manifest, place: Path) -> None:
    """Make the folder beside its place and put it there by one rename; another process may do the same meanwhile."""
    place.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".making-", dir=place.parent))
    try:
        _run(folder, staging)
        staging.chmod(0o755)
        try:
            staging.rename(place)
            flush_folder(place.parent)
        except OSError:
            try:
                _connect(place, manifest).close()
            except EditionError:
                replace_folder(staging, place)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _connect_passing(folder: Path, manifest: Manifest) -> sqlite3.Connection:
    """A connection to tables in a folder that is gone at once: an open file stays until it is closed."""
    for parent in dict.fromkeys((_usual_temporary(), "/dev/shm")):
        if not parent or not Path(parent).is_dir():
            continue
        try:
            with tempfile.TemporaryDirectory(prefix="signpost-", dir=parent, ignore_cleanup_errors=True) as made:
                _run(folder, Path(made))
                return _connect(Path(made), manifest)
        except OSError as error:
            late_log.warn(__name__, "an older edition cannot be brought up in %s: %s", parent, error)
    raise EditionError(
        f"{folder} was built for an older version of Signpost, and the disk is full or cannot be written,"
        " so it cannot be brought up to this one."
    )


def _usual_temporary() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return ""


def _run(folder: Path, into: Path) -> None:
    """Bring an edition up in a child process, so that its memory goes with it. Raises `EditionError`, `OSError`."""
    command = [sys.executable, "-m", "kiosk.edition.bring_up", str(folder.absolute()), str(into.absolute())]
    finished = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if finished.returncode == 0:
        return
    said = [line.strip() for line in finished.stderr.splitlines() if line.strip()] or ["no reason was given"]
    if finished.returncode == UNUSABLE:
        raise EditionError(said[-1])
    raise OSError(said[-1])


def _sweep(keep: set[str]) -> None:
    for folder in brought_up_folder().glob("[!.]*"):
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in brought_up_folder().glob(".making-*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(folder, ignore_errors=True)
