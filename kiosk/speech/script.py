"""What is to be read, as a row of sentences with their places in the displayed texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.speech.engine import Engine, Sound
from kiosk.speech.text import normalise, sentences, token_at

REST_BETWEEN_TEXTS = 0.2
"""Seconds of silence added after a paragraph, so that a listener hears that it has ended."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One displayed text to be read."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: which utterance it belongs to, and where it stands in that utterance's displayed text."""

    utterance: int
    start: int
    text: str
    lang: str
    last: bool

    @property
    def length(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Word:
    """One displayed word and the frame at which its sound begins; `start` counts in the utterance's text."""

    start: int
    length: int
    at: int


def lines(utterances: Sequence[Utterance], first: tuple[int, int] = (0, 0)) -> tuple[Line, ...]:
    """The sentences in order, from the one that holds the place `first` (utterance, offset) onwards."""
    found: list[Line] = []
    for number, utterance in enumerate(utterances):
        spans = sentences(utterance.text, utterance.lang)
        for place, span in enumerate(spans):
            if (number, span.end) > first:
                text = utterance.text[span.start : span.end]
                found.append(Line(number, span.start, text, utterance.lang, place == len(spans) - 1))
    return tuple(found)


def say(line: Line, engine: Engine, words_a_minute: int) -> tuple[Sound, tuple[Word, ...]]:
    """The line's sound, and its displayed words in order. Raises `SpeechError`.

    Engines report odd places inside numbers and report some words twice, so each event is led back to the displayed
    word that holds it, and the words never go backwards.
    """
    spoken = normalise(line.text, line.lang)
    sound = engine.synthesise(spoken.text, line.lang, words_a_minute)
    words: list[Word] = []
    reached = -1
    for event in sound.words:
        if not 0 <= event.start < len(spoken.origin):
            continue
        token = token_at(line.text, spoken.origin[event.start])
        if token is not None and token.start > reached:
            reached = token.start
            words.append(Word(line.start + token.start, token.end - token.start, event.at))
    if line.last:
        rest = b"\0\0" * int(REST_BETWEEN_TEXTS * sound.frames_per_second)
        sound = Sound(sound.pcm + rest, sound.frames_per_second, sound.words, sound.complete)
    return sound, tuple(words)
