"""All answers of an estimate, each with a way to change it; the others stay as they are."""

from __future__ import annotations

from kiosk.estimate.questions import MONEY
from kiosk.ui.asking import RESULT_SCREEN, Asking, answer_words
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.routes import Route
from kiosk.ui.screens.estimate import estimate_title
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.text_block import TextBlock


class EstimateAnswersScreen(ChoicesScreen):
    """Key is an estimate's name."""

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
        _, asking = self._, self._asking
        if asking.estimator is None:
            self.add_title(_("This page is not here any more"))
            return
        self.add_title(_("Change an answer"))
        onward = asking.open_question()
        words = _("See the result") if onward is None else _("Go on with the questions")
        button = Button(self.look, words, kind="primary", leading=True, trailing_icon="next")
        button.set_least_height(self.look.metrics.main_target)
        button.setObjectName("go on")
        button.clicked.connect(lambda: self._go_on())
        self.add(button)
        for sentence in asking.wrong.values():
            self.add(TextBlock(self.look, sentence, color="urgent"))
        rows = []
        for question in asking.questions:
            value = answer_words(question, asking.given.get(question.id, ""), self.words) or _("Not answered yet")
            hidden = question.kind == MONEY and question.id in asking.answers
            # Translators: read aloud in place of what a visitor wrote, which other people could hear.
            said = _("Something is written. It is not read aloud.") if hidden else ""
            row = FilterButton(self.look, question.text, value, trailing_icon="next", said=said)
            route = asking.route_of(question)
            row.clicked.connect(lambda _c=False, route=route: self.session.navigator.go(route))
            rows.append(row)
        self.add_choices(rows, others=1)

    def _go_on(self) -> None:
        route = self._asking.open_route()
        if route.screen == RESULT_SCREEN:
            self.session.navigator.back_to(Route(RESULT_SCREEN, self.route.key))
        else:
            self.session.navigator.go(route)
