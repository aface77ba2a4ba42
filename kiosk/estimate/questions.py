"""Questions of an estimate, and the check of what was answered: a wrong answer is told by its question, never used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, NamedTuple

from kiosk.errors import InputError
from kiosk.estimate.spans import NOT_KNOWN, PENNY, Span, exactly

UNKNOWN = "dont-know"
"""The answer "I don't know". A question that was asked and has no answer counts as this."""

MOST = Decimal(10_000_000)
"""In pounds. More than this is a slip of the finger."""

CHOICE, MONEY, YES_NO = "choice", "money", "yes-no"
YES, NO = "yes", "no"

Answer = str | Decimal
Answers = Mapping[str, Answer]
"""By a question's id: a choice's id, "yes", "no", an amount in pounds, or `UNKNOWN`. Frozen."""


class Choice(NamedTuple):
    """One of the answers to a choice; `UNKNOWN` is allowed besides and is not listed."""

    id: str
    text: str


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `unit` is "GBP" or "GBP a week" for money; `when` looks at earlier answers only."""

    id: str
    kind: str
    text: str
    help: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    when: Callable[[Answers], bool] = _always


def asked(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """The questions that these answers lead to, in order."""
    return tuple(question for question in questions if question.when(answers))


def answers_asked_for(questions: Iterable[Question], answers: Answers) -> Answers:
    """The answers without those that a change of an earlier one has made idle: what a screen hands to the sum."""
    ids = {question.id for question in asked(questions, answers)}
    return MappingProxyType({key: value for key, value in answers.items() if key in ids})


def check(questions: tuple[Question, ...], given: Mapping[str, Any]) -> Answers:
    """The answers, frozen. Raises `InputError` with a plain sentence that begins with the question's id."""
    by_id = {question.id: question for question in questions}
    for key in given:
        if key not in by_id:
            raise InputError(f"{key}: there is no question of this name")
    answers: dict[str, Answer] = {}
    for question in questions:
        if question.id in given:
            answers[question.id] = checked(question, given[question.id])
    for question in questions:
        if question.id in answers and not question.when(answers):
            raise InputError(f"{question.id}: this does not fit the answers before it, so it is not asked")
    return MappingProxyType(answers)


def checked(question: Question, value: Any) -> Answer:
    """One answer as it is used. Raises `InputError` that begins with the question's id."""
    if value == UNKNOWN:
        return UNKNOWN
    if value is None or (isinstance(value, str) and not value.strip()):
        raise InputError(f"{question.id}: the answer is empty; give an answer or {UNKNOWN!r}")
    if question.kind == MONEY:
        return _amount(question.id, value)
    if question.kind == YES_NO and isinstance(value, bool):
        return YES if value else NO
    allowed = [choice.id for choice in question.choices] or [YES, NO]
    if not isinstance(value, str) or value not in allowed:
        raise InputError(f"{question.id}: the answer can be {', '.join(allowed)} or {UNKNOWN}")
    return value


def _amount(key: str, value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise InputError(f"{key}: this is not an amount of money")
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        raise InputError(f"{key}: this is not an amount of money") from None
    if not amount.is_finite():
        raise InputError(f"{key}: this is not an amount of money")
    if amount < 0:
        raise InputError(f"{key}: an amount cannot be less than nothing")
    if amount > MOST:
        raise InputError(f"{key}: this is more than 10,000,000 pounds; check the amount")
    if amount != amount.quantize(PENNY):
        raise InputError(f"{key}: give pounds and pence, with 2 figures after the point at most")
    return amount + 0


def money(answers: Answers, key: str) -> Span:
    """What is known of an amount: exactly that, or from nothing without an end."""
    value = answers.get(key, UNKNOWN)
    return exactly(value) if isinstance(value, Decimal) else NOT_KNOWN


def choice(answers: Answers, key: str) -> str:
    """The chosen id, "yes" or "no", or `UNKNOWN`."""
    return str(answers.get(key, UNKNOWN))
