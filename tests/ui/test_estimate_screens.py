"""What care may cost, worked out by touch, by keys alone, in Arabic; slips are told, Back loses nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from decimal import Decimal

import pytest
from by_keys import focused, go_to, press
from opened_kiosk import Open, Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.audit.states_of_estimates import AT_HOME, OVER, OWNER, UNKNOWN, has_answered
from kiosk.ui import accessible
from kiosk.ui.asking import Asking
from kiosk.ui.booklet_making import booklet_of
from kiosk.ui.routes import Route
from kiosk.ui.screens.estimate_amount import EstimateAmountScreen
from kiosk.ui.session import Session

CARE = "care-costs"
WAY = "Work out roughly what you might pay"
RESULT = Route("estimate-result", CARE)


def given(session: Session) -> dict[str, str]:
    return dict(session.visit.estimates.of(CARE))


def question(kiosk: Opened) -> str:
    """The id of the question that is asked now."""
    return kiosk.session.navigator.here.key.partition("/")[2]


def amount(kiosk: Opened, text: str) -> None:
    """Type an amount on the number pad and use it."""
    kiosk.visitor.type(text)
    kiosk.visitor.touch("Use this amount")


def at(kiosk: Opened, key: str, screen: str = "estimate-amount") -> EstimateAmountScreen:
    shown = kiosk.go(screen, f"{CARE}/{key}")
    assert isinstance(shown, EstimateAmountScreen)
    return shown


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_from_the_money_topic_to_a_result_by_touch(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.go("topic", "money")
    kiosk.visitor.touch(WAY)
    assert "Question 1 of about 13" in kiosk.texts()
    kiosk.visitor.touch("In a care home")
    kiosk.visitor.touch("For good")
    kiosk.visitor.touch("Pension Credit age")
    kiosk.visitor.touch("I live alone")
    amount(kiosk, "5000")
    amount(kiosk, "0")
    amount(kiosk, "0")
    kiosk.visitor.touch("Yes")
    amount(kiosk, "250000")
    kiosk.visitor.touch("Nobody")
    amount(kiosk, "241.30")
    amount(kiosk, "0")
    kiosk.visitor.touch("I don’t know")
    amount(kiosk, "0")
    amount(kiosk, "0")
    kiosk.visitor.touch("No")
    assert question(kiosk) == "cost"
    amount(kiosk, "1298")
    assert kiosk.session.navigator.here == RESULT
    said = kiosk.texts()
    assert "The first 12 weeks: You would probably pay for a part of your care." in said
    assert "The first 12 weeks: About £209.50 a week" in said
    assert "After the first 12 weeks: About £1,298 a week" in said
    assert (
        said.index("About £209.50") < said.index("Personal Expenses Allowance") < said.index("What is not in this sum")
    )
    assert said.index("What is not in this sum") < said.index("This is not a decision.") < said.index("What to do next")
    assert said.index("What to do next") < said.index("Who to ring")


def test_the_same_by_keys_alone(open_at: Open) -> None:
    kiosk = open_at("wide", keys__repeat_ms=0)
    kiosk.go("subtopic", "money/who-pays")
    go_to(kiosk, WAY)
    press(kiosk, Qt.Key.Key_Return)
    go_to(kiosk, "In my own home")
    press(kiosk, Qt.Key.Key_Return)
    for choice in ("Pension Credit age", "I live alone"):
        go_to(kiosk, choice)
        press(kiosk, Qt.Key.Key_Return)
    assert question(kiosk) == "savings"
    QTest.keyClicks(QApplication.focusWidget(), "90000")
    press(kiosk, Qt.Key.Key_Return)
    for _question in ("joint_savings", "other_property"):
        QTest.keyClicks(QApplication.focusWidget(), "0")
        press(kiosk, Qt.Key.Key_Return)
    assert question(kiosk) == "cost", "savings alone decide, so nothing is asked about income"
    go_to(kiosk, "I don’t know")
    press(kiosk, Qt.Key.Key_Space)
    assert "You would probably pay for all of your care at first." in kiosk.texts()
    assert "What does the care cost each week?" in kiosk.texts()
    assert "How much State Pension" not in kiosk.texts()


def test_in_arabic_it_is_arabic_and_comes_to_the_same(open_at: Open) -> None:
    kiosk = open_at("tall", "standard", "day", "ar")
    kiosk.go("estimate", CARE)
    kiosk.visitor.touch("في بيتي")
    kiosk.visitor.touch("بلغت سن")
    kiosk.visitor.touch("أعيش وحدي")
    kiosk.visitor.type("16000")
    kiosk.visitor.touch("استخدم هذا المبلغ")
    assert given(kiosk.session)["savings"] == "16000"
    has_answered(OWNER)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    said = kiosk.texts()
    assert "£209.50" in said
    assert "You would probably" not in said
    assert "الحد الأعلى للمدخرات" in said


def test_back_never_loses_an_answer_and_shows_it_again(kiosk: Opened) -> None:
    kiosk.go("estimate", CARE)
    kiosk.visitor.touch("In a care home")
    kiosk.visitor.touch("For good")
    kiosk.visitor.touch("Back")
    assert "For good, chosen" in kiosk.names()
    kiosk.visitor.touch("Back")
    assert "In a care home, chosen" in kiosk.names()
    kiosk.visitor.touch("In my own home")
    assert question(kiosk) == "age", "the length of a stay is idle now"
    kiosk.visitor.touch("Back")
    kiosk.visitor.touch("In a care home")
    assert "For good, chosen" in kiosk.names(), "and was not lost"


def test_an_amount_that_was_not_used_yet_is_there_after_back_and_after_larger_words(kiosk: Opened) -> None:
    kiosk.go("estimate", f"{CARE}/household")
    at(kiosk, "savings")
    kiosk.visitor.type("1620")
    kiosk.session.visit.choose_display(text_size="large")
    kiosk.visitor.settle()
    shown = kiosk.screen
    assert isinstance(shown, EstimateAmountScreen)
    assert shown.entry.field.text() == "1620"
    kiosk.visitor.touch("Back")
    assert at(kiosk, "savings").entry.field.text() == "1620"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type an amount, or touch “I don’t know”."),
        ("-5", "An amount cannot be less than nothing."),
        ("12.3.4", "This is not an amount."),
        ("lots", "This is not an amount."),
        ("12.345", "2 figures after the point"),
        ("99999999", "This is more than £10,000,000."),
    ],
)
def test_a_slip_is_told_at_the_question_and_nothing_is_used(kiosk: Opened, typed: str, said: str) -> None:
    shown = at(kiosk, "savings")
    shown.entry.field.setText(typed)
    kiosk.visitor.settle()
    kiosk.visitor.touch("Use this amount")
    assert question(kiosk) == "savings"
    assert said in shown.said.text
    assert shown.page.shows(shown.said)
    assert "savings" not in given(kiosk.session)


def test_an_amount_is_said_back_and_understood_as_people_write_it(kiosk: Opened) -> None:
    shown = at(kiosk, "savings")
    shown.entry.field.setText("£16,000.50")
    kiosk.visitor.settle()
    assert shown.said.text == "You typed £16,000.50."
    kiosk.visitor.touch("Use this amount")
    assert given(kiosk.session)["savings"] == "16000.50"
    at(kiosk, "savings").entry.field.setText("١٦٠٠٠")
    kiosk.visitor.settle()
    kiosk.visitor.touch("Use this amount")
    assert Decimal(given(kiosk.session)["savings"]) == 16000


def test_what_was_typed_is_shown_and_never_said_aloud(kiosk: Opened) -> None:
    heard: list[str] = []
    forget = accessible.on_announcement(heard.append)
    shown = at(kiosk, "savings")
    kiosk.visitor.type("16000")
    kiosk.visitor.settle()
    forget()
    assert shown.said.text == "You typed £16,000."
    assert not any("16" in words for words in [*heard, kiosk.texts()])
    assert "It is not read aloud." in kiosk.texts()
    has_answered(AT_HOME)(kiosk.session)
    kiosk.go("estimate-answers", CARE)
    assert "£16,000" not in kiosk.texts()


def test_so_much_a_week_is_asked_about_once_and_then_taken(kiosk: Opened) -> None:
    shown = at(kiosk, "cost")
    amount(kiosk, "24130")
    assert question(kiosk) == "cost"
    assert "That is a lot for one week." in shown.said.text
    kiosk.visitor.touch("Use this amount")
    assert given(kiosk.session)["cost"] == "24130"


def test_answers_that_contradict_are_told_in_words_and_aloud_and_lead_nowhere(kiosk: Opened) -> None:
    has_answered({**OWNER, "home_who": "nobody"})(kiosk.session)
    kiosk.go("estimate", f"{CARE}/home_who")
    heard: list[str] = []
    forget = accessible.on_announcement(heard.append)
    kiosk.visitor.touch("My husband, wife or partner")
    forget()
    told = "You said that you live alone."
    assert question(kiosk) == "home_who"
    assert told in kiosk.texts()
    assert any(told in words for words in heard)
    kiosk.go("estimate-result", CARE)
    assert "Some questions are not answered yet" in kiosk.texts()
    kiosk.visitor.touch("Go on with the questions")
    assert question(kiosk) == "home_who"
    kiosk.visitor.touch("Nobody")
    assert question(kiosk) == "state_pension"


def test_state_pension_before_its_age_is_told_at_the_amount(kiosk: Opened) -> None:
    has_answered({"care": "home", "age": "25-to-pension-age"})(kiosk.session)
    shown = at(kiosk, "state_pension")
    amount(kiosk, "200")
    assert question(kiosk) == "state_pension"
    assert "not yet Pension Credit age" in shown.said.text
    for _figure in "200":
        kiosk.visitor.touch("Rub out")
    amount(kiosk, "0")
    assert question(kiosk) == "private_pension"


def test_one_answer_is_changed_from_the_list_and_the_rest_stays(kiosk: Opened) -> None:
    has_answered(OVER)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    kiosk.visitor.touch("Change an answer")
    kiosk.visitor.turn_page()
    kiosk.visitor.touch("What does the care cost each week?: £1,250.50 a week")
    for _figure in "1250.50":
        kiosk.visitor.touch("Rub out")
    amount(kiosk, "900")
    assert kiosk.session.navigator.here == Route("estimate-answers", CARE)
    kiosk.visitor.touch("See the result")
    assert kiosk.session.navigator.here == RESULT
    assert "About £900 a week" in kiosk.texts()
    assert given(kiosk.session)["savings"] == OVER["savings"]


def test_where_an_amount_is_missing_it_is_asked_of_the_council_and_none_is_guessed(kiosk: Opened) -> None:
    has_answered(UNKNOWN)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    said = kiosk.texts()
    assert "No amount can be given" in said or "We cannot say how much" in said
    assert "Ask the council for these amounts" in said
    assert "What you do not know yet" in said


def test_what_is_not_sure_says_so(kiosk: Opened) -> None:
    has_answered(OWNER)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    assert "Not an official page, so not sure: Which?" in kiosk.texts()
    assert "SI 2014/2672" in kiosk.texts()


def test_numbers_to_ring_come_from_the_contacts(kiosk: Opened) -> None:
    has_answered(OVER)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    card = kiosk.session.edition.library.contact("council.financial-assessment")
    assert card is not None
    assert card.card().phone in kiosk.texts()


def test_it_goes_into_the_booklet_when_it_is_kept_and_out_again(kiosk: Opened) -> None:
    has_answered(OWNER)(kiosk.session)
    kiosk.go("estimate-result", CARE)
    kiosk.visitor.touch("Keep for my booklet")
    assert kiosk.session.visit.kept_count == 1
    pages = {page.id: page for page in booklet_of(kiosk.session).documents}
    assert pages[f"estimate.{CARE}"].title == "What you might pay"
    kiosk.go("list")
    kiosk.visitor.touch(WAY)
    assert kiosk.session.navigator.here == RESULT
    kiosk.visitor.touch("Kept for my booklet")
    assert f"estimate.{CARE}" not in {page.id for page in booklet_of(kiosk.session).documents}


def test_the_booklet_s_page_is_in_the_booklet_s_language(kiosk: Opened) -> None:
    has_answered(OWNER, keep=True)(kiosk.session)
    kiosk.session.visit.plan_booklet(language="ar")
    page = next(page for page in booklet_of(kiosk.session).documents if page.id == f"estimate.{CARE}")
    assert (page.lang, page.title) == ("ar", "ما قد تدفعه")


def test_a_day_without_figures_says_whom_to_ask_and_offers_no_way_in(kiosk: Opened) -> None:
    has_answered(OVER)(kiosk.session)
    kiosk.session.set_clock(lambda: datetime(2040, 1, 1, 10))
    kiosk.go("estimate-result", CARE)
    assert "We do not have the amounts for today." in kiosk.texts()
    kiosk.go("guide", "who-pays")
    assert WAY not in kiosk.names()


@pytest.mark.parametrize(
    ("screen", "key"),
    [
        ("guide", "who-pays"),
        ("guide", "financial-assessment"),
        ("choose-care", ""),
        ("choose-care", "care-home"),
        ("subtopic", "money/who-pays"),
    ],
)
def test_the_pages_about_money_and_the_care_homes_lead_to_it(kiosk: Opened, screen: str, key: str) -> None:
    kiosk.go(screen, key)
    kiosk.visitor.touch(WAY)
    assert kiosk.session.navigator.here == Route("estimate", f"{CARE}/care")


def test_the_way_in_leads_to_where_one_has_come(kiosk: Opened) -> None:
    has_answered({"care": "home", "age": "pension-age"})(kiosk.session)
    kiosk.go("topic", "money")
    kiosk.visitor.touch(WAY)
    assert question(kiosk) == "household"
    has_answered(AT_HOME)(kiosk.session)
    kiosk.go("topic", "money")
    kiosk.visitor.touch(WAY)
    assert kiosk.session.navigator.here == RESULT


def test_it_is_forgotten_with_the_visit_also_what_was_only_typed(kiosk: Opened) -> None:
    has_answered(OWNER, keep=True)(kiosk.session)
    at(kiosk, "cost")
    kiosk.visitor.type("77")
    assert not kiosk.session.visit.is_untouched
    kiosk.session.end_visit()
    kiosk.visitor.settle()
    assert given(kiosk.session) == {}
    assert kiosk.session.visit.is_untouched
    assert at(kiosk, "cost").entry.field.text() == ""


def test_begin_again_forgets_the_answers_of_this_estimate(kiosk: Opened) -> None:
    has_answered(OVER, keep=True)(kiosk.session)
    kiosk.session.visit.keep("demo:wren-hollow")
    kiosk.go("estimate-result", CARE)
    kiosk.visitor.touch("Forget my answers and begin again")
    assert question(kiosk) == "care"
    assert given(kiosk.session) == {}
    assert kiosk.session.visit.shortlist == ("demo:wren-hollow",)
    assert kiosk.session.visit.estimates.kept == ()


def test_unknown_estimates_and_questions_say_so_and_lead_on(kiosk: Opened) -> None:
    for screen in ("estimate", "estimate-amount"):
        kiosk.go(screen, f"{CARE}/stay_length")
        assert "This question is not asked any more" in kiosk.texts()
        kiosk.visitor.touch("Go on with the questions")
        assert question(kiosk) == "care"
    for screen in ("estimate", "estimate-amount", "estimate-answers", "estimate-result"):
        kiosk.go(screen, "gone")
        assert kiosk.screen.readings()


def test_every_question_is_asked_on_the_screen_of_its_kind_with_i_do_not_know(kiosk: Opened) -> None:
    for answers in (AT_HOME, OWNER):
        kiosk.session.visit.forget()
        has_answered(answers)(kiosk.session)
        asking = Asking(kiosk.session, CARE)
        assert len(asking.questions) == len(answers)
        for asked in asking.questions:
            route = asking.route_of(asked)
            kiosk.go(*route)
            assert any(name.startswith("I don’t know") for name in kiosk.names())
            assert asked.text in kiosk.texts()


def test_the_focus_stands_in_the_field_so_that_figures_can_be_struck_at_once(kiosk: Opened) -> None:
    shown = at(kiosk, "savings")
    QTest.keyClicks(QApplication.focusWidget(), "12")
    assert shown.entry.field.text() == "12"
    assert focused(kiosk) == "Pounds"


def test_nothing_of_it_is_on_the_way_to_home() -> None:
    script = (
        "import sys, kiosk.ui.start, kiosk.ui.screens.attract, kiosk.ui.screens.home\n"
        "print([name for name in sys.modules if 'estimate' in name or name == 'kiosk.ui.asking'])"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "[]"
