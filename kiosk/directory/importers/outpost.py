"""Brings in the JSON of Outpost directories: the envelope of Open Referral UK 1.0, with fields of its own.

Each service is put into the words of HSDS 3.0 and then read by `oruk3`. A service whose dates say that it is not to
be seen today is marked so, and left out when it is finished.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cleaning
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.json_pages import packed, services_in
from kiosk.directory.importers.oruk3 import service_body
from kiosk.directory.importers.report import Report

KIND = "outpost"

_MARKS = {"organisation", "directories", "targetdirectories", "needsreferral", "suitabilities", "sendneeds"}


def recognises(content: Content) -> bool:
    """Whether the first services have Outpost's fields."""
    if not content.is_json:
        return False
    services = [service for _, service in services_in(content)][:3]
    return any(len(_MARKS & service.keys()) > 1 or "organisation" in service for service in services)


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each service. Names and e-mail addresses of people are not read."""
    for line, service in services_in(content):
        window = {name: _date(service.get(name.replace("_", ""))) for name in ("visible_from", "visible_to")}
        yield line, service_body(as_new(service)) | window


def as_new(old: dict[str, Any]) -> dict[str, Any]:
    """A packed service of Outpost's in the words of HSDS 3.0."""
    organization = packed(tolerant.mapping(old.get("organisation") or old.get("organization")))
    links = [_link(packed(link)) for link in tolerant.mappings(old.get("serviceatlocations"))]
    links = links or [_link({"location": place}) for place in tolerant.mappings(old.get("locations"))]
    general, by_link = _schedules(old)
    for link in links:
        link["schedules"] = by_link.get(tolerant.line(link.get("id"))) or link.get("regularschedule")
    return {
        **old,
        "organization": {**organization, "website": organization.get("website") or organization.get("url")},
        "minimumage": old.get("minage"),
        "maximumage": old.get("maxage"),
        "referralrequired": old.get("needsreferral"),
        "lastmodified": old.get("updatedat"),
        "schedules": general,
        "serviceatlocations": links,
        "phones": [{"number": contact.get("phone")} for contact in map(packed, tolerant.mappings(old.get("contacts")))],
        "contacts": [],
        "attributes": [
            *_terms(old.get("taxonomies"), "outpost", "service_type"),
            *_terms(old.get("suitabilities"), "suitability", "eligibility"),
            *_terms(old.get("sendneeds"), "SEND need", "eligibility"),
        ],
        "costoptions": [
            {**cost, "amountdescription": cost.get("amountdescription") or cost.get("costtype")}
            for cost in map(packed, tolerant.mappings(old.get("costoptions")))
        ],
    }


def _link(link: dict[str, Any]) -> dict[str, Any]:
    place = packed(tolerant.mapping(link.get("location")))
    point = packed(tolerant.mapping(place.get("geometry"))).get("coordinates")
    if isinstance(point, list) and len(point) == 2:  # GeoJSON: longitude first
        place["longitude"], place["latitude"] = point
    place["addresses"] = [place]
    place["accessibility"] = [
        {"description": item.get("name")} for item in map(packed, tolerant.mappings(place.get("accessibilities")))
    ]
    return {**link, "location": place}


def _schedules(old: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    """Hours of the service, and hours by the id of a place. The rows for funded nursery hours repeat the same days."""
    general: list[dict[str, Any]] = []
    by_link: dict[str, list[dict[str, Any]]] = {}
    for row in map(packed, tolerant.mappings(old.get("regularschedules"))):
        link = tolerant.line(packed(tolerant.mapping(row.get("serviceatlocation"))).get("id"))
        rows = by_link.setdefault(link, []) if link else general
        rows.append({key: value for key, value in row.items() if key not in ("id", "eyfunded", "serviceatlocation")})
    return general, by_link


def _terms(value: Any, vocabulary: str, link_type: str) -> Iterator[dict[str, Any]]:
    for item in map(packed, tolerant.mappings(value)):
        term = {"code": item.get("slug") or item.get("id"), "name": item.get("name"), "taxonomy": vocabulary}
        yield {"link_type": link_type, "taxonomy_term": term}


def _date(value: Any) -> str | None:
    found = tolerant.day(cleaning.one_line(value))
    return found.isoformat() if found else None
