"""What is on in the days to come: each rule of a schedule, its exceptions, and what has to be asked for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from kiosk.directory.hours_words import describe_exceptions, describe_state
from kiosk.directory.occurrences import asks_for_times, occurrences, weekday_mask
from kiosk.directory.opening_hours import open_now, open_state
from kiosk.directory.service import Service
from kiosk.language import words_in

ENGLISH = words_in("en")
MONDAY = date(2026, 11, 23)


def a_row(byday="", opens="10:00", closes="12:00", freq="WEEKLY", **more):
    return {"freq": freq, "byday": byday, "opens_at": opens, "closes_at": closes, **more}


def service(*rows, places=(), exceptions=(), **more):
    """A service with rows of its own, rows of its places, and exceptions as (first, last, fields)."""
    links = [{"location": {"name": f"Hall {n}"}, "schedules": list(rows)} for n, rows in enumerate(places)]
    special = [{"start_date": first, "end_date": last, **fields} for first, last, fields in exceptions]
    body = {"id": "x", "source_id": "vale", "name": "X", "schedules": list(rows), "service_at_locations": links}
    return Service.from_record({**body, "exceptions": special, **more})


def days(found):
    return [one.day.isoformat()[5:] for one in found]


def test_every_second_week_is_counted_from_its_first_day():
    club = service(a_row("TH", interval=2, dtstart="2026-11-12"))
    assert days(occurrences(club, MONDAY, 28)) == ["11-26", "12-10"]
    by_valid_from = service(a_row("TH", interval=2, valid_from="2026-11-19"))
    assert days(occurrences(by_valid_from, MONDAY, 28)) == ["12-03", "12-17"]


def test_every_second_week_without_a_day_to_count_from_is_not_computed_but_asked_for():
    club = service(a_row("TH", interval=2))
    assert occurrences(club, MONDAY, 28) == []
    assert asks_for_times(club.schedules, MONDAY)
    beside_another = service(a_row("TH", interval=2), a_row("MO"))
    assert asks_for_times(beside_another.schedules, MONDAY)


def test_the_second_thursday():
    club = service(a_row("2TH", freq="MONTHLY"))
    assert days(occurrences(club, date(2026, 11, 1), 61)) == ["11-12", "12-10"]


def test_a_fifth_monday_is_only_in_months_that_have_one():
    club = service(a_row("5MO", freq="MONTHLY"))
    assert days(occurrences(club, date(2026, 11, 1), 120)) == ["11-30"]


def test_a_daily_row_is_limited_by_its_weekdays():
    club = service(a_row("MO,WE", freq="DAILY"))
    assert days(occurrences(club, MONDAY, 7)) == ["11-23", "11-25"]


def test_days_of_the_month_count_only_where_no_weekday_is_given():
    assert days(occurrences(service(a_row(freq="MONTHLY", bymonthday="25,-1")), MONDAY, 10)) == ["11-25", "11-30"]
    assert days(occurrences(service(a_row("TU", bymonthday="25")), MONDAY, 7)) == ["11-24"]


def test_a_single_day_is_on_once_and_never_asked_for_once_it_is_over():
    fair = service(a_row(freq="", dtstart="2026-11-28"))
    assert days(occurrences(fair, MONDAY)) == ["11-28"]
    assert not asks_for_times(fair.schedules, MONDAY)
    assert not asks_for_times(fair.schedules, date(2027, 1, 1))


def test_rows_hold_from_their_first_day_to_their_last():
    course = service(a_row("TU,WE,TH", valid_from="2026-11-25", valid_to="2026-12-02", until="2026-12-01"))
    assert days(occurrences(course, MONDAY, 14)) == ["11-25", "11-26", "12-01"]
    assert asks_for_times(course.schedules, date(2026, 12, 2))


def test_the_rows_of_a_place_win_there_and_the_service_s_own_hold_elsewhere():
    club = service(a_row("MO"), places=[[a_row("TU")], []])
    assert [(one.day.day, one.place) for one in occurrences(club, MONDAY)] == [(23, 1), (24, 0)]
    everywhere = service(a_row("MO"), places=[[], []])
    assert [one.place for one in occurrences(everywhere, MONDAY)] == [None]


def test_what_is_the_same_twice_stands_there_once():
    club = service(a_row("MO,TU"), a_row("TU", notes="Term time only"))
    found = occurrences(club, MONDAY)
    assert [(one.day.day, one.certain) for one in found] == [(23, True), (24, True)]


def test_a_day_is_in_order_of_time_and_what_has_no_time_is_last():
    club = service(a_row("MO", None, None), a_row("MO", "14:00", None), a_row("MO", "09:00"), a_row("MO", "14:00"))
    hours = [(one.opens and one.opens.hour, one.closes and one.closes.hour) for one in occurrences(club, MONDAY)]
    assert hours == [(9, 12), (14, 12), (14, None), (None, None)]


def test_past_midnight_belongs_to_the_evening_it_starts_on():
    found = occurrences(service(a_row("FR", "20:00", "02:00")), MONDAY)
    assert days(found) == ["11-27"]
    assert found[0].holds(datetime(2026, 11, 28, 1, 30))


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_clocks_change_and_the_hours_on_the_wall_stay(sunday):
    club = service(a_row("SA,SU,MO"), a_row("SU", "01:00", "03:00"))
    found = occurrences(club, sunday - timedelta(days=1), 3)
    assert [(one.day - sunday).days for one in found] == [-1, 0, 0, 1]
    assert [one.opens for one in found] == [time(10), time(1), time(10), time(10)]


def test_a_holiday_is_marked_and_never_said_to_be_closed():
    found = occurrences(service(a_row("FR,SA,MO,TU")), date(2026, 12, 25), 5)
    assert [(one.day.day, one.on_holiday) for one in found] == [(25, True), (26, True), (28, True), (29, False)]
    assert all(one.certain for one in found)


@pytest.mark.parametrize(
    "words", ["Term time only.", "Not in school holidays", "October to April", "Alternate weeks", "Fortnightly"]
)
def test_words_against_every_week_are_shown_and_make_it_uncertain(words):
    (one,) = occurrences(service(a_row("TU", notes=words)), MONDAY)
    assert not one.certain
    assert one.note == words.rstrip(".")


def test_fortnightly_in_words_is_certain_where_the_rule_says_it_too():
    (one,) = occurrences(service(a_row("TU", interval=2, dtstart="2026-11-10", notes="Fortnightly")), MONDAY)
    assert one.certain
    assert one.note == ""


def test_closed_on_some_days():
    club = service(a_row("MO,TU,WE"), exceptions=[("2026-11-24", "2026-11-25", {"closed": True, "note": "Works"})])
    assert days(occurrences(club, MONDAY)) == ["11-23"]
    assert open_now(club.schedules, datetime(2026, 11, 24, 11), club.exceptions) is False
    assert open_now(club.schedules, datetime(2026, 11, 24, 11)) is True
    state = open_state(club.schedules, datetime(2026, 11, 24, 9), club.exceptions)
    assert state.occurrence is not None
    assert (state.state, state.occurrence.day) == ("closed", date(2026, 11, 30))


def test_other_times_on_a_day():
    hours = {"closed": False, "opens_at": "15:00", "closes_at": "17:00", "note": "Party"}
    club = service(a_row("MO,TU"), exceptions=[("2026-11-24", "2026-11-24", hours)])
    assert [(one.day.day, one.opens.hour, one.note) for one in occurrences(club, MONDAY)] == [
        (23, 10, ""),
        (24, 15, "Party"),
    ]
    assert open_now(club.schedules, datetime(2026, 11, 24, 11), club.exceptions) is False
    said = describe_state(club.schedules, ENGLISH, datetime(2026, 11, 24, 16), club.exceptions)
    assert said == "Open now, until 5pm."


def test_other_times_of_one_day_open_it_and_those_of_a_longer_time_only_change_it():
    hours = {"opens_at": "15:00", "closes_at": "17:00"}
    for last, expected in (("2026-11-26", ["11-24", "11-26"]), ("2026-11-29", ["11-24"])):
        club = service(a_row("TU"), exceptions=[("2026-11-26", last, hours)])
        assert days(occurrences(club, MONDAY)) == expected


def test_of_several_exceptions_the_one_with_the_fewest_days_holds():
    shut, open_one_day = {"closed": True}, {"opens_at": "09:00", "closes_at": "10:00"}
    club = service(
        a_row("MO,TU,WE"),
        exceptions=[("2026-11-20", "2026-12-05", shut), ("2026-11-24", "2026-11-24", open_one_day)],
    )
    assert [(one.day.day, one.opens.hour) for one in occurrences(club, MONDAY)] == [(24, 9)]


def test_an_exception_that_says_nothing_leaves_the_usual_hours_uncertain():
    club = service(a_row("TU"), exceptions=[("2026-11-24", "2026-11-24", {"note": "Ring first"})])
    (one,) = occurrences(club, MONDAY)
    assert (one.certain, one.note, one.opens) == (False, "Ring first", time(10))
    assert open_now(club.schedules, datetime(2026, 11, 24, 11), club.exceptions) is None
    assert open_state(club.schedules, datetime(2026, 11, 24, 11), club.exceptions).state == "not_known"


def test_exceptions_are_read_whatever_they_hold():
    bodies = [None, {}, {"start_date": "x"}, {"end_date": "2026-12-01"}, {"start_date": "2026-12-03"}]
    bodies.append({"start_date": "2026-12-09", "end_date": "2026-12-05", "closed": "yes", "opens_at": 5})
    found = Service.from_record({"name": "x", "exceptions": bodies}).exceptions
    assert [(row.first.day, row.last.day, row.closed) for row in found] == [(1, 1, None), (3, 3, None), (5, 9, True)]
    assert Service.from_record({"name": "x", "exceptions": 7}).exceptions == ()


def test_exceptions_in_words():
    club = service(
        exceptions=[
            ("2026-12-24", "2026-12-24", {"opens_at": "10:00", "closes_at": "12:00"}),
            ("2026-12-25", "2027-01-02", {"closed": True, "note": "Christmas"}),
            ("2026-11-01", "2026-11-02", {"closed": True}),
            ("2027-02-01", "2027-02-01", {"closed": True}),
        ]
    )
    assert describe_exceptions(club.exceptions, ENGLISH, MONDAY) == (
        "24 December 2026: 10am to midday",
        "Closed from 25 December 2026 to 2 January 2027",
        "Christmas",
        "Closed on 1 February 2027",
    )


def test_unknown_hours_are_asked_for():
    for rows in ([], [{}], [{"description": "Ring for dates"}], [a_row(freq="MONTHLY")], [a_row(freq="YEARLY")]):
        club = service(*rows)
        assert occurrences(club, MONDAY) == []
        assert asks_for_times(club.schedules, MONDAY)
    assert not asks_for_times(service(a_row("MO"), {"description": "Other days by appointment"}).schedules, MONDAY)


def test_a_service_that_is_closed_for_now_has_nothing_on():
    assert occurrences(service(a_row("MO"), status="temporarily closed"), MONDAY) == []


def test_the_end_of_time_is_no_error():
    assert len(occurrences(service(a_row("", freq="DAILY")), date.max - timedelta(days=1), 9)) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [a_row("TU,TH")],
        [a_row("2TH", freq="MONTHLY")],
        [a_row("SA", interval=2, dtstart="2026-11-07")],
        [a_row(freq="MONTHLY", bymonthday="15")],
        [a_row("MO,WE", freq="DAILY")],
        [a_row("", freq="DAILY", interval=3, dtstart="2026-11-01")],
        [a_row(freq="", dtstart="2026-12-02")],
        [a_row("", dtstart="2026-11-06")],
    ],
)
def test_nothing_is_ever_on_outside_the_weekdays_of_its_mask(rows):
    club = service(*rows, exceptions=[("2026-12-06", "2026-12-06", {"opens_at": "10:00"})])
    mask = weekday_mask(club.schedules, club.exceptions)
    found = occurrences(club, date(2026, 11, 1), 90)
    assert found
    assert all(mask & 1 << one.day.weekday() for one in found)
