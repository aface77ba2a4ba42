"""What a feed's own words about access come to, as facts that can be asked for: only what they say in full.

The list is data, ``rules/access.csv``: a fact, the words that say it, and the words that take it back. "Partial
wheelchair access" is no step-free way in, whatever else stands beside it.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from kiosk.directory.service import Service
from kiosk.directory.word_forms import fold

FACTS = (
    "step-free",
    "step-free-inside",
    "accessible-toilet",
    "hearing-loop",
    "sign-language",
    "disabled-parking",
    "bus-stop",
    "hoist",
    "quiet-space",
)
"""Ids are stable: add at the end only; positions are stored as bits."""

_FILE = Path(__file__).parent / "rules" / "access.csv"


def access_facts(service: Service) -> tuple[str, ...]:
    """The facts that some place of a service says of itself, in the order of `FACTS`."""
    found: set[str] = set()
    for place in service.places:
        for stated in place.access:
            found |= facts_in(f"{stated.description}; {stated.details}")
    if any("sign language" in name.casefold() for name in service.languages):
        found.add("sign-language")
    return tuple(fact for fact in FACTS if fact in found)


@cache
def facts_in(text: str) -> frozenset[str]:
    """The facts that one statement says."""
    folded = fold(text)
    return frozenset(fact for fact, says, never in _rules() if says.search(folded) and not never.search(folded))


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["fact"], _pattern(row["words"]), _pattern(row["never"])) for row in csv.DictReader(file))


def _pattern(words: str) -> re.Pattern[str]:
    """Any of the phrases between semicolons; a star ends a word in any way, or stands for any words between."""
    parts = []
    for phrase in filter(None, map(str.strip, words.split(";"))):
        form = re.escape(fold(phrase)).replace(r"\ \*", r"\b[^;]*?\b").replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
        parts.append(form.replace(r"\-", r"[\s-]"))
    return re.compile(r"\b(?:" + "|".join(parts) + r")(?:\b|$)" if parts else r"(?!)")
