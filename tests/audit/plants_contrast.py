"""Faults of contrast, as they creep in: a paler grey, a picture behind words, an edge that fades, colour alone."""

from __future__ import annotations

from unittest.mock import patch

from opened_kiosk import Opened
from planted import Repair, plants
from plants_targets import shown
from plants_words_fit import longest_block
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.audit.seen import Cell
from kiosk.ui.routes import Route
from kiosk.ui.theme import DAY
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.rows import Dot
from kiosk.ui.widgets.text_block import TextBlock

GUIDE = Route("guide", "needs-assessment")
NIGHT_CELL = Cell(theme="night")


def in_theme(widget: Button | TextBlock | Box, **colors: str) -> Repair:
    """Paint one widget in a theme with some other colours."""
    before = widget._look
    widget._look = before._replace(theme=before.theme._replace(**colors))
    widget.update()

    def repair() -> None:
        widget._look = before
        widget.update()

    return repair


@plants("CONTRAST", GUIDE)
def muted_words_are_a_fashionable_grey(kiosk: Opened) -> Repair:
    muted = next(block for block in kiosk.screen.findChildren(TextBlock) if block._color == "muted")
    return in_theme(muted, muted="#6B7280")


@plants("CONTRAST", GUIDE, NIGHT_CELL)
def a_scrolled_away_text_keeps_the_ink_of_the_day(kiosk: Opened) -> Repair:
    return in_theme(kiosk.screen.findChildren(TextBlock)[-1], ink=DAY.ink, muted=DAY.ink)


@plants("CONTRAST", cell=NIGHT_CELL)
def a_button_that_is_off_fades_away(kiosk: Opened) -> Repair:
    button = shown(kiosk, "Colours")
    button.setEnabled(False)
    undo = in_theme(button, muted="#4A5568")

    def repair() -> None:
        undo()
        button.setEnabled(True)

    return repair


class Sunset(QWidget):
    """Colours that run into each other, behind the words of its parent."""

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = QLinearGradient(0, 0, self.width(), 0)
        colors.setColorAt(0, QColor("#FFFFFF"))
        colors.setColorAt(1, QColor("#F2A900"))
        QPainter(self).fillRect(self.rect(), colors)


@plants("CONTRAST", GUIDE)
def words_stand_on_a_sunset(kiosk: Opened) -> Repair:
    block = longest_block(kiosk)
    holder = block.parentWidget()
    sunset = Sunset(holder)
    sunset.setGeometry(block.geometry())
    sunset.show()
    sunset.stackUnder(block)
    return sunset.deleteLater


@plants("CONTRAST", GUIDE)
def a_label_with_its_own_paper_lies_over_the_words(kiosk: Opened) -> Repair:
    block = kiosk.screen.findChildren(TextBlock)[-1]
    sheet = QWidget(block.parentWidget())
    sheet.setGeometry(block.geometry())
    sheet.setAutoFillBackground(True)
    sheet.show()
    return sheet.deleteLater


@plants("CONTRAST", Route("type"))
def the_hint_of_a_field_is_the_toolkits_pale_one(kiosk: Opened) -> Repair:
    field = kiosk.screen.findChildren(QLineEdit)[0]
    before = field.palette()
    pale = QPalette(before)
    pale.setColor(QPalette.ColorRole.PlaceholderText, QColor("#8A94A6"))
    field.setPalette(pale)
    return lambda: field.setPalette(before)


@plants("CONTRAST", GUIDE)
def the_word_that_is_read_aloud_is_marked_too_dark(kiosk: Opened) -> Repair:
    block = longest_block(kiosk)
    undo = in_theme(block, accent="#8A6D1F")
    block.mark((0, 60), (4, 6))

    def repair() -> None:
        undo()
        block.mark((0, 60), (4, 6))

    return repair


@plants("BORDER")
def the_edge_of_a_card_is_a_hairline_of_grey(kiosk: Opened) -> Repair:
    return in_theme(shown(kiosk, "Getting care and support"), line="#B8C0CC")


@plants("BORDER", GUIDE)
def a_scrolled_away_box_has_no_edge(kiosk: Opened) -> Repair:
    box = kiosk.screen.findChildren(Box)[-1]
    before = box._edge
    box._edge = ""

    def repair() -> None:
        box._edge = before

    return repair


@plants("BORDER", GUIDE, NIGHT_CELL)
def the_lower_edge_of_a_button_is_not_painted(kiosk: Opened) -> Repair:
    whole = Look.ring

    def open_below(self: Look, painter: QPainter, rect: QRectF, corner: float, width: float, color: str) -> None:
        whole(self, painter, rect.adjusted(0, 0, 0, 20), corner, width, color)

    replaced = patch.object(Look, "ring", open_below)
    replaced.start()
    return replaced.stop


@plants("BORDER")
def a_drawing_is_too_pale(kiosk: Opened) -> Repair:
    return in_theme(shown(kiosk, "Colours"), primary="#9CC3D5")


@plants("BORDER", Route("help"))
def the_dots_of_a_list_are_too_pale(kiosk: Opened) -> Repair:
    dot = kiosk.screen.findChildren(Dot)[-1]
    before = dot._look
    dot._look = before._replace(theme=before.theme._replace(primary="#B7D3DF"))

    def repair() -> None:
        dot._look = before

    return repair


@plants("GREY", Route("language"))
def the_chosen_language_has_no_tick(kiosk: Opened) -> Repair:
    chosen = next(button for button in kiosk.buttons() if button.chosen)
    before = chosen._icon
    chosen._icon = "language"

    def repair() -> None:
        chosen._icon = before

    return repair
