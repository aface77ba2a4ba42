"""Looks at a workbook as the zip archive that it is, before anything is unpacked: kind, sizes, password, damage."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from kiosk.errors import InputError

ENDINGS = (".xlsx", ".xlsm", ".ods")
MOST_MEMBERS = 2_000
MOST_BYTES = 512 * 1024 * 1024
"""Unpacked, all members together; CQC's national list comes near to 400 MB as .ods."""
MOST_RATIO = 200
"""How much smaller than unpacked a member may be; those under `_SMALL` may be smaller still."""

_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_DAMAGED = "this workbook is damaged; open it, save it as .xlsx or .csv, and try again"
_PASSWORD = "this workbook is protected by a password; save a copy without one"
_TOO_LARGE = "this workbook is too large when it is unpacked; save the sheet that is needed as .csv"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by what is inside: a zip archive with the sheets of Excel or LibreOffice.

    A zip archive that is damaged counts as one when it is called like one. A file that can't be read is none.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                return False
        if path.suffix.casefold() in ENDINGS:
            return True
        with zipfile.ZipFile(path) as archive:
            return _kind(archive) != ""
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return False


def check(path: Path) -> None:
    """Raise `InputError` unless a workbook may be unpacked: whole, not protected, and small enough when unpacked.

    Every part that will be read is unpacked once in small pieces, as the sizes that an archive declares may be lies.
    Nothing is written to disk, so the names of members can do no harm.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path)
            if not _kind(archive):
                raise InputError("this is not a workbook with sheets; save it as .xlsx or .csv", path)
            for member in archive.infolist():
                if member.filename.casefold().endswith((".xml", ".rels", ".bin")):
                    with archive.open(member) as file:
                        while file.read(_CHUNK):
                            pass
            if "META-INF/manifest.xml" in archive.namelist():
                manifest = archive.read("META-INF/manifest.xml")
                if b"encryption-data" in manifest:
                    raise InputError(_PASSWORD, path)
    except (OSError, ValueError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(_DAMAGED, path) from error


def _check_sizes(archive: zipfile.ZipFile, path: Path) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise InputError(f"this workbook has more than {MOST_MEMBERS} parts", path)
    if len({member.filename for member in members}) < len(members):
        raise InputError(_DAMAGED, path)
    if any(member.flag_bits & 1 for member in members):
        raise InputError(_PASSWORD, path)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise InputError(_TOO_LARGE, path)
    for member in members:
        if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
            raise InputError(_TOO_LARGE, path)


def _kind(archive: zipfile.ZipFile) -> str:
    """ "xlsx", "ods" or ""."""
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        with archive.open("mimetype") as file:
            return "ods" if file.read(200).startswith(_OPEN_DOCUMENT) else ""
    return ""
