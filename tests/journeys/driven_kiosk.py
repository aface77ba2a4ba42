"""The real program, started as `kiosk run` starts it, with a visitor's hands before it: python driven_kiosk.py TASK.

What a task prints are answers of the test, not of the program; they go to a file of the test's own.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.tour.visitor import Visitor
from kiosk.ui.start import make_application, start
from kiosk.ui.window import KioskWindow


def window_of(application: QApplication) -> KioskWindow:
    return next(w for w in application.topLevelWidgets() if isinstance(w, KioskWindow))


def said(window: KioskWindow) -> str:
    assert window.screen_shown is not None
    return "\n".join(reading.text for reading in window.screen_shown.readings())


def whole_visit(window: KioskWindow, visitor: Visitor) -> dict[str, object]:
    """Search for a rare word, write a name into the note, print, finish. The two come from the environment."""
    word, name = os.environ["RARE_WORD"], os.environ["RARE_NAME"]
    visitor.touch("Touch to start")
    visitor.touch("Find local help")
    visitor.touch("Search for help")
    visitor.type(word)
    visitor.touch("Search")
    found = said(window)
    visitor.touch("Home")
    visitor.touch("Find local help")
    window.session.visit.look_for(type(window.session.visit.search)(words="dementia"))
    visitor.settle(0.05)
    visitor.touch("Keep: ")
    visitor.touch("Home")
    visitor.touch("Make my booklet")
    visitor.touch("My own note")
    visitor.type(name)
    field = window.findChild(QLineEdit)
    typed = field.text() if field is not None else ""
    visitor.touch("Done")
    visitor.touch("Print it")
    visitor.wait_for("the booklet", lambda: visitor.sees("Print now") is not None, 90)
    visitor.touch("Print now")
    visitor.wait_for("the printer", lambda: "Print now" in _names(window) and not window.session.printing, 120)
    printed = said(window)
    visitor.touch("Finish")
    visitor.touch("Yes, clear everything")
    visitor.wait_for("the first screen", lambda: visitor.sees("Touch to start") is not None)
    visitor.settle(0.3)
    return {"found": found, "typed": typed, "printed": printed, "untouched": window.session.visit.is_untouched}


def fault_in_a_slot(window: KioskWindow, visitor: Visitor) -> dict[str, object]:
    """Something nobody foresaw happens while a visitor's words are at hand."""
    visitor.touch("Touch to start")
    window.session.visit.plan_booklet(note=os.environ["RARE_NAME"])
    window.session.visit.keep("demo:anything")
    visitor.touch("Help")
    route_before = window.session.navigator.here.screen

    def fail() -> None:
        raise RuntimeError(f"could not use {window.session.visit.booklet.note}")

    QTimer.singleShot(0, window, fail)
    visitor.settle(0.3)
    after = {
        "before": route_before,
        "here": window.session.navigator.here.screen,
        "untouched": window.session.visit.is_untouched,
    }
    visitor.touch("Help")
    return after | {"works on": window.session.navigator.here.screen}


def stay(window: KioskWindow, visitor: Visitor) -> dict[str, object]:
    """Tell that the window is open, and what it shows first, and wait until the test says that it is enough."""
    visitor.settle(0.3)
    answer = {"title": window.windowTitle(), "edition": str(window.session.edition.folder)}
    Path(os.environ["ANSWER"] + ".open").write_text(json.dumps(answer))
    visitor.wait_for("the test", lambda: Path(os.environ["ANSWER"] + ".enough").exists(), 60)
    return answer


def listen_and_print_without_parts(window: KioskWindow, visitor: Visitor) -> dict[str, object]:
    """Touch Listen and Print where neither can work."""
    visitor.touch("Touch to start")
    visitor.touch("Help")
    visitor.touch("Listen")
    visitor.wait_for("an answer", lambda: bool(window.listening.message), 30)
    listening = window.listening.message
    visitor.touch("Close")
    visitor.touch("Home")
    visitor.touch("Make my booklet")
    visitor.touch("Print it")
    visitor.wait_for("the booklet", lambda: visitor.sees("Print now") is not None, 90)
    visitor.touch("Print now")
    visitor.wait_for("the printer", lambda: "printer" in said(window).casefold(), 60)
    visitor.wait_for("the end", lambda: not window.session.printing, 60)
    printing = said(window)
    visitor.touch("Home")
    visitor.touch("Find local help")
    return {"listening": listening, "printing": printing, "works on": "found" in said(window) or " of " in said(window)}


def _names(window: KioskWindow) -> list[str]:
    from kiosk.ui.widgets.button import Button

    return [b.accessibleName() for b in window.findChildren(Button) if b.isVisible() and b.isEnabled()]


TASKS: dict[str, Callable[[KioskWindow, Visitor], dict[str, object]]] = {
    task.__name__: task for task in (whole_visit, fault_in_a_slot, stay, listen_and_print_without_parts)
}


def main() -> int:
    application = make_application()
    task = TASKS[sys.argv[1]]

    def drive() -> None:
        window = window_of(application)
        try:
            answer = task(window, Visitor(window))
        except Exception as error:
            answer = {"lost": str(error)}
        Path(os.environ["ANSWER"]).write_text(json.dumps(answer))
        window.close()

    QTimer.singleShot(300, drive)
    return start(os.environ.get("TEST_EDITION", ""), windowed=True, shape="1920x1080@476")


if __name__ == "__main__":
    raise SystemExit(main())
