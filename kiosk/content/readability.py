"""How hard an English text is to read: sentences, syllables and the Flesch-Kincaid grade.

A grade is a hint for staff about where to look first, never a claim about a page (NHS service manual, "How we write").
Grade 6 is about a reading age of 11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.content.word_lists import GlossaryTerm

BENEFIT_NAMES = (
    "Attendance Allowance",
    "Armed Forces Independence Payment",
    "Blue Badge",
    "Carer Element",
    "Carer's Allowance",
    "Carer's Credit",
    "Child Benefit",
    "Citizens Advice",
    "Cold Weather Payment",
    "Constant Attendance Allowance",
    "Council Tax Reduction",
    "Council Tax Support",
    "Disability Living Allowance",
    "Disabled Facilities Grant",
    "Employment and Support Allowance",
    "Guarantee Credit",
    "Housing Benefit",
    "Income Support",
    "Jobseeker's Allowance",
    "NHS Continuing Healthcare",
    "NHS-funded nursing care",
    "Pension Credit",
    "Personal Independence Payment",
    "Savings Credit",
    "State Pension",
    "Statutory Sick Pay",
    "Support for Mortgage Interest",
    "Universal Credit",
    "Warm Home Discount",
    "Winter Fuel Payment",
)
"""Names that a page must use because letters and forms use them; they don't count as long words."""

_STAND_IN = "help"
_SENTENCE_END = re.compile(r"(?<=[.!?؟۔])[\"'”’)]*\s+|\n+")
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc|vs)\.(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_VOWELS = re.compile(r"(?<![tcsg])i[ao]|(?<=[rv])iou|iet|ier$|eo|(?<![gq])ua|uel|[aeiouy]ing$")
"""Vowels that stand together but are spoken apart: "variety", "radio", "various", "usual", "trying"."""
_SILENT = re.compile(
    r"[^aeiouy]e$(?<![^aeiouy]le)"  # make, but not table
    r"|[^aeiouy]es$(?<![^aeiouy]les)(?<![sxzcg]es)(?<!ches)(?<!shes)"  # homes, but not houses
    r"|[^aeioutd]ed$"  # helped, but not wanted
    r"|[^aeiouyl]e(?:ly|ful|less|ments?|where|thing)$"  # safely
)
_SYLLABLES = {
    "area": 3, "being": 2, "business": 2, "carer": 2, "carers": 2, "create": 2, "doing": 2, "evening": 2, "every": 2,
    "everyone": 3, "everything": 3, "everyday": 3, "going": 2, "idea": 3, "ideas": 3, "interest": 2, "people": 2,
    "science": 2, "seeing": 2, "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "themselves": 2,
    "clothes": 1, "poem": 2, "safeguarding": 3, "theatre": 3, "tried": 1, "use": 1, "uses": 2, "video": 3,
    "wednesday": 2,
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one too, and the full stop of "Dr." does not."""
    marked = _ABBREVIATION.sub(r"\1", text)
    return [part for part in (piece.strip() for piece in _SENTENCE_END.split(marked)) if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """The words and numbers of a text; "carer's" and "follow-up" are one word each."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables an English word has, within one for nearly every word; a number or abbreviation counts one."""
    plain = re.sub(r"[^a-z-]", "", word.casefold().replace("’s", "").replace("'s", ""))
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part) or 1
    if not plain or (word.isupper() and len(word) > 1):
        return 1
    if plain in _SYLLABLES:
        return _SYLLABLES[plain]
    count = len(_VOWELS.findall(plain)) + len(_TWO_VOWELS.findall(plain))
    return max(1, count - len(_SILENT.findall(plain)))


def grade(texts: Iterable[str], excused: Iterable[re.Pattern[str]] = ()) -> float | None:
    """The Flesch-Kincaid grade of an English text, or None for fewer than 60 words, where it means nothing.

    Whatever an `excused` pattern finds counts as one short word.
    """
    patterns = tuple(excused)
    all_sentences: list[str] = []
    for text in texts:
        for pattern in patterns:
            text = pattern.sub(_STAND_IN, text)
        all_sentences += sentences(text)
    words = [word for sentence in all_sentences for word in words_of(sentence)]
    if len(words) < 60:
        return None
    per_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * len(words) / len(all_sentences) + 11.8 * per_word - 15.59


def excused_patterns(terms: Iterable[GlossaryTerm], names: Iterable[str] = ()) -> list[re.Pattern[str]]:
    """Patterns of the words that a page may use whatever their length: glossary terms, benefits, names of lines."""
    fixed = sorted({*BENEFIT_NAMES, *(name for name in names if name)}, key=len, reverse=True)
    found = [re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in fixed) + r")(?!\w)")]
    return found + [term.pattern() for term in terms]
