"""The pages that only staff open: measuring the screen."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit.state import State
from kiosk.ui.routes import Route
from kiosk.ui.screens.calibrate import KEPT, NOT_A_SETTINGS_FILE, NOT_WRITTEN, CalibrateScreen
from kiosk.ui.window import KioskWindow


def states_of_staff() -> Iterator[State]:
    """The card as it is found and at both its ends, and every outcome of keeping the width."""
    yield State("calibrate", Route("calibrate"))
    yield State("calibrate, as wide as it goes", Route("calibrate"), after=_as_wide_as_it_goes)
    yield State("calibrate, as narrow as it goes", Route("calibrate"), after=_as_narrow_as_it_goes)
    for outcome in (KEPT, NOT_WRITTEN, NOT_A_SETTINGS_FILE):
        yield State(f"calibrate, {outcome}", Route("calibrate", outcome))


def _as_wide_as_it_goes(window: KioskWindow) -> None:
    _shown(window).widen(window.width())


def _as_narrow_as_it_goes(window: KioskWindow) -> None:
    _shown(window).widen(-window.width())


def _shown(window: KioskWindow) -> CalibrateScreen:
    assert isinstance(window.screen_shown, CalibrateScreen)
    return window.screen_shown
