"""The walk: it sets the screen up as the cell says, forgets the visit, survives what breaks, and leaks nothing."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from walking import WalkWith, looks

from kiosk import paths
from kiosk.audit.awkward import AREA
from kiosk.audit.fault import Fault
from kiosk.audit.plan import KINDS, Visit
from kiosk.audit.pseudo_language import CODE, pseudo
from kiosk.audit.seen import SHAPES, Cell, Seen
from kiosk.audit.walk import CRASH, NOW, Walk
from kiosk.ui.routes import ATTRACT
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.start import read_shape
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

HOME = Visit("home", Cell(), ("names",))
AWKWARD = Cell("small", "larger", "yellow-on-black", "ar", True, True, False)


def at(state: str, cell: Cell | None = None) -> Visit:
    return Visit(state, cell or Cell(), ("names",))


@pytest.mark.parametrize("cell", [Cell(), AWKWARD, Cell("tall", "largest", "night", CODE)], ids=str)
def test_the_screen_is_set_up_as_the_cell_says(walk_with: WalkWith, cell: Cell) -> None:
    seen_as: list[Cell] = []
    shapes = []

    def look(seen: Seen) -> None:
        session, display = seen.session, seen.session.visit.display
        look = seen.screen.look
        shapes.append((seen.window.width(), seen.window.height(), session.panel.pixels_per_mm))
        assert look.theme.name == display.theme
        assert look.right_to_left == (session.visit.language == "ar")
        seen_as.append(
            seen.cell._replace(
                text_size=display.text_size,
                theme=display.theme,
                language=session.visit.language,
                easy_letters=display.easy_letters,
                controls_low=display.controls_low,
                pictures=display.pictures,
            )
        )
        assert session.now() == NOW

    walk = walk_with(looks(look))
    for state in ("home", "guide who-pays", "a guide of every kind of block"):
        assert walk.look(at(state, cell)).faults == ()
    panel = read_shape(SHAPES[cell.shape])
    assert seen_as == [cell] * 3
    assert shapes == [(panel.width, panel.height, panel.pixels_per_mm)] * 3


def test_a_screen_after_one_in_arabic_is_not_mirrored(walk_with: WalkWith) -> None:
    finish_stands_right_of_listen: list[bool] = []

    def look(seen: Seen) -> None:
        bar = seen.window.bottom_bar
        assert bar is not None
        finish_stands_right_of_listen.append(bar.finish.x() > bar.listen.x())

    walk = walk_with(looks(look))
    for language in ("en", "ar", "en", "ar", CODE):
        walk.look(at("booklet preview", Cell(language=language)))
    assert finish_stands_right_of_listen == [True, False, True, False, True]


def test_the_pseudo_language_is_what_the_screen_speaks(walk_with: WalkWith) -> None:
    titles: list[str] = []

    def look(seen: Seen) -> None:
        titles.extend(block.text for block in seen.window.findChildren(TextBlock) if block.level == 1)

    walk_with(looks(look)).look(at("home", Cell(language=CODE)))
    assert titles == [pseudo("What do you need today?")]


def test_a_fault_comes_with_the_screen_s_own_source(walk_with: WalkWith) -> None:
    sight = walk_with(looks(lambda seen: [seen.fault("TRIED", "something", seen.screen)])).look(HOME)
    assert [(fault.code, fault.message) for fault in sight.faults] == [("TRIED", "something")]
    assert sight.screen == "HomeScreen"
    assert Path(sight.file).read_text(encoding="utf-8").splitlines()[sight.line - 1].startswith("class HomeScreen")
    assert sight.visit == HOME


def test_a_dialog_over_the_screen_is_what_is_looked_at(walk_with: WalkWith) -> None:
    roots: list[str] = []
    walk = walk_with(looks(lambda seen: roots.append(type(seen.root).__name__)))
    assert walk.look(at("idle, 60 s left")).screen == "IdleWarning"
    assert walk.look(HOME).screen == "HomeScreen"
    assert roots == ["IdleWarning", "KioskWindow"]


def test_only_checks_of_the_kinds_that_are_wanted_look(walk_with: WalkWith) -> None:
    looked: list[str] = []
    walk = walk_with(*(looks(lambda _seen, kind=kind: looked.append(kind), kind, kind) for kind in KINDS))  # type: ignore[misc]
    walk.look(Visit("home", Cell(), ("contrast", "names")))
    assert looked == ["names", "contrast"]


def test_every_visit_is_forgotten_and_every_setting_put_back(walk_with: WalkWith) -> None:
    states = ("find, narrowed in every way", "full list", "booklet print, switched off", "listening")
    found: list[object] = []

    def look(seen: Seen) -> None:
        session = seen.session
        found.append((session.visit.kept_count, session.visit.search == SearchState(), session.settings["site.name"]))
        found.append((session.settings["print.enabled"], seen.window.listening.active, seen.window.overlay))

    walk = walk_with(looks(look))
    for state in (*states, "waiting in a place with an unbroken name", "idle, 60 s left"):
        walk.look(at(state, AWKWARD))
    found.clear()
    walk.look(at("home", AWKWARD))
    assert found == [(0, True, ""), (True, False, None)]
    window = walk._window
    assert window is not None
    assert window.session.navigator.here == ATTRACT
    assert not window.session.navigator.can_go_back


def test_each_state_is_looked_at_in_its_own_edition(walk_with: WalkWith) -> None:
    areas: list[str] = []
    walk = walk_with(looks(lambda seen: areas.append(seen.session.edition.manifest.area)))
    for state in ("home", "home, topics with long names", "home"):
        walk.look(at(state))
    assert areas == ["Demonstration area", AREA, "Demonstration area"]


def test_a_check_that_breaks_is_a_finding_and_the_others_go_on(walk_with: WalkWith) -> None:
    def breaks(_seen: Seen) -> Iterable[Fault]:
        raise ZeroDivisionError("nothing to divide by")

    walk = walk_with(looks(breaks, "BROKEN"), looks(lambda seen: [seen.fault("TRIED", "seen")]))
    for _time in range(2):
        first, second = walk.look(HOME).faults
        assert first.code == CRASH
        assert "the check BROKEN failed: ZeroDivisionError: nothing to divide by (" in first.message
        assert "test_walk.py" in first.message
        assert second.code == "TRIED"


def test_a_way_that_breaks_is_a_finding_and_the_walk_goes_on(
    walk_with: WalkWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = walk_with(looks(lambda seen: None))

    def breaks(self: HomeScreen) -> None:
        raise RuntimeError("no cards")

    with monkeypatch.context() as broken:
        broken.setattr(HomeScreen, "fill", breaks)
        (fault,) = walk.look(HOME).faults
    assert (fault.code, fault.message[:44]) == (CRASH, "the way there failed: RuntimeError: no cards")
    assert walk.look(HOME).faults == ()
    assert walk.look(at("finish")).faults == ()


def test_a_painting_that_breaks_is_a_finding(walk_with: WalkWith, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = walk_with(looks(lambda seen: seen.texts and None))

    def breaks(self: QWidget, event: object) -> None:
        raise RuntimeError("no paint")

    with monkeypatch.context() as broken:
        broken.setattr(TextBlock, "paintEvent", breaks)
        faults = walk.look(at("finish")).faults
    assert {fault.code for fault in faults} == {CRASH}
    assert "no paint" in faults[0].message
    assert walk.look(at("finish")).faults == ()


def test_reasons_why_a_check_is_not_for_something_are_told(
    walk_with: WalkWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HomeScreen, "not_audited", {"TRIED": "It is only a test."}, raising=False)
    sight = walk_with(looks(lambda seen: None)).look(HOME)
    assert ("HomeScreen", "TRIED", "It is only a test.") in sight.exemptions


def test_the_pages_of_a_booklet_are_set_once_for_all(walk_with: WalkWith, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.audit import booklet_once

    made = []
    real = booklet_once.render_all

    def counted(*order: object, **how: object) -> object:
        made.append(order)
        return real(*order, **how)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(booklet_once, "render_all", counted)
    says: list[str] = []

    def look(seen: Seen) -> None:
        says.extend(block.text for block in seen.window.findChildren(TextBlock) if block.isVisible())

    walk = walk_with(looks(look))
    for state in ("booklet", "booklet preview", "booklet preview, further on", "booklet print"):
        assert walk.look(at(state)).faults == ()
    assert len(made) == 1
    text = "\n".join(says)
    assert re.search(r"\d+ printed pages, \d+ sheets of paper", text)
    assert re.search(r"Pages 1 and 2 of \d+", text)
    assert re.search(r"Pages 3 and 4 of \d+", text)
    assert re.search(r"It needs \d+ sheets of paper", text)


def test_a_settings_file_full_of_nonsense_keeps_nobody_from_looking(walk_with: WalkWith) -> None:
    home = paths.home()
    home.mkdir(parents=True, exist_ok=True)
    (home / "kiosk.toml").write_text(
        '[screen]\nwidth_mm = "wide"\ntext = 7\ntheme = "plaid"\nlanguage = "xx"\n[print]\nmax_pages = -3\n'
        '[nothing]\nlike = "this"\n[idle]\nwarn_seconds = "soon"\n',
        encoding="utf-8",
    )
    walk = walk_with(looks(lambda seen: None))
    for state in ("home", "booklet", "booklet print", "idle, 60 s left", "waiting"):
        assert walk.look(at(state)).faults == ()


def resident_mb() -> float:
    found = re.search(r"^VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024


@pytest.mark.parametrize("state", ["a guide of every kind of block", "booklet preview"])
def test_sixty_visits_to_a_state_leave_nothing_behind(walk_with: WalkWith, state: str) -> None:
    def measured(walk: Walk, times: int) -> tuple[int, float]:
        for _time in range(times):
            assert walk.look(at(state)).faults == ()
        gc.collect()
        return len(QApplication.allWidgets()), resident_mb()

    walk = walk_with(looks(lambda seen: None))
    widgets, memory = measured(walk, 15)
    more_widgets, more_memory = measured(walk, 60)
    assert more_widgets == widgets
    assert more_memory - memory < 6
