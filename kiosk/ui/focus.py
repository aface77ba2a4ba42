"""Where the keyboard's focus goes: on in reading order, to the page that opens, and back to what was made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.reading_order import controls_in_order
from kiosk.ui.routes import Route
from kiosk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow


_IN_ITS_PLACE = {"listen": "bottom", "bottom": "listen"}
"""Where to go on when a part is there no more: these two come and go."""


class Stand(NamedTuple):
    """Where the focus was: a part of the window, and by what a control is known again when it was made anew.

    `key` is the control's object name, for those whose words change when they are pressed; `number` is its place in
    the reading order of its part.
    """

    part: str
    key: str
    name: str
    number: int


class Focus:
    """Moves the focus of one window. For each route it remembers where the focus was, until `forget()`."""

    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._held = 0
        self._stands: dict[Route, Stand] = {}
        self._under: Stand | None = None

    def forget(self) -> None:
        """A visit ends."""
        self._stands.clear()
        self._under = None

    def controls(self, part: QWidget | None = None, also: QWidget | None = None) -> list[QWidget]:
        """What keys can reach now in the window, or in a part of it, in reading order; a question covers all else."""
        inside = part or self._window.overlay or self._window
        return controls_in_order(inside, self._window.session.words.right_to_left, also)

    def step(self, forward: bool) -> bool:
        """Go to the next control in reading order, or to the one before; whether there was one."""
        target = None if self._held else self._neighbour(forward)
        if target is not None:
            target.setFocus()  # not for the reason of Tab: a field would mark its words, and the next letter wipe them
        return target is not None

    def read_on(self, forward: bool) -> None:
        """As `step`, but page by page over what has nothing to press, so that no words are jumped over.

        Those who have things said aloud cannot hear a page that moves, so they go on at once.
        """
        target = self._neighbour(forward)
        if target is None:
            return
        page = _page_around(target) or _page_around(self._window.focusWidget())
        heard = self._window.session.visit.display.say_aloud
        if page is not None and not heard and page.has_more(forward, target):
            page.turn(1 if forward else -1)
            if page.has_more(forward, target) or not page.shows_all(target):
                return
        target.setFocus()

    def remember(self, route: Route) -> None:
        """The visitor leaves a place that they may come back to."""
        stand = self._stand()
        if stand is not None and stand.part == "screen":
            self._stands[route] = stand

    def begin(self) -> None:
        """A screen is shown. For keys, the focus goes where it was when they left it, or to the first thing in view."""
        window = self._window
        if self._held or window.overlay is not None or window.screen_shown is None:
            return
        if not KEYBOARD.active:
            here = QApplication.focusWidget()
            if here is None or not window.isAncestorOf(here):
                window.setFocus()  # else the toolkit would choose, and the first press of a key go on from the top bar
            return
        inside = self.controls(window.screen_shown)
        stand = self._stands.get(window.screen_shown.route)
        again = _known_again(stand, inside) if stand is not None else None
        in_view = (c for c in inside if (page := _page_around(c)) is None or page.shows(c))
        (again or next(in_view, window)).setFocus()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the focus go nowhere while widgets go and come."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Give the focus back, when its control was made anew inside, to what now stands in that control's place."""
        stand, screen = self._stand(), self._window.screen_shown
        with self.held():
            yield
        if stand is not None or KEYBOARD.active:
            route = screen.route if screen is not None else None
            QTimer.singleShot(0, self._window, lambda: self._give_back(stand, route))  # by then all is shown

    def _give_back(self, stand: Stand | None, route: Route | None) -> None:
        here, screen = self._window.focusWidget(), self._window.screen_shown
        if here is not None and here is not self._window and here.isVisible():
            return
        if screen is not None and screen.route == route:
            self._return_to(stand)

    @contextmanager
    def covered(self, covered: bool) -> Iterator[None]:
        """Lay a question over the window inside, or take it away; then the focus goes back to where it was before."""
        if covered and self._under is None:
            self._under = self._stand()
        with self.held():
            yield
        if not covered and self._under is not None:
            self._return_to(self._under)
            self._under = None

    def _return_to(self, stand: Stand | None) -> None:
        part = self._parts().get(stand.part) if stand is not None else None
        controls = self.controls(part) if part is not None and not part.isHidden() else []
        if self._held:
            return
        if stand is None or not controls:
            other = self._parts().get(_IN_ITS_PLACE.get(stand.part, "")) if stand is not None else None
            instead = self.controls(other) if other is not None else []
            (instead[0].setFocus if instead else self.begin)()
            return
        (_known_again(stand, controls) or controls[min(stand.number, len(controls) - 1)]).setFocus()

    def _parts(self) -> dict[str, QWidget | None]:
        window = self._window
        return {
            "over": window.overlay,
            "screen": window.screen_shown,
            "listen": window.listen_bar,
            "bottom": window.bottom_bar,
            "top": window.top_bar,
        }

    def _stand(self) -> Stand | None:
        here = self._window.focusWidget()
        if here is None:
            return None
        for name, part in self._parts().items():
            if part is not None and part.isAncestorOf(here):
                controls = self.controls(part, also=here)
                number = controls.index(here) if here in controls else 0
                return Stand(name, here.objectName(), here.accessibleName(), number)
        return None

    def _neighbour(self, forward: bool) -> QWidget | None:
        here = self._window.focusWidget()
        controls = self.controls(also=here)
        if here not in controls:
            return self._entrance(controls, forward)
        at = controls.index(here)
        others = controls[at + 1 :] + controls[:at]
        return (others[0] if forward else others[-1]) if others else None

    def _entrance(self, controls: list[QWidget], forward: bool) -> QWidget | None:
        """Nothing has the focus yet: it comes in where the page begins, behind the bar that is the same everywhere."""
        screen = self._window.screen_shown
        inside = (n for n, control in enumerate(controls) if screen is not None and screen.isAncestorOf(control))
        at = next(inside, 0)
        return controls[at if forward else at - 1] if controls else None


def _known_again(stand: Stand, controls: list[QWidget]) -> QWidget | None:
    by_key = (control for control in controls if stand.key and control.objectName() == stand.key)
    by_name = (control for control in controls if control.accessibleName() == stand.name)
    return next(by_key, None) or next(by_name, None)


def _page_around(widget: QWidget | None) -> ScrollPage | None:
    """The page that a widget scrolls with, if any."""
    here = widget
    while widget is not None and here is not None:
        if isinstance(here, ScrollPage) and here.content.isAncestorOf(widget):
            return here
        here = here.parentWidget()
    return None
