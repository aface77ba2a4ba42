"""What a service is: frozen facts read from a record, where everything not said stays not known."""

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
    phones: tuple[Phone, ...] = ()

    @property
    def is_about(self) -> bool:
        """Whether a distance to here may only be given as "about"."""
        return self.masked or self.precision in ("sector", "outcode")

    @property
    def town(self) -> str:
        """The town, or the last line of the address when no town is given."""
        return self.city or (self.lines[-1] if len(self.lines) > 1 else "")


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
class Registration:
    scheme: str
    external_id: str = ""
    rating: str = ""
    rating_date: date | None = None
    beds: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    id: str = ""
    name: str = ""
    description: str = ""
    website: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service. Empty strings, empty tuples and None mean: not known."""

    id: str
    source_id: str
    name: str
    alternate_name: str = ""
    description: str = ""
    status: str = ""
    url: str = ""
    email: str = ""
    fees_description: str = ""
    is_free: bool | None = None
    referral_required: bool | None = None
    application_process: str = ""
    eligibility_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    alert: str = ""
    wait_time: str = ""
    attending_type: tuple[str, ...] = ()
    assured_date: date | None = None
    last_modified: date | None = None
    staff_note: str = ""
    organization: Organization = Organization()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    places: tuple[Place, ...] = ()
    costs: tuple[Cost, ...] = ()
    languages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    registration: Registration | None = None

    @property
    def key(self) -> str:
        """The identity of a service everywhere: "<source_id>:<external_id>"."""
        return f"{self.source_id}:{self.id}"

    @property
    def is_closed_for_now(self) -> bool:
        return "temporarily" in self.status.casefold()

    def facet_ids(self, kind: str, claims_only: bool = False) -> tuple[str, ...]:
        """Ids of the facets of one kind, in the record's order, each once."""
        found = [f.id for f in self.facets if f.kind == kind and (f.is_claim or not claims_only)]
        return tuple(dict.fromkeys(found))

    @classmethod
    def from_record(cls, body: dict[str, Any]) -> Service:
        """A service from a record's JSON. Never raises: what has the wrong type is not known."""
        line, text = tolerant.line, tolerant.text
        return cls(
            id=line(body.get("id")),
            source_id=line(body.get("source_id")),
            name=line(body.get("name")),
            alternate_name=line(body.get("alternate_name")),
            description=text(body.get("description")),
            status=line(body.get("status")),
            url=line(body.get("url")),
            email=line(body.get("email")),
            fees_description=text(body.get("fees_description")),
            is_free=tolerant.flag(body.get("is_free")),
            referral_required=tolerant.flag(body.get("referral_required")),
            application_process=text(body.get("application_process")),
            eligibility_description=text(body.get("eligibility_description")),
            minimum_age=tolerant.whole(body.get("minimum_age"), 0, 120),
            maximum_age=tolerant.whole(body.get("maximum_age"), 1, 120),
            alert=text(body.get("alert")),
            wait_time=line(body.get("wait_time")),
            attending_type=tolerant.texts(body.get("attending_type")),
            assured_date=tolerant.day(body.get("assured_date")),
            last_modified=tolerant.day(body.get("last_modified")),
            staff_note=text(body.get("staff_note")),
            organization=_organization(tolerant.mapping(body.get("organization"))),
            phones=_phones(body.get("phones")),
            schedules=_schedules(body.get("schedules")),
            places=_places(body.get("service_at_locations")),
            costs=_costs(body.get("cost_options")),
            languages=_names(body.get("languages"), ("name", "code")),
            areas=_names(body.get("service_areas"), ("name", "extent")),
            attributes=_names(body.get("attributes"), ("name",)),
            facets=_facets(body.get("facets")),
            registration=_registration(tolerant.mapping(body.get("registration"))),
        )


def _organization(body: dict[str, Any]) -> Organization:
    line = tolerant.line
    return Organization(
        line(body.get("id")), line(body.get("name")), tolerant.text(body.get("description")),
        line(body.get("website")), line(body.get("email")),
    )  # fmt: skip


def _phones(value: Any) -> tuple[Phone, ...]:
    line = tolerant.line
    found: dict[str, Phone] = {}
    for body in tolerant.mappings(value):
        number, kind = line(body.get("number")), line(body.get("type")).casefold() or "voice"
        if number and kind != "fax":
            phone = Phone(number, kind, line(body.get("description")), line(body.get("extension")))
            found.setdefault(number, phone)
    return tuple(found.values())


def _schedules(value: Any) -> tuple[Schedule, ...]:
    line, day = tolerant.line, tolerant.day
    return tuple(
        Schedule(
            freq=line(body.get("freq")).upper(),
            byday=line(body.get("byday")).upper().replace(" ", ""),
            bymonthday=line(body.get("bymonthday")).replace(" ", ""),
            interval=tolerant.whole(body.get("interval"), 1, 1000) or 1,
            dtstart=day(body.get("dtstart")),
            valid_from=day(body.get("valid_from")),
            valid_to=day(body.get("valid_to")),
            opens_at=tolerant.moment(body.get("opens_at")),
            closes_at=tolerant.moment(body.get("closes_at")),
            description=line(body.get("description")),
            notes=line(body.get("notes")),
        )
        for body in tolerant.mappings(value)
    )


def _places(value: Any) -> tuple[Place, ...]:
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
                schedules=_schedules(link.get("schedules")),
                phones=_phones(link.get("phones")),
            )
        )
    return tuple(found)


def _costs(value: Any) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            tolerant.line(body.get("option")),
            tolerant.number(body.get("amount")),
            tolerant.line(body.get("currency")) or "GBP",
            tolerant.line(body.get("amount_description")),
        )
        for body in tolerant.mappings(value)
    )


def _names(value: Any, fields: tuple[str, ...]) -> tuple[str, ...]:
    found = (next((line for f in fields if (line := tolerant.line(body.get(f)))), "") for body in tolerant.mappings(value))
    return tuple(dict.fromkeys(name for name in found if name))


def _facets(value: Any) -> tuple[Facet, ...]:
    found = (
        Facet(tolerant.line(b.get("kind")), tolerant.line(b.get("id")), tolerant.line(b.get("origin")) or "rule")
        for b in tolerant.mappings(value)
    )
    return tuple(facet for facet in found if facet.kind and facet.id)


def _registration(body: dict[str, Any]) -> Registration | None:
    scheme = tolerant.line(body.get("scheme"))
    if not scheme:
        return None
    return Registration(
        scheme,
        tolerant.line(body.get("external_id")),
        tolerant.line(body.get("rating")),
        tolerant.day(body.get("rating_date")),
        tolerant.whole(body.get("beds"), 1, 5000),
        tolerant.line(body.get("url")),
    )
