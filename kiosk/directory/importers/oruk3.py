"""Brings in Open Referral UK 3.0 and HSDS 3.0 JSON: a service, a list page, an array, JSON lines or a folder of them.

The reader is tolerant: keys count without case and underscores, ids may be numbers, anything may be null or absent.
Services that Signpost exported are read back as they were; see `own_services`.
Known ways of Placecube and Bristol feeds are in tests/directory/test_oruk3_import.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory import exchange_fields, tolerant
from kiosk.directory.importers import cleaning
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.json_pages import announced, packed, services_in
from kiosk.directory.importers.own_services import is_own, own_body
from kiosk.directory.importers.report import Report
from kiosk.directory.importers.schedule_rows import exception_rows, schedule_rows

KIND = "oruk3"

_MARKS = {"serviceatlocations", "schedules", "attributes", "organization", "organizationid", "serviceareas"}


def recognises(content: Content) -> bool:
    """Whether the first object is a service or a page of services, an empty page, or what an API says of itself."""
    if not content.is_json:
        return False
    services = [service for _, service in services_in(content)][:3]
    if services:
        return any(_is_service(service) for service in services)
    marks = {"contents", "openapi_url"}
    return any(marks & item.keys() or announced(item) is not None for _, item in content.objects())


def _is_service(service: dict[str, Any]) -> bool:
    """Whether an object with a name is a service; the list of tables in a data package is none."""
    known = _MARKS & service.keys() or "description" in service or is_own(service)
    return bool(known) and not isinstance(service.get("resources"), list)


def said_of_source(content: Content) -> dict[str, str]:
    """What an export of ours says of the source that it came from: its name, licence, attribution."""
    said: dict[str, str] = {}
    for _, item in content.objects():
        said.update(exchange_fields.said_of_source(tolerant.mapping(item.get(exchange_fields.SOURCE))))
    return said


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each service. Names and e-mail addresses of people are not read."""
    for line, service in services_in(content):
        yield line, service_body(service)


def service_body(body: dict[str, Any]) -> dict[str, Any]:
    """A service in our form from one in HSDS 3.0's, its keys packed (see `packed`); other dialects come here too."""
    if is_own(body):
        return own_body(body)
    get = body.get
    phones = _phones([body, *map(packed, tolerant.mappings(get("contacts")))])
    return {
        "id": tolerant.line(get("id")),
        "name": cleaning.name(get("name")),
        "alternate_name": cleaning.one_line(get("alternatename")),
        "description": cleaning.prose(get("description")),
        "status": cleaning.one_line(get("status")),
        "url": cleaning.web(get("url")),
        "email": cleaning.email(get("email")),
        "fees_description": cleaning.prose(get("feesdescription") or get("fees")),
        "is_free": tolerant.flag(get("isfree") if "isfree" in body else get("free")),
        "referral_required": tolerant.flag(get("referralrequired")),
        "attending_type": list(tolerant.texts(get("attendingtype"))),
        "accreditations": cleaning.prose(get("accreditations")),
        "application_process": cleaning.prose(get("applicationprocess")),
        "eligibility_description": cleaning.prose(get("eligibilitydescription")),
        "minimum_age": tolerant.whole(get("minimumage"), 1, 120),
        "maximum_age": tolerant.whole(get("maximumage"), 1, 119),
        "alert": cleaning.prose(get("alert")),
        "wait_time": cleaning.one_line(get("waittime")),
        "assured_date": _date(get("assureddate")) or _date(tolerant.mapping(get("pcmetadata")).get("date_assured")),
        "last_modified": _date(get("lastmodified")),
        "organization": _organization(packed(tolerant.mapping(get("organization")))),
        "phones": phones,
        "schedules": schedule_rows(get("schedules")),
        "exceptions": exception_rows(get("holidayschedules") or get("holidayschedule")),
        "service_at_locations": [_place(packed(link)) for link in tolerant.mappings(get("serviceatlocations"))],
        "cost_options": [_cost(packed(cost)) for cost in tolerant.mappings(get("costoptions"))],
        "languages": [named for item in tolerant.mappings(get("languages")) if (named := _language(packed(item)))],
        "service_areas": [
            {"name": name}
            for area in tolerant.mappings(get("serviceareas"))
            if (name := cleaning.one_line(area.get("name") or area.get("service_area")))
        ],
        "attributes": [*_attributes(get("attributes")), *_audiences(get("pctargetaudience"))],
    }


def _organization(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": tolerant.line(body.get("id")),
        "name": cleaning.name(body.get("name")),
        "description": cleaning.prose(body.get("description")),
        "website": cleaning.web(body.get("website")) or cleaning.web(body.get("uri")),
        "email": cleaning.email(body.get("email")),
    }


def _phones(holders: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Numbers of a service and of its contacts; the contact's name is never a label."""
    found: dict[str, dict[str, str]] = {}
    for holder in holders:
        for item in tolerant.mappings(holder.get("phones")):
            kind = cleaning.one_line(item.get("type")).casefold()
            for phone in cleaning.phones(item.get("number")):
                label = cleaning.one_line(item.get("description"))
                if label:
                    phone["description"] = label
                if kind in ("text", "textphone", "fax"):
                    phone["type"] = kind
                if extension := tolerant.line(item.get("extension")):
                    phone["extension"] = extension
                if phone["type"] != "fax":
                    found.setdefault(phone["number"].replace(" ", ""), phone)
    return list(found.values())


def _place(link: dict[str, Any]) -> dict[str, Any]:
    body = packed(tolerant.mapping(link.get("location")))
    addresses = [packed(item) for item in tolerant.mappings(body.get("addresses"))]
    addresses.sort(key=lambda address: tolerant.line(address.get("addresstype")) == "postal")
    location: dict[str, Any] = {
        "id": tolerant.line(body.get("id")),
        "name": cleaning.one_line(body.get("name")),
        "location_type": cleaning.one_line(body.get("locationtype")) or "physical",
        "latitude": tolerant.number(body.get("latitude")),
        "longitude": tolerant.number(body.get("longitude")),
        "mask_exact_address": tolerant.flag(body.get("maskexactaddress")) is True,
        "transportation": cleaning.prose(body.get("transportation")),
        "addresses": [
            {
                "address_1": cleaning.one_line(address.get("address1")),
                "address_2": cleaning.one_line(address.get("address2")),
                "city": cleaning.one_line(address.get("city")),
                "postal_code": cleaning.one_line(address.get("postalcode")),
            }
            for address in addresses[:1]
        ],
        "accessibility": [
            {
                "description": cleaning.one_line(item.get("description") or item.get("accessibility")),
                "details": cleaning.one_line(item.get("details")),
            }
            for item in tolerant.mappings(body.get("accessibility"))
        ],
    }
    holders = [link, body, *map(packed, tolerant.mappings(link.get("contacts")))]
    return {
        "id": tolerant.line(link.get("id")),
        "location": location,
        "schedules": schedule_rows(link.get("schedules")) or schedule_rows(body.get("schedules")),
        "exceptions": exception_rows(link.get("holidayschedules") or link.get("holidayschedule"))
        or exception_rows(body.get("holidayschedules") or body.get("holidayschedule")),
        "phones": _phones(holders),
        "description": cleaning.prose(link.get("description")),
    }


def _cost(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "option": cleaning.one_line(body.get("option")),
        "amount": tolerant.number(body.get("amount")),
        "currency": cleaning.one_line(body.get("currency")) or "GBP",
        "amount_description": cleaning.one_line(body.get("amountdescription")),
        "valid_to": _date(body.get("validto")),
    }


def _attributes(value: Any) -> list[dict[str, str]]:
    found = []
    for item in tolerant.mappings(value):
        term = packed(tolerant.mapping(packed(item).get("taxonomyterm")))
        taxonomy = term.get("taxonomydetail") or term.get("taxonomy")
        name = cleaning.one_line(term.get("name") or term.get("term") or item.get("label") or item.get("value"))
        codes = (tolerant.line(term.get(key)) for key in ("code", "termuri", "id"))
        vocabulary = taxonomy.get("name") if isinstance(taxonomy, dict) else taxonomy
        if name:
            found.append(
                {
                    "vocabulary": cleaning.one_line(vocabulary),
                    "code": next((code for code in codes if code), ""),
                    "name": name,
                    "link_type": cleaning.one_line(packed(item).get("linktype")),
                }
            )
    return found


def _audiences(value: Any) -> list[dict[str, str]]:
    """Placecube's target audience: the feed's own words for who a service is for."""
    return [
        {"vocabulary": "audience", "code": tolerant.line(item.get("id")), "name": name, "link_type": "eligibility"}
        for item in tolerant.mappings(value)
        if (name := cleaning.one_line(item.get("audienceType")))
    ]


def _language(body: dict[str, Any]) -> dict[str, str] | None:
    """A language by its name; where a feed sends only a code ("so", in one field or another), with its English name."""
    code, name = tolerant.line(body.get("code")), cleaning.one_line(body.get("name") or body.get("language"))
    if not code and cleaning.language_named(name):
        code, name = name, ""
    name = name or cleaning.language_named(code) or code
    return {"code": code, "name": name} if name else None


def _date(value: Any) -> str | None:
    found = tolerant.day(value)
    return found.isoformat() if found else None
