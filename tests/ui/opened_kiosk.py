"""The real window on a panel of a chosen shape, without the start's slow parts; and what can be seen in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import settings as settings_module
from kiosk.audit.booklet_once import BookletOnce
from kiosk.audit.state import nothing_more
from kiosk.audit.states import every_state
from kiosk.audit.states_of_finding import first_services
from kiosk.edition.reader import Edition
from kiosk.tour.visitor import Visitor
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.session import Session
from kiosk.ui.start import read_shape
from kiosk.ui.widgets.button import Button
from kiosk.ui.window import KioskWindow
from kiosk.visit import SearchState

SHAPES = {"wide": "1920x1080@476", "tall": "1080x1920@268", "small": "1280x800@261"}
NOW = datetime(2026, 11, 24, 10, 30)
SAFEGUARDING = "worried-about-abuse"
FEW = SearchState(words="dementia")
NOTHING = SearchState(words="zzqqxyw")
TYPESETTER: BookletOnce | None = None
"""Who sets booklets in every kiosk opened from now on; without one they are set as on a real kiosk."""


@dataclass
class Opened:
    """A kiosk that is open, and a pair of hands before it."""

    window: KioskWindow
    session: Session
    visitor: Visitor

    def __post_init__(self) -> None:
        self.settings, self.typesetter = self.session.settings, self.session.typesetter

    @property
    def screen(self) -> Screen:
        shown = self.window.screen_shown
        assert shown is not None
        return shown

    def go(self, screen: str, key: str = "") -> Screen:
        """Go to a place and let it settle."""
        self.session.navigator.go(Route(screen, key))
        self.visitor.settle()
        return self.screen

    def buttons(self) -> list[Button]:
        """Every button that is shown now, in the frame and on the page."""
        return [button for button in self.window.findChildren(Button) if button.isVisible()]

    def names(self) -> list[str]:
        return [button.accessibleName() for button in self.buttons()]

    def texts(self) -> str:
        """All words of the page in reading order."""
        return "\n".join(reading.text for reading in self.screen.readings())


Open = Callable[..., Opened]
"""What the fixture `open_at` is: opens the kiosk at a shape, size, theme and language."""


@contextmanager
def open_kiosk(
    edition: Edition,
    shape: str = "wide",
    text_size: str = "standard",
    theme: str = "day",
    language: str = "en",
    **settings: object,
) -> Iterator[Opened]:
    """Open the window at Home on an edition that nobody else uses; at the end all is closed and every widget gone."""
    chosen = {name.replace("__", "."): value for name, value in settings.items()}
    chosen |= {"screen.text": text_size, "screen.theme": theme, "screen.language": language}
    loaded = settings_module.load(chosen)
    assert loaded.problems == ()
    session = Session(edition, loaded, read_shape(SHAPES.get(shape, shape)))
    session.set_clock(lambda: NOW)
    session.typesetter = TYPESETTER.for_session(session) if TYPESETTER else None
    KEYBOARD.forget()
    window = KioskWindow(session)
    window.show()
    opened = Opened(window, session, Visitor(window))
    session.navigator.home()
    opened.visitor.settle()
    try:
        yield opened
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        opened.visitor.settle()
        session.edition.close()


def place_in_window(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def first_service(edition: Edition) -> str:
    """The key of the service that a search for dementia gives first."""
    return first_services(edition)[0]


Place = tuple[str, Route, Callable[[Session], None]]
A_FEW_GUIDES = ("needs-assessment", "who-pays", SAFEGUARDING)
A_FEW_TOPICS = ("care", "rights")


def every_place(edition: Edition, all_guides: bool = False) -> list[Place]:
    """Every screen of what is shown, in the audit's states that come about by what the visitor did before.

    Each is (what it is, where, what was done before). Only a few of the guides and topics, unless all are wanted.
    """
    few = {("guide", guide) for guide in A_FEW_GUIDES} | {("topic", topic) for topic in A_FEW_TOPICS}
    return [
        (state.name, state.route, state.before)
        for state in every_state(edition)
        if state.edition == "shown" and state.after is nothing_more
        if all_guides or state.name.split()[0] not in ("guide", "topic", "subtopic", "easy") or state.route in few
    ]


def show(kiosk: Opened, route: Route, before: Callable[[Session], None]) -> None:
    """Show a place as a visitor would find it who did only this before."""
    session = kiosk.session
    session.visit.forget()
    session.settings, session.typesetter = kiosk.settings, kiosk.typesetter
    if session.navigator.here == route:
        session.navigator.home()
    before(session)
    kiosk.session.navigator.go(route)
    kiosk.visitor.settle()
