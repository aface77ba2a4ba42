"""A voice for tests: one tone a word, 100 frames long, at 1000 frames a second; every time is known."""

from __future__ import annotations

import array
import re

from kiosk.speech.engine import Sound, SpeechError, WordTime

FRAMES_A_WORD = 100


class ToneEngine:
    """Speaks every language but "so"."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, int]] = []

    @property
    def frames_per_second(self) -> int:
        return 1000

    def languages(self) -> tuple[str, ...]:
        return ("ar", "en")

    def has_voice(self, language: str) -> bool:
        return language != "so"

    def synthesise(self, text: str, language: str, words_a_minute: int) -> Sound:
        if not self.has_voice(language):
            raise SpeechError("no-voice")
        self.said.append((text, language, words_a_minute))
        words = [match.span() for match in re.finditer(r"\S+", text)]
        times = tuple(WordTime(a, b - a, number * FRAMES_A_WORD) for number, (a, b) in enumerate(words))
        tones = array.array("h")
        for number in range(len(words)):
            tones.extend([1000 + number] * FRAMES_A_WORD)
        return Sound(tones.tobytes(), 1000, times)


class HandSink:
    """A loudspeaker whose clock is moved by hand; it holds 200 frames."""

    def __init__(self) -> None:
        self.heard = array.array("h")
        self.waiting = array.array("h")
        self.log: list[str] = []
        self.position = 0
        self.paused = False
        self.fault = ""

    def open(self, frames_per_second: int) -> None:
        if self.fault == "open":
            raise SpeechError("no-audio")
        self.log.append("open")
        self.position = 0
        self.paused = False

    def write(self, pcm: bytes) -> int:
        room = max(0, 200 - len(self.waiting)) * 2
        self.waiting.frombytes(pcm[:room])
        return len(pcm[:room])

    def played(self) -> int:
        if self.fault == "played":
            raise SpeechError("no-audio")
        return self.position

    def drained(self) -> bool:
        return not self.waiting

    def pause(self) -> None:
        self.paused = True
        self.log.append("pause")

    def resume(self) -> None:
        self.paused = False
        self.log.append("resume")

    def set_volume(self, volume: float) -> None:
        self.log.append(f"volume {volume:g}")

    def close(self) -> None:
        self.waiting = array.array("h")
        self.log.append("close")

    def pass_time(self, frames: int) -> None:
        """Hear up to so many frames of what is waiting."""
        if not self.paused:
            heard = self.waiting[:frames]
            self.heard.extend(heard)
            self.position += len(heard)
            self.waiting = self.waiting[frames:]
