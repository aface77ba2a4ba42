"""The parts a service is made of, each read from a record so that what is not said stays not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from kiosk.directory import tolerant

PRECISIONS = ("exact", "postcode", "sector", "outcode", "none")
"""How well a point is known, best first; from "sector" on, a distance is only "about"."""


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    kind: str = "voice"
    """"voice", "text" or "textphone"; fax numbers are not read."""
    description: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One row of opening hours, as HSDS 3.0 spells it; `byday` holds codes such as "TU" or "2TH"."""

    freq: str = ""
    byday: str = ""
    bymonthday: str = ""
    interval: int = 1
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    description: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleException:
    """Days, both ends included, on which the usual hours do not hold; `closed` None: nobody says what holds then."""

    first: date
    last: date
    closed: bool | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    note: str = ""
    of_place: bool = False
    """Whether it is said of one place; there it wins over what is said of the whole service."""

    @property
    def is_timed(self) -> bool:
        """Whether it gives other hours for its days."""
        return not self.closed and (self.opens_at is not None or self.closes_at is not None)

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class AccessFact:
    """What the feed says about access, word for word."""

    description: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a service is given. With `masked`, street and postcode must not be shown or printed."""

    id: str = ""
    name: str = ""
    kind: str = "physical"
    lines: tuple[str, ...] = ()
    city: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "none"
    masked: bool = False
    transportation: str = ""
    description: str = ""
    access: tuple[AccessFact, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    exceptions: tuple[ScheduleException, ...] = ()
    phones: tuple[Phone, ...] = ()

    @property
    def is_about(self) -> bool:
        """Whether a distance to here may only be given as "about"."""
        return self.masked or self.precision in ("sector", "outcode")

    @property
    def town(self) -> str:
        """The town, or the last line of the address when no town is given (never of a masked one)."""
        return self.city or (self.lines[-1] if len(self.lines) > 1 and not self.masked else "")


@dataclass(frozen=True, slots=True)
class Cost:
    option: str = ""
    amount: float | None = None
    currency: str = "GBP"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A tag; an origin of "rule" or "crosswalk" is our guess and is never shown as the provider's claim."""

    kind: str
    id: str
    origin: str = "feed"

    @property
    def is_claim(self) -> bool:
        return self.origin in ("feed", "staff")


@dataclass(frozen=True, slots=True)
class Term:
    """A label of the record in its own words; `vocabulary` says whose label it is, such as "cqc"."""

    name: str
    vocabulary: str = ""
    link_type: str = ""
    """"eligibility" for a label of the people served; otherwise mostly empty."""


@dataclass(frozen=True, slots=True)
class Registration:
    scheme: str
    external_id: str = ""
    rating: str = ""
    rating_date: date | None = None
    beds: int | None = None
    url: str = ""
    ratings: tuple[tuple[str, str], ...] = ()
    """(question, word) such as ("safe", "Good"), in the record's order."""
    inherited: bool | None = None
    """Whether the rating was given to the provider that ran the service before."""


@dataclass(frozen=True, slots=True)
class Organization:
    id: str = ""
    name: str = ""
    description: str = ""
    website: str = ""
    email: str = ""


def read_organization(body: dict[str, Any]) -> Organization:
    line = tolerant.line
    return Organization(
        line(body.get("id")), line(body.get("name")), tolerant.text(body.get("description")),
        line(body.get("website")), line(body.get("email")),
    )  # fmt: skip


def read_phones(value: Any) -> tuple[Phone, ...]:
    line = tolerant.line
    found: dict[str, Phone] = {}
    for body in tolerant.mappings(value):
        number, kind = line(body.get("number")), line(body.get("type")).casefold() or "voice"
        if number and kind != "fax":
            phone = Phone(number, kind, line(body.get("description")), line(body.get("extension")))
            found.setdefault(number, phone)
    return tuple(found.values())


def read_schedules(value: Any) -> tuple[Schedule, ...]:
    line, day = tolerant.line, tolerant.day
    return tuple(
        Schedule(
            freq=line(body.get("freq")).upper(),
            byday=line(body.get("byday")).upper().replace(" ", ""),
            bymonthday=line(body.get("bymonthday")).replace(" ", ""),
            interval=tolerant.whole(body.get("interval"), 1, 1000) or 1,
            dtstart=day(body.get("dtstart")),
            valid_from=day(body.get("valid_from")),
            valid_to=min(filter(None, (day(body.get("valid_to")), day(body.get("until")))), default=None),
            opens_at=tolerant.moment(body.get("opens_at")),
            closes_at=tolerant.moment(body.get("closes_at")),
            description=line(body.get("description")),
            notes=line(body.get("notes")),
        )
        for body in tolerant.mappings(value)
    )


def read_exceptions(value: Any, of_place: bool = False) -> tuple[ScheduleException, ...]:
    """Each exception that has a day; one end alone stands for a single day, and ends in the wrong order are turned."""
    found = []
    for body in tolerant.mappings(value):
        start, end = tolerant.day(body.get("start_date")), tolerant.day(body.get("end_date"))
        days = [day for day in (start, end) if day is not None]
        if days:
            hours = tolerant.moment(body.get("opens_at")), tolerant.moment(body.get("closes_at"))
            closed, note = tolerant.flag(body.get("closed")), tolerant.line(body.get("note"))
            found.append(ScheduleException(min(days), max(days), closed, *hours, note, of_place))
    return tuple(found)


def read_places(value: Any) -> tuple[Place, ...]:
    found = []
    for link in tolerant.mappings(value):
        body = tolerant.mapping(link.get("location"))
        address = next(tolerant.mappings(body.get("addresses")), {})
        latitude, longitude = tolerant.number(body.get("latitude")), tolerant.number(body.get("longitude"))
        known = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
        precision = tolerant.line(body.get("geo_precision"))
        found.append(
            Place(
                id=tolerant.line(body.get("id")),
                name=tolerant.line(body.get("name")),
                kind=tolerant.line(body.get("location_type")) or "physical",
                lines=tolerant.texts([address.get("address_1"), address.get("address_2")]),
                city=tolerant.line(address.get("city")),
                postcode=tolerant.line(address.get("postal_code")),
                latitude=latitude if known else None,
                longitude=longitude if known else None,
                precision=(precision if precision in PRECISIONS else "exact") if known else "none",
                masked=body.get("mask_exact_address") is True,
                transportation=tolerant.text(body.get("transportation")),
                description=tolerant.text(link.get("description")),
                access=tuple(
                    AccessFact(tolerant.line(fact.get("description")), tolerant.line(fact.get("details")))
                    for fact in tolerant.mappings(body.get("accessibility"))
                    if tolerant.line(fact.get("description")) or tolerant.line(fact.get("details"))
                ),
                schedules=read_schedules(link.get("schedules")),
                exceptions=read_exceptions(link.get("exceptions"), of_place=True),
                phones=read_phones(link.get("phones")),
            )
        )
    return tuple(found)


def read_costs(value: Any) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            tolerant.line(body.get("option")),
            tolerant.number(body.get("amount")),
            tolerant.line(body.get("currency")) or "GBP",
            tolerant.line(body.get("amount_description")),
        )
        for body in tolerant.mappings(value)
    )


def read_names(value: Any, fields: tuple[str, ...]) -> tuple[str, ...]:
    found = (tolerant.texts([body.get(field) for field in fields])[:1] for body in tolerant.mappings(value))
    return tuple(dict.fromkeys(name for names in found for name in names))


def read_terms(value: Any) -> tuple[Term, ...]:
    line = tolerant.line
    found = (
        Term(line(body.get("name")), line(body.get("vocabulary")).casefold(), line(body.get("link_type")).casefold())
        for body in tolerant.mappings(value)
    )
    return tuple(dict.fromkeys(term for term in found if term.name))


def read_facets(value: Any) -> tuple[Facet, ...]:
    found = (
        Facet(tolerant.line(b.get("kind")), tolerant.line(b.get("id")), tolerant.line(b.get("origin")) or "rule")
        for b in tolerant.mappings(value)
    )
    return tuple(facet for facet in found if facet.kind and facet.id)


def read_registration(body: dict[str, Any]) -> Registration | None:
    scheme = tolerant.line(body.get("scheme"))
    if not scheme:
        return None
    ratings = tolerant.mapping(body.get("ratings"))
    return Registration(
        scheme,
        tolerant.line(body.get("external_id")),
        tolerant.line(body.get("rating")),
        tolerant.day(body.get("rating_date")),
        tolerant.whole(body.get("beds"), 1, 5000),
        tolerant.line(body.get("url")),
        tuple((name, found) for name, word in ratings.items() if (found := tolerant.line(word))),
        tolerant.flag(body.get("inherited")),
    )
