"""Opening hours: which days a row gives, what can be said now, and how it reads."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.bank_holidays import is_bank_holiday
from kiosk.directory.hours_words import describe, describe_state
from kiosk.directory.opening_hours import falls_on, next_occurrence, open_now, open_state
from kiosk.directory.service_parts import Schedule, read_exceptions, read_schedules
from kiosk.language import words_in

ENGLISH = words_in("en")
TUESDAY = date(2026, 8, 4)


def row(freq="WEEKLY", byday="", opens=None, closes=None, **more):
    def clock(hour):
        return time(hour) if isinstance(hour, int) else hour

    return Schedule(freq, byday, opens_at=clock(opens), closes_at=clock(closes), **more)


def test_days_with_equal_hours_share_a_line():
    assert describe([row(byday="TU,TH", opens=10, closes=12)], ENGLISH) == ("Tuesday and Thursday, 10am to midday",)


def test_a_run_of_days_is_named_by_its_ends_and_both_spans():
    rows = [row(byday="MO,TU,WE,TH,FR", opens=9, closes=12), row(byday="MO,TU,WE,TH,FR", opens=13, closes=17)]
    assert describe(rows, ENGLISH) == ("Monday to Friday, 9am to midday and 1pm to 5pm",)


def test_a_position_in_the_month_is_said_in_words():
    assert describe([row("MONTHLY", "2TH", 10)], ENGLISH) == ("Second Thursday of the month, 10am",)
    assert describe([row("MONTHLY", "-1FR", 14)], ENGLISH) == ("Last Friday of the month, 2pm",)


def test_unknown_hours_ask_and_never_say_closed():
    for rows in ([], [Schedule()], [row("MONTHLY")], [row(byday="TU", opens=10, closes=12, valid_to=date(2020, 1, 1))]):
        now = datetime(2026, 8, 5, 20)
        assert open_state(rows, now).state == "not_known"
        assert open_now(rows, now) is None
        assert describe_state(rows, ENGLISH, now) == ""
        assert describe(rows, ENGLISH, now.date()) == ("Ask for times",)


def test_the_text_of_the_feed_is_kept():
    assert describe([Schedule(description="Tues 11am - 2pm")], ENGLISH) == ("Tues 11am - 2pm",)


def test_every_two_weeks_needs_a_date_to_count_from():
    lost = row(byday="TU", opens=9, closes=10, interval=2)
    assert not any(falls_on(lost, date(2026, 8, day)) for day in range(1, 32))
    assert describe([lost], ENGLISH) == ("Every 2 weeks on Tuesday, 9am to 10am. Ask which weeks.",)
    anchored = row(byday="TU", opens=9, closes=10, interval=2, dtstart=TUESDAY)
    assert [day for day in range(1, 32) if falls_on(anchored, date(2026, 8, day))] == [4, 18]


def test_every_few_days_and_months_in_each_plural_form_of_arabic():
    arabic = words_in("ar")
    days = [describe([row("DAILY", interval=count, dtstart=TUESDAY)], arabic)[0] for count in (2, 3, 11, 100)]
    assert days == ["مرة كل يومين (2)", "مرة كل 3 أيام", "مرة كل 11 يومًا", "مرة كل 100 يوم"]
    months = [describe([row("MONTHLY", "2TH", interval=n, dtstart=TUESDAY)], arabic)[0] for n in (2, 3, 11, 100)]
    assert [text.partition("مرة كل ")[2] for text in months] == ["شهرين (2)", "3 أشهر", "11 شهرًا", "100 شهر"]
    assert describe([row("DAILY", interval=3, dtstart=TUESDAY)], ENGLISH) == ("Every 3 days",)


def test_days_of_the_month_count_only_in_monthly_rows():
    assert falls_on(row("WEEKLY", "TU", bymonthday="2,3"), TUESDAY)
    assert falls_on(row("MONTHLY", bymonthday="4"), TUESDAY)
    assert falls_on(row("MONTHLY", bymonthday="-1"), date(2026, 8, 31))


def test_a_fifth_friday_is_not_invented():
    fifth = row("MONTHLY", "5FR", 10)
    assert falls_on(fifth, date(2026, 7, 31))
    assert not any(falls_on(fifth, date(2026, 8, day)) for day in range(1, 32))


@pytest.mark.parametrize(
    ("freq", "byday"), [("week", "TU"), ("", "TUESDAY"), ("WEEKLY", "2"), ("weekly", "tu,th"), ("", "Tu")]
)
def test_ways_of_feeds_to_say_tuesday(freq, byday):
    body = {"freq": freq, "byday": byday, "opens_at": "2000-01-01T10:00Z", "closes_at": "12:00:00"}
    (schedule,) = read_schedules([body])
    assert falls_on(schedule, TUESDAY)
    assert schedule.opens_at == time(10)


def test_open_later_and_closed():
    rows = [row(byday="TU", opens=10, closes=12)]
    assert open_state(rows, datetime(2026, 8, 4, 9)).state == "later"
    assert open_state(rows, datetime(2026, 8, 4, 10)).state == "open"
    after = open_state(rows, datetime(2026, 8, 4, 12))
    assert after.state == "closed"
    assert after.occurrence is not None
    assert after.occurrence.day == date(2026, 8, 11)
    assert describe_state(rows, ENGLISH, datetime(2026, 8, 4, 11)) == "Open now, until midday."


def test_a_span_past_midnight_is_open_the_next_morning():
    rows = [row(byday="FR", opens=20, closes=2)]
    assert open_now(rows, datetime(2026, 8, 8, 1, 59)) is True
    assert open_now(rows, datetime(2026, 8, 8, 2)) is False


def test_round_the_clock():
    rows = [row("DAILY", opens=0, closes=time(23, 59))]
    assert open_now(rows, datetime(2026, 8, 8, 23, 59, 30)) is True
    assert describe(rows, ENGLISH) == ("Every day, 24 hours",)


def test_term_time_rows_are_shown_but_not_counted_on():
    rows = [row(byday="TU", opens=10, closes=12, notes="Term time only")]
    assert open_now(rows, datetime(2026, 8, 4, 11)) is None
    assert describe(rows, ENGLISH) == ("Tuesday, 10am to midday", "Term time only")


def test_one_row_that_is_not_known_keeps_the_rest_from_being_closed():
    rows = [row(byday="MO", opens=10, closes=12), Schedule(description="Other days by appointment")]
    assert open_now(rows, datetime(2026, 8, 4, 11)) is None


def test_bank_holidays_ask_to_ring_first():
    assert [day for day in (25, 26, 27, 28, 29) if is_bank_holiday(date(2026, 12, day))] == [25, 28]
    assert is_bank_holiday(date(2026, 4, 3))
    line = describe_state([row(byday="MO", opens=10, closes=12)], ENGLISH, datetime(2026, 8, 31, 11))
    assert line == "Open now, until midday. It is a bank holiday, so ring first."


_WEEKDAY = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU", "2TH", "-1FR", "5MO", "Monday", "9", "", "x"])
_BODIES = st.fixed_dictionaries(
    {
        "freq": st.sampled_from(["WEEKLY", "MONTHLY", "DAILY", "YEARLY", "week", "", None]),
        "byday": st.lists(_WEEKDAY, max_size=4).map(",".join),
        "bymonthday": st.sampled_from(["", "1", "31", "-1", "0", "99", "x", None]),
        "interval": st.sampled_from([1, 2, 3, 0, -1, "2", None, 10**9]),
        "dtstart": st.none() | st.dates().map(str),
        "valid_from": st.none() | st.dates().map(str),
        "valid_to": st.none() | st.dates().map(str),
        "opens_at": st.none() | st.times().map(str) | st.text(max_size=8),
        "closes_at": st.none() | st.times().map(str),
        "description": st.text(max_size=30),
    }
)


@given(st.lists(_BODIES, max_size=5), st.datetimes())
def test_no_schedule_is_an_error_and_none_is_closed_without_a_rule(bodies, now):
    rows = read_schedules(bodies)
    state = open_state(rows, now)
    assert describe(rows, ENGLISH, now.date())
    describe_state(rows, ENGLISH, now)
    next_occurrence(rows, now.date())
    if state.state == "closed":
        assert any(row.byday or row.dtstart or row.bymonthday or row.freq == "DAILY" for row in rows)
    if state.state in ("open", "later", "on_today"):
        assert state.occurrence is not None


_SPECIAL = st.fixed_dictionaries(
    {
        "closed": st.none() | st.booleans(),
        "opens_at": st.none() | st.times().map(str),
        "closes_at": st.none() | st.times().map(str),
        "days": st.integers(0, 3),
    }
)


@given(st.lists(_BODIES, max_size=4), st.datetimes(datetime(2000, 1, 1)), st.lists(_SPECIAL, max_size=3))
def test_open_now_agrees_with_the_full_state(bodies, now, special):
    rows = read_schedules(bodies)
    for row in special:
        row |= {"start_date": str(now.date() - timedelta(row["days"])), "end_date": str(now.date())}
    exceptions = read_exceptions(special)
    expected = {"open": True, "later": False, "closed": False, "on_today": None, "not_known": None}
    assert open_now(rows, now, exceptions) is expected[open_state(rows, now, exceptions).state]
