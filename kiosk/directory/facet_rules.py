"""Sorts services into kinds and groups of people by lists of words and codes; what comes of it is marked as a guess.

The lists are data: ``rules/words.csv`` (words in a text) and ``rules/codes.csv`` (codes and labels of vocabularies).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.word_forms import fold

_FOLDER = Path(__file__).parent / "rules"
_MOST_TYPES = 4
_ESD_NUMBER = re.compile(r"(?:esd:?service(?:types?)?[:/]|id\.esd\.org\.uk/service/|esd%3aservice%2f)(\d+)")


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    facet: str
    where: str
    pattern: re.Pattern[str]


def guess_facets(body: dict[str, Any], source_name: str) -> list[dict[str, str]]:
    """Facets for a service beside those that it has: codes of the feed first, then words.

    Words in the name or in the name of the source count before words in the description, which only count when there
    is nothing better.
    """
    found = [facet for facet in tolerant.mappings(body.get("facets")) if facet.get("id")]
    kinds = {(facet["kind"], facet["id"]) for facet in found}

    def add(kind: str, facet: str, origin: str) -> None:
        if (kind, facet) not in kinds:
            kinds.add((kind, facet))
            found.append({"kind": kind, "id": facet, "origin": origin})

    labels = []
    for attribute in tolerant.mappings(body.get("attributes")):
        label = tolerant.line(attribute.get("name"))
        labels.append(label)
        vocabulary, code = tolerant.line(attribute.get("vocabulary")), tolerant.line(attribute.get("code"))
        for kind, facet in _by_code(vocabulary, code, label):
            add(kind, facet, "crosswalk")
    texts = {
        "name": fold(" ".join([tolerant.line(body.get("name")), *labels])),
        "source": fold(source_name),
        "text": fold(" ".join(map(str, (body.get("description") or "", body.get("eligibility_description") or "")))),
    }
    for where in ("name", "source", "text"):
        wanted = {kind for kind in ("type", "beneficiary") if where != "text" or not any(k == kind for k, _ in kinds)}
        for rule in _rules():
            too_many = rule.kind == "type" and sum(1 for kind, _ in kinds if kind == "type") >= _MOST_TYPES
            if rule.kind in wanted and where in rule.where and not too_many and rule.pattern.search(texts[where]):
                add(rule.kind, rule.facet, "rule")
    return found


@cache
def _rules() -> tuple[_Rule, ...]:
    with (_FOLDER / "words.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            _Rule(row["kind"], row["facet"], row["where"] or "name source text", any_phrase(row["words"]))
            for row in csv.DictReader(file)
        )


def any_phrase(words: str) -> re.Pattern[str]:
    """Finds any of the phrases between semicolons as whole words; a star stands for the rest of a word."""
    parts = [re.escape(fold(part.strip())) for part in words.split(";") if part.strip()]
    forms = (part.replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for part in parts)
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b")


@cache
def _codes() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    with (_FOLDER / "codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["vocabulary"], row["code"].casefold())
            found[key] = (*found.get(key, ()), (row["kind"], row["facet"]))
    return found


def _by_code(vocabulary: str, code: str, label: str) -> tuple[tuple[str, str], ...]:
    """Facets for a term: an ESD service type by its number however it is written, otherwise by its label.

    A label that has rows for its own vocabulary (such as "cqc") is looked up there only.
    """
    number = _ESD_NUMBER.search(code.casefold())
    if number or (code.isdigit() and "esd" in vocabulary.casefold()):
        return _codes().get(("esd", number[1] if number else code), ())
    own = _codes().get((vocabulary.casefold(), label.casefold()))
    return own or _codes().get(("label", label.casefold()), ())
