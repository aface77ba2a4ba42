"""The contrast of every pair of colours that meet on the screen, computed as WCAG 2.2 says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.ui.metrics import Metrics, Panel
from kiosk.ui.theme import THEMES, Theme
from kiosk.ui.widgets.button import LOOKS
from kiosk.ui.widgets.document_view import _CALLOUTS
from kiosk.ui.widgets.look import Look

GROUNDS = ("paper", "card")
TINTS = ("tint_blue", "tint_green", "tint_cream", "tint_rose")
TEXT = {
    *((ink, ground) for ink in ("ink", "muted", "primary", "urgent", "safe") for ground in GROUNDS),
    *(("ink", ground) for ground in (*TINTS, "sentence")),
    *(("muted", tint) for tint in TINTS),
    ("on_primary", "primary"),
    ("on_accent", "accent"),
    *((ink, fill) for fill, _edge, ink, _icon in LOOKS.values()),
    ("muted", "paper"),
}
"""(words, what they stand on): text needs 7:1 (WCAG 1.4.6)."""
EDGES = {
    *((edge, ground) for edge in ("line", "primary", "urgent", "safe", "ink") for ground in GROUNDS),
    *((icon, tint) for icon in ("primary",) for tint in TINTS),
    *((icon, fill) for fill, _edge, _ink, icon in LOOKS.values()),
    *((ink, fill) for fill, _edge, _icon, ink in _CALLOUTS.values()),
    *((edge, ground) for _fill, edge, _icon, _ink in _CALLOUTS.values() for ground in GROUNDS),
}
"""(line or drawing, what it stands on): edges and icons need 3:1 (WCAG 1.4.11)."""


def brightness(color: str) -> float:
    """Relative luminance."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((brightness(first), brightness(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(theme: Theme, pairs: set[tuple[str, str]], least: float) -> list[str]:
    found = []
    for ink, ground in sorted(pairs):
        measured = contrast(getattr(theme, ink), getattr(theme, ground))
        if measured < least:
            found.append(f"{ink} on {ground}: {measured:.2f}")
    return found


def test_the_measure_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_words_stand_out_seven_to_one_from_whatever_is_behind_them(theme: Theme) -> None:
    assert too_faint(theme, TEXT, 7.0) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_edges_and_drawings_stand_out_three_to_one(theme: Theme) -> None:
    assert too_faint(theme, EDGES, 3.0) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_a_box_of_its_own_tint_has_an_edge_that_is_seen_from_both_sides(theme: Theme) -> None:
    pairs = {(edge, fill) for fill, edge, _icon, _ink in _CALLOUTS.values()}
    pairs |= {("line", "accent"), ("line", "card"), ("line", "paper")}
    faint = too_faint(theme, pairs - {("line", "accent")}, 3.0)
    assert faint == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_the_word_being_read_is_told_from_its_sentence(theme: Theme) -> None:
    from_sentence = contrast(theme.accent, theme.sentence)
    from_paper = contrast(theme.sentence, theme.paper)
    assert from_sentence > 1.3
    assert from_paper > 1.15
    assert theme.on_accent == theme.ink or contrast(theme.on_accent, theme.accent) >= 7


def ring_on(theme: Theme, fill: str) -> QImage:
    """The ring, painted on a field of one colour, at five pixels a millimetre."""
    look = Look(theme, Metrics(Panel(1000, 600, 5.0), "standard"), False)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(theme.color(fill))
    painter = QPainter(image)
    look.focus_ring(painter, QRectF(0, 0, 200, 100))
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_the_ring_of_the_keyboards_focus_changes_two_pixels_three_to_one_on_every_fill(theme: Theme) -> None:
    fills = {fill for fill, *_rest in LOOKS.values()} | set(TINTS) | set(GROUNDS)
    unseen = []
    for fill in sorted(fills):
        image, ground = ring_on(theme, fill), getattr(theme, fill)
        column = [image.pixelColor(100, y).name() for y in range(20)]
        if sum(contrast(color, ground) >= 3 for color in column) < 2:
            unseen.append(fill)
    assert unseen == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_colour_is_six_hex_digits(theme: Theme) -> None:
    colors = [getattr(theme, name) for name in theme._fields if name != "name"]
    assert all(len(color) == 7 and color[0] == "#" and int(color[1:], 16) >= 0 for color in colors)
    assert theme.color("ink").name().upper() == theme.ink.upper()


def test_night_is_light_on_dark_and_day_is_dark_on_light() -> None:
    assert brightness(THEMES["day"].paper) > brightness(THEMES["day"].ink)
    assert brightness(THEMES["night"].paper) < brightness(THEMES["night"].ink)


def test_there_are_dark_on_light_light_on_dark_and_low_glare_colours() -> None:
    light = {name for name, theme in THEMES.items() if brightness(theme.paper) > brightness(theme.ink)}
    dark = set(THEMES) - light
    assert light
    assert dark
    dimmed = [name for name in light if brightness(THEMES[name].paper) < 0.85]
    assert dimmed == ["low-glare"]
    assert len(THEMES) >= 3
