"""What the columns of other people's tables mean: our names and the headers that stand for them."""

from __future__ import annotations

import re

ALIASES: dict[str, tuple[str, ...]] = {
    "id": (
        "id", "external id", "cqc id", "cqc location id", "cqc location id for office use only", "location id",
        "ods code", "registered charity number", "charity number", "urn", "reference", "service id",
    ),
    "name": (
        "name", "title", "service name", "service", "pharmacy name", "charity name", "distname", "organisation name",
    ),
    "alternate_name": ("also known as", "alternate name", "other name"),
    "organization": ("org", "organisation", "organization", "provider", "provider name", "run by"),
    "description": ("description", "details", "summary", "about", "charity activities", "activities", "what we do"),
    "address": ("address", "full address", "address line 1", "address 1", "street", "address1"),
    "address_2": ("address line 2", "address 2", "address2", "locality"),
    "city": ("town", "city", "town city", "post town"),
    "postcode": ("postcode", "post code", "postal code"),
    "masked_postcode": ("charity contact postcode", "contact postcode"),
    "phone": ("tel", "telephone", "phone", "contact number", "phone number", "telephone number", "tel no"),
    "textphone": ("textphone", "minicom"),
    "email": ("email", "e mail", "email address"),
    "contact": ("contact", "contact details"),
    "website": (
        "website", "web", "url", "web site", "web address", "charity contact web", "service s website if available",
        "link",
    ),
    "latitude": ("lat", "latitude", "y"),
    "longitude": ("lon", "lng", "long", "longitude", "x"),
    "hours": ("opening times", "opening hours", "hours", "times", "when", "open"),
    "cost": ("cost", "costs", "price", "fee", "fees", "charges"),
    "is_free": ("free", "is free"),
    "eligibility": ("eligibility", "who is it for", "criteria", "suitable for", "who for"),
    "minimum_age": ("minimum age", "min age", "age from"),
    "maximum_age": ("maximum age", "max age", "age to"),
    "referral": ("referral method", "referral", "how to access", "how to apply", "access route", "how to get it"),
    "type": ("type", "category", "service type", "service types", "categories", "classifica"),
    "specialism": ("specialisms services", "specialisms", "specialism"),
    "languages": ("languages", "language"),
    "access": ("accessibility", "wheelchair access", "disabled access"),
    "cqc_page": ("cqc webpage", "location url", "cqc page"),
    "cqc_date": ("inspection date", "date of latest check", "publication date"),
    "cqc_rating": ("overall rating", "cqc rating", "latest rating", "rating"),
    "beds": ("beds", "care homes beds", "number of beds"),
    "area": ("area name", "local authority", "area covered", "area"),
    "checked": ("last checked", "date checked", "verified", "assured date", "last verified"),
}  # fmt: skip
"""The first column that fits wins. Headers are compared in small letters, signs read as spaces."""

NOT_READ = re.compile(
    r"manager|nominated individual|contact name|partner name|trustee|correspondent|assurer|first name|surname|staff"
)
"""Columns that name people: never read."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MEANINGS = {alias: meaning for meaning, aliases in ALIASES.items() for alias in aliases}


def plain(header: str) -> str:
    """A header in the form in which it is compared."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", header.casefold()).split())


def meanings(headers: list[str]) -> tuple[dict[str, int], dict[int, int], list[str]]:
    """Columns by meaning, day columns (0 = Monday) by day, and headers that name people and are left out."""
    found: dict[str, int] = {}
    days: dict[int, int] = {}
    left_out: list[str] = []
    for column, header in enumerate(headers):
        text = plain(header)
        if NOT_READ.search(text):
            left_out.append(header.strip())
        elif text in _MEANINGS:
            found.setdefault(_MEANINGS[text], column)
        elif (day := _day(text)) is not None:
            days.setdefault(day, column)
    return found, days, left_out


def _day(text: str) -> int | None:
    for word in text.split():
        for number, name in enumerate(_DAYS):
            if word == name or (len(word) >= 3 and len(word) <= 5 and name.startswith(word)):
                return number
    return None
