"""What a voice engine gives: sound as samples, with the exact place of every word in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.errors import MissingPartError

NORMAL_RATE = 150
SLOWEST_RATE = NORMAL_RATE // 2
FASTEST_RATE = NORMAL_RATE * 2


def sensible_rate(words_a_minute: float) -> int:
    """The speed kept between 50 % and 200 % of the normal one, in words a minute."""
    return int(min(max(words_a_minute, SLOWEST_RATE), FASTEST_RATE))


@dataclass(frozen=True, slots=True)
class WordTime:
    """One word of the text that was given to the engine; `at` counts sound frames from the start of the sound."""

    start: int
    length: int
    at: int


@dataclass(frozen=True, slots=True)
class Sound:
    """Signed 16-bit samples, one channel, in the machine's byte order; `complete` is False when it was cut short."""

    pcm: bytes
    frames_per_second: int
    words: tuple[WordTime, ...] = ()
    complete: bool = True

    @property
    def frames(self) -> int:
        return len(self.pcm) // 2


class SpeechError(MissingPartError):
    """Speech cannot be made or heard; `code` is one of no-engine, no-voice, no-audio."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Engine(Protocol):
    """Turns text into sound. One language has one voice; a language without a voice raises "no-voice"."""

    @property
    def frames_per_second(self) -> int: ...

    def languages(self) -> tuple[str, ...]:
        """Every language tag with a voice, in small letters."""

    def has_voice(self, language: str) -> bool:
        """Whether text in this language can be spoken by a voice made for it."""

    def synthesise(self, text: str, language: str, words_a_minute: int) -> Sound:
        """The text as sound. Raises `SpeechError`."""
