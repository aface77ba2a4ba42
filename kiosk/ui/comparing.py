"""Choosing care for screens: the list of a kind, the Compare button of a service, and those that were chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kiosk.directory.facet_names import TYPES
from kiosk.language import Words
from kiosk.search import Hit, Point, Results
from kiosk.ui.accessible import announce
from kiosk.ui.finding import place_of
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.visit import SearchState

if TYPE_CHECKING:
    from kiosk.directory.service import Service

CHOOSE_CARE, GUIDED_LIST = "choose-care", "guided-list"
COMPARE = Route("compare")


def kinds_here(session: Session) -> tuple[str, ...]:
    """The kinds of care of which this edition lists any: without any, nothing leads to choosing care."""
    from kiosk.search.care import kinds_of_care

    return kinds_of_care(session.edition.connection)


def care_here(session: Session, kind: str) -> tuple[Hit, ...]:
    """All care of a kind; nearest first to the place that the visitor looks at, if they do."""
    from kiosk.search.care import care_of_kind

    state = session.visit.search
    within = state.within_miles if state.place else None
    return care_of_kind(session.edition.connection, kind, place_of(session, state), within)


def services_compared(session: Session) -> list[Service]:
    """Those that were chosen and are still listed, in the order chosen."""
    found = (session.edition.service(key) for key in session.visit.compared)
    return [service for service in found if service is not None]


def distances_from_here(session: Session, services: Sequence[Service]) -> dict[str, tuple[float, bool]]:
    """How far each is from the place that the visitor looks at; empty when they look at none."""
    from kiosk.search.distances import distance_of

    point = place_of(session, session.visit.search)
    if not isinstance(point, Point):
        return {}
    found = ((service.key, distance_of(service, point)) for service in services)
    return {key: distance for key, distance in found if distance is not None}


def kind_title(kind: str, words: Words) -> str:
    """What a list of one kind is called."""
    _ = words.gettext
    return _("Care homes") if kind == "care-home" else _("Care at home")


def too_many(words: Words) -> str:
    """What is said when another one is chosen than there is room for."""
    return words.gettext("You can compare three at a time. Take one away first.")


def compare_words(services: Sequence[Service], words: Words) -> str:
    """The words of the button that leads to the comparison."""
    from kiosk.directory.choosing import kinds_of

    kinds = {kind for service in services for kind in kinds_of(service)}
    count = len(services)
    if kinds == {"care-home"}:
        pattern = words.ngettext("Compare {count} home", "Compare {count} homes", count)
    elif kinds == {"home-care"}:
        pattern = words.ngettext("Compare {count} agency", "Compare {count} agencies", count)
    else:
        pattern = words.ngettext("Compare {count} service", "Compare {count} services", count)
    return pattern.format(count=count)


def compare_button(look: Look, session: Session, key: str, name: str, full: Callable[[], None]) -> Button:
    """A button that chooses a service to compare, or takes it away again; `full` is called when there is no room."""
    _ = session.words.gettext
    chosen = key in session.visit.compared
    # Translators: on the button of a service that is chosen to be compared with others.
    words = _("Chosen") if chosen else _("Compare")
    kind, icon = ("chosen", "tick") if chosen else ("plain", "add")
    button = Button(look, words, icon, kind, name=f"{words}: {name}")
    button.setObjectName(f"compare {name}")  # the words change with the state, the focus stays on the same thing

    def press() -> None:
        _, window = session.words.gettext, button.window()
        if chosen:
            session.visit.stop_comparing(key)
            # Translators: announced after a touch on Chosen; {name} is a service.
            announce(window, _("Taken away: {name}").format(name=name))
        elif session.visit.compare(key):
            # Translators: announced after a touch on Compare; {name} is a service.
            announce(window, _("Chosen to compare: {name}").format(name=name))
        else:
            full()
            announce(window, too_many(session.words))

    button.clicked.connect(press)
    return button


def kind_looked_for(session: Session, state: SearchState, results: Results) -> str:
    """The kind of care that a search is about: chosen alone as the kind of help, named, or that of most hits."""
    kinds = ("care-home", "home-care")
    if state.types:
        kind = state.types[0] if len(state.types) == 1 else ""
    else:
        mostly = (found.id for found in results.type_counts if 2 * found.count > results.total)
        kind = next((kind for kind in (*_named(results), *mostly) if kind in kinds), "") if state.words else ""
    return kind if kind in kinds and kind in kinds_here(session) else ""


def _named(results: Results) -> Iterator[str]:
    """The kinds of help that a phrase among the words stands for alone: "care home"."""
    for did in results.did:
        kinds = [part for part in did.after.split(", ") if part in TYPES]
        if did.action == "synonyms" and len(kinds) == 1:
            yield kinds[0]


def way_to_list(look: Look, session: Session, kind: str) -> Button:
    """A button that leads to the list of a kind of care."""
    button = Button(look, list_words(kind, session.words), kind, leading=True, trailing_icon="next")
    button.clicked.connect(lambda: open_list(session, kind))
    return button


def list_words(kind: str, words: Words) -> str:
    """What leads to the list of a kind is called."""
    _ = words.gettext
    return _("Compare care homes") if kind == "care-home" else _("Compare home care")


def open_list(session: Session, kind: str) -> None:
    """Go to the list of a kind of care, from its first row on."""
    session.visit.turn_care(0)
    session.navigator.go(Route(CHOOSE_CARE, kind))


def list_before(session: Session) -> Route:
    """The list that the visitor is narrowing down: of care to choose from, of Help me choose, or else of Find."""
    for route in reversed(session.navigator.way):
        if route.screen in ("find", GUIDED_LIST) or (route.screen == CHOOSE_CARE and route.key):
            return route
    return Route("find")
