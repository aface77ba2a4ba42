"""All that Help me choose has found of one kind: pages, services, rooms with ideas, or one room's ideas."""

from __future__ import annotations

from kiosk.choose.finder import Chosen
from kiosk.choose.result_page import ask_first, services_heading
from kiosk.content.choose_data import said
from kiosk.language import Tagged, language_of
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.finding import NEAR_HERE, kiosk_place, place_words
from kiosk.ui.guided import PAGES, ROOM, ROOMS, SERVICES, Guiding
from kiosk.ui.guided_rows import idea_row, page_row, room_row, service_row
from kiosk.ui.routes import Route
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.visit import SearchState


class GuidedListScreen(ChoicesScreen):
    """Key is "pages", "services", "rooms", or "room/" and a room's id."""

    def build(self) -> None:
        self._guiding = Guiding(self.session)
        self._found = self._guiding.find()
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def visit_changed(self) -> None:
        if self._guiding.given is self.session.visit.choosing:
            self.refill()

    def fill(self) -> None:
        kind, _stroke, room = self.route.key.partition("/")
        fill = {PAGES: self._pages, SERVICES: self._services, ROOMS: self._rooms, ROOM: self._ideas}
        if self._found is None or kind not in fill:
            add_gone(self, self._guiding)
            return
        rows = fill[kind](self._found, room)
        if rows:
            self.add_choices(rows, others=int(kind == SERVICES))
        else:
            self.add_text(self._("Nothing was found"))
            self.page.column.addStretch(1)

    def _pages(self, found: Chosen, _room: str) -> list[ResultRow]:
        self.add_title(self._("Pages to read"))
        return [page_row(self, page) for page in found.pages]

    def _services(self, found: Chosen, _room: str) -> list[ResultRow]:
        near = self._guiding.near()
        self.add_title(services_heading(near is not None, self.words))
        self.add(Flow(self.look, [self._where()]))
        return [service_row(self, service) for service in found.services]

    def _where(self) -> FilterButton:
        """Near which place services are looked for, to be changed."""
        place = self.session.visit.search.place
        if not place and kiosk_place(self.session) is not None:
            place = NEAR_HERE
        words = place_words(SearchState(place=place), self.words) or self._("Anywhere")
        button = FilterButton(self.look, self._("Where"), words, fit=True)
        button.clicked.connect(lambda: self.session.navigator.go(Route("filter", "place")))
        return button

    def _rooms(self, found: Chosen, _room: str) -> list[ResultRow]:
        self.add_title(self._("Ideas for the home"))
        self.add_text(ask_first(self.words), "muted")
        return [room_row(self, room, ideas) for room, ideas in self._guiding.rooms(found)]

    def _ideas(self, found: Chosen, wanted: str) -> list[ResultRow]:
        for room, ideas in self._guiding.rooms(found):
            if room.id == wanted:
                title = said(room.titles, self.words.language)
                self.add_title(Tagged(title, language_of(title)))
                self.add_text(ask_first(self.words), "muted")
                return [idea_row(self, idea) for idea in ideas]
        self.add_title(self._("Ideas for the home"))
        return []
