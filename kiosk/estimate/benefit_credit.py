"""Pension Credit in the benefits estimate: what income is made up to, and what of the income counts.

State Pension Credit Act 2002, State Pension Credit Regulations 2002 (SI 2002/1792) regulations 6 and 15, Schedules I
and VI. Children, ground rent and service charges can add more and are not in the sum; the result says so.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_facts import Facts
from kiosk.estimate.benefit_result import A_WEEK, INCOME, MAY, NOT_NOW, Benefit
from kiosk.estimate.questions import UNKNOWN, choice, money
from kiosk.estimate.result import ADD, NOTE, RESULT, TAKE, Step
from kiosk.estimate.spans import NOT_KNOWN, NOTHING, ZERO, Span

PART = "pension-credit"
_SINGLE, _COUPLE = "pc.guarantee_single", "pc.guarantee_couple"
_SEVERE, _SEVERE_BOTH = "pc.severe_disability", "pc.severe_disability_couple"
_HOW = ("claim-pension-credit", "back-3-months")
_CONTACTS = ("dwp.pension-credit", "national.age-uk")


class _Lines(NamedTuple):
    total: Span
    steps: list[Step]


def pension_credit(facts: Facts) -> Benefit | None:
    """The guarantee credit; None for someone it is not for. Ruled out by a younger partner, or too much income."""
    if not (facts.grown_up and facts.could_be_pensioner):
        return None
    if choice(facts.answers, "household") == asked.MIXED_AGES:
        return _ruled_out(("household:partner-mixed-ages",), ("pc-mixed-ages",))
    need, income = _made_up_to(facts), _income(facts)
    most = need.total.minus(income.total)
    shown = {line.id for line in need.steps}
    also = ["severe-disability-if"] if shown & {_SEVERE, _SEVERE_BOTH} else []
    also += ["carer-if"] if "pc.carer" in shown else []
    rules = dict.fromkeys(("pc-guarantee", *(line.rule for line in need.steps), "pc-income"))
    steps = (*need.steps, *income.steps, Step(PART, RESULT, "pc-guarantee", most, None, PART))
    if most.high == 0:
        return _ruled_out(("income-too-high",), ("pc-guarantee", "pc-income"), steps)
    return Benefit(
        PART,
        INCOME,
        MAY,
        (*facts.because("age"), "income-may-be-low"),
        "pension-credit",
        _CONTACTS,
        _HOW,
        A_WEEK,
        None if most.high is None else most,
        steps,
        also_true=(*also, "pc-children"),
        effects=("opens-doors",),
        rules=tuple(rules),
    )


def _ruled_out(because: tuple[str, ...], rules: tuple[str, ...], steps: tuple[Step, ...] = ()) -> Benefit:
    return Benefit(PART, INCOME, NOT_NOW, because, "pension-credit", _CONTACTS, steps=steps, rules=rules)


def savings_credit(facts: Facts) -> Benefit | None:
    """The second part, for people who reached State Pension age before 6 April 2016 (Act of 2002, section 3)."""
    if not (facts.grown_up and facts.could_be_pensioner) or choice(facts.answers, "household") == asked.MIXED_AGES:
        return None
    single = choice(facts.answers, "household") in (asked.ALONE, asked.OTHERS)
    key = "pc.savings_credit_single" if single else "pc.savings_credit_couple"
    line = facts.step(key, "savings-credit", "savings-credit")
    return Benefit(
        "savings-credit",
        INCOME,
        MAY,
        facts.because("age"),
        "pension-credit",
        _CONTACTS,
        ("claim-pension-credit",),
        A_WEEK,
        line.amount,
        (line,),
        also_true=("before-2016", "little-over"),
        rules=("savings-credit",),
    )


def _made_up_to(facts: Facts) -> _Lines:
    """Regulation 6: the guarantee, with the amounts for severe disability and for carers as far as they can apply."""
    steps = [_guarantee(facts)]
    severe = _severe_disability(facts)
    if severe is not None:
        steps.append(severe)
    if facts.may_have_carers_allowance:
        steps.append(facts.step("pc.carer", "pc-carer", PART, ADD, sure=False))
    total = NOTHING
    for line in steps:
        total = total.plus(line.amount or NOT_KNOWN)
    return _Lines(total, [*steps, Step("pc-made-up-to", RESULT, "pc-guarantee", total, None, PART)])


def _guarantee(facts: Facts) -> Step:
    if choice(facts.answers, "household") != UNKNOWN:
        single = choice(facts.answers, "household") in (asked.ALONE, asked.OTHERS)
        return facts.step(_SINGLE if single else _COUPLE, "pc-guarantee", PART, ADD)
    one, both = facts.amount(_SINGLE), facts.amount(_COUPLE)
    either = Span(one.low, both.high) if one and both else None
    return Step("pc-single-or-couple", ADD, "pc-guarantee", either, None, PART)


def _severe_disability(facts: Facts) -> Step | None:
    """Schedule I paragraph 1. Never sure: whether a carer is paid, or a partner qualifies too, is not asked."""
    if not facts.may_need_help or choice(facts.answers, "household") == asked.OTHERS:
        return None
    alone = choice(facts.answers, "household") == asked.ALONE
    return facts.step(_SEVERE if alone else _SEVERE_BOTH, "pc-severe-disability", PART, ADD, sure=False)


def _income(facts: Facts) -> _Lines:
    """Section 15 of the Act, regulation 15 and Schedule VI: pensions, other income, earnings, and that of savings."""
    pension, other = money(facts.answers, "state_pension"), money(facts.answers, "other_income")
    earned, earned_steps = _earnings(facts)
    saved, saved_steps = _of_savings(facts)
    total = pension.plus(other).plus(earned).plus(saved)
    return _Lines(
        total,
        [
            Step("state-pension", TAKE, "pc-income", pension, None, PART),
            Step("other-income", TAKE, "pc-income", other, None, PART),
            *earned_steps,
            *saved_steps,
        ],
    )


def _earnings(facts: Facts) -> tuple[Span, list[Step]]:
    earned = money(facts.answers, "earnings")
    if earned == NOTHING:
        return NOTHING, []
    ignored = facts.step("pc.earnings_ignored", "pc-earnings", PART)
    counted = earned.minus((ignored.amount or NOT_KNOWN).or_nothing())
    return counted, [ignored, Step("earnings", TAKE, "pc-earnings", counted, None, PART)]


def _of_savings(facts: Facts) -> tuple[Span, list[Step]]:
    """Regulation 15(6): part of a step counts as a whole one."""
    savings = money(facts.answers, "savings")
    if savings == NOTHING:
        return NOTHING, []
    keys = ("pc.capital_ignored", "pc.capital_step", "pc.capital_amount")
    lines = [facts.step(key, "pc-capital", PART, NOTE) for key in keys]
    amounts = [line.amount.low for line in lines if line.amount is not None]
    if len(amounts) < len(keys):
        counted = NOT_KNOWN
    else:
        ignored, step, each = amounts
        high = None if savings.high is None else _counted(savings.high, ignored, step, each)
        counted = Span(_counted(savings.low, ignored, step, each), high)
    return counted, [*lines, Step("savings-income", TAKE, "pc-capital", counted, None, PART)]


def _counted(savings: Decimal, ignored: Decimal, step: Decimal, each: Decimal) -> Decimal:
    above = max(ZERO, savings - ignored)
    return (above / step).to_integral_value(ROUND_CEILING) * each
