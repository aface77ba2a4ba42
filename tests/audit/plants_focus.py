"""Faults of those who never tried the kiosk by keys: one planted for each check of the focus."""

from __future__ import annotations

from opened_kiosk import Opened
from planted import Repair, plants
from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.audit.seen import Cell
from kiosk.ui import keys
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.estimate_amount import EstimateAmountScreen
from kiosk.ui.widgets.button import Button

LONG = Route("guide", "needs-assessment")


def page(kiosk: Opened) -> PageScreen:
    assert isinstance(kiosk.screen, PageScreen)
    return kiosk.screen


def put_in(kiosk: Opened, widget: QWidget, place: int = 0) -> Repair:
    """Put a widget on the page; the repair takes it away."""
    page(kiosk).page.column.insertWidget(place, widget)
    return lambda: gone(widget)


def gone(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def card(kiosk: Opened, name: str) -> Button:
    found = kiosk.visitor.sees(name)
    assert found is not None
    return found


@plants("UNREACHABLE")
def a_card_for_fingers_only(kiosk: Opened) -> Repair:
    from PySide6.QtCore import Qt

    button = card(kiosk, "Money and benefits")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return lambda: button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


@plants("UNREACHABLE", LONG, Cell("small", language="ar"))
def a_link_that_mouse_presses_open(kiosk: Opened) -> Repair:
    from PySide6.QtCore import Qt

    class Link(Button):
        def __init__(self) -> None:
            super().__init__(kiosk.screen.look, "More")
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    return put_in(kiosk, Link(), 3)


@plants("UNREACHABLE", Route("estimate-amount", "care-costs/savings"), Cell("small", "largest"))
def a_page_button_that_the_other_one_cannot_hand_the_focus_to(kiosk: Opened) -> Repair:
    amount = kiosk.screen
    assert isinstance(amount, EstimateAmountScreen)
    amount.page.view.set_value(amount.page.view.maximum)
    assert amount.page.up.isEnabled()
    amount.page.up.setFocusProxy(amount.entry.field)
    return lambda: amount.page.up.setFocusProxy(None)


@plants("TRAP", LONG)
def a_field_that_types_tabs(kiosk: Opened) -> Repair:
    field = QPlainTextEdit()
    field.setAccessibleName("Your own words")
    return put_in(kiosk, field, 2)


@plants("TRAP")
def a_button_that_keeps_the_focus_going_back(kiosk: Opened) -> Repair:
    class Sticky(Button):
        def focusNextPrevChild(self, next: bool) -> bool:
            return super().focusNextPrevChild(next) if next else True

    return put_in(kiosk, Sticky(kiosk.screen.look, "Stay"))


def by_age(kiosk: Opened) -> Repair:
    """Let the focus go in the order in which widgets were made, as the toolkit does of itself."""
    focus = kiosk.window.focus
    kept = focus.controls

    def as_they_were_made(part: QWidget | None = None, also: QWidget | None = None) -> list[QWidget]:
        known = kept(part, also)
        inside = part or kiosk.window.overlay or kiosk.window
        return [widget for widget in inside.findChildren(QWidget) if widget in known]

    focus.controls = as_they_were_made  # type: ignore[method-assign]

    def repair() -> None:
        focus.controls = kept  # type: ignore[method-assign]

    return repair


@plants("ORDER", Route("topic", "care"), Cell("tall", language="ar"))
def a_button_put_first_and_made_last(kiosk: Opened) -> Repair:
    back, away = by_age(kiosk), put_in(kiosk, Button(kiosk.screen.look, "Read this first"), 1)

    def repair() -> None:
        back()
        away()

    return repair


@plants("ORDER")
def the_bottom_bar_before_the_page(kiosk: Opened) -> Repair:
    focus = kiosk.window.focus
    kept = focus.controls

    def bars_first(part: QWidget | None = None, also: QWidget | None = None) -> list[QWidget]:
        top, bottom = kiosk.window.top_bar, kiosk.window.bottom_bar
        assert top is not None
        assert bottom is not None
        found = kept(part, also)
        return sorted(
            found, key=lambda widget: 0 if top.isAncestorOf(widget) else 1 if bottom.isAncestorOf(widget) else 2
        )

    focus.controls = bars_first  # type: ignore[method-assign]

    def repair() -> None:
        focus.controls = kept  # type: ignore[method-assign]

    return repair


@plants("FOCUS", cell=Cell(theme="night"))
def a_card_that_forgets_its_ring(kiosk: Opened) -> Repair:
    class Bare(Button):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            self._look.box(painter, QRectF(self.rect()), "card", "line")
            self._paint_content(painter, QRectF(self.rect()), "ink", "ink")

    return put_in(kiosk, Bare(kiosk.screen.look, "Something new"))


@plants("FOCUS")
def a_ring_too_pale_to_see(kiosk: Opened) -> Repair:
    class Pale(Button):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            rect = QRectF(self.rect())
            self._look.box(painter, rect, "card", "line")
            self._paint_content(painter, rect, "ink", "ink")
            if self.hasFocus():
                self._look.ring(painter, rect.adjusted(3, 3, -3, -3), 3, 8, "tint_blue")

    return put_in(kiosk, Pale(kiosk.screen.look, "Something new"))


@plants("COVERED", Route("type"), Cell("small"))
def a_notice_over_the_keys(kiosk: Opened) -> Repair:
    notice = QWidget(kiosk.window)
    notice.setAutoFillBackground(True)
    key = card(kiosk, "Space")
    notice.setGeometry(key.mapTo(kiosk.window, key.rect().topLeft()).x(), kiosk.window.height() // 2, 300, 300)
    notice.show()
    notice.raise_()
    return lambda: gone(notice)


@plants("COVERED", LONG)
def a_page_that_does_not_follow_the_focus(kiosk: Opened) -> Repair:
    scrolling = page(kiosk).page
    scrolling.show_part = lambda *_place: None  # type: ignore[method-assign]

    def repair() -> None:
        del scrolling.show_part

    return repair


@plants("ARROWS")
def a_card_that_keeps_the_arrows(kiosk: Opened) -> Repair:
    class Greedy(Button):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            if event.key() == keys.DOWN:
                event.accept()
            else:
                super().keyPressEvent(event)

    return put_in(kiosk, Greedy(kiosk.screen.look, "How many?"))


@plants("ARROWS", cell=Cell(language="ar"))
def arrows_that_read_from_the_left_everywhere(kiosk: Opened) -> Repair:
    class English(Button):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            if event.key() in (keys.LEFT, keys.RIGHT):
                self.focusNextPrevChild(event.key() == keys.RIGHT)
            else:
                super().keyPressEvent(event)

    first, second = (English(kiosk.screen.look.furniture, name) for name in ("Less", "More"))
    bar = kiosk.window.bottom_bar
    assert bar is not None
    for number, button in enumerate((first, second)):
        button.setParent(bar)
        button.setGeometry(bar.width() - 300 * (number + 1), -200, 280, 100)
        button.show()

    def repair() -> None:
        gone(first)
        gone(second)

    return repair
