"""What belongs to no one screen: the display, listening, the idle question, the end of a visit."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward_guides
from kiosk.audit.state import After, State, in_order, keeps, looks_for, where
from kiosk.audit.states_of_finding import WORDS, first_services
from kiosk.edition.reader import Edition
from kiosk.speech.messages import message
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screens.idle_warning import IdleWarning
from kiosk.ui.window import KioskWindow


def states_of_frame(shown: Edition) -> Iterator[State]:
    """The bars and what lies over a page."""
    for key in ("size", "colours", "more", "voice"):
        yield State(f"display {key}", Route("display", key))
    yield State("finish", Route("finish"))
    yield State("finish, things kept", Route("finish"), keeps(*first_services(shown, 2)))
    guide = Route("guide", awkward_guides.EVERY_BLOCK)
    yield State("listening", guide, edition="awkward", after=_listens())
    yield State("listening, paused", guide, edition="awkward", after=_listens(paused=True))
    yield State("listening, a sentence marked", guide, edition="awkward", after=_hears_the_first_sentence)
    for code in ("no-voice", "no-audio", "crashed"):
        yield State(f"listening, {code}", guide, edition="awkward", after=_cannot_hear(code), alike=code != "no-voice")
    yield State("listening, switched off", HOME, where(speech__enabled=False), after=_starts_to_listen)
    yield State("listening on home", HOME, after=_listens())
    yield State("listening to what was found", Route("find"), looks_for(words=WORDS), after=_listens())
    yield State("listening while typing", Route("type"), looks_for(words=WORDS), after=_listens())
    yield State("listening, a sensitive guide", Route("guide", awkward_guides.SENSITIVE), edition="awkward",
                after=_listens())  # fmt: skip
    yield State("listening to the print page", Route("booklet-print"), after=_listens())
    for seconds in (60, 1):
        yield State(f"idle, {seconds} s left", HOME, after=_asks(seconds))
    busy = in_order(keeps(*first_services(shown)), looks_for(words=WORDS))
    yield State("idle while typing", Route("type"), busy, after=_asks(30))


def _listens(paused: bool = False) -> After:
    """Reads aloud, as far as the screen shows it: no voice is started."""

    def listen(window: KioskWindow) -> None:
        listening = window.listening
        listening.active, listening.paused, listening.message = True, paused, ""
        listening.changed.emit()

    return listen


def _hears_the_first_sentence(window: KioskWindow) -> None:
    _listens()(window)
    screen = window.screen_shown
    assert screen is not None
    first = screen.readings()[0]
    end = first.text.find(" ") if " " in first.text else len(first.text)
    screen.mark_spoken(first.path, (0, len(first.text)), (0, end))


def _cannot_hear(code: str) -> After:
    def tell(window: KioskWindow) -> None:
        listening = window.listening
        listening.active, listening.paused = True, False
        listening.message = message(code, window.session.words)
        listening.changed.emit()

    return tell


def _starts_to_listen(window: KioskWindow) -> None:
    window.listening.start()


def _asks(seconds: int) -> After:
    """Is asked "Are you still there?" with so many seconds left."""

    def ask(window: KioskWindow) -> None:
        def stay() -> None:
            window.show_over(None)

        warning = IdleWarning(window.session, seconds, stay, window.session.end_visit)
        window.show_over(warning)
        warning.focus_first()

    return ask
