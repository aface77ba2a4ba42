"""Searching, typing, narrowing down, and the services found."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward_services as awkward
from kiosk.audit.long_words import unbroken
from kiosk.audit.state import State, chooses, in_order, keeps, looks_for, turns_keys_to, types, where
from kiosk.edition.reader import Edition
from kiosk.search import Query
from kiosk.search.engine import search
from kiosk.ui.finding import NEAR_HERE
from kiosk.ui.routes import Route

WORDS = "dementia"
MISTYPED = "dementai"
NOTHING = "zzqqxyw"
_LONG = unbroken("zzqqxyw", 120)
_FIND, _TYPE, _PLACE, _FILTER = Route("find"), Route("type"), Route("type", "place"), Route("filter")


def first_services(edition: Edition, count: int = 1) -> tuple[str, ...]:
    """Keys of the services that a search for dementia gives first, or that any search does."""
    for words in (WORDS, ""):
        hits = search(edition.connection, Query(words=words, limit=count)).hits
        if len(hits) >= count or not words:
            return tuple(hit.id for hit in hits)
    return ()


def states_of_finding(shown: Edition) -> Iterator[State]:
    """The list in every state, and every way to change what is looked for."""
    everything = search(shown.connection, Query(limit=1))
    kind = tuple(found.id for found in everything.type_counts[:1])
    people = tuple(found.id for found in everything.beneficiary_counts[:1])
    place = _place_in(shown)
    yield State("find everything", _FIND, looks_for())
    yield State("find some", _FIND, looks_for(words=WORDS))
    yield State("find some, one of them kept", _FIND, in_order(looks_for(words=WORDS), keeps(*first_services(shown))))
    yield State("find, repaired", _FIND, looks_for(words=MISTYPED))
    yield State("find, exactly", _FIND, looks_for(words=MISTYPED, exact=True))
    yield State("find, widened", _FIND, looks_for(words=f"{WORDS} {NOTHING}"))
    yield State("find nothing", _FIND, looks_for(words=NOTHING))
    yield State("find nothing, narrowed", _FIND, looks_for(words=NOTHING, types=kind, beneficiaries=people))
    yield State("find nothing of an unbroken word", _FIND, looks_for(words=_LONG))
    yield State("find, words of danger", _FIND, looks_for(words="I don't want to live any more"))
    yield State("type words of danger", _TYPE, looks_for(words="I don't want to live any more"))
    yield State("find, narrowed", _FIND, looks_for(types=kind, beneficiaries=people))
    near = {"types": kind, "beneficiaries": people, "place": place, "within_miles": 10.0}
    yield State("find, narrowed in every way", _FIND, looks_for(words=WORDS, **near))
    yield State("find, second page", _FIND, looks_for(offset=4), alike=True)
    yield State("find one", _FIND, looks_for(words=awkward.ONLY_ONE_HAS), "awkward")
    yield State("find long names", _FIND, looks_for(words="description"), "awkward")
    yield State("find long names, kept", _FIND, in_order(
        looks_for(words="description"), keeps(awkward.UNBROKEN, awkward.SPACED)), "awkward")  # fmt: skip
    yield State("find, little known", _FIND, looks_for(words="known by its name alone"), "awkward")
    yield State("find other scripts", _FIND, looks_for(words="Świetlica"), "awkward")
    yield State("type", _TYPE, looks_for(words=WORDS))
    yield State("type nothing yet", _TYPE, looks_for())
    yield State("type, nothing found", _TYPE, looks_for(words=NOTHING))
    yield State("type an unbroken word", _TYPE, looks_for(words=_LONG))
    yield State("type, long names found", _TYPE, looks_for(words="description"), "awkward")
    yield State("type numbers", _TYPE, looks_for(), after=turns_keys_to("numbers"))
    yield State("type English letters", _TYPE, looks_for(), after=turns_keys_to("english"))
    yield State("type, a to z", _TYPE, in_order(chooses(keyboard="a-z"), looks_for(words=WORDS)))
    yield State("type a place", _PLACE)
    yield State("type a place, a to z", _PLACE, chooses(keyboard="a-z"))
    yield State("type a place that is known", _PLACE, after=types(place))
    yield State("type a place that is not known", _PLACE, after=types(NOTHING))
    yield State("type a place with an unbroken name", _PLACE, after=types(_LONG))
    yield State("filter", _FILTER, looks_for(words=WORDS))
    yield State("filter, narrowed in every way", _FILTER, looks_for(words=WORDS, **near))
    yield State("filter kinds of help", Route("filter", "type"), looks_for())
    yield State("filter kinds of help, one chosen", Route("filter", "type"), looks_for(types=kind))
    yield State("filter people", Route("filter", "beneficiary"), looks_for())
    yield State("filter when", Route("filter", "when"), looks_for(days=(1, 3), part="morning"))
    yield State("filter days", Route("filter", "day"), looks_for(days=(5, 6)))
    yield State("filter how", Route("filter", "how"), looks_for(ways=("at-home",), free=True))
    yield State("filter access", Route("filter", "access"), looks_for(access=("step-free",)))
    yield State("filter languages", Route("filter", "language"), looks_for(languages=("Urdu",)))
    much = {**near, "days": (0, 1, 2, 3, 4), "part": "morning", "free": True, "access": ("step-free", "hoist")}
    yield State("filter menu, much chosen", Route("filter"), looks_for(**much, ways=("at-a-place",)))
    yield State("filter people, one chosen", Route("filter", "beneficiary"), looks_for(beneficiaries=people))
    yield State("filter, nothing left", Route("filter", "type"), looks_for(words=NOTHING))
    at = Route("filter", "place")
    yield State("filter place", at)
    yield State("filter place, near a place", at, looks_for(place=place, within_miles=5.0))
    here = in_order(where(site__place=place), looks_for(place=NEAR_HERE))
    yield State("filter place, near this kiosk", at, here)
    yield State("filter place, an unbroken name", at, looks_for(place=_LONG))


def states_of_services(shown: Edition) -> Iterator[State]:
    """A service's page and the list of what was kept."""
    first = first_services(shown)
    place = _place_in(shown)
    for key in first:
        yield State("service", Route("service", key))
        yield State("service, kept, near a place", Route("service", key), in_order(keeps(key), looks_for(place=place)))
    for key in _on_a_map(shown):
        beside = where(site__place=_postcode_in(shown))
        yield State("service, on a map with this kiosk", Route("service", key), beside)
    yield State("a service that is gone", Route("service", "gone:gone"))
    for name, key in (
        ("a service of which only the name is known", awkward.BARE),
        ("a service of which everything is known", awkward.EVERYTHING),
        ("a service with unbroken names", awkward.UNBROKEN),
        ("a service with long names", awkward.SPACED),
        ("a service that is closed for now", awkward.CLOSED),
        ("a service with a private address", awkward.PRIVATE),
        ("a service in other scripts", awkward.OTHER_SCRIPTS),
        ("a service in many places", awkward.MANY_PLACES),
    ):
        yield State(name, Route("service", key), edition="awkward")
    kept = Route("list")
    yield State("empty list", kept)
    yield State("list", kept, keeps(*first_services(shown, 2), guides=_some_guides(shown)))
    yield State("full list", kept, keeps(*awkward.CLUBS[:25]), "awkward")
    yield State("list of long names", kept, keeps(awkward.UNBROKEN, awkward.SPACED, awkward.BARE), "awkward")


def _postcode_in(edition: Edition) -> str:
    """A postcode that the edition knows exactly, or nothing."""
    row = edition.connection.execute("SELECT id FROM postcode LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _on_a_map(shown: Edition) -> tuple[str, ...]:
    """The key of the first service whose place is known exactly and may be shown; none where there is no such."""
    sql = (
        "SELECT service.id FROM location JOIN service ON service.n = location.service"
        " WHERE geo_precision = 'exact' AND NOT mask_exact_address ORDER BY location.id LIMIT 1"
    )
    return tuple(row[0] for row in shown.connection.execute(sql))


def _place_in(edition: Edition) -> str:
    """The name of a place that the edition knows."""
    row = edition.connection.execute("SELECT name FROM place ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else "Upper Fallow"


def _some_guides(edition: Edition) -> tuple[str, ...]:
    return tuple(title.id for title in edition.library.titles("en") if not title.sensitive)[:2]
