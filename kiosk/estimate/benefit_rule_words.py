"""The rules of the benefits estimate in plain words, by the name that a step or a benefit carries."""

from __future__ import annotations

from kiosk.language import Words


def benefit_rule_words(words: Words) -> dict[str, str]:
    """What each rule says, for visitors; `BENEFIT_RULES` names the Act, the regulation or the page."""
    _ = words.gettext
    return {
        "attendance-allowance": _(
            "It is for people over State Pension age who need help. Savings and income do not count."
        ),
        "one-care-benefit": _("You normally cannot have Attendance Allowance as well as PIP or DLA for care."),
        "pip": _("It is for people from 16 to State Pension age. It has 2 parts. Savings and income do not count."),
        "dla-child": _("It is for children under 16. It has a part for care and a part for getting about."),
        "more-for-care": _("The higher rate of Attendance Allowance is for help by day and at night."),
        "carers-allowance": _("It is for people from 16 who look after 1 person. That person must get a care benefit."),
        "carers-hours": _("You must care for 35 hours a week or more. You cannot add the hours for 2 people."),
        "carers-earnings": _("You may earn up to the limit. If you go over it by a penny, you lose that week's money."),
        "carers-study": _("You must not be in full-time education. 21 hours a week or more counts as full time."),
        "carers-overlap": _("State Pension is paid first. If it is less than Carer's Allowance, you get the rest."),
        "one-carer": _("Only 1 carer can have money for caring for the same person."),
        "carers-credit": _("It is for people who care for 20 hours a week or more and get no Carer's Allowance."),
        "pc-guarantee": _("Income is made up to a set amount. It is more if you are disabled or a carer."),
        "pc-mixed-ages": _("A couple can claim Pension Credit only when both have reached State Pension age."),
        "pc-severe-disability": _(
            "It is for people with a care benefit who live with no other adult. Nobody may get Carer's Allowance for "
            "them."
        ),
        "pc-carer": _("It is for people with a right to Carer's Allowance, also if it is not paid."),
        "pc-income": _("Pensions, most benefits and your partner's income count. Care benefits do not."),
        "pc-earnings": _("A part of your pay does not count. For many people it is less than this."),
        "pc-capital": _("Savings above a set amount count as income, a little for each step or part of a step."),
        "savings-credit": _("It is only for people who reached State Pension age before 6 April 2016."),
        "universal-credit": _("It is for people under State Pension age, and couples of whom 1 is."),
        "uc-capital": _("With savings over the limit you cannot have Universal Credit."),
        "uc-carer": _("The rules are those of Carer's Allowance, but your pay does not rule it out."),
        "council-tax-reduction": _("Each council has its own rules for people under State Pension age."),
        "council-tax-mind": _("A person with severe mental impairment is not counted, with a letter and a benefit."),
        "council-tax-carer": _(
            "A carer of 35 hours a week who lives with the person is not counted, with few exceptions."
        ),
        "council-tax-alone": _("The bill is a quarter less when only 1 adult is counted."),
        "council-tax-band": _("A home with a room or space that a disability needs is billed 1 band lower."),
        "housing-benefit": _(
            "New claims are only for people over State Pension age, with few exceptions. Savings must not be over the "
            "limit, unless you get the guarantee credit of Pension Credit."
        ),
        "blue-badge": _("Some people get it at once. The council looks at how hard walking is for others."),
        "winter-fuel": _("It is paid once a winter to people over State Pension age."),
        "warm-home": _("It is for homes where someone gets a benefit for a low income."),
        "cold-weather": _("It is for people with Pension Credit and some other benefits."),
        "health-costs": _("Prescriptions are free from 60. The NHS Low Income Scheme is for any age."),
        "tv-licence": _("It is free from 75 with Pension Credit, and half price for people who are registered blind."),
        "motability": _(
            "It is for people with PIP enhanced or DLA higher for getting about, for at least 12 months more."
        ),
        "funeral-costs": _(
            "It is for people with Universal Credit, Pension Credit or Housing Benefit, and some others."
        ),
    }
