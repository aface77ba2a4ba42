"""The house rules on imports that layers alone cannot say, read from the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "kiosk"
_MAY_USE_WIDGETS = {"ui", "tour", "audit", "cli", "doctor"}
_NOT_AT_THE_START = {
    "babel",
    "click",
    "dateutil",
    "jinja2",
    "python_calamine",
    "rapidfuzz",
    "segno",
    "sqlite_utils",
    "typst",
}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def test_only_screens_and_what_walks_them_import_widgets() -> None:
    strangers = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in _MAY_USE_WIDGETS and "PySide6.QtWidgets" in _imports(path)
    ]
    assert strangers == []


def test_no_file_grows_past_what_one_can_read() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_every_module_says_in_one_line_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.skipif(find_spec("kiosk.cli.run") is None, reason="the window is not written yet")
def test_nothing_heavy_is_imported_before_the_first_screen(tmp_path: Path) -> None:
    import os

    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SIGNPOST_HOME": str(tmp_path),
        "SIGNPOST_TRACE": "first-paint",
    }
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kiosk", "run", "--windowed"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "first-paint " in finished.stderr, finished.stderr[-2000:]
    before_paint = finished.stderr.partition("first-paint ")[0]
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in before_paint.splitlines()
        if "import time:" in line
    }
    assert "PySide6" in imported
    assert imported & _NOT_AT_THE_START == set()
