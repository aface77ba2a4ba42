"""From a visitor's words to FTS5 expressions: cleaning, half-typed words, joined words, synonyms.

Every word is quoted, so that nothing a visitor types can be taken for an operator of the query language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.directory.word_forms import rough_stem, word_list
from kiosk.search.catalogue import Catalogue, Synonym
from kiosk.search.query import Did

_MAX_TEXT = 200
_MAX_WORDS = 12
_RARE = 5
"""A last word found in fewer texts than this may be the start of a longer one."""
_MAX_ENDINGS = 8
_LONGEST_TERM = 5
_FREQUENCIES = "SELECT term, freq FROM vocab WHERE lang = ? AND term IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Segment:
    """One word of the question, or several joined: what matches it word for word, and what is only related."""

    literal: str
    related: tuple[str, ...] = ()
    weak: bool = False
    """Whether a related service may do without it: "mum" in "respite for mum"."""


_WITHOUT_SIGN = {
    f"{first}{second}": (first, second)
    for first, second in (
        ("can", "t"), ("don", "t"), ("won", "t"), ("doesn", "t"), ("didn", "t"), ("isn", "t"), ("couldn", "t"),
        ("i", "m"), ("i", "ve"),
    )
}  # fmt: skip


def question_words(text: str) -> list[str]:
    """The words of a question, folded; at most twelve. "cant" is read as "can't" is: few people type the sign."""
    typed = word_list(text[:_MAX_TEXT])
    return [part for word in typed for part in _WITHOUT_SIGN.get(word, (word,))][:_MAX_WORDS]


def stop_words(catalogue: Catalogue, language: str) -> frozenset[str]:
    """The stop words of a language and of English."""
    return catalogue.stopwords.get("en", frozenset()) | catalogue.stopwords.get(language, frozenset())


def weak_words(catalogue: Catalogue, language: str) -> frozenset[str]:
    """The words of a language and of English that are not insisted on."""
    return catalogue.weak.get("en", frozenset()) | catalogue.weak.get(language, frozenset())


def without_stopwords(words: Sequence[str], stopwords: frozenset[str]) -> list[str]:
    """The words that carry meaning; when none does, all of them. Single letters go when there is anything else."""
    kept = [word for word in words if word not in stopwords]
    longer = [word for word in kept if len(word) > 1 or word.isdigit() or not word.isascii()]
    return longer or kept or list(words)


def quoted(words: Sequence[str] | str, prefix: bool = False) -> str:
    """A word or a phrase as an FTS5 string."""
    text = words if isinstance(words, str) else " ".join(words)
    return f'"{text}"*' if prefix else f'"{text}"'


def any_of(parts: Sequence[str]) -> str:
    unique = list(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else "(" + " OR ".join(unique) + ")"


def all_of(parts: Sequence[str]) -> str:
    return " AND ".join(parts)


def frequencies(catalogue: Catalogue, words: Sequence[str], language: str) -> dict[str, int]:
    """How many texts hold each word, in the language or in English; words that are nowhere are absent."""
    if "vocab" not in catalogue.tables or not words:
        return {}
    found: dict[str, int] = {}
    for lang in dict.fromkeys((language, "en")):
        for term, count in catalogue.connection.execute(_FREQUENCIES, [lang, json.dumps(words)]):
            found[term] = max(count, found.get(term, 0))
    return found


def endings(catalogue: Catalogue, start: str, language: str) -> list[str]:
    """The most frequent words that begin like this. The index holds stems, which a half-typed word can overshoot."""
    if "vocab" not in catalogue.tables or len(start) < 2:
        return []
    rows = catalogue.connection.execute(
        "SELECT term FROM vocab WHERE lang IN (?, 'en') AND term > ? AND term < ? ORDER BY freq DESC, term LIMIT ?",
        [language, start, start + "\U0010ffff", _MAX_ENDINGS],
    )
    return [row[0] for row in rows]


def has_stem(catalogue: Catalogue, word: str) -> bool:
    """Whether any text holds the word in another form ("bereavements" for "bereavement")."""
    for table in ("service_fts", "guide_fts"):
        if (
            table in catalogue.tables
            and catalogue.connection.execute(
                f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1", [quoted(word)]
            ).fetchone()
        ):
            return True
    return False


_SHORTENED = re.compile(r"\w{3}(?:ing|ed|ly|ies|ness|ments?|ations?|ers?)$")
"""Words whose stem is shorter: the index would take "cutting" for everything that begins with "cut"."""
_LONG_ENOUGH = 4
"""A shorter word that stands in the lists (“OT”) is whole; it is not the beginning of “other”."""
_LONG_COMPOUND = 7
"""Shorter ones count only as they stand in a text: “sale to” is not a form of “saleto”."""


def joined(catalogue: Catalogue, words: list[str], known: dict[str, int], language: str) -> list[tuple[int, int, str]]:
    """Compounds: (first word, word after the last, other spelling): food bank → foodbank, foodbank → food bank.

    A spelling of nothing but stop words says nothing: "forgetting" is not "for getting".
    """
    stopwords = stop_words(catalogue, language)
    pairs = {a + b: number for number, (a, b) in enumerate(pairwise(words)) if len(a) + len(b) > 4}
    splits = {
        (word[:cut], word[cut:]): number
        for number, word in enumerate(words)
        if len(word) >= 6
        for cut in range(3, len(word) - 2)
    }
    wanted = {*pairs, *(part for pair in splits for part in pair)} - known.keys()
    there = known | frequencies(catalogue, sorted(wanted), language)
    pairs = {compound: number for compound, number in pairs.items() if compound not in stopwords}
    found = [
        (number, number + 2, compound)
        for compound, number in pairs.items()
        if there.get(compound, 0) or (len(compound) >= _LONG_COMPOUND and has_stem(catalogue, compound))
    ]
    for (left, right), number in splits.items():
        if left in stopwords and right in stopwords:
            continue
        if there.get(left) and there.get(right) and has_stem(catalogue, f"{left} {right}"):
            found.append((number, number + 1, f"{left} {right}"))
    return found


def synonym_spans(
    catalogue: Catalogue, words: list[str], everything: list[str], language: str
) -> list[tuple[int, int, tuple[tuple[str, ...], ...]]]:
    """(first word, word after the last, other words for them) for each term of the lists, the longest terms first.

    A term with several meanings ("lift") has all of them where nothing else is asked. Of terms that differ in stop
    words alone the one that was typed counts, where one was.
    """
    typed = tuple(map(rough_stem, everything))
    context = set(typed)
    stems = [rough_stem(word) for word in words]
    found: list[tuple[int, int, tuple[tuple[str, ...], ...]]] = []
    taken: set[int] = set()
    for length in range(min(_LONGEST_TERM, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            span = range(start, start + length)
            if taken.intersection(span):
                continue
            others: list[tuple[str, ...]] = []
            for lang in dict.fromkeys((language, "en")):
                listed: Sequence[Synonym] = catalogue.synonyms.get(lang, {}).get(
                    tuple(stems[start : start + length]), ()
                )
                if length > 1 and len(listed) > 1:
                    listed = [synonym for synonym in listed if holds(typed, synonym.term)] or listed
                alone = length == len(words) and len(listed) > 1
                for synonym in listed:
                    fits = alone or not synonym.context or synonym.context & context
                    if fits and not synonym.never & context:
                        others.extend(synonym.expansions)
            if others:
                found.append((start, start + length, tuple(dict.fromkeys(others))))
                taken.update(span)
    return found


def holds(stems: Sequence[str], part: Sequence[str]) -> bool:
    """Whether some words stand one after the other among others; both as stems."""
    return any(tuple(stems[n : n + len(part)]) == tuple(part) for n in range(len(stems) - len(part) + 1))


def exact_expressions(words: Sequence[str]) -> tuple[str, str] | None:
    """Expressions for `exact_fts`: every word letter for letter in the name, or anywhere; None for other scripts.

    Only plain words: that table holds no positions, so a word that is split in two would be an error.
    """
    if not all(word.isascii() and word.isalnum() for word in words):
        return None
    whole = all_of([quoted(word) for word in words])
    return f"name : ({whole})", whole


def segments(
    catalogue: Catalogue, words: list[str], everything: list[str], known: dict[str, int], language: str
) -> tuple[list[Segment], list[Did]]:
    """The parts that must all match, in order, with what was joined or related."""
    did: list[Did] = []
    literal = [[quoted(word)] for word in words]
    related: list[list[str]] = [[] for _ in words]
    ends = {n: n + 1 for n in range(len(words))}
    last = len(words) - 1
    if known.get(words[last], 0) < _RARE:
        more = [quoted(word) for word in endings(catalogue, words[last], language)]
        short = len(words[last]) < _LONG_ENOUGH
        listed = short and bool(synonym_spans(catalogue, words[last:], words[last:], language))
        begins = len(words[last]) > 1 and not _SHORTENED.search(words[last])
        more = [] if listed else [*more, *([quoted(words[last], prefix=True)] if begins else [])]
        (related if words[last] in known else literal)[last].extend(more)
    for start, end, spelling in joined(catalogue, words, known, language):
        if all(ends.get(n) == n + 1 for n in range(start, end)):
            if any(word not in known for word in words[start:end]):
                did.append(Did("joined", " ".join(words[start:end]), spelling))
            literal[start] = [_all(literal[start:end]), quoted(spelling)]
            related[start] = [*related[start], *(related[end - 1] if end - start > 1 else ())]
            ends[start] = end
            for number in range(start + 1, end):
                del ends[number]
    named: set[int] = set()
    for start, end, others in synonym_spans(catalogue, words, everything, language):
        covered = [n for n in ends if n < end and ends[n] > start]
        first, stop = min(covered), max(ends[n] for n in covered)
        literal[first] = [_all([literal[n] for n in covered])]
        related[first] = [*(part for n in covered for part in related[n]), *(quoted(other) for other in others)]
        for number in covered:
            del ends[number]
        ends[first] = stop
        named.add(first)
        typed = " ".join(everything[everything.index(words[start]) : everything.index(words[end - 1]) + 1])
        did.append(Did("synonyms", typed or words[start], ", ".join(" ".join(other) for other in others)))
    weak = weak_words(catalogue, language)
    alone = {n for n in ends if ends[n] == n + 1 and words[n] in weak and n not in named}
    if len(alone) == len(ends):
        alone = set()
    return [Segment(any_of(literal[n]), tuple(related[n]), n in alone) for n in sorted(ends)], did


def _all(groups: Sequence[Sequence[str]]) -> str:
    """One expression that needs every group."""
    parts = [any_of(group) for group in groups]
    return parts[0] if len(parts) == 1 else "(" + all_of(parts) + ")"


def literal_expression(parts: Sequence[Segment]) -> str:
    return all_of([part.literal for part in parts])


def wide_expression(parts: Sequence[Segment]) -> str:
    """Everything the literal expression finds, and what is related."""
    return all_of([any_of([part.literal, *part.related]) for part in parts if not part.weak])
