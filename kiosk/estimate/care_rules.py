"""The rules that the care costs estimate uses: each in one sentence, with the regulation or the page that states it."""

from __future__ import annotations

from typing import NamedTuple

_CHARGING = "Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672)"
_SI = "https://www.legislation.gov.uk/uksi/2014/2672"
_WIRRAL = "Wirral Council, How we work out charges for residential care"
_WIRRAL_URL = (
    "https://www.wirral.gov.uk/health-and-social-care/adult-social-care/charging-and-paying-services/"
    "how-we-work-out-charges-0"
)
_ST_HELENS = "St Helens Council, Charging for non-residential services: allowances"
_ST_HELENS_URL = "https://sthelens.gov.uk/article/4475/What-do-we-consider-as-allowances-for-living-costs"
_CIRCULAR = "Department of Health and Social Care, local authority circular 2024 to 2025"
_CIRCULAR_URL = (
    "https://gov.uk/government/publications/social-care-charging-for-local-authorities-2024-to-2025/"
    "social-care-charging-for-care-and-support-local-authority-circular"
)
_KINGSTON = "Kingston Council, 12 week disregard for homeowners"
_KINGSTON_URL = (
    "https://www.kingston.gov.uk/care-support-for-adults/paying-for-social-care/"
    "paying-care-and-nursing-homes/12-week-disregard-homeowners"
)
_WHICH = "Which?, Deferred payment agreements and the property disregard"
_WHICH_URL = (
    "https://www.which.co.uk/later-life-care/financing-care/care-home-finance/"
    "deferred-payment-agreement-and-property-disregard-a1k5f8h7t5j2"
)
_ALZHEIMERS_URL = "https://www.alzheimers.org.uk/get-support/legal-financial/paying-for-care/if-you-have-partner"


class Rule(NamedTuple):
    """A rule in one sentence, where it comes from, and that page's address."""

    text: str
    source: str
    url: str


RULES = {
    "savings": Rule(
        "Money in banks, ISAs, Premium Bonds and shares counts, and so does property that you do not live in.",
        f"{_CHARGING}, regulation 18; {_KINGSTON}",
        _KINGSTON_URL,
    ),
    "joint-savings": Rule(
        "Only your own money counts; savings that 2 people share are normally split equally.",
        f"{_CHARGING}, regulation 24; Alzheimer's Society, Paying for dementia care if you have a partner",
        _ALZHEIMERS_URL,
    ),
    "limits": Rule(
        "Over the upper limit you pay the full cost; at or below the lower limit savings are ignored.",
        f"{_CHARGING}, regulation 12; {_CIRCULAR}",
        _CIRCULAR_URL,
    ),
    "tariff": Rule(
        "Between the limits each step, or part of a step, above the lower limit counts as weekly income.",
        f"{_CHARGING}, regulation 25; {_CIRCULAR}",
        _CIRCULAR_URL,
    ),
    "home-away": Rule(
        "For care at home, or a temporary stay that you mean to come back from, your home is left out.",
        f"{_CHARGING}, Schedule 2, paragraph 1",
        f"{_SI}/schedule/2",
    ),
    "home-lived-in": Rule(
        "Your home is left out while a partner, a relative aged 60 or over, an incapacitated relative or a dependent "
        "child lives there.",
        f"{_KINGSTON}; Surrey County Council, What happens to my home",
        _KINGSTON_URL,
    ),
    "home-may-be-left-out": Rule(
        "The council may also leave your home out in other cases, such as for a long-time carer who lives there.",
        _WHICH,
        _WHICH_URL,
    ),
    "home-counts": Rule(
        "The value of your home counts when you live in a care home for good and none of these people live in it.",
        _KINGSTON,
        _KINGSTON_URL,
    ),
    "first-weeks": Rule(
        "For the first weeks as a permanent resident the value of your home is left out.",
        f"{_CHARGING}, Schedule 2, paragraph 2; {_KINGSTON} (other savings must not be over the upper limit)",
        f"{_SI}/schedule/2",
    ),
    "deferred-payment": Rule(
        "The council must offer a deferred payment when you need a care home, your home counts and your other savings "
        "are at the upper limit or less.",
        _WHICH,
        _WHICH_URL,
    ),
    "disposable-income": Rule(
        "With a deferred payment you may keep up to this much of your income a week.",
        "West Sussex Connect to Support, Disposable Income Allowance",
        "https://westsussexconnecttosupport.org/alt-home/adult-social-care-publications/deferred-payments/"
        "disposable-income-allowance",
    ),
    "income": Rule(
        "Pensions and most benefits count as income.", f"{_CHARGING}, regulation 13; {_WIRRAL}", _WIRRAL_URL
    ),
    "ignored-income": Rule(
        "Earnings, the mobility parts of PIP and DLA, direct payments and regular charitable gifts do not count.",
        f"{_CHARGING}, regulations 14 and 15 and Schedule 1; {_WIRRAL}",
        _WIRRAL_URL,
    ),
    "half-pension": Rule(
        "Half of a private pension that is paid over to a husband, wife or civil partner at home does not count.",
        f"{_CHARGING}, Schedule 1; {_WIRRAL}",
        _WIRRAL_URL,
    ),
    "disability-benefit": Rule(
        "Attendance Allowance, the daily living part of PIP and the care part of DLA can be counted.",
        _ST_HELENS,
        _ST_HELENS_URL,
    ),
    "benefit-stops": Rule(
        "Attendance Allowance and the daily living part of PIP stop after 28 days in a care home that the council "
        "pays for.",
        "Lottie, Attendance Allowance in a care home",
        "https://lottie.org/fees-funding/attendance-allowance-in-a-care-home-can-you-claim/",
    ),
    "housing-costs": Rule(
        "For care at home, rent, mortgage and Council Tax are taken off before you are charged.",
        _ST_HELENS,
        _ST_HELENS_URL,
    ),
    "running-costs": Rule(
        "For a temporary stay the council allows for the cost of running your home.",
        "Age UK, Factsheet 58, Paying for short-term and temporary care in a care home",
        "https://compassehub.com/factsheet/view/83",
    ),
    "disability-costs": Rule(
        "When benefits for care needs are counted for care at home, the council must allow for what disability costs "
        "you; councils differ in what they take off.",
        _ST_HELENS,
        _ST_HELENS_URL,
    ),
    "pea": Rule(
        "In a care home you must be left with at least the Personal Expenses Allowance.",
        f"{_CHARGING}, regulation 6",
        f"{_SI}/regulation/6",
    ),
    "mig": Rule(
        "With care at home you must be left with at least the Minimum Income Guarantee; councils may leave more.",
        f"{_CHARGING}, regulation 7",
        f"{_SI}/regulation/7",
    ),
    "premium": Rule(
        "A premium that applies to you is added to the Minimum Income Guarantee.",
        f"{_CHARGING}, regulation 7(1)(c) and (5) to (7)",
        f"{_SI}/regulation/7",
    ),
    "short-stay": Rule(
        "A stay of up to 8 weeks may be charged as care at home is, which leaves you more.",
        f"{_CHARGING}, regulation 8; Age UK, Factsheet 58",
        "https://legislation.gov.uk/id/uksi/2014/2672?view=plain",
    ),
    "savings-credit": Rule(
        "Up to this much of the income of someone who gets Savings Credit does not count.",
        "CareAware, Inflationary increases to allowances",
        "https://www.careawareias.co.uk/post/inflationary-increases-to-allowances",
    ),
    "cost": Rule(
        "You are not charged more than the care costs.",
        "Care Act 2014, section 14(4); Explanatory Notes, paragraph 118",
        "https://www.legislation.gov.uk/ukpga/2014/23/notes/division/5/1/4",
    ),
}
"""By the name that a step carries."""
