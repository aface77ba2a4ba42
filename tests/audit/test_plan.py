"""The plan: nothing that the audit promises to look at is left out."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product

import pytest

from kiosk.audit import plan
from kiosk.audit.plan import (
    COLOURED,
    CONTRAST_SIZES,
    KINDS,
    LAID_OUT,
    LANGUAGES,
    Visit,
    batches,
    cells_with_pairs,
)
from kiosk.audit.seen import SHAPES, Cell
from kiosk.audit.state import State
from kiosk.display import TEXT_SIZES, THEMES
from kiosk.ui.routes import SCREENS, Route

VALUES = {
    "shape": set(SHAPES),
    "text_size": set(TEXT_SIZES),
    "theme": set(THEMES),
    "language": set(LANGUAGES),
    "easy_letters": {False, True},
    "controls_low": {False, True},
    "pictures": {False, True},
}
LESS_COMMON = ("easy_letters", "controls_low", "pictures")


@pytest.fixture(scope="module")
def states() -> list[State]:
    """Some screens with one state, some with many."""
    return [
        State(f"{name} {number}", Route(name))
        for place, name in enumerate(SCREENS)
        for number in range(1 + 7 * (place % 3))
    ]


def pairs_in(cells: set[Cell]) -> set[tuple[tuple[str, object], ...]]:
    return {pair for cell in cells for pair in combinations(cell._asdict().items(), 2)}


def every_pair(must_have: tuple[str, ...] = tuple(VALUES)) -> set[tuple[tuple[str, object], ...]]:
    return {
        ((one, left), (other, right))
        for one, other in combinations(VALUES, 2)
        if one in must_have or other in must_have
        for left, right in product(VALUES[one], VALUES[other])
    }


def cells_by_state(visits: list[Visit], kinds: tuple[str, ...]) -> dict[str, set[Cell]]:
    """Where each state is looked at with all of these kinds."""
    found = defaultdict(set)
    for visit in visits:
        if set(kinds) <= set(visit.kinds):
            found[visit.state].add(visit.cell)
    return found


def test_a_cell_has_no_dimension_that_the_plan_does_not_know() -> None:
    assert set(VALUES) == set(Cell._fields)


def test_every_pair_of_values_is_met_in_few_cells() -> None:
    cells = cells_with_pairs()
    assert pairs_in(set(cells)) == every_pair()
    assert len(cells) <= 24


def test_the_sample_looks_at_every_state_with_every_kind(states: list[State]) -> None:
    visits = plan.sample(states)
    assert {visit.state for visit in visits} == {state.name for state in states}
    assert all(visit.kinds == KINDS for visit in visits)
    assert len(set(visits)) == len(visits)


def test_every_screen_meets_every_value_in_the_sample(states: list[State]) -> None:
    screens = {state.name: state.screen for state in states}
    met = defaultdict(set)
    for visit in plan.sample(states):
        met[screens[visit.state]].update(visit.cell._asdict().items())
    everything = {(name, value) for name, values in VALUES.items() for value in values}
    assert all(values == everything for values in met.values())
    assert len(met) == len(SCREENS)


def test_every_pair_of_values_is_met_by_some_state_in_the_sample(states: list[State]) -> None:
    assert pairs_in({visit.cell for visit in plan.sample(states)}) == every_pair()


def test_the_sample_is_small_beside_the_whole(states: list[State]) -> None:
    assert len(plan.sample(states)) < 2 * len(states)
    assert len(plan.full(states)) > 40 * len(states)


def test_words_sizes_and_shapes_are_looked_at_for_every_state(states: list[State]) -> None:
    found = cells_by_state(plan.full(states), LAID_OUT)
    wanted = {Cell(shape, size, language=language) for shape, size, language in product(SHAPES, TEXT_SIZES, LANGUAGES)}
    assert len(wanted) == 36
    assert all(wanted <= found[state.name] for state in states)


def test_colours_are_looked_at_for_every_state(states: list[State]) -> None:
    found = cells_by_state(plan.full(states), COLOURED)
    wanted = {Cell("wide", size, theme) for size, theme in product(CONTRAST_SIZES, THEMES)}
    assert len(wanted) == 10
    assert all(wanted <= found[state.name] for state in states)


def test_the_less_common_displays_meet_all_else_in_pairs(states: list[State]) -> None:
    visits = [visit for visit in plan.full(states) if visit.kinds == KINDS]
    assert every_pair(LESS_COMMON) <= pairs_in({visit.cell for visit in visits})
    most = max(sum(visit.state == state.name for visit in visits) for state in states)
    assert most < len(cells_with_pairs(LESS_COMMON))


def test_every_state_meets_every_value_with_every_kind(states: list[State]) -> None:
    found = cells_by_state(plan.full(states), KINDS)
    everything = {(name, value) for name, values in VALUES.items() for value in values}
    assert all(
        {pair for cell in found[state.name] for pair in cell._asdict().items()} == everything for state in states
    )


def test_of_states_made_of_the_same_parts_each_is_looked_at_in_a_few_cells_in_turn() -> None:
    states = [State("whole", Route("home"))] + [
        State(f"page {n}", Route("guide", str(n)), alike=True) for n in range(30)
    ]
    found = cells_by_state(plan.full(states), KINDS)
    assert {len(found[state.name]) for state in states if state.alike} == {3}
    assert len({cell for state in states if state.alike for cell in found[state.name]}) > 6


def test_a_plan_is_the_same_every_time(states: list[State]) -> None:
    assert plan.full(states) == plan.full(states)
    assert plan.sample(states) == plan.sample(states)


def test_nobody_visits_a_state_twice_in_the_same_cell(states: list[State]) -> None:
    places = [(visit.state, visit.cell) for visit in plan.full(states)]
    assert len(set(places)) == len(places)


def test_batches_keep_the_order_and_lose_nothing(states: list[State]) -> None:
    visits = plan.full(states)
    found = list(batches(visits))
    assert [visit for batch in found for visit in batch] == visits
    assert all(len({visit.cell for visit in batch}) == 1 for batch in found)
    assert 1 < max(len(batch) for batch in found) <= 30
    assert list(batches([])) == []


def test_of_states_made_of_the_same_parts_the_sample_has_some() -> None:
    states = [State("whole", Route("home"))] + [
        State(f"page {n}", Route("guide", str(n)), alike=True) for n in range(50)
    ]
    seen = {visit.state for visit in plan.sample(states)}
    assert "whole" in seen
    assert 5 <= len(seen) < 30
