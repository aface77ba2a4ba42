"""The Keep button of a service, a page or a result, the same everywhere: it says in words whether it is kept."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.content.easy_read import easy_read_title
from kiosk.content.library import EASY_READ
from kiosk.ui.accessible import announce
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look


def keep_service_button(look: Look, session: Session, key: str, name: str) -> Button:
    """A button that keeps a service, or takes it out of the list again."""
    _ = session.words.gettext
    kept = key in session.visit.shortlist
    act = session.visit.drop if kept else session.visit.keep
    return _button(look, session, _("Kept") if kept else _("Keep"), kept, name, lambda: act(key))


def keep_easy_read_button(look: Look, session: Session, guide_id: str, title: str, lang: str) -> Button:
    """A button that keeps the Easy Read form of a guide for the booklet, or takes it out again."""
    return keep_guide_button(look, session, EASY_READ + guide_id, easy_read_title(title, lang))


def keep_guide_button(look: Look, session: Session, guide_id: str, name: str) -> Button:
    """A button that keeps a guide for the booklet, or takes it out again."""
    _ = session.words.gettext
    kept = guide_id in session.visit.guides
    act = session.visit.drop_guide if kept else session.visit.keep_guide
    words = _("Kept for my booklet") if kept else _("Keep for my booklet")
    return _button(look, session, words, kept, name, lambda: act(guide_id))


def keep_page_button(look: Look, session: Session, guide_id: str, name: str) -> Button:
    """As the button of a guide, with as few words as that of a service: for a row of a list."""
    _ = session.words.gettext
    kept = guide_id in session.visit.guides
    act = session.visit.drop_guide if kept else session.visit.keep_guide
    return _button(look, session, _("Kept") if kept else _("Keep"), kept, name, lambda: act(guide_id))


def keep_guided_button(look: Look, session: Session, name: str) -> Button:
    """A button that keeps the whole result of Help me choose for the booklet, or takes it out again."""
    _, given = session.words.gettext, session.visit.choosing
    words = _("Kept for my booklet") if given.kept else _("Keep for my booklet")
    return _button(look, session, words, given.kept, name, lambda: given.keep(not given.kept))


def keep_room_button(look: Look, session: Session, room: str, name: str) -> Button:
    """A button that keeps the ideas for a room for the booklet, or takes them out again."""
    _, given = session.words.gettext, session.visit.choosing
    kept = room in given.rooms
    act = given.drop_room if kept else given.keep_room
    return _button(look, session, _("Kept") if kept else _("Keep"), kept, name, lambda: act(room))


def keep_estimate_button(look: Look, session: Session, estimate: str, name: str) -> Button:
    """A button that keeps the result of an estimate for the booklet, or takes it out again."""
    _ = session.words.gettext
    given = session.visit.estimates
    kept = estimate in given.kept
    words = _("Kept for my booklet") if kept else _("Keep for my booklet")
    act = given.drop if kept else given.keep
    return _button(look, session, words, kept, name, lambda: act(estimate))


def _button(look: Look, session: Session, words: str, kept: bool, name: str, act: Callable[[], None]) -> Button:
    button = Button(look, words, "kept" if kept else "keep", "chosen" if kept else "plain", name=f"{words}: {name}")
    button.setObjectName(f"keep {name}")  # the words change with the state, the focus stays on the same thing

    def press() -> None:
        _, window = session.words.gettext, button.window()
        act()
        # Translators: announced after a touch on Keep, or on Kept; {name} is a service or a page.
        done = _("Taken off your list: {name}") if kept else _("Kept: {name}")
        announce(window, done.format(name=name))

    button.clicked.connect(press)
    return button
