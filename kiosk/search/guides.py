"""Finds the guides for the same words that services are searched by."""

from __future__ import annotations

from kiosk.language import Tagged
from kiosk.search.catalogue import Catalogue
from kiosk.search.matching import Match
from kiosk.search.query import Hit

_MOST = 5
_SQL = """
    SELECT id, title, summary FROM guide_fts WHERE guide_fts MATCH ? AND lang = ?
    ORDER BY bm25(guide_fts, 0.0, 0.0, 10.0, 4.0, 1.0) LIMIT ?
"""


def find_guides(catalogue: Catalogue, found: Match, language: str) -> tuple[Hit, ...]:
    """The best guides: about what an everyday phrase means, then with the words themselves, then with related words.

    In English where the language has none.
    """
    if "guide_fts" not in catalogue.tables:
        return ()
    for lang in dict.fromkeys((language, "en")):
        hits: dict[str, Hit] = {}
        for expression in dict.fromkeys((found.phrase_expression, found.literal_expression, found.wide_expression)):
            if expression and len(hits) < _MOST:
                for guide, title, summary in catalogue.connection.execute(_SQL, [expression, lang, _MOST]):
                    hits.setdefault(guide, Hit("guide", guide, Tagged(title, lang), summary=Tagged(summary, lang)))
        if hits:
            return tuple(hits.values())[:_MOST]
    return ()
