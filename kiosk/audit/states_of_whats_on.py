"""What's on: full days, empty days, long names, times that are not known, and the ways to narrow it down."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward_services as awkward
from kiosk.audit.state import State, goes_out, in_order, keeps, where
from kiosk.edition.reader import Edition
from kiosk.ui.outings import ASK, FILTER, OPEN, WHATS_ON
from kiosk.ui.routes import Route

_TUESDAY, _THURSDAY, _SATURDAY, _SUNDAY = 1, 3, 5, 6
_MANY = ("exercise", "company", "arts")


def states_of_whats_on(_shown: Edition) -> Iterator[State]:
    """The list in every state, and the choices that narrow it."""
    yield State("what's on today", WHATS_ON)
    yield State("what's on near this kiosk", WHATS_ON, in_order(where(site__place="Larkmere"), goes_out(_THURSDAY)))
    yield State("what's on, second page", WHATS_ON, goes_out(_THURSDAY, offset=3), alike=True)
    yield State("what's on, narrowed", WHATS_ON, goes_out(_THURSDAY, kinds=("company",), people=("older-people",)))
    yield State("what's on, narrowed in many ways", WHATS_ON, goes_out(_THURSDAY, kinds=_MANY, people=("lonely",)))
    yield State("what's on, nothing fits", WHATS_ON, goes_out(kinds=("arts",), people=("veterans",)))
    yield State("what's on, open most days", WHATS_ON, goes_out(day=OPEN))
    yield State("what's on, ask for times", WHATS_ON, goes_out(day=ASK))
    yield State("what's on, nothing to ask for", WHATS_ON, goes_out(day=ASK, kinds=("arts",), people=("veterans",)))
    yield State("what's on, a full day", WHATS_ON, goes_out(_THURSDAY), "awkward")
    yield State("what's on, long names, one kept", WHATS_ON, in_order(
        goes_out(_TUESDAY, kinds=("company",)), keeps(awkward.UNBROKEN)), "awkward")  # fmt: skip
    yield State("what's on, an empty day", WHATS_ON, goes_out(_SATURDAY), "awkward")
    yield State("what's on, in term time and twice a day", WHATS_ON, goes_out(_SUNDAY), "awkward")
    yield State("what's on, long names without times", WHATS_ON, goes_out(day=ASK), "awkward")
    yield State("narrow what's on", Route(FILTER))
    yield State("narrow what's on, chosen", Route(FILTER), goes_out(kinds=_MANY, people=("lonely", "older-people")))
    yield State("narrow what's on by kind", Route(FILTER, "kind"), goes_out(_THURSDAY))
    yield State("narrow what's on by kind, one chosen", Route(FILTER, "kind"), goes_out(_THURSDAY, kinds=("food",)))
    yield State("narrow what's on by people", Route(FILTER, "people"), goes_out(_THURSDAY))
    yield State(
        "narrow what's on, nothing left", Route(FILTER, "people"), goes_out(kinds=("arts",), people=("veterans",))
    )
