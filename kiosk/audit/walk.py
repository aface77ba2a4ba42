"""Walks the real window from state to state and looks at each with the checks that are wanted there."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import settings
from kiosk.audit import pseudo_language
from kiosk.audit.booklet_once import BookletOnce
from kiosk.audit.check import Check
from kiosk.audit.fault import Fault
from kiosk.audit.pictures import Pictures
from kiosk.audit.plan import Visit
from kiosk.audit.seen import SHAPES, Cell, Seen
from kiosk.audit.sight import Exemption, Sight
from kiosk.audit.state import State
from kiosk.audit.states import every_state
from kiosk.edition.reader import open_edition
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.screen import screen_class
from kiosk.ui.session import Session
from kiosk.ui.start import read_shape
from kiosk.ui.window import KioskWindow

NOW = datetime(2026, 11, 24, 10, 30)
"""A Tuesday in office hours, on which the demonstration's records are fresh."""

CRASH = "CRASH"
"""The code of a screen, a way there or a check that failed instead of answering."""

ALWAYS = {"print.enabled": True, "print.max_pages": 60, "speech.enabled": True}
"""Settings that decide what can be looked at. Display and language are the cell's, the others this machine's."""

_WORK_MS = 5000
_SOON_MS = 1000


class Walk:
    """One window at a time, made anew for each cell; it begins every visit with the display of that cell.

    Use it as a context, so that the window is closed at the end. The application must be there already.
    """

    def __init__(self, shown: Path, awkward: Path, checks: Iterable[Check], pictures: Pictures | None = None) -> None:
        self._folders = {"shown": shown, "awkward": awkward}
        self._checks = list(checks)
        self._pictures = pictures
        self._typesetter = BookletOnce()
        edition = open_edition(shown)
        self.states = {state.name: state for state in every_state(edition)}
        edition.close()
        self._window: KioskWindow | None = None
        self._cell: Cell | None = None
        self._edition = ""
        self._settings = settings.load(ALWAYS)
        pseudo_language.learn()
        with suppress(ImportError):
            import_module("segno")  # with it here, square codes need no process of their own

    def __enter__(self) -> Walk:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the window, and the edition with it."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
            settle(window)
            window.session.edition.close()

    def look(self, visit: Visit) -> Sight:
        """Go to one state, look, and forget the visit. What breaks on the way is a fault, and the window a new one."""
        state = self.states[visit.state]
        faults: list[Fault] = []
        with _crashes_told(faults):
            source = source_of(screen_class(state.route))
            exemptions: frozenset[Exemption] = frozenset()
            pictures: tuple[str, ...] = ()
            try:
                window = self._window_for(visit.cell, state)
                with _unpainted(window):
                    self._go(window, visit.cell, state)
                source = source_of(type(window.overlay or window.screen_shown))
                seen = Seen(window, visit.cell, both_ways="behaviour" in visit.kinds)
                faults += [fault for check in self._wanted(visit) for fault in _answers(check, seen)]
                exemptions = _exemptions(seen)
                pictures = self._pictures.take(source[0], seen, faults) if self._pictures else ()
                self._forget(window)
            except Exception as error:
                faults.append(_crash("the way there", error))
                self.close()
        return Sight(visit, *source, tuple(faults), exemptions, pictures)

    def _wanted(self, visit: Visit) -> list[Check]:
        return [check for check in self._checks if check.kind in visit.kinds]

    def _window_for(self, cell: Cell, state: State) -> KioskWindow:
        if self._window is None or self._cell != cell:
            self.close()
            self._settings = settings.load(ALWAYS | _beginning(cell))
            edition = open_edition(self._folders[state.edition])
            session = Session(edition, self._settings, read_shape(SHAPES[cell.shape]))
            session.set_clock(lambda: NOW)
            session.typesetter = self._typesetter.for_session(session)
            KEYBOARD.forget()
            self._window = KioskWindow(session)
            self._window.show()
            self._window.activateWindow()
            self._cell, self._edition = cell, state.edition
        elif self._edition != state.edition:
            self._window.session.switch_when_free(open_edition(self._folders[state.edition]))
            self._window.session.end_visit()
            self._edition = state.edition
        return self._window

    def _go(self, window: KioskWindow, cell: Cell, state: State) -> None:
        visit = window.session.visit
        if visit.language != cell.language:  # no kiosk begins in the pseudo-language
            visit.choose_language(cell.language)
        state.before(window.session)
        window.session.navigator.go(state.route)
        settle(window)
        state.after(window)
        settle(window)

    def _forget(self, window: KioskWindow) -> None:
        """The end of a visit, as a visitor brings it about."""
        session = window.session
        if session.visit.language == pseudo_language.CODE:
            session.navigator.attract()  # else what was looked at would be made once more, in English
        session.end_visit()
        session.settings = self._settings
        session.typesetter = self._typesetter.for_session(session)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _unpainted(window: QWidget) -> Iterator[None]:
    """Nobody looks on the way: a tenth of the time would go into painting. What is wanted is painted by the checks."""
    window.setUpdatesEnabled(False)
    try:
        yield
    finally:
        window.setUpdatesEnabled(True)


def settle(window: QWidget) -> None:
    """Let the program work off what it has to do: no waiting, but for work on another thread."""
    for _round in range(2):
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone(_WORK_MS)
        for timer in window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS:
                timer.stop()
                timer.timeout.emit()
    for _round in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _beginning(cell: Cell) -> dict[str, object]:
    """The settings of a kiosk that begins every visit as the cell says."""
    return {
        "screen.text": cell.text_size,
        "screen.theme": cell.theme,
        "screen.language": cell.language,
        "screen.easy_letters": cell.easy_letters,
        "screen.controls_low": cell.controls_low,
        "screen.pictures": cell.pictures,
    }


def _answers(check: Check, seen: Seen) -> Iterator[Fault]:
    try:
        yield from check.look(seen)
    except Exception as error:
        yield _crash(f"the check {check.code}", error)


def _crash(what: str, error: BaseException) -> Fault:
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return Fault(CRASH, f"{what} failed: {type(error).__name__}: {error} ({' > '.join(places[-3:])})")


@contextmanager
def _crashes_told(faults: list[Fault]) -> Iterator[None]:
    """Errors inside a painting or another of the toolkit's calls come to no caller: they are heard here."""

    def heard(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(_crash("the screen", error.with_traceback(trace)))

    before, sys.excepthook = sys.excepthook, heard
    try:
        yield
    finally:
        sys.excepthook = before


_SOURCES: dict[type, tuple[str, str, int]] = {}


def source_of(kind: type) -> tuple[str, str, int]:
    """A class's name, and where it is written. Python reads the whole file for it, so each class is asked once."""
    if kind not in _SOURCES:
        _SOURCES[kind] = kind.__name__, inspect.getsourcefile(kind) or "", inspect.getsourcelines(kind)[1]
    return _SOURCES[kind]


def _exemptions(seen: Seen) -> frozenset[Exemption]:
    """Every check that something on the screen says is not for it, with its reason."""
    return frozenset(
        Exemption(type(widget).__name__, code, reason)
        for widget in (seen.root, *seen.widgets)
        for code, reason in getattr(widget, "not_audited", {}).items()
    )
