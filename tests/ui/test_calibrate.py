"""Measuring the screen with a bank card: what is drawn is as wide as it says, kept, and in force at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from opened_kiosk import Open, Opened
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import kiosk as package
from kiosk import settings
from kiosk.ui.metrics import Panel
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screens.calibrate import CalibrateScreen
from kiosk.ui.widgets.measures import RulerLine


def page(kiosk: Opened) -> CalibrateScreen:
    assert isinstance(kiosk.screen, CalibrateScreen)
    return kiosk.screen


def opened(kiosk: Opened) -> CalibrateScreen:
    kiosk.go("calibrate")
    return page(kiosk)


def extent(kiosk: Opened, widget: QWidget, down: int) -> int:
    """How many dots lie between the first and the last that is not paper, on one line of a widget as it is seen."""
    picture = kiosk.window.grab().toImage()
    paper = picture.pixel(picture.width() - 2, 2)
    corner = widget.mapTo(kiosk.window, QPoint(0, 0))
    inked = [x for x in range(picture.width()) if picture.pixel(x, corner.y() + down) != paper]
    return inked[-1] - inked[0] + 1


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_card_is_drawn_as_wide_as_a_card_on_a_screen_that_was_measured(
    open_at: Open, shape: str, language: str
) -> None:
    kiosk = open_at(shape, "standard", "day", language)
    card = opened(kiosk).card
    assert extent(kiosk, card, card.height() // 2) == card.dots
    assert card.dots / kiosk.session.panel.pixels_per_mm == pytest.approx(85.6, abs=0.2)
    assert card.height() / kiosk.session.panel.pixels_per_mm == pytest.approx(53.98, abs=0.2)


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_card_and_buttons_are_seen_together(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    assert not opened(kiosk).page.scrolls()


def test_buttons_and_arrow_keys_change_the_drawing_and_the_width_that_follows(kiosk: Opened) -> None:
    shown = opened(kiosk)
    first = shown.card.dots
    assert shown.said.text == "This screen is 476 mm wide"
    kiosk.visitor.touch("Wider")
    assert shown.card.dots == first + 1
    kiosk.visitor.touch("Much wider")
    assert shown.card.dots == first + 33
    assert shown.said.text == f"This screen is {1920 * 85.6 / (first + 33):.0f} mm wide"
    kiosk.visitor.touch("Much narrower")
    kiosk.visitor.touch("Narrower")
    assert shown.card.dots == first
    for key, change in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, -1)):
        QTest.keyClick(QApplication.focusWidget() or kiosk.window, key)
        kiosk.visitor.settle()
        assert shown.card.dots == first + change


def test_the_buttons_stay_where_they_are_while_the_drawing_grows(kiosk: Opened) -> None:
    shown = opened(kiosk)
    wider = kiosk.visitor.sees("Much wider")
    assert wider is not None
    before = wider.mapTo(kiosk.window, QPoint(0, 0))
    for _time in range(6):
        kiosk.visitor.touch_widget(wider)
    assert wider.mapTo(kiosk.window, QPoint(0, 0)) == before
    assert extent(kiosk, shown.card, shown.card.height() // 2) == shown.card.dots


@pytest.mark.parametrize(("way", "words"), [(1, "wider here"), (-1, "narrower here")])
def test_a_width_that_no_screen_has_cannot_be_reached(kiosk: Opened, way: int, words: str) -> None:
    shown = opened(kiosk)
    for _time in range(100):
        shown.widen(way * 50)
    assert words in shown.said.text
    panel = shown.measured()
    assert Panel.measured(panel.width, panel.height, panel.width_mm).pixels_per_mm == pytest.approx(panel.pixels_per_mm)
    before = shown.card.dots
    shown.widen(-way)
    assert shown.card.dots == before - way
    assert "cannot" not in shown.said.text


def test_what_is_kept_is_in_the_settings_and_in_force_at_once(kiosk: Opened) -> None:
    shown = opened(kiosk)
    shown.widen(85)
    kiosk.visitor.touch("Keep this width")
    dots = round(85.6 * 1920 / 476) + 85
    width = 1920 * 85.6 / dots
    assert settings.load(environ={})["screen.width_mm"] == pytest.approx(width, abs=0.06)
    assert kiosk.session.panel.pixels_per_mm == pytest.approx(dots / 85.6)
    assert kiosk.session.navigator.here == Route("calibrate", "kept")
    assert "The width was kept." in kiosk.texts()
    assert f"{width:.0f} mm wide" in kiosk.texts()
    assert kiosk.window.top_bar is not None
    assert kiosk.window.top_bar.home.height() / kiosk.session.panel.pixels_per_mm >= 12.7
    (line,) = page(kiosk).findChildren(RulerLine)
    assert extent(kiosk, line, line.height() // 2) == pytest.approx(100 * dots / 85.6, abs=1.01)
    kiosk.visitor.touch("It is right")
    assert kiosk.session.navigator.here == HOME


def test_measuring_again_starts_from_what_was_measured(kiosk: Opened) -> None:
    shown = opened(kiosk)
    shown.widen(60)
    dots = shown.card.dots
    kiosk.visitor.touch("Keep this width")
    kiosk.visitor.touch("Measure again")
    assert page(kiosk).card.dots == dots


def test_leaving_keeps_nothing(kiosk: Opened) -> None:
    opened(kiosk).widen(40)
    kiosk.visitor.touch("Leave without keeping")
    assert not settings.user_file().exists()
    assert kiosk.session.navigator.here == HOME


def nowhere_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_HOME", "/proc/signpost")


def another_file(_monkeypatch: pytest.MonkeyPatch) -> None:
    settings.user_file().parent.mkdir(parents=True, exist_ok=True)
    settings.user_file().write_bytes(b"\0\1\2")


@pytest.mark.parametrize(
    ("spoil", "cause", "step"),
    [
        (nowhere_to_write, "/proc/signpost/kiosk.toml cannot be written", "screen.width_mm = 414"),
        (another_file, "is not a settings file", "Move it out of the way"),
    ],
)
def test_a_width_that_cannot_be_kept_is_said_with_what_to_do(
    kiosk: Opened, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[pytest.MonkeyPatch], None], cause: str, step: str
) -> None:
    spoil(monkeypatch)
    opened(kiosk).widen(52)
    kiosk.visitor.touch("Keep this width")
    assert "The width was not kept" in kiosk.texts()
    assert cause in kiosk.texts()
    assert step in kiosk.texts()
    assert kiosk.visitor.sees("Measure again") is not None


def test_a_width_that_something_stronger_overrules_is_said(kiosk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_SCREEN_WIDTH_MM", "300")
    opened(kiosk)
    kiosk.visitor.touch("Keep this width")
    assert "does not count yet: SIGNPOST_SCREEN_WIDTH_MM is stronger" in kiosk.texts()


def test_no_screen_of_visitors_leads_there() -> None:
    naming = {
        path.name
        for path in Path(package.__file__).parent.joinpath("ui").rglob("*.py")
        if re.search(r"Route\(\"calibrate\"", path.read_text(encoding="utf-8"))
    }
    assert naming == {"calibrate.py", "measuring.py"}
