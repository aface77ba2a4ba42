"""Choosing care: the kinds, the lists, what is chosen, and two or three side by side with little or much known."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward_care as awkward
from kiosk.audit.state import After, Before, State, in_order, looks_for
from kiosk.edition.reader import Edition
from kiosk.search.care import care_of_kind
from kiosk.ui.comparing import CHOOSE_CARE, COMPARE
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.window import KioskWindow

_HOMES, _AGENCIES = Route(CHOOSE_CARE, "care-home"), Route(CHOOSE_CARE, "home-care")


def compares(*keys: str) -> Before:
    """Chooses services to compare."""

    def choose(session: Session) -> None:
        for key in keys:
            session.visit.compare(key)

    return choose


def chooses_one_more() -> After:
    """Presses Compare in the first row that is not chosen yet."""

    def press(window: KioskWindow) -> None:
        rows = [row for row in window.findChildren(ResultRow) if row.isVisible() and row.keep]
        for row in rows:
            if row.keep is not None and not row.keep.chosen:
                row.keep.click()
                return

    return press


def states_of_care(shown: Edition) -> Iterator[State]:
    """Every state of the lists and of the comparison."""
    homes, agencies = (
        tuple(hit.id for hit in care_of_kind(shown.connection, kind)[-3:]) for kind in ("care-home", "home-care")
    )
    near = looks_for(place="Larkmere", within_miles=5.0)
    yield State("choose care", Route(CHOOSE_CARE))
    yield State("choose a care home", _HOMES)
    yield State("choose a care home, near a place, one chosen", _HOMES, in_order(near, compares(*homes[:1])))
    yield State("choose a care home, three chosen", _HOMES, compares(*homes))
    yield State("choose a care home, a fourth one", _HOMES, compares(*homes), after=chooses_one_more())
    yield State("choose home care", _AGENCIES)
    yield State("choose home care, two chosen", _AGENCIES, compares(*agencies[:2]))
    far = looks_for(place="Upper Fallow", within_miles=1.0)
    yield State("choose a care home, little known, near a place", _HOMES, far, "awkward")
    yield State("choose care of a kind that is gone", Route(CHOOSE_CARE, "gone"))
    yield State("choose a care home, long names", _HOMES, compares(awkward.UNBROKEN, awkward.SPACED), "awkward")
    yield State("compare nothing", COMPARE)
    yield State("compare one", COMPARE, compares(*homes[:1]))
    for turn in ("", ", near a place"):
        before = near if turn else looks_for()
        yield State(f"compare two homes{turn}", COMPARE, in_order(before, compares(*homes[:2])), alike=bool(turn))
        yield State(f"compare three homes{turn}", COMPARE, in_order(before, compares(*homes)), alike=not turn)
    yield State("compare home care", COMPARE, compares(*agencies), alike=True)
    yield State("compare a home with home care", COMPARE, compares(*homes[:1], *agencies[:1]))
    for name, keys in (
        ("two of which one is not known", (awkward.WELL_KNOWN, awkward.NAMED_ONLY)),
        ("three, one not rated and closed", (awkward.WELL_KNOWN, awkward.NOT_RATED, awkward.AGENCY)),
        ("unknown and not rated", (awkward.NAMED_ONLY, awkward.NOT_RATED)),
        ("long names", (awkward.UNBROKEN, awkward.SPACED)),
        ("three, long names", (awkward.UNBROKEN, awkward.SPACED, awkward.NAMED_ONLY)),
    ):
        yield State(f"compare {name}", COMPARE, compares(*keys), "awkward")
