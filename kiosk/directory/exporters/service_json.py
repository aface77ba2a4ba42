"""A service of ours as an Open Referral UK 3.0 object.

What the schema requires and we don't know is "" (parts of an address, descriptions), status "active" and place type
"physical"; beside a status or type that we only filled in stands an empty ``x_signpost_`` field, and our importer reads
all of them as not known. A day of change is given as its midnight, since the standard wants a time. Telephone numbers,
names of languages and whatever HSDS 3.0 has and the UK profile left out stand under their HSDS names, as in real feeds.
Names of people are never in our services, so none are given.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.exchange_fields import FIELDS, HAVE_IDS, MARK, PREFIX, is_blank
from kiosk.directory.importers.finishing import mask

NAMESPACE = uuid.UUID("c8962f01-d05d-461a-9448-1566fbd1dd76")
"""The namespace of all ids that are made up; it never changes, so that an id is the same in every export."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REQUIRED = {
    "service": ("name",),
    "organization": ("name", "description"),
    "phone": ("number",),
    "address": ("address_1", "city", "state_province", "postal_code", "country"),
}
_FILLED = {"service": "status", "location": "location_type"}
_SAFE_WHEN_MASKED = {
    "location": ("id", "name", "location_type", "latitude", "longitude", "mask_exact_address", "geo_precision",
                 "addresses", "accessibility"),
    "address": ("city", "region", "state_province", "postal_code", "country"),
}  # fmt: skip


def made_id(*parts: object) -> str:
    """A UUID from words, the same for the same words."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(str(part).replace("\x1f", "\x1f\x1f") for part in parts)))


def public_ids(source_id: str, ids: Iterable[str]) -> dict[str, str]:
    """The UUID under which each service of a source is given: its own where it is one, else one made of both ids."""
    wanted = list(ids)
    found = {own: own for own in wanted if _UUID.fullmatch(own)}
    taken = set(found)
    for own in wanted:
        if own not in found:
            made = made_id(source_id, "service", own)
            while made in taken:
                made = made_id(made)
            taken.add(made)
            found[own] = made
    return found


def service_object(body: dict[str, Any], public_id: str, with_notes: bool = False) -> dict[str, Any]:
    """The whole service as an object that the schema allows. Hidden addresses are cut again, whatever stands there.

    A check by the council goes out as the day on which it was assured: what a feed says is never the council's own word
    again when it comes in.
    """
    kept = {key: value for key, value in body.items() if with_notes or key != "staff_note"}
    if tolerant.day(verified := tolerant.line(kept.get("verified_date"))):
        kept["assured_date"] = max(verified, tolerant.line(kept.get("assured_date")))
    kept["service_at_locations"] = [
        _masked(link, tolerant.line(body.get("name"))) for link in tolerant.mappings(body.get("service_at_locations"))
    ]
    service = _object("service", kept, public_id, tolerant.line(body.get("source_id")))
    _link(service)
    if fees := service.get("fees_description"):
        service["fees"] = fees
    return service


def short_object(service: dict[str, Any]) -> dict[str, Any]:
    """What a list page says of a service: its own fields and its organisation, without places, times and prices."""
    return {key: value for key, value in service.items() if key == "organization" or not is_nested(key, value)}


def is_nested(key: str, value: Any) -> bool:
    return isinstance(value, (dict, list)) and not key.startswith(PREFIX)


def unknown_fields(kind: str, body: dict[str, Any]) -> Iterator[str]:
    """Fields of a service that no export has a place for, such as "location.colour"; they are left out."""
    for key, value in body.items():
        field = FIELDS[kind].get(key)
        if field is None:
            if key not in ("source_id", "verified_date", "verified_by") and not (key == "id" and kind in HAVE_IDS):
                yield f"{kind}.{key}"
        elif field.part:
            for item in tolerant.mappings(value):
                yield from unknown_fields(field.part, item)


def _object(kind: str, body: dict[str, Any], public_id: str, source_id: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": public_id}
    if kind in HAVE_IDS and (own := tolerant.line(body.get("id"))):
        made[MARK] = own
    for name, field in FIELDS[kind].items():
        if field.part:
            items = [
                _part(field.part, item, f"{public_id}/{name}/{number}", source_id)
                for number, item in enumerate(tolerant.mappings(body.get(name)))
            ]
            if items:
                made[name] = items if field.many else items[0]
            continue
        value = field.read(body.get(name))
        shown = "" if field.ours or is_blank(value) else field.show(value)
        if not is_blank(shown):
            made[name] = shown
        if not is_blank(value) and shown != value:
            made[PREFIX + name] = value
    for name in _REQUIRED.get(kind, ()):
        made.setdefault(name, "")
    filled = _FILLED.get(kind)
    if filled and filled not in made:
        made[filled] = FIELDS[kind][filled].show("")
        made[PREFIX + filled] = ""
    return made


def _part(kind: str, body: dict[str, Any], place: str, source_id: str) -> dict[str, Any]:
    """A part of a service. Organisations and places keep one id in all services that name them."""
    own = tolerant.line(body.get("id")) if kind in HAVE_IDS else ""
    if own and kind != "service_at_location":
        public_id = own if _UUID.fullmatch(own) else made_id(source_id, kind, own)
    elif kind == "organization" and (name := tolerant.line(body.get("name"))):
        public_id = made_id(source_id, "organization named", name)
    else:
        public_id = own if _UUID.fullmatch(own) else made_id(place)
    made = _object(kind, body, public_id, source_id)
    return _attribute(made, source_id) if kind == "attribute" else made


def _attribute(made: dict[str, Any], source_id: str) -> dict[str, Any]:
    """An attribute with its term inside, as the standard has it."""
    term: dict[str, Any] = {"name": made.pop("name", ""), "description": ""}
    for name, spelled in (("vocabulary", "taxonomy"), ("code", "code")):
        if name in made:
            term[spelled] = made.pop(name)
    term_id = made_id(source_id, "term", term.get("taxonomy", ""), term.get("code", ""), term["name"])
    return {**made, "taxonomy_term_id": term_id, "taxonomy_term": {"id": term_id, **term}}


def _link(service: dict[str, Any]) -> None:
    """Say in each part what it belongs to, and which kind of place an address is."""
    for name in ("schedules", "phones", "cost_options", "languages", "service_areas", "service_at_locations"):
        for item in service.get(name, ()):
            item["service_id"] = service["id"]
    for item in service.get("attributes", ()):
        item.update(link_id=service["id"], link_entity="service")
    if "organization" in service:
        service["organization_id"] = service["organization"]["id"]
    for link in service.get("service_at_locations", ()):
        for name in ("schedules", "phones"):
            for item in link.get(name, ()):
                item["service_at_location_id"] = link["id"]
        location = link.get("location")
        if location is not None:
            link["location_id"] = location["id"]
            for name in ("addresses", "accessibility"):
                for item in location.get(name, ()):
                    item["location_id"] = location["id"]
            for address in location.get("addresses", ()):
                address["address_type"] = location["location_type"]


def _masked(link: dict[str, Any], service_name: str) -> dict[str, Any]:
    """The place with nothing of a hidden address but its town and outcode."""
    location = tolerant.mapping(link.get("location"))
    if not tolerant.flag(location.get("mask_exact_address")):
        return link
    location = {key: value for key, value in location.items() if key in _SAFE_WHEN_MASKED["location"]}
    location["addresses"] = [
        {key: tolerant.line(address.get(key)) for key in _SAFE_WHEN_MASKED["address"]}
        for address in tolerant.mappings(location.get("addresses"))
    ]
    for name in ("latitude", "longitude"):
        location[name] = tolerant.number(location.get(name))
    mask(location, service_name)
    return {**link, "location": location}
