"""The lists of What's on that no day has: what is open most days, and what has to be asked for its times."""

from __future__ import annotations

from kiosk.search.whats_on import WhatsOn
from kiosk.ui.outings import ASK, OPEN, WHATS_ON
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look


def other_lists(look: Look, session: Session, results: WhatsOn) -> list[Button]:
    """A button for each, with how many stand there; a list without any is not offered, unless it is the one shown."""
    _, visit = session.words.gettext, session.visit
    made = []
    for key, name, count in ((OPEN, _("Open most days"), results.most_days), (ASK, _("Ask for times"), results.asks)):
        on = visit.outing.day == key
        if not count and not on:
            continue
        # Translators: a filter's name and, in brackets, how many services it leaves.
        words = _("{name} ({count})").format(name=name, count=count)
        said = _("{choice}, chosen").format(choice=words) if on else words
        button = Button(look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, name=said)
        button.setObjectName(key)  # by which the focus knows it again
        button.clicked.connect(lambda _c=False, key=key: _show(session, key))
        made.append(button)
    return made


def _show(session: Session, key: str) -> None:
    session.visit.plan_outing(day=key)
    if session.navigator.here != WHATS_ON:
        session.navigator.back_to(WHATS_ON)
