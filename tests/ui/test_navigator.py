"""The way a visitor came: forwards, back, in another's stead, and Home."""

from __future__ import annotations

import pytest

from kiosk.ui.navigator import Navigator
from kiosk.ui.routes import ATTRACT, HOME, SCREENS, Route
from kiosk.ui.screen import screen_class

FIND, TYPE, SERVICE = Route("find"), Route("type"), Route("service", "demo:one")


def on_the_way(*routes: Route) -> tuple[Navigator, list[Route]]:
    navigator, told = Navigator(), []
    navigator.home()
    for route in routes:
        navigator.go(route)
    navigator.subscribe(told.append)
    return navigator, told


def test_every_visit_starts_on_the_screen_that_waits() -> None:
    assert Navigator().here == ATTRACT
    assert not Navigator().can_go_back


def test_back_leads_the_same_way_in_reverse_and_ends_at_home() -> None:
    navigator, told = on_the_way(FIND, SERVICE)
    navigator.back()
    navigator.back()
    assert told == [FIND, HOME]
    assert not navigator.can_go_back
    navigator.back()
    assert navigator.here == HOME


def test_back_from_the_waiting_screen_is_home() -> None:
    navigator = Navigator()
    navigator.back()
    assert navigator.here == HOME


def test_asking_for_the_place_where_one_is_changes_nothing() -> None:
    navigator, told = on_the_way(FIND)
    navigator.go(FIND)
    assert told == []
    navigator.back()
    assert navigator.here == HOME


def test_the_same_screen_with_another_key_is_another_place() -> None:
    navigator, told = on_the_way(SERVICE)
    navigator.go(Route("service", "demo:two"))
    assert told == [Route("service", "demo:two")]
    navigator.back()
    assert navigator.here == SERVICE


def test_a_swapped_place_is_not_on_the_way_back() -> None:
    navigator, _told = on_the_way(FIND, TYPE)
    navigator.swap(SERVICE)
    assert navigator.here == SERVICE
    navigator.back()
    assert navigator.here == FIND


def test_swapping_to_the_place_before_goes_back_and_does_not_double_it() -> None:
    navigator, _told = on_the_way(FIND, TYPE)
    navigator.swap(FIND)
    assert navigator.here == FIND
    navigator.back()
    assert navigator.here == HOME


def test_back_to_a_place_drops_everything_after_its_last_visit() -> None:
    navigator, _told = on_the_way(FIND, SERVICE, FIND, Route("filter"), Route("filter", "type"))
    navigator.back_to(FIND)
    assert navigator.here == FIND
    navigator.back()
    assert navigator.here == SERVICE


def test_back_to_a_place_never_visited_stands_in_this_ones_stead() -> None:
    navigator, _told = on_the_way(TYPE)
    navigator.back_to(FIND)
    assert navigator.here == FIND
    navigator.back()
    assert navigator.here == HOME


@pytest.mark.parametrize("verb", ["home", "attract"])
def test_home_and_the_waiting_screen_forget_the_way(verb: str) -> None:
    navigator, told = on_the_way(FIND, SERVICE)
    getattr(navigator, verb)()
    assert told == [HOME if verb == "home" else ATTRACT]
    assert not navigator.can_go_back


def test_wandering_about_for_hours_keeps_the_way_short_and_back_still_works() -> None:
    navigator, _told = on_the_way()
    for number in range(1000):
        navigator.go(Route("service", str(number)))
    steps = 0
    while navigator.can_go_back:
        navigator.back()
        steps += 1
    assert 50 <= steps <= 70
    assert navigator.here != Route("service", "999")


def test_every_screen_has_a_class_of_its_own() -> None:
    classes = [screen_class(Route(name)) for name in SCREENS]
    assert len(set(classes)) == len(SCREENS)


def test_a_screen_that_does_not_exist_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        screen_class(Route("nowhere"))
