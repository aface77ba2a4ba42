"""A small binding to libespeak-ng: samples and word events, synthesised at once in the calling thread."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_short, c_ubyte, c_uint, c_void_p
from dataclasses import dataclass
from functools import cache

from kiosk.speech.engine import Sound, SpeechError, WordTime

LIBRARY_VARIABLE = "SIGNPOST_ESPEAK_LIBRARY"
"""Names another library file; for machines that keep it in an unusual place."""

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_END_PAUSE = 0x1000
_CHARACTERS = 1
_RATE, _VOLUME, _WORD_GAP = 1, 2, 7
_EVENTS_END, _EVENT_WORD = 0, 1
_SLOWEST_NATIVE_RATE = 85
"""Below this espeak-ng 1.51 no longer slows down by itself (measured), so gaps between words do the rest."""
_GAP_PER_LOST_RATE = 0.1
_MOST_VOICES = 2000


class _Event(Structure):
    _fields_ = (
        ("type", c_int),
        ("unique_identifier", c_uint),
        ("text_position", c_int),
        ("length", c_int),
        ("audio_position", c_int),
        ("sample", c_int),
        ("user_data", c_void_p),
        ("id", c_ubyte * 8),
    )


class _Voice(Structure):
    _fields_ = (
        ("name", c_char_p),
        ("languages", c_void_p),
        ("identifier", c_char_p),
        ("gender", c_ubyte),
        ("age", c_ubyte),
        ("variant", c_ubyte),
        ("reserved", c_ubyte),
        ("score", c_int),
        ("spare", c_void_p),
    )


_Callback = CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the library; `languages` are tags in small letters with the voice's own rank, best first."""

    id: str
    name: str
    languages: tuple[tuple[str, int], ...]
    gender: int = 0
    age: int = 0


class Espeak:
    """The library; one to a process, see `library`. Raises `SpeechError("no-engine")` without it or its data."""

    def __init__(self) -> None:
        try:
            library = ctypes.CDLL(os.environ.get(LIBRARY_VARIABLE, "libespeak-ng.so.1"))
            self._declare(library)
        except (OSError, AttributeError):
            raise SpeechError("no-engine") from None
        with _no_sound_server():
            self.frames_per_second: int = library.espeak_Initialize(_SYNCHRONOUS, 100, None, _DO_NOT_EXIT)
        if self.frames_per_second <= 0:
            raise SpeechError("no-engine")
        self._library = library
        self._callback = _Callback(self._collect)  # kept alive for as long as the library may call it
        library.espeak_SetSynthCallback(self._callback)
        self._chunks: list[bytes] = []
        self._words: list[WordTime] = []
        self._aborted = False

    @staticmethod
    def _declare(library: ctypes.CDLL) -> None:
        library.espeak_Initialize.argtypes = (c_int, c_int, c_char_p, c_int)
        library.espeak_SetSynthCallback.argtypes = (_Callback,)
        library.espeak_SetSynthCallback.restype = None
        library.espeak_SetVoiceByName.argtypes = (c_char_p,)
        library.espeak_SetParameter.argtypes = (c_int, c_int, c_int)
        library.espeak_ListVoices.argtypes = (c_void_p,)
        library.espeak_ListVoices.restype = POINTER(POINTER(_Voice))
        library.espeak_Synth.argtypes = (
            c_char_p, ctypes.c_size_t, c_uint, c_int, c_uint, c_uint, POINTER(c_uint), c_void_p,
        )  # fmt: skip

    def voices(self) -> tuple[Voice, ...]:
        """Every voice in the library's own order of preference."""
        found: list[Voice] = []
        listed = self._library.espeak_ListVoices(None)
        for number in range(_MOST_VOICES):
            if not listed[number]:
                break
            voice = listed[number].contents
            found.append(
                Voice(
                    (voice.identifier or b"").decode("utf-8", "replace"),
                    (voice.name or b"").decode("utf-8", "replace"),
                    _language_tags(voice.languages),
                    voice.gender,
                    voice.age,
                )
            )
        return tuple(found)

    def use_voice(self, voice_id: str) -> None:
        """Speak with this voice from now on. Raises `SpeechError("no-voice")`."""
        if self._library.espeak_SetVoiceByName(voice_id.encode()) != 0:
            raise SpeechError("no-voice")

    def use_rate(self, words_a_minute: int) -> None:
        """Speak at this speed from now on."""
        lost = max(0, _SLOWEST_NATIVE_RATE - words_a_minute)
        self._library.espeak_SetParameter(_RATE, max(words_a_minute, _SLOWEST_NATIVE_RATE), 0)
        self._library.espeak_SetParameter(_WORD_GAP, round(lost * _GAP_PER_LOST_RATE), 0)

    def use_volume(self, volume: float) -> None:
        """Loudness of the samples themselves, from 0 to 1."""
        self._library.espeak_SetParameter(_VOLUME, round(100 * min(max(volume, 0.0), 1.0)), 0)

    def synthesise(self, text: str) -> Sound:
        """The text as sound; word offsets are code points. Markup and phoneme codes in the text are read as text."""
        self._chunks, self._words, self._aborted = [], [], False
        data = text.replace("\0", " ").encode("utf-8", "replace") + b"\0"
        self._library.espeak_Synth(data, len(data), 0, _CHARACTERS, 0, _UTF8 | _END_PAUSE, None, None)
        return Sound(b"".join(self._chunks), self.frames_per_second, tuple(self._words), not self._aborted)

    def abort(self) -> None:
        """End the synthesis under way at its next piece; called from another thread."""
        self._aborted = True

    def _collect(self, samples: object, count: int, events: object) -> int:
        # Called from C: nothing may be raised here; 1 ends the synthesis.
        try:
            if samples and count > 0:
                self._chunks.append(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
            number = 0
            while events and events[number].type != _EVENTS_END:  # type: ignore[index]
                event = events[number]  # type: ignore[index]
                if event.type == _EVENT_WORD and event.length > 0 and event.text_position > 0:
                    self._words.append(WordTime(event.text_position - 1, event.length, event.sample))
                number += 1
        except Exception:
            self._aborted = True
        return 1 if self._aborted else 0


@contextmanager
def _no_sound_server() -> Iterator[None]:
    """The library looks for a sound server although it is to play nothing, and a frozen one would hold it for ever."""
    before = os.environ.get("PULSE_SERVER")
    os.environ["PULSE_SERVER"] = "unix:/nonexistent/sound"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PULSE_SERVER"]
        else:
            os.environ["PULSE_SERVER"] = before


@cache
def library() -> Espeak:
    """The one instance: the C library keeps a single voice, speed and callback for the whole process."""
    return Espeak()


def _language_tags(address: int | None) -> tuple[tuple[str, int], ...]:
    """The library's list: a rank byte, a tag, a zero byte, again and again; a zero rank ends it."""
    tags: list[tuple[str, int]] = []
    while address:
        rank = ctypes.c_ubyte.from_address(address).value
        if rank == 0:
            break
        tag = ctypes.string_at(address + 1)
        tags.append((tag.decode("utf-8", "replace").lower(), rank))
        address += len(tag) + 2
    return tuple(tags)
