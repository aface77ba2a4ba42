"""The words of a benefits result: what one benefit does to another, how to claim, the lines of amounts, what to do."""

from __future__ import annotations

from kiosk.language import Words


def effect_words(words: Words) -> dict[str, str]:
    """What one benefit does to another, by key."""
    _ = words.gettext
    return {
        "care-benefit-opens-doors": _("It does not make other benefits less. It can bring you more Pension Credit."),
        "carer-can-claim": _("Someone who cares for you may then be able to claim too."),
        "severe-disability-goes": _(
            "The person you care for may lose extra money for severe disability. Get advice before you claim."
        ),
        "severe-disability-stays": _(
            "If it is not paid, the person you care for normally keeps extra money for severe disability."
        ),
        "underlying": _(
            "Your State Pension is paid in its place. Still claim: it can raise your Pension Credit. This is called "
            "underlying entitlement."
        ),
        "underlying-maybe": _(
            "If you get State Pension, you may not be paid. Still claim: it can raise your Pension Credit."
        ),
        "counts-as-income": _(
            "It counts as income for Pension Credit. Ask what it does to other benefits that you get."
        ),
        "one-carer": _("Only 1 carer can have it for the same person. Agree with others who help."),
        "carer-or-illness": _(
            "You cannot have this and the extra money for being too ill to work. Your partner may have one of them."
        ),
        "opens-doors": _(
            "It can bring you help with rent, Council Tax, heating, teeth and eyes, and a free TV licence from 75."
        ),
        "uc-rent": _("It can help with rent. In supported or temporary housing, ask the council for Housing Benefit."),
        "taken-back": _("If your income for tax is over the limit, it is taken back through tax."),
    }


def how_words(words: Words) -> dict[str, str]:
    """How to claim, a step each, by key."""
    _ = words.gettext
    return {
        "ring-for-form": _("Ring for the form, or claim online."),
        "form-in-6-weeks": _("Send the form back within 6 weeks. Then your claim counts from the day you rang."),
        "ring-to-start": _("Ring to start your claim. You cannot be paid for the time before you ring."),
        "ask-how": _("Ring and ask how to claim."),
        "advice-first": _("Get free advice first."),
        "ask-to-look-again": _("Then ask them to look at it again. It can also go down."),
        "claim-ca": _("Ring for a form, or claim online."),
        "back-3-months": _("Ask for your claim to go back up to 3 months."),
        "cared-claims-first": _(
            "First the person you care for claims a care benefit. When they get it, you can claim."
        ),
        "claim-pension-credit": _("Ring, claim online or ask for a paper form."),
        "claim-online": _("Claim online. If you cannot do this, ring."),
        "tell-uc": _("Tell Universal Credit that you care for someone. You need not claim Carer's Allowance."),
        "ring-council-tax": _("Ring the number on your Council Tax bill and ask."),
        "ask-council": _("Ask your council."),
        "apply-council": _("Ask your council, or apply on gov.uk."),
        "most-need-not-ask": _("Most people need not ask. Ring if it does not come."),
        "ask-hc1": _("Ring and ask for the form for help with costs (HC1)."),
        "ring-tv": _("Ring and ask for it."),
        "ring-motability": _("Ring the scheme and ask."),
        "ask-bereavement": _(
            "Ring and ask how to reach the Bereavement Service. Claim within 6 months of the funeral."
        ),
    }


def benefit_step_labels(words: Words) -> dict[str, str]:
    """Labels of the lines of amounts, by the id of a step; by "part:id" where it means something else there."""
    _ = words.gettext
    return {
        "aa.lower": _("Help by day or at night"),
        "aa.higher": _("Help by day and at night"),
        "pip.daily_standard": _("Daily living, standard"),
        "pip.daily_enhanced": _("Daily living, enhanced"),
        "pip.mobility_standard": _("Getting about, standard"),
        "pip.mobility_enhanced": _("Getting about, enhanced"),
        "dla.care_lowest": _("Care, lowest"),
        "dla.care_middle": _("Care, middle"),
        "dla.care_highest": _("Care, highest"),
        "dla.mobility_lower": _("Getting about, lower"),
        "dla.mobility_higher": _("Getting about, higher"),
        "ca.hours": _("Hours of caring a week that you need"),
        "ca.earnings": _("The most that you can earn a week"),
        "ca.rate": _("Carer's Allowance"),
        "carers-allowance": _("What can be paid beside your State Pension"),
        "ccredit.hours": _("Hours of caring a week that you need"),
        "uc.carer": _("The carer element, each month"),
        "uc.capital_limit": _("The most that you can have in savings"),
        "hb.capital_limit": _("The most that you can have in savings"),
        "pc.guarantee_single": _("Income is made up to, for a single person"),
        "pc.guarantee_couple": _("Income is made up to, for a couple"),
        "pc-single-or-couple": _("Income is made up to, for a single person or a couple"),
        "pc.severe_disability": _("Extra for severe disability"),
        "pc.severe_disability_couple": _("Extra for severe disability, if both of a couple can have it"),
        "pc.carer": _("Extra for a carer"),
        "pc-made-up-to": _("Your income may be made up to"),
        "state-pension": _("State Pension"),
        "other-income": _("Other income"),
        "pc.earnings_ignored": _("The most of your pay that does not count"),
        "earnings": _("Pay that counts"),
        "pc.capital_ignored": _("Savings that do not count"),
        "pc.capital_step": _("Each step of savings above that"),
        "pc.capital_amount": _("Income that each step stands for"),
        "savings-income": _("Income that your savings stand for"),
        "pension-credit": _("What Pension Credit may come to"),
        "carers-allowance:pc.severe_disability": _(
            "What the person you care for may lose: extra for severe disability"
        ),
        "pc.savings_credit_single": _("The most for a single person"),
        "pc.savings_credit_couple": _("The most for a couple"),
        "bluebadge.fee": _("The most that it costs"),
        "wfp.under80": _("A household under 80"),
        "wfp.over80": _("A household with someone of 80 or over"),
        "wfp.income_limit": _("Income above which it is taken back"),
        "whd": _("Off your electricity bill"),
        "cwp": _("For each 7 days of very cold weather"),
        "rx.item": _("What a prescription costs others"),
        "tv": _("What a TV licence costs others"),
    }


def benefits_left_out(words: Words) -> dict[str, str]:
    """What the result does not look at, by key."""
    _ = words.gettext
    return {
        "where-you-live": _("How long you have lived in the UK, and your right to live here. Ask before you claim."),
        "hospital": _("Time in a hospital, a care home or a prison. Some benefits stop there."),
        "worked-before": _("Benefits for people who have paid National Insurance, such as after losing a job."),
        "war-pensions": _("War pensions and the armed forces."),
        "your-partner": _("What your partner could claim. Your partner can answer these questions too."),
        "other-adults": _("Some adults who live with you do not count. Then you may get more. Ask."),
    }


def benefits_next(words: Words) -> dict[str, str]:
    """What to do, by key."""
    _ = words.gettext
    return {
        "care-benefit-first": _("Claim the benefit for illness or disability first. It can help you get others."),
        "advice-before-carers": _("Get advice before you claim as a carer. Someone else may lose money."),
        "answer-as-carer": _(
            "If you look after a child, answer again as yourself. You may be able to claim as a carer."
        ),
        "free-check": _("Ask for a free check of all that you could get."),
        "claim-soon": _("Claim soon. Most benefits do not go back far."),
        "if-no": _("If they say no, you can ask them to look again. You normally have 1 month."),
    }
