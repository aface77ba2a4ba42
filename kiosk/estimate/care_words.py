"""The words of a care costs result: labels of the steps, what the result means, what is left out, what to do."""

from __future__ import annotations

from decimal import Decimal

from kiosk.content.figures import Figure
from kiosk.estimate.result import (
    AFTER,
    FIRST_WEEKS,
    MAY_PAY_ALL,
    NOT_WORKED_OUT,
    PAYS_ALL,
    PAYS_NOTHING,
    PAYS_PART,
    Part,
)
from kiosk.estimate.spans import Span
from kiosk.language import Words


def pounds(amount: Decimal, words: Words) -> str:
    """An amount as the guides write it: "£23,250", "£30.65"."""
    return words.amount(Figure("", "", amount, "GBP", "", None, None).text())


def span_text(span: Span, words: Words) -> str:
    """An amount that may be known only in part: "£20", "up to £20", "£5 to £20", "£5 or more", "not known"."""
    _ = words.gettext
    if span.high is None:
        # Translators: an amount of money with no known end: "£5 or more".
        return _("{amount} or more").format(amount=pounds(span.low, words)) if span.low else _("not known")
    if span.is_certain:
        return pounds(span.high, words)
    if not span.low:
        # Translators: the most that an amount of money can be: "up to £20".
        return _("up to {amount}").format(amount=pounds(span.high, words))
    # Translators: the least and the most that an amount of money can be: "£5 to £20".
    return _("{least} to {most}").format(least=pounds(span.low, words), most=pounds(span.high, words))


def weekly_text(span: Span, words: Words) -> str:
    """A weekly charge as a sentence. It is always "about": no estimate is a decision."""
    _ = words.gettext
    if span.high is None:
        # Translators: {amount} is what a person would pay for care.
        least = _("At least {amount} a week. We cannot say how much more.").format(amount=pounds(span.low, words))
        return least if span.low else _("We cannot say how much. Ask what the care costs.")
    if not span.high:
        return _("Probably nothing")
    if span.is_certain:
        return _("About {amount} a week").format(amount=pounds(span.high, words))
    if not span.low:
        return _("No more than about {amount} a week").format(amount=pounds(span.high, words))
    text = _("Between about {least} and {most} a week")
    return text.format(least=pounds(span.low, words), most=pounds(span.high, words))


def part_label(part: str, weeks: str, words: Words) -> str:
    """The name of a stretch of time; empty when there is only one. `weeks` is a number, or empty when not known."""
    _ = words.gettext
    if part == FIRST_WEEKS:
        # Translators: {weeks} is a number of weeks, 12 in 2026.
        return _("The first {weeks} weeks").format(weeks=weeks) if weeks else _("The first weeks")
    if part == AFTER:
        return _("After the first {weeks} weeks").format(weeks=weeks) if weeks else _("After the first weeks")
    return ""


def meaning(parts: tuple[Part, ...], weeks: str, words: Words) -> str:
    """What the result means, to be said first."""
    _ = words.gettext
    said = {
        PAYS_ALL: _("You would probably pay for all of your care at first."),
        MAY_PAY_ALL: _("You may pay for a part of your care, or for all of it. Your answers do not tell us which."),
        PAYS_PART: _("You would probably pay for a part of your care."),
        PAYS_NOTHING: _("You would probably pay nothing for your care."),
        NOT_WORKED_OUT: _("We cannot work out an amount. Ask the council for the amounts that are missing."),
    }
    if len(parts) == 1:
        return said[parts[0].meaning]
    later = {
        PAYS_ALL: _("After that your home counts. Then you would probably pay for all of your care."),
        MAY_PAY_ALL: _("After that your home may count. Then you may have to pay for all of your care."),
    }.get(parts[1].meaning, _("After that your home may count. Then you may pay more."))
    # Translators: {when} is "The first 12 weeks"; {means} and {later} are whole sentences.
    return _("{when}: {means} {later}").format(
        when=part_label(parts[0].id, weeks, words), means=said[parts[0].meaning], later=later
    )


def step_labels(words: Words) -> dict[str, str]:
    """Labels of the lines of the sum, by the id of a step."""
    _ = words.gettext
    return {
        "savings": _("Savings in your own name"),
        "joint-savings": _("Your half of shared savings"),
        "other-property": _("Land or a house that you do not live in"),
        "savings-total": _("Your savings that count"),
        "capital.upper": _("Upper limit for savings"),
        "capital.lower": _("Lower limit for savings"),
        "tariff.step": _("Each step of savings between the limits"),
        "tariff.amount": _("Income that each step stands for"),
        "home-away": _("Your home does not count"),
        "home-depends": _("Your home counts only if you live in a care home for good"),
        "home-lived-in": _("Your home does not count while this person lives there"),
        "home-may-count": _("Your home may count. The council decides"),
        "home-counts": _("Your share of your home"),
        "capital-total": _("Your savings and your share of your home"),
        "property.disregard_weeks": _("Weeks in which your home does not count"),
        "state-pension": _("State Pension"),
        "private-pension": _("Other pensions"),
        "half-pension": _("Half of other pensions, paid to your husband, wife or civil partner"),
        "other-benefits": _("Other benefits"),
        "disability-benefit": _("Benefits for care needs"),
        "disability-benefit-may-count": _("Benefits for care needs. They may not count"),
        "benefit-stops": _("Benefits for care needs stop after 28 days if the council pays"),
        "ignored-income": _("Money that does not count (not in the sum)"),
        "tariff": _("Income for your savings between the limits"),
        "income-total": _("Your income that counts"),
        "housing-costs": _("Rent or mortgage and Council Tax"),
        "running-costs": _("What your home costs while you are away"),
        "disability-costs": _("What your illness or disability costs you"),
        "savings_disregard.single": _("Allowance for Savings Credit"),
        "savings_disregard.couple": _("Allowance for Savings Credit, couple"),
        "pea": _("Money you must be left with (Personal Expenses Allowance)"),
        "mig": _("Money you must be left with (Minimum Income Guarantee)"),
        "mig-any-age": _("Money you must be left with (Minimum Income Guarantee, by age)"),
        "mig.single_18_24": _("Money you must be left with (Minimum Income Guarantee)"),
        "mig.single_25": _("Money you must be left with (Minimum Income Guarantee)"),
        "mig.single_pension": _("Money you must be left with (Minimum Income Guarantee)"),
        "mig.lone_parent": _("Minimum Income Guarantee for a parent on their own"),
        "mig.child": _("Minimum Income Guarantee for each child"),
        "mig.couple_member_pension": _("Minimum Income Guarantee for 1 of a couple, Pension Credit age"),
        "mig.couple_member_working": _("Minimum Income Guarantee for 1 of a couple"),
        "mig.disability_premium_single": _("Disability premium"),
        "mig.enhanced_disability_single": _("Enhanced disability premium"),
        "mig.carer_premium": _("Carer premium"),
        "short-stay": _("A stay of up to 8 weeks may cost you less"),
        "full-cost": _("You pay the whole cost"),
        "charge": _("What you would probably pay"),
        "deferred-payment": _(
            "You can ask the council to lend you the cost until your home is sold (deferred payment)"
        ),
        "dpa.dia": _("Income that you may keep with such a loan, up to"),
    }


def left_out_words(words: Words) -> dict[str, str]:
    """What the sum does not hold, by key."""
    _ = words.gettext
    return {
        "nhs-care": _("Care that the health service (NHS) pays for. Ask if you could get it."),
        "war-pensions": _("War pensions. Some do not count, or a part of them does not. Ask the council."),
        "other-benefits": _("Some other benefits do not count. Then you pay less."),
        "given-away": _("Money or a home that you gave away. The council may count it as if you still had it."),
        "top-up": _("Top-ups. Someone may pay more for a dearer care home."),
        "nursing": _("Money from the NHS for care by a nurse."),
        "prices-rise": _("Prices and amounts change each year."),
        "first-28-days": _("The first 28 days. You may pay more until benefits for care needs stop."),
        "dla-care": _("The care part of DLA. Ask the council if it stops in a care home."),
        "home-costs": _("A mortgage on your home and the cost of selling it. Ask how the council counts them."),
        "local-allowances": _("Your council may let you keep more money. Then you pay less."),
        "night-care": _("The council may not count all of your benefits for care needs."),
        "households": _("Amounts for couples, parents and children. Ask the council for them."),
        "local-limits": _("Your council may have higher limits for savings."),
        "reablement": _("Help to get going again. It can be free for some weeks."),
    }


def next_words(words: Words) -> dict[str, str]:
    """What to do, by key."""
    _ = words.gettext
    return {
        "ask-for-assessment": _("Ask the council for a financial assessment. It comes after your needs are looked at."),
        "ask-about-home": _("Do not sell your home in a hurry. First ask the council if it counts."),
        "ask-deferred-payment": _("Ask the council about a deferred payment, and what it costs."),
        "tell-before-limit": _("If your savings go down, tell the council in good time."),
        "list-disability-costs": _("Write down what your illness or disability costs you. Keep the bills."),
        "check-benefits": _("Check which benefits you can claim."),
    }
