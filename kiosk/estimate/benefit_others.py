"""Council Tax, rent and smaller help: what the answers leave open, with the conditions that are not asked."""

from __future__ import annotations

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_facts import Facts
from kiosk.estimate.benefit_result import (
    A_COLD_SPELL,
    A_WINTER,
    A_YEAR,
    ALSO,
    COUNCIL_TAX,
    INCOME,
    MAY,
    Benefit,
)
from kiosk.estimate.questions import YES, choice
from kiosk.estimate.spans import Span

_BILL = ("ring-council-tax",)
_ADVICE = ("national.citizens-advice",)


def council_tax(facts: Facts) -> list[Benefit]:
    """Local Government Finance Act 1992: each way to pay less that nothing rules out. No amounts: bills are local."""
    found = []
    if facts.grown_up:
        low = ("low-income",)
        found.append(_of_the_bill("council-tax-reduction", facts.because("age"), low, ("council-tax-reduction",)))
        if facts.can_be("household", asked.ALONE):
            found.append(_of_the_bill("council-tax-alone", facts.because("household"), (), ("council-tax-alone",)))
        if facts.can_be("mind", YES):
            also = ("doctor-says", "listed-benefit")
            found.append(_of_the_bill("council-tax-mind", facts.because("mind"), also, ("council-tax-mind",)))
        if facts.cares_enough and choice(facts.answers, "household") != asked.ALONE:
            because = facts.because("cares", "cared_benefit")
            carer = ("lives-with", "not-partner", "listed-benefit")
            found.append(_of_the_bill("council-tax-carer", because, carer, ("council-tax-carer",)))
    if facts.may_need_help:
        room = ("room-or-space",)
        found.append(_of_the_bill("council-tax-band", facts.because("needs"), room, ("council-tax-band",)))
    return found


def _of_the_bill(name: str, because: tuple[str, ...], also_true: tuple[str, ...], rules: tuple[str, ...]) -> Benefit:
    return Benefit(name, COUNCIL_TAX, MAY, because, "council-tax", _ADVICE, _BILL, also_true=also_true, rules=rules)


def housing_benefit(facts: Facts, pension_credit: bool) -> Benefit | None:
    """For people over State Pension age who pay rent. The savings limit is not for people on the guarantee credit."""
    if not (facts.grown_up and facts.could_be_pensioner) or choice(facts.answers, "household") == asked.MIXED_AGES:
        return None
    if facts.savings_over("hb.capital_limit") and not pension_credit:
        return None
    return Benefit(
        "housing-benefit",
        INCOME,
        MAY,
        facts.because("age"),
        "benefits-for-you",
        _ADVICE,
        ("ask-council",),
        steps=(facts.step("hb.capital_limit", "housing-benefit", "housing-benefit"),),
        also_true=("pay-rent", "low-income"),
        rules=("housing-benefit",),
    )


def blue_badge(facts: Facts) -> Benefit | None:
    """For people of any age who cannot get from a car to a place without great trouble."""
    if not facts.may_need_help:
        return None
    return Benefit(
        "blue-badge",
        ALSO,
        MAY,
        facts.because("needs"),
        "blue-badge",
        ("council.blue-badge",),
        ("apply-council",),
        steps=(facts.step("bluebadge.fee", "blue-badge", "blue-badge"),),
        also_true=("hard-to-walk",),
        rules=("blue-badge",),
    )


def winter(facts: Facts, low_income: bool) -> list[Benefit]:
    """Winter Fuel Payment by age; the two others with a benefit for a low income. Amounts are those of one winter."""
    found = []
    if facts.grown_up and facts.could_be_pensioner:
        part = "winter-fuel"
        keys = ("wfp.under80", "wfp.over80", "wfp.income_limit")
        steps = tuple(facts.step(key, part, part) for key in keys)
        found.append(
            Benefit(
                part,
                ALSO,
                MAY,
                facts.because("age"),
                "heating-and-bills",
                ("dwp.winter-fuel",),
                ("most-need-not-ask",),
                A_WINTER,
                _up_to(steps[1].amount),
                steps,
                also_true=("born-before",),
                effects=("taken-back",),
                rules=(part,),
            )
        )
    if low_income:
        found += [
            _with_low_income(facts, "warm-home", "whd", ("national.warm-home-discount",)),
            _with_low_income(facts, "cold-weather", "cwp", _ADVICE),
        ]
    return found


def _with_low_income(facts: Facts, name: str, key: str, contacts: tuple[str, ...]) -> Benefit:
    line = facts.step(key, name, name)
    how = ("most-need-not-ask",)
    unit = A_WINTER if key == "whd" else A_COLD_SPELL
    because = facts.because("age")
    return Benefit(
        name,
        ALSO,
        MAY,
        because,
        "heating-and-bills",
        contacts,
        how,
        unit,
        line.amount,
        (line,),
        also_true=("low-benefit",),
        rules=(name,),
    )


def health_costs(facts: Facts) -> Benefit | None:
    """Prescriptions and other costs of health; children's are not asked about."""
    if not facts.grown_up:
        return None
    return Benefit(
        "health-costs",
        ALSO,
        MAY,
        facts.because("age"),
        "help-with-health-costs",
        ("nhs.health-costs",),
        ("ask-hc1",),
        steps=(facts.step("rx.item", "health-costs", "health-costs"),),
        also_true=("60-or-low-income",),
        rules=("health-costs",),
    )


def tv_licence(facts: Facts, pension_credit: bool) -> Benefit | None:
    """Free from 75 with Pension Credit."""
    if not pension_credit:
        return None
    line = facts.step("tv", "tv-licence", "tv-licence")
    return Benefit(
        "tv-licence",
        ALSO,
        MAY,
        facts.because("age"),
        "heating-and-bills",
        ("national.tv-licensing",),
        ("ring-tv",),
        A_YEAR,
        line.amount,
        (line,),
        also_true=("75-and-pc",),
        rules=("tv-licence",),
    )


def _up_to(amount: Span | None) -> Span | None:
    return None if amount is None else amount.or_nothing()
