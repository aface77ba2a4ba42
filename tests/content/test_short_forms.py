"""Short forms on our own pages are written out there, or explained under "Words on this page" (WCAG 3.1.4)."""

from __future__ import annotations

import re

import pytest

from kiosk import resources
from kiosk.content.guides import Guide, guide_from_record
from kiosk.content.prose import prose_of
from kiosk.content.word_lists import GlossaryTerm, glossary_terms, words_to_explain
from kiosk.edition.gather import gather

SHOWN = 8
"""How many words a page explains at most."""
WORDS_BY_NOW = {"TV", "UK", "PIN"}
"""Short forms that nobody writes out any more."""


def unexplained(text: str, glossary: list[GlossaryTerm]) -> set[str]:
    """Short forms that a page neither writes out nor explains."""
    explained = words_to_explain(glossary, text, SHOWN)
    found = set(re.findall(r"\b[A-Z]{2,}s?\b", text)) - WORDS_BY_NOW  # a form's number, such as SR1, is its name
    return {
        short
        for short in found
        if f"({short})" not in text and not any(term.pattern().search(short) for term in explained)
    }


def test_short_forms_are_found() -> None:
    glossary = [GlossaryTerm("NHS", "The National Health Service.")]
    assert unexplained("Ask the NHS. The Care Quality Commission (CQC) helps. CQC can come.", glossary) == set()
    assert unexplained("Ask the NHS, the CQC and DWPs.", []) == {"NHS", "CQC", "DWPs"}


def test_a_short_form_is_never_left_out_for_other_words() -> None:
    words = [GlossaryTerm(word, "A word.") for word in ("advocate", "carer", "review")]
    terms = [*words, GlossaryTerm("general practitioner", "A family doctor.", ("GP", "GPs"))]
    text = "An advocate, a carer and a review. Ask your GP."
    assert [term.term for term in words_to_explain(terms, text, 2)] == ["advocate", "general practitioner"]
    assert [term.term for term in words_to_explain(terms, text.replace("GP", "(GP)"), 2)] == ["advocate", "carer"]


RECORDS = gather(resources.demo_source()).records
GUIDES = [guide_from_record(r.body) for r in RECORDS if r.kind == "guide" and r.body["lang"] == "en"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_short_form_on_our_pages_is_written_out_or_explained(guide: Guide) -> None:
    bodies = [record.body for record in RECORDS if record.kind == "glossary" and record.body["lang"] == "en"]
    pieces = prose_of(guide.title, guide.summary, guide.document.blocks).pieces
    assert unexplained("\n".join(piece.text for piece in pieces), glossary_terms(bodies)) == set()
