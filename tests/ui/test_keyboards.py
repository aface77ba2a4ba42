"""The on-screen keyboards: every letter can be typed by touch and by key on every panel, and nothing typed is lost."""

from __future__ import annotations

from itertools import combinations

import pytest
from opened_kiosk import SHAPES, Open, Opened, place_in_window
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.ui.routes import Route
from kiosk.ui.typing_screen import TypingScreen
from kiosk.ui.widgets.key import Key
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keyboard_layouts import DOES, PageName, Purpose, begins_sentence, page_of, pages_of

ENGLISH = "abcdefghijklmnopqrstuvwxyz"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The twenty-eight letters in the order of the alphabet."""
HAMZA_AND_OTHERS = "أإآءؤئةى"
ORDERS = ("qwerty", "a-z")
NOTE, WORDS, PLACE = Route("booklet-note"), Route("type"), Route("type", "place")


def letters(name: PageName, purpose: Purpose, language: str, order: str) -> list[str]:
    """What the keys of a page type, row by row as they are read."""
    return [key for row in page_of(name, purpose, language, order).rows for key in row if key not in DOES]


def typing(kiosk: Opened, route: Route) -> TypingScreen:
    kiosk.session.navigator.go(route)
    kiosk.visitor.settle()
    assert isinstance(kiosk.screen, TypingScreen)
    return kiosk.screen


def board(kiosk: Opened) -> Keyboard:
    assert isinstance(kiosk.screen, TypingScreen)
    return kiosk.screen.keyboard


def field(kiosk: Opened) -> QLineEdit:
    assert isinstance(kiosk.screen, TypingScreen)
    return kiosk.screen.entry.field


def key(kiosk: Opened, does: str) -> Key:
    return next(key for key in board(kiosk).keys_shown() if key.does == does)


def turn_to(kiosk: Opened, page: PageName) -> None:
    if page != "letters":
        if page == "english" and not any(shown.does == page for shown in board(kiosk).keys_shown()):
            kiosk.visitor.touch_widget(key(kiosk, "numbers"))  # where there is little room, they are a page further
        kiosk.visitor.touch_widget(key(kiosk, page))


# ---- the layouts


@pytest.mark.parametrize("order", ORDERS)
def test_no_row_has_more_than_ten_keys_and_no_key_is_there_twice(order: str) -> None:
    purposes: tuple[Purpose, ...] = ("words", "note", "place", "amount")
    for purpose in purposes:
        for language in ("en", "ar"):
            for name in pages_of(purpose, language):
                page = page_of(name, purpose, language, order)
                every = [*(key for row in page.rows for key in row), *page.foot]
                assert max(len(row) for row in page.rows) <= 10
                assert len(every) == len(set(every)), (purpose, language, name)
                assert "space" in every or purpose == "amount"
                assert "rub-out" in every
                assert set(page.short_foot) <= set(page.foot)


def test_a_to_z_goes_from_a_to_z_and_qwerty_as_real_keyboards_do() -> None:
    typed = "".join(letters("letters", "words", "en", "a-z"))
    assert typed.startswith(ENGLISH)
    rows = ["".join(row) for row in page_of("letters", "words", "en", "qwerty").rows]
    assert [row.rstrip("',.?") for row in rows] == ["qwertyuiop", "asdfghjkl", "zxcvbnm"]


def test_arabic_letters_stand_in_the_order_of_the_alphabet_and_are_read_from_the_right() -> None:
    page = page_of("letters", "words", "ar", "a-z")
    typed = "".join(letters("letters", "words", "ar", "a-z"))
    assert "".join(letter for letter in typed if letter in ARABIC) == ARABIC
    assert sorted(typed) == sorted(ARABIC + HAMZA_AND_OTHERS)
    assert page.from_right


def test_arabic_letters_in_keyboard_order_stand_where_an_arabic_keyboard_has_them() -> None:
    page = page_of("letters", "words", "ar", "qwerty")
    rows = ["".join(row) for row in page.rows]
    assert rows[0] == "ضصثقفغعهخح"
    assert rows[1] == "شسيبلاتنمك"
    assert sorted("".join(rows)) == sorted(ARABIC + HAMZA_AND_OTHERS)
    assert not page.from_right, "such a keyboard has its first letter at the left, in every country"


@pytest.mark.parametrize("order", ORDERS)
def test_a_place_can_be_typed_in_capitals_and_digits_without_turning_a_page(order: str) -> None:
    assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'") == set(letters("letters", "place", "ar", order))
    assert pages_of("place", "ar") == ("letters",)


def test_the_pad_for_money_has_twelve_keys() -> None:
    page = page_of("letters", "amount", "en", "qwerty")
    assert sum(len(row) for row in page.rows) == 12
    assert {key for row in page.rows for key in row} == {*"0123456789.", "rub-out"}


@pytest.mark.parametrize(
    ("before", "begins"),
    [("", True), ("A", False), ("Ask Jo.", False), ("Ask Jo. ", True), ("Why? ", True), ("e.g", False), ("   ", True)],
)
def test_a_sentence_begins_at_the_start_and_after_a_full_stop_and_a_space(before: str, begins: bool) -> None:
    assert begins_sentence(before) is begins


# ---- on the screen


@pytest.mark.parametrize("low", [False, True], ids=["high", "controls-low"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", ["standard", "largest"])
@pytest.mark.parametrize("shape", SHAPES)
def test_keys_are_large_enough_and_cover_nothing(
    open_at: Open, shape: str, size: str, language: str, low: bool
) -> None:
    kiosk = open_at(shape, size, "day", language, screen__controls_low=low)
    wrong = []
    for route in (WORDS, PLACE, NOTE):
        for listening in (False, True):
            kiosk.session.navigator.home()
            screen = typing(kiosk, route)
            kiosk.window.listening.active = listening
            kiosk.window.listening.changed.emit()
            kiosk.visitor.settle()
            if not listening:
                in_sight = any(shown.does == "order" for shown in board(kiosk).keys_shown())
                assert in_sight or size == "largest", "the key for the order is there, but in the largest size"
            for page in pages_of(screen.purpose, language):
                turn_to(kiosk, page)
                wrong += [f"{route} {page} {listening}: {fault}" for fault in faults_of(kiosk, screen)]
    assert not wrong, "\n".join(wrong)


def faults_of(kiosk: Opened, screen: TypingScreen) -> list[str]:
    scale = kiosk.session.panel.pixels_per_mm
    found = []
    keys = screen.keyboard.keys_shown()
    for one in keys:
        if one.width() < 20 * scale or one.height() < 12.7 * scale:
            found.append(f"{one.does} is {one.width() / scale:.1f} by {one.height() / scale:.1f} mm")
        if not one.isVisible() or one.natural_width() > one.width():
            found.append(f"{one.does} is cut")
    for one, other in combinations(keys, 2):
        room = one.geometry().adjusted(*(round(3 * scale) * way for way in (-1, -1, 1, 1)))
        if room.adjusted(1, 1, -1, -1).intersects(other.geometry()):
            found.append(f"{one.does} and {other.does} are less than 3 mm apart")
    parts = [
        part for part in (screen.entry, screen.done, screen.said, screen.middle, screen.keyboard) if part.isVisible()
    ]
    for part in parts:
        if not screen.rect().contains(part.geometry()):
            found.append(f"{type(part).__name__} stands out of the screen")
    for one, other in combinations(parts, 2):
        if one.geometry().intersects(other.geometry()):
            found.append(f"{type(one).__name__} lies over {type(other).__name__}")
    return found


def pages() -> list[tuple[str, Route, PageName, str]]:
    """Every page of letters and signs: language, where, which page and in which order."""
    found = [
        (language, route, page, order)
        for language, route, purpose in (("en", NOTE, "note"), ("ar", NOTE, "note"), ("en", PLACE, "place"))
        for page in pages_of(purpose, language)  # type: ignore[arg-type]
        for order in ORDERS
    ]
    return [case for case in found if case[2] != "numbers" or case[3] == "qwerty"]


@pytest.mark.parametrize(("language", "route", "page", "order"), pages(), ids=str)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_letter_is_typed_by_touch_and_by_key(
    open_at: Open, shape: str, language: str, route: Route, page: PageName, order: str
) -> None:
    kiosk = open_at(shape, "standard", "day", language, screen__keyboard=order, keys__repeat_ms=0)
    screen = typing(kiosk, route)
    turn_to(kiosk, page)
    wanted = letters(page, screen.purpose, language, order)
    by_finger = []
    for letter in wanted:
        field(kiosk).setText("x")
        QTest.mouseClick(key(kiosk, letter), Qt.MouseButton.LeftButton)
        by_finger.append(field(kiosk).text().removeprefix("x"))
    assert by_finger == wanted
    by_key = []
    for letter in wanted:
        field(kiosk).setText("x")
        key(kiosk, letter).setFocus()
        QTest.keyClick(key(kiosk, letter), Qt.Key.Key_Return)
        by_key.append(field(kiosk).text().removeprefix("x"))
    assert by_key == wanted


def test_the_pad_for_money_types(kiosk: Opened) -> None:
    pad = Keyboard(kiosk.session.look, kiosk.session.words, "amount", "qwerty")
    pad.setParent(kiosk.window)
    pad.setGeometry(100, 200, 800, pad.best_height())
    pad.show()
    typed: list[str] = []
    pad.typed.connect(typed.append)
    pad.erased.connect(typed.pop)
    for does in ("1", "2", "0", "rub-out", ".", "5"):
        kiosk.visitor.touch_widget(next(key for key in pad.keys_shown() if key.does == does))
    assert "".join(typed) == "12.5"
    assert min(key.width() for key in pad.keys_shown()) >= kiosk.session.metrics.mm(20)
    pad.setParent(None)
    pad.deleteLater()


def test_a_short_pad_for_money_has_all_its_keys_in_a_row_less_and_is_walked_as_it_is_read(kiosk: Opened) -> None:
    pad = Keyboard(kiosk.session.look, kiosk.session.words, "amount", "qwerty")
    pad.setParent(kiosk.window)
    pad.set_short(True)
    pad.setGeometry(100, 200, 600, pad.least_height(True))
    pad.show()
    shown = pad.keys_shown()
    assert [key.does for key in shown] == [*"123.", *"4560", *"789", "rub-out"]
    assert len({key.y() for key in shown}) == 3
    least = kiosk.session.metrics
    assert all(key.width() >= least.mm(20) and key.height() >= least.target for key in shown)
    assert [key.nextInFocusChain() for key in shown[:-1]] == shown[1:]
    pad.set_short(False)
    pad.resize(600, pad.least_height(False))
    assert [key.does for key in pad.keys_shown()] == [*"123456789", ".", "0", "rub-out"]
    pad.setParent(None)
    pad.deleteLater()


def test_space_rub_out_and_the_signs_work_and_letters_come_back(kiosk: Opened) -> None:
    typing(kiosk, WORDS)
    kiosk.visitor.type("a b")
    kiosk.visitor.touch("Rub out")
    kiosk.visitor.touch("123")
    kiosk.visitor.type("12")
    kiosk.visitor.touch("abc")
    kiosk.visitor.type("q")
    assert field(kiosk).text() == "a 12q"


def test_an_arabic_speaker_goes_to_english_letters_to_signs_and_back(open_at: Open) -> None:
    kiosk = open_at("tall", "standard", "day", "ar")
    typing(kiosk, WORDS)
    kiosk.visitor.type("سلام")
    for does, then in (("english", "q"), ("numbers", "7"), ("letters", "w"), ("letters", "ض")):
        kiosk.visitor.touch_widget(key(kiosk, does))
        kiosk.visitor.touch_widget(key(kiosk, then))
    assert field(kiosk).text() == "سلامq7wض"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("route", [WORDS, PLACE, NOTE], ids=str)
def test_a_key_changes_the_order_for_the_whole_visit_and_nothing_typed_is_lost(
    open_at: Open, route: Route, language: str
) -> None:
    kiosk = open_at("wide", "standard", "day", language)
    typing(kiosk, route)
    first = board(kiosk).keys_shown()[10 if route == PLACE else 0].does
    for letter in letters("letters", board(kiosk)._purpose, language, "a-z")[10:14]:
        kiosk.visitor.touch_widget(next(k for k in board(kiosk).keys_shown() if k.does.lower() == letter.lower()))
    typed = field(kiosk).text()
    field(kiosk).setCursorPosition(2)
    kiosk.visitor.touch_widget(key(kiosk, "order"))
    assert len(typed) == 4
    assert field(kiosk).text() == typed
    assert field(kiosk).cursorPosition() == 2
    assert field(kiosk).hasFocus()
    assert kiosk.session.visit.display.keyboard == "a-z"
    assert board(kiosk).keys_shown()[10 if route == PLACE else 0].does.lower() != first.lower()
    other = typing(kiosk, NOTE if route != NOTE else WORDS)
    assert other.keyboard.keys_shown()[0].does.lower() in ("a", "ج")
    kiosk.session.end_visit()
    assert kiosk.session.visit.display.keyboard == "qwerty"


def larger(kiosk: Opened) -> None:
    kiosk.session.visit.choose_display(text_size="larger")


def another_language(kiosk: Opened) -> None:
    kiosk.session.visit.choose_language("ar")


def help_and_back(kiosk: Opened) -> None:
    kiosk.visitor.touch("Help")
    kiosk.visitor.touch("Back")


@pytest.mark.parametrize("change", [larger, another_language, help_and_back])
@pytest.mark.parametrize("route", [WORDS, PLACE, NOTE], ids=str)
def test_what_was_half_typed_is_there_again(kiosk: Opened, route: Route, change: object) -> None:
    kiosk.go("find")
    typing(kiosk, route)
    kiosk.visitor.type("AB" if route != WORDS else "ab")
    field(kiosk).setCursorPosition(1)
    change(kiosk)  # type: ignore[operator]
    kiosk.visitor.settle()
    assert kiosk.session.navigator.here == route
    assert field(kiosk).text().casefold() == "ab"
    assert route == NOTE or field(kiosk).cursorPosition() == 1
    assert kiosk.session.visit.search.words == "", "nobody said that it should be looked for"
    assert kiosk.session.visit.search.place == ""
    kiosk.session.end_visit()
    typing(kiosk, route)
    assert field(kiosk).text() == "", "the next visitor finds nothing of it"


def test_a_note_is_kept_however_one_leaves(kiosk: Opened) -> None:
    kiosk.go("booklet")
    typing(kiosk, NOTE)
    kiosk.visitor.type("Stairs")
    kiosk.visitor.touch("Home")
    assert kiosk.session.visit.booklet.note == "Stairs"


def test_words_that_were_used_do_not_come_back_as_half_typed(kiosk: Opened) -> None:
    kiosk.go("find")
    typing(kiosk, WORDS)
    kiosk.visitor.type("lunch")
    kiosk.visitor.touch("Search")
    assert kiosk.session.visit.half_typed is None
    kiosk.visitor.touch("Home")
    kiosk.session.visit.look_for(type(kiosk.session.visit.search)(words="dementia"))
    typing(kiosk, WORDS)
    assert field(kiosk).text() == "dementia"


def test_a_note_begins_with_a_capital_and_a_key_makes_the_next_letter_one(kiosk: Opened) -> None:
    typing(kiosk, NOTE)
    for does in ("A", "s", "k", "space", "capital", "J", "o", ".", "space", "W", "h", "y", "?"):
        kiosk.visitor.touch_widget(key(kiosk, does))
    assert field(kiosk).text() == "Ask Jo. Why?"
    assert "Capital" in kiosk.names()
    kiosk.visitor.touch("Capital")
    assert "Capital, chosen" in kiosk.names()
    kiosk.visitor.touch("Capital, chosen")
    kiosk.visitor.touch_widget(key(kiosk, "space"))
    assert "Capital, chosen" in kiosk.names(), "a new sentence"


def test_words_to_look_for_need_no_capitals(kiosk: Opened) -> None:
    typing(kiosk, WORDS)
    assert key(kiosk, "q").text() == "q"
    assert not any(k.does == "capital" for k in board(kiosk).keys_shown())


def test_a_touched_key_acts_on_release_does_not_repeat_and_leaves_the_focus_in_the_field(kiosk: Opened) -> None:
    typing(kiosk, WORDS)
    kiosk.window.activateWindow()
    q = key(kiosk, "q")
    assert QApplication.focusWidget() is field(kiosk)
    QTest.mousePress(q, Qt.MouseButton.LeftButton)
    QTest.qWait(700)
    assert field(kiosk).text() == ""
    QTest.mouseRelease(q, Qt.MouseButton.LeftButton)
    assert field(kiosk).text() == "q"
    QTest.mousePress(q, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(q, Qt.MouseButton.LeftButton, pos=QPoint(-200, 0))
    assert field(kiosk).text() == "q", "a finger that slides off types nothing"
    assert QApplication.focusWidget() is field(kiosk)


def test_by_key_the_focus_stays_on_the_key_that_changes_the_keyboard(open_at: Open) -> None:
    kiosk = open_at(keys__repeat_ms=0)
    typing(kiosk, WORDS)
    kiosk.window.activateWindow()
    for does, then in (("order", "order"), ("numbers", "letters"), ("letters", "numbers")):
        key(kiosk, does).setFocus()
        QTest.keyClick(key(kiosk, does), Qt.Key.Key_Space)
        kiosk.visitor.settle()
        assert QApplication.focusWidget() is key(kiosk, then), does


def test_real_keys_type_as_well_and_capitals_follow_them(kiosk: Opened) -> None:
    typing(kiosk, NOTE)
    kiosk.window.activateWindow()
    kiosk.visitor.settle()
    QTest.keyClicks(field(kiosk), "Hello. ")
    assert field(kiosk).text() == "Hello. "
    assert key(kiosk, "Q").text() == "Q"
    QTest.keyClicks(field(kiosk), "Y")
    assert key(kiosk, "q").text() == "q"


@pytest.mark.parametrize("shape", SHAPES)
def test_the_field_tells_what_to_type_at_every_size(open_at: Open, shape: str) -> None:
    for size in ("standard", "largest"):
        kiosk = open_at(shape, size)
        for route in (WORDS, PLACE, NOTE):
            screen = typing(kiosk, route)
            told = screen.entry.field.placeholderText() + screen.said.text
            assert screen.field_name() in told, (size, route)
            assert place_in_window(screen.keyboard, kiosk.window).top() > 0
