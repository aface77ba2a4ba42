"""Income in the care costs sum: what counts, what is taken off, and what must be left.

Care and Support (Charging and Assessment of Resources) Regulations 2014, regulations 6, 7, 13 to 15 and Schedule 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.estimate import care_questions as asked
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import NO, UNKNOWN, YES, Answers, choice, money
from kiosk.estimate.result import ADD, NOTE, TAKE, Step
from kiosk.estimate.spans import NOT_KNOWN, NOTHING, Span, exactly

_MIG = {
    asked.YOUNG: "mig.single_18_24",
    asked.MIDDLE: "mig.single_25",
    asked.PENSION: "mig.single_pension",
}
_PREMIUMS = {
    "disability_premium": "mig.disability_premium_single",
    "enhanced_premium": "mig.enhanced_disability_single",
    "carer_premium": "mig.carer_premium",
}


@dataclass(slots=True)
class Sums:
    """Lines as they are added up: income that counts, what comes off it, and amounts that only the council has."""

    counted: Span = NOTHING
    off: Span = NOTHING
    steps: list[Step] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    allowance_known: bool = True

    def add(self, step: str, amount: Span, rule: str = "income") -> None:
        self.counted = self.counted.plus(amount)
        self.steps.append(Step(step, ADD, rule, amount))

    def take(self, step: str, amount: Span, rule: str) -> None:
        self.off = self.off.plus(amount)
        self.steps.append(Step(step, TAKE, rule, amount))

    def take_figure(self, figures: FiguresOn, key: str, rule: str, sure: bool = True) -> bool:
        """Takes a figure off, or up to it when not sure; False, and a question for the council, when there is none."""
        figure = figures.get(key)
        if figure is None or figure.amount is None:
            self.ask.append(key)
            self.steps.append(Step(key, TAKE, rule, None))
            return False
        amount = exactly(figure.amount)
        amount = amount if sure else amount.or_nothing()
        self.off = self.off.plus(amount)
        self.steps.append(Step(key, TAKE, rule, amount, figure))
        return True


def income_sums(answers: Answers, figures: FiguresOn) -> Sums:
    """Income and what comes off it, for the kind of care in the answers. The savings' own income is added later."""
    sums = Sums()
    in_care_home = choice(answers, "care") == asked.CARE_HOME
    sums.add("state-pension", money(answers, "state_pension"))
    sums.add("private-pension", money(answers, "private_pension"))
    _half_pension(answers, sums)
    sums.add("other-benefits", money(answers, "other_benefits"))
    _disability_benefit(answers, sums)
    if money(answers, "ignored_income") != NOTHING:
        sums.steps.append(Step("ignored-income", NOTE, "ignored-income", money(answers, "ignored_income")))
    if in_care_home:
        _care_home_allowances(answers, figures, sums)
    else:
        _home_allowances(answers, figures, sums)
    return sums


def _half_pension(answers: Answers, sums: Sums) -> None:
    """Only a married couple or civil partners, one of them in a care home; for a temporary stay it may not apply."""
    if "pays_partner" not in answers and not _may_pay_partner(answers):
        return
    said = choice(answers, "pays_partner")
    if said == NO:
        return
    half = money(answers, "private_pension").half()
    sure = said == YES and choice(answers, "stay") == asked.PERMANENT
    sums.take("half-pension", half if sure else half.or_nothing(), "half-pension")


def _may_pay_partner(answers: Answers) -> bool:
    together = (asked.PARTNER, asked.PARTNER_AND_CHILD, UNKNOWN)
    return (
        choice(answers, "care") == asked.CARE_HOME
        and choice(answers, "household") in together
        and answers.get("private_pension", UNKNOWN) != 0
    )


def _disability_benefit(answers: Answers, sums: Sums) -> None:
    """Counted at home; gone after 28 days in a care home that the council pays for; for a shorter stay not certain."""
    benefit = money(answers, "disability_benefit")
    if benefit == NOTHING:
        return
    if choice(answers, "care") == asked.CARE_HOME:
        if choice(answers, "stay") == asked.PERMANENT:
            sums.steps.append(Step("benefit-stops", NOTE, "benefit-stops", NOTHING))
        else:
            sums.add("disability-benefit-may-count", benefit.or_nothing(), "disability-benefit")
    else:
        sums.add("disability-benefit", benefit, "disability-benefit")


def _care_home_allowances(answers: Answers, figures: FiguresOn, sums: Sums) -> None:
    """Regulation 6. What running the home costs in a temporary stay is for the council to say: up to all of it."""
    if choice(answers, "stay") == asked.TEMPORARY and money(answers, "housing_costs") != NOTHING:
        sums.take("running-costs", money(answers, "housing_costs").or_nothing(), "running-costs")
    credit = choice(answers, "savings_credit")
    may_get = choice(answers, "age") in (asked.PENSION, UNKNOWN) and credit != NO
    single = choice(answers, "household") in (*asked.SINGLE, asked.CHILD)
    key = "savings_disregard.single" if single else "savings_disregard.couple"
    if may_get and not sums.take_figure(figures, key, "savings-credit", sure=False):
        sums.off = sums.off.plus(NOT_KNOWN)
    if choice(answers, "stay") == UNKNOWN:
        sums.off = sums.off.plus(NOT_KNOWN)  # a temporary stay would have running costs taken off
    sums.allowance_known = sums.take_figure(figures, "pea", "pea")


def _home_allowances(answers: Answers, figures: FiguresOn, sums: Sums) -> None:
    """Regulation 7. Only the rates of a single person are known; the others are asked of the council."""
    housing = money(answers, "housing_costs")
    sums.take("housing-costs", housing, "housing-costs")
    if money(answers, "disability_benefit") != NOTHING:
        sums.take("disability-costs", money(answers, "disability_costs").or_nothing(), "disability-costs")
    household, age = choice(answers, "household"), choice(answers, "age")
    if household not in asked.SINGLE:
        sums.allowance_known = False
        keys = _rates_to_ask_for(household, age)
        sums.ask += keys
        sums.steps += [Step(key, TAKE, "mig") for key in keys]
        return
    if age == UNKNOWN:
        _any_age(figures, sums)
    else:
        sums.allowance_known = sums.take_figure(figures, _MIG[age], "mig")
    for question, key in _PREMIUMS.items():
        said = choice(answers, question)
        if said != NO and not sums.take_figure(figures, key, "premium", sure=said == YES):
            sums.off = sums.off.plus(NOT_KNOWN)


def _any_age(figures: FiguresOn, sums: Sums) -> None:
    """Someone whose age is not known is left with the lowest to the highest of the three rates."""
    found = [figures.get(key) for key in _MIG.values()]
    amounts = [figure.amount for figure in found if figure is not None and figure.amount is not None]
    if len(amounts) < len(_MIG):
        sums.allowance_known = False
        sums.ask += [key for key, figure in zip(_MIG.values(), found, strict=True) if figure is None]
        return
    sums.take("mig-any-age", Span(min(amounts), max(amounts)), "mig")


def _rates_to_ask_for(household: str, age: str) -> list[str]:
    if household == UNKNOWN:
        return ["mig"]
    if household == asked.CHILD:
        return ["mig.lone_parent", "mig.child"]
    couple = {
        asked.PENSION: ["mig.couple_member_pension"],
        UNKNOWN: ["mig.couple_member_working", "mig.couple_member_pension"],
    }.get(age, ["mig.couple_member_working"])
    return [*couple, "mig.child"] if household == asked.PARTNER_AND_CHILD else couple
