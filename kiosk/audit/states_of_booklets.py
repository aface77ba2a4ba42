"""The booklet: planning it, its pages, its note, looking at it, printing it, and everything that can go wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.audit import awkward_services as awkward
from kiosk.audit.awkward import FULL_TOPIC
from kiosk.audit.long_words import unbroken
from kiosk.audit.state import After, State, chooses, in_order, keeps, plans, press, turns_keys_to, types, where
from kiosk.audit.states_of_finding import first_services
from kiosk.booklet.print_messages import Phase, Result
from kiosk.booklet.render import BookletError, Rendered
from kiosk.edition.reader import Edition
from kiosk.ui.routes import Route
from kiosk.ui.screens.booklet_note import LONGEST_NOTE
from kiosk.ui.screens.booklet_pages import EASY, SENSITIVE
from kiosk.ui.screens.booklet_print import BookletPrintScreen
from kiosk.ui.session import Session
from kiosk.ui.window import KioskWindow

NOTE = "Ask about the stairs, and whether somebody could come on Tuesdays. " * 6
TOO_MANY = 999
_BOOKLET, _PAGES, _NOTE = Route("booklet"), Route("booklet-pages"), Route("booklet-note")
_LOOK, _PRINT = Route("booklet-preview"), Route("booklet-print")
_Done = Callable[[Rendered], None]
_Failed = Callable[[Exception], None]


def states_of_booklets(shown: Edition) -> Iterator[State]:
    """Every step of the way to paper."""
    kept = keeps(*first_services(shown, 2))
    yield State("booklet", _BOOKLET)
    yield State("booklet, things kept", _BOOKLET, in_order(kept, plans(note=NOTE, for_whom="someone", size="giant")))
    yield State("booklet, 25 services kept", _BOOKLET, keeps(*awkward.CLUBS[:25]), "awkward")
    yield State("booklet, an unbroken note", _BOOKLET, plans(note=unbroken("Note", LONGEST_NOTE)))
    yield State("booklet, being counted", _BOOKLET, _never_ready)
    yield State("booklet, cannot be made", _BOOKLET, _cannot_be_made)
    for key in ("whom", "size", "language"):
        yield State(f"booklet, choosing {key}", Route("booklet-choice", key))
    yield State("booklet pages", _PAGES)
    yield State("booklet pages, about abuse too", _PAGES, plans(with_sensitive=True))
    yield State("booklet pages of a topic", Route("booklet-pages", "care"))
    yield State("booklet pages of a topic, none chosen", Route("booklet-pages", "care"), plans(guides=()))
    rights = Route("booklet-pages", "rights")
    yield State("booklet pages of rights, about abuse too", rights, plans(with_sensitive=True))
    yield State("booklet pages about abuse", Route("booklet-pages", SENSITIVE))
    yield State("booklet pages, many and long", _PAGES, edition="awkward")
    yield State("booklet pages of a topic, many and long", Route("booklet-pages", FULL_TOPIC), edition="awkward")
    yield State("booklet pages in easy read", Route("booklet-pages", EASY))
    yield State("booklet note", _NOTE)
    yield State("booklet note, long", _NOTE, plans(note=NOTE[:LONGEST_NOTE]))
    yield State("booklet note, unbroken", _NOTE, plans(note=unbroken("Note", LONGEST_NOTE)))
    yield State("booklet note, numbers", _NOTE, after=turns_keys_to("numbers"))
    yield State("booklet note, a to z", _NOTE, chooses(keyboard="a-z"))
    yield State("booklet note, being typed", _NOTE, after=types("Ask about the stairs"))
    yield State("booklet preview", _LOOK)
    yield State("booklet preview, further on", _LOOK, after=press("Next page"))
    yield State("booklet preview, being made", _LOOK, _never_ready)
    yield State("booklet preview, cannot be made", _LOOK, _cannot_be_made)
    yield State("booklet print", _PRINT)
    yield State("booklet print, being made", _PRINT, _never_ready)
    yield State("booklet print, cannot be made", _PRINT, _cannot_be_made)
    yield State("booklet print, too many pages", _PRINT, _of_too_many_pages)
    yield State("booklet print, switched off", _PRINT, where(print__enabled=False))
    for phase in Phase:
        yield State(f"booklet print, {phase.value}", _PRINT, after=_shows_phase(phase))
    helper = where(site__help_from="the people at the desk on the ground floor")
    for result in Result:
        yield State(f"booklet print, {result.value}", _PRINT, helper, after=_shows_result(result))


def _never_ready(session: Session) -> None:
    session.typesetter = lambda _done, _failed: None


def _cannot_be_made(session: Session) -> None:
    def fail(_done: _Done, failed: _Failed) -> None:
        failed(BookletError("The booklet could not be made."))

    session.typesetter = fail


def _of_too_many_pages(session: Session) -> None:
    session.typesetter = lambda done, _failed: done(Rendered(TOO_MANY, b"", ()))


def _print_screen(window: KioskWindow) -> BookletPrintScreen:
    assert isinstance(window.screen_shown, BookletPrintScreen)
    return window.screen_shown


def _shows_phase(phase: Phase) -> After:
    return lambda window: _print_screen(window).show_phase(phase)


def _shows_result(result: Result) -> After:
    def show(window: KioskWindow) -> None:
        _print_screen(window).show_phase(Phase.PRINTING)
        _print_screen(window).show_result(result)

    return show
