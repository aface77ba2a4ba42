"""A screen that is a list: what narrows it beside it on a wide panel, and whole rows, or one page that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.accessible import announce
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.result_list import ResultList, rows_fit
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.text_block import TextBlock

WIDE_EM = 46
"""From this width on, in body font sizes, what narrows the list stands in a column of its own."""


class ListScreen(Screen):
    """Give `asked`, `fill_side`, `fill_main` and `turn`; call `add_rows` last in `fill_main`."""

    found: TextBlock
    """Says how many were found."""
    most_chips = 2

    def build(self) -> None:
        self.page: ScrollPage | None = None
        self.list: ResultList | None = None
        self._too_tall: object = None
        self._starts: list[int] = []  # where the pages before this one began: rows differ in height
        outer = QHBoxLayout(self)
        margin, gap = self.look.metrics.margin, self.look.metrics.gap
        outer.setContentsMargins(margin, gap, margin, gap)
        outer.setSpacing(gap)
        self.wide = self.has_side and self.look.metrics.columns_of_text >= WIDE_EM
        if self.wide:
            self._side = QWidget()
            self._side.setFixedWidth(round(self.look.metrics.panel.width * 0.225))
            outer.addWidget(self._side)
        self._main = QWidget()
        outer.addWidget(self._main, 1)
        self.show_rows()

    @property
    def has_side(self) -> bool:
        """Whether there is anything to stand beside the list."""
        return True

    @property
    def asked(self) -> object:
        """What the visit asks for now; another answer makes the list anew."""
        raise NotImplementedError

    @property
    def offset(self) -> int:
        """The number of the first row that is shown."""
        raise NotImplementedError

    def fill_side(self, column: QVBoxLayout) -> None:
        """Add what narrows the list, on a wide panel."""
        raise NotImplementedError

    def fill_main(self, column: QVBoxLayout) -> None:
        """Add the rest."""
        raise NotImplementedError

    def turn(self, offset: int) -> None:
        """Ask the visit for the rows from `offset` on."""
        raise NotImplementedError

    @property
    def scrolls(self) -> bool:
        """Where no row would fit whole below what stands above, as at the large sizes, the whole page scrolls."""
        return self._too_tall == self.asked or not rows_fit(self.look.metrics)

    def show_rows(self) -> None:
        """Make the list anew."""
        self._shown = self.asked
        if not self.offset:
            self._starts = []
        self.list = self.page = None
        columns = []
        for part in (self._main, *([self._side] if self.wide else [])):
            _empty(part)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            columns.append(column)
        columns[0].setSpacing(self.look.metrics.least_gap)
        if self.wide:
            columns[1].setSpacing(self.look.metrics.gap)
            self.fill_side(columns[1])
            columns[1].addStretch(1)
        self.fill_main(columns[0])
        if self.wide and self.isVisible():  # what stands beside the list may have grown; at first the size decides
            QTimer.singleShot(0, self, self._drop_side_that_is_too_tall)

    def visit_changed(self) -> None:
        before = self._shown
        self.show_rows()
        if before != self._shown:
            QTimer.singleShot(0, self, lambda: announce(self, self.found.text))

    def add_rows(
        self, column: QVBoxLayout, rows: Sequence[QWidget], total: int, most: int, extras: Sequence[QWidget] = ()
    ) -> None:
        """Add the rows from the offset on: at most `most` whole ones at once, or all of them on a page that scrolls.

        `extras` stand under the last whole row where there is room.
        """
        if self.scrolls:
            self._add_scrolling(column, rows, total)
            return
        self.list = ResultList(self.look, self.words, rows, self.offset, total, extras, most)
        self.list.page_wanted.connect(self._turn)
        self.list.too_tall.connect(lambda: QTimer.singleShot(0, self, self._let_it_scroll))
        self.found = self.list.where
        column.addWidget(self.list, 1)

    def add_page(self, column: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
        """Add a page that scrolls when it has to: at the large sizes and on a low panel with all that stands above."""
        self.page = ScrollPage(self.look, self.words)
        if self.scrolls or self.look.metrics.low:
            _move_into(self.page, column)
        for widget in widgets:
            self.page.column.addWidget(widget)
        self.page.column.addStretch(1)
        column.addWidget(self.page, 1)

    def chips(self, chosen: Sequence[tuple[str, Callable[[], object]]], none: Callable[[], object]) -> list[Button]:
        """A button for each filter that is on, to take it away; one for them all when there are more than `most_chips`.

        `chosen` holds each filter's words and what takes it away; `none` takes all of them away.
        """
        _ = self._
        # Translators: what a screen reader calls a filter that is on.
        name = _("{filter}, chosen. Touch to take it away.")
        if len(chosen) > self.most_chips:
            count = self.words.ngettext("{count} filter", "{count} filters", len(chosen)).format(count=len(chosen))
            chosen = [(count, none)]
            # Translators: what a screen reader calls the button that stands for several filters, such as "4 filters".
            name = _("{filter}, chosen. Touch to take them away.")
        made = []
        for words, act in chosen:
            said = name.format(filter=words)
            chip = Button(self.look, words, kind="chosen", trailing_icon="close", leading=True, name=said)
            chip.clicked.connect(lambda _c=False, act=act: act())
            made.append(chip)
        return made

    def _add_scrolling(self, column: QVBoxLayout, rows: Sequence[QWidget], total: int) -> None:
        _ = self._
        found = self.words.ngettext("{count} found", "{count} found", total).format(count=total)
        self.found = TextBlock(self.look, found, "muted")
        widgets = [self.found, *rows]
        last = self.offset + len(rows)
        if last < total:
            more = Button(self.look, _("Show the next ones"), trailing_icon="next", leading=True)
            more.clicked.connect(lambda: self._turn(last))
            widgets.append(more)
        if self.offset:
            first = Button(self.look, _("Show the first ones"), "back", leading=True)
            first.clicked.connect(lambda: self._turn(0))
            widgets.append(first)
        self.add_page(column, widgets)

    def _turn(self, offset: int) -> None:
        if offset > self.offset:
            self._starts.append(self.offset)
        elif offset and self._starts:
            offset = self._starts.pop()
        self.turn(max(0, offset))

    def _let_it_scroll(self) -> None:
        """Names may be of any length; only when all is laid out is it known that not one fits."""
        if self.list is not None and not self.list.one_fits and self._too_tall != self.asked:
            self._too_tall = self.asked
            self.show_rows()

    @property
    def place(self) -> float:
        return self.page.place if self.page is not None else 0.0

    def go_to(self, place: float) -> None:
        if self.page is not None:
            self.page.go_to(place)

    def press_page_key(self, key: int) -> None:
        if self.list is not None:
            self.list.press_key(key)
        else:
            super().press_page_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_side_that_is_too_tall()

    def _drop_side_that_is_too_tall(self) -> None:
        if self.wide and self._side.heightForWidth(self._side.width()) > self._side.height():
            self.wide = False
            self._side.hide()
            self.show_rows()


def _move_into(page: ScrollPage, column: QVBoxLayout) -> None:
    """Let what stands above the rows scroll with them."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            page.column.addWidget(widget)


def _empty(holder: QWidget) -> None:
    for child in holder.findChildren(QWidget):
        child.hide()
        child.deleteLater()
    layout = holder.layout()
    if layout is not None:
        QWidget().setLayout(layout)
