"""Slow work off the screen's thread: the operation runs on a worker, its result comes back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from kiosk import late_log

Result = TypeVar("Result")


class _Carrier(QObject):
    finished = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, operation: Callable[[], object], carrier: _Carrier) -> None:
        super().__init__()
        self._operation = operation
        self._carrier = carrier

    def run(self) -> None:
        try:
            result = self._operation()
        except Exception as error:
            _tell(self._carrier.failed, error)
        else:
            _tell(self._carrier.finished, result)


def _tell(signal: SignalInstance, value: object) -> None:
    try:
        signal.emit(value)
    except RuntimeError:
        return  # the window closed before its work was done


def run_in_background(
    owner: QObject,
    operation: Callable[[], Result],
    done: Callable[[Result], None],
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Run `operation` on a worker thread and call `done` or `failed` on the main thread.

    The operation may touch no widget. When `owner` is gone by then, nothing is called.
    """
    carrier = _Carrier(owner)
    carrier.finished.connect(done)
    if failed is not None:
        carrier.failed.connect(failed)
    else:
        carrier.failed.connect(
            lambda error: late_log.fault(__name__, "background work failed: %s", type(error).__name__)
        )
    carrier.finished.connect(carrier.deleteLater)
    carrier.failed.connect(carrier.deleteLater)
    QThreadPool.globalInstance().start(_Work(operation, carrier))
