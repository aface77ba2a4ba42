"""Checks a large edition whole, in the background, right after the first picture; a damaged one is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk import late_log
from kiosk.edition.current import open_last_good
from kiosk.edition.reader import check_file
from kiosk.errors import EditionError
from kiosk.ui.background import run_in_background
from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow


def check_in_background(session: Session, window: KioskWindow) -> None:
    """Hash the edition's file on a worker thread; if it is not as it was built, show the last good edition instead."""
    shown = session.edition

    def work() -> str:
        try:
            check_file(shown.folder, shown.manifest)
        except (EditionError, OSError) as error:
            return str(error)
        return ""

    def done(problem: str) -> None:
        if not problem or session.edition is not shown:
            return
        late_log.fault(__name__, "edition taken away: %s", problem)
        session.refuse(shown.folder)
        try:
            session.switch_when_free(open_last_good(not_this=shown.folder))
        except EditionError:
            late_log.fault(__name__, "there is no other edition to show")
            window.close()
            return
        session.end_visit()

    run_in_background(window, work, done)
