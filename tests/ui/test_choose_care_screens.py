"""Choosing care on the screen: ratings in words, three at most, columns that fit, and all of it forgotten."""

from __future__ import annotations

import re

import pytest
from opened_kiosk import Open, Opened, place_in_window

from kiosk.search import Hit
from kiosk.ui import accessible
from kiosk.ui.comparing import CHOOSE_CARE, COMPARE
from kiosk.ui.routes import Route
from kiosk.ui.screens.compare import CompareScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.side_by_side import ComparedFact
from kiosk.visit import SearchState

HOMES = ("demo:wren-hollow", "demo:osier-bank", "demo:fell-gate")
NAMES = ("Wren Hollow", "Osier Bank", "Fell Gate Nursing Home")
AGENCY = "demo:spinners-home-care"
HITS = (Hit("service", HOMES[0], NAMES[0]),)
TOO_MANY = "You can compare three at a time. Take one away first."


def rows(kiosk: Opened) -> list[ResultRow]:
    shown = [row for row in kiosk.window.findChildren(ResultRow) if row.isVisible()]
    return sorted(shown, key=lambda row: place_in_window(row, kiosk.window).y())


def compare(kiosk: Opened, *keys: str) -> CompareScreen:
    for key in keys:
        assert kiosk.session.visit.compare(key)
    screen = kiosk.go("compare")
    assert isinstance(screen, CompareScreen)
    return screen


def compare_of(row: ResultRow) -> Button:
    assert row.keep is not None
    return row.keep


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_from_the_kinds_to_two_homes_side_by_side_and_back(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.go(CHOOSE_CARE)
    kiosk.visitor.touch("Care homes")
    assert not any(name.startswith("Compare 1") for name in kiosk.names())
    chosen = [row.accessibleName() for row in rows(kiosk)][:2] if shape != "small" else []
    for _number in range(2):
        kiosk.visitor.touch_widget(next(compare_of(row) for row in rows(kiosk) if not compare_of(row).chosen))
    kiosk.visitor.touch("Compare 2 homes")
    assert kiosk.session.navigator.here == COMPARE
    assert all(name in kiosk.texts() for name in chosen)
    kiosk.visitor.touch("Back")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "care-home")
    assert len(kiosk.session.visit.compared) == 2


def test_a_row_says_the_rating_in_words_with_its_date_and_the_beds(kiosk: Opened) -> None:
    kiosk.session.visit.look_for(SearchState(place="Larkmere"))
    kiosk.go(CHOOSE_CARE, "care-home")
    about = {row.accessibleName(): row.open.accessibleDescription() for row in rows(kiosk)}
    assert "Rated Good on 18 September 2025" in about["Wren Hollow"]
    assert "38 beds" in about["Wren Hollow"]
    assert "mile" in about["Wren Hollow"]
    assert "No rating given" in about["Pipit Gardens"]


def test_no_advice_about_care_homes_stands_among_the_care_homes(kiosk: Opened) -> None:
    kiosk.go(CHOOSE_CARE, "care-home")
    assert "demo:fingerpost-brokers" not in [hit.id for hit in kiosk.screen.hits]  # type: ignore[attr-defined]
    assert HOMES[0] in [hit.id for hit in kiosk.screen.hits]  # type: ignore[attr-defined]


def test_the_fourth_is_refused_in_words_on_the_screen_and_for_the_ear(kiosk: Opened) -> None:
    for key in HOMES:
        kiosk.session.visit.compare(key)
    kiosk.go(CHOOSE_CARE, "care-home")
    heard: list[str] = []
    forget = accessible.on_announcement(heard.append)
    kiosk.visitor.touch_widget(next(compare_of(row) for row in rows(kiosk) if not compare_of(row).chosen))
    forget()
    assert kiosk.session.visit.compared == HOMES
    assert TOO_MANY in heard
    assert TOO_MANY in kiosk.texts()
    kiosk.session.visit.stop_comparing(HOMES[0])
    kiosk.visitor.settle()
    assert TOO_MANY not in kiosk.texts()


def test_a_touch_on_chosen_takes_it_away_and_says_so(kiosk: Opened) -> None:
    kiosk.go(CHOOSE_CARE, "care-home")
    heard: list[str] = []
    forget = accessible.on_announcement(heard.append)
    name = rows(kiosk)[0].accessibleName()
    kiosk.visitor.touch(f"Compare: {name}")
    kiosk.visitor.touch(f"Chosen: {name}")
    forget()
    assert kiosk.session.visit.compared == ()
    assert [words for words in heard if name in words] == [f"Chosen to compare: {name}", f"Taken away: {name}"]


def test_the_end_of_the_visit_forgets_what_was_compared(kiosk: Opened) -> None:
    kiosk.session.visit.compare(HOMES[0])
    kiosk.session.visit.turn_care(4)
    assert not kiosk.session.visit.is_untouched
    kiosk.session.end_visit()
    assert kiosk.session.visit.compared == ()
    assert kiosk.session.visit.care_offset == 0


def test_three_stand_side_by_side_on_a_wide_panel_and_each_row_is_read_with_their_names(kiosk: Opened) -> None:
    screen = compare(kiosk, *HOMES)
    assert screen.side_by_side
    beds = next(row for row in screen.findChildren(ComparedFact) if row.accessibleName() == "Beds")
    assert beds.spoken() == "Beds. Wren Hollow: 38 beds. Osier Bank: 22 beds. Fell Gate Nursing Home: 40 beds."
    lefts = [place_in_window(part, kiosk.window).left() for part in beds.flow_children()[1:]]
    assert lefts == sorted(set(lefts))
    tops = {place_in_window(part, kiosk.window).top() for part in beds.flow_children()[1:]}
    assert len(tops) == 1


def test_the_first_column_stands_at_the_right_in_arabic(open_at: Open) -> None:
    kiosk = open_at("wide", "standard", "day", "ar")
    screen = compare(kiosk, *HOMES)
    beds = screen.findChildren(ComparedFact)[2]
    lefts = [place_in_window(part, kiosk.window).left() for part in beds.flow_children()[1:]]
    assert lefts == sorted(lefts, reverse=True)


@pytest.mark.parametrize(
    ("shape", "size"), [("tall", "standard"), ("small", "standard"), ("wide", "largest"), ("wide", "large")]
)
def test_where_room_is_short_they_stand_one_below_another_in_the_same_order(
    open_at: Open, shape: str, size: str
) -> None:
    kiosk = open_at(shape, size)
    screen = compare(kiosk, *HOMES)
    assert not screen.side_by_side
    said = kiosk.texts()
    places = [said.index(name) for name in NAMES]
    assert places == sorted(places)
    labels = re.findall(r"^(Run by|CQC rating|Beds|Nursing|Where|Phone|Cost|Last checked)$", said, re.M)
    assert labels == labels[:8] * 3


def test_keys_meet_open_and_keep_of_each_home_in_its_order(kiosk: Opened) -> None:
    compare(kiosk, *HOMES)
    met = [control.accessibleName() for control in kiosk.window.focus.controls(kiosk.screen)]
    buttons = [name for name in met if name.startswith(("Open: ", "Keep: "))]
    assert buttons == [f"{act}: {name}" for name in NAMES for act in ("Open", "Keep")]


def test_keep_and_open_act_on_their_own_home(kiosk: Opened) -> None:
    compare(kiosk, *HOMES)
    kiosk.visitor.touch(f"Keep: {NAMES[1]}")
    assert kiosk.session.visit.shortlist == (HOMES[1],)
    kiosk.visitor.touch(f"Open: {NAMES[2]}")
    assert kiosk.session.navigator.here == Route("service", HOMES[2])


def test_the_questions_are_those_of_what_is_compared(kiosk: Opened) -> None:
    compare(kiosk, *HOMES[:2])
    assert "What to ask when you visit" in kiosk.texts()
    assert "What to ask a home-care agency" not in kiosk.texts()
    assert "“Not rated” means" in kiosk.texts()
    kiosk.session.visit.forget()
    kiosk.go("home")
    compare(kiosk, HOMES[0], AGENCY)
    assert "What to ask when you visit" in kiosk.texts()
    assert "What to ask a home-care agency" in kiosk.texts()


def test_with_too_few_it_leads_to_the_list(kiosk: Opened) -> None:
    compare(kiosk, AGENCY)
    assert "Choose one more to compare" in kiosk.texts()
    kiosk.visitor.touch("Choose care homes or home care")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "home-care")


def test_what_is_listed_no_more_is_not_compared(kiosk: Opened) -> None:
    screen = compare(kiosk, "demo:gone", HOMES[0])
    assert [column.id for column in screen.comparison.columns] == [HOMES[0]]


def test_a_place_narrows_the_list_and_the_way_back_leads_to_it(kiosk: Opened) -> None:
    kiosk.go(CHOOSE_CARE, "care-home")
    everywhere = len(kiosk.screen.hits)  # type: ignore[attr-defined]
    kiosk.session.visit.turn_care(4)
    kiosk.session.visit.look_for(SearchState(place="Larkmere"))
    assert kiosk.session.visit.care_offset == 0
    kiosk.visitor.settle()
    kiosk.visitor.touch("Where")
    kiosk.visitor.touch("Within 1 mile")
    said = next(name for name in kiosk.names() if re.fullmatch(r"Show \d+ services?", name))
    kiosk.visitor.touch(said)
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "care-home")
    assert len(kiosk.screen.hits) == int(re.findall(r"\d+", said)[0]) < everywhere  # type: ignore[attr-defined]


def test_find_leads_to_it_once_care_is_looked_for(kiosk: Opened) -> None:
    kiosk.go("find")
    assert "Compare care homes" not in kiosk.names()
    kiosk.session.visit.look_for(SearchState(types=("home-care",)))
    kiosk.visitor.settle()
    kiosk.visitor.touch("Compare home care")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "home-care")


@pytest.mark.parametrize(("words", "kind"), [("care homes near me", "care-home"), ("care at home", "home-care")])
def test_find_leads_to_it_where_a_kind_of_care_is_named(kiosk: Opened, words: str, kind: str) -> None:
    kiosk.session.visit.look_for(SearchState(words=words))
    kiosk.go("find")
    kiosk.visitor.touch("Compare care homes" if kind == "care-home" else "Compare home care")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, kind)


def test_nobody_is_told_to_ask_a_care_home_for_its_times(kiosk: Opened) -> None:
    kiosk.session.visit.look_for(SearchState(words="Wren Hollow"))
    kiosk.go("find")
    assert "Wren Hollow. Vale Lanes Care Group." in kiosk.texts()
    assert "Ask for times" not in kiosk.texts()


def test_topics_and_the_service_s_own_page_lead_to_it(kiosk: Opened) -> None:
    kiosk.go("subtopic", "care/care-homes-and-housing")
    kiosk.visitor.touch("Compare care homes")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "care-home")
    kiosk.go("service", AGENCY)
    kiosk.visitor.touch("Compare with others")
    assert kiosk.session.navigator.here == Route(CHOOSE_CARE, "home-care")
    assert kiosk.session.visit.compared == (AGENCY,)
    kiosk.go("service", "demo:fingerpost-brokers")
    assert "Compare with others" not in kiosk.names()


def test_where_none_is_near_it_says_so_and_leads_on(kiosk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.search.care.care_of_kind", lambda _connection, _kind, near, _miles: () if near else HITS)
    kiosk.session.visit.look_for(SearchState(place="Larkmere", within_miles=1.0))
    kiosk.go(CHOOSE_CARE, "care-home")
    assert "We know of none here." in kiosk.texts()
    kiosk.visitor.touch("Look anywhere")
    assert kiosk.session.visit.search == SearchState()
    assert [row.accessibleName() for row in rows(kiosk)] == ["Wren Hollow"]
