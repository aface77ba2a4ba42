"""What a person may be able to claim, from their answers and the figures of a day. Never a decision, never a score.

Nothing is left out because an answer is not known. An answer rules a benefit out only by a rule of `BENEFIT_RULES`; the
benefits that someone may have been hoping for are then shown with that reason.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.errors import InputError
from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_care import (
    attendance_allowance,
    dla_for_a_child,
    more_for_care,
    personal_independence_payment,
)
from kiosk.estimate.benefit_carers import carer_element, carers_allowance, carers_credit, universal_credit
from kiosk.estimate.benefit_credit import pension_credit, savings_credit
from kiosk.estimate.benefit_facts import Facts
from kiosk.estimate.benefit_order import in_order
from kiosk.estimate.benefit_others import blue_badge, council_tax, health_costs, housing_benefit, tv_licence, winter
from kiosk.estimate.benefit_result import MAY, Benefit, BenefitsFound
from kiosk.estimate.benefit_signposts import funeral_costs, motability
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import UNKNOWN, Answers, choice
from kiosk.estimate.questions import asked as asked_for
from kiosk.language import words_in

_RATES = ("aa.higher", "pip.daily_enhanced", "ca.rate", "pc.guarantee_single", "uc.carer")


def estimate(answers: Answers, figures: FiguresOn) -> BenefitsFound:
    """The result for checked answers on the figures' day. Raises `InputError` when that day has no rates at all."""
    if not any(figures.get(key) for key in _RATES):
        raise InputError(
            f"there are no figures for {figures.day.isoformat()}, so nothing can be worked out for that day"
        )
    facts = Facts(answers, figures)
    found = _all_in_order(facts)
    return BenefitsFound(
        figures.day,
        found,
        tuple(dict.fromkeys(facts.ask)),
        _left_out(facts),
        _next(facts, found),
        _contacts(facts),
        _unknown(answers),
    )


def _all_in_order(facts: Facts) -> tuple[Benefit, ...]:
    """What may be claimed first, by what the answers speak for and by worth; then what is ruled out."""
    credit, general = pension_credit(facts), universal_credit(facts)
    on_credit = credit is not None and credit.status == MAY
    on_universal = general is not None and general.status == MAY
    found: Iterable[Benefit | None] = (
        attendance_allowance(facts),
        personal_independence_payment(facts),
        dla_for_a_child(facts),
        more_for_care(facts),
        carers_allowance(facts),
        carer_element(facts),
        carers_credit(facts),
        credit,
        savings_credit(facts),
        general,
        housing_benefit(facts, on_credit),
        *council_tax(facts),
        blue_badge(facts),
        motability(facts),
        *winter(facts, on_credit or on_universal),
        health_costs(facts),
        tv_licence(facts, on_credit),
        funeral_costs(facts, on_credit or on_universal),
    )
    return in_order([benefit for benefit in found if benefit is not None])


def _left_out(facts: Facts) -> tuple[str, ...]:
    """What the result does not look at, as keys of sentences."""
    found = ["where-you-live", "hospital"]
    if facts.grown_up:
        found += ["worked-before", "war-pensions", "your-partner", "other-adults"]
    return tuple(found)


def _next(facts: Facts, found: tuple[Benefit, ...]) -> tuple[str, ...]:
    may = {benefit.id for benefit in found if benefit.status == MAY}
    todo = []
    if may & {"attendance-allowance", "pip", "dla-child"}:
        todo.append("care-benefit-first")
    if "carers-allowance" in may or "uc-carer" in may:
        todo.append("advice-before-carers")
    if choice(facts.answers, "age") == asked.CHILD:
        todo.append("answer-as-carer")
    return (*todo, "free-check", "claim-soon", "if-no")


def _contacts(facts: Facts) -> tuple[str, ...]:
    found = ["national.citizens-advice"]
    if facts.could_be_pensioner:
        found.append("national.age-uk")
    if facts.grown_up and choice(facts.answers, "cares") not in (asked.NOBODY, UNKNOWN):
        found.append("national.carers-uk")
    return tuple(found)


def _unknown(answers: Answers) -> tuple[str, ...]:
    wanted = asked_for(asked.benefit_questions(words_in("en")), answers)
    return tuple(question.id for question in wanted if answers.get(question.id, UNKNOWN) == UNKNOWN)
