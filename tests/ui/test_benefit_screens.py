"""What somebody may be able to claim, asked by touch, by keys alone, in Arabic; kept, put in the booklet, forgotten."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from by_keys import go_to, press
from opened_kiosk import Open, Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.audit.states_of_benefits import (
    CARER,
    CHILD,
    EARNS_TOO_MUCH,
    NOT_SURE,
    OLD_AND_ILL,
    OLD_COUPLE_CARING,
    has_told,
)
from kiosk.audit.states_of_estimates import OWNER, has_answered
from kiosk.content.contacts import Contact
from kiosk.ui import accessible
from kiosk.ui.asking import Asking
from kiosk.ui.booklet_making import booklet_aloud, booklet_of
from kiosk.ui.estimate_ways import OF_GUIDES
from kiosk.ui.routes import Route
from kiosk.ui.screens.estimate_amount import EstimateAmountScreen

BENEFITS = "benefits"
WAY = "See what you may be able to claim"
RESULT = Route("estimate-result", BENEFITS)


def given(kiosk: Opened) -> dict[str, str]:
    return dict(kiosk.session.visit.estimates.of(BENEFITS))


def question(kiosk: Opened) -> str:
    """The id of the question that is asked now."""
    return kiosk.session.navigator.here.key.partition("/")[2]


def amounts(kiosk: Opened, *texts: str) -> None:
    """Type an amount at one question after another, and use it."""
    for text in texts:
        kiosk.visitor.type(text)
        kiosk.visitor.touch("Use this amount")


def result_of(kiosk: Opened, answers: dict[str, str]) -> str:
    """All words of the result for somebody who answered so."""
    has_told(answers)(kiosk.session)
    kiosk.go(*RESULT)
    return kiosk.texts()


@pytest.mark.parametrize("shape", ["wide", "small"])
def test_from_the_money_topic_to_a_result_by_touch(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.go("topic", "money")
    kiosk.visitor.touch(WAY)
    assert "It is not a decision. You can always choose “I don’t know”." in kiosk.texts()
    kiosk.visitor.touch("State Pension age or over")
    kiosk.visitor.touch("I live alone")
    kiosk.visitor.touch("Yes, and I get no benefit for it")
    kiosk.visitor.touch("No")
    kiosk.visitor.touch("I look after nobody")
    amounts(kiosk, "0", "180", "20", "12000")
    assert kiosk.session.navigator.here == RESULT
    said = kiosk.texts()
    order = (
        "Ask about this first: Attendance Allowance.",
        "This is not a decision and not a score.",
        "Up to £114.60 a week.",
        "You said that you need help and get no benefit for it.",
        "Ring for the form, or claim online.",
        "Attendance Allowance helpline",
        "What Pension Credit may come to",
        "Less Council Tax",
        "Ask about these too",
        "What we did not look at",
        "What to do next",
        "Who to ring",
        "Where the rules come from",
    )
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "£34 to £120.05" in said


def test_a_carer_by_keys_alone(open_at: Open) -> None:
    kiosk = open_at("wide", keys__repeat_ms=0)
    kiosk.go("subtopic", "carers/money-and-work")
    go_to(kiosk, WAY)
    press(kiosk, Qt.Key.Key_Return)
    for choice in ("16 or over", "With other people of 18", "No", "Yes", "35 hours or more", "Yes", "No"):
        go_to(kiosk, choice)
        press(kiosk, Qt.Key.Key_Return)
    for asked, typed in (("earnings", "150"), ("savings", "4000")):
        assert question(kiosk) == asked
        QTest.keyClicks(QApplication.focusWidget(), typed)
        press(kiosk, Qt.Key.Key_Return)
    assert given(kiosk) == CARER
    said = kiosk.texts()
    assert "Ask about this first: Carer's Allowance." in said
    assert "Carer's Allowance: Up to £86.45 a week" in said
    assert "What the person you care for may lose: extra for severe disability" in said
    assert "The person you care for may lose extra money for severe disability." in said


def test_in_arabic_it_is_arabic_and_comes_to_the_same(open_at: Open) -> None:
    kiosk = open_at("tall", "standard", "day", "ar")
    said = result_of(kiosk, OLD_AND_ILL)
    assert "£114.60" in said
    assert "£120.05" in said
    assert "ما قد تستطيع أن تطلبه" in said
    for english in ("You said", "You may", "Check this", "How to claim", "Ring", "Amounts", "Less Council Tax"):
        assert english not in said


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (OLD_AND_ILL, list(OLD_AND_ILL)),
        (CARER, list(CARER)),
        (CHILD, ["age", "needs"]),
        ({"age": "16-to-pension-age", "cares": "nobody"}, ["age", "household", "needs", "mind", "cares", "savings"]),
    ],
)
def test_only_what_changes_the_result_is_asked(kiosk: Opened, answers: dict[str, str], asked: list[str]) -> None:
    has_told(answers)(kiosk.session)
    assert [question.id for question in Asking(kiosk.session, BENEFITS).questions] == asked


def test_every_question_is_asked_on_the_screen_of_its_kind_with_i_do_not_know(kiosk: Opened) -> None:
    for answers in (OLD_COUPLE_CARING, CARER):
        kiosk.session.visit.forget()
        has_told(answers)(kiosk.session)
        asking = Asking(kiosk.session, BENEFITS)
        for asked in asking.questions:
            kiosk.go(*asking.route_of(asked))
            assert any(name.startswith("I don’t know") for name in kiosk.names())
            assert asked.text in kiosk.texts()
            assert asked.help in kiosk.texts()


def test_answers_that_contradict_are_told_in_words_and_aloud_and_lead_nowhere(kiosk: Opened) -> None:
    has_told({**OLD_AND_ILL, "needs": "no"})(kiosk.session)
    kiosk.go("estimate", f"{BENEFITS}/mind")
    heard: list[str] = []
    forget = accessible.on_announcement(heard.append)
    kiosk.visitor.touch("Yes")
    forget()
    told = "You said that you live alone and need no help."
    assert question(kiosk) == "mind"
    assert told in kiosk.texts()
    assert any(told in words for words in heard)
    kiosk.go(*RESULT)
    assert "Some questions are not answered yet" in kiosk.texts()
    kiosk.visitor.touch("Go on with the questions")
    kiosk.visitor.touch("No")
    assert question(kiosk) == "cares"


@pytest.mark.parametrize(("typed", "said"), [("", "Type an amount"), ("-5", "less than nothing"), ("1.2.3", "not an")])
def test_a_slip_is_told_at_the_question_and_nothing_is_used(kiosk: Opened, typed: str, said: str) -> None:
    has_told({"age": "pension-age"})(kiosk.session)
    shown = kiosk.go("estimate-amount", f"{BENEFITS}/other_income")
    assert isinstance(shown, EstimateAmountScreen)
    shown.entry.field.setText(typed)
    kiosk.visitor.settle()
    kiosk.visitor.touch("Use this amount")
    assert question(kiosk) == "other_income"
    assert said in shown.said.text
    assert "other_income" not in given(kiosk)


def test_an_answer_that_changes_the_way_leaves_no_other_behind_in_the_result(kiosk: Opened) -> None:
    has_told(OLD_COUPLE_CARING)(kiosk.session)
    kiosk.go("estimate", BENEFITS)
    kiosk.visitor.touch("Under 16")
    kiosk.go(*RESULT)
    said = kiosk.texts()
    assert "A higher rate of the care benefit that you get" in said
    assert "Pension Credit" not in said.partition("What to do next")[0]
    assert given(kiosk)["state_pension"] == "241.30", "it is kept, for whoever changes their mind"


def test_what_is_ruled_out_comes_after_the_rest_with_the_answer_and_the_limit(kiosk: Opened) -> None:
    said = result_of(kiosk, EARNS_TOO_MUCH)
    ruled_out = said[said.index("Probably not now") : said.index("What we did not look at")]
    assert "You said that you earn more than the limit." in ruled_out
    assert "£204" in ruled_out
    assert "You said that you have more in savings than the limit." in ruled_out
    assert "£16,000" in ruled_out
    assert said.index("Less Council Tax") < said.index("Probably not now")


def test_nobody_is_led_first_to_what_can_also_take_money_away(kiosk: Opened) -> None:
    said = result_of(kiosk, OLD_COUPLE_CARING)
    assert "Ask about this first: Pension Credit (guarantee credit)." in said
    assert said.index("What Pension Credit may come to") < said.index("No money is paid beside your State Pension.")
    assert said.index("Ask about these too") < said.index("A higher rate of the care benefit that you get")
    assert "Get free advice first. Then ask them to look at it again. It can also go down." in said


def test_what_was_not_asked_is_never_said_as_if_it_were_true(kiosk: Opened) -> None:
    said = result_of(kiosk, OLD_AND_ILL)
    assert "Check this: You are 75 or over" in said
    assert "Check this: You reached State Pension age before 6 April 2016." in said
    assert said.count("You reached State Pension age before") == 1


def test_what_nobody_knows_rules_nothing_out_and_is_listed(kiosk: Opened) -> None:
    said = result_of(kiosk, NOT_SURE)
    assert "You were not sure of an answer, so we show it too." in said
    assert "Probably not now" not in said
    unknown = said[said.index("What you do not know yet") : said.index("What we did not look at")]
    assert "Who do you live with?" in unknown
    assert "How much do you have in savings?" in unknown


def test_what_is_not_sure_says_so_at_the_benefit_and_at_the_end(kiosk: Opened) -> None:
    said = result_of(kiosk, OLD_AND_ILL)
    assert "Some of these rules are not from an official page, so we are not sure of them. Ask." in said
    assert "Not an official page, so not sure: CalcHub" in said
    sure = said[said.index("Money for people over State Pension age") : said.index("It makes up your income")]
    assert "not from an official page" not in sure, "Attendance Allowance rests on the Act and on GOV.UK"


def test_every_number_to_ring_is_one_of_the_contacts(kiosk: Opened) -> None:
    known = {re.sub(r"\s", "", contact.card().phone) for contact in _contacts(kiosk)}
    for answers in (OLD_AND_ILL, CARER, OLD_COUPLE_CARING):
        kiosk.session.visit.forget()
        lines = [line for line in result_of(kiosk, answers).splitlines() if "Textphone" not in line]
        numbers = re.findall(r"(?<![\d£,.])0[0-9][0-9 \u00a0]{8,}[0-9]", "\n".join(lines))
        assert len(numbers) >= 5
        assert {re.sub(r"\s", "", number) for number in numbers} <= known


def _contacts(kiosk: Opened) -> list[Contact]:
    """Those that results of the benefits name, as far as the edition has them."""
    from kiosk.estimate.benefits import estimate
    from kiosk.estimate.figures_on import figures_of_library

    figures = figures_of_library(kiosk.session.edition.library, kiosk.session.today())
    keys: set[str] = set()
    for answers in (OLD_AND_ILL, CARER, OLD_COUPLE_CARING):
        found = estimate(answers, figures)
        keys |= {key for benefit in found.benefits for key in benefit.contacts} | set(found.contacts)
    return [contact for key in keys if (contact := kiosk.session.edition.library.contact(key)) is not None]


def test_the_page_of_a_benefit_is_one_touch_away_and_back_returns(kiosk: Opened) -> None:
    result_of(kiosk, OLD_AND_ILL)
    kiosk.visitor.touch("Attendance Allowance")
    assert kiosk.session.navigator.here == Route("guide", "attendance-allowance")
    kiosk.visitor.touch("Back")
    assert kiosk.session.navigator.here == RESULT


def test_it_goes_into_the_booklet_beside_the_other_estimate_and_out_again(kiosk: Opened) -> None:
    has_answered(OWNER, keep=True)(kiosk.session)
    result_of(kiosk, OLD_AND_ILL)
    kiosk.visitor.touch("Keep for my booklet")
    assert kiosk.session.visit.kept_count == 2
    pages = {page.id: page.title for page in booklet_of(kiosk.session).documents}
    assert pages[f"estimate.{BENEFITS}"] == "What you may be able to claim"
    assert pages["estimate.care-costs"] == "What you might pay"
    aloud = "\n".join(reading.text for reading in booklet_aloud(kiosk.session))
    assert "Ask about this first: Attendance Allowance." in aloud
    kiosk.go("list")
    assert "What to ask about, not a decision" in kiosk.texts()
    kiosk.visitor.touch(WAY)
    assert kiosk.session.navigator.here == RESULT
    kiosk.visitor.touch("Kept for my booklet")
    assert f"estimate.{BENEFITS}" not in {page.id for page in booklet_of(kiosk.session).documents}


def test_the_booklet_s_page_is_in_the_booklet_s_language(kiosk: Opened) -> None:
    has_told(CARER, keep=True)(kiosk.session)
    kiosk.session.visit.plan_booklet(language="ar")
    page = next(page for page in booklet_of(kiosk.session).documents if page.id == f"estimate.{BENEFITS}")
    assert (page.lang, page.title) == ("ar", "ما قد تستطيع أن تطلبه")


def test_begin_again_forgets_these_answers_and_no_others(kiosk: Opened) -> None:
    has_answered(OWNER)(kiosk.session)
    result_of(kiosk, CARER)
    kiosk.visitor.touch("Forget my answers and begin again")
    assert question(kiosk) == "age"
    assert given(kiosk) == {}
    assert dict(kiosk.session.visit.estimates.of("care-costs")) == OWNER


def test_it_is_forgotten_with_the_visit(kiosk: Opened) -> None:
    has_told(OLD_AND_ILL, keep=True)(kiosk.session)
    kiosk.session.end_visit()
    kiosk.visitor.settle()
    assert given(kiosk) == {}
    assert kiosk.session.visit.is_untouched


def test_a_day_without_figures_says_whom_to_ask_and_offers_no_way_in(kiosk: Opened) -> None:
    has_told(OLD_AND_ILL)(kiosk.session)
    kiosk.session.set_clock(lambda: datetime(2040, 1, 1, 10))
    kiosk.go(*RESULT)
    assert "Ask for a free check of what you could get." in kiosk.texts()
    for screen, key in (("guide", "attendance-allowance"), ("topic", "money"), ("subtopic", "carers/money-and-work")):
        kiosk.go(screen, key)
        assert WAY not in kiosk.names()


@pytest.mark.parametrize("guide", sorted(key for key, estimate in OF_GUIDES.items() if estimate == BENEFITS))
def test_the_pages_about_benefits_lead_to_it(kiosk: Opened, guide: str) -> None:
    assert kiosk.session.edition.library.guide(guide, "en") is not None
    kiosk.go("guide", guide)
    kiosk.visitor.touch(WAY)
    assert kiosk.session.navigator.here == Route("estimate", f"{BENEFITS}/age")
