"""What Help me choose has found: safety first, then the page and service that fit best, and ways to the rest."""

from __future__ import annotations

from kiosk.choose.result_page import best_of, result_title, services_heading
from kiosk.content.choose_data import said
from kiosk.ui.guided import ANSWERS, LIST, PAGES, ROOMS, SERVICES, Guiding
from kiosk.ui.guided_rows import page_row, service_row
from kiosk.ui.keeping import keep_guided_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.screens.guided_safety import safety_widgets
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.flow import Flow


class GuidedResultScreen(PageScreen):
    """Found anew from the visit's answers; nothing of it is stored. A question without an answer is not known."""

    widest_em = 39.0

    def build(self) -> None:
        self._guiding = Guiding(self.session)
        self._found = self._guiding.find()
        self._worry = self._guiding.worry()
        self.sensitive = self._worry is not None
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def heading(self) -> str:
        return result_title(self.words)

    def visit_changed(self) -> None:
        if self._guiding.given is self.session.visit.choosing:
            self.refill()

    def fill(self) -> None:
        found, worry = self._found, self._worry
        if found is None:
            add_gone(self, self._guiding)
            return
        if worry is None:
            self.add_title(self.heading())
        else:
            self.add_heading(self._("Get help with this first"))
            for widget in safety_widgets(self, worry, with_pages=False):
                self.add(widget)
        best = best_of(found, 2 if worry is None else 1)
        if not best:
            self._add_ways_to_ask()
        else:
            # Translators: stands over the pages that fit best.
            self.add_heading(self._("What fits best"))
            for page in best:
                self.add(page_row(self, page, page.summary))
        if len(found.pages) > len(best):
            words = self.words.ngettext("See {count} page", "See all {count} pages", len(found.pages))
            self._add_all(words, len(found.pages), PAGES)
        if found.services:
            self.add_heading(services_heading(self._guiding.near() is not None, self.words))
            self.add(service_row(self, found.services[0]))
            words = self.words.ngettext("See {count} service", "See all {count} services", len(found.services))
            self._add_all(words, len(found.services), SERVICES)
        self._add_rooms()
        change = Button(self.look, self._("Change an answer"), "note", leading=True)
        change.clicked.connect(lambda: self.session.navigator.go(Route(ANSWERS)))
        keep = keep_guided_button(self.look, self.session, self.heading())
        self.add(Flow(self.look, [keep, change] if best else [change]))

    def _add_ways_to_ask(self) -> None:
        _, go = self._, self.session.navigator.go
        self.add_text(_("You have not told us enough to choose for you."))
        ask = Button(self.look, _("Ask a person: who can help"), "phone", "primary", leading=True)
        ask.set_least_height(self.look.metrics.main_target)
        ask.clicked.connect(lambda: go(Route("help")))
        find = Button(self.look, _("Find local help"), "search", leading=True)
        find.clicked.connect(lambda: go(Route("find")))
        self.add(Flow(self.look, [ask, find]))

    def _add_all(self, words: str, count: int, key: str) -> None:
        """The way to a whole list; with nothing to see there is none."""
        if not count:
            return
        button = Button(self.look, words.format(count=count), leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self.session.navigator.go(Route(LIST, key)))
        self.add(Flow(self.look, [button]))

    def _add_rooms(self) -> None:
        rooms = self._guiding.rooms(self._found)
        if not rooms:
            return
        names = self.words.list(said(room.titles, self.words.language) for room, _ideas in rooms)
        card = Card(self.look, self._("Ideas for the home"), names, "home", arrow=True)
        card.clicked.connect(lambda: self.session.navigator.go(Route(LIST, ROOMS)))
        self.add(card)
