"""Who may import what: widgets only at the top, and no builder's library on the way to the first painted screen."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kiosk

PACKAGE = Path(kiosk.__file__).parent
MAY_USE_WIDGETS = ("ui", "tour", "audit", "cli", "doctor")
NOT_AT_START = (
    "sqlite_utils",
    "jinja2",
    "click",
    "babel",
    "dateutil",
    "typst",
    "python_calamine",
    "rapidfuzz",
    "segno",
    "markdown_it",
    "tomllib",
)
START_PATH = (
    "kiosk.cli",
    "kiosk.edition.reader",
    "kiosk.edition.current",
    "kiosk.content.library",
    "kiosk.content.resolve",
    "kiosk.document.as_json",
    "kiosk.settings",
    "kiosk.language",
)


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_the_top_rooms_import_widgets() -> None:
    guilty = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in MAY_USE_WIDGETS
        and any(name.startswith("PySide6.QtWidgets") for name in imported_names(path))
    ]
    assert guilty == []


def test_the_lower_rooms_do_not_import_qt_at_all() -> None:
    lower = ("document", "content", "edition", "directory", "search", "estimate", "sync")
    files = [path for room in lower for path in (PACKAGE / room).rglob("*.py")]
    alone = ("language", "phone_numbers", "records", "settings", "paths", "errors")
    files += [PACKAGE / f"{name}.py" for name in alone]
    guilty = [str(path) for path in files if any(name.startswith("PySide6") for name in imported_names(path))]
    assert len(files) > 30
    assert guilty == []


@pytest.mark.parametrize("modules", [(*START_PATH, "kiosk.search")])
def test_the_way_to_the_first_screen_imports_no_builders_library(modules: tuple[str, ...]) -> None:
    script = (
        f"import importlib, json, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        f"print(json.dumps([name for name in {NOT_AT_START!r} if name in sys.modules]))"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout) == []


def test_all_words_on_the_screen_are_painted_in_one_place() -> None:
    """What goes round `WrappedText` is unseen by the audit (decision 14)."""
    elsewhere = [
        path.name
        for path in (PACKAGE / "ui").rglob("*.py")
        if path.name != "wrapped_text.py" and any(w in path.read_text() for w in (".drawText(", ".drawStaticText("))
    ]
    assert elsewhere == []
