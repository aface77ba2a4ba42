"""Answers to Help me choose, checked: ids only, never words of a visitor's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kiosk.content.choose_data import UNKNOWN, ChooseData, Question
from kiosk.errors import InputError

Answers = Mapping[str, tuple[str, ...]]
"""By a question's id: the ids of the answers given, or `UNKNOWN` alone. Frozen."""


def check_answers(data: ChooseData, given: Mapping[str, Any]) -> Answers:
    """The answers, frozen. Raises `InputError` with a plain sentence that begins with the question's id."""
    by_id = {question.id: question for question in data.questions}
    for key in given:
        if key not in by_id:
            raise InputError(f"{key}: there is no question of this name")
    return MappingProxyType({key: _checked(by_id[key], value) for key, value in given.items()})


def _checked(question: Question, value: Any) -> tuple[str, ...]:
    answers = [value] if isinstance(value, str) and value else value
    if not answers:
        raise InputError(f"{question.id}: the answer is empty; give an answer or {UNKNOWN!r}")
    allowed = [*(choice.id for choice in question.choices), UNKNOWN]
    for answer in answers if isinstance(answers, (list, tuple)) else [answers]:
        if answer not in allowed:
            raise InputError(f"{question.id}: the answer can be {', '.join(allowed[:-1])} or {UNKNOWN}")
    if len(answers) > 1:
        if not question.several:
            raise InputError(f"{question.id}: only 1 answer can be given")
        if len(set(answers)) < len(answers):
            raise InputError(f"{question.id}: an answer is given twice")
        alone = [choice.id for choice in question.choices if choice.alone] + [UNKNOWN]
        for answer in answers:
            if answer in alone:
                raise InputError(f"{question.id}: {answer} cannot stand beside other answers")
    return tuple(answers)
