"""The drawings of Easy Read: shapes alone, a meaning for each, seen whole, small enough to be drawn at once."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk import resources
from kiosk.content.sources import read
from kiosk.document.as_json import document_from_json
from kiosk.document.blocks import PictureRow

FOLDER = resources.drawing("person").parent
DRAWINGS = sorted(FOLDER.glob("*.svg"))
_SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon")


def test_each_drawing_has_a_meaning_and_each_meaning_a_drawing() -> None:
    meanings = re.findall(r"^\| `?([a-z-]+)`? \|", (FOLDER / "README.md").read_text(encoding="utf-8"), re.M)
    assert len(DRAWINGS) >= 40
    assert sorted(name for name in meanings if name != "name") == [path.stem for path in DRAWINGS]


def test_easy_read_pages_use_drawings_that_there_are() -> None:
    pages = [record for record in read(resources.national_source()) if record.kind == "easy"]
    assert len(pages) >= 15
    used = {
        block.name
        for page in pages
        for block in document_from_json(page.body["document"]).blocks
        if isinstance(block, PictureRow)
    }
    assert used <= {path.stem for path in DRAWINGS}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_shapes_alone(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 96 96"
    assert {part.tag for part in root.iter()} <= {f"{_SVG}{name}" for name in SHAPES}
    assert path.stat().st_size < 6000


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_seen_whole(path: Path) -> None:
    side = 96
    drawn = QImage(side, side, QImage.Format.Format_RGB32)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    white = QColor("white").rgb()
    rim = [(x, y) for x in range(side) for y in (0, side - 1)] + [(x, y) for y in range(side) for x in (0, side - 1)]
    assert all(drawn.pixel(x, y) == white for x, y in rim)
    inked = sum(drawn.pixel(x, y) != white for x in range(side) for y in range(side))
    assert inked > 0.1 * side * side
