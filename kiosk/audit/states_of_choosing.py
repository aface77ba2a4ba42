"""Help me choose: questions of one answer and of several, what comes first for safety, results short, long and none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.audit.state import Before, State, in_order, keeps
from kiosk.ui.guided import ANSWERS, LIST, PAGES, QUESTION, RESULT, ROOMS, SAFETY, SERVICES
from kiosk.ui.routes import Route
from kiosk.ui.session import Session

_Given = Mapping[str, tuple[str, ...]]
MUCH: _Given = {
    "who": ("someone",),
    "where": ("alone",),
    "hard": ("stairs", "washing", "bed", "meals", "falls", "memory"),
    "since": ("long",),
    "helper": ("nobody",),
    "money": ("care",),
    "safe": ("yes",),
}
"""A long result, with ideas for every room."""
HURT: _Given = {**MUCH, "helper": ("i-cannot",), "safe": ("hurt",)}
"""A result with safety before everything else, for two reasons."""
UNKNOWN: _Given = dict.fromkeys(MUCH, ("dont-know",))
"""A result of which nothing was said."""


def has_told(answers: _Given, *rooms: str, keep: bool = False) -> Before:
    """Has answered the questions, and keeps the result or the ideas for rooms or neither."""

    def answer(session: Session) -> None:
        given = session.visit.choosing
        for question, choices in answers.items():
            given.answer(question, *choices)
        given.keep(keep)
        for room in rooms:
            given.keep_room(room)

    return answer


def states_of_choosing() -> Iterator[State]:
    """The questions, what comes first, the result and its lists. Lists are made of the same parts as other lists."""
    result, kept = Route(RESULT), has_told(MUCH, "stairs", "bathroom", keep=True)
    yield State("choose, first question", Route(QUESTION))
    yield State("choose, several answers", Route(QUESTION, "hard"), has_told(MUCH))
    yield State("choose, more answers", Route(QUESTION, "hard/2"), has_told(MUCH), alike=True)
    yield State("choose, an answer chosen", Route(QUESTION, "safe"), has_told(MUCH), alike=True)
    yield State("choose, a question that is not there", Route(QUESTION, "gone"), alike=True)
    yield State("choose, safety first", Route(SAFETY, "safe"), has_told(HURT))
    yield State("choose, answers", Route(ANSWERS), has_told(MUCH), alike=True)
    yield State("choose, no answers", Route(ANSWERS), alike=True)
    yield State("choose, long result", result, has_told(MUCH))
    yield State("choose, long result, kept", result, kept, alike=True)
    yield State("choose, result with safety first", result, has_told(HURT))
    yield State("choose, result of nothing", result, has_told(UNKNOWN), alike=True)
    yield State("choose, a long question", Route(QUESTION, "hard"), has_told(MUCH), "awkward", alike=True)
    yield State("choose, result with long names", result, has_told(HURT), "awkward", alike=True)
    yield State("choose, pages", Route(LIST, PAGES), has_told(HURT), alike=True)
    yield State("choose, services", Route(LIST, SERVICES), has_told(MUCH), alike=True)
    yield State("choose, rooms with long names", Route(LIST, ROOMS), has_told(MUCH), "awkward", alike=True)
    yield State("choose, rooms", Route(LIST, ROOMS), kept)
    yield State("choose, one room", Route(LIST, "room/stairs"), has_told(MUCH), alike=True)
    yield State("choose, nothing found", Route(LIST, SERVICES), has_told(UNKNOWN), alike=True)
    yield State("list with what was chosen", Route("list"), in_order(kept, keeps(guides=("equipment",))), alike=True)
