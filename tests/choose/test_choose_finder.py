"""What answers lead to in the demonstration edition: safety first, reasons that were said, ranks that rules give."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk import resources
from kiosk.choose.answers import check_answers
from kiosk.choose.finder import Chosen, choose
from kiosk.content.choose_data import UNKNOWN, ChooseData, choose_from_record, read_choose
from kiosk.edition.current import open_current

DATA = choose_from_record(read_choose(resources.national_source() / "choose.toml").body)
CALM = {"who": "me", "where": "with-others", "hard": "nothing", "since": "long", "helper": "family", "money": "no"}


@pytest.fixture(scope="module")
def connection(demo_folder: Path) -> Iterator[sqlite3.Connection]:
    opened = open_current(demo_folder)
    yield opened.connection
    opened.close()


def _chosen(connection: sqlite3.Connection, answers: dict[str, Any], language: str = "en") -> Chosen:
    return choose(DATA, check_answers(DATA, answers), connection, language)


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for question in DATA.questions:
        ids = [choice.id for choice in question.choices]
        one = st.sampled_from([*ids, UNKNOWN])
        if question.several:
            many = st.lists(st.sampled_from([c.id for c in question.choices if not c.alone]), min_size=1, unique=True)
            answers[question.id] = draw(st.one_of(one, many))
        else:
            answers[question.id] = draw(one)
    return answers


def test_the_reason_is_what_was_said(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {**CALM, "hard": ["stairs"], "safe": "yes"})
    pages = {page.id: page for page in found.pages}
    assert pages["adaptations-and-grants"].because == ("You said that stairs are hard.",)
    rails = {idea.id: idea for idea in found.ideas}
    assert rails["stair-rail"].room == "stairs"
    assert rails["stair-rail"].because == ("You said that stairs are hard.",)
    assert not found.urgent
    assert found.contacts == ()


def test_a_page_that_several_answers_lead_to_comes_higher_and_has_all_the_reasons(
    connection: sqlite3.Connection,
) -> None:
    found = _chosen(connection, {**CALM, "hard": ["stairs", "washing", "bed"], "safe": "yes"})
    by_id = {page.id: page for page in found.pages}
    assert by_id["equipment"].score == 4 + 4 + 4
    assert len(by_id["equipment"].because) == 3
    places = [page.id for page in found.pages]
    assert places.index("equipment") < places.index("adaptations-and-grants")


def test_the_reason_that_weighs_most_comes_first(connection: sqlite3.Connection) -> None:
    answers = {"who": "someone", "where": "alone", "hard": ["falls", "memory"], "helper": "i-cannot"}
    found = _chosen(connection, answers)
    care = next(service for service in found.services if len(service.because) > 2)
    assert care.because[0] == "You said that helping is too much for you."
    telecare = next(page for page in found.pages if page.id == "telecare")
    assert telecare.because.index("You said that falling is a worry.") < telecare.because.index(
        "You said that this person lives alone."
    )


@pytest.mark.parametrize(
    ("answers", "page", "contact"),
    [
        ({"safe": "danger"}, "worried-about-abuse", "emergency.999"),
        ({"safe": "hurt"}, "worried-about-abuse", "council.safeguarding"),
        ({"safe": "money-taken"}, "worried-about-abuse", "council.safeguarding"),
        ({"safe": "bad-care", "where": "care-home"}, "worried-about-a-care-home", "council.safeguarding"),
        ({"helper": "i-cannot", "safe": "yes"}, "if-you-cannot-go-on", "national.carers-uk"),
    ],
)
def test_safety_comes_first_whatever_else_was_said(
    connection: sqlite3.Connection, answers: dict[str, str], page: str, contact: str
) -> None:
    everything = {"hard": ["stairs", "washing", "bed", "meals", "falls", "out", "memory"], "since": "long"}
    found = _chosen(connection, {**everything, "money": "debt", **answers})
    assert found.urgent
    assert found.pages[0].id == page
    assert found.pages[0].urgent
    assert contact in found.contacts


def test_danger_comes_before_a_carer_who_is_worn_out(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {"safe": "hurt", "helper": "i-cannot"})
    assert found.pages[0].id == "worried-about-abuse"
    assert found.contacts[0] == "emergency.999"


def test_someone_who_does_not_know_if_it_is_safe_is_shown_where_to_ask(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {**CALM, "safe": UNKNOWN})
    assert "worried-about-abuse" in [page.id for page in found.pages]
    assert not found.urgent
    assert found.unknown == ("safe",)


def test_services_are_those_of_the_kinds_that_rules_name(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {"hard": "out"})
    assert found.services
    assert all("community-transport" in service.hit.types for service in found.services)
    assert all(service.because == ("You said that getting out is hard.",) for service in found.services)


def test_nothing_answered_leads_nowhere_and_everything_is_unknown(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {})
    assert (found.pages, found.services, found.ideas, found.urgent) == ((), (), (), False)
    assert found.unknown == tuple(question.id for question in DATA.questions)


def test_an_arabic_visitor_reads_the_reasons_in_arabic(connection: sqlite3.Connection) -> None:
    found = _chosen(connection, {"hard": "stairs"}, "ar")
    assert found.pages[0].because == ("قلت إن الدرج صعب.",)
    assert any("الدرج" in idea.text for idea in found.ideas)


def test_a_page_that_an_edition_has_not_got_is_left_out(connection: sqlite3.Connection) -> None:
    from dataclasses import replace

    gone = [replace(rule, pages=("nowhere", *rule.pages)) for rule in DATA.rules]
    data = ChooseData(DATA.questions, tuple(gone), DATA.rooms, DATA.equipment)
    found = choose(data, check_answers(data, {"hard": "stairs"}), connection, "en")
    assert "nowhere" not in [page.id for page in found.pages]
    assert found.pages


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(answers=any_answers())
def test_every_result_has_a_reason_that_was_said_and_urgent_ones_come_first(
    connection: sqlite3.Connection, answers: dict[str, Any]
) -> None:
    found = _chosen(connection, answers)
    said = set()
    for question in DATA.questions:
        given_answers = answers[question.id] if isinstance(answers[question.id], list) else [answers[question.id]]
        said |= {choice.because["en"] for choice in question.choices if choice.id in given_answers}
    reasons = [page.because for page in found.pages if answers["safe"] != UNKNOWN or page.because]
    reasons += [service.because for service in found.services] + [idea.because for idea in found.ideas]
    assert all(because and set(because) <= said for because in reasons)
    order = [page.urgent for page in found.pages]
    assert order == sorted(order, reverse=True)
    calm = [page.score for page in found.pages if not page.urgent]
    assert calm == sorted(calm, reverse=True)
    assert len({page.id for page in found.pages}) == len(found.pages) <= 12
    assert len({service.hit.id for service in found.services}) == len(found.services) <= 8


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(answers=any_answers())
def test_an_answer_more_never_takes_safety_away(connection: sqlite3.Connection, answers: dict[str, Any]) -> None:
    unsafe = {**answers, "safe": "hurt"}
    assert _chosen(connection, unsafe).pages[0].id == "worried-about-abuse"
