"""The kinds of activity that What's on is narrowed down by: guessed from words, never shown as what a provider claims.

The lists of words are data: ``rules/activities.csv``. Its kind "none" names what is not an activity at all.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from kiosk.directory.facet_rules import any_phrase
from kiosk.directory.service import Facet, Service
from kiosk.directory.word_forms import fold
from kiosk.language import Words

KINDS = ("exercise", "company", "arts", "outdoors", "food", "learning")
"""Ids are stable. Add at the end only, and no more than one: positions are stored as bits."""

FACET = "activity"
NO_ACTIVITY = "none"
_WITH_COMPANY = frozenset(("befriending-and-social", "day-opportunities", "carers-support", "bereavement"))
_FILE = Path(__file__).parent / "rules" / "activities.csv"


def kind_name(kind: str, words: Words) -> str:
    """What a visitor reads for a kind of activity."""
    _ = words.gettext
    names = {
        "exercise": _("Keeping active"),
        "company": _("Company"),
        "arts": _("Arts, crafts and music"),
        "outdoors": _("Out of doors"),
        "food": _("Food and drink"),
        "learning": _("Learning"),
    }
    return names.get(kind, kind)


def activity_facets(service: Service) -> tuple[Facet, ...]:
    """The service's kinds of activity: those that its record gives, otherwise those that its words suggest.

    Words in the name count before words in the description, which only count when the name says nothing. Where people
    come together for company or a common burden, there is company too.
    """
    given = [facet for facet in service.facets if facet.kind == FACET and facet.id in KINDS]
    if given:
        return tuple(given)
    kinds = {*(kinds_in(service.name) or kinds_in(service.description))}
    if _WITH_COMPANY.intersection(service.facet_ids("type")):
        kinds.add("company")
    return tuple(Facet(FACET, kind, "rule") for kind in KINDS if kind in kinds)


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds of activity that words in a text stand for."""
    folded = fold(text)
    return tuple(kind for kind in KINDS if kind in _rules() and _rules()[kind].search(folded))


def is_no_activity(name: str) -> bool:
    """Whether a name says that this is not something to go to for its own sake: a clinic, a food bank, a playgroup."""
    return NO_ACTIVITY in _rules() and _rules()[NO_ACTIVITY].search(fold(name)) is not None


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["kind"]: any_phrase(row["words"]) for row in csv.DictReader(file)}
