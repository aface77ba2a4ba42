"""Repairs words that nothing matches, against the words of the edition itself."""

from __future__ import annotations

from kiosk.search.catalogue import Catalogue

_SHORTEST = 4
_MIN_TERM = 3


def repair(catalogue: Catalogue, word: str, language: str) -> str:
    """The word of the edition that is most likely meant, or "" when none is near.

    One slip (a letter wrong, missing, extra, or two swapped) for up to five letters, two for longer words; of equally
    near words the one with the same first letter, then the more frequent.
    """
    if len(word) < _SHORTEST or any(character.isdigit() for character in word):
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 6 else 2
    best: tuple[int, bool, int, str] | None = None
    for lang in dict.fromkeys((language, "en")):
        terms, frequencies = _terms(catalogue, lang)
        for term, distance, _ in process.extract(word, terms, scorer=OSA.distance, score_cutoff=allowed, limit=20):
            rank = (int(distance), term[0] != word[0], -frequencies[term], term)
            best = rank if best is None else min(best, rank)
    return best[3] if best else ""


def _terms(catalogue: Catalogue, lang: str) -> tuple[list[str], dict[str, int]]:
    """The vocabulary of a language with the words of its synonyms, read when first needed."""
    if lang not in catalogue.terms:
        frequencies: dict[str, int] = {}
        if "vocab" in catalogue.tables:
            rows = catalogue.connection.execute("SELECT term, freq FROM vocab WHERE lang = ?", [lang])
            frequencies = {term: freq for term, freq in rows if len(term) >= _MIN_TERM and not term.isdigit()}
        for synonyms in catalogue.synonyms.get(lang, {}).values():
            for synonym in synonyms:
                for words in synonym.expansions:
                    frequencies.update((word, 1) for word in words if len(word) > _MIN_TERM and word not in frequencies)
        catalogue.terms[lang] = (list(frequencies), frequencies)
    return catalogue.terms[lang]
