"""What the keys F1 to F7 and the loudness keys do on every screen: one press each, and no sense that it needs first.

EN 301 549 5.2 asks that what makes a terminal usable is one action away, and 5.1.3.11 for a control of the loudness.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.display import TEXT_SIZES, THEMES
from kiosk.ui import keys
from kiosk.ui.routes import ATTRACT, Route

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow


class FunctionKeys:
    """F1 help, F2 read the page, F3 say aloud, F4 larger words, F5 other colours, F6 quieter, F7 louder."""

    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._session = window.session

    def press(self, key: int) -> bool:
        """Do what a key stands for; whether it stands for anything."""
        listening = self._window.listening
        acts: dict[int, Callable[[], object]] = {
            keys.F1: lambda: self._session.navigator.go(Route("help")),
            keys.F2: listening.toggle,
            keys.F3: self._say_aloud_or_not,
            keys.F4: self._larger_words,
            keys.F5: self._other_colours,
            keys.F6: lambda: listening.change_loudness(-1),
            keys.F7: lambda: listening.change_loudness(1),
            keys.VOLUME_DOWN: lambda: listening.change_loudness(-1),
            keys.VOLUME_UP: lambda: listening.change_loudness(1),
        }
        if key not in acts:
            return False
        acts[key]()
        return True

    def _begin(self) -> None:
        """A visit begins with the first key, as it does with a touch."""
        if self._session.navigator.here == ATTRACT:
            self._session.navigator.home()

    def _say_aloud_or_not(self) -> None:
        self._begin()
        visit = self._session.visit
        visit.choose_display(say_aloud=not visit.display.say_aloud)

    def _larger_words(self) -> None:
        """The next larger size; after the largest the first one again."""
        from kiosk.ui.display_names import size_names

        size = _after(TEXT_SIZES, self._session.visit.display.text_size)
        self._show(size_names(self._session.words)[size], text_size=size)

    def _other_colours(self) -> None:
        """The next set of colours; after the last the first one again."""
        from kiosk.ui.display_names import theme_names

        theme = _after(THEMES, self._session.visit.display.theme)
        self._show(theme_names(self._session.words)[theme], theme=theme)

    def _show(self, name: str, **change: str) -> None:
        """Change the display; those who do not see what has changed hear what it is called."""
        from kiosk.ui.accessible import announce

        self._begin()
        self._session.visit.choose_display(**change)
        announce(self._window, name)


def _after(values: Sequence[str], now: str) -> str:
    return values[(values.index(now) + 1) % len(values)]
