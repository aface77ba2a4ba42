"""The speaking process: ``python -m kiosk.speech.worker``. Orders come as JSON lines on stdin, marks leave on stdout.

Orders: speak, stop, pause, resume, volume, render; each with its job's number. The process ends when stdin does, or
some seconds later if the sound system hangs. It writes nothing of what it says anywhere, but for the file of
`RecordingSink` or "render".
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from kiosk.speech.driver import PyttsxEngine
from kiosk.speech.engine import NORMAL_RATE, Engine, SpeechError
from kiosk.speech.player import Message, Player
from kiosk.speech.protocol import WAV_VARIABLE
from kiosk.speech.render import render
from kiosk.speech.script import Utterance
from kiosk.speech.sinks import LoudspeakerSink, RecordingSink, Sink

TICK_MS = 8
SIGN_OF_LIFE_SECONDS = 10.0
_LONGEST_ORDER = 4 * 1024 * 1024


class Worker(QObject):
    """Takes one order at a time on the main thread and keeps the player ticking while it has work."""

    order_came = Signal(dict)

    def __init__(self, engine: Engine, sink: Sink, outlet: int) -> None:
        super().__init__()
        self._outlet = outlet
        self._engine = engine
        self._player = Player(engine, sink, self.tell)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.order_came.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    def tell(self, message: Message) -> None:
        """One line to whoever started us; without a reader there is nothing left to do."""
        tell(self._outlet, message)

    def _obey(self, order: Message) -> None:
        if order.get("do") != "render":
            expect_sign_of_life(SIGN_OF_LIFE_SECONDS)
        with contextlib.suppress(KeyError, TypeError, ValueError):
            self._do(order)
        if not self._player.busy:
            expect_sign_of_life(0)
        elif not self._timer.isActive():
            self._timer.start()

    def _do(self, order: Message) -> None:
        verb, job = order["do"], int(order["job"])
        if verb == "speak":
            utterance, offset = order.get("from", (0, 0))
            self._player.speak(
                job,
                _utterances(order),
                int(order.get("rate", NORMAL_RATE)),
                float(order.get("volume", 1.0)),
                (int(utterance), int(offset)),
            )
        elif verb == "stop":
            self._player.stop(job)
        elif verb == "pause":
            self._player.pause(job)
        elif verb == "resume":
            self._player.resume(job)
        elif verb == "volume":
            self._player.set_volume(float(order["volume"]))
        elif verb == "render":
            self._render(job, order)

    def _render(self, job: int, order: Message) -> None:
        try:
            rate = int(order.get("rate", NORMAL_RATE))
            seconds = render(_utterances(order), self._engine, rate, Path(str(order["file"])))
        except SpeechError as error:
            self.tell({"say": "failed", "job": job, "code": error.code})
        else:
            self.tell({"say": "rendered", "job": job, "seconds": seconds})

    def _tick(self) -> None:
        expect_sign_of_life(SIGN_OF_LIFE_SECONDS)
        self._player.tick(time.monotonic())
        if not self._player.busy:
            self._timer.stop()
            expect_sign_of_life(0)


def _utterances(order: Message) -> tuple[Utterance, ...]:
    return tuple(Utterance(str(item["text"]), str(item["lang"])) for item in order["utterances"])


def tell(outlet: int, message: Message) -> None:
    """Write one whole line; `outlet` is a file descriptor."""
    data = json.dumps(message).encode("ascii") + b"\n"
    try:
        while data:
            data = data[os.write(outlet, data) :]
    except OSError:
        os._exit(0)


def expect_sign_of_life(seconds: float) -> None:
    """Let the system end this process unless we are back here in time; 0 calls it off.

    A hanging sound system holds Python's lock as well, so nothing in Python could see that stdin has ended.
    """
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _listen(worker: Worker) -> None:
    """Runs on its own thread, since a pipe cannot be watched by Qt on every system."""
    while True:
        line = sys.stdin.buffer.readline(_LONGEST_ORDER)
        if not line:
            os._exit(0)
        with contextlib.suppress(ValueError, RecursionError):
            order: Any = json.loads(line)
            if isinstance(order, dict):
                worker.order_came.emit(order)


def main(arguments: Sequence[str]) -> int:
    """``--wav FILE`` (or the variable SIGNPOST_SPEECH_WAV) records instead of playing."""
    outlet = os.dup(1)
    os.dup2(2, 1)  # a stray print, ours or a library's, must not break the protocol
    _keep_to_ourselves()
    application = QCoreApplication([sys.argv[0]])
    try:
        engine = PyttsxEngine()
    except SpeechError as error:
        tell(outlet, {"say": "failed", "job": 0, "code": error.code})
        return error.exit_code
    file = arguments[1] if arguments[:1] == ["--wav"] and len(arguments) > 1 else os.environ.get(WAV_VARIABLE, "")
    sink: Sink = RecordingSink(Path(file)) if file else LoudspeakerSink()
    worker = Worker(engine, sink, outlet)
    engine.synthesise("Ready.", "en", NORMAL_RATE)  # the first synthesis reads the voice's files
    threading.Thread(target=_listen, args=(worker,), daemon=True).start()
    worker.tell({"say": "ready", "languages": engine.languages()})
    if isinstance(sink, LoudspeakerSink):
        expect_sign_of_life(SIGN_OF_LIFE_SECONDS)
        sink.warm_up(engine.frames_per_second)
        expect_sign_of_life(0)
    return application.exec()


def _keep_to_ourselves() -> None:
    """No memory picture on disk if we crash; Ctrl-C is for whoever started us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
