"""What Help me choose has found: safety first, what fits best, then pages, services and ideas room by room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.choose.result_page import ask_first, best_of, result_title, rooms_of
from kiosk.language import Tagged
from kiosk.ui.finding import kiosk_place
from kiosk.ui.guided import ANSWERS, LIST, QUESTION, Guiding
from kiosk.ui.guided_rows import page_row, room_box, service_row
from kiosk.ui.keeping import keep_guided_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.screens.guided_safety import safety_widgets
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.text_block import TextBlock

_FIRST = 3
"""So many pages and services stand here; all of them one touch further."""


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
        found = self._found
        if found is None:
            add_gone(self, self._guiding)
            return
        if self._worry is None:
            self.add_title(self.heading())
        else:
            self.add_heading(self._("Get help with this first"))
            for widget in safety_widgets(self, self._worry):
                self.add(widget)
        best = best_of(found)
        if best is None:
            self._add_ways_to_ask()
        else:
            self._add_best(Tagged(best.title, best.lang), Tagged(best.summary, best.lang))
        pages = [page for page in found.pages if not page.urgent]
        self._add_part(
            self._("Pages to read"), "", [page_row(self, page) for page in pages[:_FIRST]], "pages", len(pages)
        )
        near = self._("The nearest come first.") if kiosk_place(self.session) is not None else ""
        services = [service_row(self, service) for service in found.services[:_FIRST]]
        self._add_part(self._("Who can help near here"), near, services, "services", len(found.services))
        self._add_rooms()
        again = Button(self.look, self._("Forget my answers and begin again"), "remove", leading=True)
        again.clicked.connect(self._begin_again)
        self.add(Flow(self.look, [again]))

    def _add_best(self, title: str, summary: str) -> None:
        """What fits best in a few words, and what can be done with all of it."""
        _, look = self._, self.look
        box = Box(look, "tint_blue", "line", "tick")
        # Translators: stands over the page that fits best.
        box.column.addWidget(TextBlock(look, _("What fits best:"), "muted"))
        box.column.addWidget(TextBlock(look, title, "heading", level=2))
        box.column.addWidget(TextBlock(look, summary))
        self.add(box)
        self.add(Flow(look, [keep_guided_button(look, self.session, self.heading()), self._change()]))

    def _add_ways_to_ask(self) -> None:
        _, go = self._, self.session.navigator.go
        self.add_text(_("You have not told us enough to choose for you."))
        ask = Button(self.look, _("Ask a person: who can help"), "phone", "primary", leading=True)
        ask.set_least_height(self.look.metrics.main_target)
        ask.clicked.connect(lambda: go(Route("help")))
        find = Button(self.look, _("Find local help"), "search", leading=True)
        find.clicked.connect(lambda: go(Route("find")))
        self.add(Flow(self.look, [ask, find, self._change()]))

    def _change(self) -> Button:
        change = Button(self.look, self._("Change an answer"), "note", leading=True)
        change.clicked.connect(lambda: self.session.navigator.go(Route(ANSWERS)))
        return change

    def _add_part(self, heading: str, about: str, rows: Sequence[QWidget], key: str, total: int) -> None:
        if not rows:
            return
        self.add_heading(heading)
        if about:
            self.add_text(about, "muted")
        for row in rows:
            self.add(row)
        if total > len(rows):
            words = {
                "pages": self.words.ngettext("See {count} page", "See all {count} pages", total),
                "services": self.words.ngettext("See {count} service", "See all {count} services", total),
            }[key]
            button = Button(self.look, words.format(count=total), leading=True, trailing_icon="next")
            button.clicked.connect(lambda: self.session.navigator.go(Route(LIST, key)))
            self.add(Flow(self.look, [button]))

    def _add_rooms(self) -> None:
        found, data = self._found, self._guiding.data
        rooms = rooms_of(data, found) if data is not None and found is not None else []
        if not rooms:
            return
        self.add_heading(self._("Ideas for the home"))
        self.add_text(ask_first(self.words))
        for room, ideas in rooms:
            self.add(room_box(self, room, ideas))

    def _begin_again(self) -> None:
        navigator, first = self.session.navigator, self._guiding.questions[0].id
        self._guiding.given.begin_again()
        navigator.back_to(Route(QUESTION, first))
