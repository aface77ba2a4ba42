"""One print job of a visit: its progress for the screen, and its cancelling when the visit ends."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.background import run_in_background

if TYPE_CHECKING:
    from kiosk.booklet.print_messages import Phase
    from kiosk.booklet.printing import Printed
    from kiosk.ui.session import Session


class PrintingJob(QObject):
    """Prints on a worker thread. `phase` and `ended` come on the main thread."""

    phase = Signal(object)
    ended = Signal(object)

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._stop = threading.Event()
        self.running = False

    def start(self, pdf: bytes) -> None:
        """Send a booklet to the printer of this place."""
        from kiosk.booklet.printing import find_printer, print_pdf

        named = self._session.settings.text("print.printer")
        self._stop.clear()
        self.running = True

        def tell(phase: Phase) -> None:
            with suppress(RuntimeError):  # the screen has gone; the job is being taken back
                self.phase.emit(phase)

        def work() -> Printed:
            return print_pdf(pdf, find_printer(named), tell, self._stop.is_set)

        run_in_background(self, work, self._done, self._failed)

    def cancel(self) -> None:
        """Take the job back; it can never come out for the next visitor."""
        self._stop.set()

    def _done(self, printed: Printed) -> None:
        self.running = False
        self.ended.emit(printed.result)

    def _failed(self, error: Exception) -> None:
        from kiosk.booklet.print_messages import Result

        self.running = False
        self.ended.emit(Result.REFUSED)


def sweep(named: str) -> None:
    """Cancel whatever jobs of ours wait at the printer: at the start, and when a visit ends. For a worker thread."""
    from kiosk.booklet.printing import cancel_all_jobs, find_printer

    cancel_all_jobs(find_printer(named))
