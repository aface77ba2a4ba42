"""Text tables that are too large to be held: read line by line from the file, each time they are wanted."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from kiosk.directory import reading_json
from kiosk.errors import InputError

MOST_BYTES = 256 * 1024 * 1024
"""The largest table that is read; all of CQC's ratings as text take about half of that."""
MOST_PLACES = 250_000
"""More places than this, of which each is kept in memory, cannot be CQC's: it has about 60,000."""

_ENDINGS = (".csv", ".tsv", ".txt")
_HEAD = 64 * 1024
_PIECE = 1024 * 1024


def is_large(path: Path) -> bool:
    """Whether a file is called like a text table and is larger than other files may be."""
    try:
        return path.suffix.casefold() in _ENDINGS and path.stat().st_size > reading_json.MAX_BYTES
    except OSError:
        return False


def beginning(path: Path) -> tuple[bytes, str]:
    """The first bytes of a large table, cut after a whole line, and its encoding: one that all of it can be read in.

    Raises `InputError` when it is over the cap, holds zero bytes, or can't be read.
    """
    utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    head, lines, size = b"", 1, 0
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > MOST_BYTES:
                    raise InputError(f"this file is larger than {MOST_BYTES // 1024 // 1024} MB", path)
                if 0 in piece:
                    line = lines + piece.count(b"\n", 0, piece.index(0))
                    raise InputError("this file holds zero bytes, so it is not a text file", path, line)
                lines += piece.count(b"\n")
                head = head or piece[:_HEAD]
                try:
                    if utf8 is not None:
                        utf8.decode(piece)
                except UnicodeDecodeError:
                    utf8 = None
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error
    return head[: head.rfind(b"\n") + 1] or head, "cp1252" if utf8 is None else "utf-8-sig"


def lines(path: Path, encoding: str) -> Iterator[str]:
    """The lines of a large table, their ends kept. Raises `InputError` when it can't be read any more."""
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            yield from file
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a large table, piece by piece. Raises `InputError` when it can't be read any more."""
    try:
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_PIECE), b"")
    except OSError as error:
        raise InputError(f"this file cannot be read ({error.strerror})", path) from error
