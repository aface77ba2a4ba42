"""Square codes (QR, ISO/IEC 18004), made in short-lived processes: the library weighs 10 MB in the screen's process.

``python -m kiosk.booklet.square_code`` reads what a code is to say from standard input and writes its rows of 0 and 1.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from typing import Any

from kiosk.errors import SignpostError

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
_TIME_OUT = 10.0


def rows(data: str) -> list[str]:
    """The modules of a code without its quiet zone, a row a string, "1" for dark."""
    import segno

    return [
        "".join("1" if module else "0" for module in row) for row in segno.make(data, error="m", micro=False).matrix
    ]


def drawing(data: str) -> tuple[str, int]:
    """A code as SVG with its quiet zone, and its width in modules, quiet zone included."""
    import segno

    code = segno.make(data, error="m", micro=False)
    out = BytesIO()
    code.save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue().decode("ascii"), int(code.symbol_size(border=QUIET)[0])


def load() -> None:
    """Load the library, which takes about 0.1 s; without it `rows` and `drawing` say so when they are asked."""
    with suppress(ImportError):
        import_module("segno")


def draw_codes(node: Any) -> None:
    """Give every ``QrCode`` in a booklet's tree its drawing, in place. For the process that typesets."""
    if isinstance(node, dict):
        if node.get("kind") == "QrCode":
            node["svg"], node["modules"] = drawing(node["data"])
        for value in node.values():
            draw_codes(value)
    elif isinstance(node, list):
        for value in node:
            draw_codes(value)


def rows_from_child(data: str) -> list[str]:
    """The rows of a code, made in a child process. Blocks for about 0.1 s; raises `SignpostError` when it fails.

    A process that has the library in it already makes the code itself.
    """
    if "segno" in sys.modules:
        return rows(data)
    command = [sys.executable, "-s", "-m", "kiosk.booklet.square_code"]
    try:
        finished = subprocess.run(command, input=data, capture_output=True, text=True, timeout=_TIME_OUT, check=True)
    except (OSError, subprocess.SubprocessError):
        raise SignpostError("The square code could not be made.") from None
    return finished.stdout.split()


if __name__ == "__main__":
    print("\n".join(rows(sys.stdin.read())))
