"""The result of an estimate: what it means, the sum line by line, what was left out, what to do and whom to ring."""

from __future__ import annotations

from kiosk.document.blocks import Document
from kiosk.errors import InputError
from kiosk.ui.asking import ANSWERS_SCREEN, Asking
from kiosk.ui.estimate_ways import can_estimate, said_without_figures
from kiosk.ui.keeping import keep_estimate_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.estimate import estimate_title
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.sum_view import SumWidgets
from kiosk.ui.widgets.text_block import TextBlock


class EstimateResultScreen(PageScreen):
    """Key is an estimate's name. Worked out anew from the visit's answers each time; nothing of it is stored."""

    widest_em = 39.0

    def build(self) -> None:
        self._asking = Asking(self.session, self.route.key)
        super().build()

    def title(self) -> str:
        return estimate_title(self._asking, self)

    def visit_changed(self) -> None:
        self._asking.read()
        self.refill()

    def fill(self) -> None:
        asking = self._asking
        if asking.estimator is None:
            self.add_title(self._("This page is not here any more"))
            return
        if not can_estimate(self.session, self.route.key):
            self._fill_without_figures()
            return
        if asking.open_question() is not None:
            self._fill_unfinished()
            return
        try:
            library = self.session.edition.library
            page = asking.estimator.page(asking.answers, library, self.words, self.session.today())
        except InputError:
            self._fill_without_figures()
            return
        self._fill_page(page)

    def _fill_page(self, page: Document) -> None:
        self.add_title(page.title)
        for notice in page.notices:
            self.add_text(notice, "muted")
        made = SumWidgets(self.look, self.words, self._follow)
        first, *rest = page.blocks
        for widget in made.widgets((first,)):
            self.add(widget)
        keep = keep_estimate_button(self.look, self.session, self.route.key, page.title)
        change = Button(self.look, self._("Change an answer"), "note", leading=True)
        change.clicked.connect(lambda: self.session.navigator.go(Route(ANSWERS_SCREEN, self.route.key)))
        self.add(Flow(self.look, [keep, change]))
        for widget in made.widgets(tuple(rest)):
            self.add(widget)
        again = Button(self.look, self._("Forget my answers and begin again"), "remove", leading=True)
        again.clicked.connect(self._begin_again)
        self.add(Flow(self.look, [again]))

    def _follow(self, target: str) -> None:
        """Read more about something in the result."""
        kind, _colon, key = target.partition(":")
        self.session.navigator.go(Route(kind, key))

    def _fill_unfinished(self) -> None:
        """Somebody came here by another way than the last question, or an answer does not fit any more."""
        _ = self._
        self.add_title(_("Some questions are not answered yet"))
        self.add_text(_("You can choose “I don’t know” for any of them."))
        self.add_main(_("Go on with the questions"), self._asking.open_route())

    def _fill_without_figures(self) -> None:
        _ = self._
        self.add_title(_("We cannot work this out now"))
        self.add(TextBlock(self.look, said_without_figures(self.route.key, self.words)))
        self.add_main(_("Ask a person: who can help"), Route("help"))

    def add_main(self, words: str, route: Route) -> None:
        """The one way on from here."""
        button = Button(self.look, words, kind="primary", leading=True, trailing_icon="next")
        button.set_least_height(self.look.metrics.main_target)
        button.clicked.connect(lambda: self.session.navigator.go(route))
        self.add(Flow(self.look, [button]))

    def _begin_again(self) -> None:
        navigator, estimate = self.session.navigator, self.route.key
        self.session.visit.estimates.begin_again(estimate)
        self._asking.read()
        navigator.back_to(self._asking.open_route())
