"""Finds the numbers of the services that match some words, each with how well, and what was done to the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.directory.listing import facet_bits
from kiosk.search import expressions
from kiosk.search.catalogue import Catalogue
from kiosk.search.expressions import Segment, any_of, literal_expression, quoted, wide_expression
from kiosk.search.query import Did, Query
from kiosk.search.typing_mistakes import repair

_LISTED = 1.5
"""Where only some words match, related words from the lists count for more than one word that was typed."""
_COVERED = 1000.0
"""More than any bm25 score, so that the number of words comes first."""


@dataclass(frozen=True, slots=True)
class Match:
    """`scores` holds (number, score) pairs, a lower score being better; `strict` the numbers of the first tier.

    Tiers, best first: the words (as typed or repaired); related words; `by_kind`, what an everyday phrase stands for.
    """

    scores: Sequence[tuple[int, float]]
    strict: frozenset[int] | None
    """None when every match is of the first tier."""
    literal_expression: str
    wide_expression: str
    did: tuple[Did, ...] = ()
    by_kind: tuple[int, ...] = ()


def match(catalogue: Catalogue, query: Query) -> Match:
    """Match the words of a query, which must hold at least one word."""
    everything = expressions.question_words(query.words)
    stopwords = catalogue.stopwords.get("en", frozenset()) | catalogue.stopwords.get(query.language, frozenset())
    words = expressions.without_stopwords(everything, stopwords)
    known = expressions.frequencies(catalogue, words, query.language)
    if query.exact:
        expression = expressions.all_of([quoted(word) for word in words])
        return Match(_scores(catalogue, expression), None, expression, expression)
    did: list[Did] = []
    last = len(words) - 1
    repaired = [_known_or_repaired(catalogue, word, n == last, known, query) for n, word in enumerate(words)]
    if repaired != words:
        did += [Did("repaired", old, new) for old, new in zip(words, repaired, strict=True) if old != new]
        everything = [dict(zip(words, repaired, strict=True)).get(word, word) for word in everything]
        words = repaired
        known = expressions.frequencies(catalogue, words, query.language)
    parts, done = expressions.segments(catalogue, words, everything, known, query.language)
    literal, wide = literal_expression(parts), wide_expression(parts)
    scores = _scores(catalogue, wide)
    strict = None if literal == wide else frozenset(_numbers(catalogue, literal))
    if strict is not None and len(strict) == len(scores):
        strict = None
        done = [step for step in done if step.action != "synonyms"]
    by_kind, phrases = _by_kind(catalogue, everything, query.language)
    found = Match(scores, strict, literal, wide, (*did, *done, *phrases), by_kind)
    if scores or by_kind:
        return found
    if len(words) > 1:
        return _widened(catalogue, words, parts, found)
    return replace(found, did=(*did, Did("nothing", " ".join(words))))


def _known_or_repaired(catalogue: Catalogue, word: str, is_last: bool, known: dict[str, int], query: Query) -> str:
    """The word itself when anything could match it, otherwise the nearest word of the edition, otherwise itself."""
    if word in known or (is_last and expressions.endings(catalogue, word, query.language)):
        return word
    if expressions.has_stem(catalogue, word) or expressions.synonym_spans(catalogue, [word], [word], query.language):
        return word
    if any(spelling for *_, spelling in expressions.joined(catalogue, [word], known, query.language)):
        return word
    return repair(catalogue, word, query.language) or word


def _scores(catalogue: Catalogue, expression: str) -> list[tuple[int, float]]:
    if "service_fts" not in catalogue.tables:
        return []
    return catalogue.connection.execute(
        "SELECT rowid, rank FROM service_fts WHERE service_fts MATCH ?", [expression]
    ).fetchall()


def _numbers(catalogue: Catalogue, expression: str) -> list[int]:
    if "service_fts" not in catalogue.tables:
        return []
    rows = catalogue.connection.execute("SELECT rowid FROM service_fts WHERE service_fts MATCH ?", [expression])
    return [row[0] for row in rows]


def _by_kind(catalogue: Catalogue, everything: list[str], language: str) -> tuple[tuple[int, ...], list[Did]]:
    """Services of the kinds that an everyday phrase stands for, with the services that hold its words first."""
    numbers: dict[int, None] = {}
    did = []
    for phrase in expressions.matching_phrases(catalogue, everything, language):
        types, groups = facet_bits("type", phrase.types), facet_bits("beneficiary", phrase.beneficiaries)
        found = [number for number, bits in enumerate(catalogue.facets) if bits & types] if types else []
        if groups:
            found = [n for n in found or range(len(catalogue.facets)) if catalogue.facets[n] & groups]
        if phrase.words:
            expression = any_of([quoted(word) for word in phrase.words])
            ranked = sorted(_scores(catalogue, expression), key=lambda pair: pair[1])
            within = set(found)
            found = [n for n, _ in ranked if n in within or not (types or groups)] + found
        numbers.update(dict.fromkeys(found))
        if found:
            stands_for = [*phrase.types, *phrase.beneficiaries, *map(" ".join, phrase.words)]
            did.append(Did("synonyms", phrase.text, ", ".join(stands_for)))
    return tuple(numbers), did


def _widened(catalogue: Catalogue, words: list[str], parts: Sequence[Segment], found: Match) -> Match:
    """Services that hold some of the words: the more of them the better, words of the lists above single words."""
    wanted: dict[str, float] = {quoted(word): 1.0 for word in words}
    wanted |= {any_of(part.related): _LISTED for part in parts if part.related}
    held: dict[int, float] = {}
    for expression, weight in wanted.items():
        for number in _numbers(catalogue, expression):
            held[number] = held.get(number, 0.0) + weight
    if not held:
        return replace(found, did=(*found.did, Did("nothing", " ".join(words))))
    whole = any_of(list(wanted))
    scores = [(number, score - _COVERED * held.get(number, 0.0)) for number, score in _scores(catalogue, whole)]
    return Match(scores, frozenset(), whole, whole, (*found.did, Did("widened", " ".join(words))))
