"""The kiosk with keys alone: Tab reaches everything and comes round, Enter and Space press, Escape goes back."""

from __future__ import annotations

import pytest
from by_keys import CHECKS_OF_KEYS, focused, go_to, press
from opened_kiosk import Open, Opened, every_place, show
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import kiosk.audit.checks.focus  # noqa: F401  (registers the checks)
from kiosk.audit.check import CHECKS
from kiosk.audit.seen import Cell, Seen
from kiosk.edition.reader import Edition
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screen import PageScreen

pytestmark = pytest.mark.usefixtures("booklet_at_once")


@pytest.mark.parametrize(("shape", "size", "language"), [("wide", "standard", "en"), ("tall", "larger", "ar")])
def test_every_screen_passes_the_checks_of_keys(
    open_at: Open, demo_edition: Edition, shape: str, size: str, language: str
) -> None:
    """Everything is met by Tab, and by arrows, in reading order, in view, with a ring, and nothing is a trap."""
    kiosk = open_at(shape, size, "day", language)
    cell = Cell(shape, size, "day", language)
    wrong = []
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        seen = Seen(kiosk.window, cell)
        wrong += [f"{what}: {fault}" for code in CHECKS_OF_KEYS for fault in CHECKS[code].look(seen)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_walks_from_the_top_bar_through_the_page_to_the_bottom_bar(open_at: Open, language: str) -> None:
    kiosk = open_at("wide", "standard", "day", language)
    _ = kiosk.session.words.gettext
    go_to(kiosk, _("Home"))
    met = []
    for _press in range(16):
        met.append(focused(kiosk))
        press(kiosk, Qt.Key.Key_Tab)
    topics = [topic.title(language) for topic in kiosk.session.edition.library.topics()]
    assert met[:2] == [_("Home"), _("Help")]
    assert met[2:8] == topics, "along each row of cards from where it begins"
    assert met[8:11] == [_("Make my booklet"), _("Help me choose"), _("Need help now?")]
    assert met[11] == _("Listen")
    assert met[-1] == _("Finish") or focused(kiosk) == _("Finish")


def test_the_first_press_comes_to_the_page_and_not_to_the_bar_that_is_always_there(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    assert focused(kiosk) == "Find local help"


ONWARD = {"en": (Qt.Key.Key_Down, Qt.Key.Key_Right), "ar": (Qt.Key.Key_Down, Qt.Key.Key_Left)}
BACK = {"en": (Qt.Key.Key_Up, Qt.Key.Key_Left), "ar": (Qt.Key.Key_Up, Qt.Key.Key_Right)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arrows_go_on_and_back_in_the_direction_of_reading(open_at: Open, language: str) -> None:
    kiosk = open_at("wide", "standard", "day", language)
    topics = [topic.title(language) for topic in kiosk.session.edition.library.topics()]
    go_to(kiosk, topics[0])
    for number, key in enumerate(ONWARD[language], start=1):
        press(kiosk, key)
        assert focused(kiosk) == topics[number]
    for number, key in zip((1, 0), BACK[language], strict=True):
        press(kiosk, key)
        assert focused(kiosk) == topics[number]


def test_in_a_field_left_and_right_move_within_the_words_and_up_and_down_leave_it(kiosk: Opened) -> None:
    screen = kiosk.go("type")
    kiosk.window.activateWindow()
    field = screen.findChild(QLineEdit)
    assert field is not None
    field.setText("abc")
    for key, place in ((Qt.Key.Key_Left, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Home, 0)):
        press(kiosk, key)
        assert (field.hasFocus(), field.cursorPosition()) == (True, place)
    press(kiosk, Qt.Key.Key_Left)
    assert field.hasFocus(), "nor is it left at its beginning"
    press(kiosk, Qt.Key.Key_Down)
    assert focused(kiosk) == "Search"
    press(kiosk, Qt.Key.Key_Up)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Z)
    assert len(field.text()) == 4, "coming back by key marks no words, which the next letter would wipe out"


def test_arrows_read_a_long_page_before_they_come_to_what_stands_further_down(open_at: Open) -> None:
    kiosk = open_at("small", "large")
    screen = kiosk.go("guide", "needs-assessment")
    assert isinstance(screen, PageScreen)
    view = screen.page.view
    seen = view.height()
    for _press in range(200):
        press(kiosk, Qt.Key.Key_Down)
        assert view.value <= seen, "nothing was jumped over"
        seen = max(seen, view.value + view.height())
        if focused(kiosk) == "Listen":
            break
    assert focused(kiosk) == "Listen"
    assert seen >= view.content.height() - 1, "the end was seen as well"


def test_tab_goes_on_at_once(open_at: Open) -> None:
    kiosk = open_at("small", "large")
    kiosk.go("guide", "needs-assessment")
    press(kiosk, Qt.Key.Key_Tab)
    assert focused(kiosk) not in ("", "Page down")


def test_with_keys_a_page_opens_at_its_top_though_the_first_thing_to_press_is_far_down(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    screen = kiosk.go("guide", "reablement")
    assert screen.place == 0
    assert focused(kiosk) in ("", "Page down")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_what_has_the_focus(kiosk: Opened, key: Qt.Key) -> None:
    booklet = kiosk.visitor.sees("Make my booklet")
    assert booklet is not None
    booklet.setFocus()
    press(kiosk, key)
    assert kiosk.session.navigator.here == Route("booklet")


def test_escape_goes_back_from_anywhere_and_ends_at_home(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("type")
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == Route("find")
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == HOME
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.session.navigator.here == HOME


@pytest.mark.parametrize(
    "route", [Route("guide", "needs-assessment"), Route("filter", "type"), Route("help")], ids=lambda r: r.screen
)
def test_page_down_and_page_up_scroll(open_at: Open, route: Route) -> None:
    kiosk = open_at("small", "large")
    screen = kiosk.go(route.screen, route.key)
    assert screen.place == 0
    press(kiosk, Qt.Key.Key_PageDown)
    further = kiosk.screen.place
    assert further > 0
    press(kiosk, Qt.Key.Key_PageUp)
    assert kiosk.screen.place < further


def test_what_has_the_focus_is_scrolled_into_view(open_at: Open) -> None:
    kiosk = open_at("small", "larger")
    screen = kiosk.go("guide", "needs-assessment")
    assert isinstance(screen, PageScreen)
    outside = []
    for _step in range(40):
        press(kiosk, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or not screen.page.content.isAncestorOf(focused):
            continue
        seen = focused.visibleRegion().boundingRect().height()
        if seen < min(focused.height(), screen.page.view.height()) - 2:
            outside.append(focused.accessibleName())
    assert outside == []


def test_the_focus_ring_shows_to_those_who_use_keys_and_to_nobody_else(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    assert KEYBOARD.active
    kiosk.visitor.touch("Help")
    assert not KEYBOARD.active


def test_with_keys_the_focus_is_on_the_page_after_every_move(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    for screen in ("finish", "find", "booklet", "urgent", "language"):
        kiosk.go(screen)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert kiosk.screen.isAncestorOf(focused), screen


def test_f1_is_help_and_a_held_key_does_nothing_more(kiosk: Opened) -> None:
    kiosk.window.setFocus()
    press(kiosk, Qt.Key.Key_F1)
    assert kiosk.session.navigator.here == Route("help")


def test_any_key_begins_on_the_screen_that_waits(kiosk: Opened) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    QTest.keyClick(kiosk.screen, Qt.Key.Key_A)
    kiosk.visitor.settle()
    assert kiosk.session.navigator.here == HOME


def test_a_button_acts_when_the_finger_is_lifted_and_not_when_it_slides_off(kiosk: Opened) -> None:
    button = kiosk.visitor.sees("Help")
    assert button is not None
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert kiosk.session.navigator.here == HOME
    QTest.mouseMove(button, button.rect().bottomRight() * 3)
    QTest.mouseRelease(
        button,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.rect().topLeft() * 1 - button.rect().bottomRight(),
    )
    assert kiosk.session.navigator.here == HOME
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kiosk.session.navigator.here == Route("help")


def test_a_touch_does_not_scroll_what_it_is_about_to_press_away_from_under_the_finger(open_at: Open) -> None:
    kiosk = open_at("small", "large")
    screen = kiosk.go("subtopic", "care/asking-for-help")
    assert isinstance(screen, PageScreen)
    view, window = screen.page.view, kiosk.window.windowHandle()
    inside = [button for button in kiosk.buttons() if view.isAncestorOf(button)]
    seen = {button: button.visibleRegion().boundingRect() for button in inside}
    cut = next(button for button in inside if 10 < seen[button].height() < button.height())
    place = cut.mapTo(kiosk.window, seen[cut].center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert cut.hasFocus()
    assert view.value == 0
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    kiosk.visitor.settle()
    assert kiosk.session.navigator.here.screen == "guide"


def test_the_field_shows_the_ring_to_those_who_use_keys(kiosk: Opened) -> None:
    screen = kiosk.go("type")
    kiosk.window.activateWindow()
    kiosk.visitor.settle()
    entry = screen.entry  # type: ignore[attr-defined]
    by_touch = entry.grab().toImage()
    press(kiosk, Qt.Key.Key_Down)
    press(kiosk, Qt.Key.Key_Up)
    assert entry.field.hasFocus()
    assert entry.grab().toImage() != by_touch
