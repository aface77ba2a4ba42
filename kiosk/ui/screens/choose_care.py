"""Choosing care: care homes or home care, each with its rating in words, and up to three chosen to be compared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.directory.care_rating import rating_short
from kiosk.directory.choosing import HOME_CARE, KINDS, beds_line
from kiosk.language import Tagged
from kiosk.phone_numbers import keep_together
from kiosk.search import Hit
from kiosk.ui.choices_screen import MOST_CHOICES
from kiosk.ui.comparing import (
    COMPARE,
    care_here,
    compare_button,
    compare_words,
    kind_title,
    kinds_here,
    open_list,
    services_compared,
    too_many,
)
from kiosk.ui.estimate_ways import CARE_COSTS, can_estimate, estimate_card, open_estimate, way_words
from kiosk.ui.finding import place_words
from kiosk.ui.list_screen import ListScreen
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.result_row import ResultRow, RowFacts
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import MOST_COMPARED

_AT_ONCE = 12
_ENOUGH = 2
_GUIDES = ("choosing-a-care-home", "before-you-decide", "choosing-home-care", "paying-for-a-care-home",
           "paying-for-care-at-home")  # fmt: skip
"""Pages that help before one chooses, as far as the library has them."""
_MOST_GUIDES = 3


class ChooseCareScreen(ListScreen):
    """Key is a kind of care; without a key, the choice between the kinds."""

    def title(self) -> str:
        return kind_title(self.route.key, self.words) if self.route.key in KINDS else self._("Choosing care")

    def build(self) -> None:
        self._full = False
        super().build()

    @property
    def has_side(self) -> bool:
        return self.route.key in KINDS

    @property
    def asked(self) -> object:
        visit = self.session.visit
        return self.route.key, visit.search.place, visit.search.within_miles, visit.care_offset

    @property
    def offset(self) -> int:
        return self._from

    def turn(self, offset: int) -> None:
        self.session.visit.turn_care(offset)

    def visit_changed(self) -> None:
        self._full = False
        super().visit_changed()

    def show_rows(self) -> None:
        self._from = 0
        if self.route.key in KINDS:
            self.hits = care_here(self.session, self.route.key)
            offset = self.session.visit.care_offset
            self._from = offset if offset < len(self.hits) else 0
        super().show_rows()

    def fill_side(self, column: QVBoxLayout) -> None:
        column.addWidget(TextBlock(self.look, self._("Narrow it down"), "heading", level=2))
        column.addWidget(self._where_button())
        column.addWidget(TextBlock(self.look, self._("Compare"), "heading", level=2))
        column.addWidget(self._said())
        if len(self._chosen()) >= _ENOUGH:
            column.addWidget(self._compare())
        if can_estimate(self.session, CARE_COSTS):
            column.addWidget(TextBlock(self.look, self._("What it costs"), "heading", level=2))
            column.addWidget(self._costs())

    def fill_main(self, column: QVBoxLayout) -> None:
        if self.route.key not in KINDS:
            self._fill_choice(column)
            return
        column.addWidget(TextBlock(self.look, self._heading(), "title", level=1))
        others = 1
        if len(self._chosen()) >= _ENOUGH:
            others += 1
        if not self.wide:
            above: list[QWidget] = [self._where_button()]
            if len(self._chosen()) >= _ENOUGH:
                above.append(self._compare())
            if self.look.metrics.panel.portrait and can_estimate(self.session, CARE_COSTS):
                above.append(self._costs())
                others += 1
            column.addWidget(Flow(self.look, above))
            if self._full or len(self._chosen()) != _ENOUGH:  # the button says how many
                column.addWidget(self._said())
        if not self.hits:
            self.found = TextBlock(self.look, self._("We know of none here."))
            self.add_page(column, [self.found, *self._ways_on()])
            return
        shown = self.hits[self._from : self._from + _AT_ONCE]
        self.add_rows(column, [self._row(hit) for hit in shown], len(self.hits), MOST_CHOICES - others)

    def _heading(self) -> str:
        _ = self._
        return _("Home care to choose from") if self.route.key == HOME_CARE else _("Care homes to choose from")

    def _chosen(self) -> tuple[str, ...]:
        return self.session.visit.compared

    def _said(self) -> TextBlock:
        """How many are chosen, or that there is no room for more."""
        _, count = self._, len(self._chosen())
        if self._full:
            return TextBlock(self.look, too_many(self.words), color="urgent")
        if not count:
            return TextBlock(self.look, _("Choose two or three to see them side by side."), "muted")
        words = self.words.ngettext("{count} chosen.", "{count} chosen.", count).format(count=count)
        more = {1: _("Choose one more."), MOST_COMPARED: _("You can compare three at a time.")}
        return TextBlock(self.look, " ".join(filter(None, (words, more.get(count)))), "muted")

    def _too_many(self) -> None:
        self._full = True
        self.show_rows()

    def _compare(self) -> Button:
        words = compare_words(services_compared(self.session), self.words)
        button = Button(self.look, words, kind="primary", trailing_icon="next", leading=True)
        button.set_least_height(self.look.metrics.main_target)
        button.setObjectName("compare all")
        button.clicked.connect(lambda: self.session.navigator.go(COMPARE))
        return button

    def _costs(self) -> Button:
        words = way_words(CARE_COSTS, self.words)[0]
        button = Button(self.look, words, trailing_icon="next", leading=True)
        button.clicked.connect(lambda: open_estimate(self.session, CARE_COSTS))
        return button

    def _where_button(self) -> FilterButton:
        where = place_words(self.session.visit.search, self.words) or self._("Anywhere")
        button = FilterButton(self.look, self._("Where"), keep_together(where), fit=not self.wide)
        button.clicked.connect(lambda: self.session.navigator.go(Route("filter", "place")))
        return button

    def _ways_on(self) -> list[QWidget]:
        """A wider search where there was a narrow one, or a person to ask."""
        _, visit = self._, self.session.visit
        anywhere, ask = _("Look anywhere"), _("Ask a person: who can help")
        ways: list[QWidget] = []
        for words, icon, act in (
            (anywhere, "place", lambda: visit.look_for(replace(visit.search, place="", within_miles=None))),
            (ask, "phone", lambda: self.session.navigator.go(Route("help"))),
        ):
            if words == anywhere and not visit.search.place:
                continue
            button = Button(self.look, words, icon, leading=True)
            button.set_least_height(self.look.metrics.main_target)
            button.clicked.connect(lambda _c=False, act=act: act())
            ways.append(button)
        return ways

    def _row(self, hit: Hit) -> ResultRow:
        service, words = self.session.edition.service(hit.id), self.words
        facts: list[tuple[str, str]] = []
        if service is not None:
            facts.append(("rating", rating_short(service, words, self.session.today())))
            if service.is_closed_for_now:
                facts.append(("clock", words.gettext("Closed for now")))
            facts.append(("", beds_line(service, words)))
        if hit.distance_miles is not None:
            facts.append(("place", words.distance(hit.distance_miles, hit.distance_about)))
        elif hit.place:
            facts.append(("place", Tagged(hit.place)))
        organization = Tagged(hit.organization) if hit.organization != hit.name else ""
        row_facts = RowFacts(Tagged(hit.name), organization, tuple(fact for fact in facts if fact[1]))
        button = compare_button(self.look, self.session, hit.id, hit.name, self._too_many)
        row = ResultRow(self.look, row_facts, button)
        row.open.clicked.connect(lambda: self.session.navigator.go(Route("service", hit.id)))
        return row

    def _fill_choice(self, column: QVBoxLayout) -> None:
        _, go = self._, self.session.navigator.go
        self.found = TextBlock(self.look, _("What kind of care are you looking for?"), "title", level=1)
        about = {
            "care-home": (_("A place to live, with care day and night"), "care-home"),
            "home-care": (_("Carers who come to your home"), "home-care"),
        }
        cards: list[QWidget] = []
        for kind in kinds_here(self.session):
            card = Card(self.look, kind_title(kind, self.words), *about[kind], arrow=True)
            card.clicked.connect(lambda _c=False, kind=kind: open_list(self.session, kind))
            cards.append(card)
        widgets: list[QWidget] = [self.found]
        if cards:
            widgets.append(CardGrid(self.look, cards, columns=2, narrowest_em=19))
        else:
            widgets += [TextBlock(self.look, _("No care homes or home care are listed here.")), *self._ways_on()]
        if cards and can_estimate(self.session, CARE_COSTS):
            widgets.append(estimate_card(self.session, self.look, CARE_COSTS))
        titles = {title.id: title for title in self.session.edition.library.titles(self.words.language)}
        guides = [titles[guide_id] for guide_id in _GUIDES if guide_id in titles][:_MOST_GUIDES]
        if guides:
            widgets.append(TextBlock(self.look, _("Read before you decide"), "heading", level=2))
        for guide in guides:
            button = Button(self.look, Tagged(guide.title, guide.lang), "booklet", leading=True, trailing_icon="next")
            button.clicked.connect(lambda _c=False, key=guide.id: go(Route("guide", key)))
            widgets.append(button)
        self.add_page(column, widgets)
