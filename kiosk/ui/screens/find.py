"""Find local help: what is looked for, how it is narrowed down, and the services found, whole rows at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.search import Hit, Results
from kiosk.ui.choices_screen import MOST_CHOICES
from kiosk.ui.comparing import kind_looked_for, way_to_list
from kiosk.ui.filter_choices import Filter, chosen_in, filters_of, more_words
from kiosk.ui.finding import look_up, row_of
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.list_screen import ListScreen
from kiosk.ui.outings import WHATS_ON, has_whats_on
from kiosk.ui.routes import Route
from kiosk.ui.screens.find_words import did_line, nothing_found, search_box, urgent_button
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

_AT_ONCE = 12
_MOST_CHIPS = 2


class FindScreen(ListScreen):
    """Reads the visit's search state; every change goes through the visit."""

    def title(self) -> str:
        return self._("Find local help")

    @property
    def asked(self) -> SearchState:
        return self.session.visit.search

    @property
    def offset(self) -> int:
        return self._from

    def show_rows(self) -> None:
        """Ask the search and show its answer."""
        self._from = self.asked.offset
        self.results = look_up(self.session, self.asked, _AT_ONCE)
        if self._from and not self.results.hits:
            self._from = 0
            self.results = look_up(self.session, replace(self.asked, offset=0), _AT_ONCE)
        super().show_rows()

    def turn(self, offset: int) -> None:
        self.session.visit.look_for(replace(self.asked, offset=offset))

    def fill_side(self, column: QVBoxLayout) -> None:
        _, state = self._, self.asked
        column.addWidget(TextBlock(self.look, _("Narrow it down"), "heading", level=2))
        for name, label, value in self._filters(state):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, name=name: self.session.navigator.go(Route("filter", name)))
            column.addWidget(button)
        for way in self._ways_on(state):
            column.addWidget(way)

    def _filters(self, state: SearchState) -> list[Filter]:
        """Those that stand beside the list: the two that are used most, and one for all."""
        first = [one for one in filters_of(state, self.words) if one.key in ("place", "type")]
        more = more_words(state, self.words) or self._("Who for, when, access")
        return [*first, Filter("", self._("More choices"), more)]

    def fill_main(self, column: QVBoxLayout) -> None:
        _, state, results = self._, self.asked, self.results
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
        ways = self._ways_on(state)
        if self.wide:
            others += len(ways)
        self.most_chips = _MOST_CHIPS - asks
        chips = self._chips(state) if results.total else []
        if not self.wide:
            chips.insert(0, self._narrow_button())
            chips += ways
        if chips:
            column.addWidget(Flow(self.look, chips))
        if not results.total:
            self.found = TextBlock(self.look, _("Nothing was found"), "heading", level=2)
            most = MOST_CHOICES - others - len(chips)
            self.add_page(column, [self.found, *nothing_found(self.look, self.session, state, results, most)])
            return
        rows = [self._row(hit) for hit in results.hits]
        most = MOST_CHOICES - others - len(chips)
        self.add_rows(column, rows, results.total, most, self._guides(results))

    def _ways_on(self, state: SearchState) -> list[Button]:
        """At the start a visitor may rather want to see what is on; who looks for care, to compare it."""
        if replace(state, offset=0) == SearchState() and has_whats_on(self.session):
            button = Button(self.look, self._("What's on"), "calendar", leading=True, trailing_icon="next")
            button.clicked.connect(lambda: self.session.navigator.go(WHATS_ON))
            return [button]
        kind = kind_looked_for(self.session, state, self.results)
        return [way_to_list(self.look, self.session, kind)] if kind else []

    def _narrow_button(self) -> Button:
        button = Button(self.look, self._("Narrow it down"), trailing_icon="chevron-down", leading=True)
        button.clicked.connect(lambda: self.session.navigator.go(Route("filter")))
        return button

    def _chips(self, state: SearchState) -> list[Button]:
        look_for = self.session.visit.look_for
        without = [(words, lambda kept=kept: look_for(kept)) for words, kept in chosen_in(state, self.words)]
        return self.chips(without, lambda: look_for(state.without_filters()))

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
