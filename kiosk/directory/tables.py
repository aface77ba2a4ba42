"""Fills the directory's tables of an edition from its records. Used when an edition is built."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from kiosk.directory import activities, activity_kinds, facet_names, features, gazetteer, listing, schema
from kiosk.directory.gazetteer import Gazetteer
from kiosk.directory.postcodes import outcode, sector
from kiosk.directory.service import Phone, Place, Schedule, ScheduleException, Service
from kiosk.directory.slips import meant_words
from kiosk.directory.word_forms import fold, word_list
from kiosk.records import Record

if TYPE_CHECKING:
    from sqlite_utils import Database

_Rows = dict[str, list[tuple[Any, ...]]]
_SOURCE = ("kind", "name", "url", "licence", "attribution", "publisher", "synced_at")


def write(db: Database, records: Iterable[Record]) -> None:
    """Create and fill the tables from records of the kinds "service", "feed", "place" and "outline".

    Others are passed over.

    Where the guides' search table is already there, its words join the vocabulary for typing mistakes.
    """
    services: dict[str, Service] = {}
    feeds: list[tuple[Any, ...]] = []
    places: list[dict[str, Any]] = []
    outlines: list[tuple[Any, ...]] = []
    for record in records:
        if record.kind == "service":
            service = Service.from_record(record.body)
            if service.id and service.name:
                services[service.key] = service
        elif record.kind == "feed":
            feeds.append((record.key, *(str(record.body.get(name) or "") for name in _SOURCE)))
        elif record.kind == "place":
            places.append(record.body)
        elif record.kind == "outline":
            outlines.append(_outline(record))
    ordered = sorted(services.values(), key=lambda service: (fold(service.name), service.key))
    where = gazetteer.make(ordered, places)
    rows: _Rows = {"source": feeds, "outline": outlines}
    lists = {str(feed[0]): str(feed[2]) for feed in feeds}
    for number, service in enumerate(ordered, start=1):
        _add_service(rows, number, service, where, lists.get(service.source_id, ""))
    _add_lists(rows, where)
    connection: sqlite3.Connection = db.conn
    for statement in (*schema.HSDS.split(";\n"), *schema.SEARCH.split(";\n")):
        if statement.strip():
            connection.execute(statement)
    with connection:
        for table, values in rows.items():
            if values:
                marks = ",".join("?" * len(values[0]))
                connection.executemany(f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', values)
        meant = meant_words(connection.execute(schema.WHOLE_TEXT))
        connection.executemany(
            "UPDATE listing SET place_words = place_words || ', ' || ? WHERE n = ?",
            [(" ".join(words), number) for number, words in meant.items()],
        )
        connection.execute("INSERT INTO service_fts (service_fts) VALUES ('rebuild')")
        connection.execute("INSERT INTO service_fts (service_fts) VALUES ('optimize')")
        connection.execute(schema.EXACT)
        connection.execute("INSERT INTO exact_fts (exact_fts) VALUES ('optimize')")
        weights = ", ".join(map(str, schema.RANKING))
        connection.execute("INSERT INTO service_fts (service_fts, rank) VALUES ('rank', ?)", [f"bm25({weights})"])
        connection.executemany("INSERT INTO vocab VALUES (?, ?, ?)", _vocabulary(connection))


def _add_service(rows: _Rows, number: int, service: Service, where: Gazetteer, list_name: str) -> None:
    def add(table: str, *values: Any) -> None:
        rows.setdefault(table, []).append(values)

    organization = service.organization
    organization_id = f"{service.source_id}:{organization.id or organization.name}" if organization.name else None
    if organization_id:
        about = (organization.name, organization.description, organization.website, organization.email)
        add("organization", organization_id, service.source_id, organization.id, *about)
    add(
        "service", number, service.key, service.source_id, service.id, organization_id, service.name,
        service.alternate_name, service.description, service.url, service.email, service.status, service.is_free,
        service.referral_required, service.application_process, service.eligibility_description, service.minimum_age,
        service.maximum_age, service.alert, ",".join(service.attending_type), _day(service.assured_date),
        _day(service.last_modified),
    )  # fmt: skip
    for place in service.places:
        _add_place(rows, number, place, where)
    rows.setdefault("phone", []).extend(_phone(number, None, phone) for phone in service.phones)
    rows.setdefault("schedule", []).extend(_schedule(number, None, row) for row in service.schedules)
    rows.setdefault("schedule_exception", []).extend(_exception(number, None, row) for row in service.exceptions)
    for cost in service.costs:
        add("cost_option", number, cost.option, cost.amount, cost.currency, cost.description)
    for name in service.languages:
        add("language", number, name)
    for name in service.areas:
        add("service_area", number, name)
    for facet in service.facets:
        add("service_facet", number, facet.kind, facet.id, facet.origin)
    kinds = _add_activity(rows, number, service)
    if (seal := service.registration) is not None:
        rated = (seal.rating, _day(seal.rating_date))
        add("registration", number, seal.scheme, seal.external_id, *rated, seal.beds, seal.url)
    first = next((place for place in service.places if place.kind == "physical"), None)
    add(
        "listing", number, service.key, service.name, organization.name, listing.summary(service),
        listing.place_name(first) if first else "", listing.shown_postcode(first) if first else "",
        listing.first_phone(service), service.is_free, listing.service_bits(service) | kinds,
        features.bits_of(service), listing.tag_words(service), listing.place_words(service, list_name),
    )  # fmt: skip


def _add_activity(rows: _Rows, number: int, service: Service) -> int:
    """Enter what counts as "what's on", and give the bits of its kinds of activity; 0 for anything else."""
    if not activities.is_activity(service):
        return 0
    facets = activity_kinds.activity_facets(service)
    known = {(facet.kind, facet.id) for facet in service.facets}
    new = [facet for facet in facets if (facet.kind, facet.id) not in known]
    rows.setdefault("service_facet", []).extend((number, facet.kind, facet.id, facet.origin) for facet in new)
    most_days = activities.is_open_most_days(activities.every_schedule(service))
    rows.setdefault("activity", []).append((number, activities.days_of(service), most_days))
    return listing.facet_bits(activity_kinds.FACET, (facet.id for facet in facets))


def _add_place(rows: _Rows, number: int, place: Place, where: Gazetteer) -> None:
    places = rows.setdefault("location", [])
    identity = len(places) + 1
    point = where.locate(place) if place.kind == "physical" else None
    latitude, longitude, precision = point or (None, None, "none")
    if place.masked and precision in ("exact", "postcode"):
        precision = "sector"
    shown = (listing.place_name(place), listing.shown_postcode(place))
    about = (place.id, place.name, place.kind, latitude, longitude, precision, place.masked)
    places.append((identity, number, *about, *shown))
    line_1, line_2 = (*place.lines, "", "")[:2]
    codes = (place.postcode, outcode(place.postcode), sector(place.postcode))
    rows.setdefault("address", []).append((identity, line_1, line_2, place.city, *codes))
    rows.setdefault("service_at_location", []).append((number, identity, place.description))
    rows.setdefault("phone", []).extend(_phone(number, identity, phone) for phone in place.phones)
    rows.setdefault("schedule", []).extend(_schedule(number, identity, row) for row in place.schedules)
    rows.setdefault("schedule_exception", []).extend(_exception(number, identity, row) for row in place.exceptions)
    facts = [(identity, fact.description, fact.details) for fact in place.access]
    rows.setdefault("accessibility", []).extend(facts)


def _add_lists(rows: _Rows, where: Gazetteer) -> None:
    kinds = (
        ("type", facet_names.TYPES),
        ("beneficiary", facet_names.BENEFICIARIES),
        (activity_kinds.FACET, activity_kinds.KINDS),
    )
    rows["facet"] = [(name, kind, number) for kind, names in kinds for number, name in enumerate(names)]
    rows["postcode"] = [(key, *point) for key, point in where.postcodes.items()]
    rows["sector"] = [(key, *point) for key, point in where.sectors.items()]
    rows["outcode"] = [(key, *point) for key, point in where.outcodes.items()]
    rows["place"] = [(key, name, *point) for key, (name, point) in where.towns.items()]


def _outline(record: Record) -> tuple[Any, ...]:
    """An outline with the box it lies in."""
    rings = record.body["rings"]
    longitudes, latitudes = zip(*(corner for ring in rings for corner in ring), strict=True)
    box = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    return record.key, record.body["name"], *box, json.dumps(rings, separators=(",", ":"))


def _vocabulary(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """(language, word, how many texts hold it) over services and, where they are there, guides."""
    counts: Counter[tuple[str, str]] = Counter()
    texts = connection.execute(
        "SELECT 'en', name||' '||organization||' '||tags||' '||description||' '||place FROM service_text"
    ).fetchall()
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'guide_fts'").fetchone():
        texts += connection.execute("SELECT lang, title || ' ' || summary || ' ' || body FROM guide_fts").fetchall()
    for lang, text in texts:
        counts.update((lang, word) for word in set(word_list(text)) if len(word) > 1)
    return [(lang, word, count) for (lang, word), count in sorted(counts.items())]


def _phone(number: int, location: int | None, phone: Phone) -> tuple[Any, ...]:
    return (number, location, phone.number, phone.kind, phone.description, phone.extension)


def _schedule(number: int, location: int | None, row: Schedule) -> tuple[Any, ...]:
    dates = (_day(row.dtstart), _day(row.valid_from), _day(row.valid_to))
    times = (_clock(row.opens_at), _clock(row.closes_at))
    rule = (row.freq, row.interval, row.byday, row.bymonthday)
    return (number, location, *rule, *dates, *times, row.description, row.notes)


def _exception(number: int, location: int | None, row: ScheduleException) -> tuple[Any, ...]:
    times = (_clock(row.opens_at), _clock(row.closes_at))
    return (number, location, _day(row.first), _day(row.last), row.closed, *times, row.note)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(moment: time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None
