"""The reading grade of every English page, as a council would ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from kiosk.content.prose import Prose
from kiosk.content.readability import excused_patterns, grade
from kiosk.content.word_lists import GlossaryTerm


class Grades(NamedTuple):
    """Flesch-Kincaid grades by page."""

    by_page: dict[str, float]

    def in_words(self) -> str:
        """One line for people; nothing where there is no page to grade."""
        if not self.by_page:
            return ""
        hardest = max(self.by_page, key=lambda page: self.by_page[page])
        middle = median(self.by_page.values())
        highest = self.by_page[hardest]
        return f"reading grade of {len(self.by_page)} pages: median {middle:.1f}, highest {highest:.1f} ({hardest})"


def grades_of(pages: Iterable[tuple[str, Prose]], glossary: Iterable[GlossaryTerm], names: Iterable[str]) -> Grades:
    """The grade of each page, where it has sentences; words of the glossary and names of contacts are excused."""
    excused = excused_patterns(glossary, names)
    found: dict[str, float] = {}
    for place, prose in pages:
        texts = [piece.text for piece in prose.pieces if piece.kind not in ("title", "heading", "cell")]
        graded = grade(texts, [*excused_patterns((), prose.link_texts), *excused])
        if graded is not None:
            found[place] = graded
    return Grades(found)
