"""The list of states: no screen, no dialog and no widget of ours is without one, and each can be reached."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from walking import looks

import kiosk.ui.screens
import kiosk.ui.widgets
from kiosk.audit.plan import Visit
from kiosk.audit.seen import Cell, Seen
from kiosk.audit.sight import Sight
from kiosk.audit.states import every_state
from kiosk.audit.walk import Walk
from kiosk.edition.reader import Edition, open_edition
from kiosk.ui.routes import SCREENS
from kiosk.ui.screen import PageScreen, Screen, screen_class


def classes_in(package: object) -> Iterator[type[QWidget]]:
    """Every widget class that is written in a package."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]
        for found in vars(import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, QWidget) and found.__module__ == module.name:
                yield found


class Met:
    """Which classes were on the screen at all, and which lay over it."""

    def __init__(self) -> None:
        self.classes: set[type] = set()
        self.overlays: set[type] = set()
        self.sights: list[Sight] = []

    def remember(self, seen: Seen) -> None:
        self.classes.update(type(widget) for widget in seen.window.findChildren(QWidget) if widget.isVisible())
        if seen.window.overlay is not None:
            self.overlays.add(type(seen.window.overlay))


@pytest.fixture(scope="module")
def met(application: QApplication, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Met:
    """What is met on one walk through all states, on the panel where nothing scrolls and where nearly all does."""
    from kiosk.audit.awkward import build_awkward

    found = Met()
    awkward = build_awkward(tmp_path_factory.mktemp("awkward"))
    with Walk(demo_folder, awkward, [looks(found.remember)]) as walk:
        for number, name in enumerate(walk.states):
            found.sights.append(walk.look(Visit(name, Cell("wide" if number % 2 else "tall"), ("names",))))
    return found


def test_every_route_has_a_state(demo_edition: Edition) -> None:
    assert {state.screen for state in every_state(demo_edition)} == set(SCREENS)


def test_every_screen_that_is_written_has_a_state(demo_edition: Edition) -> None:
    written = {found for found in classes_in(kiosk.ui.screens) if issubclass(found, Screen)}
    assert written == {screen_class(state.route) for state in every_state(demo_edition)} - {Screen, PageScreen}
    assert len(written) >= 20


def test_every_state_has_a_name_of_its_own(demo_edition: Edition) -> None:
    names = [state.name for state in every_state(demo_edition)]
    assert len(set(names)) == len(names)


def test_every_topic_and_every_guide_has_a_state(demo_edition: Edition) -> None:
    routes = {(state.route, state.edition) for state in every_state(demo_edition)}
    library = demo_edition.library
    assert {(("guide", title.id), "shown") for title in library.titles("en")} <= routes
    assert {(("topic", topic.id), "shown") for topic in library.topics()} <= routes


def test_another_council_s_edition_has_states_too(awkward_folder: Path) -> None:
    edition = open_edition(awkward_folder)
    try:
        assert {state.screen for state in every_state(edition)} == set(SCREENS)
    finally:
        edition.close()


def test_every_state_can_be_reached(met: Met) -> None:
    faults = [f"{sight.visit.state}: {fault.message}" for sight in met.sights for fault in sight.faults]
    assert faults == []


def test_every_dialog_lies_over_a_screen_in_some_state(met: Met) -> None:
    """A module of screens that has no screen in it holds a dialog."""
    written = list(classes_in(kiosk.ui.screens))
    with_screens = {found.__module__ for found in written if issubclass(found, Screen)}
    dialogs = {found for found in written if found.__module__ not in with_screens}
    assert dialogs
    assert dialogs <= met.overlays


def test_every_widget_that_is_written_is_on_the_screen_in_some_state(met: Met) -> None:
    written = {*classes_in(kiosk.ui.screens), *classes_in(kiosk.ui.widgets)}
    unseen = {found.__qualname__ for found in written - met.classes if not found.__subclasses__()}
    assert unseen == set()
