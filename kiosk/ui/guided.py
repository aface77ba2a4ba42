"""The way through Help me choose: which question is asked, what was answered, what comes next, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.choose.answers import Answers, check_answers
from kiosk.choose.safety import Worry, worry_of
from kiosk.content.choose_data import KIND, UNKNOWN, Choice, ChooseData, Question, choose_from_record, said
from kiosk.errors import InputError
from kiosk.ui.comparing import GUIDED_LIST
from kiosk.ui.routes import Route
from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.choose.finder import Chosen, Idea
    from kiosk.content.choose_data import Room
    from kiosk.search import Point

QUESTION, SAFETY, ANSWERS = "guided", "guided-safety", "guided-answers"
RESULT, LIST = "guided-result", GUIDED_LIST
"""The names of its screens."""
PAGES, SERVICES, ROOMS, ROOM = "pages", "services", "rooms", "room"
"""What the list shows: one room by its id, "room/ID"."""
MOST_AT_ONCE = 6
"""So many answers stand on one page; "I don't know" and the way on make eight choices of them at most."""


class Guiding:
    """As far as this visitor has come. `key` is a question's id, or that and a part of its answers: "QUESTION/2".

    Without a question's id the first one is meant. `question` is None where there is no such question.
    """

    def __init__(self, session: Session, key: str = "") -> None:
        self._session = session
        self.language = session.visit.language
        body = session.edition.library.record(KIND, KIND)
        self.data: ChooseData | None = None if body is None else choose_from_record(body)
        self.given = session.visit.choosing
        wanted, _stroke, part = key.partition("/")
        meant = (question for question in self.questions if question.id == wanted or not wanted)
        self.question: Question | None = next(meant, None)
        self.part = int(part) - 1 if part.isdecimal() else 0

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.data.questions if self.data is not None else ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was answered to the question; nothing when it was not asked yet."""
        return self.given.answers.get(self.question.id, ()) if self.question is not None else ()

    @property
    def is_first(self) -> bool:
        return self.question == self.questions[0] and not self.part

    @property
    def parts(self) -> list[tuple[Choice, ...]]:
        """The answers to the question in pages of much the same length."""
        choices = self.question.choices if self.question is not None else ()
        count = max(1, -(-len(choices) // MOST_AT_ONCE))
        size = -(-len(choices) // count) or 1
        return [choices[start : start + size] for start in range(0, len(choices), size)] or [()]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers on this page. One that cannot stand beside others is not offered beside those of other pages."""
        here = self.parts[min(self.part, len(self.parts) - 1)]
        elsewhere = set(self.chosen) - {choice.id for choice in here} - {UNKNOWN}
        return tuple(choice for choice in here if not (choice.alone and elsewhere))

    @property
    def has_more(self) -> bool:
        """Whether there are more answers to the question on the next page."""
        return self.part + 1 < len(self.parts)

    def progress_words(self) -> str:
        """How far one has come."""
        _ = self._session.words.gettext
        ids = [question.id for question in self.questions]
        number = ids.index(self.question.id) + 1 if self.question is not None else 0
        words = _("Question {number} of {total}").format(number=number, total=len(ids))
        if len(self.parts) < 2:
            return words
        # Translators: {question} is "Question 3 of 7"; its answers stand on more than one page.
        return _("{question}, page {part} of {parts}").format(question=words, part=self.part + 1, parts=len(self.parts))

    def turn(self, choice: str) -> bool:
        """Choose one of several answers, or take it back; whether it is chosen now."""
        if self.question is None:
            return False
        alone = {each.id for each in self.question.choices if each.alone} | {UNKNOWN}
        now: tuple[str, ...]
        if choice in self.chosen:
            now = tuple(each for each in self.chosen if each != choice)
        elif choice in alone:
            now = (choice,)
        else:
            picked = {each for each in self.chosen if each not in alone} | {choice}
            now = tuple(each.id for each in self.question.choices if each.id in picked)
        self.given.answer(self.question.id, *now)
        return choice in now

    def answer(self, choice: str) -> None:
        """Answer the question with this alone."""
        if self.question is not None:
            self.given.answer(self.question.id, choice)

    def go_on(self) -> None:
        """On to the next page of answers; else, with nothing chosen, it is not known, and on to what follows."""
        if self.question is None:
            self._session.navigator.go(self.open_route())
        elif self.has_more:
            self._session.navigator.go(Route(QUESTION, f"{self.question.id}/{self.part + 2}"))
        else:
            if not self.chosen:
                self.answer(UNKNOWN)
            self.leave_question()

    def leave_question(self) -> None:
        """The question is answered: what was said about safety comes before everything else."""
        if self.question is not None and self.worry(self.question.id) is not None:
            self._session.navigator.go(Route(SAFETY, self.question.id))
        else:
            self.follow()

    def follow(self) -> None:
        """To the list of answers that one came from, to the next question, or to the result."""
        navigator = self._session.navigator
        if Route(ANSWERS) in navigator.way:
            navigator.back_to(Route(ANSWERS))
            return
        ids = [question.id for question in self.questions]
        after = ids.index(self.question.id) + 1 if self.question is not None else 0
        navigator.go(Route(QUESTION, ids[after]) if after < len(ids) else Route(RESULT))

    def open_route(self) -> Route:
        """The first question that is open, or the result."""
        for question in self.questions:
            if question.id not in self.given.answers:
                return Route(QUESTION, question.id)
        return Route(RESULT)

    @property
    def answers(self) -> Answers:
        """The answers as far as this edition knows the questions; one that it does not have counts as not known."""
        found: dict[str, tuple[str, ...]] = {}
        for key, each in self.given.answers.items():
            try:
                found |= check_answers(self.data, {key: each}) if self.data is not None else {}
            except InputError:
                continue
        return found

    def worry(self, question: str = "") -> Worry | None:
        """What is urgent about the answers, or about the answer to one question."""
        return None if self.data is None else worry_of(self.data, self.answers, self.language, question)

    def find(self) -> Chosen | None:
        """What fits the answers, near the place that is known; None where there are no questions."""
        from kiosk.choose.finder import choose

        if self.data is None:
            return None
        return choose(self.data, self.answers, self._session.edition.connection, self.language, self.near())

    def rooms(self, found: Chosen | None) -> list[tuple[Room, list[Idea]]]:
        """The rooms for which ideas were found, with these."""
        from kiosk.choose.result_page import rooms_of

        return [] if self.data is None or found is None else rooms_of(self.data, found)

    def near(self) -> Point | None:
        """The place that the visitor has given, here or while they looked for help; else that of this kiosk."""
        from kiosk.ui.finding import kiosk_place, place_of

        return place_of(self._session, self._session.visit.search) or kiosk_place(self._session)

    def answer_words(self, question: Question) -> str:
        """The answers to a question as the visitor reads them; empty when there are none."""
        words = self._session.words
        given = self.given.answers.get(question.id, ())
        if given == (UNKNOWN,):
            return words.gettext("I don’t know")
        texts = [said(choice.texts, self.language) for choice in question.choices if choice.id in given]
        # Translators: stands between answers in a list of them.
        return words.gettext("; ").join(texts)
