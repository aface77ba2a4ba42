"""All answers of Help me choose, each with a way to change it; the others stay as they are."""

from __future__ import annotations

from kiosk.content.choose_data import said
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.guided import QUESTION, RESULT, Guiding
from kiosk.ui.routes import Route
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton


class GuidedAnswersScreen(ChoicesScreen):
    """The questions in their order."""

    widest_em = 39.0

    def build(self) -> None:
        self._guiding = Guiding(self.session)
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def fill(self) -> None:
        _, guiding = self._, self._guiding
        if not guiding.questions:
            add_gone(self, guiding)
            return
        self.add_title(_("Change an answer"))
        see = Button(self.look, _("See the result"), kind="primary", leading=True, trailing_icon="next")
        see.set_least_height(self.look.metrics.main_target)
        see.clicked.connect(lambda: self.session.navigator.back_to(Route(RESULT)))
        self.add(see)
        again = Button(self.look, _("Forget my answers and begin again"), "remove", leading=True)
        again.clicked.connect(self._begin_again)
        self.add(again)
        rows = []
        for question in guiding.questions:
            value = guiding.answer_words(question) or _("Not answered yet")
            row = FilterButton(self.look, said(question.texts, guiding.language), value, trailing_icon="next")
            route = Route(QUESTION, question.id)
            row.clicked.connect(lambda _c=False, route=route: self.session.navigator.go(route))
            rows.append(row)
        self.add_choices(rows, others=2)

    def _begin_again(self) -> None:
        navigator, first = self.session.navigator, self._guiding.questions[0].id
        self._guiding.given.begin_again()
        navigator.back_to(Route(QUESTION, first))
