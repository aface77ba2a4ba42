"""Owns the beginning and the end of a visit: what is forgotten, silenced and switched between two people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk import late_log
from kiosk.display import Display
from kiosk.edition.reader import Edition
from kiosk.language import Words, words_in
from kiosk.settings import Settings
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.metrics import Metrics, Panel
from kiosk.ui.navigator import Navigator
from kiosk.ui.theme import THEMES, Theme
from kiosk.ui.touch_rules import STEADY_REPEAT
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import forget_texts
from kiosk.visit import Beginning, Visit

if TYPE_CHECKING:
    from kiosk.ui.booklet_making import Typesetter


class Voice(Protocol):
    """What a screen may ask of the voice: a step down (-1) or up (1)."""

    def change_rate(self, step: int) -> None: ...
    def change_loudness(self, step: int) -> None: ...


class Session:
    """What every screen may ask for: the visit, the edition, the words, the sizes, the colours, the way."""

    def __init__(self, edition: Edition, settings: Settings, panel: Panel) -> None:
        self.settings = settings
        self.panel = panel
        self.navigator = Navigator()
        self.visit = Visit(
            Beginning(
                language=_first_language(settings.text("screen.language"), edition.manifest.languages),
                display=Display(
                    text_size=settings.text("screen.text"),
                    theme=settings.text("screen.theme"),
                    easy_letters=bool(settings["screen.easy_letters"]),
                    controls_low=bool(settings["screen.controls_low"]),
                    pictures=bool(settings["screen.pictures"]),
                    keyboard=settings.text("screen.keyboard"),
                    steady_touch=bool(settings["touch.steady"]),
                    say_aloud=bool(settings["speech.say_aloud"]),
                ),
            )
        )
        self.edition = edition
        self._waiting: Edition | None = None
        self._refused: set[Path] = set()
        self.voice: Voice
        """How the voice that reads aloud is changed; there as soon as there is a window."""
        self.printing = False
        """Whether a booklet is being printed now."""
        self.sent_to_printer = False
        """Whether anything was sent to the printer in this visit."""
        self.typesetter: Typesetter | None = None
        """Who sets booklets in the child process's stead: whoever looks at many screens sets one booklet once."""
        self._newer: Callable[[Edition], Edition | None] | None = None
        self._endings: list[Callable[[], None]] = []
        self._resets: list[Callable[[], None]] = []
        self._clock: Callable[[], datetime] = datetime.now
        self.visit.subscribe(self._guard_keys)
        self._guard_keys()

    def _guard_keys(self) -> None:
        """Take for a slip what comes too soon for this visitor's hands."""
        usual = float(self.settings["keys.repeat_ms"])
        KEYBOARD.guard = (max(usual, STEADY_REPEAT) if self.visit.display.steady_touch else usual) / 1000

    @property
    def words(self) -> Words:
        """The interface words in the visitor's language."""
        return words_in(self.visit.language)

    @property
    def theme(self) -> Theme:
        return THEMES[self.visit.display.theme]

    @property
    def metrics(self) -> Metrics:
        return Metrics(self.used_panel, self.visit.display.text_size)

    @property
    def used_panel(self) -> Panel:
        """The panel, or its lower part while all that can be touched is to be in low reach."""
        return self.panel.lower_part if self.visit.display.controls_low else self.panel

    @property
    def look(self) -> Look:
        """What a widget made now needs to paint itself."""
        display = self.visit.display
        return Look(self.theme, self.metrics, self.words.right_to_left, display.easy_letters, display.pictures)

    def now(self) -> datetime:
        """The time on this machine's clock, or the one a test or a tour has set."""
        return self._clock()

    def today(self) -> date:
        return self.now().date()

    def set_clock(self, clock: Callable[[], datetime]) -> None:
        """Let tests and tours say what time it is."""
        self._clock = clock

    def on_end(self, ending: Callable[[], None]) -> None:
        """Call `ending` whenever a visit ends: stop speech, take the print job back."""
        self._endings.append(ending)

    def no_longer(self, ending: Callable[[], None]) -> None:
        """The reverse of `on_end`."""
        self._endings = [kept for kept in self._endings if kept != ending]

    def on_standard_display(self, reset: Callable[[], None]) -> None:
        """Call `reset` when a visitor wants the display, and the voice, as they were at the start."""
        self._resets.append(reset)

    def standard_display(self) -> None:
        """Put display and voice back to what visits start with; nothing that was kept or chosen else is lost."""
        for reset in self._resets:
            reset()
        self.visit.standard_display()

    def watch_for_newer(self, newer: Callable[[Edition], Edition | None]) -> None:
        """Ask `newer` between visits whether another edition was made current; it gives that edition, opened."""
        self._newer = newer

    def look_for_newer(self) -> None:
        """Switch to an edition that was made current meanwhile. Only between visits."""
        if self._waiting is None:
            self._waiting = self._found_newer()
        if self._waiting is not None:
            self.end_visit()

    def refuse(self, folder: Path) -> None:
        """Never show this edition again while the program runs: it was found to be damaged."""
        self._refused.add(folder.resolve())

    def _found_newer(self) -> Edition | None:
        found = self._newer(self.edition) if self._newer is not None else None
        if found is not None and found.folder.resolve() in self._refused:
            found.close()
            return None
        return found

    def switch_when_free(self, edition: Edition) -> None:
        """Show another edition from the next visit on."""
        self._waiting = edition

    def end_visit(self, to_home: bool = False) -> None:
        """Forget everything, silence and cancel, switch to a waiting edition, and show the attract screen or Home."""
        for ending in tuple(self._endings):
            try:
                ending()
            except Exception as error:
                late_log.fault(__name__, "an ending of a visit failed: %s", type(error).__name__)
        if self._waiting is None:
            self._waiting = self._found_newer()
        if self._waiting is not None:
            self.edition.close()
            self.edition, self._waiting = self._waiting, None
        self.printing = self.sent_to_printer = False
        self.visit.forget()
        KEYBOARD.forget()
        forget_texts()
        if to_home:
            self.navigator.home()
        else:
            self.navigator.attract()


def _first_language(wanted: str, pages: tuple[str, ...]) -> str:
    """The language that visits start in: the one that is set, if it can be shown."""
    if wanted == "en":
        return wanted
    from kiosk.ui.letters import offered_languages

    return wanted if wanted in offered_languages(pages) else "en"
