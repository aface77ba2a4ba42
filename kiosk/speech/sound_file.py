"""Has the worker write texts as a WAV file, for a program with a Qt event loop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.document.reading import Reading
from kiosk.speech.controller import WORKER
from kiosk.speech.protocol import utterances
from kiosk.speech.worker_process import WorkerProcess, after

LONGEST_MS = 120_000


class SoundFile(QObject):
    """One file, from one worker of its own; ends with `written(seconds)` or `unavailable(code)`, once."""

    written = Signal(float)
    unavailable = Signal(str)

    def __init__(self, parent: QObject | None = None, *, command: Sequence[str] = WORKER) -> None:
        super().__init__(parent)
        self._worker = WorkerProcess(command, {}, self)
        self._worker.message_came.connect(self._heard)
        self._worker.lost.connect(lambda: self._end("crashed"))
        self._overdue = after(self, lambda: self._end("crashed"))
        self._order: dict[str, Any] = {}

    def write(self, readings: Sequence[Reading], language: str, words_a_minute: int, file: Path) -> None:
        """Write the texts one after another; an existing file is replaced."""
        self._order = {
            "do": "render",
            "job": 1,
            "file": str(file.absolute()),
            "rate": words_a_minute,
            "utterances": utterances(readings, language),
        }
        self._overdue.start(LONGEST_MS)
        self._worker.start()

    def _heard(self, message: dict[str, Any]) -> None:
        what = message.get("say")
        if what == "ready":
            self._worker.send(self._order)
        elif what == "rendered":
            self._finish()
            self.written.emit(float(message.get("seconds", 0.0)))
        elif what == "failed":
            self._end(str(message.get("code")))

    def _end(self, code: str) -> None:
        self._finish()
        self.unavailable.emit(code)

    def _finish(self) -> None:
        self._overdue.stop()
        self._order = {}
        self._worker.close()
