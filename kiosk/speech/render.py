"""Text to a WAV file, as fast as the engine can, without a sound device."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.speech.engine import Engine, SpeechError, sensible_rate
from kiosk.speech.script import Utterance, lines, say
from kiosk.speech.wav_file import WavFile


def render(utterances: Sequence[Utterance], engine: Engine, words_a_minute: int, file: Path) -> float:
    """Write the utterances, one after another; gives the length in seconds.

    Raises `SpeechError`: "no-voice" when nothing can be spoken, "no-file" when the file cannot be written.
    """
    wanted = lines(utterances)
    spoken = [line for line in wanted if engine.has_voice(line.lang)]
    if wanted and not spoken:
        raise SpeechError("no-voice")
    frames = 0
    try:
        with WavFile(file, engine.frames_per_second) as written:
            for line in spoken:
                sound, _ = say(line, engine, sensible_rate(words_a_minute))
                written.add(sound.pcm)
                frames += sound.frames
    except OSError:
        raise SpeechError("no-file") from None
    return frames / engine.frames_per_second
