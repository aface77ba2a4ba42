"""Terms of the same words in another order, or that differ in a stop word, are told apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from small_directory import fill, service

from kiosk.search import Query, forget, search

SERVICES = [
    service("agency", "Weir Home Care", "Care at home, and care for people who come home.", types=["home-care"]),
    service("helpers", "Spinners", "A domiciliary care agency.", types=["home-care"]),
    service("house", "Larch House", "Residential care, and a garden.", types=["care-home"]),
    service("nursing", "Fell Gate Nursing Home", "A care home with nurses. What it costs.", types=["care-home"]),
    service("clergy", "Care home chaplains", "They visit.", types=["faith-and-culture"]),
]  # fmt: skip
SYNONYMS = [
    ("en", "care home", "residential home; nursing home", "", "both"),
    ("en", "home care", "domiciliary care; care at home", "", "both"),
]
PHRASES = [
    ("en", "care home", "care-home", "", "", ""),
    ("en", "care at home", "home-care", "", "", ""),
]


@pytest.fixture
def directory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    fill(connection, SERVICES)
    connection.executescript("DELETE FROM synonym; DELETE FROM phrase")
    connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?, ?)", SYNONYMS)
    connection.executemany("INSERT INTO phrase VALUES (?, ?, ?, ?, ?, ?)", PHRASES)
    connection.commit()
    yield connection
    forget(connection)
    connection.close()


def names(connection: sqlite3.Connection, words: str) -> list[str]:
    return [hit.id.partition(":")[2] for hit in search(connection, Query(words=words)).hits]


@pytest.mark.parametrize("words", ["care home", "Care homes"])
def test_who_asks_for_a_care_home_sees_those_first(directory, words):
    assert set(names(directory, words)[:2]) == {"nursing", "house"}


def test_who_asks_for_care_at_home_sees_those_who_come(directory):
    assert set(names(directory, "care at home")[:2]) == {"agency", "helpers"}


def test_who_asks_what_a_care_home_costs_sees_care_homes(directory):
    assert names(directory, "how much does a care home cost")[0] == "nursing"


def test_a_name_holds_a_term_only_in_its_order(directory):
    directory.execute("DELETE FROM phrase")
    directory.commit()
    found = names(directory, "care home")
    assert found.index("clergy") < found.index("agency")


def test_of_the_kind_that_is_named_those_come_first_that_hold_more_of_the_words(directory):
    assert names(directory, "care home with a garden and a swimming pool")[:2] == ["house", "nursing"]
    assert names(directory, "care home with nurses and a swimming pool")[:2] == ["nursing", "house"]
