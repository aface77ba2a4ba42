"""Faults of names, roles and languages, as they slip in."""

from __future__ import annotations

from opened_kiosk import FEW, Opened
from planted import Repair, plants
from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.audit.seen import Cell
from kiosk.language import Tagged
from kiosk.ui.routes import Route
from kiosk.ui.widgets.box import IconMark
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.level_card import LevelCard
from kiosk.ui.widgets.qr_square import QrSquare
from kiosk.ui.widgets.text_block import TextBlock


def button_of(kiosk: Opened, name: str) -> Button:
    found = kiosk.visitor.sees(name)
    assert found is not None
    return found


def put_on_page(kiosk: Opened, widget: QWidget) -> Repair:
    """Add a widget at the foot of the page, as a programmer would; the repair takes it away."""
    kiosk.screen.add(widget)  # type: ignore[attr-defined]
    kiosk.visitor.settle()

    def take_away() -> None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    return take_away


def renamed(widget: QWidget, name: str) -> Repair:
    before = widget.accessibleName()
    widget.setAccessibleName(name)
    return lambda: widget.setAccessibleName(before)


@plants("NAME")
def a_button_without_a_name(kiosk: Opened) -> Repair:
    button = button_of(kiosk, "Money and benefits")
    button.setText("")
    return renamed(button, " ")


@plants("NAME", Route("urgent"))
def a_number_that_is_painted_and_not_told(kiosk: Opened) -> Repair:
    card = next(w for w in kiosk.screen.findChildren(LevelCard))
    badge = card.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    number = next(w for w in badge if "999" in w.accessibleName())
    return renamed(number, "Police, ambulance, fire")


@plants("NAME", Route("help"))
def words_in_a_widget_that_is_told_as_a_mere_panel(kiosk: Opened) -> Repair:
    class Words(TextBlock):
        told_as = ""  # type: ignore[assignment]

    Words.__module__ = TextBlock.__module__
    return put_on_page(kiosk, Words(kiosk.session.look, "Only for the eye"))


@plants("ROLE", Route("help"))
def a_box_that_answers_a_touch(kiosk: Opened) -> Repair:
    class Banner(TextBlock):
        def mouseReleaseEvent(self, event: QMouseEvent) -> None:
            kiosk.session.navigator.home()

    return put_on_page(kiosk, Banner(kiosk.session.look, "Touch here"))


@plants("ROLE", Route("help"))
def a_pointing_hand_over_words(kiosk: Opened) -> Repair:
    block = kiosk.screen.findChildren(TextBlock)[1]
    block.setCursor(Qt.CursorShape.PointingHandCursor)
    return block.unsetCursor


@plants("LABEL-IN-NAME")
def a_name_that_does_not_begin_with_what_is_painted(kiosk: Opened) -> Repair:
    return renamed(button_of(kiosk, "Find local help"), "Open: Find local help")


@plants("LABEL-IN-NAME")
def a_second_line_that_is_not_told(kiosk: Opened) -> Repair:
    card = button_of(kiosk, "Find local help")
    assert isinstance(card, Card)
    before = card.accessibleDescription()
    card.setAccessibleDescription("")
    return lambda: card.setAccessibleDescription(before)


@plants("NAME-DUP", Route("topic", "care"))
def two_buttons_to_read_more(kiosk: Opened) -> Repair:
    first, second = (Button(kiosk.session.look, "Read more") for _number in range(2))
    take_first, take_second = put_on_page(kiosk, first), put_on_page(kiosk, second)

    def take_both() -> None:
        take_first()
        take_second()

    return take_both


@plants("ALT", Route("help"))
def a_square_code_without_a_name(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, QrSquare(kiosk.session.look, "tel:+441632960418", ""))


@plants("ALT", Route("help"))
def a_drawing_that_is_neither_named_nor_decoration(kiosk: Opened) -> Repair:
    class Drawing(IconMark):
        told_as = ""  # type: ignore[assignment]

    return put_on_page(kiosk, Drawing(kiosk.session.look, "phone"))


@plants("LINK", Route("help"))
def a_link_inside_a_text(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, QLabel('See <a href="https://www.nhs.uk">the NHS page</a>.'))


@plants("LANG", Route("find"), Cell(language="ar"))
def an_english_name_that_is_not_tagged(kiosk: Opened) -> Repair:
    kiosk.session.visit.look_for(FEW)
    kiosk.visitor.settle()
    row = next(b for b in kiosk.buttons() if b.lang == "en")
    row.lang = ""

    def tag() -> None:
        row.lang = "en"
        kiosk.session.visit.look_for(type(FEW)())

    return tag


@plants("LANG", Route("help"))
def an_arabic_sentence_that_is_tagged_as_english(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, TextBlock(kiosk.session.look, Tagged("اطلب المساعدة هنا", "en")))
