"""Faults of the frame and of pages that are too full, as they slip in."""

from __future__ import annotations

from opened_kiosk import Opened
from planted import Repair, plants
from plants_names import put_on_page, renamed

from kiosk.audit.seen import Cell
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.text_block import TextBlock


@plants("FRAME")
def a_bar_whose_buttons_changed_places(kiosk: Opened) -> Repair:
    bar = kiosk.window.bottom_bar
    assert bar is not None
    first, last = bar.listen.geometry(), bar.finish.geometry()
    bar.listen.setGeometry(last)
    bar.finish.setGeometry(first)

    def put_back() -> None:
        bar.listen.setGeometry(first)
        bar.finish.setGeometry(last)

    return put_back


@plants("FRAME", cell=Cell(language="ar"))
def a_bar_that_is_not_mirrored(kiosk: Opened) -> Repair:
    bar = kiosk.window.top_bar
    assert bar is not None
    before = [(button, button.geometry()) for button in (bar.back, bar.home, bar.help)]
    for button, place in before:
        button.move(bar.width() - place.right() - 1, place.y())

    def put_back() -> None:
        for button, place in before:
            button.setGeometry(place)

    return put_back


@plants("FRAME", Route("help"))
def a_button_of_the_bar_that_moves_from_screen_to_screen(kiosk: Opened) -> Repair:
    bar = kiosk.window.top_bar
    assert bar is not None
    before = bar.help.geometry()
    bar.help.move(before.x() - 40, before.y())
    return lambda: bar.help.setGeometry(before)


@plants("FRAME", Route("help"))
def a_button_of_the_bar_with_another_name(kiosk: Opened) -> Repair:
    assert kiosk.window.top_bar is not None
    return renamed(kiosk.window.top_bar.home, "Start")


@plants("FRAME", Route("help"))
def a_screen_without_a_bar(kiosk: Opened) -> Repair:
    bar = kiosk.window.bottom_bar
    assert bar is not None
    bar.hide()
    return bar.show


@plants("CHOICES", Route("finish"))
def a_page_with_too_many_choices(kiosk: Opened) -> Repair:
    look = kiosk.session.look
    return put_on_page(kiosk, Flow(look, [Button(look, f"Choice {number}") for number in range(9)]))


@plants("SIZES", Route("finish"))
def a_page_in_four_sizes(kiosk: Opened) -> Repair:
    look = kiosk.session.look

    class Fine(TextBlock):
        def __init__(self, pixels: int) -> None:
            super().__init__(look, f"Set in {pixels} pixels")
            self._font = look.sized_font(pixels)

    first, second = put_on_page(kiosk, Fine(23)), put_on_page(kiosk, Fine(37))

    def put_back() -> None:
        first()
        second()

    return put_back
