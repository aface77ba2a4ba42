"""Using the kiosk by keys without seeing it: what has the focus is said, and nothing that was typed."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui import accessible
from kiosk.ui.routes import ATTRACT, HOME
from kiosk.ui.say_aloud import SayAloud
from kiosk.visit import SearchState


@pytest.fixture
def said(kiosk: Opened, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that the kiosk is asked to say, in order."""
    heard: list[str] = []
    monkeypatch.setattr(kiosk.window.listening, "say", heard.append)
    SayAloud(kiosk.session, kiosk.window)
    return heard


def press(kiosk: Opened, key: Qt.Key) -> None:
    QTest.keyClick(kiosk.window.focusWidget() or kiosk.window, key)
    kiosk.visitor.settle(0.02)


def test_nothing_is_said_until_it_is_switched_on(kiosk: Opened, said: list[str]) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    kiosk.go("urgent")
    assert said == []


def test_one_key_switches_it_on_from_the_screen_that_waits_and_from_any_other(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    press(kiosk, Qt.Key.Key_F3)
    assert kiosk.session.navigator.here == HOME
    assert kiosk.session.visit.display.say_aloud
    assert "What do you need today?" in said[-1]
    kiosk.go("urgent")
    press(kiosk, Qt.Key.Key_F3)
    assert not kiosk.session.visit.display.say_aloud
    assert "not said aloud" in said[-1]


def test_every_control_is_said_when_the_focus_comes_to_it_and_does_nothing(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.visitor.settle(0.02)
    names = {button.accessibleName() for button in kiosk.buttons() if button.isEnabled()}
    for _step in range(len(names) + 2):
        press(kiosk, Qt.Key.Key_Tab)
    assert kiosk.session.navigator.here == HOME
    assert {name for name in names if any(name in words for words in said)} == names


def test_a_new_page_is_told_by_its_heading(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.go("guide", "who-pays")
    kiosk.visitor.settle(0.02)
    assert "Who pays for care" in said[-1]
    kiosk.go("find")
    kiosk.visitor.settle(0.02)
    assert "Find local help" in said[-1]


def test_what_was_typed_is_counted_and_never_said(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.go("booklet-note")
    field = kiosk.screen.entry.field  # type: ignore[attr-defined]
    field.setText("Aunt Winifred")
    press(kiosk, Qt.Key.Key_Tab)
    field.setFocus()
    kiosk.visitor.settle(0.02)
    assert "13 letters" in said[-1]
    assert not any("Winifred" in words for words in said)


def test_the_end_of_a_visit_ends_it_in_silence(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.visitor.settle(0.02)
    said.clear()
    kiosk.session.end_visit()
    kiosk.visitor.settle(0.02)
    assert kiosk.session.navigator.here == ATTRACT
    assert not kiosk.session.visit.display.say_aloud
    assert said == []


def test_what_a_choice_has_brought_about_is_said(kiosk: Opened, said: list[str]) -> None:
    kiosk.session.visit.look_for(SearchState(words="dementia", types=("advice-advocacy",)))
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.go("find")
    keep = kiosk.visitor.sees("Keep: ")
    assert keep is not None
    keep.setFocus()
    kiosk.visitor.settle(0.02)
    said.clear()
    press(kiosk, Qt.Key.Key_Return)
    assert said[0].startswith("Kept: ")
    chip = next(button for button in kiosk.buttons() if button.accessibleName().endswith("take it away."))
    chip.setFocus()
    kiosk.visitor.settle(0.02)
    said.clear()
    press(kiosk, Qt.Key.Key_Return)
    total = kiosk.screen.results.total  # type: ignore[attr-defined]
    assert any(str(total) in words for words in said)


def test_a_voice_that_is_missing_is_shown_and_does_not_call_itself_again(kiosk: Opened, said: list[str]) -> None:
    accessible.tell_about(kiosk.window)
    kiosk.session.visit.choose_display(say_aloud=True)
    kiosk.visitor.settle(0.02)
    said.clear()
    kiosk.window.listening._unavailable("no-audio")
    kiosk.visitor.settle(0.02)
    assert said == []
