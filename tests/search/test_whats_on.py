"""The lists of What's on: by day and time, what is open most days, what must be asked for, and the counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from small_directory import HEXBRIDGE, LARKMERE, fill, service

from kiosk.search import Point, forget
from kiosk.search.whats_on import Outing, has_activities, whats_on

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)
MORNING = datetime(2026, 11, 23, 8)
NEAR_HEXBRIDGE = Point(54.150, -2.400)
SOCIAL = ["befriending-and-social"]


def a_row(byday: str, opens: str = "10:00", closes: str = "12:00", **more: object) -> dict[str, object]:
    return {"freq": "WEEKLY", "byday": byday, "opens_at": opens, "closes_at": closes, **more}


SERVICES = [
    service("late", "Aunts' late club", types=SOCIAL, at=[LARKMERE], schedules=[a_row("MO", "19:00", "21:00")]),
    service("lunch", "Lunch club", types=["meals-and-food"], groups=["lonely", "older-people"], at=[HEXBRIDGE],
            schedules=[a_row("MO,TH")]),
    service("choir", "Singing", types=["activities-and-exercise"], groups=["dementia"], at=[LARKMERE],
            schedules=[a_row("MO", notes="Term time only"), a_row("WE", "14:00", "15:00")]),
    service("walk", "Health walks", types=["activities-and-exercise"], groups=["older-people"], at=[LARKMERE],
            schedules=[a_row("SA", interval=2, dtstart="2026-11-14")]),
    service("lost", "Fortnightly tea", types=SOCIAL, groups=["lonely"], at=[LARKMERE],
            schedules=[a_row("MO", interval=2)]),
    service("day", "Day centre", types=["day-opportunities"], groups=["older-people"], at=[LARKMERE],
            schedules=[a_row("MO,TU,WE,TH,FR", "09:00", "16:00")]),
    service("shut", "Shut club", types=SOCIAL, at=[LARKMERE], schedules=[a_row("MO")],
            exceptions=[{"start_date": "2026-11-20", "end_date": "2026-11-27", "closed": True}]),
    service("chemist", "Pharmacy", types=["physical-disability-health-conditions"], at=[LARKMERE],
            schedules=[a_row("MO")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def directory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    fill(connection, SERVICES, words=False)
    yield connection
    forget(connection)
    connection.close()


def ask(connection: sqlite3.Connection, now: datetime = MORNING, days: int = 0, **more: object) -> list[str]:
    found = whats_on(connection, Outing(now, now.date() + timedelta(days=days), **more))  # type: ignore[arg-type]
    return [row.hit.id.partition(":")[2] for row in found.rows]


def test_a_day_is_in_order_of_time_and_holds_no_pharmacy_and_no_day_centre(directory: sqlite3.Connection) -> None:
    assert ask(directory) == ["lunch", "choir", "late"]


def test_at_one_time_the_nearest_comes_first(directory: sqlite3.Connection) -> None:
    larkmere = Point(54.080, -2.480)
    assert ask(directory, near=larkmere) == ["choir", "lunch", "late"]
    found = whats_on(directory, Outing(MORNING, MONDAY, near=NEAR_HEXBRIDGE))
    assert found.rows[0].hit.distance_miles == pytest.approx(0, abs=0.01)
    assert found.rows[0].hit.place == "1 High Street, Hexbridge"


def test_what_is_over_today_is_left_out_and_tomorrow_is_whole(directory: sqlite3.Connection) -> None:
    assert ask(directory, NOON) == ["late"]
    assert ask(directory, NOON - timedelta(minutes=1)) == ["lunch", "choir", "late"]
    assert ask(directory, NOON - timedelta(days=1), 1) == ["lunch", "choir", "late"]


def test_an_exception_takes_it_off_its_days_only(directory: sqlite3.Connection) -> None:
    assert "shut" in ask(directory, days=7)


def test_what_may_not_be_counted_on_says_so(directory: sqlite3.Connection) -> None:
    found = whats_on(directory, Outing(MORNING, MONDAY))
    sure = {row.hit.id: (row.occurrences[0].certain, row.occurrences[0].note) for row in found.rows}
    assert sure["vale:choir"] == (False, "Term time only")
    assert sure["vale:lunch"] == (True, "")


def test_an_empty_day_names_the_next_one_with_something(directory: sqlite3.Connection) -> None:
    friday = whats_on(directory, Outing(MORNING, date(2026, 11, 27)))
    assert (friday.total, friday.rows, friday.next_day) == (0, (), date(2026, 11, 28))
    outdoors = whats_on(directory, Outing(MORNING, MONDAY, kinds=("outdoors",)))
    assert (outdoors.total, outdoors.next_day) == (0, date(2026, 11, 28))
    assert whats_on(directory, Outing(MORNING, MONDAY, people=("veterans",))).next_day is None


def test_the_two_lists_beside_the_days_are_counted_and_can_be_had(directory: sqlite3.Connection) -> None:
    found = whats_on(directory, Outing(MORNING, MONDAY))
    assert (found.total, found.most_days, found.asks) == (3, 1, 1)
    assert ask(directory, view="open") == ["day"]
    assert ask(directory, view="ask") == ["lost"]
    assert whats_on(directory, Outing(MORNING, MONDAY, people=("lonely",))).most_days == 0


def test_filters_narrow_and_the_counts_keep_their_promise(directory: sqlite3.Connection) -> None:
    assert ask(directory, kinds=("food",)) == ["lunch"]
    assert ask(directory, kinds=("food", "arts")) == ["lunch", "choir"]
    assert ask(directory, kinds=("food",), people=("dementia",)) == []
    found = whats_on(directory, Outing(MORNING, MONDAY))
    for count in found.kind_counts:
        assert len(ask(directory, kinds=(count.id,))) == count.count
    for count in found.people_counts:
        assert len(ask(directory, people=(count.id,))) == count.count
    chosen = whats_on(directory, Outing(MORNING, MONDAY, kinds=("food",)))
    assert chosen.kind_counts == found.kind_counts
    assert {count.id: count.count for count in chosen.people_counts} == {"lonely": 1, "older-people": 1}


def test_pages(directory: sqlite3.Connection) -> None:
    assert ask(directory, limit=1, offset=1) == ["choir"]
    assert whats_on(directory, Outing(MORNING, MONDAY, limit=1, offset=1)).total == 3
    assert ask(directory, offset=99) == []


def test_an_edition_that_lists_no_activities_has_nothing_on() -> None:
    with sqlite3.connect(":memory:") as connection:
        assert not has_activities(connection)
        found = whats_on(connection, Outing(MORNING, MONDAY))
        assert (found.total, found.asks, found.next_day) == (0, 0, None)
        forget(connection)


def test_a_service_that_is_on_twice_has_one_row_with_both_times() -> None:
    links = [
        {"location": {"name": name, "latitude": 54.1 + n, "longitude": -2.4}, "schedules": [a_row(days, opens)]}
        for n, (name, days, opens) in enumerate((("North", "MO", "11:00"), ("South", "MO,TU", "10:00")))
    ]
    body = service("two", "Coffee", types=SOCIAL)
    with sqlite3.connect(":memory:") as connection:
        fill(connection, [type(body)("service", body.key, {**body.body, "service_at_locations": links})], words=False)
        found = whats_on(connection, Outing(MORNING, MONDAY, near=Point(54.1, -2.4)))
        (row,) = found.rows
        assert [one.opens and one.opens.hour for one in row.occurrences] == [10, 11]
        assert (row.hit.place, round(row.hit.distance_miles or 0)) == ("North", 0)
        tuesday = whats_on(connection, Outing(MORNING, MONDAY + timedelta(days=1), near=Point(54.1, -2.4)))
        assert [(one.hit.place, round(one.hit.distance_miles or 0)) for one in tuesday.rows] == [("South", 69)]
        forget(connection)
