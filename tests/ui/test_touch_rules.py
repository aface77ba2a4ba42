"""What counts as a press, for any hands: one finger at a time, no echo, slips forgiven, nothing from the frame."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.touch_rules import Answer, Box, Care, Place, TouchRules

WIDE, HIGH = 476.0, 268.0
BUTTON = Box(100, 100, 140, 115)
MIDDLE = Place(120, 107)


def rules(care: Care | None = None) -> TouchRules:
    return TouchRules(WIDE, HIGH, care)


def tap(hand: TouchRules, at: Place, when: float, control: Box | None = BUTTON, up: Place | None = None) -> Answer:
    """One tap of a tenth of a second that does something if it is let through."""
    if hand.down(0, at, when, control) is Answer.IGNORED:
        assert hand.up(0, up or at, when + 100) is Answer.IGNORED
        return Answer.IGNORED
    answer = hand.up(0, up or at, when + 100)
    if answer is Answer.ACTS:
        hand.acted()
    return answer


places = st.builds(Place, st.floats(-5, WIDE + 5), st.floats(-5, HIGH + 5))
inner = st.builds(Place, st.floats(4, WIDE - 4), st.floats(4, HIGH - 4))


class Doing(NamedTuple):
    what: str
    finger: int
    at: Place
    wait: float
    scrolls: bool
    coasting: bool
    control: bool


doings = st.lists(
    st.builds(
        Doing, st.sampled_from(("down", "move", "up")), st.integers(0, 3), places, st.floats(0, 700), st.booleans(),
        st.booleans(), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


@given(doings)
def test_whatever_the_fingers_do_every_act_is_the_end_of_a_press_of_its_own_and_never_an_echo(
    doing: list[Doing],
) -> None:
    hand = rules()
    now, pressing = 0.0, None
    start = MIDDLE
    acts: list[tuple[Place, Place, float]] = []
    for step in doing:
        now += step.wait
        box = Box(step.at.x - 3, step.at.y - 3, step.at.x + 20, step.at.y + 10) if step.control else None
        if step.what == "down":
            answer = hand.down(step.finger, step.at, now, box, scrolls=step.scrolls, coasting=step.coasting)
            if answer is not Answer.IGNORED:
                pressing, start, began = step.finger, step.at, now
                assert (answer is Answer.DRAGS) == step.coasting
                echo = [end for first, last, end in acts if now - end < 400
                        and min(step.at.apart(first), step.at.apart(last)) <= 12]  # fmt: skip
                assert not echo
            elif hand.finger is None:
                pressing = None
        elif step.what == "move":
            assert (hand.move(step.finger, step.at) is Answer.IGNORED) == (step.finger != pressing)
        else:
            answer = hand.up(step.finger, step.at, now)
            assert (answer is Answer.IGNORED) == (step.finger != pressing)
            if step.finger == pressing:
                pressing = None
            if answer is Answer.ACTS:
                assert now >= began
                hand.acted()
                acts = [(start, step.at, now)]
        assert hand.finger == pressing


@given(st.lists(st.tuples(inner, st.floats(0, 2000)), min_size=2, max_size=12))
def test_taps_far_apart_or_far_between_all_come_through(taps: list[tuple[Place, float]]) -> None:
    hand = rules()
    now, before = 0.0, None
    for at, wait in taps:
        now += 100 + wait
        near = before is not None and at.apart(before[0]) <= 12 and now - before[1] < 400
        answer = tap(hand, at, now, None)
        assert answer is (Answer.IGNORED if near else Answer.ACTS)
        if answer is Answer.ACTS:
            before = (at, now + 100)


@given(st.floats(0, 399), st.floats(-8, 8), st.floats(-8, 8))
def test_a_second_tap_at_the_same_place_does_nothing_whatever_is_there_now(wait: float, dx: float, dy: float) -> None:
    hand = rules()
    assert tap(hand, MIDDLE, 0) is Answer.ACTS
    somewhere_else = Box(MIDDLE.x + dx - 1, MIDDLE.y + dy - 1, MIDDLE.x + dx + 50, MIDDLE.y + dy + 30)
    assert tap(hand, Place(MIDDLE.x + dx, MIDDLE.y + dy), 100 + wait, somewhere_else) is Answer.IGNORED


def test_the_place_opens_again_after_the_time_and_ignored_taps_do_not_keep_it_shut() -> None:
    hand = rules()
    assert tap(hand, MIDDLE, 0) is Answer.ACTS
    assert tap(hand, MIDDLE, 300) is Answer.IGNORED
    assert tap(hand, MIDDLE, 500) is Answer.ACTS


def test_a_tap_that_slipped_keeps_both_its_ends_shut() -> None:
    hand = rules()
    assert tap(hand, Place(101, 107), 0, up=Place(95, 107)) is Answer.ACTS
    assert tap(hand, Place(106, 112), 200) is Answer.IGNORED
    assert tap(hand, Place(85, 107), 300) is Answer.IGNORED


def test_keys_of_the_screens_keyboard_typed_quickly_one_after_another_all_count() -> None:
    hand = rules()
    for number in range(12):
        at = Place(20 + 23 * number, 200)
        key = Box(at.x - 10, 190, at.x + 10, 210)
        assert tap(hand, at, number * 130, key) is Answer.ACTS


def test_the_same_key_twice_at_the_pace_of_someone_who_looks_for_letters_counts_twice() -> None:
    hand = rules()
    key = Box(110, 95, 130, 115)
    assert [tap(hand, MIDDLE, number * 510, key) for number in range(4)] == [Answer.ACTS] * 4


def test_a_tap_on_nothing_does_not_keep_its_place_shut() -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0)
    assert hand.up(0, MIDDLE, 100) is Answer.ACTS
    assert tap(hand, MIDDLE, 150) is Answer.ACTS, "nobody said that the first one did anything"


def test_a_repeat_time_of_0_lets_every_tap_through() -> None:
    hand = rules(Care(repeat=0))
    assert [tap(hand, MIDDLE, number * 110) for number in range(5)] == [Answer.ACTS] * 5


@given(places, places)
def test_a_finger_that_comes_up_acts_on_its_control_or_just_beside_it_and_nowhere_else(
    start: Place, end: Place
) -> None:
    hand = rules()
    if hand.down(0, start, 0, BUTTON) is Answer.IGNORED:
        return
    beside = BUTTON.beside(end)
    forgiven = beside == 0 or (beside <= 6 and start.apart(end) <= 15)
    assert hand.up(0, end, 100) is (Answer.ACTS if forgiven else Answer.STRAYED)


@pytest.mark.parametrize(
    ("start", "end", "acts"),
    [
        (Place(138, 107), Place(145.9, 107), True),
        (Place(138, 107), Place(146.1, 107), False),
        (Place(120, 113), Place(120, 120.9), True),
        (Place(131.1, 107), Place(146, 107), True),
        (Place(130.9, 107), Place(146, 107), False),
        (Place(102, 107), Place(138, 107), True),
    ],
)
def test_six_millimetres_beside_and_fifteen_along_are_forgiven(start: Place, end: Place, acts: bool) -> None:
    hand = rules()
    hand.down(0, start, 0, BUTTON)
    assert (hand.up(0, end, 100) is Answer.ACTS) == acts


def test_a_finger_that_strays_and_comes_back_presses_again() -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0, BUTTON)
    assert hand.move(0, Place(200, 107)) is Answer.STRAYED
    assert hand.move(0, MIDDLE) is Answer.PRESSES
    assert hand.up(0, MIDDLE, 900) is Answer.ACTS


@given(st.lists(st.tuples(st.floats(-8, 8), st.floats(-8, 8)), max_size=20))
def test_a_tremble_in_a_page_is_a_tap_and_never_a_drag(shakes: list[tuple[float, float]]) -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0, BUTTON, scrolls=True)
    for dx, dy in shakes:
        assert hand.move(0, Place(MIDDLE.x + dx, MIDDLE.y + dy)) is Answer.PRESSES
    assert hand.up(0, MIDDLE, 500) is Answer.ACTS


@given(st.floats(8.1, 150), st.sampled_from((-1, 1)), st.floats(-10, 10))
def test_a_drag_in_a_page_never_presses_even_when_it_ends_where_it_began(far: float, way: int, back: float) -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0, BUTTON, scrolls=True)
    assert hand.move(0, Place(MIDDLE.x, MIDDLE.y + way * far)) is Answer.DRAGS
    assert hand.move(0, MIDDLE) is Answer.DRAGS
    assert hand.up(0, Place(MIDDLE.x, MIDDLE.y + back), 500) is Answer.DRAGS


def test_a_touch_of_a_page_that_still_moves_stops_it_and_presses_nothing() -> None:
    hand = rules()
    assert hand.down(0, MIDDLE, 0, BUTTON, scrolls=True, coasting=True) is Answer.DRAGS
    assert hand.up(0, MIDDLE, 90) is Answer.DRAGS


@pytest.mark.parametrize("at", [Place(1, 100), Place(WIDE - 1, 100), Place(200, 2.9), Place(200, HIGH - 0.1)])
def test_a_hand_on_the_frame_does_nothing_and_keeps_no_finger_from_its_work(at: Place) -> None:
    hand = rules()
    bar = Box(0, 0, WIDE, HIGH)
    assert hand.down(0, at, 0, bar) is Answer.IGNORED
    assert hand.down(1, MIDDLE, 50, BUTTON) is Answer.PRESSES
    assert hand.move(0, Place(at.x, at.y + 1)) is Answer.IGNORED
    assert hand.up(0, at, 90) is Answer.IGNORED
    assert hand.up(1, MIDDLE, 100) is Answer.ACTS


def test_a_control_that_would_be_too_small_without_the_strip_along_the_edge_keeps_it() -> None:
    tight = Box(200, 0.5, 240, 13.5)
    roomy = Box(200, 2.5, 240, 17.5)
    assert rules().down(0, Place(210, 2.7), 0, tight) is Answer.PRESSES
    assert rules().down(0, Place(210, 2.7), 0, roomy) is Answer.IGNORED


@given(places, st.integers(1, 5), st.floats(0, 4999))
def test_a_second_finger_or_a_palm_does_nothing_while_one_is_down(at: Place, other: int, later: float) -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0, BUTTON)
    assert hand.down(other, at, later, BUTTON) is Answer.IGNORED
    assert hand.move(other, at) is Answer.IGNORED
    assert hand.up(other, at, later) is Answer.IGNORED
    assert hand.up(0, MIDDLE, later + 1) is Answer.ACTS


def test_a_finger_whose_end_was_lost_strands_nobody() -> None:
    hand = rules()
    hand.down(0, MIDDLE, 0, BUTTON)
    assert hand.down(0, MIDDLE, 700, BUTTON) is Answer.PRESSES, "it cannot go down twice"
    assert hand.down(1, MIDDLE, 5800, BUTTON) is Answer.PRESSES, "nobody presses for five seconds"
    assert hand.finger == 1
    hand.lift_all()
    assert hand.up(1, MIDDLE, 5900) is Answer.IGNORED


def test_a_hand_that_rests_where_there_is_nothing_gives_way_after_a_second() -> None:
    hand = rules()
    hand.down(0, Place(300, 200), 0, None)
    assert hand.down(1, MIDDLE, 900, BUTTON) is Answer.IGNORED
    assert hand.down(2, MIDDLE, 1100, BUTTON) is Answer.PRESSES
    assert hand.up(0, Place(300, 200), 1150) is Answer.IGNORED
    assert hand.up(2, MIDDLE, 1200) is Answer.ACTS


def test_a_clock_that_jumps_back_shuts_no_place() -> None:
    hand = rules()
    assert tap(hand, MIDDLE, 4_294_967_000) is Answer.ACTS
    assert tap(hand, MIDDLE, 50) is Answer.ACTS


def test_more_care_waits_longer_and_forgives_more_and_never_less_than_the_settings() -> None:
    hand = rules(Care().steadier)
    assert tap(hand, MIDDLE, 0) is Answer.ACTS
    assert tap(hand, MIDDLE, 1000) is Answer.IGNORED
    assert tap(hand, MIDDLE, 1200, up=Place(MIDDLE.x, BUTTON.bottom + 9)) is Answer.ACTS
    own = Care(repeat=1500, slip=18).steadier
    assert (own.repeat, own.slip) == (1500, 18)
