"""Eight made-up services, three guides and short word lists, typed for the search tests."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlite_utils import Database

from kiosk.directory import tables
from kiosk.records import Record


def service(identity: str, name: str, description: str = "", **more: Any) -> Record:
    """A service record; `at` is (postcode, latitude, longitude, town), `types` and `groups` are facet ids."""
    facets = [{"kind": "type", "id": name, "origin": "feed"} for name in more.pop("types", ())]
    facets += [{"kind": "beneficiary", "id": name, "origin": "feed"} for name in more.pop("groups", ())]
    links = []
    for postcode, latitude, longitude, town in more.pop("at", ()):
        address = {"address_1": "1 High Street", "city": town, "postal_code": postcode}
        links.append({"location": {"latitude": latitude, "longitude": longitude, "addresses": [address]}})
    body = {"id": identity, "source_id": "vale", "name": name, "description": description, "facets": facets}
    return Record("service", f"vale:{identity}", {**body, "service_at_locations": links, **more})


LARKMERE = ("ZX1 1AA", 54.080, -2.480, "Larkmere")
LARKMERE_TOO = ("ZX1 1AB", 54.081, -2.481, "Larkmere")
HEXBRIDGE = ("ZX2 1AA", 54.150, -2.400, "Hexbridge")
TUESDAY = [{"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}]

SERVICES = [
    service("cafe", "Dementia café", "Coffee and singing.", types=["dementia-support"], groups=["dementia"],
            at=[LARKMERE], schedules=TUESDAY, is_free=True, phones=[{"number": "01632 960001"}]),
    service("library", "Larkmere Library", "Books, computers, and a group for people with dementia.",
            types=["information-library-community-hub"], groups=["anyone"], at=[LARKMERE_TOO]),
    service("meals", "Meals on wheels", "Hot meals brought to your door.", types=["meals-and-food"],
            groups=["older-people"], is_free=False, attending_type=["home visit"]),
    service("foodbank", "Hexbridge Foodbank", "Food parcels.", types=["meals-and-food"], at=[HEXBRIDGE]),
    service("pantry", "Community Food Bank", "Tins and bread.", types=["meals-and-food"],
            at=[("ZX2 1AB", None, None, "Hexbridge")]),
    service("visits", "Befriending visits", "A visitor for lonely people.", types=["befriending-and-social"],
            groups=["lonely", "older-people"], at=[LARKMERE, HEXBRIDGE]),
    service("ride", "Vale Community Transport", "Rides to the shops.", types=["community-transport"],
            schedules=[{"freq": "WEEKLY", "byday": "WE", "opens_at": "09:00", "closes_at": "17:00"}]),
    service("walks", "Walking group", "Dancing too.", types=["activities-and-exercise", "local-kind"]),
]  # fmt: skip

SYNONYMS = [
    ("en", "memory cafe", "dementia cafe; forget me not", "", "both"),
    ("en", "lift", "community transport; dial a ride", "to; hospital; shops", "one"),
    ("en", "company", "befriending", "", "one"),
]
PHRASES = [
    ("en", "i am lonely", "befriending-and-social", "lonely", ""),
    ("en", "she keeps forgetting things", "dementia-support", "", ""),
    ("en", "i can't cope", "activities-and-exercise", "", ""),
    ("en", "can't cope with caring", "community-transport", "", ""),
]
GUIDES = [
    ("dementia", "en", "Living with dementia", "What helps.", "A diagnosis is a start."),
    ("carers", "en", "If you look after someone", "Your rights.", "Also for carers of people with dementia."),
    ("dementia", "ar", "العيش مع الخرف", "ما يساعد", "نص"),
]


def fill(connection: sqlite3.Connection, records: list[Record], words: bool = True) -> None:
    """The tables of an edition, as far as the search reads them."""
    if words:
        connection.execute(
            "CREATE VIRTUAL TABLE guide_fts USING fts5(id UNINDEXED, lang UNINDEXED, title, summary, body,"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        connection.executemany("INSERT INTO guide_fts VALUES (?, ?, ?, ?, ?)", GUIDES)
        connection.execute("CREATE TABLE synonym (lang, term, expansions, context, direction)")
        connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?, ?)", SYNONYMS)
        connection.execute("CREATE TABLE phrase (lang, phrase, types, beneficiaries, words, urgent)")
        connection.executemany("INSERT INTO phrase VALUES (?, ?, ?, ?, ?, '')", PHRASES)
        connection.execute("CREATE TABLE stopword (lang, word, weak)")
        stopwords = ("a", "am", "can't", "for", "getting", "i", "my", "on", "she", "the", "things", "to", "with")
        connection.executemany("INSERT INTO stopword VALUES ('en', ?, '')", [(word,) for word in stopwords])
        connection.executemany("INSERT INTO stopword VALUES ('en', ?, 'yes')", [("mum",), ("group",)])
    tables.write(Database(connection), records)
    connection.commit()
