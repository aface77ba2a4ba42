"""The controller against a worker that does as a script says: answers, hangs, dies, talks nonsense."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.document.reading import Reading
from kiosk.language import words_in
from kiosk.speech.controller import SpeechController
from kiosk.speech.messages import CODES, message
from kiosk.speech.protocol import Patience, State

SCRIPT = Path(__file__).with_name("scripted_worker.py")
PAGE = (Reading("title", "One two. Next line.", "en"), Reading("0", "Three.", ""))
Make = Callable[..., "Heard"]


class Heard:
    """A controller, its signals in order, and what its worker was told."""

    def __init__(self, behaviour: str, folder: Path, qtbot: QtBot, patience: Patience) -> None:
        self._log = folder / "orders.txt"
        self._qtbot = qtbot
        self.voice = SpeechController(
            command=(sys.executable, str(SCRIPT), behaviour, str(self._log)), patience=patience
        )
        self.signals: list[tuple[object, ...]] = []
        for name in ("sentence_started", "word_started", "finished", "stopped", "unavailable", "ready"):
            getattr(self.voice, name).connect(lambda *values, name=name: self.signals.append((name, *values)))

    def orders(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    def speak(self) -> None:
        self.voice.speak(PAGE, "en", 150, 0.8)

    def wait(self, *signal_: object, count: int = 1) -> None:
        self._qtbot.waitUntil(lambda: self.signals.count(signal_) >= count, timeout=20_000)

    def wait_until(self, done: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(done, timeout=20_000)

    def settle(self, milliseconds: int = 250) -> None:
        self._qtbot.wait(milliseconds)


@pytest.fixture
def heard(tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    made: list[Heard] = []

    def make(behaviour: str, **patience: int) -> Heard:
        waits = {"load": 15_000, "start": 15_000, "stop": 10_000, **patience}
        made.append(Heard(behaviour, tmp_path, qtbot, Patience(**waits)))
        return made[-1]

    yield make
    for one in made:
        one.voice.close()


def test_making_a_controller_starts_nothing(heard: Make) -> None:
    one = heard("plain")
    one.settle(100)
    assert one.orders() == []
    assert one.voice.worker_id == 0
    assert one.voice.state == State.IDLE


def test_the_controller_brings_in_no_sound_voice_or_widgets() -> None:
    code = (
        "import sys, kiosk.speech.controller\n"
        "bad = [m for m in sys.modules if m.startswith(('pyttsx3', 'PySide6.QtMultimedia', 'PySide6.QtWidgets',"
        " 'PySide6.QtGui', 'kiosk.speech.driver', 'kiosk.speech.espeak', 'kiosk.speech.text'))]\n"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_marks_carry_the_path_and_place_of_the_displayed_text(heard: Make) -> None:
    one = heard("quick")
    one.speak()
    assert one.voice.state == State.STARTING
    one.wait("finished")
    assert one.signals == [
        ("ready",), ("sentence_started", "title", 0, 4), ("word_started", "title", 0, 3), ("finished",),
    ]  # fmt: skip
    assert one.orders() == ["born", "speak 1 150 0.8 [0, 0]"]
    assert one.voice.state == State.IDLE


def test_speak_before_ready_waits_and_is_said_once(heard: Make) -> None:
    one = heard("plain")
    one.voice.prepare()
    one.speak()
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.settle()
    assert one.orders() == ["born", "speak 2 150 0.8 [0, 0]"]


def test_stop_is_answered_and_forgets_the_texts(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.voice.stop()
    assert one.voice.state == State.IDLE
    one.wait("stopped")
    one.voice.repeat_sentence()
    one.voice.stop()
    one.settle()
    assert one.orders() == ["born", "speak 1 150 0.8 [0, 0]", "stop 2"]
    assert one.signals.count(("stopped",)) == 1


def test_stop_before_the_worker_is_ready_says_nothing_later(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.voice.stop()
    assert one.signals == [("stopped",)]
    one.wait("ready")
    one.settle()
    assert one.orders() == ["born"]


def test_marks_of_an_old_job_are_dropped(heard: Make) -> None:
    one = heard("late")
    one.speak()
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.settle()
    assert [s for s in one.signals if s[0] != "ready"] == [
        ("sentence_started", "title", 0, 4), ("word_started", "title", 0, 3),
    ]  # fmt: skip
    assert one.voice.state == State.SPEAKING


def test_nonsense_from_the_worker_is_ignored(heard: Make) -> None:
    one = heard("garbage")
    one.speak()
    one.wait("word_started", "title", 0, 3)
    assert [s for s in one.signals if s[0] == "word_started"] == [("word_started", "title", 0, 3)]
    assert one.voice.state == State.SPEAKING


def test_an_endless_line_is_a_crash(heard: Make) -> None:
    one = heard("endless-line")
    one.speak()
    one.wait("unavailable", "crashed")


def test_a_hanging_stop_ends_by_killing_and_a_new_worker_is_there(heard: Make) -> None:
    one = heard("hangs-on-stop", stop=300)
    one.speak()
    one.wait("word_started", "title", 0, 3)
    old = one.voice.worker_id
    one.voice.stop()
    one.wait("stopped")
    one.wait("ready", count=2)
    assert one.voice.worker_id not in (0, old)
    assert ends(old)
    assert ("unavailable", "crashed") not in one.signals


def test_what_is_asked_for_while_the_worker_hangs_is_said_by_the_next_one(heard: Make) -> None:
    one = heard("hangs-on-stop", stop=300)
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.voice.stop()
    one.speak()
    one.wait("word_started", "title", 0, 3, count=2)
    assert one.orders() == ["born", "speak 1 150 0.8 [0, 0]", "stop 2", "born", "speak 3 150 0.8 [0, 0]"]
    assert one.voice.state == State.SPEAKING


def test_a_hanging_pause_is_silence_too_and_resume_goes_on_from_the_sentence(heard: Make) -> None:
    one = heard("hangs-on-pause", stop=300)
    one.speak()
    one.wait("word_started", "title", 0, 3)
    old = one.voice.worker_id
    one.voice.pause()
    one.wait("ready", count=2)
    assert one.voice.state == State.PAUSED
    assert ends(old)
    one.voice.resume()
    one.wait("word_started", "title", 0, 3, count=2)
    assert one.voice.state == State.SPEAKING


def test_a_sound_that_never_starts_is_no_audio(heard: Make) -> None:
    one = heard("mute", start=300)
    one.speak()
    one.wait("unavailable", "no-audio")
    assert one.voice.state == State.IDLE
    assert one.voice.worker_id == 0


def test_a_worker_that_never_gets_ready_is_given_up(heard: Make) -> None:
    one = heard("never-ready", load=300)
    one.speak()
    one.wait("unavailable", "crashed")


def test_a_crash_is_told_once_and_the_next_listen_works_with_a_new_worker(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.wait("word_started", "title", 0, 3)
    os.kill(one.voice.worker_id, signal.SIGSEGV)
    one.wait("unavailable", "crashed")
    one.speak()
    one.wait("word_started", "title", 0, 3, count=2)
    assert one.signals.count(("unavailable", "crashed")) == 1


def test_a_crash_while_nothing_is_said_is_mended_in_silence(heard: Make) -> None:
    one = heard("plain")
    one.voice.prepare()
    one.wait("ready")
    os.kill(one.voice.worker_id, signal.SIGKILL)
    one.wait("ready", count=2)
    assert one.signals == [("ready",), ("ready",)]


def test_a_worker_that_keeps_dying_is_started_at_most_six_times(heard: Make) -> None:
    one = heard("dies-at-birth")
    one.voice.prepare()
    one.wait_until(lambda: len(one.orders()) == 6)
    one.settle(500)
    assert one.orders() == ["born"] * 6
    one.speak()
    assert one.signals[-1] == ("unavailable", "crashed")


@pytest.mark.parametrize("code", ["no-voice", "no-audio", "no-engine"])
def test_what_is_missing_is_told_by_its_code(heard: Make, code: str) -> None:
    one = heard(code)
    one.speak()
    one.wait("unavailable", code)
    assert one.voice.state == State.IDLE


def test_a_missing_engine_is_known_before_anybody_asks_and_is_not_restarted(heard: Make) -> None:
    one = heard("no-engine")
    one.voice.prepare()
    one.wait_until(lambda: one.voice.problem_with("en") == "no-engine")
    one.settle()
    assert one.orders() == ["born"]
    assert one.signals == []


def test_languages_without_a_voice_are_known_once_ready(heard: Make) -> None:
    one = heard("plain")
    assert one.voice.problem_with("so") == ""
    one.voice.prepare()
    one.wait("ready")
    assert one.voice.problem_with("so") == "no-voice"
    assert one.voice.problem_with("en-GB") == ""


def test_pause_and_resume(heard: Make) -> None:
    one = heard("plain")
    one.voice.pause()
    one.voice.resume()
    assert one.voice.state == State.IDLE
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.voice.pause()
    assert one.voice.state == State.PAUSED
    one.voice.resume()
    one.wait_until(lambda: one.orders()[-1] == "resume 1")
    assert one.voice.state == State.SPEAKING


def test_pausing_again_at_once_stays_paused(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.voice.pause()
    one.voice.resume()
    one.voice.pause()
    one.settle()
    assert one.orders()[-3:] == ["pause 1", "resume 1", "pause 1"]
    assert one.voice.state == State.PAUSED


def test_pause_before_the_first_sound_keeps_silent_until_resume(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.voice.pause()
    one.wait("ready")
    one.settle()
    assert one.orders() == ["born"]
    one.voice.resume()
    one.wait("word_started", "title", 0, 3)


def test_a_new_speed_goes_on_from_the_sentence_being_read(heard: Make) -> None:
    one = heard("second-sentence")
    one.speak()
    one.wait("sentence_started", "title", 9, 4)
    one.voice.set_rate(200)
    one.wait_until(lambda: one.orders()[-1] == "speak 2 200 0.8 [0, 9]")
    one.voice.set_rate(200)
    one.settle()
    assert len(one.orders()) == 3


def test_a_new_speed_while_paused_waits_for_resume(heard: Make) -> None:
    one = heard("second-sentence")
    one.speak()
    one.wait("sentence_started", "title", 9, 4)
    one.voice.pause()
    one.voice.set_rate(100)
    assert one.voice.state == State.PAUSED
    one.voice.resume()
    one.wait_until(lambda: one.orders()[-1] == "speak 2 100 0.8 [0, 9]")


def test_the_last_sentence_can_be_heard_again_even_after_the_end(heard: Make) -> None:
    one = heard("quick")
    one.speak()
    one.wait("finished")
    one.voice.repeat_sentence()
    one.wait("finished", count=2)
    assert one.orders()[-1] == "speak 2 150 0.8 [0, 0]"


def test_volume_changes_at_once_and_stays_within_bounds(heard: Make) -> None:
    one = heard("plain")
    one.speak()
    one.wait("word_started", "title", 0, 3)
    one.voice.set_volume(7)
    one.wait_until(lambda: one.orders()[-1] == "volume 1  1.0")


def test_a_command_that_does_not_exist_is_a_crash_not_an_exception(qtbot: QtBot) -> None:
    voice = SpeechController(command=("/nonexistent/python",))
    codes: list[str] = []
    voice.unavailable.connect(codes.append)
    voice.speak(PAGE, "en", 150, 1.0)
    qtbot.waitUntil(lambda: bool(codes), timeout=10_000)
    assert codes[0] == "crashed"
    voice.close()


def test_every_code_has_a_plain_sentence_that_ends() -> None:
    words = words_in("en")
    texts = {message(code, words) for code in CODES}
    assert len(texts) == len(CODES)
    assert all(text.endswith(".") and "worker" not in text for text in texts)
    assert message("never heard of", words) == message("crashed", words)


def ends(process_id: int) -> bool:
    """Whether a process that was killed is gone soon: the toolkit has to hear of it first."""
    until = time.monotonic() + 10
    while alive(process_id) and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
    return not alive(process_id)


def alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True
