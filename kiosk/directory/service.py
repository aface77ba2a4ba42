"""What a service is: frozen facts read from a record, where everything not said stays not known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.service_parts import (
    AccessFact,
    Cost,
    Facet,
    Organization,
    Phone,
    Place,
    Registration,
    Schedule,
    ScheduleException,
    Term,
    read_costs,
    read_exceptions,
    read_facets,
    read_names,
    read_organization,
    read_phones,
    read_places,
    read_registration,
    read_schedules,
    read_terms,
)

__all__ = [
    "AccessFact",
    "Cost",
    "Facet",
    "Organization",
    "Phone",
    "Place",
    "Registration",
    "Schedule",
    "ScheduleException",
    "Service",
    "Term",
]


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
    verified_date: date | None = None
    """When the council itself checked it; None for never."""
    verified_by: str = ""
    organization: Organization = field(default_factory=Organization)
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    exceptions: tuple[ScheduleException, ...] = ()
    """Days on which the hours, those of its places too, are others than usual. A place may have its own beside them."""
    places: tuple[Place, ...] = ()
    costs: tuple[Cost, ...] = ()
    languages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    """The same labels, each with the vocabulary it is from."""
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
            verified_date=tolerant.day(body.get("verified_date")),
            verified_by=line(body.get("verified_by")),
            organization=read_organization(tolerant.mapping(body.get("organization"))),
            phones=read_phones(body.get("phones")),
            schedules=read_schedules(body.get("schedules")),
            exceptions=read_exceptions(body.get("exceptions")),
            places=read_places(body.get("service_at_locations")),
            costs=read_costs(body.get("cost_options")),
            languages=read_names(body.get("languages"), ("name", "code")),
            areas=read_names(body.get("service_areas"), ("name", "extent")),
            attributes=read_names(body.get("attributes"), ("name",)),
            terms=read_terms(body.get("attributes")),
            facets=read_facets(body.get("facets")),
            registration=read_registration(tolerant.mapping(body.get("registration"))),
        )
