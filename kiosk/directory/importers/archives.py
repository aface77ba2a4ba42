"""Reads the files of a zip archive or a folder one by one, with caps on their number and on all of them together."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.workbook_zip import is_workbook
from kiosk.directory.reading_json import MAX_BYTES
from kiosk.errors import InputError

MOST_FILES = 20_000
MOST_BYTES = 128 * 1024 * 1024
"""All files of one source together; read, they take about eight times as much memory."""
ENDINGS = (".json", ".jsonl", ".ndjson", ".geojson", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")

_CHUNK = 256 * 1024
_DAMAGED = "this zip archive is damaged; ask for it again"


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive that is no workbook."""
    return path.is_file() and zipfile.is_zipfile(path) and not is_workbook(path)


def contents_of(source: Path) -> Iterator[Content]:
    """What the files of a folder or an archive hold, in the order of their names.

    Hidden files and those of other endings are passed over. Names that an archive gives its files are only shown, never
    written to. Raises `InputError` when there are too many or they are too large.
    """
    if source.is_dir():
        yield from _contents_of_folder(source)
    else:
        yield from _contents_of_archive(source)


def _contents_of_folder(folder: Path) -> Iterator[Content]:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_wanted(path.relative_to(folder))]
    if len(paths) > MOST_FILES:
        raise InputError(f"this folder holds more than {MOST_FILES} files", folder)
    read = 0
    for path in paths:
        read += path.stat().st_size
        _check_size(read, folder)
        yield from read_contents(path)


def _contents_of_archive(path: Path) -> Iterator[Content]:
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory(prefix="signpost-") as folder:
            members = [
                (where, member)
                for member in archive.infolist()
                if not member.is_dir() and _is_wanted(where := _safe_name(member.filename))
            ]
            if len(members) > MOST_FILES:
                raise InputError(f"this archive holds more than {MOST_FILES} files", path)
            read = 0
            for number, (where, member) in enumerate(sorted(members, key=lambda pair: str(pair[0]))):
                if member.flag_bits & 1:
                    raise InputError("this archive is protected by a password; ask for it without one", path)
                unpacked = Path(folder) / f"{number}{where.suffix.casefold()}"
                read += _unpack(archive, member, unpacked, path)
                _check_size(read, path)
                yield from _read(unpacked, path / where)
                unpacked.unlink()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(_DAMAGED, path) from error


def _read(unpacked: Path, shown: Path) -> list[Content]:
    """The contents under the name that they have in the archive."""
    try:
        return [replace(content, path=shown) for content in read_contents(unpacked)]
    except InputError as error:
        raise InputError(error.message, shown, error.line) from error


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path, path: Path) -> int:
    """Write one member, however large it says that it is, and stop at the cap; returns its true size."""
    with archive.open(member) as source, into.open("wb") as file:
        size = 0
        while data := source.read(_CHUNK):
            size += len(data)
            if size > MAX_BYTES:
                raise InputError(f"a file in this archive is larger than {MAX_BYTES // 1024 // 1024} MB", path)
            file.write(data)
    return size


def _safe_name(name: str) -> Path:
    """The name of a member as a relative path that leads nowhere else."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return Path(*parts) if parts else Path("x")


def _is_wanted(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return path.suffix.casefold() in ENDINGS and not hidden


def _check_size(size: int, path: Path) -> None:
    if size > MOST_BYTES:
        raise InputError(f"the files in here are larger than {MOST_BYTES // 1024 // 1024} MB together", path)
