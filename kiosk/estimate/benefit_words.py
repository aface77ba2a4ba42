"""The words of a benefits result: what each benefit is called and is for, the reason, and what must also be true."""

from __future__ import annotations

from kiosk.language import Words


def titles(words: Words) -> dict[str, str]:
    """What each benefit is called, by its id."""
    _ = words.gettext
    return {
        "attendance-allowance": _("Attendance Allowance"),
        "pip": _("Personal Independence Payment (PIP)"),
        "dla-child": _("Disability Living Allowance (DLA) for children"),
        "more-for-care": _("A higher rate of the care benefit that you get"),
        "carers-allowance": _("Carer's Allowance"),
        "carers-credit": _("Carer's Credit"),
        "uc-carer": _("The carer element of Universal Credit"),
        "pension-credit": _("Pension Credit (guarantee credit)"),
        "savings-credit": _("Pension Credit (savings credit)"),
        "universal-credit": _("Universal Credit"),
        "housing-benefit": _("Housing Benefit"),
        "council-tax-reduction": _("Council Tax Reduction"),
        "council-tax-alone": _("Less Council Tax if you are the only adult"),
        "council-tax-mind": _("Less Council Tax for severe mental impairment"),
        "council-tax-carer": _("Less Council Tax if you care for someone you live with"),
        "council-tax-band": _("Less Council Tax for a home with space for a disability"),
        "blue-badge": _("Blue Badge"),
        "winter-fuel": _("Winter Fuel Payment"),
        "warm-home": _("Warm Home Discount"),
        "cold-weather": _("Cold Weather Payment"),
        "health-costs": _("Help with health costs"),
        "tv-licence": _("Free TV licence"),
        "motability": _("Motability Scheme"),
        "funeral-costs": _("Help with the cost of a funeral"),
    }


def what_for(words: Words) -> dict[str, str]:
    """What each benefit is for, by its id."""
    _ = words.gettext
    return {
        "attendance-allowance": _(
            "Money for people over State Pension age who need help or someone to watch over them."
        ),
        "pip": _("Money for the extra costs of a long illness or a disability, if you are under State Pension age."),
        "dla-child": _("Money for a child who needs much more help than other children of that age."),
        "more-for-care": _("If you need more help than before, you can ask them to look at your benefit again."),
        "carers-allowance": _("Money for people who look after someone for many hours a week."),
        "carers-credit": _("No money now. It helps you to get your full State Pension later."),
        "uc-carer": _("A part of Universal Credit for people who look after someone."),
        "pension-credit": _("It makes up your income, if it is low and you are over State Pension age."),
        "savings-credit": _("A little more money for some older people who saved for later life."),
        "universal-credit": _("Money each month for people with a low income. It can help with rent too."),
        "housing-benefit": _("Help with rent for people over State Pension age."),
        "council-tax-reduction": _("Your council may make the bill less."),
        "council-tax-alone": _("The bill is a quarter less when only 1 adult counts."),
        "council-tax-mind": _(
            "This person is not counted. If they live alone, they pay nothing. With 1 other adult the bill is a "
            "quarter less."
        ),
        "council-tax-carer": _("You are not counted. The bill may then be a quarter less, or half."),
        "council-tax-band": _("You pay as if your home were in the next lower band."),
        "blue-badge": _("It lets you park nearer to where you go. It also covers conditions that nobody can see."),
        "winter-fuel": _("Money towards heating, for people over State Pension age."),
        "warm-home": _("Money off your electricity bill in winter."),
        "cold-weather": _("Money when it is very cold for 7 days."),
        "health-costs": _("Help with prescriptions, teeth, eyes and travel to hospital."),
        "tv-licence": _("A TV licence that costs you nothing."),
        "motability": _("You use your money for getting about to lease a car, a scooter or a powered wheelchair."),
        "funeral-costs": _("If you have to arrange a funeral, you may get money towards it."),
    }


def because_words(words: Words) -> dict[str, str]:
    """Why a benefit is shown, or why it is ruled out, by "question:answer" or the name of a reason."""
    _ = words.gettext
    return {
        "age:under-16": _("You said that you are under 16."),
        "age:16-to-pension-age": _("You said that you have not reached State Pension age."),
        "age:pension-age": _("You said that you have reached State Pension age."),
        "household:alone": _("You said that no other adult lives with you."),
        "household:partner": _("You said that you live with your partner."),
        "household:partner-mixed-ages": _(
            "You said that only 1 of you and your partner has reached State Pension age."
        ),
        "household:others": _("You said that you live with other adults."),
        "needs:no-benefit": _("You said that you need help and get no benefit for it."),
        "needs:care-benefit": _("You said that you get a care benefit."),
        "needs:other-benefit": _("You said that you need help and get no benefit for care."),
        "mind:yes": _("You said that someone in your home has a serious condition of the mind."),
        "cares:under-20": _("You said that you look after someone for less than 20 hours a week."),
        "cares:20-to-34": _("You said that you look after someone for 20 to 35 hours a week."),
        "cares:35-or-more": _("You said that you look after someone for 35 hours a week or more."),
        "cared_benefit:yes": _("You said that this person gets a care benefit."),
        "cared_benefit:no": _("You said that this person gets no care benefit."),
        "study:yes": _("You said that you are in full-time education."),
        "too-few-hours": _("It is only for people who care for 35 hours a week or more."),
        "earns-too-much": _("You said that you earn more than the limit."),
        "income-may-be-low": _("From your answers your income may be low enough."),
        "income-too-high": _("From your answers your income is too high for it. Ask again if something changes."),
        "savings-too-high": _("You said that you have more in savings than the limit."),
        "not-sure": _("You were not sure of an answer, so we show it too."),
    }


def also_words(words: Words) -> dict[str, str]:
    """What must be true besides and was not asked, by key."""
    _ = words.gettext
    return {
        "needed-6-months": _("You have needed help for 6 months. At the end of life you need not wait."),
        "needed-3-months": _("You have found it hard for 3 months, and it will last 9 months more."),
        "one-care-benefit": _(
            "You cannot have it as well as PIP or DLA for care. Get advice before you change anything."
        ),
        "needs-more-now": _("You need more help than when you claimed."),
        "not-paid-twice": _(
            "Some other benefits are paid in its place. Ask if you get one for work, illness or a death."
        ),
        "without-ca": _("You do not get Carer's Allowance."),
        "gets-uc": _("You get Universal Credit."),
        "no-earnings-limit": _("Your pay does not rule it out. But your pay can make Universal Credit less."),
        "low-income": _("Your income is low."),
        "18-or-over": _("You are 18 or over, with few exceptions."),
        "pc-children": _("It can be more if you look after a child, or pay ground rent or service charges."),
        "severe-disability-if": _(
            "The extra for severe disability is for someone with a care benefit. Nobody may get Carer's Allowance or "
            "the carer element of Universal Credit for them."
        ),
        "carer-if": _("The extra for a carer comes when you have claimed Carer's Allowance."),
        "before-2016": _("You reached State Pension age before 6 April 2016."),
        "little-over": _("Your income is not far above what Pension Credit makes it up to."),
        "pay-rent": _("You pay rent."),
        "doctor-says": _("A doctor says in writing that it is a severe mental impairment."),
        "listed-benefit": _("This person has a right to a benefit that counts, such as Attendance Allowance."),
        "lives-with": _("You live with the person you care for."),
        "not-partner": _("You are not their partner, or the parent of a child under 18."),
        "room-or-space": _(
            "A disabled person in your home needs an extra bathroom or kitchen, a room, or space for a wheelchair."
        ),
        "hard-to-walk": _("It is very hard or not safe for you to get from a car to a place."),
        "born-before": _("You were born before a date that is set each year. Ask for the date."),
        "low-benefit": _("You get Pension Credit, Universal Credit or another benefit for a low income."),
        "60-or-low-income": _("You are 60 or over, for free prescriptions. Or your income is low."),
        "mobility-benefit": _("You get PIP or DLA for getting about, at the highest rate."),
        "funeral-benefit": _("You or your partner get Universal Credit, Pension Credit or Housing Benefit."),
        "75-and-pc": _("You are 75 or over, and you or your partner get Pension Credit."),
    }
