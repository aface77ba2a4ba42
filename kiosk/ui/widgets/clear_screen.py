"""Clear this screen: one touch forgets the visit, stops speech, cancels printing and shows Home."""

from __future__ import annotations

from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look


def clear_button(look: Look, session: Session) -> Button:
    """The button that stands at the top of every page about abuse or danger (GOV.UK "Exit this page")."""
    _ = session.words.gettext
    button = Button(look, _("Clear this screen"), "finish", "accent")
    button.set_least_height(look.metrics.main_target)
    button.clicked.connect(lambda: session.end_visit(to_home=True))
    return button
