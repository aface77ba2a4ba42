"""Benefits for people who look after someone: the allowance, what overlaps with it, the credit, the carer element."""

from __future__ import annotations

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_facts import EARNS, RICH, Facts
from kiosk.estimate.benefit_result import A_MONTH, A_WEEK, CARER, INCOME, MAY, NOT_NOW, Benefit
from kiosk.estimate.questions import YES, choice, money
from kiosk.estimate.result import NOTE, RESULT, TAKE, Step
from kiosk.estimate.spans import NOTHING, Span

_CA = "carers-allowance"


def carers_allowance(facts: Facts) -> Benefit | None:
    """Act of 1992, section 70. Shown to everyone who cares, with what rules it out; not to someone who does not."""
    if not facts.grown_up or choice(facts.answers, "cares") == asked.NOBODY:
        return None
    limits = (facts.step("ca.hours", "carers-hours", _CA), facts.step("ca.earnings", "carers-earnings", _CA))
    against = facts.against_carers_allowance()
    if against:
        said = tuple(dict.fromkeys((*facts.because("cares"), *against)))
        how = ("cared-claims-first",) if "cared_benefit:no" in against else ()
        used = {"too-few-hours": "carers-hours", EARNS: "carers-earnings", "study:yes": "carers-study"}
        rules = (_CA, *(used[reason] for reason in against if reason in used))
        contacts = ("national.carers-uk", "dwp.carers-allowance")
        return Benefit(_CA, CARER, NOT_NOW, said, _CA, contacts, how, steps=limits, rules=rules)
    overlap, most = _what_is_paid(facts)
    unpaid = most is not None and most.high == 0
    lost = [] if unpaid else [facts.step("pc.severe_disability", "pc-severe-disability", _CA)]
    effects = ["underlying", "severe-disability-stays"] if unpaid else ["severe-disability-goes", "counts-as-income"]
    if not unpaid and facts.could_be_pensioner and money(facts.answers, "state_pension").high is None:
        effects.insert(1, "underlying-maybe")
    return Benefit(
        _CA,
        CARER,
        MAY,
        facts.because("cares", "cared_benefit"),
        _CA,
        ("national.carers-uk", "dwp.carers-allowance"),
        ("advice-first", "claim-ca", "back-3-months"),
        A_WEEK,
        most,
        (*limits, *overlap, *lost),
        also_true=("not-paid-twice",),
        effects=(*effects, "one-carer"),
        rules=(_CA, "carers-hours", "carers-earnings", "carers-study", "carers-overlap", "one-carer"),
    )


def _what_is_paid(facts: Facts) -> tuple[list[Step], Span | None]:
    """Regulation 4 of the Overlapping Benefits Regulations 1979: a State Pension below the rate is made up to it."""
    rate = facts.step("ca.rate", _CA, _CA)
    pension = money(facts.answers, "state_pension") if facts.could_be_pensioner else NOTHING
    if rate.amount is None or pension == NOTHING:
        return [rate], rate.amount
    paid = rate.amount.minus(pension)
    return [
        rate,
        Step("state-pension", TAKE, "carers-overlap", pension, None, _CA),
        Step(_CA, RESULT, "carers-overlap", paid, None, _CA),
    ], paid


def carers_credit(facts: Facts) -> Benefit | None:
    """For the State Pension record of someone under State Pension age; no money now."""
    enough = facts.can_be("cares", *asked.COUNTED_HOURS["ccredit.hours"])
    if not (facts.grown_up and facts.can_be("age", asked.WORKING) and enough):
        return None
    return Benefit(
        "carers-credit",
        CARER,
        MAY,
        facts.because("cares", "age"),
        "extra-money-for-carers",
        ("national.carers-uk",),
        ("ask-how",),
        steps=(facts.step("ccredit.hours", "carers-credit", "carers-credit", NOTE),),
        also_true=("without-ca",),
        rules=("carers-credit",),
    )


def carer_element(facts: Facts) -> Benefit | None:
    """Regulations 29 and 30: the rules of Carer's Allowance, but earnings do not rule it out."""
    open_to_it = facts.could_be_on_uc and not facts.savings_over("uc.capital_limit")
    if not (open_to_it and facts.cares_enough) or choice(facts.answers, "study") == YES:
        return None
    rate = facts.step("uc.carer", "uc-carer", "uc-carer")
    return Benefit(
        "uc-carer",
        CARER,
        MAY,
        facts.because("cares", "cared_benefit"),
        "extra-money-for-carers",
        ("dwp.universal-credit", "national.carers-uk"),
        ("tell-uc",),
        A_MONTH,
        rate.amount,
        (rate,),
        also_true=("gets-uc", "no-earnings-limit"),
        effects=("severe-disability-goes", "carer-or-illness", "one-carer"),
        rules=("uc-carer", "one-carer"),
    )


def universal_credit(facts: Facts) -> Benefit | None:
    """Shown to point the way: how much it is depends on pay, rent and children, which this estimate does not ask."""
    if not facts.could_be_on_uc:
        return None
    limit = facts.step("uc.capital_limit", "uc-capital", "universal-credit")
    contacts = ("dwp.universal-credit", "national.citizens-advice")
    guide, rules = "universal-credit-and-illness", ("universal-credit", "uc-capital")
    if facts.savings_over("uc.capital_limit"):
        return Benefit("universal-credit", INCOME, NOT_NOW, (RICH,), guide, contacts, steps=(limit,), rules=rules)
    return Benefit(
        "universal-credit",
        INCOME,
        MAY,
        facts.because("age", "household") if _may_be_mixed(facts) else facts.because("age"),
        guide,
        contacts,
        ("claim-online",),
        steps=(limit,),
        also_true=("low-income", "18-or-over"),
        effects=("uc-rent",),
        rules=rules,
    )


def _may_be_mixed(facts: Facts) -> bool:
    """Someone who may be over State Pension age can have Universal Credit only through a younger partner."""
    return choice(facts.answers, "age") == asked.PENSION
