"""What's on for screens: a visitor's choices turned into a question, and the filters in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.directory.activity_kinds import kind_name
from kiosk.directory.facet_names import beneficiary_name
from kiosk.language import Words
from kiosk.ui.finding import kiosk_place, place_of
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.visit import OutingState

if TYPE_CHECKING:
    from kiosk.search.whats_on import WhatsOn

WHATS_ON = Route("whats-on")
FILTER = "whats-on-filter"
OPEN, ASK = "open", "ask"


def has_whats_on(session: Session) -> bool:
    """Whether this edition lists activities: without any, nothing leads to What's on."""
    from kiosk.search.whats_on import has_activities

    return has_activities(session.edition.connection)


def day_of(session: Session, state: OutingState) -> date:
    """The day that is looked at; what is past, or further away than the strip reaches, is today."""
    from kiosk.search.whats_on import DAYS

    today = session.today()
    try:
        day = date.fromisoformat(state.day)
    except ValueError:
        return today
    return day if 0 <= (day - today).days < DAYS else today


def ask_whats_on(session: Session, state: OutingState, limit: int) -> WhatsOn:
    """What fits; distances are from the place that was looked for, else from where the kiosk stands."""
    from kiosk.search.whats_on import Outing, View, whats_on

    views: dict[str, View] = {OPEN: "open", ASK: "ask"}
    asked = Outing(
        now=session.now(),
        day=day_of(session, state),
        view=views.get(state.day, "day"),
        kinds=state.kinds,
        people=state.people,
        near=place_of(session, session.visit.search) or kiosk_place(session),
        limit=limit,
        offset=state.offset,
    )
    return whats_on(session.edition.connection, asked)


def outing_filters(state: OutingState, words: Words) -> list[tuple[str, str, str]]:
    """(key, label, what is chosen) of each filter."""
    _ = words.gettext
    kinds = words.list(kind_name(kind, words) for kind in state.kinds)
    people = words.list(beneficiary_name(name, words) for name in state.people)
    return [
        ("kind", _("Kind of activity"), kinds or _("Any kind")),
        ("people", _("Who it is for"), people or _("Anyone")),
    ]


def outing_chips(state: OutingState, words: Words) -> list[tuple[str, OutingState]]:
    """What is chosen, each with the choices without it."""
    found = [
        (kind_name(kind, words), replace(state, kinds=tuple(k for k in state.kinds if k != kind)))
        for kind in state.kinds
    ]
    return found + [
        (beneficiary_name(name, words), replace(state, people=tuple(p for p in state.people if p != name)))
        for name in state.people
    ]
