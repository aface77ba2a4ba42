"""Strategies for feeds full of junk, and the one promise that every importer keeps for them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlite_utils import Database

from kiosk.directory import exchange_fields, sources, tables
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError
from kiosk.search import Query, search

TODAY = date(2026, 11, 20)

TOP = (
    "id", "name", "alternate_name", "description", "status", "url", "email", "fees_description", "fees", "is_free",
    "referral_required", "attending_type", "accreditations", "application_process", "eligibility_description",
    "minimum_age", "maximum_age", "alert", "wait_time", "assured_date", "last_modified", "organization", "phones",
    "contacts", "schedules", "holiday_schedules", "service_at_locations", "cost_options", "languages", "service_areas",
    "attributes", "pc_metadata", "pc_targetAudience",
)  # fmt: skip
OLD_TOP = ("eligibilitys", "service_taxonomys", "regular_schedules", "attending_access", "link_taxonomies", "reviews")
OUTPOST_TOP = (
    "organisation", "directories", "target_directories", "needs_referral", "suitabilities", "send_needs", "locations",
    "min_age", "max_age", "updated_at", "taxonomies", "visible_from", "visible_to",
)  # fmt: skip

ODD_TEXTS = (
    "", " ", "\x00", "a\x00b", "\ud800", "x\udfff", "N/A", "=1+1", "²", "9" * 30, "9" * 5000, "1e400", "NaN", "-inf",
    "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "2026-13-45", "²026-01-01", "24:00", "25:99", "²:30",
    "<![x[ y", "<![x[ <b>y</b>", "<![ <b>", "<!x", "<!", "<?", "<!DOCTYPE [<!ELEMENT <b>", "<![if <b>", "</", "</1>",
    "<b", "<!-- <b>", "<p>a</p><![CDATA[", "<b>" + "<a " * 60, "&#" + "9" * 5000 + ";", "&#1114112;", "&#55296;",
    "mo,2TU,99WE,-5SU,²MO", "6MO", "3", "٣", "http://", "http://[", "https://x.test/\n", "a@b", "a@b.c",
    "01632 960123 ext 5", "x" * 10_000, "\u202eabc", "SW1A 1AA", "ZZ99 9ZZ", "Monday", "weekly", "true", "Yes", "0",
    "7", "&#x;", "\ufeff", "\u2028", "🙂", "STONE HOUSE CLUB",
)  # fmt: skip
ODD_NUMBERS = (0, 1, -1, 8, 10**17, 10**18, 10**400, 1e308, -1e308, 5e-324, 0.1, 51.5, -2.3, 91.0, 999.9)
ODD_SHAPES: tuple[Any, ...] = (
    None,
    True,
    False,
    float("nan"),
    [],
    {},
    [[[]]],
    [None, "a", 1],
    {"a": {"b": 1}},
    [{"name": [{}]}],
)

texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=12)
scalars = st.none() | st.booleans() | st.sampled_from(ODD_NUMBERS) | st.integers() | st.floats() | texts


def objects(keys: Iterable[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects of known keys, in any casing, with values of any type."""
    known = st.sampled_from(tuple(keys)).flatmap(lambda key: st.sampled_from((key, key, key.upper(), key.title())))
    every = known | st.sampled_from(("junk", "\ud800", "\x00", "", "x" * 300))
    inner = st.recursive(
        scalars,
        lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(every, deeper, max_size=5),
        max_leaves=12,
    )
    return st.dictionaries(every, inner, max_size=10)


PARTS: dict[str, tuple[str, ...]] = {
    "organization": ("id", "name", "description", "website", "url", "uri", "email"),
    "organisation": ("id", "name", "description", "website", "url"),
    "phones": ("number", "type", "description", "extension"),
    "contacts": ("phone", "phones", "name"),
    "schedules": (
        "freq",
        "byday",
        "weekday",
        "interval",
        "dtstart",
        "count",
        "until",
        "valid_from",
        "valid_to",
        "opens_at",
        "closes_at",
        "description",
        "bymonthday",
        "notes",
        "service_at_location",
    ),
    "regular_schedules": ("weekday", "opens_at", "closes_at", "dtstart", "count", "freq", "byday"),
    "regular_schedule": ("weekday", "opens_at", "closes_at"),
    "holiday_schedules": ("start_date", "end_date", "closed", "opens_at", "closes_at", "description"),
    "service_at_locations": (
        "id",
        "location",
        "schedules",
        "regular_schedule",
        "holiday_schedules",
        "phones",
        "contacts",
        "description",
    ),
    "locations": ("name", "geometry", "accessibilities", "latitude", "longitude", "address_1", "postal_code"),
    "service_at_location": ("id",),
    "location": (
        "id",
        "name",
        "location_type",
        "latitude",
        "longitude",
        "addresses",
        "physical_addresses",
        "phones",
        "accessibility",
        "accessibility_for_disabilities",
        "geometry",
        "accessibilities",
        "schedules",
    ),
    "geometry": ("coordinates", "type"),
    "addresses": ("address_1", "address_2", "city", "postal_code", "address_type"),
    "physical_addresses": ("address_1", "city", "postal_code"),
    "accessibility": ("description", "details", "url"),
    "accessibilities": ("name",),
    "accessibility_for_disabilities": ("accessibility", "details"),
    "cost_options": ("option", "amount", "currency", "amount_description", "cost_type", "valid_to", "valid_from"),
    "languages": ("name", "code", "language"),
    "service_areas": ("name", "service_area", "extent"),
    "attributes": ("taxonomy_term", "link_type", "label", "value"),
    "taxonomy_term": ("id", "name", "code", "taxonomy", "taxonomy_detail", "term_uri", "parent_id"),
    "taxonomy": ("id", "name", "vocabulary"),
    "service_taxonomys": ("taxonomy", "id", "name"),
    "taxonomys": ("taxonomy", "id", "name"),
    "taxonomies": ("id", "slug", "name"),
    "suitabilities": ("id", "slug", "name"),
    "send_needs": ("id", "slug", "name"),
    "eligibilitys": ("eligibility", "minimum_age", "maximum_age", "taxonomys"),
    "reviews": ("url", "title", "date"),
    "pc_metadata": ("date_assured",),
    "pc_targetAudience": ("id", "audienceType"),
}
"""What stands in the objects that a feed nests: junk counts most where something is expected."""


def filled(keys: Iterable[str], value: Any, depth: int = 5) -> dict[str, Any]:
    """An object with all of these keys and the same value in every last field, however deep."""
    return {
        key: [filled(PARTS[key], value, depth - 1)] if key in PARTS and depth else value for key in keys
    }  # fmt: skip


def values(key: str, depth: int = 4) -> st.SearchStrategy[Any]:
    """What may stand under a key: what belongs there, filled with junk, or junk of any other type."""
    if key not in PARTS or depth == 0:
        return scalars | st.lists(scalars, max_size=3)
    inner = st.deferred(lambda: shaped(PARTS[key], depth - 1))
    return st.lists(inner | scalars, max_size=3) | inner | scalars


def shaped(keys: Iterable[str], depth: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some of these keys, in one spelling or another, each with what belongs there or junk."""
    optional = {}
    for key in keys:
        optional[key] = values(key, depth)
        if key != key.upper():
            optional[key.upper()] = scalars
    return st.fixed_dictionaries({}, optional=optional)


MARKS: dict[str, dict[str, Any]] = {
    "oruk3": {"schedules": []},
    "oruk1": {"eligibilitys": []},
    "outpost": {"organisation": {}},
    "own": {exchange_fields.MARK: "a"},
}
"""What tells the importers which dialect a service is in."""


def keys_of(kind: str) -> tuple[str, ...]:
    """The fields of a service of "oruk3", "oruk1", "outpost" or "own"."""
    return {
        "oruk3": TOP,
        "oruk1": (*TOP, *OLD_TOP),
        "outpost": (*TOP, *OLD_TOP, *OUTPOST_TOP),
        "own": (*TOP, *(exchange_fields.PREFIX + name for name in exchange_fields.FIELDS["service"])),
    }[kind]


def services(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Services of "oruk3", "oruk1", "outpost" or "own", most with a name, so that they get beyond the first check."""
    marks = MARKS[kind]
    made = st.lists(st.sampled_from(keys_of(kind)), max_size=9, unique=True).flatmap(shaped)
    named = made.map(lambda body: {"name": "Lunch club", **marks, **body})
    return named | named.map(lambda body: {**body, "name": "Lunch club"}) | objects(keys_of(kind))


def pages(kind: str) -> st.SearchStrategy[Any]:
    """Pages, lists, single services, and things that only look like them."""
    many = st.lists(services(kind) | scalars, max_size=4)
    wrap = st.sampled_from(("contents", "content", "services", "Items", "data"))
    page = st.tuples(wrap, many, objects(("total_items", "totalElements", "last", "last_page", "page"))).map(
        lambda parts: {**parts[2], parts[0]: parts[1]}
    )
    return many | page | services(kind)


def as_json(value: Any) -> bytes:
    """JSON with lone surrogates, NaN and all, as some programs write it."""
    return json.dumps(value).encode("ascii")


def holds(folder: Path, name: str, data: bytes, into: str = "source") -> Report | None:
    """Import a file of these bytes into an empty folder; see `holds_for`."""
    path = folder / name
    path.write_bytes(data)
    try:
        return holds_for(path, folder / into)
    finally:
        path.unlink()


def holds_for(path: Path, into: Path) -> Report | None:
    """The promise: a report and a source folder from which a database is filled, or `InputError` and no change.

    Gives the report, or None when the input was refused.
    """
    before = {item.name for item in into.parent.iterdir()}
    try:
        report = bring([path], into, TODAY)
    except InputError as error:
        str(error).encode("utf-8")
        assert {item.name for item in into.parent.iterdir()} == before
        return None
    report.as_text(everything=True).encode("utf-8")
    json.dumps(report.as_json(), ensure_ascii=False).encode("utf-8")
    records = sources.read(into)
    found = [record for record in records if record.kind == "service"]
    assert len(found) == report.services > 0
    connection = sqlite3.connect(":memory:")
    tables.write(Database(connection), records)
    assert connection.execute("SELECT count(*) FROM service").fetchone()[0] == len(found)
    assert search(connection, Query(words="lunch", limit=50)).total <= len(found)
    assert search(connection, Query(limit=50)).total == len(found)
    connection.close()
    return report
