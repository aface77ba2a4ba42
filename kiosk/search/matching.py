"""Finds the numbers of the services that match some words, each with how well, and what was done to the words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from kiosk.search import expressions
from kiosk.search.catalogue import Catalogue
from kiosk.search.expressions import Segment, all_of, any_of, literal_expression, quoted, wide_expression
from kiosk.search.phrases import is_urgent, services_by_kind
from kiosk.search.query import Did, Query
from kiosk.search.typing_mistakes import repaired_words

_LISTED = 1.5
"""Where only some words match, related words from the lists count for more than one word that was typed."""
_WEAK = 0.25
"""What a word counts for then that says for whom, when or in what form rather than what."""
_HELD, _IN_NAME = 1.5, 4.0
"""How much better a text matches that holds every word letter for letter, and near a place one whose name does."""
_COVERED = 1000.0
"""More than any bm25 score, so that the number of words comes first."""
_WEIGHED = 10_000
"""Of more matches than this only those whose name holds the words are weighed. The question says too little to tell the
others apart, and to weigh them all would take longer than a key press may."""
_UNWEIGHED = -0.001
"""Less than any bm25 score, and still weighed with the distance."""


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
    urgent: bool = False
    """Whether the words say that somebody may be in danger."""
    kind_first: bool = False
    """Whether the phrase says all of the question, so that its kinds come before what holds some word of it."""
    phrase_expression: str = ""
    """What everyday phrases among the words are about; empty without any."""
    weighed: int | None = None
    """So many of the scores, from the first, were weighed, where there are too many to weigh them all."""


def match(catalogue: Catalogue, query: Query) -> Match:
    """Match the words of a query, which must hold at least one word."""
    everything = expressions.question_words(query.words)
    words = expressions.without_stopwords(everything, expressions.stop_words(catalogue, query.language))
    known = expressions.frequencies(catalogue, words, query.language)
    if query.exact:
        expression = all_of([quoted(word) for word in words])
        scores, weighed = _weighed(catalogue, expression, words, query)
        urgent = is_urgent(catalogue, everything, query.language)
        return Match(scores, None, expression, expression, urgent=urgent, weighed=weighed)
    did: list[Did] = []
    last = len(words) - 1
    fine = [_can_match(catalogue, word, n == last, known, query) for n, word in enumerate(words)]
    repaired = words if all(fine) else repaired_words(catalogue, words, fine, query.language)
    if repaired != words:
        did += [Did("repaired", old, new) for old, new in zip(words, repaired, strict=True) if old != new]
        everything = [dict(zip(words, repaired, strict=True)).get(word, word) for word in everything]
        words = repaired
        known = expressions.frequencies(catalogue, words, query.language)
    parts, done = expressions.segments(catalogue, words, everything, known, query.language)
    literal, wide = literal_expression(parts), wide_expression(parts)
    scores, weighed = _weighed(catalogue, wide, words, query, _terms(catalogue, words, everything, query.language))
    strict = None if literal == wide else frozenset(_numbers(catalogue, literal))
    if strict is not None and len(strict) == len(scores):
        strict = None
        done = [step for step in done if step.action != "synonyms"]
    kinds = services_by_kind(catalogue, everything, query.language, lambda text: _scores(catalogue, text))
    urgent = is_urgent(catalogue, everything, query.language)
    first = kinds.whole or urgent
    about = any_of([quoted(word) for word in kinds.words]) if kinds.words else ""
    found = Match(
        scores, strict, literal, wide, (*did, *done, *kinds.did), kinds.numbers, urgent, first, about, weighed
    )
    if scores or kinds.whole or (kinds.numbers and len(words) == 1):
        return found
    if len(words) > 1:
        some = _widened(catalogue, words, parts, found, query.language)
        if not kinds.numbers:
            return some
        held = dict(some.scores)  # of the kind that is asked for those first that hold more of the words
        return replace(found, by_kind=tuple(sorted(kinds.numbers, key=lambda number: held.get(number, 0.0))))
    return replace(found, did=(*did, Did("nothing", " ".join(words))))


def _can_match(catalogue: Catalogue, word: str, is_last: bool, known: dict[str, int], query: Query) -> bool:
    """Whether anything could match the word as it is typed."""
    if word in known or (is_last and expressions.endings(catalogue, word, query.language)):
        return True
    if expressions.has_stem(catalogue, word) or expressions.synonym_spans(catalogue, [word], [word], query.language):
        return True
    return bool(expressions.joined(catalogue, [word], known, query.language))


def _terms(catalogue: Catalogue, words: list[str], everything: list[str], language: str) -> list[str]:
    """The terms of several words that stand in a question, as expressions: "care home" is not "home care"."""
    spans = [
        words[start:end] for start, end, _others in expressions.synonym_spans(catalogue, words, everything, language)
    ]
    return [quoted(term) for term in spans if len(term) > 1 and expressions.holds(everything, term)]


def _weighed(
    catalogue: Catalogue, expression: str, words: list[str], query: Query, terms: Sequence[str] = ()
) -> tuple[list[tuple[int, float]], int | None]:
    """The matches of an expression, each with how well it matches, and how many were weighed if not all."""
    numbers = _numbers(catalogue, expression) if catalogue.count > _WEIGHED else []
    if len(numbers) <= _WEIGHED:
        return _exact_first(catalogue, _scores(catalogue, expression), words, query, terms), None
    in_name = _scores(catalogue, f"name : ({expression})", _WEIGHED // 2)
    named = _exact_first(catalogue, in_name, words, query, terms, names_only=True)
    in_names = {number for number, _score in named}
    others = [number for number in numbers if number not in in_names]
    return [*named, *zip(others, repeat(_UNWEIGHED))], len(named)


def _exact_first(
    catalogue: Catalogue,
    scores: list[tuple[int, float]],
    words: list[str],
    query: Query,
    terms: Sequence[str],
    names_only: bool = False,
) -> list[tuple[int, float]]:
    """The scores, better where a text holds the words letter for letter, best where its name does: not only stems.

    A name must hold the words of a term one after the other.

    Without a place the names come before all else; near a place they are weighed with the distance.
    """
    expression = expressions.exact_expressions(words)
    if len(scores) < 2 or expression is None or "exact_fts" not in catalogue.tables:
        return scores
    sql = "SELECT rowid FROM exact_fts WHERE exact_fts MATCH ?"
    in_names, anywhere = expression
    named = {row[0] for row in catalogue.connection.execute(sql, [in_names])}
    if named and terms:
        named &= set(_numbers(catalogue, all_of([f"name : {term}" for term in terms])))
    held = named if names_only else {row[0] for row in catalogue.connection.execute(sql, [anywhere])}
    if not held:
        return scores
    in_name = _COVERED if query.near is None else _IN_NAME
    return [(n, rank * (in_name if n in named else _HELD if n in held else 1.0)) for n, rank in scores]


def _scores(catalogue: Catalogue, expression: str, most: int = -1) -> list[tuple[int, float]]:
    if "service_fts" not in catalogue.tables:
        return []
    return catalogue.connection.execute(
        "SELECT rowid, rank FROM service_fts WHERE service_fts MATCH ? LIMIT ?", [expression, most]
    ).fetchall()


def _numbers(catalogue: Catalogue, expression: str) -> list[int]:
    if "service_fts" not in catalogue.tables:
        return []
    sql = "SELECT json_group_array(rowid) FROM service_fts WHERE service_fts MATCH ?"  # far faster than row by row
    numbers: list[int] = json.loads(catalogue.connection.execute(sql, [expression]).fetchone()[0])
    return numbers


def _widened(catalogue: Catalogue, words: list[str], parts: Sequence[Segment], found: Match, language: str) -> Match:
    """Services that hold some of the words: the more of them the better, words of the lists above single words."""
    weak = expressions.weak_words(catalogue, language)
    wanted: dict[str, float] = {quoted(word): _WEAK if word in weak else 1.0 for word in words}
    wanted |= {any_of(part.related): _LISTED for part in parts if part.related}
    held: dict[int, float] = {}
    for expression, weight in wanted.items():
        for number in _numbers(catalogue, expression):
            held[number] = held.get(number, 0.0) + weight
    if not held:
        return replace(found, did=(*found.did, Did("nothing", " ".join(words))))
    whole = any_of(list(wanted))
    scores = [(number, score - _COVERED * held.get(number, 0.0)) for number, score in _scores(catalogue, whole)]
    did = (*found.did, Did("widened", " ".join(words)))
    about = found.phrase_expression
    return Match(scores, frozenset(), whole, whole, did, urgent=found.urgent, phrase_expression=about)
