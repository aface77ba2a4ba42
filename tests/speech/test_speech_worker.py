"""The real worker process, without a loudspeaker: recording, rendering, its end, and what it leaves behind."""

from __future__ import annotations

import array
import json
import os
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sound_rig import SoundRig, missing_part

from kiosk.document.reading import Reading
from kiosk.speech.controller import WORKER, SpeechController
from kiosk.speech.espeak import LIBRARY_VARIABLE
from kiosk.speech.protocol import WAV_VARIABLE
from kiosk.speech.sound_file import SoundFile
from kiosk.speech.worker import SIGN_OF_LIFE_SECONDS

SECRET = "Ask about zanzibar."


def run(orders: list[dict[str, Any]], *arguments: str, **variables: str) -> list[dict[str, Any]]:
    """Start a worker, give it orders, and read until "finished", "failed", "rendered" or its end."""
    process = subprocess.Popen(
        [*WORKER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, **variables},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    told: list[dict[str, Any]] = []
    try:
        process.stdin.write("".join(json.dumps(order) + "\n" for order in orders).encode())
        process.stdin.flush()
        for line in process.stdout:
            told.append(json.loads(line))
            if told[-1]["say"] in ("finished", "failed", "rendered"):
                break
        process.stdin.close()
        assert process.wait(20) in (0, 3)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    return told


def speak(text: str, lang: str = "en") -> dict[str, Any]:
    return {"do": "speak", "job": 1, "utterances": [{"id": "0", "text": text, "lang": lang}], "rate": 300, "volume": 1}


def sound_of(file: Path) -> array.array[int]:
    with wave.open(str(file)) as opened:
        return array.array("h", opened.readframes(opened.getnframes()))


def test_it_speaks_to_a_file_and_ends_with_its_input(tmp_path: Path) -> None:
    told = run([speak("Hello there 😀.")], "--wav", str(tmp_path / "a.wav"))
    assert [message["say"] for message in told] == ["ready", "started", "sentence", "word", "word", "finished"]
    assert max(sound_of(tmp_path / "a.wav")) > 3000


def test_nonsense_orders_are_ignored(tmp_path: Path) -> None:
    orders: list[Any] = [[], 5, {}, {"do": "speak"}, {"do": "speak", "job": 1, "utterances": [{"text": 1}]}]
    told = run([*orders, speak("Hello.")], "--wav", str(tmp_path / "a.wav"))
    assert told[-1] == {"say": "finished", "job": 1}


def test_nothing_of_what_is_said_is_written_or_shown(tmp_path: Path) -> None:
    process = subprocess.run(
        [*WORKER], input=json.dumps(speak(SECRET)).encode() + b"\n", capture_output=True, timeout=60, check=False,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PULSE_SERVER": "unix:/nowhere"},
    )  # fmt: skip
    assert b"zanzibar" not in process.stdout + process.stderr
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"zanzibar" not in file.read_bytes()


def test_without_a_sound_device_the_code_is_no_audio() -> None:
    told = run([speak("Hello.")], PULSE_SERVER="unix:/nonexistent/socket")
    assert told[-1] == {"say": "failed", "job": 1, "code": "no-audio"}


def test_without_a_voice_engine_the_code_is_no_engine() -> None:
    told = run([], **{LIBRARY_VARIABLE: "/nonexistent/libespeak-ng.so.1"})
    assert told == [{"say": "failed", "job": 0, "code": "no-engine"}]


def test_somali_is_not_read_by_another_voice(tmp_path: Path) -> None:
    told = run([speak("Waan ku caawin karnaa.", "so")], "--wav", str(tmp_path / "a.wav"))
    assert told[-1] == {"say": "failed", "job": 1, "code": "no-voice"}


def test_the_worker_ends_with_its_owner_even_if_the_sound_system_hangs() -> None:
    reason = missing_part()
    if reason:
        pytest.skip(reason)
    rig = SoundRig()
    process = subprocess.Popen(
        [*WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PULSE_SERVER": rig.server},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(speak("Hello there. " * 40)).encode() + b"\n")
        process.stdin.flush()
        while b'"word"' not in process.stdout.readline():
            pass
        os.kill(rig.pulse.pid, signal.SIGSTOP)
        process.stdin.write(b'{"do": "stop", "job": 2}\n')
        process.stdin.flush()
        time.sleep(0.5)
        process.stdin.close()
        process.wait(SIGN_OF_LIFE_SECONDS + 20)
    finally:
        os.kill(rig.pulse.pid, signal.SIGCONT)
        process.kill()
        process.wait()
        process.stdout.close()
        rig.close()


def test_a_tour_has_real_sound_in_a_file_and_real_marks(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "tour.wav"
    file.write_bytes(b"left from last time")
    voice = SpeechController(record_to=file)
    words: list[tuple[str, int, int]] = []
    voice.word_started.connect(lambda *mark: words.append(mark))
    page = [Reading("title", "Help at home", "en"), Reading("0", "اتصل 0300\u00a0123\u00a04567.", "ar")]
    for _ in range(2):
        with qtbot.waitSignal(voice.finished, timeout=40_000):
            voice.speak(page, "en", 300, 1.0)
    voice.close()
    once = [("title", 0, 4), ("title", 5, 2), ("title", 8, 4), ("0", 0, 4), ("0", 5, 4), ("0", 10, 3), ("0", 14, 4)]
    assert words == once * 2
    assert max(sound_of(file)) > 3000


def test_a_variable_makes_it_record(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "by-variable.wav"
    monkeypatch.setenv(WAV_VARIABLE, str(file))
    voice = SpeechController()
    with qtbot.waitSignal(voice.finished, timeout=40_000):
        voice.speak([Reading("0", "Hello.", "en")], "en", 300, 1.0)
    voice.close()
    assert max(sound_of(file)) > 3000


def test_a_sound_file_is_written_in_one_go(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "whole.wav"
    writer = SoundFile()
    with qtbot.waitSignal(writer.written, timeout=40_000) as done:
        writer.write([Reading("0", "Hello there.", ""), Reading("1", "It is free.", "en")], "en", 150, file)
    sound = sound_of(file)
    assert max(sound) > 3000
    assert done.args is not None
    assert done.args[0] == pytest.approx(len(sound) / 22050, rel=0.01)


def test_a_sound_file_that_cannot_be_made_has_a_code(tmp_path: Path, qtbot: QtBot) -> None:
    writer = SoundFile()
    with qtbot.waitSignal(writer.unavailable, timeout=40_000) as done:
        writer.write([Reading("0", "Waan ku caawin karnaa.", "so")], "so", 150, tmp_path / "a.wav")
    assert done.args == ["no-voice"]
    assert sys.executable in WORKER
