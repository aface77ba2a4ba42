"""Sorts services into kinds and groups of people by lists of words and codes; what comes of it is marked as a guess.

The lists are data: ``words.csv`` (words in a text) and ``codes.csv`` (codes and labels of vocabularies). Ours stand in
``kiosk/directory/rules``; a council's own, in the folder ``rules`` of its source, come before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.content.reading_files import read_rows
from kiosk.directory import facet_names, tolerant
from kiosk.directory.word_forms import fold
from kiosk.errors import InputError

FOLDER = "rules"
_OURS = Path(__file__).parent / FOLDER
_IDS = {"type": facet_names.TYPES, "beneficiary": facet_names.BENEFICIARIES}
_MOST_TYPES = 4
_ESD_NUMBER = re.compile(r"(?:esd:?service(?:types?)?[:/]|id\.esd\.org\.uk/service/|esd%3aservice%2f)(\d+)")


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    facet: str
    where: str
    pattern: re.Pattern[str]


_Facets = tuple[tuple[str, str], ...]


class FacetRules:
    """The lists of a folder or of several, those of the first folder before those of the next.

    Raises `InputError` with file and line for a list that can't be read.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._words: list[_Rule] = []
        self._codes: dict[tuple[str, str], _Facets] = {}
        self._by_source: dict[str, list[_Rule]] = {}
        for folder in folders:
            self._words += _read_words(folder / "words.csv")
            for key, facets in _read_codes(folder / "codes.csv").items():
                self._codes.setdefault(key, facets)

    def facets(self, body: dict[str, Any], source_name: str) -> list[dict[str, str]]:
        """Facets for a service beside those that it has: codes of the feed first, then words.

        Words in the name or in the name of the source count before words in the description, which only count when
        there is nothing better.
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
            for kind, facet in self._by_code(vocabulary, code, label):
                add(kind, facet, "crosswalk")
        texts = {
            "name": fold(" ".join([tolerant.line(body.get("name")), *labels])),
            "source": fold(source_name),
            "text": fold(" ".join(str(body.get(name) or "") for name in ("description", "eligibility_description"))),
        }
        for where in ("name", "source", "text"):
            wanted = {kind for kind in _IDS if where != "text" or not any(k == kind for k, _ in kinds)}
            for rule in self._in_source(texts[where]) if where == "source" else self._words:
                too_many = rule.kind == "type" and sum(1 for kind, _ in kinds if kind == "type") >= _MOST_TYPES
                if rule.kind in wanted and where in rule.where and not too_many and rule.pattern.search(texts[where]):
                    add(rule.kind, rule.facet, "rule")
        return found

    def _in_source(self, name: str) -> list[_Rule]:
        """The rules that the name of a source meets; it is the same for thousands of services."""
        if name not in self._by_source:
            self._by_source[name] = [rule for rule in self._words if rule.pattern.search(name)]
        return self._by_source[name]

    def _by_code(self, vocabulary: str, code: str, label: str) -> _Facets:
        """Facets for a term: an ESD service type by its number however it is written, otherwise by its label.

        A code or label that has rows for its own vocabulary (such as "cqc") is looked up there only.
        """
        number = _ESD_NUMBER.search(code.casefold())
        if number or (code.isdigit() and "esd" in vocabulary.casefold()):
            return self._codes.get(("esd", number[1] if number else code), ())
        keys = ((vocabulary.casefold(), code.casefold()), (vocabulary.casefold(), label.casefold()))
        own = next((self._codes[key] for key in keys if key in self._codes), ())
        return own or self._codes.get(("label", label.casefold()), ())


@cache
def our_rules() -> FacetRules:
    """The lists that come with the program."""
    return FacetRules([_OURS])


def rules_of(source_dir: Path) -> FacetRules:
    """The lists for a source folder: its own, then ours. Raises `InputError` with file and line."""
    own = source_dir / FOLDER
    return FacetRules([own, _OURS]) if own.is_dir() else our_rules()


def _read_words(path: Path) -> list[_Rule]:
    return [
        _Rule(row["kind"], row["facet"], row["where"] or "name source text", any_phrase(row["words"]))
        for row in _rows(path, ("kind", "facet", "where", "words"))
        if row["words"]
    ]


def _read_codes(path: Path) -> dict[tuple[str, str], _Facets]:
    found: dict[tuple[str, str], _Facets] = {}
    for row in _rows(path, ("vocabulary", "code", "kind", "facet")):
        key = (row["vocabulary"].casefold(), row["code"].casefold())
        found[key] = (*found.get(key, ()), (row["kind"], row["facet"]))
    return found


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a list, each checked; none where there is no file."""
    for line, row in read_rows(path, columns) if path.is_file() else ():
        if row["facet"] not in _IDS.get(row["kind"], ()):
            message = f"{row['facet']!r} is no {row['kind'] or 'kind'} of ours; see docs/source-folders.md"
            raise InputError(message, path, line)
        yield row


def any_phrase(words: str) -> re.Pattern[str]:
    """Finds any of the phrases between semicolons as whole words; a star stands for the rest of a word."""
    parts = [re.escape(fold(part.strip())) for part in words.split(";") if part.strip()]
    forms = (part.replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for part in parts)
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b")
