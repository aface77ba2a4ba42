"""The way through an estimate's questions: which one is asked, what was answered, and what comes next."""

from __future__ import annotations

from kiosk.estimate.care_words import pounds
from kiosk.estimate.estimators import ESTIMATORS, used_answers
from kiosk.estimate.figures_on import figures_of_library
from kiosk.estimate.questions import MONEY, NO, UNKNOWN, YES, YES_NO, Question
from kiosk.estimate.typed_amount import read_amount
from kiosk.language import Words
from kiosk.ui.routes import Route
from kiosk.ui.session import Session

CHOICE_SCREEN, AMOUNT_SCREEN = "estimate", "estimate-amount"
ANSWERS_SCREEN, RESULT_SCREEN = "estimate-answers", "estimate-result"


class Asking:
    """One estimate as far as this visitor has come. `key` is its name, or that and a question's id: "NAME/QUESTION".

    Without a question's id the first one is meant. `question` is None where there is no such question, or where the
    answers do not lead to it any more.
    """

    def __init__(self, session: Session, key: str) -> None:
        self._session = session
        self.estimate, _stroke, wanted = key.partition("/")
        self.estimator = ESTIMATORS.get(self.estimate)
        self.read()
        meant = (each for each in self.questions if each.id == wanted or not wanted)
        self.question: Question | None = next(meant, None)

    def read(self) -> None:
        """Read the answers anew from the visit."""
        session, words = self._session, self._session.words
        self.given = session.visit.estimates.of(self.estimate)
        self.wrong: dict[str, str] = {}
        self.questions: tuple[Question, ...] = ()
        if self.estimator is None:
            return
        self.answers = used_answers(self.estimator, self.given, words)
        figures = figures_of_library(session.edition.library, session.today())
        self.questions = self.estimator.left(self.answers, figures, words)
        asked = {question.id for question in self.questions}
        found = self.estimator.contradictions(self.answers, words)
        self.wrong = {key: sentence for key, sentence in found.items() if key in asked}

    @property
    def answer(self) -> str:
        """What was answered to the question; empty when it was not."""
        return self.given.get(self.question.id, "") if self.question is not None else ""

    @property
    def complaint(self) -> str:
        """Why the answer cannot be right, in a plain sentence; empty when nothing speaks against it."""
        return self.wrong.get(self.question.id, "") if self.question is not None else ""

    @property
    def is_first(self) -> bool:
        return self.question is not None and self.question == self.questions[0]

    def progress_words(self) -> str:
        """How far one has come. The answers decide how many questions there are."""
        _ = self._session.words.gettext
        ids = [question.id for question in self.questions]
        number = ids.index(self.question.id) + 1 if self.question is not None else 0
        return _("Question {number} of about {total}").format(number=number, total=len(ids))

    def give(self, value: str) -> bool:
        """Answer the question; False, and `complaint` says why, when the answer cannot be right."""
        if self.question is None:
            return False
        self._session.visit.estimates.answer(self.estimate, self.question.id, value)
        self.read()
        return not self.complaint

    def go_on(self) -> None:
        """Go where the answer leads: the next question, the list of answers that one came from, or the result."""
        navigator, answers = self._session.navigator, Route(ANSWERS_SCREEN, self.estimate)
        if answers in navigator.way:
            if self.open_question() is None:
                navigator.back_to(answers)
            else:
                navigator.go(self.open_route())
            return
        ids = [question.id for question in self.questions]
        after = ids.index(self.question.id) + 1 if self.question is not None and self.question.id in ids else len(ids)
        navigator.go(self.route_of(self.questions[after]) if after < len(ids) else self.open_route())

    def open_question(self) -> Question | None:
        """The first question without an answer, or whose answer cannot be right."""
        still = (q for q in self.questions if q.id not in self.answers or q.id in self.wrong)
        return next(still, None)

    def open_route(self) -> Route:
        """The first question that is open, or the result."""
        question = self.open_question()
        return Route(RESULT_SCREEN, self.estimate) if question is None else self.route_of(question)

    def route_of(self, question: Question) -> Route:
        """Where a question is asked."""
        screen = AMOUNT_SCREEN if question.kind == MONEY else CHOICE_SCREEN
        return Route(screen, f"{self.estimate}/{question.id}")


def dont_know(words: Words) -> str:
    """The answer that every question has."""
    return words.gettext("I don’t know")


def choices_of(question: Question, words: Words) -> dict[str, str]:
    """What can be answered to a question by a touch, and how it is called; "I don't know" stands last."""
    _ = words.gettext
    own = {choice.id: choice.text for choice in question.choices}
    if question.kind == YES_NO:
        own = {YES: _("Yes"), NO: _("No")}
    return {**own, UNKNOWN: dont_know(words)}


def answer_words(question: Question, value: str, words: Words) -> str:
    """An answer as the visitor reads it; empty when there is none."""
    _ = words.gettext
    if question.kind != MONEY or value == UNKNOWN:
        return choices_of(question, words).get(value, "")
    amount = read_amount(value)
    if amount is None:
        return ""
    shown = pounds(amount, words)
    # Translators: an amount of money for each week: "£241.30 a week".
    return _("{amount} a week").format(amount=shown) if question.unit.endswith("a week") else shown
