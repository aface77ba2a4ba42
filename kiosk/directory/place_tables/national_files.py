"""Opens a national list of postcodes: one CSV file, a folder of them, or the zip archive it is downloaded as."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import IO

from kiosk.errors import InputError

_LONGEST_LINE = 64 * 1024
_BROKEN = "this zip archive is damaged or was not downloaded whole; download it again"
_MANY_PARTS = "multi_csv"
"""ONSPD's archive holds every row twice: in one file, and again in files by postcode area in a folder of this name."""
_NOT_ROWS = re.compile(r"(^|/)(\.|__MACOSX|docs?/|documents?/|user guide)", re.IGNORECASE)
_DISTRICT_NAMES = re.compile(r"(^|/)documents?/(?:.*[/ _])?(?:LA_UA|LAD).*names.*codes.*\.csv$", re.IGNORECASE)

Row = list[str]


class NationalFile:
    """Where the rows are; nothing is read before it is asked for, and never more than a line at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._names = _names(path)
        inside = [name for name in self._names if name.casefold().endswith(".csv") and not _NOT_ROWS.search(name)]
        whole = [name for name in inside if _MANY_PARTS not in name.casefold()]
        self._zipped = _is_zip(path)
        self._parts = sorted(whole or inside) if path.is_dir() or self._zipped else [""]
        if not self._parts:
            raise InputError("no .csv file with rows is in here", path)

    def parts(self) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
        """Each file with rows: how to name it, and its rows that are not empty with their line numbers."""
        for part in self._parts:
            yield str(self.path / part if part else self.path), self._rows(part)

    def district_names(self) -> dict[str, str]:
        """The codes of local authorities by their names in small letters, where ONS's archive or folder has them."""
        for name in self._names:
            if _DISTRICT_NAMES.search(name):
                rows = (cells for _number, cells in self._rows(name))
                return {cells[1].strip().casefold(): cells[0].strip() for cells in rows if len(cells) > 1}
        return {}

    def _rows(self, part: str) -> Iterator[tuple[int, Row]]:
        shown = self.path / part if part else self.path
        number = 0
        try:
            with closing(self._open(part)) as file:
                lines = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
                reader = csv.reader(_short_lines(lines.readline))
                for cells in reader:
                    number = reader.line_num
                    if cells:
                        yield number, cells
        except csv.Error as error:
            raise InputError(f"this is not a CSV file ({error})", shown, number + 1) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InputError(_BROKEN, self.path) from error
        except RuntimeError as error:  # what zipfile raises for a password
            raise InputError(
                "this zip archive is protected by a password; ask for it without one", self.path
            ) from error
        except OSError as error:
            raise InputError(f"this file cannot be read ({error.strerror or error})", shown) from error

    def _open(self, part: str) -> IO[bytes]:
        if not self._zipped:
            return (self.path / part if part else self.path).open("rb")
        return zipfile.ZipFile(self.path).open(part)


def _names(path: Path) -> list[str]:
    if path.is_dir():
        return [found.relative_to(path).as_posix() for found in path.rglob("*") if found.is_file()]
    if not path.is_file():
        raise InputError("there is no such file or folder", path)
    if _is_zip(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return [str(PurePosixPath(name)) for name in archive.namelist() if not name.endswith("/")]
        except (zipfile.BadZipFile, OSError) as error:
            raise InputError(_BROKEN, path) from error
    return []


def _is_zip(path: Path) -> bool:
    """Also one that was cut short, which no longer ends as an archive does, or has lost its ending."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"PK\3\4" or path.suffix.casefold() == ".zip"


def _short_lines(read_line: Callable[[int], str]) -> Iterator[str]:
    while line := read_line(_LONGEST_LINE):
        if len(line) >= _LONGEST_LINE or "\0" in line:
            raise csv.Error("it holds no lines of text")
        yield line
