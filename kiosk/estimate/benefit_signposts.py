"""Help that the benefits estimate only points to: a car or scooter by way of a benefit, and the cost of a funeral."""

from __future__ import annotations

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.benefit_facts import Facts
from kiosk.estimate.benefit_result import ALSO, MAY, Benefit


def motability(facts: Facts) -> Benefit | None:
    """For people who get PIP or DLA for getting about; Attendance Allowance has no such part."""
    if not facts.can_be("needs", asked.CARE_BENEFIT, asked.OTHER_BENEFIT):
        return None
    return Benefit(
        "motability",
        ALSO,
        MAY,
        facts.because("needs"),
        "personal-independence-payment",
        ("national.motability",),
        ("ring-motability",),
        also_true=("mobility-benefit",),
        rules=("motability",),
    )


def funeral_costs(facts: Facts, low_income: bool) -> Benefit | None:
    """Funeral Expenses Payment, for someone who arranges a funeral and has a benefit for a low income."""
    if not (facts.grown_up and low_income):
        return None
    return Benefit(
        "funeral-costs",
        ALSO,
        MAY,
        facts.because("age"),
        "funeral-costs",
        ("national.citizens-advice",),
        ("ask-bereavement",),
        also_true=("funeral-benefit",),
        rules=("funeral-costs",),
    )
