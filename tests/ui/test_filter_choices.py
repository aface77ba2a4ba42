"""Narrowing down on the screen: every filter's choices with counts, what is chosen in words, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.language import words_in
from kiosk.ui.filter_choices import chosen_in, filters_of, how_words, more_words, options_of, when_words
from kiosk.ui.finding import look_up
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.visit import SearchState

ENGLISH = words_in("en")
KEYS = ("type", "beneficiary", "when", "day", "how", "access", "language")
MUCH = SearchState(
    words="tea", place="M33", types=("meals-and-food",), beneficiaries=("lonely",), ways=("at-home",),
    access=("step-free",), languages=("Urdu",), days=(1, 3), part="morning", open_now=True, free=True, no_referral=True,
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_each_choice_leaves_what_it_says(kiosk, key):
    session = kiosk.session
    options = options_of(session, key)
    assert len(options) > 2
    for option in options:
        if "(" in option.words:
            count = int(option.words.rpartition("(")[2].rstrip(")"))
            assert look_up(session, option.state, 0).total == count > 0


@pytest.mark.parametrize("key", KEYS)
def test_a_choice_that_is_on_can_be_taken_off_again(kiosk, key):
    session = kiosk.session
    before = session.visit.search
    first = next(option for option in options_of(session, key) if option.key != "any")
    session.visit.look_for(first.state)
    again = next(option for option in options_of(session, key) if option.key == first.key)
    assert again.chosen
    assert not first.chosen
    session.visit.look_for(again.state)
    assert session.visit.search == before


def test_of_access_all_must_hold_and_the_counts_say_so(kiosk):
    session = kiosk.session
    alone = {option.key: option for option in options_of(session, "access")}
    session.visit.look_for(SearchState(access=("step-free",)))
    beside = {option.key: option for option in options_of(session, "access")}
    assert (
        look_up(session, beside["accessible-toilet"].state, 0).total
        < look_up(session, alone["accessible-toilet"].state, 0).total
    )
    assert beside["accessible-toilet"].state.access == ("step-free", "accessible-toilet")


def test_everything_chosen_is_said_and_can_be_taken_away_one_by_one():
    state = MUCH
    seen = []
    while chosen := chosen_in(state, ENGLISH):
        seen.append(chosen[0].words)
        assert len(chosen_in(chosen[0].without, ENGLISH)) == len(chosen) - 1
        state = chosen[0].without
    assert state == SearchState(words="tea")
    assert {"Near M33", "Free", "No referral needed", "Open now", "Tuesday and Thursday, Mornings"} <= set(seen)


def test_words_of_what_is_chosen():
    values = {one.key: one.value for one in filters_of(MUCH, ENGLISH)}
    assert values["when"] == "Open now and Tuesday and Thursday, Mornings"
    assert values["how"] == "They come to you, Free and No referral needed"
    assert values["access"] == "Step-free way in"
    nothing = {one.key: one.value for one in filters_of(SearchState(), ENGLISH)}
    assert nothing["when"] == "Any time"
    assert when_words(SearchState(days=(5, 6)), ENGLISH) == "Weekends"
    assert how_words(SearchState(), ENGLISH) == ""
    assert more_words(SearchState(place="M33", types=("housing",)), ENGLISH) == ""


def test_taking_the_filters_away_keeps_the_words():
    assert replace(MUCH, exact=True).without_filters() == SearchState(words="tea", exact=True)


def test_a_search_that_finds_nothing_can_be_widened(kiosk):
    session = kiosk.session
    session.visit.look_for(SearchState(days=(6,), part="evening", access=("hoist",), languages=("Welsh",), free=True))
    session.navigator.go(Route("find"))
    screen = kiosk.window.screen_shown
    assert not screen.results.total
    buttons = [b for b in screen.findChildren(Button) if "everywhere" in b.accessibleName()]
    buttons[0].click()
    assert session.visit.search == SearchState()
