"""The kinds of service and the groups of people that services are sorted by, with names that can be translated."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.language import Tagged, Words

TYPES = (
    "home-care",
    "care-home",
    "day-opportunities",
    "carers-support",
    "dementia-support",
    "meals-and-food",
    "community-transport",
    "befriending-and-social",
    "activities-and-exercise",
    "equipment-and-adaptations",
    "telecare",
    "money-and-benefits",
    "housing",
    "mental-health",
    "bereavement",
    "sensory",
    "learning-disability-autism",
    "physical-disability-health-conditions",
    "hospital-discharge-reablement",
    "end-of-life",
    "advice-advocacy",
    "safeguarding-abuse",
    "faith-and-culture",
    "volunteering",
    "information-library-community-hub",
    "drugs-alcohol",
)
"""Ids are stable: they stand in records and in links of guides. Add at the end only; positions are stored as bits."""

BENEFICIARIES = (
    "older-people",
    "unpaid-carers",
    "young-carers",
    "dementia",
    "learning-disability",
    "autism",
    "physical-disability",
    "sensory-loss",
    "mental-health",
    "long-term-condition",
    "bereaved",
    "lonely",
    "low-income-homeless",
    "ethnic-minority",
    "LGBT+",
    "veterans",
    "families",
    "anyone",
)


def type_name(facet_id: str, words: Words) -> str:
    """What a visitor reads for a kind of service; an id that is not ours is made readable."""
    return _type_names(words.gettext).get(facet_id) or Tagged(_readable(facet_id))


def beneficiary_name(facet_id: str, words: Words) -> str:
    """What a visitor reads for a group of people."""
    return _beneficiary_names(words.gettext).get(facet_id) or Tagged(_readable(facet_id))


def english_name(kind: str, facet_id: str) -> str:
    """The English name, for the search index."""
    names = _type_names(str) if kind == "type" else _beneficiary_names(str)
    return names.get(facet_id) or _readable(facet_id)


def _readable(facet_id: str) -> str:
    return facet_id.replace("-", " ").replace("_", " ").capitalize()


def _type_names(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "home-care": _("Care at home"),
        "care-home": _("Care homes"),
        "day-opportunities": _("Day centres and day services"),
        "carers-support": _("Help for carers"),
        "dementia-support": _("Dementia support"),
        "meals-and-food": _("Meals and food"),
        "community-transport": _("Getting about"),
        "befriending-and-social": _("Company and social groups"),
        "activities-and-exercise": _("Activities and exercise"),
        "equipment-and-adaptations": _("Equipment and changes to your home"),
        "telecare": _("Alarms and telecare"),
        "money-and-benefits": _("Money and benefits"),
        "housing": _("Housing"),
        "mental-health": _("Mental health"),
        "bereavement": _("When someone dies"),
        "sensory": _("Sight and hearing"),
        "learning-disability-autism": _("Learning disability and autism"),
        "physical-disability-health-conditions": _("Disability and health"),
        "hospital-discharge-reablement": _("Coming home from hospital"),
        "end-of-life": _("End of life care"),
        "advice-advocacy": _("Advice and speaking up for you"),
        "safeguarding-abuse": _("Staying safe from abuse"),
        "faith-and-culture": _("Faith and culture"),
        "volunteering": _("Volunteering"),
        "information-library-community-hub": _("Libraries and community hubs"),
        "drugs-alcohol": _("Drugs and alcohol"),
    }


def _beneficiary_names(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "older-people": _("Older people"),
        "unpaid-carers": _("People who look after someone"),
        "young-carers": _("Young carers"),
        "dementia": _("People with dementia"),
        "learning-disability": _("People with a learning disability"),
        "autism": _("Autistic people"),
        "physical-disability": _("People with a physical disability"),
        "sensory-loss": _("People with sight or hearing loss"),
        "mental-health": _("People with a mental health need"),
        "long-term-condition": _("People with a long-term illness"),
        "bereaved": _("People who have lost someone"),
        "lonely": _("People who feel lonely"),
        "low-income-homeless": _("People with little money or no home"),
        "ethnic-minority": _("People from ethnic minorities"),
        "LGBT+": _("LGBT+ people"),
        "veterans": _("People who served in the armed forces"),
        "families": _("Families"),
        "anyone": _("Anyone"),
    }
