"""A benefits result in words: what a screen, the booklet and the command show, all from one place."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kiosk.estimate import benefit_result as result_words
from kiosk.estimate.benefit_advice_words import (
    benefit_step_labels,
    benefits_left_out,
    benefits_next,
    effect_words,
    how_words,
)
from kiosk.estimate.benefit_order import is_smaller, together
from kiosk.estimate.benefit_questions import benefit_questions
from kiosk.estimate.benefit_result import COUNCIL_TAX, MAY, Benefit, BenefitsFound
from kiosk.estimate.benefit_rule_words import benefit_rule_words
from kiosk.estimate.benefit_rules import BENEFIT_RULES
from kiosk.estimate.benefit_words import also_words, because_words, titles, what_for
from kiosk.estimate.care_words import pounds, span_text
from kiosk.estimate.result import Step
from kiosk.estimate.telling import ToldStep
from kiosk.language import Words


class ToldRule(NamedTuple):
    """A rule that a benefit rests on; `note` is for the visitor, and empty where an official page says it."""

    id: str
    text: str
    source: str
    url: str
    note: str


class ToldBenefit(NamedTuple):
    """One benefit. `smaller`: one line about it is enough.

    `least` and `most` are None where no amount is given; `guide` and `contacts` are keys.
    """

    id: str
    group: str
    status: str
    smaller: bool
    heading: str
    title: str
    what_for: str
    because: tuple[str, ...]
    text: str
    unit: str
    least: Decimal | None
    most: Decimal | None
    also_true: tuple[str, ...]
    effects: tuple[str, ...]
    how: tuple[str, ...]
    contacts: tuple[str, ...]
    guide: str
    steps: tuple[ToldStep, ...]
    rules: tuple[ToldRule, ...]


class ToldBenefits(NamedTuple):
    """The whole result in one language, in the order in which it is shown."""

    headline: str
    not_a_decision: str
    dated: str
    benefits: tuple[ToldBenefit, ...]
    ask: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    next: tuple[str, ...]
    contacts: tuple[str, ...]


def tell_benefits(result: BenefitsFound, words: Words) -> ToldBenefits:
    """The result in words. Amounts to ask for and unanswered questions come as pairs of key and words."""
    _ = words.gettext
    labels, left_out, to_do = benefit_step_labels(words), benefits_left_out(words), benefits_next(words)
    texts = {question.id: question.text for question in benefit_questions(words)}
    return ToldBenefits(
        headline=_headline(result, words),
        not_a_decision=_(
            "This is not a decision and not a score. Only the government's benefit offices and your council can decide."
        ),
        # Translators: {date} is a day, such as 22 November 2026.
        dated=_("The amounts are those of {date}.").format(date=words.date(result.day)),
        benefits=tuple(_benefit(benefit, labels, words) for benefit in result.benefits),
        ask=tuple((key, labels.get(key, key)) for key in result.ask),
        unknown=tuple((key, texts[key]) for key in result.unknown),
        left_out=tuple(left_out[key] for key in result.left_out),
        next=tuple(to_do[key] for key in result.next),
        contacts=result.contacts,
    )


def _headline(result: BenefitsFound, words: Words) -> str:
    _ = words.gettext
    found = together(benefit for benefit in result.benefits if benefit.status == MAY)
    if not found:
        return _("We found nothing from your answers. Ask for a free check all the same.")
    # Translators: {number} is how many benefits and other kinds of help are listed below, {first} the name of one.
    text = words.ngettext(
        "You may be able to claim {number} thing. Ask about it: {first}.",
        "You may be able to claim {number} things. Ask about this first: {first}.",
        len(found),
    )
    return text.format(number=len(found), first=title_of(found[0][0].id, found[0][0].group, words))


def title_of(benefit: str, group: str, words: Words) -> str:
    """What stands over a benefit; all that makes a Council Tax bill less has one title."""
    return words.gettext("Less Council Tax") if group == COUNCIL_TAX else titles(words)[benefit]


def _benefit(benefit: Benefit, labels: dict[str, str], words: Words) -> ToldBenefit:
    _ = words.gettext
    because, also, effects, how = because_words(words), also_words(words), effect_words(words), how_words(words)
    heading = _("You may be able to claim") if benefit.status == MAY else _("Probably not now")
    return ToldBenefit(
        benefit.id,
        benefit.group,
        benefit.status,
        is_smaller(benefit),
        heading,
        titles(words)[benefit.id],
        what_for(words)[benefit.id],
        tuple(because[key] for key in benefit.because),
        amount_text(benefit, words),
        benefit.unit,
        benefit.most.low if benefit.most else None,
        benefit.most.high if benefit.most else None,
        tuple(also[key] for key in benefit.also_true),
        tuple(effects[key] for key in benefit.effects),
        tuple(how[key] for key in benefit.how),
        benefit.contacts,
        benefit.guide,
        tuple(_step(step, labels, words) for step in benefit.steps),
        tuple(_rule(key, words) for key in benefit.rules),
    )


def amount_text(benefit: Benefit, words: Words) -> str:
    """How much it is at most, "Up to £114.60 a week"; empty where it is not money, or is ruled out."""
    _ = words.gettext
    if benefit.status != MAY or not benefit.unit:
        return ""
    if benefit.most is None or benefit.most.high is None:
        return _("Ask how much it is.")
    if not benefit.most.high:
        return _("No money is paid beside your State Pension.")
    # Translators: {amount} is the most that a benefit can be, such as £114.60.
    patterns = {
        result_words.A_WEEK: _("Up to {amount} a week"),
        result_words.A_MONTH: _("Up to {amount} a month"),
        result_words.A_YEAR: _("Up to {amount} a year"),
        result_words.A_WINTER: _("Up to {amount} for a winter"),
        result_words.A_COLD_SPELL: _("Up to {amount} for each 7 days"),
    }
    return patterns[benefit.unit].format(amount=pounds(benefit.most.high, words))


def _step(step: Step, labels: dict[str, str], words: Words) -> ToldStep:
    _ = words.gettext
    rule, figure = BENEFIT_RULES[step.rule], step.figure
    if step.amount is None:
        text = _("Ask for this amount")
    elif figure is not None and figure.unit != "GBP":
        text = figure.text()
    else:
        text = span_text(step.amount, words)
    return ToldStep(
        step.id,
        step.part,
        step.kind,
        labels.get(f"{step.part}:{step.id}") or labels[step.id],
        text,
        step.amount.low if step.amount else None,
        step.amount.high if step.amount else None,
        figure.key if figure else "",
        figure.valid_from if figure else None,
        figure.source_title if figure else "",
        benefit_rule_words(words)[step.rule],
        rule.source,
        rule.url,
        rule.official,
    )


def _rule(key: str, words: Words) -> ToldRule:
    rule = BENEFIT_RULES[key]
    note = "" if rule.official else words.gettext("We did not see this rule on an official page. Ask.")
    return ToldRule(key, benefit_rule_words(words)[key], rule.source, rule.url, note)
