"""The crew: several processes see what one would see, and one that dies takes only one state with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kiosk.audit.checks  # noqa: F401  (fills the table of checks)
from kiosk.audit.check import CHECKS
from kiosk.audit.crew import Crew
from kiosk.audit.plan import Visit
from kiosk.audit.seen import Cell
from kiosk.audit.state import State
from kiosk.audit.states import every_state
from kiosk.audit.walk import CRASH, Walk
from kiosk.audit.worker import Order
from kiosk.edition.reader import Edition
from kiosk.errors import MissingPartError
from kiosk.ui.routes import Route

NOBODY_KNOWS = State("a state that no worker knows", Route("finish"))


@pytest.fixture
def order(demo_folder: Path, awkward_folder: Path) -> Order:
    """Looks with the checks of names alone."""
    codes = tuple(code for code, check in sorted(CHECKS.items()) if check.kind == "names")
    return Order(str(demo_folder), str(awkward_folder), codes, "", "")


@pytest.fixture
def states(demo_edition: Edition) -> dict[str, State]:
    return {state.name: state for state in (*every_state(demo_edition), NOBODY_KNOWS)}


def visits(*names: str) -> list[Visit]:
    return [Visit(name, cell, ("names",)) for cell in (Cell(), Cell("tall", "large", "night", "ar")) for name in names]


@pytest.mark.usefixtures("application")
def test_two_processes_see_what_one_would_see(order: Order, states: dict[str, State]) -> None:
    wanted = visits("home", "finish", "a word", "full list", "idle, 60 s left")
    told: list[tuple[int, int]] = []
    found = Crew(states, order, lambda done, of, _faults: told.append((done, of))).walk(wanted, 2)
    with Walk(Path(order.shown), Path(order.awkward), [CHECKS[code] for code in order.checks]) as walk:
        alone = {number: walk.look(visit) for number, visit in enumerate(wanted)}
    assert found == alone
    assert told == [(number, 10) for number in range(1, 11)]


def test_a_process_that_ends_costs_one_state_and_says_which(order: Order, states: dict[str, State]) -> None:
    wanted = visits("home", NOBODY_KNOWS.name, "finish")
    found = Crew(states, order, lambda *_: None).walk(wanted, 1)
    assert sorted(found) == list(range(6))
    crashed = [number for number, sight in found.items() if any(fault.code == CRASH for fault in sight.faults)]
    assert sorted(crashed) == [1, 4]
    (fault,) = found[1].faults
    assert fault.message == "the program ended while this was looked at: exit code 1"
    assert (found[1].screen, Path(found[1].file).name) == ("FinishScreen", "finish.py")


def test_processes_that_never_start_are_told_and_not_tried_for_ever(order: Order, states: dict[str, State]) -> None:
    with pytest.raises(MissingPartError):
        Crew(states, order._replace(shown="/nowhere"), lambda *_: None).walk(visits("home"), 2)


def test_pictures_of_two_processes_do_not_overwrite_each_other(
    order: Order, states: dict[str, State], tmp_path: Path
) -> None:
    both = order._replace(pictures=str(tmp_path))
    found = Crew(states, both, lambda *_: None).walk(visits("home", NOBODY_KNOWS.name, "finish"), 2)
    names = [name for sight in found.values() for name in sight.pictures if name]
    assert len(set(names)) == len(names)
    assert {path.name for path in tmp_path.iterdir()} == set(names)
