"""The focus of those who use keys is never lost: when a page is made anew, under a question, on the way back."""

from __future__ import annotations

import pytest
from by_keys import CHECKS_OF_KEYS, focused, go_to, press
from opened_kiosk import FEW, Open, Opened, first_service
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import kiosk.audit.checks.focus  # noqa: F401  (registers the checks)
from kiosk.audit.check import CHECKS
from kiosk.audit.seen import Cell, Seen
from kiosk.edition.reader import Edition
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.idle_warning import IdleWarning
from kiosk.visit import SearchState

pytestmark = pytest.mark.usefixtures("booklet_at_once")


def keeping(kiosk: Opened, route: Route, before: SearchState | None = None) -> str:
    """Go to a screen with a Keep button and keep something by key; the name of what was kept."""
    if before is not None:
        kiosk.session.visit.look_for(before)
    kiosk.go(route.screen, route.key)
    go_to(kiosk, "Keep: ")
    name = focused(kiosk).removeprefix("Keep: ")
    press(kiosk, Qt.Key.Key_Return)
    return name


@pytest.mark.parametrize("shape", ["wide", "small"])
def test_a_keep_button_that_is_made_anew_keeps_the_focus(open_at: Open, demo_edition: Edition, shape: str) -> None:
    kiosk = open_at(shape, "large", keys__repeat_ms=0)
    places = (Route("find"), Route("service", first_service(demo_edition)), Route("guide", "needs-assessment"))
    for route in places:
        name = keeping(kiosk, route, FEW)
        assert focused(kiosk) == f"Kept: {name}", route
        button = QApplication.focusWidget()
        assert button is not None
        assert not button.visibleRegion().isEmpty(), "and it is still in view"
        press(kiosk, Qt.Key.Key_Return)
        assert focused(kiosk) == f"Keep: {name}", route


def test_on_my_list_the_focus_goes_to_the_next_one_when_one_is_taken_off(open_at: Open) -> None:
    kiosk = open_at(keys__repeat_ms=0)
    for guide in ("who-pays", "needs-assessment", "direct-payments"):
        kiosk.session.visit.keep_guide(guide)
    kiosk.go("list")
    names = [name for name in kiosk.names() if name.startswith("Kept")]
    go_to(kiosk, names[0])
    for then in (names[1], names[2]):
        press(kiosk, Qt.Key.Key_Return)
        assert focused(kiosk) == then
    press(kiosk, Qt.Key.Key_Return)
    assert kiosk.session.visit.kept_count == 0
    assert focused(kiosk) == "Find local help", "the page has nothing else left"


@pytest.mark.parametrize(
    ("route", "choice", "then"),
    [
        (Route("booklet-pages", "care"), "Having a needs", "Having a needs assessment"),
        (Route("filter", "type"), "Advice", "Advice and"),
        (Route("display", "size"), "Larger", "Larger, chosen"),
        (Route("display", "colours"), "Night", "Night, chosen"),
        (Route("display", "more"), "Put the keys", "Put the keys in the order A to Z: On"),
    ],
    ids=str,
)
def test_a_choice_that_is_made_by_key_keeps_the_focus(kiosk: Opened, route: Route, choice: str, then: str) -> None:
    kiosk.go(route.screen, route.key)
    go_to(kiosk, choice)
    press(kiosk, Qt.Key.Key_Return)
    assert focused(kiosk).startswith(then)


def test_turning_the_list_by_key_keeps_the_focus_on_the_page_button_and_at_its_end_near_it(open_at: Open) -> None:
    kiosk = open_at(keys__repeat_ms=0)
    kiosk.session.visit.look_for(SearchState(words="dementia"))
    kiosk.go("find")
    go_to(kiosk, "Page down")
    press(kiosk, Qt.Key.Key_Return)
    assert focused(kiosk) == "Page down"
    for _page in range(12):
        press(kiosk, Qt.Key.Key_Return)
        if focused(kiosk) != "Page down":
            break
    assert focused(kiosk) in ("Page up", "Benefits for you")


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_page_keys_turn_the_list_of_what_was_found_wherever_the_focus_is(kiosk: Opened, key: Qt.Key) -> None:
    kiosk.session.visit.look_for(SearchState(words="zzqqxyw"))
    kiosk.go("find")
    kiosk.session.visit.look_for(SearchState(words="dementia"))
    kiosk.visitor.settle()
    go_to(kiosk, "Listen")
    press(kiosk, Qt.Key.Key_PageDown)
    offset = kiosk.session.visit.search.offset
    assert offset > 0
    press(kiosk, key)
    assert (kiosk.session.visit.search.offset > offset) is (key == Qt.Key.Key_PageDown)
    press(kiosk, Qt.Key.Key_Home)
    assert kiosk.session.visit.search.offset == 0


def test_home_and_end_go_to_the_ends_of_a_page(open_at: Open) -> None:
    kiosk = open_at("small")
    screen = kiosk.go("guide", "who-pays")
    assert isinstance(screen, PageScreen)
    press(kiosk, Qt.Key.Key_End)
    assert screen.page.view.value == screen.page.view.maximum > 0
    press(kiosk, Qt.Key.Key_Home)
    assert screen.page.view.value == 0


def test_the_page_button_that_leads_no_further_gives_the_focus_to_the_other(open_at: Open) -> None:
    kiosk = open_at("small", keys__repeat_ms=0)
    kiosk.go("help")
    go_to(kiosk, "Page down", Qt.Key.Key_Backtab)
    for _press in range(20):
        press(kiosk, Qt.Key.Key_Return)
        if focused(kiosk) != "Page down":
            break
    assert focused(kiosk) == "Page up", "and not to Listen, which the next press would start"


def test_going_back_by_key_comes_to_what_one_had_pressed(open_at: Open) -> None:
    kiosk = open_at()
    press(kiosk, Qt.Key.Key_Tab)
    go_to(kiosk, "Money and benefits", Qt.Key.Key_Down)
    press(kiosk, Qt.Key.Key_Return)
    assert kiosk.session.navigator.here == Route("topic", "money")
    press(kiosk, Qt.Key.Key_Escape)
    assert focused(kiosk) == "Money and benefits"


def test_a_question_answered_by_key_leads_back_to_the_button_that_asked_it(open_at: Open) -> None:
    kiosk = open_at(keys__repeat_ms=0)
    kiosk.go("booklet")
    go_to(kiosk, "Who it is for")
    press(kiosk, Qt.Key.Key_Return)
    go_to(kiosk, "For someone")
    press(kiosk, Qt.Key.Key_Return)
    assert focused(kiosk) == "Who it is for: For someone I look after"


def test_the_next_visitor_starts_where_everybody_starts(kiosk: Opened) -> None:
    press(kiosk, Qt.Key.Key_Tab)
    go_to(kiosk, "Money and benefits", Qt.Key.Key_Down)
    kiosk.session.end_visit()
    press(kiosk, Qt.Key.Key_Down)
    kiosk.visitor.settle()
    assert kiosk.session.navigator.here == HOME
    assert focused(kiosk) == "Find local help"


def test_the_listening_bar_keeps_the_focus_while_it_changes_and_gives_it_back_to_listen(kiosk: Opened) -> None:
    listening = kiosk.window.listening
    listening.active = True
    listening.changed.emit()
    kiosk.visitor.settle()
    go_to(kiosk, "Pause")
    listening.paused = True
    listening.changed.emit()
    kiosk.visitor.settle()
    assert focused(kiosk) == "Go on"
    listening.active = False
    listening.changed.emit()
    kiosk.visitor.settle()
    assert focused(kiosk) == "Listen"


# ---- the question that is laid over everything


def ask(kiosk: Opened) -> IdleWarning:
    session = kiosk.session
    question = IdleWarning(session, 60, lambda: kiosk.window.show_over(None), session.end_visit)
    kiosk.window.show_over(question)
    question.focus_first()
    kiosk.visitor.settle()
    return question


def test_a_question_takes_the_focus_holds_it_and_gives_it_back(kiosk: Opened) -> None:
    kiosk.go("help")
    go_to(kiosk, "Colours")
    question = ask(kiosk)
    met = []
    for _press in range(4):
        met.append(focused(kiosk))
        assert question.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
        press(kiosk, Qt.Key.Key_Tab)
    assert met == ["Yes, I need more time", "No, clear everything"] * 2
    kiosk.window.show_over(None)
    kiosk.visitor.settle()
    assert focused(kiosk) == "Colours"


def test_what_goes_on_under_a_question_does_not_take_the_focus(kiosk: Opened) -> None:
    kiosk.go("list")
    go_to(kiosk, "Find local help")
    question = ask(kiosk)
    kiosk.session.visit.keep_guide("who-pays")
    kiosk.session.visit.choose_display(theme="night")
    kiosk.visitor.settle()
    assert question.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_every_check_of_keys_holds_for_the_question(kiosk: Opened) -> None:
    ask(kiosk)
    seen = Seen(kiosk.window, Cell())
    assert [fault for code in CHECKS_OF_KEYS for fault in CHECKS[code].look(seen)] == []
