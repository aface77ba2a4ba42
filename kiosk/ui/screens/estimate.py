"""One question of an estimate that is answered by a touch; "I don't know" is always an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.accessible import announce
from kiosk.ui.asking import Asking, choices_of
from kiosk.ui.estimate_ways import said_at_first_question, way_words
from kiosk.ui.screen import PageScreen, Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.text_block import TextBlock

_MANY = 5
"""From so many answers on they stand in two columns where there is room."""


class EstimateScreen(PageScreen):
    """Key is an estimate's name and a question's id, "NAME/QUESTION". A touch answers and leads on."""

    widest_em = 39.0

    def build(self) -> None:
        self._asking = Asking(self.session, self.route.key)
        self._complaint = self._asking.complaint
        super().build()

    def title(self) -> str:
        return estimate_title(self._asking, self)

    def fill(self) -> None:
        asking, question = self._asking, self._asking.question
        if question is None:
            for widget in gone_words(asking, self):
                self.add(widget)
            return
        for widget in question_words(asking, self):
            self.add(widget)
        if self._complaint:
            self.add(TextBlock(self.look, self._complaint, color="urgent"))
        buttons = [self._button(value, words) for value, words in choices_of(question, self.words).items()]
        columns = 2 if len(buttons) >= _MANY else 1
        self.add(CardGrid(self.look, buttons, columns=columns, narrowest_em=19, tallest=0))

    def _button(self, value: str, words: str) -> Button:
        on = value == self._asking.answer
        name = self._("{choice}, chosen").format(choice=words) if on else words
        button = Button(self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, name=name)
        button.set_least_height(self.look.metrics.main_target)
        button.setObjectName(words)  # the name changes with the state, the focus stays on the same thing
        button.clicked.connect(lambda: self._answer(value))
        return button

    def _answer(self, value: str) -> None:
        if self._asking.give(value):
            self._asking.go_on()
        else:
            announce(self, self._asking.complaint)

    def visit_changed(self) -> None:
        """Only an answer that cannot be right leaves one on this page."""
        self._asking.read()
        if self._asking.complaint:
            self._complaint = self._asking.complaint
            self.refill()


def estimate_title(asking: Asking, screen: Screen) -> str:
    """What the top bar shows while questions are asked."""
    return way_words(asking.estimate, screen.words)[0] if asking.estimator is not None else ""


def gone_words(asking: Asking, screen: Screen) -> list[QWidget]:
    """What stands in place of a question that the answers do not lead to: the way on to those that they do."""
    _, look = screen.words.gettext, screen.look
    found: list[QWidget] = [TextBlock(look, _("This question is not asked any more"), "title", level=1)]
    if asking.estimator is not None:
        button = Button(look, _("Go on with the questions"), kind="primary", leading=True, trailing_icon="next")
        button.set_least_height(look.metrics.main_target)
        button.clicked.connect(lambda: screen.session.navigator.go(asking.open_route()))
        found.append(Flow(look, [button]))
    return found


def question_words(asking: Asking, screen: Screen) -> list[QWidget]:
    """How far one has come, the question, and what helps to answer it."""
    _, look, question = screen.words.gettext, screen.look, asking.question
    assert question is not None
    low = look.metrics.low
    found: list[QWidget] = [
        TextBlock(look.furniture if low else look, asking.progress_words(), "muted"),
        TextBlock(look, question.text, "heading" if low else "title", level=1),
    ]
    if question.help:
        found.append(TextBlock(look, question.help))
    if asking.is_first:
        found.append(TextBlock(look, said_at_first_question(asking.estimate, screen.words), "muted"))
    return found
