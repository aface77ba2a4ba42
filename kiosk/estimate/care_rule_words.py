"""The rules of the care costs estimate, each in plain words: what a visitor reads under a line of the sum."""

from __future__ import annotations

from kiosk.language import Words


def rule_words(words: Words) -> dict[str, str]:
    """By the name that a step carries, the same names as in `care_rules.RULES`."""
    return {**_savings(words), **_home(words), **_income(words), **_what_is_left(words)}


def _savings(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "savings": _(
            "Money in banks, ISAs, Premium Bonds and shares counts. So does a house or land that you do not live in."
        ),
        "joint-savings": _("Only your own money counts. Savings that 2 people share are normally split in half."),
        "limits": _("Over the upper limit you pay the full cost. At or under the lower limit savings are ignored."),
        "tariff": _("Between the limits, each step above the lower limit counts as money coming in each week."),
    }


def _home(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "home-away": _("With care at home, or a stay that you mean to come back from, your home is left out."),
        "home-lived-in": _(
            "Your home is left out while one of these lives in it: your partner, a relative aged 60 or over, a "
            "relative who is ill or disabled, or a child that you look after."
        ),
        "home-may-be-left-out": _(
            "The council may leave your home out in other cases too, such as for a carer who has long lived there."
        ),
        "home-counts": _(
            "Your home counts when you live in a care home for good, unless your partner, a relative aged 60 or over, "
            "a relative who is ill or disabled, or a child that you look after lives in it."
        ),
        "first-weeks": _("For the first weeks of living in a care home for good, your home is left out."),
        "deferred-payment": _(
            "The council must offer a deferred payment when you need a care home, your home counts and your other "
            "savings are not over the upper limit."
        ),
        "disposable-income": _("With a deferred payment you may keep up to this much of your income each week."),
    }


def _income(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "income": _("Pensions and most benefits count as money coming in."),
        "ignored-income": _(
            "Pay from work, the parts of PIP and DLA for getting about, direct payments and regular gifts from "
            "charities do not count."
        ),
        "half-pension": _(
            "Half of a private pension does not count if you pay it to your husband, wife or civil partner at home."
        ),
        "disability-benefit": _(
            "Attendance Allowance, the daily living part of PIP and the care part of DLA can be counted."
        ),
        "benefit-stops": _(
            "Attendance Allowance and the daily living part of PIP stop after 28 days in a care home that the council "
            "pays for."
        ),
        "savings-credit": _("If you get Savings Credit, up to this much of your income does not count."),
    }


def _what_is_left(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "housing-costs": _("With care at home, rent, mortgage and Council Tax are taken off first."),
        "running-costs": _("For a stay that you come back from, the council allows for what your home costs to run."),
        "disability-costs": _(
            "If benefits for care needs are counted, the council must allow for what disability costs you. Councils "
            "differ in what they take off."
        ),
        "pea": _("In a care home you must be left with at least the Personal Expenses Allowance."),
        "mig": _(
            "With care at home you must be left with at least the Minimum Income Guarantee. Councils may leave you "
            "more."
        ),
        "premium": _("A premium that applies to you is added to the Minimum Income Guarantee."),
        "short-stay": _("A stay of up to 8 weeks may be charged as care at home is. That leaves you more."),
        "cost": _("You are not charged more than the care costs."),
    }
