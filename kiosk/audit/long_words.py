"""Names as long as a careless feed can make them, with and without a place to break a line."""

from __future__ import annotations

from itertools import cycle

LONGEST = 300
_SYLLABLES = ("llan", "fair", "pwll", "gwyn", "gyll", "go", "ger", "ych")
_WORDS = ("Friendship", "and", "Advice", "Centre", "for", "People", "of", "All", "Ages", "with", "their", "Families")


def unbroken(start: str, length: int = LONGEST) -> str:
    """A word of so many letters without a space, a hyphen or any other place to break it."""
    made = start
    for syllable in cycle(_SYLLABLES):
        if len(made) >= length:
            break
        made += syllable
    return made[:length]


def spaced(start: str, length: int = LONGEST) -> str:
    """A name of about so many letters in ordinary words."""
    made = start
    for word in cycle(_WORDS):
        if len(made) + 1 + len(word) > length:
            break
        made += f" {word}"
    return made


UNBROKEN_TERM = unbroken("Termof")
SPACED_TERM = spaced("Term of")
