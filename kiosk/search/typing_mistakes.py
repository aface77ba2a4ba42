"""Repairs words that nothing matches, against the words of the edition itself."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.directory.word_forms import rough_stem
from kiosk.search.catalogue import Catalogue

_SHORTEST = 4
_MIN_TERM = 3
_LONG = 10
_MOST = 50
_Rank = tuple[int, bool, int, str]
_AS_TYPED: _Rank = (0, False, 0, "")


def repaired_words(catalogue: Catalogue, words: Sequence[str], fine: Sequence[bool], language: str) -> list[str]:
    """The words, each that is not fine as the word of the edition that is most likely meant; itself when none is near.

    One slip (a letter wrong, missing, extra, or two swapped) for up to five letters, two for longer words, three from
    ten letters on. A word that
    completes a term of the lists ("meels on weels") comes first; of equally near words the one with the same first
    letter, then the more frequent.
    """
    options = [
        {word: _AS_TYPED} if ok else _near(catalogue, word, language) for word, ok in zip(words, fine, strict=True)
    ]
    found = [min(near, key=near.__getitem__) if near else word for word, near in zip(words, options, strict=True)]
    for start, term in _completed_terms(catalogue, options, fine, language):
        found[start : start + len(term)] = term
    return found


def _completed_terms(
    catalogue: Catalogue, options: Sequence[dict[str, _Rank]], fine: Sequence[bool], language: str
) -> list[tuple[int, list[str]]]:
    """(first word, words) of each term of several words that the question may hold, the most likely of each place."""
    by_stem: list[dict[str, tuple[_Rank, str]]] = []
    for near in options:
        stems: dict[str, tuple[_Rank, str]] = {}
        for word, rank in near.items():
            stem = rough_stem(word)
            stems[stem] = min(stems.get(stem, (rank, word)), (rank, word))
        by_stem.append(stems)
    found: list[tuple[int, int, int, list[str]]] = []
    for term in _long_terms(catalogue, language):
        for start in range(len(options) - len(term) + 1):
            here = by_stem[start : start + len(term)]
            if not all(fine[start : start + len(term)]) and all(map(dict.__contains__, here, term)):
                chosen = [stems[stem] for stems, stem in zip(here, term, strict=True)]
                found.append((-len(term), sum(rank[0] for rank, _ in chosen), start, [word for _, word in chosen]))
    taken: set[int] = set()
    kept = []
    for _, _, start, term_words in sorted(found):
        span = range(start, start + len(term_words))
        if not taken.intersection(span):
            taken.update(span)
            kept.append((start, term_words))
    return kept


def _long_terms(catalogue: Catalogue, language: str) -> set[tuple[str, ...]]:
    """The stems of the terms and phrases of at least two words."""
    languages = dict.fromkeys((language, "en"))
    terms = {term for lang in languages for term in catalogue.synonyms.get(lang, {}) if len(term) > 1}
    return terms | {
        row.content for lang in languages for row in catalogue.phrases.get(lang, ()) if len(row.content) > 1
    }


def _near(catalogue: Catalogue, word: str, language: str) -> dict[str, _Rank]:
    """The words of the edition that this one may be a slip of; the lower the rank, the likelier."""
    if len(word) < _SHORTEST or any(character.isdigit() for character in word):
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 6 else 2 if len(word) < _LONG else 3
    found: dict[str, _Rank] = {}
    for lang in dict.fromkeys((language, "en")):
        terms, frequencies = terms_of(catalogue, lang)
        for term, distance, _ in process.extract(word, terms, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST):
            if allowed == 1 and not _begins_alike(word, term):
                continue
            rank = (int(distance), term[0] != word[0], -frequencies[term], term)
            found[term] = min(found.get(term, rank), rank)
    return found


def _begins_alike(word: str, term: str) -> bool:
    """Whether a short word keeps its first letter, or only lost it or swapped it: "brass" is not meant by "grass"."""
    return term[0] == word[0] or term[1:] == word or sorted(term[:2]) == sorted(word[:2])


def terms_of(catalogue: Catalogue, lang: str) -> tuple[list[str], dict[str, int]]:
    """The vocabulary of a language with the words of its synonyms and phrases, read when first needed."""
    if lang not in catalogue.terms:
        frequencies: dict[str, int] = {}
        if "vocab" in catalogue.tables:
            rows = catalogue.connection.execute("SELECT term, freq FROM vocab WHERE lang = ?", [lang])
            frequencies = {term: freq for term, freq in rows if len(term) >= _MIN_TERM and not term.isdigit()}
        stopwords = catalogue.stopwords.get(lang, frozenset())
        for word in catalogue.listed.get(lang, set()) - stopwords:
            if len(word) > _MIN_TERM:
                frequencies.setdefault(word, 1)
        catalogue.terms[lang] = (list(frequencies), frequencies)
    return catalogue.terms[lang]
