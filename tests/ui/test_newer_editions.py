"""An edition that was made current meanwhile is shown from the next visit on, and a damaged one never again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_kiosk import Opened, open_kiosk
from PySide6.QtWidgets import QApplication
from small_sources import write_source

from kiosk.edition import current
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.ui.idle import IdleWatch


@pytest.fixture
def kiosk(application: QApplication, demo_folder: Path) -> Iterator[Opened]:
    """A kiosk with an edition of its own, since a switch closes the one that was shown."""
    with open_kiosk(open_edition(demo_folder)) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another edition, built but not yet current."""
    return build(write_source(tmp_path / "source"), tmp_path / "edition").folder


def test_nothing_changes_while_somebody_is_there(kiosk: Opened, other: Path) -> None:
    kiosk.session.watch_for_newer(current.newer_edition)
    before = kiosk.session.edition.manifest.digest
    current.use(other).close()
    kiosk.go("topic", "care")
    assert kiosk.session.edition.manifest.digest == before


def test_the_next_visit_sees_the_newer_edition(kiosk: Opened, other: Path) -> None:
    kiosk.session.watch_for_newer(current.newer_edition)
    wanted = current.use(other).manifest.digest
    kiosk.session.end_visit()
    assert kiosk.session.edition.manifest.digest == wanted
    assert kiosk.session.navigator.here.screen == "attract"


@pytest.mark.parametrize("controls_low", [False, True])
def test_the_bars_say_whose_edition_it_is_and_that_it_was_not_signed(
    kiosk: Opened, other: Path, controls_low: bool
) -> None:
    kiosk.session.visit.choose_display(controls_low=controls_low)
    kiosk.session.watch_for_newer(current.newer_edition)
    current.use(other).close()
    kiosk.session.end_visit()
    kiosk.go("help")
    assert kiosk.window.top_bar is not None
    assert "not signed" in kiosk.window.top_bar.title.accessibleDescription()


def test_a_kiosk_that_waits_finds_it_by_itself(kiosk: Opened, other: Path) -> None:
    kiosk.session.watch_for_newer(current.newer_edition)
    kiosk.session.end_visit()
    wanted = current.use(other).manifest.digest
    watch = IdleWatch(kiosk.session, kiosk.window)
    for _second in range(20):
        watch.tick()
    assert kiosk.session.edition.manifest.digest == wanted


def test_a_damaged_newer_edition_is_passed_over(kiosk: Opened, other: Path) -> None:
    kiosk.session.watch_for_newer(current.newer_edition)
    before = kiosk.session.edition.manifest.digest
    folder = current.use(other).folder
    damaged = bytearray((folder / "edition.sqlite").read_bytes())
    damaged[4000] ^= 1
    (folder / "edition.sqlite").write_bytes(bytes(damaged))
    kiosk.session.end_visit()
    assert kiosk.session.edition.manifest.digest == before


def test_an_edition_that_was_refused_is_not_tried_again(kiosk: Opened, other: Path) -> None:
    kiosk.session.watch_for_newer(current.newer_edition)
    before = kiosk.session.edition.manifest.digest
    kiosk.session.refuse(current.use(other).folder)
    kiosk.session.end_visit()
    assert kiosk.session.edition.manifest.digest == before


def test_only_languages_of_the_edition_are_offered(kiosk: Opened, other: Path) -> None:
    kiosk.go("language")
    assert any(name.startswith("العربية") for name in kiosk.names())
    kiosk.session.watch_for_newer(current.newer_edition)
    current.use(other).close()
    kiosk.session.end_visit()
    kiosk.go("language")
    assert not any(name.startswith("العربية") for name in kiosk.names())
