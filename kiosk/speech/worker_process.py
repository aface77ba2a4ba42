"""The worker as its owner sees it: started, told, listened to, killed. At most five restarts a minute."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal
from shiboken6 import isValid

RESTARTS_A_MINUTE = 5
_LONGEST_MESSAGE = 64 * 1024


class WorkerProcess(QObject):
    """One worker at a time. `lost` tells of an end that nobody asked for; a killed one is not heard of again."""

    message_came = Signal(dict)
    lost = Signal()

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._environment = dict(environment)
        self._process: QProcess | None = None
        self._dying: list[QProcess] = []
        self._starts: deque[float] = deque(maxlen=RESTARTS_A_MINUTE + 1)

    @property
    def running(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int:
        """The worker's process id; 0 when there is none."""
        return int(self._process.processId()) if self._process is not None else 0

    def start(self) -> bool:
        """Start a worker unless one runs; False when too many were started within the last minute."""
        if self._process is not None:
            return True
        now = time.monotonic()
        if len(self._starts) == self._starts.maxlen and now - self._starts[0] < 60:
            return False
        self._starts.append(now)
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        for name, value in self._environment.items():
            surroundings.insert(name, value)
        process.setProcessEnvironment(surroundings)
        # What a library prints may hold what was said; nobody keeps it.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(partial(self._read, process))
        process.finished.connect(partial(self._ended, process))
        process.errorOccurred.connect(partial(self._failed, process))
        self._process = process
        process.start(self._command[0], list(self._command[1:]))
        return True

    def send(self, order: Mapping[str, Any]) -> None:
        """Give an order; without a worker it is dropped."""
        if self._process is not None:
            self._process.write(json.dumps(order).encode("ascii") + b"\n")

    def kill(self) -> None:
        """End the worker at once, and with it every sound."""
        process, self._process = self._process, None
        if process is not None:
            self._dying.append(process)
            process.kill()

    def close(self) -> None:
        """Kill, and wait until the processes have gone, so that none outlives its owner."""
        self.kill()
        for process in list(self._dying):
            process.waitForFinished(2000)

    def _read(self, process: QProcess) -> None:
        while process is self._process and isValid(process) and process.canReadLine():
            message = _message(bytes(process.readLine(_LONGEST_MESSAGE).data()))
            if message is not None:
                self.message_came.emit(message)
        if process is self._process and isValid(process) and process.bytesAvailable() > _LONGEST_MESSAGE:
            self.kill()
            self.lost.emit()

    def _ended(self, process: QProcess, *_: object) -> None:
        self._read(process)
        self._gone(process)

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._gone(process)

    def _gone(self, process: QProcess) -> None:
        if process in self._dying:
            self._dying.remove(process)
        process.deleteLater()
        if process is self._process:
            self._process = None
            self.lost.emit()


def _message(line: bytes) -> dict[str, Any] | None:
    """A line from the worker; None for anything that is not a message."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def after(owner: QObject, act: Callable[[], None]) -> QTimer:
    """A timer, not started, that calls `act` once when its time is over."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer
