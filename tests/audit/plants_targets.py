"""Faults of size and place, as they creep in: a button that is too small, too near, beneath another, off the panel."""

from __future__ import annotations

from opened_kiosk import Opened
from planted import Repair, plants
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.audit.seen import Cell
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.result_row import ResultRow

QT_NO_MOST = 16_777_215
SMALL_AND_LARGE = Cell(shape="small", text_size="largest")


def moved(widget: QWidget, place: QRect) -> Repair:
    """Put a widget elsewhere; gives back what puts it where it was."""
    before = widget.geometry()
    widget.setGeometry(place)
    return lambda: widget.setGeometry(before)


def squeezed(widget: QWidget, height: int) -> Repair:
    """Let a layout give a widget this height and no more."""
    widget.setFixedHeight(height)

    def repair() -> None:
        widget.setMinimumHeight(0)
        widget.setMaximumHeight(QT_NO_MOST)

    return repair


def shown(kiosk: Opened, name: str) -> Button:
    """The button on the screen that is called so."""
    return next(button for button in kiosk.buttons() if button.accessibleName().startswith(name))


@plants("TARGET")
def a_button_is_half_a_millimetre_too_low(kiosk: Opened) -> Repair:
    place = shown(kiosk, "Colours").geometry()
    place.setHeight(int(12.6 * kiosk.session.panel.pixels_per_mm))
    return moved(shown(kiosk, "Colours"), place)


@plants("TARGET", Route("guide", "needs-assessment"), Cell(language="ar"))
def the_holder_of_a_scrolled_away_button_is_too_low_for_it(kiosk: Opened) -> Repair:
    holder = kiosk.screen.findChildren(Flow)[-1]
    return squeezed(holder, holder.height() // 2)


@plants("PRIMARY", Route("type"))
def keys_as_narrow_as_a_telephones(kiosk: Opened) -> Repair:
    key = kiosk.screen.findChildren(Keyboard)[0].findChildren(Button)[0]
    return moved(key, key.geometry().adjusted(0, 0, 80 - key.width(), 0))


@plants("PRIMARY")
def a_main_action_with_a_short_word(kiosk: Opened) -> Repair:
    place = shown(kiosk, "Listen").geometry()
    place.setWidth(int(19.9 * kiosk.session.panel.pixels_per_mm))
    return moved(shown(kiosk, "Listen"), place)


@plants("GAP")
def two_buttons_of_a_bar_are_a_pixel_too_near(kiosk: Opened) -> Repair:
    colours, language = shown(kiosk, "Colours"), shown(kiosk, "Language")
    short = int(3 * kiosk.session.panel.pixels_per_mm)
    return moved(colours, QRect(colours.pos(), QPoint(language.x() - short - 1, colours.geometry().bottom())))


@plants("GAP", Route("guide", "needs-assessment"), Cell(shape="tall"))
def a_button_can_be_scrolled_down_to_the_page_buttons(kiosk: Opened) -> Repair:
    assert isinstance(kiosk.screen, PageScreen)
    page = kiosk.screen.page
    return moved(page.view, page.view.geometry().adjusted(0, 0, 0, page.down.y() - page.view.height() - 4))


@plants("GAP", Route("find"))
def a_row_opens_when_its_keep_button_is_just_missed(kiosk: Opened) -> Repair:
    row = kiosk.screen.findChildren(ResultRow)[0]
    kind = type(row.open)
    careful = kind.hitButton
    kind.hitButton = Button.hitButton  # type: ignore[method-assign]

    def repair() -> None:
        kind.hitButton = careful  # type: ignore[method-assign]

    return repair


@plants("OVERLAP")
def a_button_lies_over_its_neighbour(kiosk: Opened) -> Repair:
    colours, language = shown(kiosk, "Colours"), shown(kiosk, "Language")
    return moved(colours, colours.geometry().united(language.geometry().adjusted(0, 0, -20, 0)))


@plants("OVERLAP")
def a_clear_sheet_lies_over_the_cards(kiosk: Opened) -> Repair:
    sheet = QWidget(kiosk.screen)
    sheet.setGeometry(kiosk.screen.rect())
    sheet.show()
    return sheet.deleteLater


@plants("PANEL")
def a_bar_reaches_over_the_side(kiosk: Opened) -> Repair:
    bar = kiosk.window.bottom_bar
    assert bar is not None
    return moved(bar, bar.geometry().adjusted(0, 0, 30, 0))


@plants("PANEL", cell=SMALL_AND_LARGE)
def a_long_word_forces_the_window_wider(kiosk: Opened) -> Repair:
    before = kiosk.window.size()
    kiosk.window.resize(before.width() + 200, before.height())
    return lambda: kiosk.window.resize(before)


@plants("SIDEWAYS", Route("help"))
def a_table_in_an_area_that_scrolls_sideways(kiosk: Opened) -> Repair:
    area = QScrollArea(kiosk.screen)
    table = QWidget()
    table.setFixedSize(3000, 100)
    area.setWidget(table)
    area.setGeometry(300, 0, 800, 160)
    area.show()
    return area.deleteLater


@plants("SIDEWAYS", Route("help"))
def a_child_of_the_column_is_wider_than_the_page(kiosk: Opened) -> Repair:
    assert isinstance(kiosk.screen, PageScreen)
    wide = QWidget(kiosk.screen.page.content)
    wide.setGeometry(0, 0, kiosk.screen.page.view.width() + 60, 20)
    wide.show()
    return wide.deleteLater


@plants("PAGER", Route("guide", "who-pays"))
def the_button_that_turns_the_page_is_called_otherwise(kiosk: Opened) -> Repair:
    down = shown(kiosk, "Page down")
    down.setAccessibleName("More")
    return lambda: down.setAccessibleName("Page down")


@plants("PAGER", Route("find"))
def the_list_goes_on_but_its_button_is_off(kiosk: Opened) -> Repair:
    down = shown(kiosk, "Page down")
    down.setEnabled(False)
    return lambda: down.setEnabled(True)
