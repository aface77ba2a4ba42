"""All the way to the loudspeaker: real voice, real worker, a sound server, and a recording of what it played."""

from __future__ import annotations

import array
import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from sound_rig import RATE, SoundRig, missing_part

from kiosk.document.reading import Reading
from kiosk.speech.controller import SpeechController
from kiosk.speech.driver import PyttsxEngine
from kiosk.speech.engine import SpeechError
from kiosk.speech.protocol import State
from kiosk.speech.script import Utterance, lines, say

TEXTS = ("The council finds out what help you need.", "Phone 0300 123 4567, or pay £14,250 by Monday.")
PAGE = [Reading(str(number), text, "en") for number, text in enumerate(TEXTS)]


@pytest.fixture
def rig(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundRig]:
    reason = missing_part()
    if reason:
        pytest.skip(reason)
    made = SoundRig()
    monkeypatch.setenv("PULSE_SERVER", made.server)
    yield made
    made.close()


@pytest.fixture
def voice(rig: SoundRig, qtbot: QtBot) -> Iterator[SpeechController]:
    made = SpeechController()
    with qtbot.waitSignal(made.ready, timeout=30_000):
        made.prepare()
    qtbot.wait(500)
    yield made
    made.close()


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=40_000)


def expected_sound() -> tuple[array.array[int], dict[tuple[str, int], int]]:
    """What should be heard, and the frame at which each displayed word begins."""
    try:
        engine = PyttsxEngine()
    except SpeechError:
        pytest.skip("libespeak-ng is not installed")
    sound, places = array.array("h"), {}
    for line in lines([Utterance(text, "en") for text in TEXTS]):
        made, words = say(line, engine, 150)
        places.update({(str(line.utterance), word.start): len(sound) + word.at for word in words})
        sound.extend(array.array("h", made.pcm))
    return sound, places


def test_the_page_is_heard_and_the_highlight_is_where_the_voice_is(
    rig: SoundRig, voice: SpeechController, qtbot: QtBot
) -> None:
    sound, places = expected_sound()
    marks: list[tuple[str, int, float]] = []
    voice.word_started.connect(lambda path, start, length: marks.append((path, start, time.monotonic())))
    over: list[bool] = []
    voice.finished.connect(lambda: over.append(True))
    for _attempt in range(3):  # a machine that has no time for it loses sound on the way to the recorder
        marks.clear()
        over.clear()
        pressed = time.monotonic()
        voice.speak(PAGE, "en", 150, 1.0)
        until(qtbot, lambda: bool(over))
        qtbot.wait(400)
        assert [(path, start) for path, start, _ in marks] == list(places)
        recording = rig.recording()
        first = recording.first_sound(pressed)
        assert first is not None
        assert first - pressed < 2.0
        found = recording.places_of(sound, list(places.values()), pressed)
        alike = sorted(sure for _, sure in found)
        if alike[len(alike) // 2] > 0.9:
            break
    assert alike[len(alike) // 2] > 0.9, "the recording does not sound like the page"
    late = sorted(
        abs(at - recording.time_of(frame)) for (_, _, at), (frame, sure) in zip(marks, found, strict=True) if sure > 0.9
    )
    assert late[len(late) // 2] < 0.15, "the highlight is not where the voice is"


def test_stop_is_silence(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    heard: list[str] = []
    voice.word_started.connect(lambda *_: heard.append("word"))
    stopped: list[float] = []
    voice.stopped.connect(lambda: stopped.append(time.monotonic()))
    voice.speak(PAGE, "en", 150, 1.0)
    until(qtbot, lambda: len(heard) >= 3)
    pressed = time.monotonic()
    voice.stop()
    until(qtbot, lambda: bool(stopped))
    qtbot.wait(700)
    last = rig.recording().last_sound()
    assert last is not None
    assert last < pressed + 0.4
    assert len(rig.recording().samples) / RATE > pressed + 0.6 - rig.recording().start


def test_pause_is_silence_and_resume_goes_on(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    words: list[int] = []
    voice.word_started.connect(lambda path, start, length: words.append(start))
    over: list[bool] = []
    voice.finished.connect(lambda: over.append(True))
    voice.speak(PAGE[:1], "en", 150, 1.0)
    until(qtbot, lambda: len(words) >= 2)
    paused = time.monotonic()
    voice.pause()
    qtbot.wait(800)
    last = rig.recording().last_sound()
    assert last is not None
    assert last < paused + 0.4
    seen = len(words)
    voice.resume()
    until(qtbot, lambda: bool(over))
    assert len(words) == len(TEXTS[0].split())
    assert len(words) > seen
    again = rig.recording().last_sound()
    assert again is not None
    assert again > last + 0.5


def test_volume_is_heard(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    over: list[bool] = []
    voice.finished.connect(lambda: over.append(True))
    peaks = []
    for number, volume in enumerate((1.0, 0.25), 1):
        began = time.monotonic()
        voice.speak(PAGE[:1], "en", 200, volume)
        until(qtbot, lambda count=number: len(over) == count)
        qtbot.wait(300)
        recording = rig.recording()
        peaks.append(max(recording.samples[recording.at(began) :]))
    assert peaks[1] < peaks[0] * 0.6


def test_killing_the_worker_is_silence(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    heard: list[str] = []
    voice.word_started.connect(lambda *_: heard.append("word"))
    codes: list[str] = []
    voice.unavailable.connect(codes.append)
    voice.speak(PAGE, "en", 150, 1.0)
    until(qtbot, lambda: len(heard) >= 2)
    killed = time.monotonic()
    os.kill(voice.worker_id, signal.SIGSEGV)
    until(qtbot, lambda: codes == ["crashed"])
    qtbot.wait(700)
    last = rig.recording().last_sound()
    assert last is not None
    assert last < killed + 0.4
    voice.speak(PAGE[:1], "en", 200, 1.0)
    until(qtbot, lambda: len(heard) >= 5)


def test_a_frozen_sound_server_never_freezes_the_program(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    heard: list[str] = []
    voice.word_started.connect(lambda *_: heard.append("word"))
    signals: list[str] = []
    voice.stopped.connect(lambda: signals.append("stopped"))
    voice.unavailable.connect(signals.append)
    voice.speak(PAGE, "en", 150, 1.0)
    until(qtbot, lambda: len(heard) >= 2)
    first = voice.worker_id
    os.kill(rig.pulse.pid, signal.SIGSTOP)
    try:
        voice.stop()
        until(qtbot, lambda: signals == ["stopped"])
        voice.speak(PAGE, "en", 150, 1.0)
        until(qtbot, lambda: signals[-1] == "no-audio")
        assert voice.state == State.IDLE
        assert voice.worker_id != first
        assert signals == ["stopped", "no-audio"]
    finally:
        os.kill(rig.pulse.pid, signal.SIGCONT)
    count = len(heard)
    voice.speak(PAGE[:1], "en", 150, 1.0)
    until(qtbot, lambda: len(heard) > count + 2)


def test_a_frozen_worker_is_replaced(rig: SoundRig, voice: SpeechController, qtbot: QtBot) -> None:
    stopped: list[bool] = []
    voice.stopped.connect(lambda: stopped.append(True))
    voice.speak(PAGE, "en", 150, 1.0)
    until(qtbot, lambda: voice.state == State.SPEAKING)
    old = voice.worker_id
    os.kill(old, signal.SIGSTOP)
    voice.stop()
    until(qtbot, lambda: bool(stopped))
    with qtbot.waitSignal(voice.finished, timeout=40_000):
        voice.speak(PAGE[:1], "en", 300, 1.0)
    assert voice.worker_id != old
