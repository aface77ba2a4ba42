"""Benefits for people who need help because of illness or disability: what they are for and at most, never a score."""

from __future__ import annotations

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_facts import Facts
from kiosk.estimate.benefit_result import A_WEEK, CARE, MAY, Benefit
from kiosk.estimate.questions import choice
from kiosk.estimate.result import Step
from kiosk.estimate.spans import NOTHING, Span

_AA = ("aa.lower", "aa.higher")
_PIP = ("pip.daily_standard", "pip.daily_enhanced", "pip.mobility_standard", "pip.mobility_enhanced")
_DLA = ("dla.care_lowest", "dla.care_middle", "dla.care_highest", "dla.mobility_lower", "dla.mobility_higher")


def attendance_allowance(facts: Facts) -> Benefit | None:
    """From State Pension age (Act of 1992, sections 64 to 66)."""
    if not (facts.grown_up and facts.could_be_pensioner and facts.lacks_care_benefit):
        return None
    steps, most = _rates(facts, "attendance-allowance", _AA, ("aa.higher",))
    other = choice(facts.answers, "needs") == asked.OTHER_BENEFIT
    return Benefit(
        "attendance-allowance",
        CARE,
        MAY,
        facts.because("age", "needs"),
        "attendance-allowance",
        ("dwp.attendance-allowance", "national.age-uk"),
        ("ring-for-form", "form-in-6-weeks"),
        A_WEEK,
        most,
        steps,
        also_true=("needed-6-months", *(("one-care-benefit",) if other else ())),
        effects=("care-benefit-opens-doors", "carer-can-claim"),
        rules=("attendance-allowance", *(("one-care-benefit",) if other else ())),
    )


def personal_independence_payment(facts: Facts) -> Benefit | None:
    """From 16 to State Pension age (Welfare Reform Act 2012, sections 77 to 83)."""
    if not (facts.grown_up and facts.can_be("age", asked.WORKING) and facts.lacks_care_benefit):
        return None
    steps, most = _rates(facts, "pip", _PIP, ("pip.daily_enhanced", "pip.mobility_enhanced"))
    return Benefit(
        "pip",
        CARE,
        MAY,
        facts.because("age", "needs"),
        "personal-independence-payment",
        ("dwp.pip-new-claims", "national.citizens-advice"),
        ("ring-to-start",),
        A_WEEK,
        most,
        steps,
        also_true=("needed-3-months",),
        effects=("care-benefit-opens-doors", "carer-can-claim"),
        rules=("pip",),
    )


def dla_for_a_child(facts: Facts) -> Benefit | None:
    """Under 16: shown to point the way, because this estimate is for grown-ups."""
    if not (facts.can_be("age", asked.CHILD) and facts.lacks_care_benefit):
        return None
    steps, most = _rates(facts, "dla-child", _DLA, ("dla.care_highest", "dla.mobility_higher"))
    return Benefit(
        "dla-child",
        CARE,
        MAY,
        facts.because("age", "needs"),
        "parent-carers",
        ("national.citizens-advice",),
        ("ask-how",),
        A_WEEK,
        most,
        steps,
        effects=("carer-can-claim",),
        rules=("dla-child",),
    )


def more_for_care(facts: Facts) -> Benefit | None:
    """A look again at the care benefit that someone gets. It can also go down, so advice comes first."""
    if not facts.can_be("needs", asked.CARE_BENEFIT):
        return None
    steps, most = [], None
    if choice(facts.answers, "age") == asked.PENSION:
        found, most = _rates(facts, "more-for-care", _AA, ("aa.higher",))
        steps = list(found)
    return Benefit(
        "more-for-care",
        CARE,
        MAY,
        facts.because("needs"),
        "benefits-for-you",
        ("national.citizens-advice", "national.age-uk"),
        ("advice-first", "ask-to-look-again"),
        A_WEEK if most else "",
        most,
        tuple(steps),
        also_true=("needs-more-now",),
        rules=("more-for-care",),
    )


def _rates(
    facts: Facts, part: str, keys: tuple[str, ...], best: tuple[str, ...]
) -> tuple[tuple[Step, ...], Span | None]:
    """A line for each rate, and what the best ones come to; None when one of those has no amount."""
    rule = part
    steps = tuple(facts.step(key, rule, part) for key in keys)
    most: Span | None = NOTHING
    for step in steps:
        if step.id in best:
            most = None if most is None or step.amount is None else most.plus(step.amount)
    return steps, None if most is None else most.or_nothing()
