"""What's on, on the screen: the days of the week, what is on by time, filters that promise what they leave, ways on."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from opened_kiosk import NOW, Open, Opened, place_in_window

from kiosk.ui.outings import ASK, FILTER, OPEN, WHATS_ON
from kiosk.ui.routes import Route
from kiosk.ui.screens.whats_on import WhatsOnScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.day_strip import DayStrip
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.visit import OutingState, SearchState

SATURDAY = "2026-11-28"


def look(kiosk: Opened, **outing: object) -> WhatsOnScreen:
    kiosk.session.visit.plan_outing(**outing)
    screen = kiosk.go("whats-on")
    assert isinstance(screen, WhatsOnScreen)
    return screen


def rows(kiosk: Opened) -> list[ResultRow]:
    shown = [row for row in kiosk.window.findChildren(ResultRow) if row.isVisible()]
    return sorted(shown, key=lambda row: place_in_window(row, kiosk.window).y())


def days(kiosk: Opened) -> list[Button]:
    strip = kiosk.screen.findChild(DayStrip)
    assert strip is not None
    return [button for button in strip.flow_children() if isinstance(button, Button)]


def test_from_home_through_the_topic_to_a_service_and_back(kiosk: Opened) -> None:
    kiosk.visitor.touch("Living well and what's on")
    kiosk.visitor.touch("What is on this week")
    assert kiosk.session.navigator.here == WHATS_ON
    kiosk.visitor.touch("Tomorrow")
    name = rows(kiosk)[0].accessibleName()
    kiosk.visitor.touch_widget(rows(kiosk)[0].open)
    assert kiosk.session.navigator.here.screen == "service"
    assert name in kiosk.texts()
    kiosk.visitor.touch("Back")
    assert "Tomorrow, Wednesday 25 November" in kiosk.texts()
    assert rows(kiosk)[0].accessibleName() == name


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_find_offers_it_at_its_start_and_no_longer_once_something_is_looked_for(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.go("find")
    kiosk.visitor.touch("What's on")
    assert kiosk.session.navigator.here == WHATS_ON
    kiosk.visitor.touch("Back")
    kiosk.session.visit.look_for(SearchState(words="dementia"))
    kiosk.visitor.settle()
    assert "What's on" not in kiosk.names()


@pytest.mark.parametrize(("shape", "size"), [("wide", "standard"), ("tall", "standard"), ("small", "large")])
def test_seven_days_in_order_and_the_one_that_is_shown_says_so(open_at: Open, shape: str, size: str) -> None:
    kiosk = open_at(shape, size)
    look(kiosk)
    names = [button.accessibleName() for button in days(kiosk)]
    assert len(names) == 7
    for number, name in enumerate(names):
        assert f"{(NOW.date() + timedelta(days=number)).day} November" in name
    assert [name.endswith(", chosen") for name in names] == [True, *[False] * 6]
    kiosk.visitor.touch_widget(days(kiosk)[4])
    assert kiosk.session.visit.outing == OutingState(day=SATURDAY)
    assert [button.accessibleName().endswith(", chosen") for button in days(kiosk)].index(True) == 4
    assert "Saturday 28 November" in kiosk.texts()


def test_rows_are_in_order_of_time_and_begin_with_it(kiosk: Opened) -> None:
    screen = look(kiosk, day=SATURDAY)
    starts = [row.occurrences[0].opens for row in screen.results.rows]
    assert starts == sorted(starts, key=str)
    assert rows(kiosk)[0].open.accessibleName() == "7am to 9am. Breakfast at St Mark's"


def test_what_is_over_today_is_gone_and_all_of_it_is_there_tomorrow(kiosk: Opened) -> None:
    kiosk.session.set_clock(lambda: datetime(2026, 11, 24, 16, 30))
    left = look(kiosk).results.total
    kiosk.session.set_clock(lambda: datetime(2026, 11, 23, 16, 30))
    kiosk.session.visit.plan_outing(day="2026-11-24")
    assert kiosk.screen.results.total > left > 0  # type: ignore[attr-defined]


def test_a_day_that_has_gone_by_is_today(kiosk: Opened) -> None:
    look(kiosk, day="2026-11-01")
    assert "Today, Tuesday 24 November" in kiosk.texts()
    assert days(kiosk)[0].chosen


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_a_filter_says_how_many_it_leaves_and_leaves_that_many(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    look(kiosk)
    if kiosk.visitor.sees("Narrow it down"):
        kiosk.visitor.touch("Narrow it down")
    kiosk.visitor.touch("Kind of activity")
    assert kiosk.session.navigator.here == Route(FILTER, "kind")
    kiosk.visitor.touch("Food and drink (")
    said = next(name for name in kiosk.names() if name.startswith("Food and drink (") and name.endswith(", chosen"))
    promised = int(re.findall(r"\d+", said)[0])
    kiosk.visitor.touch(f"Show {promised} activit")
    assert kiosk.session.navigator.here == WHATS_ON
    assert kiosk.screen.results.total == promised > 0  # type: ignore[attr-defined]
    kiosk.visitor.touch("Food and drink, chosen")
    assert kiosk.session.visit.outing.kinds == ()
    assert kiosk.screen.results.total > promised  # type: ignore[attr-defined]


def test_who_it_is_for_narrows_it_too(kiosk: Opened) -> None:
    look(kiosk)
    kiosk.visitor.touch("Who it is for")
    assert not any(name.startswith("Anyone (") for name in kiosk.names())
    kiosk.visitor.touch("People who feel lonely (")
    kiosk.visitor.touch("Show")
    assert all("lonely" in row.hit.beneficiaries for row in kiosk.screen.results.rows)  # type: ignore[attr-defined]


def test_an_empty_list_says_so_and_leads_on(kiosk: Opened) -> None:
    look(kiosk, kinds=("outdoors",))
    assert kiosk.screen.results.total == 0  # type: ignore[attr-defined]
    assert "We know of nothing here that fits what you chose." in kiosk.texts()
    kiosk.visitor.touch("Show Tomorrow, Wednesday 25 November")
    assert kiosk.session.visit.outing == OutingState(day="2026-11-25", kinds=("outdoors",))
    assert rows(kiosk)


def test_an_empty_list_of_a_choice_that_fits_nothing_leads_back_to_all(kiosk: Opened) -> None:
    look(kiosk, kinds=("arts",), people=("veterans",))
    assert not rows(kiosk)
    kiosk.visitor.touch("Show every kind of activity")
    assert kiosk.session.visit.outing == OutingState()
    assert rows(kiosk)
    look(kiosk, kinds=("arts",), people=("veterans",))
    kiosk.visitor.touch("Ask a person")
    assert kiosk.session.navigator.here.screen == "help"


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_what_has_no_day_has_lists_of_its_own(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    look(kiosk)
    for words, key in (("Ask for times (", ASK), ("Open most days (", OPEN)):
        if not kiosk.visitor.sees(words):
            kiosk.visitor.touch("Narrow it down")
        kiosk.visitor.touch(words)
        assert kiosk.session.navigator.here == WHATS_ON
        assert kiosk.session.visit.outing.day == key
        assert rows(kiosk)
        assert not any(button.chosen for button in days(kiosk))


def test_unknown_times_are_to_be_asked_for_and_never_closed(kiosk: Opened) -> None:
    look(kiosk, day=ASK)
    said = [row.open.spoken() for row in rows(kiosk)]
    assert all("Ask for times" in words for words in said)
    assert not any("losed" in words for words in said)


def test_term_time_and_holidays_are_said_in_the_row(kiosk: Opened) -> None:
    look(kiosk, kinds=("learning",))
    assert "Term time only" in kiosk.texts()
    kiosk.session.set_clock(lambda: datetime(2026, 12, 25, 8))
    kiosk.session.visit.plan_outing(kinds=())
    assert all("It may be closed for the holiday. Ask first." in row.open.spoken() for row in rows(kiosk))


def test_keep_keeps_and_the_list_stays_where_it_was(kiosk: Opened) -> None:
    screen = look(kiosk)
    kiosk.visitor.touch("Page down")
    first = rows(kiosk)[0].accessibleName()
    kiosk.visitor.touch(f"Keep: {first}")
    assert f"Kept: {first}" in kiosk.names()
    assert rows(kiosk)[0].accessibleName() == first
    assert screen.offset > 0
    kiosk.visitor.touch("Page up")
    assert screen.offset == 0


def test_another_day_begins_at_its_first_row(kiosk: Opened) -> None:
    look(kiosk)
    kiosk.visitor.touch("Page down")
    kiosk.visitor.touch("Thursday")
    assert kiosk.session.visit.outing == OutingState(day="2026-11-26")


@pytest.mark.parametrize(
    ("shape", "size"), [("wide", "standard"), ("tall", "standard"), ("tall", "larger"), ("small", "standard")]
)
def test_every_activity_of_a_day_comes_up_once(open_at: Open, shape: str, size: str) -> None:
    kiosk = open_at(shape, size)
    total = look(kiosk, day="2026-11-26").results.total
    met: list[str] = []
    while len(met) < total:
        met += [row.accessibleName() for row in rows(kiosk)]
        if len(met) < total:
            kiosk.visitor.touch("Page down")
    assert len(met) == len(set(met)) == total


def test_distances_are_from_the_kiosk_or_from_the_place_that_was_looked_for(open_at: Open) -> None:
    kiosk = open_at(site__place="Larkmere")
    near = look(kiosk).results.rows[0].hit.distance_miles
    kiosk.session.navigator.home()
    kiosk.session.visit.look_for(SearchState(place="Hexbridge"))
    other = look(kiosk).results.rows[0].hit.distance_miles
    assert near is not None
    assert other is not None
    assert abs(near - other) > 1


def test_the_visit_forgets_what_was_looked_at(kiosk: Opened) -> None:
    look(kiosk, day=SATURDAY, kinds=("food",))
    assert not kiosk.session.visit.is_untouched
    kiosk.session.visit.forget()
    assert kiosk.session.visit.outing == OutingState()
    assert kiosk.session.visit.is_untouched


def test_late_in_the_evening_nothing_more_is_known_and_tomorrow_is_offered(kiosk: Opened) -> None:
    kiosk.session.set_clock(lambda: datetime(2026, 11, 24, 23, 59))
    look(kiosk)
    assert "We know of nothing more today." in kiosk.texts()
    assert date(2026, 11, 25) == kiosk.screen.results.next_day  # type: ignore[attr-defined]
    kiosk.visitor.touch("Show Tomorrow")
    assert rows(kiosk)
