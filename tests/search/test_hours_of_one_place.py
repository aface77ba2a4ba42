"""Search and What's on know that one place of a service is closed on a day on which the others are open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from small_directory import HEXBRIDGE, LARKMERE, fill, service

from kiosk.search import Query, forget, search
from kiosk.search.whats_on import Outing, whats_on

TUESDAY, WEDNESDAY = date(2026, 12, 22), date(2026, 12, 23)
ROWS = [{"freq": "WEEKLY", "byday": "TU,WE", "opens_at": "10:00", "closes_at": "12:00"}]
CLOSED = [{"start_date": "2026-12-22", "end_date": "2026-12-22", "closed": True}]


def club(identity, *places):
    record = service(identity, f"Tea club {identity}", types=["befriending-and-social"], at=[at for at, _ in places])
    for link, (_, exceptions) in zip(record.body["service_at_locations"], places, strict=True):
        link |= {"schedules": ROWS, "exceptions": exceptions}
    return record


@pytest.fixture(scope="module")
def directory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    records = [
        club("usual", (LARKMERE, [])),
        club("shut", (LARKMERE, CLOSED)),
        club("half", (LARKMERE, CLOSED), (HEXBRIDGE, [])),
    ]
    fill(connection, records, words=False)
    yield connection
    forget(connection)
    connection.close()


@pytest.mark.parametrize(("day", "open_ones"), [(TUESDAY, {"usual", "half"}), (WEDNESDAY, {"usual", "shut", "half"})])
def test_open_now_counts_the_places_that_are_open(directory, day, open_ones):
    found = search(directory, Query(words="tea", open_at=datetime(day.year, day.month, day.day, 11)))
    assert {hit.id.partition(":")[2] for hit in found.hits} == open_ones


@pytest.mark.parametrize(("day", "times"), [(TUESDAY, 2), (WEDNESDAY, 4)])
def test_a_day_lists_only_the_places_that_are_open(directory, day, times):
    found = whats_on(directory, Outing(datetime(2026, 12, 22, 8), day))
    listed = [(row.hit.id.partition(":")[2], one) for row in found.rows for one in row.occurrences]
    assert len(listed) == times
    assert ("shut" in {name for name, _ in listed}) is (day == WEDNESDAY)
