"""Dates, times, hours, distances and lists as people say them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.language import OWN_NAMES, Words, interface_languages, is_right_to_left, words_in

EN = words_in("en")


def test_a_date_has_its_month_in_full() -> None:
    assert EN.date(date(2026, 8, 6)) == "6 August 2026"


@given(st.dates())
def test_every_date_names_its_day_and_year(day: date) -> None:
    assert EN.date(day).split()[::2] == [str(day.day), str(day.year)]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(0, 0), "midnight"),
        (time(0, 30), "12:30am"),
        (time(9, 0), "9am"),
        (time(9, 5), "9:05am"),
        (time(11, 59), "11:59am"),
        (time(12, 0), "midday"),
        (time(12, 30), "12:30pm"),
        (time(17, 0), "5pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_times_are_never_on_the_24_hour_clock(moment: time, said: str) -> None:
    assert EN.time(moment) == said


@given(st.times(), st.times())
def test_two_times_are_told_alike_only_when_they_are_the_same_minute(one: time, other: time) -> None:
    same = (one.hour, one.minute) == (other.hour, other.minute)
    assert (EN.time(one) == EN.time(other)) is same


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (time(10), time(16), "10am to 4pm"),
        (time(9, 30), time(12), "9:30am to midday"),
        (time(18), time(0), "6pm to midnight"),
        (time(0), time(0), "24 hours"),
        (time(0), time(23, 59), "24 hours"),
    ],
)
def test_hours_are_a_span(opens: time, closes: time, said: str) -> None:
    assert EN.hours(opens, closes) == said


@pytest.mark.parametrize(
    ("miles", "said"),
    [
        (0, "less than ¼ mile"),
        (0.19, "less than ¼ mile"),
        (0.3, "¼ mile"),
        (0.5, "½ mile"),
        (1.0, "1 mile"),
        (1.5, "1½ miles"),
        (1.8, "2 miles"),
        (11.7, "12 miles"),
    ],
)
def test_distances_are_in_words_that_people_use(miles: float, said: str) -> None:
    assert EN.distance(miles) == said


def test_a_rough_distance_says_so() -> None:
    assert EN.distance(2.1, about=True) == "about 2 miles"


@given(st.floats(0, 500))
def test_a_distance_told_is_near_the_distance_meant(miles: float) -> None:
    said = EN.distance(miles)
    if said.startswith("less"):
        assert miles < 0.25
        return
    told = said.split()[0].replace("1½", "1.5").replace("½", "0.5").replace("¼", "0.25")
    assert abs(float(told) - miles) <= max(0.5, 0.001)


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "", "b", "c"], "a, b and c")]
)
def test_lists_are_joined_as_in_a_sentence(parts: list[str], said: str) -> None:
    assert EN.list(parts) == said


def test_weekdays_start_with_monday_and_go_round() -> None:
    assert [EN.weekday(n) for n in (0, 6, 7)] == ["Monday", "Sunday", "Monday"]


@pytest.mark.parametrize(("code", "turned"), [("en", False), ("ar", True), ("ur-PK", True), ("pl", False), ("", False)])
def test_direction_follows_the_script(code: str, turned: bool) -> None:
    assert is_right_to_left(code) is turned
    assert Words(code).right_to_left is turned


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert Words("xx").gettext("Back") == "Back"
    assert Words("../../etc").date(date(2026, 8, 6)) == "6 August 2026"


def test_every_language_offered_has_a_name_of_its_own() -> None:
    assert set(interface_languages()) <= set(OWN_NAMES)
    assert interface_languages()[0] == "en"


@pytest.mark.parametrize("code", [code for code in interface_languages() if code != "en"])
def test_a_translated_language_says_dates_and_hours_in_its_own_words(code: str) -> None:
    words = words_in(code)
    assert words.date(date(2026, 8, 6)) != EN.date(date(2026, 8, 6))
    assert "{" not in words.hours(time(10), time(16)) + words.distance(3) + words.distance(3, about=True)
    assert len({words.weekday(n) for n in range(7)}) == 7
    assert len({words.date(date(2026, month, 1)) for month in range(1, 13)}) == 12
