"""Faults of words, as they creep in: too little room, something laid over them, dots for what did not fit."""

from __future__ import annotations

from unittest.mock import patch

from opened_kiosk import Opened
from planted import Repair, plants
from plants_targets import shown, squeezed
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.audit.seen import Cell
from kiosk.ui import wrapped_text
from kiosk.ui.icons import draw_icon
from kiosk.ui.routes import Route
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.ui.wrapped_text import WrappedText, forget_texts

GUIDE = Route("guide", "needs-assessment")


def longest_block(kiosk: Opened) -> TextBlock:
    """The longest paragraph of the page."""
    return max(kiosk.screen.findChildren(TextBlock), key=lambda block: len(block.text))


def rebuilt(kiosk: Opened) -> None:
    """Make the page anew, so that it is laid out with what was changed."""
    forget_texts()
    kiosk.window.rebuild()
    kiosk.visitor.settle()


def laid_out_with(kiosk: Opened, **changes: float) -> Repair:
    """Change a number of the one place that breaks lines."""
    before = {name: getattr(wrapped_text, name) for name in changes}

    def put(numbers: dict[str, float]) -> None:
        for name, number in numbers.items():
            setattr(wrapped_text, name, number)
        rebuilt(kiosk)

    put(changes)
    return lambda: put(before)


@plants("CLIP", GUIDE)
def a_paragraph_is_one_line_too_low(kiosk: Opened) -> Repair:
    return squeezed(longest_block(kiosk), longest_block(kiosk).height() - 30)


@plants("CLIP", GUIDE)
def a_picture_is_laid_over_a_scrolled_away_paragraph(kiosk: Opened) -> Repair:
    block = kiosk.screen.findChildren(TextBlock)[-1]
    sheet = QWidget(block.parentWidget())
    sheet.setGeometry(block.geometry().adjusted(block.width() // 4, 0, 0, 0))
    sheet.show()
    return sheet.deleteLater


@plants("CLIP", GUIDE, Cell(shape="small", text_size="largest", language="ar"))
def arabic_lines_stand_as_near_as_latin_ones(kiosk: Opened) -> Repair:
    return laid_out_with(kiosk, ARABIC_LINE_HEIGHT=1.36)


@plants("CLIP")
def two_texts_of_a_card_lie_on_each_other(kiosk: Opened) -> Repair:
    draw = WrappedText.draw

    def higher(self: WrappedText, painter: QPainter, left: float, top: float, *rest: object) -> None:
        draw(self, painter, left, top - (0 if self.bold else 24), *rest)  # type: ignore[arg-type]

    replaced = patch.object(WrappedText, "draw", higher)
    replaced.start()
    return replaced.stop


@plants("CLIP", cell=Cell(text_size="large"))
def the_words_of_a_button_run_into_its_icon(kiosk: Opened) -> Repair:
    def further_in(painter: QPainter, name: str, left: float, *rest: object) -> None:
        draw_icon(painter, name, left + 40, *rest)  # type: ignore[arg-type]

    replaced = patch("kiosk.ui.widgets.button.draw_icon", further_in)
    replaced.start()
    return replaced.stop


@plants("CLIP", Route("help"))
def a_layout_leaves_a_text_no_room_at_all(kiosk: Opened) -> Repair:
    return squeezed(longest_block(kiosk), 0)


@plants("ELIDE")
def a_long_title_is_cut_with_dots(kiosk: Opened) -> Repair:
    button = shown(kiosk, "Make my booklet")
    button._words = "Make my bo…"

    def repair() -> None:
        button._words = "Make my booklet"

    return repair


@plants("ELIDE", Route("topic", "care"))
def a_button_paints_only_its_first_word(kiosk: Opened) -> Repair:
    button = shown(kiosk, "Text size")
    button._words = "Text"

    def repair() -> None:
        button._words = "Text size"

    return repair


@plants("ELIDE", Route("type"), Cell(shape="tall"))
def a_hint_is_longer_than_its_field(kiosk: Opened) -> Repair:
    field = kiosk.screen.findChildren(QLineEdit)[0]
    before = field.placeholderText()
    field.setPlaceholderText("Type what you are looking for, for example a lunch club or somebody to talk to")
    return lambda: field.setPlaceholderText(before)


@plants("LINE-LENGTH", GUIDE)
def lines_run_on_over_the_whole_panel(kiosk: Opened) -> Repair:
    replaced = [
        patch("kiosk.ui.widgets.text_block.LINE_CHARACTERS", 140),
        patch("kiosk.ui.widgets.text_block.TextBlock._widest", 1_200),
    ]
    for change in replaced:
        change.start()
    rebuilt(kiosk)

    def repair() -> None:
        for change in replaced:
            change.stop()
        rebuilt(kiosk)

    return repair


@plants("SPACING", GUIDE)
def lines_stand_as_near_as_in_a_book(kiosk: Opened) -> Repair:
    return laid_out_with(kiosk, LINE_HEIGHT=1.2)


@plants("SPACING", GUIDE, Cell(shape="small", text_size="largest", language="ar"))
def arabic_lines_touch(kiosk: Opened) -> Repair:
    widen = laid_out_with(kiosk, ARABIC_LINE_HEIGHT=1.42)
    longest_block(kiosk).set_text("حُجَّ يُحِجُّ أُحْجِيَّةٍ إِلَى الْحَجِّ. " * 9)
    return widen


@plants("SPACING", GUIDE)
def a_paragraph_is_set_in_the_middle(kiosk: Opened) -> Repair:
    block = longest_block(kiosk)
    block.set_centred(True)
    return lambda: block.set_centred(False)


@plants("SPACING", GUIDE)
def a_paragraph_is_stretched_to_both_edges(kiosk: Opened) -> Repair:
    layout = longest_block(kiosk)._lay(longest_block(kiosk).width()).layout
    before = layout.textOption()
    stretched = QTextOption(before)
    stretched.setAlignment(Qt.AlignmentFlag.AlignJustify)
    layout.setTextOption(stretched)
    return lambda: layout.setTextOption(before)
