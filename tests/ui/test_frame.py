"""The frame: the same bars in the same order everywhere, mirrored in Arabic; and the way out of pages about abuse."""

from __future__ import annotations

import pytest
from opened_kiosk import SAFEGUARDING, Open, Opened, every_place, place_in_window, show
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest

from kiosk.edition.reader import Edition
from kiosk.ui.routes import HOME, Route
from kiosk.ui.wrapped_text import WrappedText

TOP = ["Back", "Home", "Help"]
BOTTOM = ["Listen", "Text size", "Colours", "Language", "My list", "Finish"]
SENSITIVE = [Route("urgent"), Route("guide", SAFEGUARDING), Route("guide", "safeguarding-what-happens")]

pytestmark = pytest.mark.usefixtures("booklet_at_once")


def bars(kiosk: Opened) -> list[str]:
    """The names in the bars in the order in which they are read: line by line."""
    window, words = kiosk.window, []
    assert window.top_bar is not None
    assert window.bottom_bar is not None
    for bar in (window.top_bar, window.bottom_bar):
        buttons = [button for button in kiosk.buttons() if button.parentWidget() is bar]
        places = {button: place_in_window(button, window) for button in buttons}
        turn = -1 if kiosk.session.words.right_to_left else 1
        words += sorted(buttons, key=lambda button: (places[button].y(), turn * places[button].x()))
    return [button.accessibleName().partition(" (")[0] for button in words]


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
@pytest.mark.parametrize("size", ["standard", "largest"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bars_hold_the_same_in_the_same_order_on_every_screen(
    open_at: Open, demo_edition: Edition, shape: str, size: str, language: str
) -> None:
    kiosk = open_at(shape, size, "day", language)
    _ = kiosk.session.words.gettext
    mine = _("My list ({count})").partition(" (")[0]
    expected = [*(_(word) for word in TOP), *(mine if word == "My list" else _(word) for word in BOTTOM)]
    places = set()
    for route in (Route(name) for name in ("home", "find", "urgent", "help", "list", "language", "finish")):
        kiosk.session.navigator.go(route)
        kiosk.visitor.settle()
        assert bars(kiosk) == expected, route
        assert kiosk.window.top_bar is not None
        assert kiosk.window.bottom_bar is not None
        top, bottom = kiosk.window.top_bar, kiosk.window.bottom_bar
        places.add((top.geometry().getRect(), bottom.geometry().getRect(), top.help.geometry().getRect()))
        assert bottom.geometry().bottom() == kiosk.window.height() - 1
    assert len(places) == 1


def test_in_arabic_the_frame_is_the_mirror_of_the_english_one(open_at: Open) -> None:
    english, arabic = open_at("wide", "standard", "day", "en"), None
    assert english.window.top_bar is not None
    assert english.window.top_bar.back.x() < english.window.top_bar.help.x()
    assert english.window.bottom_bar is not None
    assert english.window.bottom_bar.listen.x() < english.window.bottom_bar.finish.x()
    english.session.visit.choose_language("ar")
    english.visitor.settle()
    arabic = english.window
    assert arabic.top_bar is not None
    assert arabic.bottom_bar is not None
    assert arabic.top_bar.back.x() > arabic.top_bar.help.x()
    assert arabic.bottom_bar.listen.x() > arabic.bottom_bar.finish.x()
    assert arabic.width() - 1 - arabic.top_bar.back.geometry().right() == arabic.top_bar.edge


@pytest.mark.parametrize(("shape", "size"), [("wide", "standard"), ("tall", "largest"), ("small", "larger")])
def test_every_framed_screen_says_that_this_is_a_demonstration(
    open_at: Open, demo_edition: Edition, monkeypatch: pytest.MonkeyPatch, shape: str, size: str
) -> None:
    painted: list[tuple[str, float]] = []

    plain = WrappedText.draw

    def draw(text: WrappedText, painter: QPainter, left: float, top: float, *rest: object) -> None:
        inside = top >= 0 and top + text.height <= painter.device().height() + 1
        painted.append((text.text, top if inside else -1))
        plain(text, painter, left, top, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(WrappedText, "draw", draw)
    kiosk = open_at(shape, size)
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        painted.clear()
        assert kiosk.window.top_bar is not None
        if not kiosk.screen.framed:
            assert route.screen in ("attract", "calibrate")
            continue
        kiosk.window.top_bar.grab()
        said = dict(painted)
        assert "Demonstration area" in said, what
        assert min(said.values()) >= 0, (what, said)


def test_only_the_screen_that_waits_has_no_frame_and_any_touch_begins(kiosk: Opened) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    assert kiosk.names() == ["Touch to start"]
    assert "Demonstration area" in kiosk.session.edition.manifest.area
    kiosk.visitor.touch_widget(kiosk.screen)
    assert kiosk.session.navigator.here == HOME


def test_my_list_counts_what_is_kept_at_once(kiosk: Opened) -> None:
    assert "My list (0)" in kiosk.names()
    kiosk.session.visit.keep("demo:anything")
    kiosk.session.visit.keep_guide("who-pays")
    kiosk.visitor.settle()
    assert "My list (2)" in kiosk.names()
    assert "My list (0)" not in kiosk.names()


@pytest.mark.parametrize("route", SENSITIVE, ids=lambda route: route.key or route.screen)
@pytest.mark.parametrize(("shape", "size", "language"), [("wide", "standard", "en"), ("small", "largest", "ar")])
def test_one_touch_clears_a_page_about_abuse_and_shows_home(
    open_at: Open, route: Route, shape: str, size: str, language: str
) -> None:
    kiosk = open_at(shape, size, "day", language)
    visit = kiosk.session.visit
    visit.keep("demo:anything")
    visit.plan_booklet(note="Mrs Example", with_sensitive=True)
    ended: list[bool] = []
    kiosk.session.on_end(lambda: ended.append(True))
    kiosk.go("help")
    kiosk.go(route.screen, route.key)
    clear = kiosk.visitor.sees(kiosk.session.words.gettext("Clear this screen"))
    assert clear is not None
    before = place_in_window(clear, kiosk.window)
    kiosk.visitor.turn_page()
    assert place_in_window(clear, kiosk.window) == before, "it scrolled away"
    assert kiosk.window.rect().contains(before)
    kiosk.visitor.touch_widget(clear)
    assert kiosk.session.navigator.here == HOME
    assert not kiosk.session.navigator.can_go_back
    assert visit.is_untouched
    assert ended == [True]
    assert kiosk.window.windowTitle() == "Signpost"


def test_other_pages_do_not_offer_to_clear_the_screen(kiosk: Opened) -> None:
    for route in (Route("home"), Route("guide", "who-pays"), Route("find"), Route("help")):
        kiosk.session.navigator.go(route)
        kiosk.visitor.settle()
        assert kiosk.visitor.sees("Clear this screen") is None, route


def test_need_help_now_is_one_touch_from_home_and_its_numbers_are_whole(kiosk: Opened) -> None:
    kiosk.visitor.touch("Need help now?")
    assert kiosk.session.navigator.here == Route("urgent")
    assert "999" in kiosk.texts()


def press(kiosk: Opened, *names: Qt.Key) -> None:
    """Press keys one after another, as they come from a keyboard: through the window to what has the focus."""
    kiosk.window.activateWindow()
    for name in names:
        for strike in (QTest.keyPress, QTest.keyRelease):
            strike(kiosk.window.windowHandle(), name)
            kiosk.visitor.settle(0.01)


@pytest.mark.parametrize("route", SENSITIVE, ids=lambda route: route.key or route.screen)
def test_shift_three_times_clears_a_page_about_abuse(kiosk: Opened, route: Route) -> None:
    kiosk.session.visit.plan_booklet(note="Mrs Example", with_sensitive=True)
    kiosk.go(route.screen, route.key)
    press(kiosk, Qt.Key.Key_Shift, Qt.Key.Key_Shift)
    assert kiosk.session.navigator.here == route
    press(kiosk, Qt.Key.Key_Shift)
    assert kiosk.session.navigator.here == HOME
    assert kiosk.session.visit.is_untouched
    assert not kiosk.session.navigator.can_go_back


def test_shift_with_another_key_between_or_too_slowly_or_elsewhere_clears_nothing(
    kiosk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shift, clock = Qt.Key.Key_Shift, [100.0]
    monkeypatch.setattr("kiosk.ui.widgets.safe_top.monotonic", lambda: clock[0])
    kiosk.go("urgent")
    press(kiosk, shift, shift, Qt.Key.Key_Tab, shift)
    assert kiosk.session.navigator.here == Route("urgent")
    for _strike in range(6):
        clock[0] += 2.6
        press(kiosk, shift)
    assert kiosk.session.navigator.here == Route("urgent")
    clock[0] += 9
    QTest.keyPress(kiosk.window.windowHandle(), shift)
    kiosk.visitor.settle(0.01)
    assert kiosk.session.navigator.here == Route("urgent"), "one strike was counted more than once"
    QTest.keyRelease(kiosk.window.windowHandle(), shift)
    kiosk.go("guide", "who-pays")
    press(kiosk, shift, shift, shift, shift)
    assert kiosk.session.navigator.here == Route("guide", "who-pays")
