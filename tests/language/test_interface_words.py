"""What the screens themselves say keeps the rules that `kiosk check` holds the pages to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.prose import Piece
from kiosk.content.wording import piece_faults

PACKAGE = Path(__file__).resolve().parents[2] / "kiosk"
SPEAKS = ("ui", "content", "directory", "booklet", "speech", "search")


def messages() -> Iterator[tuple[str, str]]:
    """(module, message) for every message that goes through gettext."""
    for room in SPEAKS:
        for path in (PACKAGE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in ("_", "gettext", "ngettext"):
                    for word in node.args[:2]:
                        if isinstance(word, ast.Constant) and isinstance(word.value, str):
                            yield path.name, word.value


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def test_what_the_screens_say_keeps_the_rules_of_the_pages() -> None:
    found = list(messages())
    assert len(found) > 300
    faults = [
        f"{module}: {code}: {message}"
        for module, said in found
        for level, code, message in piece_faults(Piece("paragraph", said), "en")
        if level != "note"
    ]
    assert faults == []
