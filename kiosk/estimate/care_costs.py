"""What care may cost a person each week: care at home or in a care home, for a time or for good. Never a decision.

The sum is that of the Care Act 2014 sections 14 and 17 and of the Care and Support (Charging and Assessment of
Resources) Regulations 2014: savings against two limits, income with a tariff for savings, less what must be left.
What is not known makes the charge a span; where no honest amount can be given there is none.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.estimate import care_questions as asked
from kiosk.estimate.care_capital import Limits, home_step, limits_on, savings_steps
from kiosk.estimate.care_flow import care_questions_left
from kiosk.estimate.care_income import Sums, income_sums
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import UNKNOWN, Answers, choice, money
from kiosk.estimate.result import (
    ADD,
    AFTER,
    FIRST_WEEKS,
    MAY_PAY_ALL,
    NOT_WORKED_OUT,
    NOTE,
    NOW,
    PAYS_ALL,
    PAYS_NOTHING,
    PAYS_PART,
    RESULT,
    TAKE,
    Estimate,
    Part,
    Step,
)
from kiosk.estimate.spans import NOTHING, Span, exactly
from kiosk.language import words_in

DISREGARD_WEEKS = "property.disregard_weeks"


def estimate(answers: Answers, figures: FiguresOn) -> Estimate:
    """The result for checked answers on the figures' day. Raises `InputError` when that day has no figures at all."""
    limits, limit_steps, ask = limits_on(figures)
    savings, steps = savings_steps(answers)
    steps += [Step("savings-total", RESULT, "savings", savings), *limit_steps]
    home, home_line = home_step(answers)
    sums = income_sums(answers, figures)
    parts: list[Part] = []
    stretches = _stretches(limits, savings, home, figures, steps, ask)
    if home_line is not None:
        steps.append(replace(home_line, part=stretches[-1][0] if len(stretches) > 1 else ""))
    for part, capital in stretches:
        parts.append(_part(part, capital, limits, sums, answers, steps))
    if any(part.meaning != PAYS_ALL for part in parts):
        ask += sums.ask
    _deferred_payment(parts, limits, savings, home, figures, steps, ask)
    return Estimate(
        figures.day,
        tuple(parts),
        tuple(steps),
        tuple(dict.fromkeys(ask)),
        _left_out(answers, home),
        _next(answers, parts, home),
        ("council.financial-assessment", "national.moneyhelper", "national.age-uk", "national.citizens-advice"),
        _unknown(answers, figures),
    )


def _stretches(
    limits: Limits | None,
    savings: Span,
    home: Span,
    figures: FiguresOn,
    steps: list[Step],
    ask: list[str],
) -> list[tuple[str, Span]]:
    """The stretches of time with what capital counts in each: two when the first weeks are free of the home.

    Schedule 2 paragraph 2; that other savings must not be over the upper limit is councils' practice (Kingston).
    """
    whole = savings.plus(home)
    if home == NOTHING or limits is None or limits.surely_over(savings):
        return [(NOW, whole)]
    weeks = figures.get(DISREGARD_WEEKS)
    steps.append(Step(DISREGARD_WEEKS, NOTE, "first-weeks", None, weeks))
    if weeks is None:
        ask.append(DISREGARD_WEEKS)
    return [(FIRST_WEEKS, savings), (AFTER, whole)]


def _part(part: str, capital: Span, limits: Limits | None, sums: Sums, answers: Answers, steps: list[Step]) -> Part:
    """One stretch: the full cost over the upper limit (Care Act s.17, regulation 12), else income less what is left."""
    cost = money(answers, "cost")
    if part == AFTER:
        steps.append(Step("capital-total", RESULT, "home-counts", capital, None, part))
    if limits is None:
        steps += sums.steps
        return Part(part, NOT_WORKED_OUT, None)
    if limits.surely_over(capital):
        steps.append(Step("full-cost", RESULT, "limits", cost, None, part))
        return Part(part, PAYS_ALL, cost)
    tariff = limits.tariff(capital)
    steps.append(Step("tariff", ADD, "tariff", tariff, None, part))
    income = sums.counted.plus(tariff)
    meaning = MAY_PAY_ALL if limits.maybe_over(capital) else PAYS_PART
    told = [line for line in sums.steps if line not in steps]
    steps += [line for line in told if line.kind != TAKE]
    steps.append(Step("income-total", RESULT, "income", income, None, part))
    steps += [line for line in told if line.kind == TAKE]
    if not sums.allowance_known or choice(answers, "care") == UNKNOWN:
        return Part(part, meaning if meaning == MAY_PAY_ALL else NOT_WORKED_OUT, None)
    charge = income.minus(sums.off).at_most(cost)
    if choice(answers, "stay_length") in (asked.SHORT, UNKNOWN) and choice(answers, "stay") == asked.TEMPORARY:
        charge = charge.or_nothing()  # regulation 8: a short stay may be charged as care at home is, which leaves more
        steps.append(Step("short-stay", NOTE, "short-stay", None, None, part))
    if meaning == MAY_PAY_ALL:
        charge = Span(charge.low, cost.high)
    charge = charge.in_pennies()
    steps.append(Step("charge", RESULT, "cost", charge, None, part))
    if charge.high == 0:
        meaning = PAYS_NOTHING
    return Part(part, meaning, charge)


def _deferred_payment(
    parts: list[Part],
    limits: Limits | None,
    savings: Span,
    home: Span,
    figures: FiguresOn,
    steps: list[Step],
    ask: list[str],
) -> None:
    """An option, not in the sum: the home counts and other savings are at the upper limit or less (Which?)."""
    if limits is None or home == NOTHING or limits.surely_over(savings):
        return
    steps.append(Step("deferred-payment", NOTE, "deferred-payment", None, None, parts[-1].id))
    kept = figures.get("dpa.dia")
    if kept is None or kept.amount is None:
        ask.append("dpa.dia")
    else:
        steps.append(Step("dpa.dia", NOTE, "disposable-income", exactly(kept.amount), kept, parts[-1].id))


def _left_out(answers: Answers, home: Span) -> tuple[str, ...]:
    """What the sum does not hold, as keys of sentences: rules that are unclear, local, or not of this sum."""
    found = ["nhs-care", "war-pensions", "other-benefits", "given-away"]
    if choice(answers, "care") == asked.CARE_HOME:
        found += ["top-up", "nursing", "prices-rise"]
        if choice(answers, "stay") != asked.TEMPORARY:
            found += ["first-28-days", "dla-care"] if money(answers, "disability_benefit") != NOTHING else []
            found += ["home-costs"] if home != NOTHING else []
    else:
        found += ["local-allowances", "night-care"]
        if choice(answers, "household") not in asked.SINGLE:
            found.append("households")
    if choice(answers, "stay") != asked.PERMANENT:
        found.append("local-limits")
    found.append("reablement")
    return tuple(found)


def _next(answers: Answers, parts: list[Part], home: Span) -> tuple[str, ...]:
    found = ["ask-for-assessment"]
    if home != NOTHING:
        found += ["ask-about-home", "ask-deferred-payment"]
    if any(part.meaning in (PAYS_ALL, MAY_PAY_ALL) for part in parts):
        found.append("tell-before-limit")
    if choice(answers, "care") != asked.CARE_HOME:
        found.append("list-disability-costs")
    return (*found, "check-benefits")


def _unknown(answers: Answers, figures: FiguresOn) -> tuple[str, ...]:
    wanted = care_questions_left(answers, figures, words_in("en"))
    return tuple(question.id for question in wanted if answers.get(question.id, UNKNOWN) == UNKNOWN)
