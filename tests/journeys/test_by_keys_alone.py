"""Booklets made without one touch: by Tab, by arrows, and by Enter."""

from __future__ import annotations

import pytest
from by_keys import focused, go_to, press
from opened_kiosk import Open, Opened
from PySide6.QtCore import Qt

from kiosk.tour.visitor import Visitor
from kiosk.ui.routes import HOME
from kiosk.ui.screens.booklet_preview import BookletPreviewScreen


@pytest.fixture(autouse=True)
def no_finger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever touches anything in these journeys has failed."""

    def touched(*_what: object) -> None:
        pytest.fail("a finger was used")

    monkeypatch.setattr(Visitor, "touch_widget", touched)


def choose(kiosk: Opened, name: str, by: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Go to what is called so, by one key, and press Enter."""
    go_to(kiosk, name, by)
    press(kiosk, Qt.Key.Key_Return)


def type_on_screen(kiosk: Opened, letters: str, by: Qt.Key) -> None:
    """Type on the on-screen keyboard, going from key to key."""
    for letter in letters:
        for _press in range(120):
            if focused(kiosk) == letter:
                break
            press(kiosk, by)
        press(kiosk, Qt.Key.Key_Return)


def wait_for_the_pages(kiosk: Opened) -> None:
    preview = kiosk.screen
    assert isinstance(preview, BookletPreviewScreen)
    kiosk.visitor.wait_for("the pages", lambda: preview.ready, 90)


def test_a_son_who_cannot_use_his_hands_makes_a_booklet_for_his_mother_with_a_keypad(open_at: Open) -> None:
    kiosk = open_at(keys__repeat_ms=0)
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    down = Qt.Key.Key_Down
    press(kiosk, down)
    assert kiosk.session.navigator.here == HOME
    choose(kiosk, "Find local help", down)
    choose(kiosk, "Search for help", down)
    type_on_screen(kiosk, "lunch", down)
    choose(kiosk, "Search", Qt.Key.Key_Up)
    assert kiosk.session.visit.search.words == "lunch"
    go_to(kiosk, "Keep: ", down)
    kept = focused(kiosk).removeprefix("Keep: ")
    press(kiosk, Qt.Key.Key_Return)
    choose(kiosk, "My list (1)", down)
    assert kept in kiosk.texts()
    choose(kiosk, "Make my booklet", down)
    choose(kiosk, "Who it is for", down)
    choose(kiosk, "For someone I look after", down)
    choose(kiosk, "My own note", down)
    type_on_screen(kiosk, "Ask", down)
    choose(kiosk, "Done", Qt.Key.Key_Up)
    assert kiosk.session.visit.booklet.note == "Ask"
    choose(kiosk, "Look at it", Qt.Key.Key_Up)
    wait_for_the_pages(kiosk)
    assert kiosk.session.visit.booklet.for_whom == "someone"
    choose(kiosk, "Next page")
    assert focused(kiosk) in ("Next page", "Page before")


def test_an_arabic_speaker_makes_a_booklet_with_tab_and_the_arrow_that_reads_on(open_at: Open) -> None:
    kiosk = open_at("tall", keys__repeat_ms=0)
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    press(kiosk, Qt.Key.Key_Return)
    choose(kiosk, "Language")
    choose(kiosk, "العربية")
    assert kiosk.session.visit.language == "ar"
    assert kiosk.session.navigator.here == HOME
    _, onward = kiosk.session.words.gettext, Qt.Key.Key_Left
    care = next(topic for topic in kiosk.session.edition.library.topics() if topic.id == "care")
    guide = kiosk.session.edition.library.guide("needs-assessment", "ar")
    assert guide is not None
    choose(kiosk, care.title("ar"), onward)
    choose(kiosk, care.subtopics[0].title("ar"), onward)
    choose(kiosk, guide.title, onward)
    choose(kiosk, _("Keep for my booklet"), onward)
    assert kiosk.session.visit.guides == ("needs-assessment",)
    choose(kiosk, _("Home"))
    choose(kiosk, _("Make my booklet"), onward)
    choose(kiosk, _("My own note"), onward)
    go_to(kiosk, "أ ب ت")
    press(kiosk, Qt.Key.Key_Return)
    assert kiosk.session.visit.display.keyboard == "a-z"
    type_on_screen(kiosk, "درج", Qt.Key.Key_Tab)
    choose(kiosk, _("Done"))
    assert kiosk.session.visit.booklet.note == "درج"
    choose(kiosk, _("Look at it"))
    wait_for_the_pages(kiosk)
