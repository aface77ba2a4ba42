"""Finds everyday phrases ("I feel lonely") in a question, and the services of the kinds that they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.directory.facet_names import TYPES
from kiosk.directory.listing import facet_bits
from kiosk.directory.word_forms import rough_stem
from kiosk.search.catalogue import Catalogue, Phrase
from kiosk.search.expressions import any_of, holds, quoted, stop_words
from kiosk.search.query import Did

_FEWEST = 2
"""A phrase counts by its content alone from this many words on; a single one ("after") would fit too much."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Services by number, best first, of the kinds that phrases stand for; `whole`: they say all of the question."""

    numbers: tuple[int, ...] = ()
    whole: bool = False
    did: tuple[Did, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    """What the phrases say is to be searched for."""


def services_by_kind(
    catalogue: Catalogue, everything: list[str], language: str, scores: Callable[[str], list[tuple[int, float]]]
) -> Kinds:
    """The services that the question's phrases stand for, those that hold the phrase's search words first."""
    stopwords = stop_words(catalogue, language)
    telling = [word for word in everything if word not in stopwords]
    content = list(map(rough_stem, telling))
    phrases = matching_phrases(catalogue, everything, content, language)
    numbers: dict[int, None] = {}
    said: set[str] = set()
    did = []
    for phrase in phrases:
        found = _services(catalogue, phrase, scores)
        numbers.update(dict.fromkeys(found))
        if found:
            said.update(phrase.content)
            stands_for = [*phrase.types, *phrase.beneficiaries, *map(" ".join, phrase.words)]
            did.append(Did("synonyms", _typed(phrase, everything, telling), ", ".join(stands_for)))
    words = tuple(dict.fromkeys(word for phrase in phrases for word in phrase.words))
    return Kinds(tuple(numbers), bool(numbers) and said.issuperset(content), tuple(did), words)


def is_urgent(catalogue: Catalogue, everything: list[str], language: str) -> bool:
    """Whether a question says that somebody may be in danger."""
    stopwords = stop_words(catalogue, language)
    content = [rough_stem(word) for word in everything if word not in stopwords]
    return any(phrase.urgent for phrase in matching_phrases(catalogue, everything, content, language))


def matching_phrases(
    catalogue: Catalogue, everything: list[str], content: Sequence[str], language: str
) -> list[Phrase]:
    """Phrases that stand in the question word for word, or whose content does; of nested ones only the longest.

    Of phrases that differ in stop words alone ("care at home", "care home") the one that was typed counts, if one was.
    """
    stems = tuple(map(rough_stem, everything))
    found = [
        phrase
        for lang in dict.fromkeys((language, "en"))
        for phrase in catalogue.phrases.get(lang, ())
        if holds(stems, phrase.stems) or (len(phrase.content) >= _FEWEST and holds(content, phrase.content))
    ]
    longest = [one for one in found if not any(_is_part(one, other) for other in found)]
    typed_last = sorted(longest, key=lambda phrase: holds(stems, phrase.stems))
    kept = {phrase.content or phrase.stems: phrase for phrase in typed_last}
    return [phrase for phrase in longest if kept[phrase.content or phrase.stems] is phrase]


def _typed(phrase: Phrase, everything: list[str], telling: list[str]) -> str:
    """What the visitor typed of the phrase; the phrase as it is listed where that stands in the question."""
    stems = tuple(map(rough_stem, telling))
    if holds(tuple(map(rough_stem, everything)), phrase.stems):
        return phrase.text
    size = len(phrase.content)
    start = next(n for n in range(len(stems)) if stems[n : n + size] == phrase.content)
    return " ".join(telling[start : start + size])


def _is_part(one: Phrase, other: Phrase) -> bool:
    ours, theirs = (one.content, other.content) if one.content else (one.stems, other.stems)
    return len(ours) < len(theirs) and holds(theirs, ours)


def _services(catalogue: Catalogue, phrase: Phrase, scores: Callable[[str], list[tuple[int, float]]]) -> list[int]:
    """Those with most of the facets and fewest other types first, after those that hold the phrase's search words."""
    types, groups = facet_bits("type", phrase.types), facet_bits("beneficiary", phrase.beneficiaries)
    found = [number for number, bits in enumerate(catalogue.facets) if bits & types] if types else []
    if groups:
        found = [n for n in found or range(len(catalogue.facets)) if catalogue.facets[n] & groups]
    asked, any_type = types | groups, facet_bits("type", TYPES)
    bits = catalogue.facets
    found.sort(key=lambda n: (-(bits[n] & asked).bit_count(), (bits[n] & any_type).bit_count()))
    if phrase.words:
        ranked = sorted(scores(any_of([quoted(word) for word in phrase.words])), key=lambda pair: pair[1])
        within = set(found)
        found = [n for n, _ in ranked if n in within or not (types or groups)] + found
    return found
