"""Renders a booklet to PDF or pictures through a short-lived child process; nothing touches the disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, overload

from kiosk.booklet import fonts
from kiosk.booklet.as_data import booklet_data
from kiosk.booklet.model import Booklet
from kiosk.errors import MissingPartError, SignpostError

TIME_OUT = 30.0
"""Seconds after which a booklet that is not finished is given up."""


class BookletError(SignpostError):
    """The booklet could not be made. The message says so plainly and quotes nothing of the visitor's."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came out of one child process. `pictures` are PNG files; both may be empty if they were not asked for."""

    page_count: int
    pdf: bytes
    pictures: tuple[bytes, ...]


def render_all(
    booklet: Booklet,
    *,
    pdf: bool = True,
    pictures: Sequence[int] | None = None,
    ppi: float = 72,
    timeout: float = TIME_OUT,
) -> Rendered:
    """PDF, page count and pictures out of one child process.

    `pictures` lists page numbers from 1; an empty list means every page, None means no pictures. Blocks until the
    child ends, so a screen calls it from a worker thread. Raises `BookletError`, or `MissingPartError` when fonts or
    the typesetter are not on this machine.
    """
    wanted = {"pdf": pdf, "pictures": None if pictures is None else list(pictures), "ppi": ppi}
    found = fonts.find(easy=booklet.letters == "easy")
    with _child(found.folders) as process:
        # The order is written while the child is still loading its libraries and fonts.
        text = json.dumps(order(booklet, found) | wanted, ensure_ascii=False).encode("utf-8", "replace")
        try:
            answer, _ = process.communicate(text, timeout)
        except subprocess.TimeoutExpired as error:
            raise BookletError("Making the booklet took too long.") from error
        finally:
            process.kill()
    if process.returncode != 0 or not answer:
        raise BookletError("The booklet could not be made.")
    return _parts(answer)


@overload
def render(booklet: Booklet, kind: Literal["pdf"] = ..., ppi: float = ..., pages: Sequence[int] = ...) -> bytes: ...
@overload
def render(booklet: Booklet, kind: Literal["png"], ppi: float = ..., pages: Sequence[int] = ...) -> list[bytes]: ...
def render(
    booklet: Booklet, kind: Literal["pdf", "png"] = "pdf", ppi: float = 72, pages: Sequence[int] = ()
) -> bytes | list[bytes]:
    """The whole booklet as a tagged PDF, or its pages (all, or those numbered) as PNG pictures."""
    if kind == "pdf":
        return render_all(booklet).pdf
    return list(render_all(booklet, pdf=False, pictures=pages, ppi=ppi).pictures)


def page_count(booklet: Booklet) -> int:
    """How many pages the booklet has; quick enough to show while a visitor is choosing."""
    return render_all(booklet, pdf=False).page_count


def order(booklet: Booklet, found: fonts.Fonts) -> dict[str, Any]:
    """What the child is told about a booklet and the fonts to set it in."""
    return {"booklet": booklet_data(booklet), "families": found.families, "files": found.files}


def _child(folders: Sequence[str]) -> subprocess.Popen[bytes]:
    start = "import sys; from kiosk.booklet.child import main; sys.exit(main())"
    command = [sys.executable, "-B", "-s", "-c", start, *folders]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise MissingPartError("The part that makes booklets could not be started.") from error


def _environment() -> dict[str, str]:
    """Only what the child needs; no font or cache folder of a user is known to it."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    package = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = package
    return environment


def _parts(answer: bytes) -> Rendered:
    line, _, rest = answer.partition(b"\n")
    head = json.loads(line)
    if head.get("problem") == "typst":
        raise MissingPartError("The typesetter is not on this machine. Install the Python package typst.")
    if head.get("problem"):
        raise BookletError("The booklet could not be made.")
    files, place = [], 0
    for size in head["sizes"]:
        files.append(rest[place : place + size])
        place += size
    pdf = files.pop(0) if head["pdf"] else b""
    return Rendered(int(head["pages"]), pdf, tuple(files))
