"""Glossary, synonyms, everyday phrases and stop words: CSV files, one folder a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.reading_files import read_rows
from kiosk.errors import InputError
from kiosk.records import Record

FILES = {
    "glossary": ("term", ("term", "meaning")),
    "synonyms": ("term", ("term", "expansions")),
    "phrases": ("phrase", ("phrase",)),
    "stopwords": ("word", ("word",)),
}
_KINDS = {"glossary": "glossary", "synonyms": "synonym", "phrases": "phrase", "stopwords": "stopword"}


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word that needs a meaning; `also` holds its other forms ("carers", "carer")."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()

    def pattern(self) -> re.Pattern[str]:
        """Finds the term or one of its other forms as whole words."""
        forms = sorted((self.term, *self.also), key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in forms) + r")(?!\w)", re.IGNORECASE)


def read_word_lists(folder: Path) -> list[Record]:
    """Every list under ``words/<lang>/`` as records, keyed by language and first column. Raises `InputError`."""
    records: dict[tuple[str, str], Record] = {}
    for path in sorted(folder.glob("*/*.csv")):
        if path.stem not in FILES:
            raise InputError(f"words has no list called {path.stem}", path)
        key_column, needed = FILES[path.stem]
        lang = path.parent.name
        for line, row in read_rows(path, needed):
            if not row[key_column]:
                raise InputError(f"this row has no {key_column}", path, line)
            key = f"{lang}/{row[key_column]}"
            context = row.get("context", "")
            if context:
                key += f"/{context}"
            if (path.stem, key) in records:
                raise InputError(f"{row[key_column]!r} stands here twice", path, line)
            records[path.stem, key] = Record(_KINDS[path.stem], key, {"lang": lang, **row})
    return list(records.values())


def glossary_terms(bodies: Iterable[dict[str, str]]) -> list[GlossaryTerm]:
    """Glossary terms from record bodies."""
    return [
        GlossaryTerm(
            body["term"],
            body["meaning"],
            tuple(form.strip() for form in body.get("also", "").split(";") if form.strip()),
        )
        for body in bodies
    ]


def words_on_page(terms: Iterable[GlossaryTerm], text: str) -> list[GlossaryTerm]:
    """The terms that stand on a page, in the order of reading; of two that begin alike, the longer."""
    forms = {form.casefold(): term for term in terms for form in (term.term, *term.also)}
    if not forms:
        return []
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
    met = (forms[match.group(0).casefold()] for match in pattern.finditer(text) if match.group(0).casefold() in forms)
    return list(dict.fromkeys(met))


def words_to_explain(terms: Iterable[GlossaryTerm], text: str, most: int) -> list[GlossaryTerm]:
    """At most so many of `words_on_page`; short forms that the page does not write out are never left out for others.

    WCAG 2.2, 3.1.4: what a short form stands for can be found.
    """
    met = words_on_page(terms, text)
    short = [term for term in met if any(form in text and f"({form})" not in text for form in _short_forms(term))]
    kept = set([*short, *(term for term in met if term not in short)][:most])
    return [term for term in met if term in kept]


def _short_forms(term: GlossaryTerm) -> list[str]:
    return [form for form in (term.term, *term.also) if len(form) > 1 and form.isupper()]
