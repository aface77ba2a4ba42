"""Where the rules of the benefits estimate come from: the Act, the regulation or the page that states each of them.

`official` says whether we saw the rule itself in the law or on a page of the government, of Parliament or of a council;
where we did not, the visitor is told so.
"""

from __future__ import annotations

from typing import NamedTuple

_ACT = "Social Security Contributions and Benefits Act 1992"
_CARERS = "Social Security (Invalid Care Allowance) Regulations 1976 (SI 1976/409)"
_CREDIT = "State Pension Credit Regulations 2002 (SI 2002/1792)"
_SEVERE_URL = "http://legislation.gov.uk/uksi/2002/1792/schedule/I/2020-11-09/data.akn"
_UC = "Universal Credit Regulations 2013 (SI 2013/376)"
_TAX = "Local Government Finance Act 1992"
_CITIZENS_TAX_URL = (
    "https://www.citizensadvice.org.uk/benefits/help-if-on-a-low-income/help-with-your-council-tax-council-tax-"
    "reduction/council-tax-reduction-what-you-need-to-know/"
)
_EAST_HERTS_URL = (
    "https://www.eastherts.gov.uk/council-tax/other-council-tax-discounts-and-disregards/severely-mentally-impaired"
)
_DETAILED_GUIDE = "Department for Work and Pensions, A detailed guide to Pension Credit for advisers (April 2024)"
_DETAILED_URL = (
    "https://www.gov.uk/government/publications/pension-credit-technical-guidance/"
    "a-detailed-guide-to-pension-credit-for-advisers-and-others"
)


class BenefitRule(NamedTuple):
    """Where a rule comes from, that page's address, and whether it is official; `benefit_rule_words` has the rule."""

    source: str
    url: str
    official: bool


BENEFIT_RULES = {
    "attendance-allowance": BenefitRule(
        f"{_ACT}, sections 64 to 66; Department for Work and Pensions, Attendance Allowance: eligibility",
        "https://www.gov.uk/attendance-allowance/eligibility",
        True,
    ),
    "one-care-benefit": BenefitRule(
        f"{_ACT}, section 64(1) and (1A); Citizens Advice, quoted in the press (January 2025)",
        "https://p.dywpk.org.uk/state-pensioners-born-after-1948-waking-up-to-free-737-payments-from-dwp",
        False,
    ),
    "pip": BenefitRule(
        "Welfare Reform Act 2012, sections 77 to 83; Department for Work and Pensions, PIP: how to claim",
        "https://www.gov.uk/pip/how-to-claim",
        True,
    ),
    "dla-child": BenefitRule(
        f"{_ACT}, sections 71 to 73; Newsbeep, rates for 2026 to 2027 (news)",
        "https://www.newsbeep.com/uk/426316",
        False,
    ),
    "more-for-care": BenefitRule(
        f"{_ACT}, section 65(3); Department for Work and Pensions, Attendance Allowance: eligibility",
        "https://www.gov.uk/attendance-allowance/eligibility",
        True,
    ),
    "carers-allowance": BenefitRule(
        f"{_ACT}, section 70",
        "http://www.legislation.gov.uk./ukpga/1992/4/part/III/crossheading/invalid-care-allowance",
        True,
    ),
    "carers-hours": BenefitRule(
        f"{_CARERS}, regulation 4; Midland Heart, Are you a carer? (June 2025)",
        "https://www.midlandheart.org.uk/news/2025/are-you-a-carer-you-might-be-without-realising-it",
        False,
    ),
    "carers-earnings": BenefitRule(
        f"{_ACT}, section 70(1)(b); {_CARERS}, regulation 8(1), explained in SI 2017/386",
        "http://legislation.data.gov.uk/uksi/2017/386/made/data.htm?wrap=true",
        True,
    ),
    "carers-study": BenefitRule(
        f"{_ACT}, section 70(3); {_CARERS}, regulation 5, as explained by Child Poverty Action Group",
        "https://askcpag.org.uk/?id=-222580",
        False,
    ),
    "carers-overlap": BenefitRule(
        "Social Security (Overlapping Benefits) Regulations 1979 (SI 1979/597), regulation 4; Parliamentary answer "
        "191917",
        "https://www.parallelparliament.co.uk/question/191917/carers-allowance",
        True,
    ),
    "one-carer": BenefitRule(
        f"{_ACT}, section 70(7); {_UC}, regulation 29(3)",
        "https://universalcreditinfo.net/issues/carer-element",
        True,
    ),
    "carers-credit": BenefitRule(
        "Newslanes, DWP benefit for carers: Carer's Credit (December 2022)",
        "https://newslanes.com/2022/12/05/half-a-million-britons-missing-out-on-dwp-benefit-worth-270-a/",
        False,
    ),
    "pc-guarantee": BenefitRule(
        f"State Pension Credit Act 2002, section 2; {_CREDIT}, regulation 6; {_DETAILED_GUIDE}",
        _DETAILED_URL,
        True,
    ),
    "pc-mixed-ages": BenefitRule(
        "Middlesbrough Council, Information for mixed age couples",
        "https://middlesbrough.gov.uk/benefits-and-council-tax/universal-credit/information-mixed-age-couples",
        True,
    ),
    "pc-severe-disability": BenefitRule(
        f"{_CREDIT}, regulation 6(4) and Schedule I, paragraph 1",
        _SEVERE_URL,
        True,
    ),
    "pc-carer": BenefitRule(
        f"{_CREDIT}, regulation 6(6) and Schedule I, paragraph 4; Parliamentary answer 191917",
        "https://legislation.gov.uk/ukdsi/2002/0110424395/schedule/I/part/II",
        True,
    ),
    "pc-income": BenefitRule(
        f"State Pension Credit Act 2002, section 15; {_CREDIT}, regulation 15; {_DETAILED_GUIDE}",
        _DETAILED_URL,
        True,
    ),
    "pc-earnings": BenefitRule(
        f"{_CREDIT}, Schedule VI, paragraphs 1 to 4",
        "https://legislation.gov.uk/uksi/2002/1792/schedule/VI/2017-10-23",
        True,
    ),
    "pc-capital": BenefitRule(
        f"{_CREDIT}, regulation 15(6), as cited by PolicyEngine UK and three public projects",
        "https://github.com/PolicyEngine/policyengine-uk",
        False,
    ),
    "savings-credit": BenefitRule(
        f"State Pension Credit Act 2002, section 3; {_DETAILED_GUIDE}",
        _DETAILED_URL,
        True,
    ),
    "universal-credit": BenefitRule(
        "Welfare Reform Act 2012, sections 3 and 4; Middlesbrough Council, Information for mixed age couples",
        "https://middlesbrough.gov.uk/benefits-and-council-tax/universal-credit/information-mixed-age-couples",
        True,
    ),
    "uc-capital": BenefitRule(
        f"{_UC}, regulation 18; Shelter, Universal Credit savings limits",
        "https://england.shelter.org.uk/housing_advice/benefits/universal_credit_savings_limits",
        False,
    ),
    "uc-carer": BenefitRule(
        f"{_UC}, regulations 29 and 30 (wording seen in the equal regulations 30 and 31 of Northern Ireland)",
        "https://legislation.gov.uk/nisr/2016/216/part/4/crossheading/particular-needs-or-circumstances-carers/"
        "2017-09-27/data.xht",
        True,
    ),
    "council-tax-reduction": BenefitRule(
        f"{_TAX}, section 13A; Citizens Advice, Council Tax Reduction: what you need to know",
        _CITIZENS_TAX_URL,
        False,
    ),
    "council-tax-mind": BenefitRule(
        f"{_TAX}, Schedule 1, paragraph 2; Council Tax (Discount Disregards) Order 1992; East Herts Council",
        _EAST_HERTS_URL,
        True,
    ),
    "council-tax-carer": BenefitRule(
        f"{_TAX}, Schedule 1, paragraph 9; Council Tax (Additional Provisions for Discount Disregards) Regulations "
        "1992 (SI 1992/552)",
        "https://www.legislation.gov.uk/uksi/1992/552/data.html",
        True,
    ),
    "council-tax-alone": BenefitRule(
        f"{_TAX}, section 11; Chorley Council",
        "https://chorley.gov.uk/council-tax/carers-council-tax-discount",
        True,
    ),
    "council-tax-band": BenefitRule(
        "Council Tax (Reductions for Disabilities) Regulations 1992 (SI 1992/554)",
        "https://www.legislation.gov.uk/uksi/1992/554/data.html",
        True,
    ),
    "housing-benefit": BenefitRule(
        "Public code projects that cite GOV.UK, 2026 to 2027",
        "https://middlesbrough.gov.uk/benefits-and-council-tax/universal-credit/information-mixed-age-couples",
        False,
    ),
    "blue-badge": BenefitRule(
        "Department for Transport, reported by particle.news (2025); Ehlers-Danlos Society UK, Blue Badge",
        "https://particle.news/story/dft-urges-councils-to-open-blue-badge-scheme-to-temporary-disabilities",
        False,
    ),
    "winter-fuel": BenefitRule(
        "Which?, Winter Fuel Payment (2025 to 2026); PolicyEngine UK (2026 to 2027). Dates of birth not confirmed",
        "https://www.which.co.uk/news/article/how-to-get-support-if-you-miss-out-on-the-winter-fuel-payment-"
        "aTnW59o8lL0A",
        False,
    ),
    "warm-home": BenefitRule(
        "CalcHub, Warm Home Discount 2026 to 2027",
        "https://calchub.uk/blog/warm-home-discount-2026-27-who-qualifies/",
        False,
    ),
    "cold-weather": BenefitRule(
        "particle.news, Cold Weather Payments (January 2026)",
        "https://particle.news/story/dwp-sets-january-28-date-to-report-missing-winter-fuel-payments-as-cold-weather-"
        "support-continues",
        False,
    ),
    "health-costs": BenefitRule(
        "Circle Vision, NHS prescription costs and savings (2026 to 2027)",
        "https://www.circle-vision.org/en/nhs-prescription-costs-savings-uk-en/",
        False,
    ),
    "tv-licence": BenefitRule(
        "Finance Times (2025 to 2026); TV Licensing, Over 75s (about 2021)",
        "https://financetimes.org/tv-licence-fee-payers-could-qualify-for-50-or-100-discount-check-eligibility",
        False,
    ),
    "motability": BenefitRule(
        "Motability Scheme, Enhanced rate of PIP and the scheme (undated, read 22 November 2026)",
        "https://www.motability.org.uk/contact/faqs/what-happens-if-i-am-awarded-the-enhanced-rate-of-the-mobility-"
        "component-ermc-of-personal-independence-payment-pip-cha",
        False,
    ),
    "funeral-costs": BenefitRule(
        "Department for Work and Pensions, Funeral Expenses Payment: make a claim; Lancashire County Council",
        "https://www.gov.uk/funeral-payments/how-to-claim",
        True,
    ),
}
"""By the name that a step or a benefit carries."""
