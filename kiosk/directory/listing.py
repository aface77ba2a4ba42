"""One line about a service: what a list of results shows, and the words that search finds it by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kiosk.directory import activity_kinds, facet_names
from kiosk.directory.initials import initials
from kiosk.directory.opening_hours import frequency, weekdays
from kiosk.directory.postcodes import outcode
from kiosk.directory.service import Phone, Place, Service

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SUMMARY_LENGTH = 160
BENEFICIARY_SHIFT = 32
"""Facets are kept as bits of one integer: types from bit 0, beneficiaries from this bit."""
ACTIVITY_SHIFT = 56
"""Kinds of activity from this bit; SQLite's integers have 63 bits."""

_NAMES = {
    "type": (facet_names.TYPES, 0),
    "beneficiary": (facet_names.BENEFICIARIES, BENEFICIARY_SHIFT),
    activity_kinds.FACET: (activity_kinds.KINDS, ACTIVITY_SHIFT),
}
_BITS = {(kind, name): 1 << (shift + n) for kind, (names, shift) in _NAMES.items() for n, name in enumerate(names)}


def facet_bits(kind: str, facet_ids: Iterable[str]) -> int:
    """The bits of these facets; ids that are not ours have none."""
    bits = 0
    for facet_id in facet_ids:
        bits |= _BITS.get((kind, facet_id), 0)
    return bits


@lru_cache(maxsize=4096)
def facets_of(bits: int, kind: str) -> tuple[str, ...]:
    """The facet ids of one kind that are set, in the order of the list of facets."""
    return tuple(name for name in _NAMES[kind][0] if bits & _BITS[kind, name])


def service_bits(service: Service) -> int:
    """The bits of its facets; kinds of activity are not among them, see `kiosk.directory.activity_kinds`."""
    return facet_bits("type", service.facet_ids("type")) | facet_bits("beneficiary", service.facet_ids("beneficiary"))


def summary(service: Service) -> str:
    """The first sentence or two of the description, cut at a word."""
    text = " ".join((service.description or service.organization.description).split())
    if len(text) <= _SUMMARY_LENGTH:
        return text
    sentences = re.match(rf".{{40,{_SUMMARY_LENGTH - 1}}}[.!?](?= )", text)
    if sentences:
        return sentences[0]
    return text[:_SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(",;:.-") + "…"


def place_name(place: Place) -> str:
    """How a list names a place: its name or street, and its town; a masked place only by its town."""
    if place.masked:
        return place.town
    first = place.name or (place.lines[0] if place.lines else "")
    return ", ".join(dict.fromkeys(part for part in (first, place.town) if part))


def shown_postcode(place: Place) -> str:
    return outcode(place.postcode) if place.masked else place.postcode


def all_phones(service: Service) -> tuple[Phone, ...]:
    """The service's numbers, then those of its places, each once, voice before text."""
    found: dict[str, Phone] = {}
    for phone in (*service.phones, *(phone for place in service.places for phone in place.phones)):
        found.setdefault(phone.number.replace(" ", ""), phone)
    return tuple(sorted(found.values(), key=lambda phone: phone.kind != "voice"))


def first_phone(service: Service) -> str:
    return next((phone.number for phone in all_phones(service) if phone.kind == "voice"), "")


def tag_words(service: Service) -> str:
    """Words that a service is found by beside its own text: names of facets, the feed's terms, weekdays, initials."""
    names = [facet_names.english_name(f.kind, f.id) for f in service.facets if f.kind in ("type", "beneficiary")]
    rating = [service.registration.scheme] if service.registration else []
    short = [*initials(service.name), *initials(service.organization.name)]
    own = [*service.attributes, *service.languages, *rating, *_day_names(service), *short]
    return ", ".join(dict.fromkeys([*names, *own]))


def _day_names(service: Service) -> list[str]:
    """The weekdays on which it is on, as far as its hours say, so that "lunch club on Tuesdays" finds it."""
    rows = [*service.schedules, *(row for place in service.places for row in place.schedules)]
    days = {day for row in rows for _, day in weekdays(row.byday)}
    days.update(day for row in rows if frequency(row) == "DAILY" and row.interval == 1 for day in range(7))
    return [_DAYS[day] for day in sorted(days)]


def place_words(service: Service, list_name: str = "") -> str:
    """The words of every place and area; of a masked place only the town and outcode. Last the name of its list.

    A list called “Jobcentres” names its places “Altrincham” and “Stretford” only.
    """
    found: list[str] = []
    for place in service.places:
        if place.masked:
            found += [place.town, outcode(place.postcode)]
        else:
            found += [place.name, *place.lines, place.city, place.postcode, outcode(place.postcode)]
    return ", ".join(dict.fromkeys(part for part in (*found, *service.areas, list_name) if part))
