"""The real window on a panel of a chosen shape, without the start's slow parts; and what can be seen in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import settings as settings_module
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


@dataclass
class Opened:
    """A kiosk that is open, and a pair of hands before it."""

    window: KioskWindow
    session: Session
    visitor: Visitor

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
    from kiosk.search import Query
    from kiosk.search.engine import search

    return search(edition.connection, Query(words="dementia")).hits[0].id


Place = tuple[str, Route, Callable[[Session], None]]
A_FEW_GUIDES = ("needs-assessment", "who-pays", SAFEGUARDING)


def every_place(edition: Edition, all_guides: bool = False) -> list[Place]:
    """Every screen, with the states that look different: (what it is, where, what the visitor did before)."""
    service = first_service(edition)

    def nothing(session: Session) -> None: ...

    def looked_for(state: SearchState) -> Callable[[Session], None]:
        return lambda session: session.visit.look_for(state)

    def kept(session: Session) -> None:
        session.visit.keep(service)
        session.visit.keep_guide("who-pays")
        session.visit.plan_booklet(note="Ask about the stairs. " * 12)

    narrowed = SearchState(types=("advice-advocacy",), beneficiaries=("unpaid-carers",))
    word = edition.library.glossary("en")[0].term
    topics = [topic.id for topic in edition.library.topics()] if all_guides else ["care", "rights"]
    guides = [title.id for title in edition.library.titles("en")] if all_guides else A_FEW_GUIDES
    return [
        ("waiting", Route("attract"), nothing),
        ("home", Route("home"), nothing),
        *((f"topic {topic}", Route("topic", topic), nothing) for topic in topics),
        ("a topic that is gone", Route("topic", "gone"), nothing),
        *((f"guide {guide}", Route("guide", guide), nothing) for guide in guides),
        ("a guide that is gone", Route("guide", "gone"), nothing),
        ("a word", Route("word", word), nothing),
        ("a word without meaning", Route("word", "gone"), nothing),
        ("find everything", Route("find"), looked_for(SearchState())),
        ("find dementia", Route("find"), looked_for(FEW)),
        ("find, repaired", Route("find"), looked_for(SearchState(words="dementai"))),
        ("find, exactly", Route("find"), looked_for(SearchState(words="dementai", exact=True))),
        ("find nothing", Route("find"), looked_for(NOTHING)),
        ("find, narrowed", Route("find"), looked_for(narrowed)),
        ("find, second page", Route("find"), looked_for(SearchState(offset=4))),
        ("type", Route("type"), looked_for(FEW)),
        ("type nothing yet", Route("type"), looked_for(SearchState())),
        ("type a place", Route("type", "place"), nothing),
        ("filter", Route("filter"), looked_for(FEW)),
        ("filter type", Route("filter", "type"), looked_for(narrowed)),
        ("filter people", Route("filter", "beneficiary"), looked_for(SearchState())),
        ("filter place", Route("filter", "place"), nothing),
        ("service", Route("service", service), nothing),
        ("a service that is gone", Route("service", "gone:gone"), nothing),
        ("empty list", Route("list"), nothing),
        ("full list", Route("list"), kept),
        ("booklet", Route("booklet"), nothing),
        ("full booklet", Route("booklet"), kept),
        ("booklet pages", Route("booklet-pages"), nothing),
        ("booklet note", Route("booklet-note"), kept),
        ("booklet preview", Route("booklet-preview"), nothing),
        ("booklet print", Route("booklet-print"), nothing),
        ("need help now", Route("urgent"), nothing),
        ("text size", Route("display", "size"), nothing),
        ("colours", Route("display", "colours"), nothing),
        ("language", Route("language"), nothing),
        ("help", Route("help"), nothing),
        ("accessibility statement", Route("statement"), nothing),
        ("finish", Route("finish"), nothing),
        ("finish with things kept", Route("finish"), kept),
    ]


def show(kiosk: Opened, route: Route, before: Callable[[Session], None]) -> None:
    """Show a place as a visitor would find it who did only this before."""
    kiosk.session.visit.forget()
    before(kiosk.session)
    kiosk.session.navigator.go(route)
    kiosk.visitor.settle()
