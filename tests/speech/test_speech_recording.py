"""The sink that records at the speed of a clock."""

from __future__ import annotations

import array
import wave
from pathlib import Path

import pytest

from kiosk.speech.engine import SpeechError
from kiosk.speech.sinks import RecordingSink, louder


class Clock:
    now = 5.0

    def __call__(self) -> float:
        return self.now


def samples(*values: int) -> bytes:
    return array.array("h", values).tobytes()


def recorded(file: Path) -> list[int]:
    with wave.open(str(file)) as opened:
        assert opened.getparams()[:3] == (1, 2, 1000)
        return list(array.array("h", opened.readframes(opened.getnframes())))


def test_only_what_the_clock_has_passed_counts_as_heard(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.wav"
    sink = RecordingSink(file, clock)
    sink.open(1000)
    assert sink.write(samples(*range(200))) == 400
    assert sink.played() == 0
    clock.now += 0.125
    assert sink.played() == 125
    sink.close()
    assert recorded(file) == list(range(125))


def test_the_clock_stands_still_while_paused_and_without_sound(tmp_path: Path) -> None:
    clock = Clock()
    sink = RecordingSink(tmp_path / "a.wav", clock)
    sink.open(1000)
    sink.write(samples(*range(200)))
    clock.now += 0.125
    sink.pause()
    clock.now += 60
    assert sink.played() == 125
    sink.resume()
    clock.now += 60
    assert sink.played() == 200
    assert sink.drained()
    sink.write(samples(7, 7))
    assert sink.played() == 200
    assert not sink.drained()
    sink.close()


def test_it_takes_no_more_than_a_loudspeaker_would(tmp_path: Path) -> None:
    sink = RecordingSink(tmp_path / "a.wav", Clock())
    sink.open(1000)
    assert sink.write(b"\0\0" * 5000) == 400
    assert sink.write(b"\0\0" * 5000) == 0
    sink.close()


def test_jobs_and_programs_follow_one_another_in_the_file(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.wav"
    for program in (1, 2):
        sink = RecordingSink(file, clock)
        for job in (1, 2):
            sink.open(1000)
            sink.write(samples(10 * program + job))
            clock.now += 1
            sink.close()
    assert recorded(file) == [11, 12, 21, 22]


def test_the_file_is_whole_without_a_close(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.wav"
    sink = RecordingSink(file, clock)
    sink.open(1000)
    sink.write(samples(1, 2, 3))
    clock.now += 1
    assert sink.played() == 3
    assert recorded(file) == [1, 2, 3]
    sink.close()


def test_volume_is_in_the_recording(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.wav"
    sink = RecordingSink(file, clock)
    sink.set_volume(0.5)
    sink.open(1000)
    sink.write(samples(1000, -1000))
    clock.now += 1
    sink.close()
    assert recorded(file) == [500, -500]
    assert louder(samples(1000), 0.0) == samples(0)


def test_a_file_that_cannot_be_written_is_no_sound(tmp_path: Path) -> None:
    with pytest.raises(SpeechError) as caught:
        RecordingSink(tmp_path / "nowhere" / "a.wav").open(1000)
    assert caught.value.code == "no-audio"


def test_a_file_of_another_kind_is_replaced(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.wav"
    file.write_bytes(b"RIFF but something else, and longer than any header would be, by far")
    sink = RecordingSink(file, clock)
    sink.open(1000)
    sink.write(samples(4))
    clock.now += 1
    sink.close()
    assert recorded(file) == [4]
