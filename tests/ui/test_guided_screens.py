"""Help me choose by touch, by keys alone and in Arabic: safety at once, reasons with everything, Back loses nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from by_keys import go_to, press
from opened_kiosk import Open, Opened, open_kiosk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from small_sources import write_source

from kiosk.audit.states_of_choosing import HURT, MUCH, UNKNOWN, has_told
from kiosk.content.library import Library
from kiosk.document.plain_text import to_plain_text
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.language import words_in
from kiosk.ui import accessible
from kiosk.ui.booklet_making import booklet_of
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.visit import SearchState

WAY = "Help me choose"
RESULT = Route("guided-result")
STAIRS = {**UNKNOWN, "hard": ("stairs",)}


def given(session: Session) -> dict[str, tuple[str, ...]]:
    return dict(session.visit.choosing.answers)


def question(kiosk: Opened) -> str:
    """The id of the question that is asked now, with the page of its answers."""
    here = kiosk.session.navigator.here
    return here.key if here.screen == "guided" else ""


def told(kiosk: Opened, answers: dict[str, tuple[str, ...]], screen: str = "guided-result", key: str = "") -> None:
    """Somebody has answered so, and stands at a screen."""
    kiosk.session.visit.choosing.begin_again()
    has_told(answers)(kiosk.session)
    kiosk.go(screen, key)


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_from_home_to_a_result_with_reasons_by_touch(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.visitor.touch(WAY)
    assert "Question 1 of 7" in kiosk.texts()
    kiosk.visitor.touch("For me")
    kiosk.visitor.touch("At home, alone")
    kiosk.visitor.touch("Stairs or steps")
    assert question(kiosk) == "hard", "more than one answer may be given"
    assert "You chose: Stairs or steps" in kiosk.texts()
    kiosk.visitor.touch("Go on")
    kiosk.visitor.touch("Being alone too much")
    kiosk.visitor.touch("Go on")
    for answer in ("Months or years", "Nobody", "No", "Yes"):
        kiosk.visitor.touch(answer)
    assert kiosk.session.navigator.here == RESULT
    said = kiosk.texts()
    assert said.index("What may help") < said.index("What fits best") < said.index("Who can help")
    assert "You said that being alone is hard." in said
    assert "Ideas for the home" in said
    kiosk.visitor.touch("See all")
    assert "You said that stairs are hard." in kiosk.texts()
    assert given(kiosk.session)["hard"] == ("stairs", "company")


def test_the_same_by_keys_alone(open_at: Open) -> None:
    kiosk = open_at("wide", keys__repeat_ms=0)
    go_to(kiosk, WAY)
    press(kiosk, Qt.Key.Key_Return)
    for choice in ("For me", "In hospital now"):
        go_to(kiosk, choice)
        press(kiosk, Qt.Key.Key_Return)
    go_to(kiosk, "Cooking or eating")
    press(kiosk, Qt.Key.Key_Space)
    assert QApplication.focusWidget().accessibleName() == "Cooking or eating, chosen", "the focus stays where it was"
    for _part in range(2):
        go_to(kiosk, "Go on")
        press(kiosk, Qt.Key.Key_Return)
    for choice in ("Some weeks", "Paid care workers", "I don’t know", "Yes"):
        go_to(kiosk, choice)
        press(kiosk, Qt.Key.Key_Return)
    assert kiosk.session.navigator.here == RESULT
    assert "You said that this person is in hospital." in kiosk.texts()


def test_in_arabic_questions_reasons_and_rooms_are_arabic(open_at: Open) -> None:
    kiosk = open_at("tall", "large", "night", "ar")
    kiosk.visitor.touch("ساعدني على الاختيار")
    kiosk.visitor.touch("لي")
    assert "أين يعيش هذا الشخص الآن؟" in kiosk.texts()
    told(kiosk, STAIRS)
    assert "قلت إن الدرج صعب." in kiosk.texts()
    told(kiosk, STAIRS, "guided-list", "rooms")
    assert "الدرج والمدخل" in kiosk.texts()
    assert "You said" not in kiosk.texts()


def test_i_do_not_know_is_an_answer_to_every_question(kiosk: Opened) -> None:
    kiosk.visitor.touch(WAY)
    for _question in range(7):
        assert any(name.startswith("I don’t know") for name in kiosk.names())
        kiosk.visitor.touch("I don’t know")
    assert kiosk.session.navigator.here == RESULT
    said = kiosk.texts()
    assert "You have not told us enough to choose for you." in said
    assert "What fits best" not in said
    assert any(name.startswith("Ask a person") for name in kiosk.names())


def test_back_never_loses_an_answer_and_shows_it_again(kiosk: Opened) -> None:
    kiosk.visitor.touch(WAY)
    kiosk.visitor.touch("For me")
    kiosk.visitor.touch("At home, with someone")
    kiosk.visitor.touch("Cooking or eating")
    kiosk.visitor.touch("Go on")
    kiosk.visitor.touch("Seeing or hearing")
    kiosk.visitor.touch("Back")
    assert "Cooking or eating, chosen" in kiosk.names()
    kiosk.visitor.touch("Back")
    assert "At home, with someone, chosen" in kiosk.names()
    kiosk.visitor.touch("Home")
    kiosk.visitor.touch(WAY)
    assert question(kiosk) == "since", "one goes on where one was, and nothing is asked twice"
    assert given(kiosk.session)["hard"] == ("meals", "senses")


def test_one_that_stands_alone_takes_the_others_away_and_a_second_touch_takes_an_answer_back(kiosk: Opened) -> None:
    heard: list[str] = []
    kiosk.go("guided", "hard")
    kiosk.visitor.touch("Cooking or eating")
    kiosk.visitor.touch("Stairs or steps")
    assert given(kiosk.session)["hard"] == ("stairs", "meals"), "in the order of the question"
    forget = accessible.on_announcement(heard.append)
    kiosk.visitor.touch("Stairs or steps, chosen")
    forget()
    assert "Stairs or steps, not chosen any more" in heard
    kiosk.go("guided", "hard/2")
    assert "None of these" not in kiosk.names(), "it cannot stand beside what was chosen on the page before"
    kiosk.go("guided", "hard")
    kiosk.visitor.touch("Cooking or eating, chosen")
    assert "Nothing is chosen yet." in kiosk.texts()
    kiosk.go("guided", "hard/2")
    kiosk.visitor.touch("Being alone too much")
    kiosk.visitor.touch("None of these")
    assert given(kiosk.session)["hard"] == ("nothing",)
    kiosk.visitor.touch("Being alone too much")
    assert given(kiosk.session)["hard"] == ("company",)


@pytest.mark.parametrize(
    ("key", "answer", "page", "number"),
    [
        ("safe", "Someone hurts or frightens", "worried-about-abuse", "999"),
        ("safe", "No, there is danger now", "worried-about-abuse", "999"),
        ("safe", "Someone takes their money", "worried-about-abuse", "01632 960 110"),
        ("helper", "I do, and it is too much", "if-you-cannot-go-on", ""),
    ],
)
def test_what_is_said_about_safety_leads_to_help_at_once(
    kiosk: Opened, key: str, answer: str, page: str, number: str
) -> None:
    kiosk.go("guided", key)
    kiosk.visitor.touch(answer)
    assert kiosk.session.navigator.here == Route("guided-safety", key)
    said = kiosk.texts().replace("\u00a0", " ")
    assert said.startswith("Get help with this first")
    assert number in said
    assert "Clear this screen" in kiosk.names()
    titles = {title.id: title.title for title in kiosk.session.edition.library.titles("en")}
    kiosk.visitor.touch(titles[page])
    assert kiosk.session.navigator.here == Route("guide", page)
    kiosk.visitor.touch("Back")
    kiosk.visitor.touch("See what else may help" if key == "safe" else "Go on with the questions")
    assert kiosk.session.navigator.here.screen in ("guided", "guided-result")


def test_safety_stands_before_everything_else_in_the_result_too(kiosk: Opened) -> None:
    told(kiosk, dict(HURT))
    said = kiosk.texts()
    assert said.index("You said that someone hurts") < said.index("You said that helping is too much")
    assert said.index("You can get help right now") < said.index("What fits best")
    assert "Clear this screen" in kiosk.names()
    kiosk.go("guided-list", "pages")
    first = next(name for name in kiosk.names() if name == "Worried about abuse or neglect")
    assert not any(name == f"Keep: {first}" for name in kiosk.names()), "pages about abuse are not kept"


def test_only_safety_contacts_are_shown_and_where_there_is_none_one_is_told_to_ask(open_at: Open) -> None:
    kiosk = open_at()
    library = kiosk.session.edition.library
    told(kiosk, {**UNKNOWN, "helper": ("i-cannot",)}, "guided-safety", "helper")
    said = kiosk.texts().replace("\u00a0", "")
    carers = library.contact("national.carers-uk")
    assert carers is not None
    assert carers.safety == (carers.card().phone.replace("\u00a0", "") in said)


def test_each_page_service_and_room_can_be_kept_and_stands_in_the_list(kiosk: Opened) -> None:
    visit = kiosk.session.visit
    told(kiosk, STAIRS, "guided-list", "pages")
    kiosk.visitor.touch("Keep: Changes to your home")
    kiosk.go("guided-list", "services")
    kiosk.visitor.touch("Keep: ")
    kiosk.go("guided-list", "rooms")
    kiosk.visitor.touch("Keep: Stairs and hall")
    assert (len(visit.guides), len(visit.shortlist), visit.choosing.rooms) == (1, 1, ("stairs",))
    assert visit.kept_count == 3
    kiosk.go("list")
    kiosk.visitor.touch("Stairs and hall")
    assert kiosk.session.navigator.here == RESULT
    kiosk.go("guided-list", "rooms")
    kiosk.visitor.touch("Kept: Stairs and hall")
    assert visit.kept_count == 2


def test_a_room_leads_to_its_ideas_and_each_idea_to_the_page_that_says_more(kiosk: Opened) -> None:
    told(kiosk, STAIRS)
    kiosk.visitor.touch("Ideas for the home")
    assert "Ask the council before you buy." in kiosk.texts()
    kiosk.visitor.touch("Stairs and hall")
    assert "You said that stairs are hard." in kiosk.texts()
    kiosk.visitor.touch("A second rail on the stairs")
    assert kiosk.session.navigator.here == Route("guide", "adaptations-and-grants")


def test_the_whole_result_goes_into_the_booklet_and_out_again(kiosk: Opened) -> None:
    told(kiosk, STAIRS)
    kiosk.visitor.touch("Keep for my booklet")
    page = next(page for page in booklet_of(kiosk.session).documents if page.id == "choosing")
    text = to_plain_text(page, words_in(page.lang))
    assert page.title == "What may help"
    for part in ("Pages to read", "Who can help", "Stairs and hall", "You said that stairs are hard."):
        assert part in text
    kiosk.go("list")
    kiosk.visitor.touch("What may help")
    kiosk.visitor.touch("Kept for my booklet")
    assert "choosing" not in {page.id for page in booklet_of(kiosk.session).documents}


def test_a_room_that_was_kept_stands_in_the_booklet_without_the_rest(kiosk: Opened) -> None:
    has_told(STAIRS, "stairs")(kiosk.session)
    pages = {page.id: page for page in booklet_of(kiosk.session).documents}
    text = to_plain_text(pages["choosing.rooms"], kiosk.session.words)
    assert "A second rail on the stairs" in text
    assert "Pages to read" not in text


def test_the_booklet_is_in_its_own_language_and_tells_of_abuse_only_when_that_is_wanted(kiosk: Opened) -> None:
    has_told(HURT, keep=True)(kiosk.session)
    page = next(page for page in booklet_of(kiosk.session).documents if page.id == "choosing")
    quiet = to_plain_text(page, words_in(page.lang))
    for word in ("hurts", "abuse", "frighten", "safeguarding"):
        assert word not in quiet.casefold()
    kiosk.session.visit.plan_booklet(with_sensitive=True, language="ar")
    page = next(page for page in booklet_of(kiosk.session).documents if page.id == "choosing")
    assert (page.lang, page.title) == ("ar", "ما قد يفيد")
    assert "قلت إن أحدًا يؤذي هذا الشخص أو يخيفه." in to_plain_text(page, words_in(page.lang))


def test_services_are_looked_for_near_the_place_that_was_given(open_at: Open) -> None:
    kiosk = open_at("wide", site__place="Larkmere")
    told(kiosk, {**UNKNOWN, "hard": ("company",)}, "guided-list", "services")
    assert "Who can help near you" in kiosk.texts()
    assert "Where: Near this kiosk" in kiosk.names()
    kiosk.visitor.touch("Where: Near this kiosk")
    assert "Near this kiosk, chosen" in kiosk.names()
    kiosk.visitor.touch("Type a postcode or a place")
    kiosk.visitor.type("hexbridge")
    kiosk.visitor.touch("Use this place")
    assert kiosk.session.navigator.here == Route("guided-list", "services")
    assert kiosk.session.visit.search.place
    near = next(name for name in kiosk.names() if name.startswith("Where: "))
    assert kiosk.session.visit.search.place in near


def test_a_place_given_while_looking_for_help_counts_here_too_and_none_is_invented(kiosk: Opened) -> None:
    told(kiosk, {**UNKNOWN, "hard": ("company",)}, "guided-list", "services")
    assert "near you" not in kiosk.texts()
    assert "Where: Anywhere" in kiosk.names()
    kiosk.session.visit.look_for(SearchState(place="Larkmere"))
    told(kiosk, {**UNKNOWN, "hard": ("company",)})
    assert "Who can help near you" in kiosk.texts()


def test_one_answer_is_changed_from_the_result_and_the_rest_stays(kiosk: Opened) -> None:
    told(kiosk, dict(MUCH))
    kiosk.visitor.touch("Change an answer")
    kiosk.visitor.touch("Where does this person live now?: At home, alone")
    kiosk.visitor.touch("In a care home")
    assert kiosk.session.navigator.here == Route("guided-answers")
    kiosk.visitor.touch("See the result")
    assert kiosk.session.navigator.here == RESULT
    assert given(kiosk.session) == {**MUCH, "where": ("care-home",)}


def test_begin_again_forgets_the_answers_and_nothing_else(kiosk: Opened) -> None:
    kiosk.session.visit.keep("demo:wren-hollow")
    has_told(MUCH, "stairs", keep=True)(kiosk.session)
    kiosk.go("guided-result")
    kiosk.visitor.touch("Change an answer")
    kiosk.visitor.touch("Forget my answers and begin again")
    assert question(kiosk) == "who"
    assert given(kiosk.session) == {}
    assert kiosk.session.visit.shortlist == ("demo:wren-hollow",)
    assert kiosk.session.visit.kept_count == 1


def test_it_is_forgotten_with_the_visit(kiosk: Opened) -> None:
    kiosk.go("guided", "hard")
    kiosk.visitor.touch("Stairs or steps")
    assert not kiosk.session.visit.is_untouched
    has_told(HURT, "stairs", keep=True)(kiosk.session)
    kiosk.go("guided-result")
    kiosk.visitor.touch("Clear this screen")
    assert given(kiosk.session) == {}
    assert kiosk.session.visit.is_untouched
    assert kiosk.session.visit.kept_count == 0


def test_who_finds_nothing_or_asks_for_help_is_led_to_the_questions(kiosk: Opened) -> None:
    kiosk.session.visit.look_for(SearchState(place="Larkmere", types=("telecare",), beneficiaries=("veterans",)))
    kiosk.go("find")
    assert "Nothing was found" in kiosk.texts()
    kiosk.visitor.touch(WAY)
    assert question(kiosk) == "who"
    kiosk.visitor.touch("Help")
    kiosk.visitor.touch(WAY)
    assert question(kiosk) == "who"


@pytest.mark.parametrize(
    ("screen", "key"),
    [
        ("guided", "gone"),
        ("guided", "hard/99"),
        ("guided", "hard/x"),
        ("guided-safety", "who"),
        ("guided-safety", "gone"),
        ("guided-list", "gone"),
        ("guided-list", "room/gone"),
        ("guided-list", ""),
    ],
)
def test_places_that_are_not_there_lead_on(kiosk: Opened, screen: str, key: str) -> None:
    kiosk.go(screen, key)
    assert kiosk.screen.readings()
    assert kiosk.names()


def test_an_answer_that_the_questions_do_not_have_counts_as_not_known(kiosk: Opened) -> None:
    told(kiosk, {**STAIRS, "where": ("the-moon",), "gone": ("yes",), "since": ("days", "weeks")})
    assert "You said that stairs are hard." in kiosk.texts()
    kiosk.visitor.touch("Change an answer")
    assert "the-moon" not in kiosk.texts()


def test_an_edition_without_questions_has_no_way_in_and_no_error(application: QApplication, tmp_path: Path) -> None:
    edition = open_edition(build(write_source(tmp_path / "source"), tmp_path / "edition").folder)
    assert not Library(edition.connection).has_record("choose", "choose")
    with open_kiosk(edition) as kiosk:
        assert WAY not in kiosk.names()
        assert "Make my booklet" in kiosk.names()
        kiosk.go("help")
        assert WAY not in kiosk.names()
        has_told(MUCH, "stairs", keep=True)(kiosk.session)
        for screen, key in (
            ("guided", ""),
            ("guided-safety", "safe"),
            ("guided-answers", ""),
            ("guided-result", ""),
            ("guided-list", "pages"),
        ):
            kiosk.go(screen, key)
            assert "This page is not here any more" in kiosk.texts()
        kiosk.go("list")
        assert kiosk.screen.readings()
        assert "choosing" not in {page.id for page in booklet_of(kiosk.session).documents}


def test_the_way_in_is_light_on_the_way_to_home() -> None:
    script = (
        "import sys, json, kiosk.ui.start, kiosk.ui.screens.attract, kiosk.ui.screens.home\n"
        "print(json.dumps([name for name in sys.modules if 'guided' in name or name.startswith('kiosk.choose')]))"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(finished.stdout) == []
