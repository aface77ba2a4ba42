"""Memory (PSS) of the screen's process after a visitor's journey ÷ a bare PySide6 window of the same size, offscreen.

Each is a process of its own that weighs itself at the end. The journey opens every kind of page, and makes a typing
mistake, which loads the library that repairs it. The voice's process, which is beside it, is not started.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

BUDGET = 1.6
ROUNDS = 3
WIDTH, HEIGHT = 1280, 800
PAGES = (
    ("topic", "care"),
    ("guide", "needs-assessment"),
    ("find", ""),
    ("type", ""),
    ("filter", "type"),
    ("service", "demo:memory-clinic"),
    ("booklet", ""),
    ("urgent", ""),
    ("display", ""),
    ("find", ""),
)


def own_pss() -> float:
    """This process's proportional share of memory in MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path("/proc/self/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def settle() -> None:
    """Let the program work off what it has to do, and delete what it has left."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    for _round in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def bare() -> None:
    """An empty window."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    window.show()
    application.processEvents()
    print(own_pss())


def journey() -> None:
    """The kiosk, after a walk through its pages."""
    from kiosk import settings
    from kiosk.ui.metrics import Panel
    from kiosk.ui.routes import Route
    from kiosk.ui.session import Session
    from kiosk.ui.start import edition_to_show, make_application
    from kiosk.ui.window import KioskWindow
    from kiosk.visit import SearchState

    make_application()
    session = Session(edition_to_show(None), settings.load({}, {}), Panel(WIDTH, HEIGHT))
    session.navigator.home()
    window = KioskWindow(session)
    window.show()
    settle()
    for screen, key in PAGES:
        if screen == "display":
            session.visit.look_for(SearchState(words="dementa"))
        session.navigator.go(Route(screen, key))
        settle()
    print(own_pss())


def weigh(what: str) -> float:
    """The median weight of a few processes of one kind, one after another."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, what]
    return statistics.median(
        float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()[-1])
        for _round in range(ROUNDS)
    )


def main() -> int:
    """Print the row, or weigh one kind when named."""
    if len(sys.argv) > 1:
        {"bare": bare, "journey": journey}[sys.argv[1]]()
        return 0
    ours, base = weigh("journey"), weigh("bare")
    ratio = ours / base
    verdict = "within" if ratio <= BUDGET else "OVER"
    print(f"memory (PSS) after a journey: {ours:.0f} MB ÷ bare {base:.0f} MB = {ratio:.2f} ({verdict} {BUDGET})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
