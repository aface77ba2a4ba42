"""One question of Help me choose, answered by a touch or by several; "I don't know" is always an answer."""

from __future__ import annotations

from kiosk.content.choose_data import UNKNOWN, Choice, said
from kiosk.language import Tagged, language_of
from kiosk.ui.accessible import announce
from kiosk.ui.guided import Guiding
from kiosk.ui.screen import PageScreen, Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.text_block import TextBlock

_MANY = 5
"""From so many answers on they stand in two columns where there is room."""


class GuidedScreen(PageScreen):
    """Key is a question's id, with "/2" for the second page of its answers; without one, the first question."""

    widest_em = 39.0

    def build(self) -> None:
        self._guiding = Guiding(self.session, self.route.key)
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def visit_changed(self) -> None:
        if self._guiding.question is not None and self._guiding.question.several:
            self.refill()

    def fill(self) -> None:
        _, guiding, question = self._, self._guiding, self._guiding.question
        if question is None:
            add_gone(self, guiding)
            return
        low = self.look.metrics.low
        self.add(TextBlock(self.look.furniture if low else self.look, guiding.progress_words(), "muted"))
        text = said(question.texts, guiding.language)
        self.add(TextBlock(self.look, text, "heading" if low else "title", level=1))
        if question.helps:
            self.add_text(said(question.helps, guiding.language))
        if guiding.is_first:
            # Translators: “I don’t know” is the words on a button.
            about = _("You can always choose “I don’t know”. Your answers are forgotten when you finish.")
            self.add_text(about, "muted")
        buttons = [self._button(choice) for choice in guiding.choices]
        buttons.append(self._unknown_button())
        columns = 2 if len(buttons) >= _MANY else 1
        self.add(CardGrid(self.look, buttons, columns=columns, narrowest_em=16, tallest=0))
        if question.several or guiding.has_more:
            self._add_way_on()

    def _button(self, choice: Choice) -> Button:
        guiding = self._guiding
        assert guiding.question is not None
        several = guiding.question.several
        button = self._choice(said(choice.texts, guiding.language), choice.id)
        button.clicked.connect(lambda: self._turn(choice) if several else self._answer(choice.id))
        return button

    def _unknown_button(self) -> Button:
        button = self._choice(self._("I don’t know"), UNKNOWN)
        button.clicked.connect(lambda: self._answer(UNKNOWN))
        return button

    def _choice(self, words: str, key: str) -> Button:
        on = key in self._guiding.chosen
        named = self._("{choice}, chosen").format(choice=words) if on else words
        name = Tagged(named, language_of(words))
        button = Button(self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, name=name)
        button.set_least_height(self.look.metrics.main_target)
        button.setObjectName(key)  # the name changes with the state, the focus stays on the same thing
        return button

    def _add_way_on(self) -> None:
        """What is chosen, in words, and the way on. Under the choices, so that nothing moves under a finger."""
        _, guiding = self._, self._guiding
        assert guiding.question is not None
        if guiding.question.several:
            told = guiding.answer_words(guiding.question)
            # Translators: {answers} is a list of answers that were chosen.
            said_back = _("You chose: {answers}").format(answers=told) if told else _("Nothing is chosen yet.")
            self.add_text(said_back, "muted")
        words = _("More answers") if guiding.has_more and not guiding.question.several else _("Go on")
        button = Button(self.look, words, kind="primary", leading=True, trailing_icon="next")
        button.set_least_height(self.look.metrics.main_target)
        button.setObjectName("go on")
        button.clicked.connect(guiding.go_on)
        self.add(Flow(self.look, [button]))

    def _turn(self, choice: Choice) -> None:
        words, window = said(choice.texts, self._guiding.language), self.window()
        on = self._guiding.turn(choice.id)
        # Translators: announced after a touch on an answer that was chosen before.
        told = self._("{choice}, chosen") if on else self._("{choice}, not chosen any more")
        announce(window, told.format(choice=words))

    def _answer(self, choice: str) -> None:
        self._guiding.answer(choice)
        self._guiding.leave_question()


def add_gone(screen: PageScreen, guiding: Guiding) -> None:
    """What stands in place of a question that is not there: the way on to those that are."""
    _ = screen.words.gettext
    if not guiding.questions:
        screen.add_title(_("This page is not here any more"))
        return
    screen.add_title(_("This question is not asked any more"))
    screen.add(Flow(screen.look, [way_on(screen, _("Go on with the questions"), guiding)]))


def way_on(screen: Screen, words: str, guiding: Guiding) -> Button:
    """The main action: to the first question that is open, or to the result."""
    button = Button(screen.look, words, kind="primary", leading=True, trailing_icon="next")
    button.set_least_height(screen.look.metrics.main_target)
    button.clicked.connect(lambda: screen.session.navigator.go(guiding.open_route()))
    return button
