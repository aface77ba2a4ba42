"""The ways into Help me choose: whether this edition has questions, and the button that leads to them."""

from __future__ import annotations

from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look


def can_choose(session: Session) -> bool:
    """Whether this edition has questions; without them nothing leads to Help me choose."""
    return session.edition.library.has_record("choose", "choose")


def choose_button(look: Look, session: Session, *, leading: bool = True) -> Button:
    """A button that leads to the first question, or to where this visitor has come."""
    button = Button(look, session.words.gettext("Help me choose"), "compass", leading=leading)
    button.set_least_height(look.metrics.main_target)
    button.clicked.connect(lambda: open_choosing(session))
    return button


def open_choosing(session: Session) -> None:
    """Go to the first question that is open, or to the result."""
    from kiosk.ui.guided import Guiding

    session.navigator.go(Guiding(session).open_route())
