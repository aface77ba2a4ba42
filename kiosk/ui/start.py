"""Starts the program: the edition, the panel, the window; then, after the first picture, everything slower."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk import late_log
from kiosk import settings as settings_module
from kiosk.edition.current import newer_edition, open_current, open_last_good
from kiosk.edition.demo import ensure_demo_edition
from kiosk.edition.reader import Edition
from kiosk.errors import EditionError, InputError
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.metrics import UNMEASURED_PIXELS_PER_MM, Panel, is_likely
from kiosk.ui.only_one import only_one
from kiosk.ui.routes import SCREENS, Route
from kiosk.ui.session import Session
from kiosk.ui.window import KioskWindow

LEAST_WIDTH, LEAST_HEIGHT = 1024, 600


def start(edition_dir: str = "", windowed: bool = False, shape: str = "", at: str = "") -> int:
    """Open the kiosk and stay until it is closed; returns the exit code."""
    if not has_display():
        print(
            "There is no display here, so the window cannot open. `kiosk tour --out DIR` makes pictures without one.",
            file=sys.stderr,
        )
        return 3
    if at and at not in SCREENS:
        print(f"There is no screen called {at!r}.", file=sys.stderr)
        return 2
    if at == "calibrate":
        print("Staff open this page with `kiosk settings calibrate`, which uses the whole screen.", file=sys.stderr)
        return 2
    settings = settings_module.load()
    for problem in settings.problems:
        late_log.warn(__name__, "setting left out: %s", problem)
    try:
        edition = edition_to_show(Path(edition_dir) if edition_dir else None)
    except EditionError as error:
        print(error, file=sys.stderr)
        return 2
    tracing = os.environ.get("SIGNPOST_TRACE") == "first-paint"
    with only_one() as alone:
        if not alone and not tracing:
            print(
                "Signpost is already open on this machine, and goes on working there. To open a second one, give it"
                " its own SIGNPOST_HOME.",
                file=sys.stderr,
            )
            return 2
        application = make_application()
        try:
            panel = panel_of(shape, float(settings["screen.width_mm"]))
        except InputError as error:
            print(error, file=sys.stderr)
            return 2
        session = Session(edition, settings, panel)
        if at:
            session.navigator.go(Route(at))
        window = KioskWindow(session)
        if not edition_dir:
            session.watch_for_newer(newer_edition)
        sys.excepthook = _Unhandled(session)
        if tracing:
            _leave_after_first_paint(application, window)
        if windowed or shape:
            window.show()
        else:
            window.showFullScreen()
        if not tracing:
            QTimer.singleShot(0, window, lambda: _after_first_paint(session, window))
        return application.exec()


def edition_to_show(chosen: Path | None) -> Edition:
    """The edition for the screen; one that must not be shown gives way to the last good one.

    Raises `EditionError` only when there is none at all that can be shown.
    """
    if chosen is not None:
        try:
            return open_current(chosen)
        except EditionError as error:
            print(f"{error} The last good edition is shown in its place.", file=sys.stderr)
    try:
        return open_last_good(not_this=chosen)
    except EditionError:
        ensure_demo_edition()
        return open_last_good(not_this=chosen)


def has_display() -> bool:
    """Whether there is somewhere to open a window, or the toolkit was told to do without."""
    if sys.platform not in ("linux", "freebsd"):
        return True
    if any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return True
    return x_server_answers(os.environ.get("DISPLAY", ""))


def x_server_answers(display: str) -> bool:
    """Whether the X server of ``DISPLAY`` can be reached; the toolkit would end the program without a word of ours."""
    if not display.startswith((":", "unix:")):
        return bool(display)
    import socket

    path = "/tmp/.X11-unix/X" + display.rpartition(":")[2].partition(".")[0]
    for address in ("\0" + path, path):
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(address)
            except OSError:
                continue
            return True
    return False


def make_application() -> QApplication:
    """The toolkit's application, with its own motion and style kept plain."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Signpost")
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(True)
    KEYBOARD.watch(application)
    return application


def panel_of(shape: str, width_mm: float) -> Panel:
    """The panel: as told ("1280x800@261"), or the screen that is there. Raises `InputError` for a wrong shape."""
    if shape:
        return read_shape(shape)
    size = QGuiApplication.primaryScreen().size()
    if size.width() < LEAST_WIDTH or size.height() < LEAST_HEIGHT:
        print(
            f"This screen is {size.width()} by {size.height()} dots; Signpost is made for"
            f" {LEAST_WIDTH} by {LEAST_HEIGHT} or more. Everything still works, but pages need more scrolling.",
            file=sys.stderr,
        )
    if width_mm and not is_likely(size.width(), width_mm):
        late_log.warn(
            __name__, "setting left out: screen.width_mm is %g, which cannot be with %d dots", width_mm, size.width()
        )
    return Panel.measured(size.width(), size.height(), width_mm)


def read_shape(shape: str) -> Panel:
    """A panel from "WIDTHxHEIGHT" with "@MILLIMETRES" after it where they are known."""
    size, _at, millimetres = shape.partition("@")
    width, _by, height = size.partition("x")
    try:
        wide, high = int(width), int(height)
        across = float(millimetres) if millimetres else wide / UNMEASURED_PIXELS_PER_MM
    except ValueError:
        raise InputError(f"a shape is like 1280x800@261, not {shape!r}") from None
    if not (320 <= wide <= 16000 and 240 <= high <= 16000):
        raise InputError(f"a screen of {wide} by {high} dots is not possible here")
    if not is_likely(wide, across):
        raise InputError(f"a screen of {wide} dots is not {across:g} mm wide")
    return Panel.measured(wide, high, across)


def _after_first_paint(session: Session, window: KioskWindow) -> None:
    gc.enable()
    from kiosk.ui.accessible import tell_about
    from kiosk.ui.idle import IdleWatch
    from kiosk.ui.read_ahead import read_ahead
    from kiosk.ui.say_aloud import SayAloud
    from kiosk.ui.touch_guard import TouchGuard
    from kiosk.ui.whole_check import check_in_background

    TouchGuard(session, window)
    window.idle = IdleWatch(session, window)
    SayAloud(session, window)
    window.listening.prepare()
    tell_about(window)
    if session.settings["print.enabled"]:
        window.sweep_printer()
    check_in_background(session, window)
    read_ahead(session, window)


def _leave_after_first_paint(application: QApplication, window: KioskWindow) -> None:
    def told() -> None:
        print(f"first-paint {time.monotonic_ns()}", file=sys.stderr, flush=True)
        if os.environ.get("SIGNPOST_TRACE_STAY"):
            return
        application.exit(0)

    window.first_painted.connect(told)


class _Unhandled:
    """What happens to a fault nobody foresaw: it is logged, the visit is forgotten, Home is shown."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._busy = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        places = []
        while trace is not None:
            places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        late_log.fault(__name__, "unhandled %s at %s", kind.__name__, " > ".join(places[-6:]))
        if not self._busy:
            self._busy = True
            try:
                self._session.end_visit(to_home=True)
            finally:
                self._busy = False
