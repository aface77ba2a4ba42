"""Checks on stored contacts, and on invented numbers of a demonstration leaking into a real source or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kiosk.content.contacts import Contact
from kiosk.content.wording import Fault, english_faults
from kiosk.phone_numbers import digits, find_phone_like, is_drama_number, is_plausible
from kiosk.records import Record

_MAX_SHORT_CODE = 6
_RELAYED = re.compile(r"18001[\s\u00a0]*(?:then[\s\u00a0]+)?([\d\s\u00a0]+)")


def stored_contact_faults(contact: Contact) -> Iterator[Fault]:
    """What is wrong with a contact as it is stored, wherever it is shown."""
    if contact.phone and not re.search(r"[^\d\s\u00a0+()-]", contact.phone):
        plain = digits(contact.phone)
        if len(plain) > _MAX_SHORT_CODE and not is_plausible(contact.phone) and not plain.startswith("18001"):
            yield "error", "phone-shape", f"{contact.phone!r} is not a telephone number of this country"
    relayed = _RELAYED.search(contact.relay)
    if relayed and digits(relayed.group(1)) != digits(contact.phone):
        yield "note", "relay-number", f"the relay line rings another number than {contact.phone!r}: {contact.relay!r}"
    if contact.verified and not (contact.checked_on and contact.source):
        yield "warning", "contact-source", "it is marked as verified, but not when or from what source"
    if contact.verified and not (contact.phone or contact.web):
        yield "warning", "contact-empty", "it has neither a number nor a web address, so it is never shown"
    for text in (contact.hours, contact.purpose):
        yield from (
            fault
            for fault in english_faults(text)
            if fault[1] in ("range-dash", "24-hour-clock", "time-dot", "time-space")
        )


def leaks(records: tuple[Record, ...], demonstration: bool) -> Iterator[tuple[str, Fault]]:
    """Numbers set aside for drama in a real source; numbers that may be somebody's in a demonstration."""
    for record in records:
        if record.kind == "contact":
            invented = is_drama_number(str(record.body.get("phone", "")))
            if invented and not demonstration:
                yield (
                    f"contacts/{record.key}",
                    ("error", "demo-leak", "an invented number stands in a source that is no demonstration"),
                )
            elif demonstration and record.key.startswith("council.") and record.body.get("phone") and not invented:
                message = (
                    "the made-up council's number could be somebody's; use a number that Ofcom set aside for drama"
                )
                yield f"contacts/{record.key}", ("error", "demo-number", message)
        elif record.kind == "service":
            for number in _numbers(record.body):
                if demonstration and not is_drama_number(number):
                    message = f"{number!r} could be somebody's; use a number that Ofcom set aside for drama"
                    yield f"services/{record.key}", ("error", "demo-number", message)
                elif not demonstration and is_drama_number(number):
                    yield f"services/{record.key}", ("warning", "demo-leak", f"{number!r} is an invented number")
        elif record.kind == "council":
            for name, text in record.body.items():
                for number in find_phone_like(str(text)):
                    yield (
                        "council",
                        (
                            "error",
                            "phone-in-text",
                            f"{name} holds a phone number; it belongs in contacts.csv: {number!r}",
                        ),
                    )


def _numbers(body: dict[str, Any]) -> Iterator[str]:
    """Every telephone number of a service: its own, those of its places, and any typed in its texts."""
    places = [row for row in body.get("service_at_locations") or () if isinstance(row, dict)]
    for holder in (body, *places):
        for phone in holder.get("phones") or ():
            if isinstance(phone, dict) and phone.get("number"):
                yield str(phone["number"])
    for value in body.values():
        if isinstance(value, str):
            yield from find_phone_like(value)
