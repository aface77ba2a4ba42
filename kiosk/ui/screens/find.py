"""Find local help: what is looked for, how it is narrowed down, and the services found, whole rows at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.search import Results
from kiosk.ui.finding import NEAR_HERE, facet_name, look_up, row_of
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.screens.find_words import did_line, nothing_found, search_box
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

WIDE_EM = 46
"""From this width on, in body font sizes, the filters stand in a column of their own."""
_AT_ONCE = 12


class FindScreen(Screen):
    """Reads the visit's search state; every change goes through the visit."""

    def title(self) -> str:
        return self._("Find local help")

    @property
    def wide(self) -> bool:
        return self.look.metrics.columns_of_text >= WIDE_EM

    def build(self) -> None:
        outer = QHBoxLayout(self)
        margin, gap = self.look.metrics.margin, self.look.metrics.gap
        outer.setContentsMargins(margin, gap, margin, gap)
        outer.setSpacing(gap)
        if self.wide:
            self._side = QWidget()
            self._side.setFixedWidth(round(self.look.metrics.panel.width * 0.225))
            outer.addWidget(self._side)
        self._main = QWidget()
        outer.addWidget(self._main, 1)
        self.show_results()

    def visit_changed(self) -> None:
        self.show_results()

    def show_results(self) -> None:
        """Ask the search and show its answer."""
        state = self.session.visit.search
        self.results = look_up(self.session, state, _AT_ONCE)
        if state.offset and not self.results.hits:
            state = replace(state, offset=0)
            self.results = look_up(self.session, state, _AT_ONCE)
        for part in (self._main, *([self._side] if self.wide else [])):
            _empty(part)
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
        column.addStretch(1)

    def _filters(self, state: SearchState) -> list[tuple[str, str, str]]:
        _ = self._
        types = self.words.list(facet_name("type", t, self.words) for t in state.types)
        people = self.words.list(facet_name("beneficiary", b, self.words) for b in state.beneficiaries)
        return [
            ("place", _("Where"), self._place_words(state) or _("Anywhere")),
            ("type", _("Kind of help"), types or _("Any kind")),
            ("beneficiary", _("Who it is for"), people or _("Anyone")),
        ]

    def _place_words(self, state: SearchState) -> str:
        _ = self._
        if not state.place:
            return ""
        where = _("this kiosk") if state.place == NEAR_HERE else state.place
        if state.within_miles is None:
            # Translators: a filter: nearest to a place first.
            return _("Near {place}").format(place=where)
        distance = self.words.distance(state.within_miles)
        return _("Within {distance} of {place}").format(distance=distance, place=where)

    def _fill_main(self, state: SearchState, results: Results) -> None:
        _ = self._
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.mm(3))
        column.addWidget(search_box(self.look, self.words, state.words, lambda: self.session.navigator.go(Route("type"))))
        if not self.wide:
            column.addWidget(self._narrow_row(state))
        said = did_line(self.look, self.session, state, results)
        if said is not None:
            column.addWidget(said)
        chips = self._chips(state)
        if chips:
            column.addWidget(Flow(self.look, chips))
        if not results.total:
            column.addWidget(nothing_found(self.look, self.session, state, results), 1)
            return
        rows = [self._row(hit) for hit in results.hits]
        self.list = ResultList(self.look, self.words, rows, state.offset, results.total, self._guides(results))
        self.list.page_wanted.connect(self._turn)
        column.addWidget(self.list, 1)

    def _narrow_row(self, state: SearchState) -> QWidget:
        buttons: list[QWidget] = []
        for name, label, _value in self._filters(state):
            button = Button(self.look, label, trailing_icon="chevron-down", leading=True)
            button.clicked.connect(lambda _c=False, name=name: self.session.navigator.go(Route("filter", name)))
            buttons.append(button)
        return Flow(self.look, buttons)

    def _chips(self, state: SearchState) -> list[QWidget]:
        _, visit = self._, self.session.visit
        chips: list[tuple[str, SearchState]] = []
        if state.place:
            chips.append((self._place_words(state), replace(state, place="", within_miles=None, offset=0)))
        for facet in state.types:
            rest = tuple(t for t in state.types if t != facet)
            chips.append((facet_name("type", facet, self.words), replace(state, types=rest, offset=0)))
        for facet in state.beneficiaries:
            rest = tuple(b for b in state.beneficiaries if b != facet)
            chips.append((facet_name("beneficiary", facet, self.words), replace(state, beneficiaries=rest, offset=0)))
        made: list[QWidget] = []
        for words, without in chips:
            chip = Button(
                self.look, words, kind="chosen", trailing_icon="close", leading=True,
                name=_("Take away: {filter}").format(filter=words),
            )
            chip.clicked.connect(lambda _c=False, without=without: visit.look_for(without))
            made.append(chip)
        return made

    def _row(self, hit) -> ResultRow:  # type: ignore[no-untyped-def]
        row = ResultRow(self.look, row_of(self.session, hit), keep_service_button(self.look, self.session, hit.id, hit.name))
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
        self.session.visit.look_for(replace(self.session.visit.search, offset=max(0, offset)))


def _empty(holder: QWidget) -> None:
    for child in holder.findChildren(QWidget):
        child.hide()
        child.deleteLater()
    layout = holder.layout()
    if layout is not None:
        QWidget().setLayout(layout)
