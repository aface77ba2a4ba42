"""The function keys: each does one thing on every screen, and says what it did to those who do not see it."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_listening import Voice, voice_of

from kiosk.display import TEXT_SIZES, THEMES
from kiosk.ui import accessible, keys
from kiosk.ui.routes import HOME, Route

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.speech.controller.SpeechController", Voice)


def press(kiosk: Opened, key: Qt.Key) -> None:
    QTest.keyClick(kiosk.window.focusWidget() or kiosk.window, key)
    kiosk.visitor.settle(0.02)


def test_the_keys_are_the_toolkits_own() -> None:
    names = ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "VolumeDown", "VolumeUp")
    assert {int(getattr(KEY, f"Key_{name}").value) for name in names} == keys.FUNCTION


def test_one_key_makes_the_words_larger_and_another_changes_the_colours(kiosk: Opened) -> None:
    said: list[str] = []
    forget = accessible.on_announcement(said.append)
    kiosk.go("urgent")
    sizes, themes = [], []
    for _press in range(len(TEXT_SIZES)):
        press(kiosk, KEY.Key_F4)
        sizes.append(kiosk.session.visit.display.text_size)
    for _press in range(len(THEMES)):
        press(kiosk, KEY.Key_F5)
        themes.append(kiosk.session.visit.display.theme)
    forget()
    assert sizes == [*TEXT_SIZES[1:], TEXT_SIZES[0]]
    assert themes == [*THEMES[1:], THEMES[0]]
    assert kiosk.session.navigator.here == Route("urgent")
    assert "Largest" in said
    assert "Yellow on black" in said


@pytest.mark.parametrize("key", [KEY.Key_F4, KEY.Key_F5])
def test_on_the_screen_that_waits_a_key_begins_a_visit(kiosk: Opened, key: Qt.Key) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    press(kiosk, key)
    assert kiosk.session.navigator.here == HOME


@pytest.mark.parametrize(("louder", "quieter"), [(KEY.Key_F7, KEY.Key_F6), (KEY.Key_VolumeUp, KEY.Key_VolumeDown)])
def test_the_voice_is_made_louder_and_quieter_by_a_key_on_every_screen(
    kiosk: Opened, louder: Qt.Key, quieter: Qt.Key
) -> None:
    kiosk.go("guide", "needs-assessment")
    press(kiosk, louder)
    voice = voice_of(kiosk)
    assert voice.asked[-1][0] == "speak", "while nothing is read, a sentence says how loud the voice is"
    assert voice.asked[-1][3] == 0.9
    press(kiosk, KEY.Key_F2)
    for _press in range(12):
        press(kiosk, louder)
    assert voice.asked[-1] == ("set_volume", 1.0), "what is being read goes on"
    for _press in range(12):
        press(kiosk, quieter)
    assert voice.asked[-1] == ("set_volume", 0.2), "never silent, or it would seem broken"


def test_the_voice_is_made_louder_and_quieter_on_the_screen_too(kiosk: Opened) -> None:
    kiosk.go("display", "voice")
    kiosk.visitor.touch("Louder")
    voice = voice_of(kiosk)
    assert voice.asked[-1][0] == "speak"
    assert voice.asked[-1][3] == 0.9
    kiosk.visitor.touch("Faster")
    assert voice.asked[-1][2] == 175
    kiosk.session.end_visit(to_home=True)
    kiosk.visitor.settle()
    kiosk.visitor.touch("Listen")
    assert voice.asked[-1] == ("speak", "en", 150, 0.8), "the next visitor begins with what the settings say"
