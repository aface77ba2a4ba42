"""Typing mistakes that stand in the records themselves: the word that was meant is found beside the one that is there.

A word of two texts at most that is one slip away from a word of ten or more is likely to be that word ("dementa").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kiosk.directory.word_forms import rough_stem, word_list

_RARE, _FREQUENT = 2, 10
_SHORTEST, _LONG = 6, 9


def meant_words(texts: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    """For each text by its number the words that some of its rare words seem to stand for; only where there are any."""
    words_of = {number: set(word_list(text)) for number, text in texts}
    counts: Counter[str] = Counter()
    for words in words_of.values():
        counts.update(words)
    meant = _meant(counts)
    found = {number: {meant[word] for word in words & meant.keys()} for number, words in words_of.items()}
    return {number: tuple(sorted(words)) for number, words in found.items() if words}


def _meant(counts: Counter[str]) -> dict[str, str]:
    """The frequent word that each rare one is a slip of; other forms of a frequent word are no slips."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    frequent = {word: None for word, count in counts.items() if count >= _FREQUENT and _can_be_mistyped(word)}
    stems = {rough_stem(word) for word in frequent}
    found: dict[str, str] = {}
    for word, count in counts.items():
        if count > _RARE or not _can_be_mistyped(word) or rough_stem(word) in stems:
            continue
        allowed = 1 if len(word) < _LONG else 2
        near = process.extract(word, frequent.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=5)
        same_start = [(distance, -counts[other], other) for other, distance, _ in near if other[:2] == word[:2]]
        if same_start:
            found[word] = min(same_start)[2]
    return found


def _can_be_mistyped(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()
