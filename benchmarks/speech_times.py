"""Times that a listener feels: Listen to first sound, Stop to silence, highlight against the sound that was heard.

Plays into a private sound server and records it there. Prints rows of ``name value unit``.
"""

from __future__ import annotations

import array
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "speech"))

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from sound_rig import RATE, SoundRig, missing_part

from kiosk.document.reading import Reading
from kiosk.speech.controller import SpeechController
from kiosk.speech.driver import PyttsxEngine
from kiosk.speech.script import Utterance, lines, say

TEXTS = (
    "The council finds out what help you need. It is free, and you can ask for it at any time.",
    "Phone 0300 123 4567, Monday to Friday, 9am to 5pm. You pay nothing if you have less than £14,250.",
)
ROUNDS = 8


def wait_for(done: Callable[[], bool], seconds: float) -> bool:
    """Let Qt work until something is so."""
    until = time.monotonic() + seconds
    loop = QEventLoop()
    while not done() and time.monotonic() < until:
        QTimer.singleShot(2, loop.quit)
        loop.exec()
    return done()


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def row(name: str, value: float, unit: str) -> None:
    print(f"{name} {value:.1f} {unit}")


def main() -> int:
    reason = missing_part()
    if reason:
        print(f"speech-times skipped ({reason})", file=sys.stderr)
        return 0
    application = QCoreApplication([])
    rig = SoundRig()
    os.environ["PULSE_SERVER"] = rig.server
    voice = SpeechController()
    try:
        measure(voice, rig)
    finally:
        voice.close()
        rig.close()
        application.processEvents()
    return 0


def measure(voice: SpeechController, rig: SoundRig) -> None:
    ready: list[float] = []
    over: list[float] = []
    words: list[tuple[str, int, float]] = []
    voice.ready.connect(lambda: ready.append(time.monotonic()))
    voice.finished.connect(lambda: over.append(time.monotonic()))
    voice.word_started.connect(lambda path, start, length: words.append((path, start, time.monotonic())))
    began = time.monotonic()
    voice.prepare()
    wait_for(lambda: bool(ready), 20)
    row("speech-worker-ready", (ready[0] - began) * 1000, "ms")
    wait_for(lambda: False, 0.5)
    readings = [Reading(str(number), text, "en") for number, text in enumerate(TEXTS)]

    engine = PyttsxEngine()
    expected = array.array("h")
    places: dict[tuple[str, int], int] = {}
    for line in lines([Utterance(text, "en") for text in TEXTS]):
        sound, marks = say(line, engine, 150)
        places.update({(str(line.utterance), mark.start): len(expected) + mark.at for mark in marks})
        expected.extend(array.array("h", sound.pcm))

    # A sound server that has been idle grows its buffers; the first round shows what a first visitor gets.
    firsts: list[float] = []
    silences: list[float] = []
    for _ in range(ROUNDS):
        pressed = time.monotonic()
        voice.speak(readings, "en", 150, 1.0)
        wait_for(lambda: False, 1.2)
        stopped = time.monotonic()
        voice.stop()
        wait_for(lambda: False, 0.5)
        heard = rig.recording()
        first, last = heard.first_sound(pressed), heard.last_sound()
        # The sound itself opens with a quiet stretch, which is not the machine's delay.
        lead = next(frame for frame, sample in enumerate(expected) if abs(sample) > 700) / RATE
        firsts.append(((first or 0.0) - pressed - lead) * 1000)
        silences.append(max(0.0, ((last or 0.0) - stopped) * 1000))
    row("listen-to-first-sound-median", percentile(firsts, 0.5), "ms")
    row("listen-to-first-sound-worst", max(firsts), "ms")
    row("stop-to-silence-median", percentile(silences, 0.5), "ms")
    row("stop-to-silence-worst", max(silences), "ms")

    words.clear()
    pressed = time.monotonic()
    voice.speak(readings, "en", 150, 1.0)
    wait_for(lambda: bool(over), 60)
    wait_for(lambda: False, 0.4)
    heard = rig.recording()
    frames = [places[path, start] for path, start, _ in words]
    found = heard.places_of(expected, frames, pressed)
    sure = [(at, place) for (_, _, at), (place, alike) in zip(words, found, strict=True) if alike > 0.9]
    row("words-found-in-the-recording", 100 * len(sure) / max(1, len(words)), "%")
    row("sound-longer-than-made", (over[-1] - pressed - len(expected) / RATE) * 1000, "ms")
    errors = [(at - heard.time_of(place)) * 1000 for at, place in sure]
    row("highlight-against-sound-mean", sum(errors) / len(errors), "ms")
    row("highlight-against-sound-p95", percentile([abs(error) for error in errors], 0.95), "ms")
    row("highlight-against-sound-worst", max(abs(error) for error in errors), "ms")


if __name__ == "__main__":
    sys.exit(main())
