"""A care costs result in words: what a screen, the booklet and the command show, all from one place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kiosk.estimate.care_questions import care_questions
from kiosk.estimate.care_rule_words import rule_words
from kiosk.estimate.care_rules import RULES
from kiosk.estimate.care_words import (
    left_out_words,
    meaning,
    next_words,
    part_label,
    span_text,
    step_labels,
    weekly_text,
)
from kiosk.estimate.result import Estimate, Part, Step
from kiosk.language import Words

_WEEKS = "property.disregard_weeks"


class ToldRange(NamedTuple):
    """The weekly charge of one stretch of time; `least` and `most` are None where no amount can be given."""

    part: str
    label: str
    meaning: str
    text: str
    least: Decimal | None
    most: Decimal | None


class ToldStep(NamedTuple):
    """A line of the sum with its rule. `figure` is a key, or empty; `since` is the first day on which it holds."""

    id: str
    part: str
    kind: str
    label: str
    text: str
    least: Decimal | None
    most: Decimal | None
    figure: str
    since: date | None
    figure_source: str
    rule: str
    source: str
    url: str
    official: bool
    """Whether the source is the law, a department's or a council's page."""


class Told(NamedTuple):
    """The whole result in one language, in the order in which it is shown."""

    headline: str
    ranges: tuple[ToldRange, ...]
    not_a_decision: str
    steps: tuple[ToldStep, ...]
    ask: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    next: tuple[str, ...]
    contacts: tuple[str, ...]
    rounding: str


def tell(result: Estimate, words: Words) -> Told:
    """The result in words. Amounts to ask for and unanswered questions come as pairs of key and words."""
    _ = words.gettext
    weeks = _weeks(result)
    labels, rules = step_labels(words), rule_words(words)
    left_out, to_do = left_out_words(words), next_words(words)
    texts = {question.id: question.text for question in care_questions(words)}
    return Told(
        headline=meaning(result.parts, weeks, words),
        ranges=tuple(_range(part, weeks, words) for part in result.parts),
        not_a_decision=_("This is not a decision. It is a rough sum from your answers. Only the council can decide."),
        steps=tuple(_step(step, labels, rules, words) for step in result.steps),
        ask=tuple((key, labels.get(key, key)) for key in result.ask),
        unknown=tuple((key, texts[key]) for key in result.unknown),
        left_out=tuple(left_out[key] for key in result.left_out),
        next=tuple(to_do[key] for key in result.next),
        contacts=result.contacts,
        rounding=_("Each step of savings counts as a whole one. Parts of a penny are dropped from what you pay."),
    )


def _weeks(result: Estimate) -> str:
    found = [step.figure for step in result.steps if step.id == _WEEKS and step.figure is not None]
    return found[0].text() if found else ""


def _range(part: Part, weeks: str, words: Words) -> ToldRange:
    _ = words.gettext
    label = part_label(part.id, weeks, words)
    if part.charge is None:
        return ToldRange(part.id, label, part.meaning, _("No amount can be given"), None, None)
    text = weekly_text(part.charge, words)
    return ToldRange(part.id, label, part.meaning, text, part.charge.low, part.charge.high)


def _step(step: Step, labels: dict[str, str], rules: dict[str, str], words: Words) -> ToldStep:
    _ = words.gettext
    rule, figure = RULES[step.rule], step.figure
    if step.id == _WEEKS:
        text = figure.text() if figure else _("Ask the council")
    elif step.amount is None:
        text = _("Ask the council for this amount") if step.kind == "take" else ""
    else:
        text = span_text(step.amount, words)
    return ToldStep(
        step.id,
        step.part,
        step.kind,
        labels[step.id],
        text,
        step.amount.low if step.amount else None,
        step.amount.high if step.amount else None,
        figure.key if figure else "",
        figure.valid_from if figure else None,
        figure.source_title if figure else "",
        rules[step.rule],
        rule.source,
        rule.url,
        rule.official,
    )
