"""Opens the calibration page for staff, on the whole screen, and ends when they leave it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from kiosk import settings as settings_module
from kiosk.errors import InputError, MissingPartError
from kiosk.ui.only_one import only_one
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.start import edition_to_show, has_display, make_application, panel_of
from kiosk.ui.touch_guard import TouchGuard
from kiosk.ui.window import KioskWindow

_NO_DISPLAY = (
    "There is no display here, so the screen cannot be measured. Sit at the kiosk's own screen, or measure it with a"
    " ruler: kiosk settings set screen.width_mm 476"
)
_PLAIN = {"screen.text": "standard", "screen.controls_low": False}
"""However visits begin: the card and its buttons are to be seen together."""
_ALREADY_OPEN = "Signpost is open on this machine. Close it first; then measure the screen."


def measure() -> str:
    """Open the page and stay until it is left; gives how keeping the width went, by the words of `calibrate`, or "".

    Raises `MissingPartError` where there is no display, `InputError` where the kiosk itself is open.
    """
    if not has_display():
        raise MissingPartError(_NO_DISPLAY)
    settings = settings_module.load(_PLAIN)
    with only_one() as alone:
        if not alone:
            raise InputError(_ALREADY_OPEN)
        application = make_application()
        panel = panel_of("", float(settings["screen.width_mm"]))
        session = Session(edition_to_show(None), settings, panel)
        session.navigator.go(Route("calibrate"))
        outcome = ""

        def moved(route: Route) -> None:
            nonlocal outcome
            if route.screen != "calibrate":
                application.exit(0)
            else:
                outcome = route.key or outcome

        session.navigator.subscribe(moved)
        window = KioskWindow(session)
        window.showFullScreen()
        QTimer.singleShot(0, window, lambda: TouchGuard(session, window))
        application.exec()
        return outcome
