"""What no screen may do or need, read from its source or tried on every one of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_kiosk import Opened, every_place, show
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.edition.reader import Edition
from kiosk.ui.widgets.button import Button

PACKAGE = Path(__file__).resolve().parents[2] / "kiosk"
TWO_AT_ONCE = {
    "mouseDoubleClickEvent",
    "grabGesture",
    "QGesture",
    "QTapAndHoldGesture",
    "QPinchGesture",
    "setAutoRepeat",
}
LINKS_IN_TEXT = {"QLabel", "QTextBrowser", "QTextEdit", "QPlainTextEdit", "setOpenExternalLinks", "linkActivated"}
SOUNDS = {"QMediaPlayer", "QSoundEffect", "QAudioOutput", "QAudioSink", "beep"}
FLASH_MS = 1000 / 3


def names_in(path: Path) -> Iterator[str]:
    """Every name, attribute, definition and import of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.alias)):
            yield node.name


def users_of(names: set[str], *rooms: str) -> dict[str, set[str]]:
    """The modules of some rooms that use one of the names."""
    modules = [path for room in rooms for path in (PACKAGE / room).rglob("*.py")]
    assert len(modules) > 10
    return {str(path.relative_to(PACKAGE)): used for path in modules if (used := names & set(names_in(path)))}


def test_nothing_needs_two_touches_a_long_one_or_two_fingers() -> None:
    assert users_of(TWO_AT_ONCE, "ui") == {}


def test_no_link_lives_inside_a_text_where_nobody_can_reach_it_with_keys() -> None:
    assert users_of(LINKS_IN_TEXT, "ui") == {}


def test_only_the_voice_makes_a_sound() -> None:
    """So no sound starts by itself, and each has its words on the screen: the voice reads what is shown."""
    rooms = [path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name not in ("speech", "__pycache__")]
    assert users_of(SOUNDS, *rooms) == {}
    assert users_of(SOUNDS, "speech") != {}


def test_no_field_hides_what_is_typed() -> None:
    """Where one does, what is read aloud needs a rule of its own first (EN 301 549, 5.1.3.8)."""
    assert users_of({"setEchoMode", "EchoMode"}, "ui") == {}


def test_no_letter_or_digit_is_a_shortcut(kiosk: Opened, demo_edition: Edition) -> None:
    assert users_of({"QShortcut", "setShortcut", "setBuddy"}, "ui") == {}
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        short = [b.text() for b in kiosk.window.findChildren(QAbstractButton) if not b.shortcut().isEmpty()]
        assert short == [], what


@pytest.mark.parametrize("letters", ["abcdefghijklmnopqrstuvwxyz", "0123456789", "?/.,'"])
def test_letters_typed_on_a_page_do_nothing(kiosk: Opened, letters: str) -> None:
    kiosk.go("guide", "needs-assessment")
    kiosk.window.setFocus()
    before = (kiosk.session.navigator.here, kiosk.screen.place, kiosk.session.visit.display)
    for letter in letters:
        QTest.keyClicks(QApplication.focusWidget() or kiosk.window, letter)
    kiosk.visitor.settle()
    assert (kiosk.session.navigator.here, kiosk.screen.place, kiosk.session.visit.display) == before
    assert not kiosk.window.listening.active


@pytest.mark.usefixtures("booklet_at_once")
def test_nothing_on_any_screen_changes_by_itself_so_often_that_it_could_flash(
    kiosk: Opened, demo_edition: Edition
) -> None:
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        timers = [timer for timer in kiosk.window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
        assert [timer.interval() for timer in timers if timer.interval() < FLASH_MS] == [], what
    assert QApplication.cursorFlashTime() / 2 > FLASH_MS


@pytest.mark.usefixtures("booklet_at_once")
@pytest.mark.parametrize("pictures", [True, False])
def test_what_is_chosen_is_told_by_a_mark_and_by_words_and_not_by_colour_alone(
    kiosk: Opened, demo_edition: Edition, pictures: bool
) -> None:
    met = set()
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        if not pictures:
            kiosk.session.visit.choose_display(pictures=False)
            kiosk.visitor.settle()
        for button in kiosk.buttons():
            if button._kind == "chosen":
                mark = button._icon or button._trailing_icon
                assert mark in ("tick", "kept", "close"), (what, button.text())
                assert mark in drawn_on(button), (what, button.text())
                name = button.accessibleName()
                assert any(word in name for word in ("chosen", "Kept", "Take away", ": On")), (what, name)
                met.add(mark)
    assert met == {"tick", "kept", "close"}


def drawn_on(button: Button) -> set[str]:
    """The marks that a button really paints."""
    drawn: set[str] = set()
    plain = button._draw_icon
    button._draw_icon = lambda painter, name, *rest: (drawn.add(name), plain(painter, name, *rest))  # type: ignore[method-assign]
    button.grab()
    del button._draw_icon
    return drawn
