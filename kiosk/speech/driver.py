"""Our driver for pyttsx3: ``pyttsx3.init("kiosk_espeak")`` works once this module is imported.

The drivers that come with pyttsx3 play the sound themselves and throw its word times away. This one makes the sound and
hands it on with its words under a topic of its own, "sound"; playing is the worker's business. See
``docs/decisions/0007-speech.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.speech.engine import NORMAL_RATE, Sound, SpeechError, sensible_rate
from kiosk.speech.espeak import Voice, library
from kiosk.speech.wav_file import WavFile

NAME = "kiosk_espeak"
_SAME = {"zh": "cmn", "no": "nb"}
_PREFERRED = {"en": "en-gb", "fr": "fr-fr"}
_GENDERS = {1: "male", 2: "female"}


def voice_for(language: str, voices: tuple[Voice, ...]) -> Voice | None:
    """The voice made for a language: its full tag, else its main part; never a relative ("so" is not read by "om")."""
    tag = language.lower().replace("_", "-")
    main = tag.partition("-")[0]
    for wanted in (tag, _PREFERRED.get(tag), _SAME.get(tag), _PREFERRED.get(main), main, _SAME.get(main)):
        if wanted == "en":
            continue  # a dozen voices call themselves "en"; the British one is meant
        fitting = [
            (rank, number) for number, voice in enumerate(voices) for name, rank in voice.languages if name == wanted
        ]
        if fitting:
            return voices[min(fitting)[1]]
    return None


class EspeakDriver:
    """What pyttsx3 asks of a driver, done at once in the calling thread.

    Topics sent: started-utterance, sound (``sound=Sound``), started-word, finished-utterance, error.
    """

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._espeak = library()
        self._voices = self._espeak.voices()
        self._voice = ""
        self._rate = NORMAL_RATE
        self._volume = 1.0
        self._looping = False
        self._choose(voice_for("en", self._voices))

    def destroy(self) -> None:
        """Nothing is held that must be given back; the library is shared by the process."""

    def say(self, text: str) -> None:
        self._proxy.notify("started-utterance")
        sound = self._make(text)
        self._proxy.notify("sound", sound=sound)
        for word in sound.words:
            self._proxy.notify("started-word", location=word.start, length=word.length)
        self._proxy.notify("finished-utterance", completed=sound.complete)

    def save_to_file(self, text: str, filename: str) -> None:
        self._proxy.notify("started-utterance")
        sound = self._make(text)
        with WavFile(Path(filename), sound.frames_per_second) as file:
            file.add(sound.pcm)
        self._proxy.notify("finished-utterance", completed=sound.complete)

    def stop(self) -> None:
        self._espeak.abort()

    def getProperty(self, name: str) -> object:
        if name == "voices":
            from pyttsx3.voice import Voice as ListedVoice

            return [
                ListedVoice(
                    voice.id, voice.name, [tag for tag, _ in voice.languages], _GENDERS.get(voice.gender), voice.age
                )
                for voice in self._voices
            ]
        if name == "voice":
            return self._voice
        if name == "rate":
            return self._rate
        if name == "volume":
            return self._volume
        raise KeyError(f"unknown property {name}")

    def setProperty(self, name: str, value: Any) -> None:
        """As pyttsx3; besides "voice" (an id) there is "language" (a tag). A wrong one goes to the topic "error"."""
        if name == "voice":
            self._choose(next((voice for voice in self._voices if voice.id == value), None))
        elif name == "language":
            self._choose(voice_for(str(value), self._voices))
        elif name == "rate":
            self._rate = sensible_rate(value)
        elif name == "volume":
            self._volume = min(max(float(value), 0.0), 1.0)
        else:
            raise KeyError(f"unknown property {name}")

    def startLoop(self) -> None:
        self._looping = True
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        self._looping = False

    def iterate(self) -> Iterator[None]:
        self._looping = True
        self._proxy.setBusy(False)
        while self._looping:
            yield

    def _choose(self, voice: Voice | None) -> None:
        if voice is None:
            raise SpeechError("no-voice")
        self._voice = voice.id

    def _make(self, text: str) -> Sound:
        self._espeak.use_voice(self._voice)
        self._espeak.use_rate(self._rate)
        self._espeak.use_volume(self._volume)
        return self._espeak.synthesise(text)


def buildDriver(proxy: Any) -> EspeakDriver:
    """Called by pyttsx3."""
    return EspeakDriver(proxy)


# pyttsx3 looks for its drivers among its own modules; this puts ours there without touching its files.
sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


class PyttsxEngine:
    """The engine that the product uses: pyttsx3 with the driver above. Raises `SpeechError("no-engine")`."""

    def __init__(self) -> None:
        import pyttsx3

        self._engine = pyttsx3.init(NAME)
        self._made: list[Sound] = []
        self._wrong: list[Exception] = []
        self._engine.connect("sound", self._on_sound)
        self._engine.connect("error", self._on_error)
        self._voices = library().voices()
        self._languages = tuple(sorted({tag for voice in self._voices for tag, _ in voice.languages}))

    @property
    def frames_per_second(self) -> int:
        return library().frames_per_second

    def languages(self) -> tuple[str, ...]:
        return tuple(sorted({*self._languages, *(tag for tag in _SAME if self.has_voice(tag))}))

    def has_voice(self, language: str) -> bool:
        return voice_for(language, self._voices) is not None

    def synthesise(self, text: str, language: str, words_a_minute: int) -> Sound:
        """The text as sound; nothing but blanks gives no sound. Raises `SpeechError`."""
        if not text.strip():
            return Sound(b"", self.frames_per_second)
        self._made.clear()
        self._wrong.clear()
        self._engine.setProperty("language", language)
        self._engine.setProperty("rate", words_a_minute)
        self._engine.say(text)
        self._engine.runAndWait()
        for error in self._wrong:
            raise error if isinstance(error, SpeechError) else SpeechError("no-engine")
        return self._made.pop()

    def _on_sound(self, name: str | None, sound: Sound) -> None:
        self._made.append(sound)

    def _on_error(self, name: str | None, exception: Exception) -> None:
        self._wrong.append(exception)
