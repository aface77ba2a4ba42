"""Find local help: what is looked for, how it is narrowed down, and the services found, whole rows at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.search import Hit, Results
from kiosk.ui.accessible import announce
from kiosk.ui.choices_screen import MOST_CHOICES
from kiosk.ui.filter_choices import Chosen, Filter, chosen_in, filters_of, more_words
from kiosk.ui.finding import look_up, row_of
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.outings import WHATS_ON, has_whats_on
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.screens.find_words import did_line, nothing_found, search_box, urgent_button
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_list import ResultList, rows_fit
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

WIDE_EM = 46
"""From this width on, in body font sizes, the filters stand in a column of their own."""
_AT_ONCE = 12
_MOST_CHIPS = 2


class FindScreen(Screen):
    """Reads the visit's search state; every change goes through the visit."""

    _found: TextBlock
    """Says how many were found."""

    def title(self) -> str:
        return self._("Find local help")

    @property
    def scrolls(self) -> bool:
        """Where no row would fit whole below the search box, as at the large sizes, the whole page scrolls."""
        return self._too_tall == self._asked or not rows_fit(self.look.metrics)

    def build(self) -> None:
        self.page: ScrollPage | None = None
        self.list: ResultList | None = None
        self._too_tall: SearchState | None = None
        self._starts: list[int] = []  # where the pages before this one began: rows differ in height
        outer = QHBoxLayout(self)
        margin, gap = self.look.metrics.margin, self.look.metrics.gap
        outer.setContentsMargins(margin, gap, margin, gap)
        outer.setSpacing(gap)
        self.wide = self.look.metrics.columns_of_text >= WIDE_EM
        if self.wide:
            self._side = QWidget()
            self._side.setFixedWidth(round(self.look.metrics.panel.width * 0.225))
            outer.addWidget(self._side)
        self._main = QWidget()
        outer.addWidget(self._main, 1)
        self.show_results()

    def visit_changed(self) -> None:
        before = self._asked
        self.show_results()
        if before != self._asked:
            QTimer.singleShot(0, self, lambda: announce(self, self._found.text))

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
        if self.wide and self._side.heightForWidth(self._side.width()) > self._side.height():
            self.wide = False
            self._side.hide()
            self.show_results()

    def show_results(self) -> None:
        """Ask the search and show its answer."""
        state = self._asked = self.session.visit.search
        if not state.offset:
            self._starts = []
        self.results = look_up(self.session, state, _AT_ONCE)
        if state.offset and not self.results.hits:
            state = replace(state, offset=0)
            self.results = look_up(self.session, state, _AT_ONCE)
        self.list = None
        for part in (self._main, *([self._side] if self.wide else [])):
            _empty(part)
        self.page = None
        if self.wide:
            self._fill_side(state)
        self._fill_main(state, self.results)

    def _fill_side(self, state: SearchState) -> None:
        _ = self._
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.gap)
        column.addWidget(TextBlock(self.look, _("Narrow it down"), "heading", level=2))
        for name, label, value in self._filters(state):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, name=name: self.session.navigator.go(Route("filter", name)))
            column.addWidget(button)
        if self._offers_whats_on(state):
            column.addWidget(self._whats_on_button())
        column.addStretch(1)

    def _filters(self, state: SearchState) -> list[Filter]:
        """Those that stand beside the list: the two that are used most, and one for all."""
        first = [one for one in filters_of(state, self.words) if one.key in ("place", "type")]
        more = more_words(state, self.words) or self._("Who for, when, access")
        return [*first, Filter("", self._("More choices"), more)]

    def _fill_main(self, state: SearchState, results: Results) -> None:
        _ = self._
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.least_gap)
        column.addWidget(
            search_box(self.look, self.words, state.words, lambda: self.session.navigator.go(Route("type")))
        )
        said = did_line(self.look, self.session, state, results)
        if said is not None:
            column.addWidget(said)
        asks = int(isinstance(said, Flow))  # it has a button
        if results.urgent:
            column.addWidget(urgent_button(self.look, self.session))
            asks += 1
        others = 1 + asks + (len(self._filters(state)) if self.wide else 0)
        if self._offers_whats_on(state):
            others += 1
        chips = self._chips(state, _MOST_CHIPS - asks) if results.total else []
        if not self.wide:
            chips.insert(0, self._narrow_button())
            if self._offers_whats_on(state):
                chips.append(self._whats_on_button())
                others -= 1  # it counts as a chip
        if chips:
            column.addWidget(Flow(self.look, chips))
        if not results.total:
            self._found = TextBlock(self.look, _("Nothing was found"), "heading", level=2)
            most = MOST_CHOICES - others - len(chips)
            self.page = nothing_found(self.look, self.session, state, results, self._found, most)
            if self.scrolls:
                self._move_into(self.page, column)
            column.addWidget(self.page, 1)
            return
        rows = [self._row(hit) for hit in results.hits]
        if self.scrolls:
            self._fill_scrolling(column, rows, state, results)
            return
        most = MOST_CHOICES - others - len(chips)
        self.list = ResultList(self.look, self.words, rows, state.offset, results.total, self._guides(results), most)
        self.list.page_wanted.connect(self._turn)
        self.list.too_tall.connect(lambda: QTimer.singleShot(0, self, self._let_it_scroll))
        self._found = self.list.where
        column.addWidget(self.list, 1)

    def _let_it_scroll(self) -> None:
        """Names may be of any length; only when all is laid out is it known that not one fits."""
        if self.list is not None and not self.list.one_fits and self._too_tall != self._asked:
            self._too_tall = self._asked
            self.show_results()

    def _fill_scrolling(self, column: QVBoxLayout, rows: list[ResultRow], state: SearchState, results: Results) -> None:
        _ = self._
        page = ScrollPage(self.look, self.words)
        self._move_into(page, column)
        found = self.words.ngettext("{count} found", "{count} found", results.total).format(count=results.total)
        self._found = TextBlock(self.look, found, "muted")
        page.column.addWidget(self._found)
        for row in rows:
            page.column.addWidget(row)
        last = state.offset + len(rows)
        if last < results.total:
            more = Button(self.look, _("Show the next ones"), trailing_icon="next", leading=True)
            more.clicked.connect(lambda: self._turn(last))
            page.column.addWidget(more)
        if state.offset:
            first = Button(self.look, _("Show the first ones"), "back", leading=True)
            first.clicked.connect(lambda: self._turn(0))
            page.column.addWidget(first)
        page.column.addStretch(1)
        self.page = page
        column.addWidget(page)

    @staticmethod
    def _move_into(page: ScrollPage, column: QVBoxLayout) -> None:
        """Let what stands above the results scroll with them."""
        place = 0
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                page.column.insertWidget(place, widget)
                place += 1

    def _offers_whats_on(self, state: SearchState) -> bool:
        """At the start, before anything was looked for, a visitor may rather want to see what is on."""
        return replace(state, offset=0) == SearchState() and has_whats_on(self.session)

    def _whats_on_button(self) -> Button:
        button = Button(self.look, self._("What's on"), "calendar", leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self.session.navigator.go(WHATS_ON))
        return button

    def _narrow_button(self) -> Button:
        button = Button(self.look, self._("Narrow it down"), trailing_icon="chevron-down", leading=True)
        button.clicked.connect(lambda: self.session.navigator.go(Route("filter")))
        return button

    def _chips(self, state: SearchState, most: int) -> list[QWidget]:
        """A button for each filter that is on, to take it away; one for them all when there are too many."""
        _, visit = self._, self.session.visit
        chips = chosen_in(state, self.words)
        # Translators: what a screen reader calls a filter that is on.
        name = _("{filter}, chosen. Touch to take it away.")
        if len(chips) > most:
            count = self.words.ngettext("{count} filter", "{count} filters", len(chips)).format(count=len(chips))
            chips = [Chosen(count, state.without_filters())]
            # Translators: what a screen reader calls the button that stands for several filters, such as "4 filters".
            name = _("{filter}, chosen. Touch to take them away.")
        made: list[QWidget] = []
        for words, without in chips:
            chip = Button(
                self.look, words, kind="chosen", trailing_icon="close", leading=True, name=name.format(filter=words)
            )
            chip.clicked.connect(lambda _c=False, without=without: visit.look_for(without))
            made.append(chip)
        return made

    def _row(self, hit: Hit) -> ResultRow:
        row = ResultRow(
            self.look, row_of(self.session, hit), keep_service_button(self.look, self.session, hit.id, hit.name)
        )
        row.open.clicked.connect(lambda: self.session.navigator.go(Route("service", hit.id)))
        return row

    def _guides(self, results: Results) -> list[QWidget]:
        made: list[QWidget] = []
        for guide in results.guides[:2]:
            button = Button(self.look, guide.name, "booklet", leading=True, trailing_icon="next")
            button.clicked.connect(lambda _c=False, key=guide.id: self.session.navigator.go(Route("guide", key)))
            made.append(button)
        return made

    def _turn(self, offset: int) -> None:
        state = self.session.visit.search
        if offset > state.offset:
            self._starts.append(state.offset)
        elif offset and self._starts:
            offset = self._starts.pop()
        self.session.visit.look_for(replace(state, offset=max(0, offset)))


def _empty(holder: QWidget) -> None:
    for child in holder.findChildren(QWidget):
        child.hide()
        child.deleteLater()
    layout = holder.layout()
    if layout is not None:
        QWidget().setLayout(layout)
