"""Text made ready for a voice: sentences, words, and what is said instead of what is shown. Offsets are code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from kiosk.speech.rewriting import Rule, Spoken, rewrite
from kiosk.speech.spoken_english import english_rules
from kiosk.speech.spoken_numbers import number_rules

__all__ = ["Span", "Spoken", "normalise", "sentences", "token_at", "tokens"]

LONGEST_SENTENCE = 300
"""A longer one is cut at a comma or a space, so that "say that again" and the first sound stay short."""

_END = re.compile(
    "(?:[.!?…]+|[؟۔।॥။])[\"'”’»)\\]]*(?=\\s|$)"  # ends that need a space after them
    "|[。！？]+[」』”’）]*"  # ends that do not
    "|[\\n\\r\\u2028\\u2029]+"
)
_SHORT_FORMS = "e.g i.e eg ie mr mrs ms mx dr prof rev st mt rd ave no tel approx vs dept inc ltd hon"
_NEVER_LAST = frozenset(_SHORT_FORMS.split())
_NEXT = re.compile(r"\s*+(\S)")
_WORD_BEFORE = re.compile(r"[\w.'’]+$")
_EDGES = "\"'“”‘’«»()[]{}<>.,;:!?…؟،؛。、！？"


class Span(NamedTuple):
    """A stretch of text from `start` up to but not with `end`."""

    start: int
    end: int


def sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Every sentence in order, without the blanks around it; together they hold all that is not blank."""
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() < len(text) and not _ends_sentence(text, match, lang):
            continue
        found.extend(_pieces(text, start, match.end()))
        start = match.end()
    found.extend(_pieces(text, start, len(text)))
    return tuple(found)


def _ends_sentence(text: str, match: re.Match[str], lang: str) -> bool:
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    word = before[0].lower() if before else ""
    after = _NEXT.match(text, match.end())
    following = after[1] if after else ""
    if following.islower():
        return False
    if lang.partition("-")[0] == "en" and word in _NEVER_LAST:
        return word == "no" and not following.isdigit()
    # One capital letter with a full stop is an initial ("J. Smith"), unless it closes the line.
    return not (len(word) == 1 and word.isalpha() and word != "i" and following.isupper())


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The stretch without blanks at its ends, cut where it is too long to be said in one go."""
    found: list[Span] = []
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return found
        cut = end if end - start <= LONGEST_SENTENCE else _cut(text, start, start + LONGEST_SENTENCE)
        last = cut
        while last > start and text[last - 1].isspace():
            last -= 1
        found.append(Span(start, last))
        start = cut


def _cut(text: str, start: int, limit: int) -> int:
    lowest = start + LONGEST_SENTENCE // 3
    for signs in (";:", ",،、", " "):
        for place in range(limit, lowest, -1):
            if text[place - 1] in signs and (signs == " " or text[place].isspace()):
                return place
    return limit


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Span, ...]:
    """The words as a reader sees them: no blanks, no punctuation round them; "£23,250" and "10am" are one each."""
    found: list[Span] = []
    for match in re.finditer(r"\S+", text):
        start, end = match.span()
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if any(character.isalnum() for character in text[start:end]):
            found.append(Span(start, end))
    return tuple(found)


def token_at(text: str, offset: int) -> Span | None:
    """The word that holds the offset, else the one before it, else the first; None when there are no words."""
    words = tokens(text)
    if not words:
        return None
    return words[max(0, bisect_right(words, (offset, len(text) + 1)) - 1)]


def normalise(text: str, lang: str) -> Spoken:
    """What the voice is given for a text, and where each of its characters came from in the text."""
    return rewrite(text, _rules(lang.partition("-")[0].lower()))


@lru_cache(maxsize=64)
def _rules(language: str) -> tuple[Rule, ...]:
    numbers = number_rules(language)
    if language != "en":
        return tuple(numbers)
    english = english_rules()
    # Addresses and dates come first: the digits inside them are not telephone numbers.
    return (*english[:5], *numbers, *english[5:])
