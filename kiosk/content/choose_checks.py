"""What is wrong with the data of Help me choose, beside other pages and numbers. Run by ``kiosk check``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kiosk.content.choose_data import ChooseData
from kiosk.content.wording import Fault, english_faults, number_faults


def choose_faults(data: ChooseData, pages: Collection[str], contacts: Collection[str]) -> Iterator[Fault]:
    """Faults of the file: `pages` are the ids of English guides, `contacts` the keys that may be named."""
    yield from _references(data, pages, contacts)
    yield from _answers(data)
    for language, text in _texts(data):
        yield from number_faults(text)
        if language == "en":
            yield from english_faults(text)


def _references(data: ChooseData, pages: Collection[str], contacts: Collection[str]) -> Iterator[Fault]:
    named = [page for rule in data.rules for page in rule.pages] + [idea.page for idea in data.equipment]
    for page in dict.fromkeys(named):
        if page not in pages:
            yield "error", "page", f"there is no guide {page}"
    for key in dict.fromkeys(key for rule in data.rules for key in rule.contacts):
        if key not in contacts:
            yield "error", "contact-unknown", f"there is no contact {key}"
    used = {name for rule in data.rules for name in rule.equipment}
    for idea in data.equipment:
        if idea.id not in used:
            yield "warning", "unused", f"no rule leads to the equipment {idea.id}"


def _answers(data: ChooseData) -> Iterator[Fault]:
    """Rules that lead nowhere, or put first what nobody can turn to."""
    for rule in data.rules:
        names = " and ".join(f"{question}: {', '.join(answers)}" for question, answers in rule.when)
        if not (rule.pages or rule.types or rule.equipment):
            yield "error", "rule", f"the rule for {names} leads to nothing"
        if rule.urgent and not (rule.pages and rule.contacts):
            yield "error", "urgent", f"the urgent rule for {names} needs a page and a contact"


def _texts(data: ChooseData) -> Iterator[tuple[str, str]]:
    for question in data.questions:
        tables = [question.texts, question.helps]
        tables += [table for choice in question.choices for table in (choice.texts, choice.because)]
        for table in tables:
            yield from table.items()
    for room in data.rooms:
        yield from room.titles.items()
    for idea in data.equipment:
        yield from idea.texts.items()
