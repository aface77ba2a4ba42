"""A visitor's search state turned into a query, and a hit turned into the words of a row."""

from __future__ import annotations

from dataclasses import replace

from kiosk.directory.facet_names import beneficiary_name, type_name
from kiosk.directory.service import Service
from kiosk.language import Tagged, Words
from kiosk.search import FacetCount, Hit, Point, Query, Results
from kiosk.ui.session import Session
from kiosk.ui.widgets.result_row import RowFacts
from kiosk.visit import SearchState

NEAR_HERE = "*here*"
"""Stands in `SearchState.place` for "near this kiosk"."""


def kiosk_place(session: Session) -> Point | None:
    """Where this kiosk stands, if staff have set it."""
    from kiosk.search.places import find_place

    text = session.settings.text("site.place")
    return find_place(session.edition.connection, text) if text else None


def place_of(session: Session, state: SearchState) -> Point | None:
    """The point that a visitor means, or None."""
    from kiosk.search.places import find_place

    if not state.place:
        return None
    return kiosk_place(session) if state.place == NEAR_HERE else find_place(session.edition.connection, state.place)


def look_up(session: Session, state: SearchState, limit: int, facet_counts: bool = True) -> Results:
    """The answer to what the visitor is looking for; sooner without how many fit each kind of help and group."""
    from kiosk.search.engine import search

    return search(session.edition.connection, replace(_query(session, state, limit), facet_counts=facet_counts))


def counts_for(session: Session, state: SearchState, kind: str) -> tuple[FacetCount, ...]:
    """How many services each choice of a kind would leave; the kinds of `kiosk.search.narrowing.CHOICES`."""
    from kiosk.search.engine import counts

    return counts(session.edition.connection, _query(session, state, 0), kind)


def _query(session: Session, state: SearchState, limit: int) -> Query:
    return Query(
        words=state.words,
        near=place_of(session, state),
        here=kiosk_place(session),
        within_miles=state.within_miles if state.place else None,
        types=state.types,
        beneficiaries=state.beneficiaries,
        ways=state.ways,
        access=state.access,
        languages=state.languages,
        days=state.days,
        part=state.part,
        open_at=session.now() if state.open_now else None,
        free=state.free,
        no_referral=state.no_referral,
        language=session.visit.language,
        exact=state.exact,
        limit=limit,
        offset=state.offset,
    )


def others_like(session: Session, service: Service, most: int = 3) -> tuple[Hit, ...]:
    """Services of the same first kind, the nearest to it first; none with the same name, as that may be itself."""
    from kiosk.search.engine import search

    types = service.facet_ids("type")[:1]
    if not types:
        return ()
    point = next((p for p in service.places if p.latitude is not None and p.longitude is not None), None)
    near = Point(point.latitude, point.longitude) if point and point.latitude and point.longitude else None
    found = search(session.edition.connection, Query(near=near, types=types, limit=most + 8)).hits
    others = (hit for hit in found if hit.id != service.key and hit.name.casefold() != service.name.casefold())
    return tuple({hit.name.casefold(): hit for hit in others}.values())[:most]


def row_of(session: Session, hit: Hit) -> RowFacts:
    """What a list says of a service; what is not known is said or left out, never guessed.

    Nobody asks a care home for its times: people live there.
    """
    from kiosk.directory.service_page import short_cost, short_when

    words = session.words
    service = session.edition.service(hit.id)
    facts: list[tuple[str, str]] = []
    always = "care-home" in hit.types and service is not None and not service.is_closed_for_now
    if service is not None and not always and (when := short_when(service, words, session.now())):
        facts.append(("clock", when))
    if hit.distance_miles is not None:
        facts.append(("place", words.distance(hit.distance_miles, hit.distance_about)))
    elif hit.place:
        facts.append(("place", Tagged(hit.place)))
    if service is not None and (cost := short_cost(service, words)):
        facts.append(("", cost))
    organization = Tagged(hit.organization) if hit.organization != hit.name else ""
    return RowFacts(Tagged(hit.name), organization, tuple(facts))


def facet_name(kind: str, facet_id: str, words: Words) -> str:
    """The name of a kind of help or of a group of people."""
    return type_name(facet_id, words) if kind == "type" else beneficiary_name(facet_id, words)


def place_words(state: SearchState, words: Words) -> str:
    """The chosen place and distance in words, or nothing."""
    _ = words.gettext
    if not state.place:
        return ""
    where = _("this kiosk") if state.place == NEAR_HERE else state.place
    if state.within_miles is None:
        # Translators: a filter: nearest to a place first.
        return _("Near {place}").format(place=where)
    distance = words.distance(state.within_miles)
    return _("Within {distance} of {place}").format(distance=distance, place=where)
