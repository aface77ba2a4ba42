"""Steers reading aloud in a program with a Qt event loop; never blocks: voice and sound live in the worker process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kiosk.document.reading import Reading
from kiosk.speech.engine import NORMAL_RATE
from kiosk.speech.protocol import WAV_VARIABLE, Patience, State, mark, utterances
from kiosk.speech.worker_process import WorkerProcess, after

WORKER = (sys.executable, "-m", "kiosk.speech.worker")


class SpeechController(QObject):
    """Reads texts aloud and tells which sentence and word is heard, in code points of the displayed text.

    The texts are held until `stop()`, so that the last sentence can be said again; nothing of them is kept elsewhere.
    `unavailable` carries a code for `kiosk.speech.messages.message`. Call `close()` before the program ends.
    """

    sentence_started = Signal(str, int, int)
    word_started = Signal(str, int, int)
    finished = Signal()
    stopped = Signal()
    state_changed = Signal()
    unavailable = Signal(str)
    ready = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        record_to: Path | None = None,
        command: Sequence[str] = WORKER,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(parent)
        self._patience = patience or Patience()
        self._record_to = str(record_to or os.environ.get(WAV_VARIABLE, ""))
        self._worker = WorkerProcess(command, {WAV_VARIABLE: self._record_to} if self._record_to else {}, self)
        self._worker.message_came.connect(self._heard)
        self._worker.lost.connect(self._worker_lost)
        self._start_guard = after(self, self._start_overdue)
        self._stop_guard = after(self, self._stop_overdue)
        self._state = State.IDLE
        self._readings: tuple[Reading, ...] = ()
        self._language = "en"
        self._rate = NORMAL_RATE
        self._volume = 1.0
        self._job = 0
        self._place: tuple[int, int] = (0, 0)
        self._order: dict[str, Any] | None = None
        self._from_the_sentence = False
        self._worker_ready = False
        self._stopping = False
        self._languages: frozenset[str] = frozenset()
        self._problem = ""
        self._prepared = False

    @property
    def state(self) -> State:
        return self._state

    @property
    def worker_id(self) -> int:
        """The process id of the worker; 0 when none runs."""
        return self._worker.process_id

    def problem_with(self, language: str) -> str:
        """The code of what is known to stand against this language, or nothing; known only after `ready`."""
        if self._problem:
            return self._problem
        tags = {language.lower(), language.lower().partition("-")[0]}
        return "no-voice" if self._languages and not tags & self._languages else ""

    def prepare(self) -> None:
        """Start the worker, so that the first Listen is quick. Called once the first screen is painted."""
        if not self._prepared:
            self._prepared = True
            if self._record_to:
                Path(self._record_to).unlink(missing_ok=True)
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self.close)
        if not self._worker.running:
            self._worker_ready = False
            self._worker.start()

    def speak(self, readings: Sequence[Reading], language: str, words_a_minute: int, volume: float) -> None:
        """Read these texts now, instead of whatever is being read. `language` is for texts that name none."""
        self._readings = tuple(readings)
        self._language, self._rate, self._volume = language, words_a_minute, volume
        self._begin((0, 0))

    def stop(self) -> None:
        """Silence, and forget the texts. `stopped` follows within half a second, unless something new is being read."""
        was_active = self._state is not State.IDLE
        self._forget()
        self._start_guard.stop()
        if was_active:
            self._stopping = True
            self._send_stop()
        self._set_state(State.IDLE)
        if was_active and not self._worker_ready:
            self._fell_silent()

    def pause(self) -> None:
        """Silence until `resume()`; nothing when nothing is being read."""
        self._start_guard.stop()
        if self._state is State.STARTING:
            self._job += 1
            self._order = None
            self._from_the_sentence = True
            self._send_stop()
        elif self._state is State.SPEAKING:
            self._worker.send({"do": "pause", "job": self._job})
            self._stop_guard.start(self._patience.stop)
        else:
            return
        self._set_state(State.PAUSED)

    def resume(self) -> None:
        """Go on where `pause()` fell; from the start of the sentence when speed or worker changed since."""
        if self._state is not State.PAUSED:
            return
        if self._from_the_sentence:
            self._begin(self._place)
        else:
            self._worker.send({"do": "resume", "job": self._job})
            self._start_guard.start(self._patience.start)
            self._set_state(State.SPEAKING)

    def set_rate(self, words_a_minute: int) -> None:
        """Change the speed; the sentence being read starts again at the new speed."""
        changed, self._rate = words_a_minute != self._rate, words_a_minute
        if changed and self._state in (State.SPEAKING, State.STARTING):
            self._begin(self._place)
        elif changed:
            self._from_the_sentence = True

    def set_volume(self, volume: float) -> None:
        """Change the loudness, from 0 to 1, at once."""
        self._volume = min(max(volume, 0.0), 1.0)
        self._worker.send({"do": "volume", "job": self._job, "volume": self._volume})

    def repeat_sentence(self) -> None:
        """Say the sentence again that is being read, or was read last, and go on from there."""
        if self._readings:
            self._begin(self._place)

    def close(self) -> None:
        """End the worker and every sound. A later `speak()` starts a new one."""
        self._start_guard.stop()
        self._stop_guard.stop()
        self._forget()
        self._worker_ready = self._stopping = False
        self._worker.close()
        self._set_state(State.IDLE)

    def _begin(self, first: tuple[int, int]) -> None:
        self._job += 1
        self._place = first
        self._from_the_sentence = False
        self._order = {
            "do": "speak",
            "job": self._job,
            "rate": self._rate,
            "volume": self._volume,
            "from": first,
            "utterances": utterances(self._readings, self._language),
        }
        self._set_state(State.STARTING)
        if self._order is None:
            return  # somebody who heard of the change has stopped it
        self.prepare()
        if not self._worker.running:
            self._fail("crashed")
        elif self._worker_ready:
            self._send_order()
        else:
            self._start_guard.start(self._patience.load)

    def _send_order(self) -> None:
        if self._order is not None:
            self._worker.send(self._order)
            self._start_guard.start(self._patience.start)

    def _send_stop(self) -> None:
        if not self._worker_ready:
            return  # it has made no sound yet
        self._worker.send({"do": "stop", "job": self._job})
        self._stop_guard.start(self._patience.stop)

    def _heard(self, message: dict[str, Any]) -> None:
        what, job = message.get("say"), message.get("job")
        if what == "ready":
            self._worker_ready, self._problem = True, ""
            languages = message.get("languages")
            self._languages = frozenset(map(str, languages)) if isinstance(languages, list) else frozenset()
            self._send_order()
            self.ready.emit()
        elif what in ("stopped", "paused"):
            self._fell_silent()
        elif what == "failed" and job == 0:
            self._problem = str(message.get("code"))
            self._retire(self._problem)
        elif job == self._job:
            self._heard_of_job(str(what), message)

    def _heard_of_job(self, what: str, message: dict[str, Any]) -> None:
        if what in ("started", "resumed"):
            self._start_guard.stop()
            self._order = None
            if self._state is State.STARTING:
                self._set_state(State.SPEAKING)
        elif what in ("sentence", "word"):
            self._mark(what, message)
        elif what == "finished":
            self._start_guard.stop()
            self._order = None
            self._set_state(State.IDLE)
            self.finished.emit()
        elif what == "failed":
            code = str(message.get("code"))
            # A worker that found no sound device may never see one that is plugged in later; a fresh one does.
            self._retire(code) if code == "no-audio" else self._fail(code)

    def _mark(self, what: str, message: dict[str, Any]) -> None:
        place = mark(message, self._readings)
        if place is None:
            return
        path = self._readings[place.utterance].path
        if what == "sentence":
            self._place = (place.utterance, place.start)
            self.sentence_started.emit(path, place.start, place.length)
        else:
            self.word_started.emit(path, place.start, place.length)

    def _fell_silent(self) -> None:
        """The worker says, or its end makes certain, that nothing sounds any more."""
        self._stop_guard.stop()
        awaited, self._stopping = self._stopping, False
        if awaited and self._state is State.IDLE:
            self.stopped.emit()

    def _start_overdue(self) -> None:
        self._retire("no-audio" if self._worker_ready else "crashed")

    def _stop_overdue(self) -> None:
        """The worker did not fall silent when asked; without it there is silence."""
        self._worker.kill()
        self._worker_ready = False
        self._from_the_sentence = True
        self._fell_silent()
        if self._state is State.SPEAKING:
            self._begin(self._place)
        else:
            self.prepare()

    def _worker_lost(self) -> None:
        self._worker_ready = False
        self._from_the_sentence = True
        self._fell_silent()
        if self._state in (State.SPEAKING, State.STARTING):
            self._fail("crashed")
        self.prepare()

    def _retire(self, code: str) -> None:
        """Give up this worker; the next `speak()` starts a new one."""
        self._worker.kill()
        self._worker_ready = False
        self._fell_silent()
        if self._state is State.PAUSED:
            self._from_the_sentence = True
        elif self._state is not State.IDLE:
            self._fail(code)

    def _fail(self, code: str) -> None:
        self._start_guard.stop()
        self._forget()
        self._set_state(State.IDLE)
        self.unavailable.emit(code)

    def _forget(self) -> None:
        self._readings, self._order, self._place = (), None, (0, 0)
        self._job += 1  # whatever the worker still says of the old job is dropped

    def _set_state(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit()
