"""Rewriting a text for a voice while remembering where every spoken character came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Piece = tuple[str, int]
"""Spoken words and the place in the displayed text that they stand for."""


class Spoken(NamedTuple):
    """What the voice is given. `origin[n]` is the displayed offset of spoken code point n; it never goes back."""

    text: str
    origin: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how it is said; `say` gives nothing to leave the match alone."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], Sequence[Piece] | None]


def as_words(words: str) -> Callable[[re.Match[str]], list[Piece]]:
    """Say the same words whatever was matched; ``\\1`` stands for a group."""
    return lambda match: [(match.expand(words), match.start())]


def rewrite(text: str, rules: Iterable[Rule]) -> Spoken:
    """The text with each rule applied where no earlier rule has spoken; the rest passes through."""
    taken = bytearray(len(text))
    claims: list[tuple[int, int, Sequence[Piece]]] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            pieces = rule.say(match)
            if pieces is not None:
                taken[start:end] = b"\1" * (end - start)
                claims.append((start, end, pieces))
    return _joined(text, sorted(claims, key=lambda claim: claim[0]))


def _joined(text: str, claims: list[tuple[int, int, Sequence[Piece]]]) -> Spoken:
    spoken: list[str] = []
    origin: list[int] = []

    def add(words: str, at: int) -> None:
        at = max(at, origin[-1]) if origin else at
        spoken.append(words)
        origin.extend([at] * len(words))

    done = 0
    for start, end, pieces in [*claims, (len(text), len(text), [])]:
        for place in range(done, start):
            add(speakable(text[place]), place)
        for words, at in pieces:
            add("".join(speakable(character) for character in words), min(max(at, start), max(start, end - 1)))
        done = end
    return Spoken("".join(spoken), tuple(origin))


_JOINERS = "\u200c\u200d"  # they shape letters in Persian, Sinhala and the Indic scripts


def speakable(character: str) -> str:
    """The character as a voice may get it: spaces of all kinds become a space, marks that are not heard vanish."""
    if " " < character < "\x7f":
        return character
    if character in _JOINERS:
        return character
    if character == "\n":
        return "\n"
    if character == "\u2011":
        return "-"
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    return " " if kind[0] in "ZC" else character
