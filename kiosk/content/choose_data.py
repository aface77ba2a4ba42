"""Help me choose, as data in a TOML file: questions, rules from answers to pages and services, and equipment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.errors import InputError
from kiosk.language import Tagged
from kiosk.records import Record

FILE = "choose.toml"
KIND = "choose"
MAX_QUESTIONS, MAX_WEIGHT = 8, 9
UNKNOWN = "dont-know"
"""The answer "I don't know": every question takes it, and a rule may name it."""


class Choice(NamedTuple):
    """One of the answers. `because` is the reason it gives; `alone`: it cannot stand beside others."""

    id: str
    texts: dict[str, str]
    because: dict[str, str]
    alone: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question; with `several` more than one answer may be given."""

    id: str
    texts: dict[str, str]
    helps: dict[str, str]
    several: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What answers lead to. `when`: each question with the answers of which one must have been given."""

    when: tuple[tuple[str, tuple[str, ...]], ...]
    weight: int
    urgent: bool
    pages: tuple[str, ...]
    types: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    equipment: tuple[str, ...]
    contacts: tuple[str, ...]


class Room(NamedTuple):
    id: str
    titles: dict[str, str]


class Equipment(NamedTuple):
    """An idea for a room; `page` is the guide that says more."""

    id: str
    room: str
    texts: dict[str, str]
    page: str


@dataclass(frozen=True, slots=True)
class ChooseData:
    """The whole file, in its order."""

    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    rooms: tuple[Room, ...]
    equipment: tuple[Equipment, ...]


def said(texts: dict[str, str], language: str) -> str:
    """The words in a language; the English ones, tagged as such, where they are not translated."""
    return texts.get(language) or Tagged(texts.get("en", ""))


def read_choose(path: Path) -> Record:
    """The file as one record. Raises `InputError` with what is wrong in one sentence."""
    from kiosk.content.reading_files import read_toml

    body = read_toml(path)
    _checked(body, path)
    return Record(KIND, KIND, body)


def choose_from_record(body: dict[str, Any]) -> ChooseData:
    """The data of a record's body."""
    return _checked(body, Path(FILE))


def _checked(body: dict[str, Any], path: Path) -> ChooseData:
    try:
        data = _data(body)
        _hangs_together(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(f"these questions cannot be used: {what}", path) from error
    return data


def _data(body: dict[str, Any]) -> ChooseData:
    _only(body, "questions", "rules", "rooms", "equipment")
    return ChooseData(
        tuple(_question(row) for row in body["questions"]),
        tuple(_rule(row) for row in body["rules"]),
        tuple(_room(row) for row in body.get("rooms", [])),
        tuple(_equipment(row) for row in body.get("equipment", [])),
    )


def _question(row: dict[str, Any]) -> Question:
    _only(row, "id", "text", "help", "several", "choices")
    choices = tuple(_choice(choice) for choice in row["choices"])
    helps = _texts(row["help"], row["id"]) if "help" in row else {}
    return Question(row["id"], _texts(row["text"], row["id"]), helps, row.get("several") is True, choices)


def _choice(row: dict[str, Any]) -> Choice:
    _only(row, "id", "text", "because", "alone")
    name = row["id"]
    return Choice(name, _texts(row["text"], name), _texts(row["because"], name), row.get("alone") is True)


def _room(row: dict[str, Any]) -> Room:
    _only(row, "id", "title")
    return Room(row["id"], _texts(row["title"], row["id"]))


def _equipment(row: dict[str, Any]) -> Equipment:
    _only(row, "id", "room", "text", "page")
    return Equipment(row["id"], row["room"], _texts(row["text"], row["id"]), row["page"])


def _rule(row: dict[str, Any]) -> Rule:
    _only(row, "when", "weight", "urgent", "pages", "types", "beneficiaries", "equipment", "contacts")
    when = tuple((question, _ids(answers, "when")) for question, answers in row["when"].items())
    weight = row["weight"]
    if not when or not all(answers for _, answers in when):
        raise ValueError("a rule names no answers in when")
    if type(weight) is not int or not 1 <= weight <= MAX_WEIGHT:
        raise ValueError(f"a weight is a whole number from 1 to {MAX_WEIGHT}, not {weight!r}")
    lists = (_ids(row.get(name, []), name) for name in ("pages", "types", "beneficiaries", "equipment", "contacts"))
    return Rule(when, weight, row.get("urgent") is True, *lists)


def _ids(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name} is a list of ids in [brackets]")
    return tuple(value)


def _texts(value: Any, name: str) -> dict[str, str]:
    if not isinstance(value, dict) or not value.get("en") or not all(isinstance(text, str) for text in value.values()):
        raise ValueError(f"{name} has no English words")
    return dict(value)


def _only(row: dict[str, Any], *names: str) -> None:
    for name in row:
        if name not in names:
            raise ValueError(f"{name} is not a name we know here; it can be {', '.join(names)}")


def _hangs_together(data: ChooseData) -> None:
    """Ids stand once, and rules name questions, answers and equipment that are there."""
    if len(data.questions) > MAX_QUESTIONS:
        raise ValueError(f"there are {len(data.questions)} questions, at most {MAX_QUESTIONS}")
    for what, ids in (
        ("question", [question.id for question in data.questions]),
        ("room", [room.id for room in data.rooms]),
        ("equipment", [idea.id for idea in data.equipment]),
        *((f"answer to {q.id}", [*(choice.id for choice in q.choices), UNKNOWN]) for q in data.questions),
    ):
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"the {what} {twice} stands here twice")
    answers = {question.id: {*(choice.id for choice in question.choices), UNKNOWN} for question in data.questions}
    rooms, ideas = {room.id for room in data.rooms}, {idea.id for idea in data.equipment}
    for rule in data.rules:
        for question, wanted in rule.when:
            if question not in answers:
                raise ValueError(f"a rule names the question {question}, which is not there")
            for answer in wanted:
                if answer not in answers[question]:
                    raise ValueError(f"a rule names the answer {answer} to {question}, which is not there")
        for name in rule.equipment:
            if name not in ideas:
                raise ValueError(f"a rule names the equipment {name}, which is not there")
    for idea in data.equipment:
        if idea.room not in rooms:
            raise ValueError(f"{idea.id} stands in the room {idea.room}, which is not there")
