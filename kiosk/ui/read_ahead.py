"""Reads what the search needs of an edition while nobody waits for it: right after the start, and between visits."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk import late_log
from kiosk.search import get_ready
from kiosk.ui.session import Session


def read_ahead(session: Session, window: QWidget) -> None:
    """Read now, as soon as the window has nothing else to do, and after every visit: the next edition may be another.

    What cannot be read is only logged. The first question will find it out as well, and only that question fails; an
    error here would end the visit, and so be met again at once, without an end.
    """

    def read() -> None:
        try:
            get_ready(session.edition.connection)
        except sqlite3.Error as error:
            late_log.fault(__name__, "the search could not be made ready: %s", type(error).__name__)

    def soon() -> None:
        QTimer.singleShot(0, window, read)

    soon()
    session.on_end(soon)
