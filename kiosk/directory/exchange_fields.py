"""What a service is made of when it is given to others: each object, its fields, and how a value is read and shown.

The names are those of Open Referral UK 3.0 and HSDS 3.0. What neither has a field for, and a value that the standard's
field can't hold, stands under the same name with `PREFIX` in front. The exporters write by this table and the importer
of our own exports reads by it, so both sides agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.service_parts import read_facets

PREFIX = "x_signpost_"
"""In front of what only Signpost reads."""

MARK = PREFIX + "id"
"""A service with this key was exported by Signpost; it holds the service's own id."""

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_STATUSES = ("active", "inactive", "defunct", "temporarily closed")
_PLACE_TYPES = ("physical", "postal", "virtual")
_FREQUENCIES = ("WEEKLY", "MONTHLY")


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `read` makes a right value of anything (or an empty one), `show` what the standard allows of it.

    With `part`, the field holds an object of that kind, or with `many` a list of them. With `ours`, the standard has no
    such field and it always stands under `PREFIX`.
    """

    read: Callable[[Any], Any] = tolerant.line
    show: Callable[[Any], Any] = _same
    part: str = ""
    many: bool = False
    ours: bool = False


def _whole(low: int, high: int) -> Callable[[Any], Any]:
    return lambda value: tolerant.whole(value, low, high)


def _matching(pattern: re.Pattern[str]) -> Callable[[Any], Any]:
    return lambda value: value if pattern.fullmatch(value) else ""


def _one_of(allowed: tuple[str, ...], otherwise: str = "") -> Callable[[Any], Any]:
    known = {word.casefold(): word for word in allowed}
    return lambda value: known.get(value.casefold(), otherwise)


def _status(value: str) -> str:
    """The nearest of the four statuses; one that is not known counts as active, as the service is listed."""
    word = value.casefold()
    if word in _STATUSES:
        return word
    if "temporarily" in word:
        return "temporarily closed"
    return "inactive" if word in ("closed", "deleted", "archived") else "active"


def _instant(value: str) -> str:
    """A date-time; a date alone becomes its midnight, as the standard has no other form."""
    if _INSTANT.fullmatch(value):
        return value
    return f"{value}T00:00:00Z" if tolerant.day(value) and len(value) == 10 else ""


def _facets(value: Any) -> list[dict[str, str]]:
    return [
        {"kind": facet.kind, "id": facet.id, "origin": facet.origin}
        for facet in read_facets(list(tolerant.mappings(value)))
    ]


def _registration(value: Any) -> dict[str, Any]:
    body = tolerant.mapping(value)
    names = ("scheme", "external_id", "rating", "rating_date", "url")
    found = {name: tolerant.line(body.get(name)) for name in names}
    found_all: dict[str, Any] = {**found, "beds": tolerant.whole(body.get("beds"), 1, 5000)}
    ratings = tolerant.mapping(body.get("ratings"))
    found_all["ratings"] = {
        tolerant.line(name): text for name, item in ratings.items() if (text := tolerant.line(item))
    }
    inherited = tolerant.flag(body.get("inherited"))
    made = {name: item for name, item in found_all.items() if item}
    return made if inherited is None else {**made, "inherited": inherited}


def _exceptions(value: Any) -> list[dict[str, Any]]:
    found = []
    for item in tolerant.mappings(value):
        names = ("start_date", "end_date", "opens_at", "closes_at", "note")
        row: dict[str, Any] = {name: text for name in names if (text := tolerant.line(item.get(name)))}
        closed = tolerant.flag(item.get("closed"))
        found.append(row if closed is None else {**row, "closed": closed})
    return [row for row in found if row]


def _list(value: Any) -> list[str]:
    return list(tolerant.texts(value))


LINE, TEXT = Field(), Field(tolerant.text)
_URL, _MAIL = Field(show=_matching(_URI)), Field(show=_matching(_EMAIL))
_NUMBER, _FLAG = Field(tolerant.number), Field(tolerant.flag)

FIELDS: dict[str, dict[str, Field]] = {
    "service": {
        "name": LINE, "alternate_name": LINE, "description": TEXT, "status": Field(show=_status), "url": _URL,
        "email": _MAIL, "fees_description": TEXT, "is_free": _FLAG, "application_process": TEXT,
        "eligibility_description": TEXT, "minimum_age": Field(_whole(0, 120)), "maximum_age": Field(_whole(1, 120)),
        "alert": TEXT, "wait_time": LINE, "assured_date": LINE, "last_modified": Field(show=_instant),
        "organization": Field(part="organization"), "phones": Field(part="phone", many=True),
        "schedules": Field(part="schedule", many=True),
        "service_at_locations": Field(part="service_at_location", many=True),
        "cost_options": Field(part="cost_option", many=True), "languages": Field(part="language", many=True),
        "service_areas": Field(part="service_area", many=True), "attributes": Field(part="attribute", many=True),
        "referral_required": Field(tolerant.flag, ours=True), "attending_type": Field(_list, ours=True),
        "facets": Field(_facets, ours=True), "registration": Field(_registration, ours=True),
        "staff_note": Field(tolerant.text, ours=True), "accreditations": TEXT,
        "exceptions": Field(_exceptions, ours=True),
    },
    "organization": {"name": LINE, "description": TEXT, "website": _URL, "email": _MAIL},
    "phone": {"number": LINE, "type": LINE, "description": LINE, "extension": LINE},
    "schedule": {
        "freq": Field(show=_one_of(_FREQUENCIES)), "byday": LINE, "bymonthday": LINE,
        "interval": Field(_whole(1, 1000)), "dtstart": LINE, "valid_from": LINE, "valid_to": LINE,
        "opens_at": LINE, "closes_at": LINE, "description": LINE, "notes": LINE,
    },
    "service_at_location": {
        "description": TEXT, "location": Field(part="location"), "schedules": Field(part="schedule", many=True),
        "phones": Field(part="phone", many=True), "exceptions": Field(_exceptions, ours=True),
    },
    "location": {
        "name": LINE, "location_type": Field(show=_one_of(_PLACE_TYPES, "physical")), "latitude": _NUMBER,
        "longitude": _NUMBER, "transportation": TEXT, "mask_exact_address": _FLAG, "geo_precision": Field(ours=True),
        "addresses": Field(part="address", many=True), "accessibility": Field(part="accessibility", many=True),
    },
    "address": {
        "address_1": LINE, "address_2": LINE, "city": LINE, "region": LINE, "state_province": LINE,
        "postal_code": LINE, "country": LINE,
    },
    "accessibility": {"description": LINE, "details": LINE},
    "cost_option": {"option": LINE, "amount": _NUMBER, "currency": LINE, "amount_description": LINE},
    "language": {"name": LINE, "code": LINE},
    "service_area": {"name": LINE, "extent": LINE},
    "attribute": {"name": LINE, "vocabulary": LINE, "code": LINE, "link_type": LINE},
}  # fmt: skip
"""The objects of a service and their fields, each under its standard name."""

HAVE_IDS = ("service", "organization", "service_at_location", "location")
"""The objects whose own id is kept, under `MARK`; all others get one that is made up."""


def is_blank(value: Any) -> bool:
    """Whether a value says nothing. False and 0 say something."""
    return value is None or value in ("", [], {})


JSON_FIELDS = ("attending_type", "facets", "registration", "exceptions")
"""Fields of ours that hold more than one value; in a table's cell they are JSON."""

SOURCE = PREFIX + "source"
"""The key under which an exported feed says where it comes from."""


def said_of_source(about: dict[str, Any]) -> dict[str, str]:
    """What a source says of itself that goes with its services wherever they go: name, licence, whom to thank."""
    names = ("name", "url", "licence", "attribution", "publisher")
    return {name: text for name in names if (text := tolerant.line(about.get(name)))}
