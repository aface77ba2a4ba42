"""Pages, services and equipment for checked answers, ranked by the rules that fit, each with the reasons for it.

What comes first for safety is decided by rules that say so (`urgent`) and never by weight.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.choose.answers import Answers
from kiosk.content.choose_data import UNKNOWN, ChooseData, Rule, said
from kiosk.content.library import Library
from kiosk.search.engine import search
from kiosk.search.query import Hit, Point, Query

MAX_PAGES, MAX_SERVICES = 12, 8
_FOR_EACH_RULE = 20


class ChosenPage(NamedTuple):
    """A page with its reasons, best first; `lang` tells when it is not in the language that was asked for."""

    id: str
    title: str
    summary: str
    lang: str
    urgent: bool
    score: int
    because: tuple[str, ...]
    sensitive: bool = False


class ChosenService(NamedTuple):
    hit: Hit
    score: int
    because: tuple[str, ...]


class Idea(NamedTuple):
    """Something that may help, in the room where it would stand; `page` says more."""

    id: str
    room: str
    text: str
    page: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The result. `urgent`: something about safety was said, so `contacts` and the first pages come before the rest."""

    urgent: bool
    contacts: tuple[str, ...]
    pages: tuple[ChosenPage, ...]
    services: tuple[ChosenService, ...]
    ideas: tuple[Idea, ...]
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What rules add up to for one page, service or idea."""

    score: int = 0
    urgent: int = 0
    answers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, rule: Rule, answers: Answers) -> None:
        self.score += rule.weight
        self.urgent = max(self.urgent, rule.weight if rule.urgent else 0)
        for led in _led_to(rule, answers):
            self.answers[led] = self.answers.get(led, 0) + rule.weight


def choose(
    data: ChooseData, answers: Answers, connection: sqlite3.Connection, language: str, near: Point | None = None
) -> Chosen:
    """What fits the answers, from an open edition. Reads only, and keeps nothing."""
    rules = [rule for rule in data.rules if fits(rule, answers)]
    contacts = dict.fromkeys(key for rule in rules if rule.urgent for key in rule.contacts)
    return Chosen(
        any(rule.urgent for rule in rules),
        tuple(contacts),
        _pages(data, rules, answers, connection, language),
        _services(data, rules, answers, connection, language, near),
        _ideas(data, rules, answers, language),
        tuple(question.id for question in data.questions if answers.get(question.id, (UNKNOWN,)) == (UNKNOWN,)),
    )


def fits(rule: Rule, answers: Answers) -> bool:
    """Whether every question that the rule names has one of the answers that it wants."""
    return all(set(wanted) & set(answers.get(question, ())) for question, wanted in rule.when)


def _led_to(rule: Rule, answers: Answers) -> list[tuple[str, str]]:
    """The answers that the rule asked for and got."""
    return [(question, given) for question, wanted in rule.when for given in answers[question] if given in wanted]


def _reasons(data: ChooseData, found: _Found, language: str) -> tuple[str, ...]:
    """What weighs most first, else in the order of the questions. An answer that is not known gives no reason."""
    led = [
        (found.answers[question.id, choice.id], choice)
        for question in data.questions
        for choice in question.choices
        if (question.id, choice.id) in found.answers
    ]
    return tuple(said(choice.because, language) for _weight, choice in sorted(led, key=lambda reason: -reason[0]))


def _pages(
    data: ChooseData, rules: list[Rule], answers: Answers, connection: sqlite3.Connection, language: str
) -> tuple[ChosenPage, ...]:
    """Urgent ones first, then by weight, then in the order in which the rules name them."""
    found: dict[str, _Found] = {}
    for rule in sorted(rules, key=lambda rule: not rule.urgent):
        for page in rule.pages:
            found.setdefault(page, _Found()).add(rule, answers)
    titles = {title.id: title for title in Library(connection).titles(language)}
    ranked = sorted(found, key=lambda page: (-found[page].urgent, -found[page].score))
    return tuple(
        ChosenPage(
            page,
            titles[page].title,
            titles[page].summary,
            titles[page].lang,
            found[page].urgent > 0,
            found[page].score,
            _reasons(data, found[page], language),
            titles[page].sensitive,
        )
        for page in ranked
        if page in titles
    )[:MAX_PAGES]


def _services(
    data: ChooseData,
    rules: list[Rule],
    answers: Answers,
    connection: sqlite3.Connection,
    language: str,
    near: Point | None,
) -> tuple[ChosenService, ...]:
    """The services that most rules lead to, the best of each search first."""
    found: dict[str, _Found] = {}
    hits: dict[str, Hit] = {}
    for kinds, of_kind in _by_kinds(rules).items():
        types, beneficiaries = kinds
        query = Query(
            near=near, types=types, beneficiaries=beneficiaries, language="en", facet_counts=False, limit=_FOR_EACH_RULE
        )
        for hit in search(connection, query).hits:
            hits.setdefault(hit.id, hit)
            for rule in of_kind:
                found.setdefault(hit.id, _Found()).add(rule, answers)
    ranked = sorted(found, key=lambda key: -found[key].score)[:MAX_SERVICES]
    return tuple(ChosenService(hits[key], found[key].score, _reasons(data, found[key], language)) for key in ranked)


def _by_kinds(rules: Iterable[Rule]) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[Rule]]:
    """Rules that look for the same services, so that each search is made once."""
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Rule]] = {}
    for rule in rules:
        if rule.types or rule.beneficiaries:
            kinds.setdefault((rule.types, rule.beneficiaries), []).append(rule)
    return kinds


def _ideas(data: ChooseData, rules: list[Rule], answers: Answers, language: str) -> tuple[Idea, ...]:
    """Room by room, in the order of the file."""
    found: dict[str, _Found] = {}
    for rule in rules:
        for name in rule.equipment:
            found.setdefault(name, _Found()).add(rule, answers)
    return tuple(
        Idea(idea.id, room.id, said(idea.texts, language), idea.page, _reasons(data, found[idea.id], language))
        for room in data.rooms
        for idea in data.equipment
        if idea.room == room.id and idea.id in found
    )
