"""Faults of direction, as they creep in: a row that is not mirrored, an arrow not turned, a number turned round."""

from __future__ import annotations

from unittest.mock import patch

from opened_kiosk import Opened
from planted import Repair, plants
from plants_letters import broken_in, said
from plants_targets import moved
from plants_words_fit import longest_block, rebuilt
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QApplication

from kiosk.audit.seen import Cell
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.ui.wrapped_text import WrappedText

ARABIC = Cell(language="ar")
GUIDE = Route("guide", "needs-assessment")


def swapped(one: Button, other: Button) -> Repair:
    """Let two buttons change places."""
    places = one.geometry(), other.geometry()

    def put(first: QRect, second: QRect) -> None:
        one.setGeometry(first)
        other.setGeometry(second)

    put(places[1], places[0])
    return lambda: put(*places)


@plants("DIRECTION", cell=ARABIC)
def the_cards_of_home_stand_as_in_english(kiosk: Opened) -> Repair:
    grid = kiosk.screen.findChildren(CardGrid)[0]
    before = grid._look

    def put(right_to_left: bool) -> None:
        grid._look = before._replace(right_to_left=right_to_left)
        moved(grid, grid.geometry().adjusted(0, 0, 0, 1))()
        grid.resize(grid.width(), grid.height() - 1)
        grid.resize(grid.width(), grid.height() + 1)

    put(right_to_left=False)
    return lambda: put(right_to_left=True)


@plants("DIRECTION", cell=ARABIC)
def home_stands_before_back(kiosk: Opened) -> Repair:
    bar = kiosk.window.top_bar
    assert bar is not None
    return swapped(bar.back, bar.home)


@plants("DIRECTION")
def home_stands_before_back_in_english(kiosk: Opened) -> Repair:
    bar = kiosk.window.top_bar
    assert bar is not None
    return swapped(bar.back, bar.home)


@plants("DIRECTION", Route("help"), ARABIC)
def the_toolkit_was_not_told_that_it_is_arabic(kiosk: Opened) -> Repair:
    def put(direction: Qt.LayoutDirection) -> None:
        QApplication.setLayoutDirection(direction)
        rebuilt(kiosk)

    put(Qt.LayoutDirection.LeftToRight)
    return lambda: put(Qt.LayoutDirection.RightToLeft)


@plants("DIRECTION", cell=ARABIC)
def the_arrow_of_back_points_on(kiosk: Opened) -> Repair:
    replaced = patch("kiosk.ui.icons.turns_round", lambda name: False)
    replaced.start()
    return replaced.stop


@plants("DIRECTION", cell=ARABIC)
def a_clock_is_turned_round_as_arrows_are(kiosk: Opened) -> Repair:
    replaced = patch("kiosk.ui.icons.turns_round", lambda name: True)
    replaced.start()
    return replaced.stop


@plants("DIRECTION", GUIDE, ARABIC)
def a_short_text_stands_at_the_left(kiosk: Opened) -> Repair:
    short = min((b for b in kiosk.screen.findChildren(TextBlock) if b.text), key=lambda block: len(block.text))
    before = short._look
    short._look, short._laid = before._replace(right_to_left=False), None

    def repair() -> None:
        short._look, short._laid = before, None

    return repair


class AlwaysFromTheLeft(QTextOption):
    """What a text gets whose direction nobody thinks of."""

    def __init__(self) -> None:
        super().__init__()
        super().setTextDirection(Qt.LayoutDirection.LeftToRight)

    def setTextDirection(self, direction: Qt.LayoutDirection) -> None:
        """Not heard."""


@plants("DIRECTION", GUIDE, ARABIC)
def arabic_is_laid_out_as_if_it_were_english(kiosk: Opened) -> Repair:
    replaced = patch("kiosk.ui.wrapped_text.QTextOption", AlwaysFromTheLeft)
    replaced.start()
    rebuilt(kiosk)

    def repair() -> None:
        replaced.stop()
        rebuilt(kiosk)

    return repair


@plants("DIRECTION", GUIDE)
def english_is_painted_further_in_with_every_line(kiosk: Opened) -> Repair:
    draw = WrappedText.draw

    def shifted(self: WrappedText, painter: QPainter, left: float, top: float, *rest: object) -> None:
        draw(self, painter, left + (0 if self.centred or self.lines < 2 else 120), top, *rest)  # type: ignore[arg-type]

    replaced = patch.object(WrappedText, "draw", shifted)
    replaced.start()
    return replaced.stop


@plants("PHONE-LTR", GUIDE, ARABIC)
def a_number_with_ordinary_spaces_turns_round(kiosk: Opened) -> Repair:
    return said(longest_block(kiosk), "اتصل بالمجلس على الرقم 01632 960 100 في أي وقت.")


@plants("PHONE-LTR", GUIDE)
def a_postcode_goes_over_the_end_of_a_line(kiosk: Opened) -> Repair:
    words = "Go to the council's office in the old mill beside the river. It is in Larkmere, LS1 4AP, on the hill."
    return broken_in(longest_block(kiosk), words, "LS1 4AP")
