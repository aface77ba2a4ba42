"""Contacts: phone lines and offices, each fact shown only when its own flag says it was verified."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.content.reading_files import read_rows
from kiosk.document.blocks import ContactCard
from kiosk.errors import InputError
from kiosk.phone_numbers import group, keep_together
from kiosk.records import Record

COLUMNS = ("key", "name", "phone", "hours", "safety", "verified")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact as its source states it. A safety contact may stand on abuse and emergency pages."""

    key: str
    name: str
    purpose: str = ""
    phone: str = ""
    relay: str = ""
    hours: str = ""
    web: str = ""
    safety: bool = False
    verified: bool = False
    hours_verified: bool = False
    relay_verified: bool = False
    checked_on: str = ""
    source: str = ""

    def card(self) -> ContactCard:
        """What may be shown: an unverified number, opening time or relay line is left out."""
        return ContactCard(
            name=self.name,
            purpose=self.purpose,
            phone=group(self.phone) if self.verified else "",
            relay=keep_together(self.relay) if self.verified and self.relay_verified else "",
            hours=self.hours if self.verified and self.hours_verified else "",
            web=self.web,
            safety=self.safety and self.verified,
        )

    def record(self) -> Record:
        return Record("contact", self.key, asdict(self))


def contact_from_record(body: dict[str, Any]) -> Contact:
    """A contact from its record's body."""
    return Contact(**body)


def read_contacts(path: Path) -> list[Contact]:
    """The rows of a ``contacts.csv``. Raises `InputError` with file and line; a key may stand once."""
    found: dict[str, Contact] = {}
    for line, row in read_rows(path, COLUMNS):
        key = row["key"]
        if not key or not row["name"]:
            raise InputError("a contact needs a key and a name", path, line)
        if key in found:
            raise InputError(f"the contact {key} stands here twice", path, line)
        found[key] = Contact(
            key=key,
            name=row["name"],
            purpose=row.get("purpose", ""),
            phone=row["phone"],
            relay=row.get("relay", ""),
            hours=row["hours"],
            web=row.get("web", ""),
            safety=_yes(row["safety"]),
            verified=_yes(row["verified"]),
            hours_verified=_yes(row.get("hours_verified", "")),
            relay_verified=_yes(row.get("relay_verified", "")),
            checked_on=row.get("checked_on", ""),
            source=row.get("source", ""),
        )
    return list(found.values())


def _yes(word: str) -> bool:
    return word.strip().casefold() == "yes"
