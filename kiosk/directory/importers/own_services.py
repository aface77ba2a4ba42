"""Reads back what Signpost exported: every field as it was, without mending, sorting into kinds or guessing anew."""

from __future__ import annotations

from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.exchange_fields import FIELDS, HAVE_IDS, MARK, PREFIX
from kiosk.directory.importers.json_pages import packed

FINISHED = "finished"
"""The key by which the finisher knows that a service has all its kinds already; it is not kept."""


def is_own(service: dict[str, Any]) -> bool:
    """Whether a service, keys packed or not, came out of an export of Signpost."""
    return bool(tolerant.line(service.get(MARK)))


def own_body(service: dict[str, Any]) -> dict[str, Any]:
    """The service as it was before it was exported. What the standard made us fill in is not known again."""
    return {**_object("service", service), FINISHED: True}


def _object(kind: str, given: dict[str, Any]) -> dict[str, Any]:
    said = packed(_flat(given) if kind == "attribute" else given)
    made: dict[str, Any] = {}
    if kind in HAVE_IDS:
        made["id"] = tolerant.line(said.get(MARK))
    for name, field in FIELDS[kind].items():
        value = said.get(PREFIX + name, None if field.ours else said.get(name.replace("_", "")))
        if not field.part:
            made[name] = field.read(value)
        elif field.many:
            made[name] = [_object(field.part, item) for item in tolerant.mappings(value)]
        else:
            made[name] = _object(field.part, tolerant.mapping(value))
    return made


def _flat(attribute: dict[str, Any]) -> dict[str, Any]:
    """An attribute with the words of its term beside its own."""
    term = packed(tolerant.mapping(packed(attribute).get("taxonomyterm")))
    return {**attribute, "name": term.get("name"), "vocabulary": term.get("taxonomy"), "code": term.get("code"),
            **{key: value for key, value in term.items() if key.startswith(PREFIX)}}  # fmt: skip
