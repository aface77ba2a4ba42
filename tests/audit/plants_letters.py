"""Faults of letters, as they creep in: a fixed size, a font that falls back, a slant, shouting, a broken number."""

from __future__ import annotations

from unittest.mock import patch

from opened_kiosk import Opened
from planted import Repair, plants
from plants_targets import QT_NO_MOST, shown
from plants_words_fit import longest_block
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit

from kiosk.audit.seen import Cell
from kiosk.ui import theme
from kiosk.ui.routes import Route
from kiosk.ui.theme import font
from kiosk.ui.widgets.text_block import TextBlock

GUIDE = Route("guide", "needs-assessment")


def said(block: TextBlock, words: str) -> Repair:
    """Give a block other words; gives back what gives it its own."""
    before = block.text
    block.set_text(words)
    return lambda: block.set_text(before)


def in_font(block: TextBlock, other: QFont) -> Repair:
    """Set a block in another font."""
    before = block._font

    def put(chosen: QFont) -> None:
        block._font, block._laid = chosen, None
        block.updateGeometry()
        block.update()

    put(other)
    return lambda: put(before)


def broken_in(block: TextBlock, words: str, part: str) -> Repair:
    """Give a block words, and just the width at which a part of them goes over the end of a line."""
    before, spans = block.text, block._spans
    block.set_text(words)
    first, last = words.index(part), words.index(part) + len(part) - 1
    lines = ((width, block._lay(width).x_of) for width in range(300, block.width()))
    block.setFixedWidth(next(width for width, x_of in lines if x_of(first)[0] != x_of(last)[0]))

    def repair() -> None:
        block.setMinimumWidth(0)
        block.setMaximumWidth(QT_NO_MOST)
        block.set_text(before)
        block._spans = spans

    return repair


@plants("CAPHEIGHT", GUIDE, Cell(text_size="larger"))
def a_paragraph_does_not_grow_with_the_text(kiosk: Opened) -> Repair:
    return in_font(longest_block(kiosk), font(29))


@plants("CAPHEIGHT")
def letters_are_rounded_down_by_one_pixel(kiosk: Opened) -> Repair:
    button = shown(kiosk, "Colours")
    small = font(28, bold=True)
    replaced = patch.object(button, "_font", lambda: small)
    replaced.start()
    return replaced.stop


@plants("CAPHEIGHT", cell=Cell(shape="small", text_size="largest"))
def the_bar_of_a_low_panel_is_smaller_than_it_may_be(kiosk: Opened) -> Repair:
    button = shown(kiosk, "Colours")
    small = font(30, bold=True)
    replaced = patch.object(button, "_font", lambda: small)
    replaced.start()
    return replaced.stop


@plants("CAPHEIGHT", Route("type"), Cell(text_size="larger"))
def what_is_typed_stays_small(kiosk: Opened) -> Repair:
    field = kiosk.screen.findChildren(QLineEdit)[0]
    before = field.font()
    field.setFont(font(29))
    return lambda: field.setFont(before)


@plants("TOFU", GUIDE)
def a_letter_that_no_font_here_has(kiosk: Opened) -> Repair:
    return said(longest_block(kiosk), "Ask for \U000e9999 at the desk.")


@plants("TOFU", Route("guide", "needs-assessment"), Cell(language="ar"))
def arabic_comes_from_whatever_font_the_system_picks(kiosk: Opened) -> Repair:
    families = [family for family in theme.FAMILIES if family != "Noto Sans Arabic"]
    picked = QFont(font(31))
    picked.setFamilies(families)
    return in_font(longest_block(kiosk), picked)


@plants("TOFU", GUIDE)
def a_text_in_a_font_that_nobody_chose(kiosk: Opened) -> Repair:
    other = QFont(font(29))
    other.setFamilies(["DejaVu Sans"])
    return in_font(longest_block(kiosk), other)


@plants("ITALIC", GUIDE, Cell(easy_letters=False))
def a_note_is_set_in_italics(kiosk: Opened) -> Repair:
    slanted = QFont(font(31))
    slanted.setItalic(True)
    return in_font(longest_block(kiosk), slanted)


@plants("CAPS", GUIDE)
def a_warning_shouts(kiosk: Opened) -> Repair:
    return said(longest_block(kiosk), "You must ALWAYS ASK FIRST before you sign.")


@plants("PHONE-BREAK", GUIDE)
def a_number_with_ordinary_spaces_comes_to_a_line_end(kiosk: Opened) -> Repair:
    words = "Ring the council if you want to ask for help at home. The number is 01632 960 100 all day."
    return broken_in(longest_block(kiosk), words, "01632 960 100")
