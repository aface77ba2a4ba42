"""The short-lived process that typesets one booklet: JSON comes in, PDF and pictures go out, nothing is kept.

The visitor's words live only in this process's memory and its pipes. Typst's own cache dies with it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from kiosk.booklet.safe_text import Cleaner
from kiosk.booklet.square_code import draw_codes, load

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).resolve().parent / "templates"
_MEMORY = 4 << 30


def main() -> int:
    """Read one order from standard input, write a line of JSON and then the files, one after the other.

    The folders of fonts are the arguments, so that they are searched before the order has come. What draws square codes
    loads meanwhile: it takes longer than the search for fonts and the waiting for the order.
    """
    _limit()
    Thread(target=load, daemon=True).start()
    head: dict[str, Any]
    parts: list[bytes] = []
    try:
        import typst

        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(sys.argv[1:]))
        order = json.loads(sys.stdin.buffer.read())
        parts, pages = typeset(order, found)
    except ImportError:
        head = {"problem": "typst"}
    except RuntimeError:
        # The message may quote the visitor's words, so it stays here.
        head = {"problem": "typesetting"}
    else:
        head = {"pages": pages, "sizes": [len(part) for part in parts], "pdf": order["pdf"]}
    out = sys.stdout.buffer
    out.write(json.dumps(head).encode() + b"\n")
    for part in parts:
        out.write(part)
    out.flush()
    return 0


def typeset(order: dict[str, Any], found: typst.Fonts) -> tuple[list[bytes], int]:
    """The files that were ordered (PDF first) and the number of pages.

    A text that the typesetter refuses is tried once more without combining marks. Raises RuntimeError
    (`typst.TypstError`) when that fails too.
    """
    try:
        return _typeset(order, found, strict=False)
    except RuntimeError:
        return _typeset(order, found, strict=True)


def _typeset(order: dict[str, Any], found: typst.Fonts, strict: bool) -> tuple[list[bytes], int]:
    import typst

    data = Cleaner(order["files"], strict).tree(order["booklet"])
    draw_codes(data)
    data["families"] = order["families"]
    compiler = typst.Compiler(
        str(TEMPLATES / "booklet.typ"),
        root=str(TEMPLATES),
        font_paths=found,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        package_path=os.devnull,
        package_cache_path=os.devnull,
    )
    parts: list[bytes] = []
    pages = 0
    if order["pdf"]:
        parts += _files(compiler.compile(format="pdf", pdf_standards="ua-1"))
    if order["pictures"] is not None:
        pictures = _files(compiler.compile(format="png", ppi=float(order["ppi"])))
        pages = len(pictures)
        wanted = order["pictures"] or range(1, pages + 1)
        parts += [pictures[number - 1] for number in wanted if 1 <= number <= pages]
    return parts, pages or int(compiler.query("<pages>", field="value", one=True))


def _files(made: bytes | list[bytes] | None) -> list[bytes]:
    """What the compiler gave as a list; pictures of a single page come bare."""
    if made is None:
        return []
    return made if isinstance(made, list) else [made]


def _limit() -> None:
    """No core dump that would hold the visitor's words, and an end to a text that eats the machine's memory."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
