"""What was said about safety: what comes first on the screen, and what is not put on paper unless it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from kiosk.choose.answers import Answers
from kiosk.choose.finder import fits
from kiosk.content.choose_data import ChooseData, said


class Worry(NamedTuple):
    """What urgent rules lead to, the gravest first: ids of pages, keys of contacts, and what was said."""

    pages: tuple[str, ...]
    contacts: tuple[str, ...]
    because: tuple[str, ...]


def worry_of(data: ChooseData, answers: Answers, language: str, question: str = "") -> Worry | None:
    """What is urgent about all answers, or about the answer to one question; None when nothing is."""
    rules = [rule for rule in data.rules if rule.urgent and fits(rule, answers)]
    if question:
        rules = [rule for rule in rules if question in dict(rule.when)]
    if not rules:
        return None
    rules.sort(key=lambda rule: -rule.weight)
    led = dict.fromkeys((asked, choice) for rule in rules for asked, wanted in rule.when for choice in wanted)
    told = {
        (asked.id, choice.id): said(choice.because, language) for asked in data.questions for choice in asked.choices
    }
    because = tuple(told[each] for each in led if each in told and each[1] in answers.get(each[0], ()))
    pages = dict.fromkeys(page for rule in rules for page in rule.pages)
    contacts = dict.fromkeys(key for rule in rules for key in rule.contacts)
    return Worry(tuple(pages), tuple(contacts), because)


def without_private(data: ChooseData, answers: Answers, sensitive: Collection[str]) -> Answers:
    """The answers that may be seen by whoever finds the paper.

    Left out is every question of which an answer leads, by itself, to one of the pages of `sensitive`.
    """
    private = {
        question
        for rule in data.rules
        for question, _wanted in rule.when
        if len(rule.when) == 1 and set(rule.pages) & set(sensitive)
    }
    return {question: given for question, given in answers.items() if question not in private}
