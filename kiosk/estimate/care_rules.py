"""Where the rules of the care costs estimate come from: the regulation or the page that states each of them."""

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
    """Where a rule comes from, and that page's address; `rule_words` has the sentence."""

    source: str
    url: str
    official: bool = True
    """Whether it is the law, a department's or a council's page."""


RULES = {
    "savings": Rule(f"{_CHARGING}, regulation 18; {_KINGSTON}", _KINGSTON_URL),
    "joint-savings": Rule(
        f"{_CHARGING}, regulation 24; Alzheimer's Society, Paying for dementia care if you have a partner",
        _ALZHEIMERS_URL,
    ),
    "limits": Rule(f"{_CHARGING}, regulation 12; {_CIRCULAR}", _CIRCULAR_URL),
    "tariff": Rule(f"{_CHARGING}, regulation 25; {_CIRCULAR}", _CIRCULAR_URL),
    "home-away": Rule(f"{_CHARGING}, Schedule 2, paragraph 1", f"{_SI}/schedule/2"),
    "home-lived-in": Rule(f"{_KINGSTON}; Surrey County Council, What happens to my home", _KINGSTON_URL),
    "home-may-be-left-out": Rule(_WHICH, _WHICH_URL, official=False),
    "home-counts": Rule(_KINGSTON, _KINGSTON_URL),
    "first-weeks": Rule(
        f"{_CHARGING}, Schedule 2, paragraph 2; {_KINGSTON}",
        f"{_SI}/schedule/2",
    ),
    "deferred-payment": Rule(_WHICH, _WHICH_URL, official=False),
    "disposable-income": Rule(
        "West Sussex Connect to Support, Disposable Income Allowance",
        "https://westsussexconnecttosupport.org/alt-home/adult-social-care-publications/deferred-payments/disposable-income-allowance",
    ),
    "income": Rule(f"{_CHARGING}, regulation 13; {_WIRRAL}", _WIRRAL_URL),
    "ignored-income": Rule(f"{_CHARGING}, regulations 14 and 15 and Schedule 1; {_WIRRAL}", _WIRRAL_URL),
    "half-pension": Rule(f"{_CHARGING}, Schedule 1; {_WIRRAL}", _WIRRAL_URL),
    "disability-benefit": Rule(_ST_HELENS, _ST_HELENS_URL),
    "benefit-stops": Rule(
        "Lottie, Attendance Allowance in a care home",
        "https://lottie.org/fees-funding/attendance-allowance-in-a-care-home-can-you-claim/",
        official=False,
    ),
    "housing-costs": Rule(_ST_HELENS, _ST_HELENS_URL),
    "running-costs": Rule(
        "Age UK, Factsheet 58, Paying for short-term and temporary care in a care home",
        "https://compassehub.com/factsheet/view/83",
        official=False,
    ),
    "disability-costs": Rule(_ST_HELENS, _ST_HELENS_URL),
    "pea": Rule(f"{_CHARGING}, regulation 6", f"{_SI}/regulation/6"),
    "mig": Rule(f"{_CHARGING}, regulation 7", f"{_SI}/regulation/7"),
    "premium": Rule(f"{_CHARGING}, regulation 7(1)(c) and (5) to (7)", f"{_SI}/regulation/7"),
    "short-stay": Rule(
        f"{_CHARGING}, regulation 8; Age UK, Factsheet 58", "https://legislation.gov.uk/id/uksi/2014/2672?view=plain"
    ),
    "savings-credit": Rule(
        "CareAware, Inflationary increases to allowances",
        "https://www.careawareias.co.uk/post/inflationary-increases-to-allowances",
        official=False,
    ),
    "cost": Rule(
        "Care Act 2014, section 14(4); Explanatory Notes, paragraph 118",
        "https://www.legislation.gov.uk/ukpga/2014/23/notes/division/5/1/4",
    ),
}
"""By the name that a step carries."""
