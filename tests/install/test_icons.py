"""The icons are one family: one grid, one weight, one colour that the theme chooses, nothing cut off."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk import resources

ICONS = sorted((resources.root() / "assets" / "icons").glob("*.svg"))
_SVG = "{http://www.w3.org/2000/svg}"


def test_there_are_icons() -> None:
    assert len(ICONS) >= 55


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_one_weight_and_in_the_themes_colour(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 64 64"
    assert root.get("stroke-width") == "4.5"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    for part in root.iter():
        assert part.tag in {f"{_SVG}{name}" for name in ("svg", "path", "circle", "ellipse", "rect")}
        assert {part.get("stroke", "none"), part.get("fill", "none")} <= {"none", "currentColor"}
        assert part is root or part.get("stroke-width") is None


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_seen_whole(path: Path) -> None:
    drawn = QImage(64, 64, QImage.Format.Format_ARGB32)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(path.read_text(encoding="utf-8").replace("currentColor", "#000000").encode()))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    inked = [(x, y) for x in range(64) for y in range(64) if drawn.pixelColor(x, y).lightness() < 128]
    assert len(inked) > 100, "hardly anything is drawn"
    assert all(2 <= x < 62 and 2 <= y < 62 for x, y in inked), "the drawing touches the edge"
