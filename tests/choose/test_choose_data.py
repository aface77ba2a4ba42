"""The data of Help me choose: what the file may hold, what is wrong with it, and the answers that may be given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk import resources
from kiosk.choose.answers import check_answers
from kiosk.choose.checks import unknown_kinds
from kiosk.content.checks import check_records
from kiosk.content.choose_checks import choose_faults
from kiosk.content.choose_data import MAX_QUESTIONS, ChooseData, choose_from_record, read_choose
from kiosk.content.sources import read
from kiosk.errors import InputError

FILE = resources.national_source() / "choose.toml"

_SMALL = """
[[questions]]
id = "hard"
text.en = "What is hard?"
several = true
[[questions.choices]]
id = "stairs"
text.en = "Stairs"
because.en = "You said that stairs are hard."
[[questions.choices]]
id = "nothing"
text.en = "Nothing"
because.en = "You said that nothing is hard."
alone = true
[[rules]]
when = { hard = ["stairs"] }
pages = ["equipment"]
equipment = ["rail"]
weight = 3
[[rooms]]
id = "stairs"
title.en = "Stairs"
[[equipment]]
id = "rail"
room = "stairs"
text.en = "A rail"
page = "equipment"
"""


def _written(tmp_path: Path, text: str) -> ChooseData:
    file = tmp_path / "choose.toml"
    file.write_text(text, encoding="utf-8")
    return choose_from_record(read_choose(file).body)


@pytest.fixture(scope="module")
def national() -> ChooseData:
    return choose_from_record(read_choose(FILE).body)


def test_there_are_at_most_eight_questions_and_each_is_plain_english_and_arabic(national: ChooseData) -> None:
    assert 1 <= len(national.questions) <= MAX_QUESTIONS == 8
    for question in national.questions:
        assert {"en", "ar"} <= set(question.texts)
        for choice in question.choices:
            assert {"en", "ar"} <= set(choice.texts)
            assert choice.because["en"].startswith("You said that ")
            assert {"en", "ar"} <= set(choice.because)


def test_every_answer_that_is_hard_or_unsafe_leads_somewhere(national: ChooseData) -> None:
    led = {(question, answer) for rule in national.rules for question, answers in rule.when for answer in answers}
    for question in national.questions:
        if question.id in ("hard", "safe", "money"):
            for choice in question.choices:
                assert (question.id, choice.id) in led or choice.id in ("yes", "no")


def test_the_national_file_is_in_order(national: ChooseData) -> None:
    records = read(resources.national_source())
    pages = {record.body["id"] for record in records if record.kind == "guide" and record.body["lang"] == "en"}
    contacts = {record.key for record in records if record.kind == "contact"}
    contacts |= {"council.safeguarding", "council.adult-social-care"}
    assert list(choose_faults(national, pages, contacts)) == []
    assert list(unknown_kinds(records)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('hard = ["stairs"]', 'hard = ["steps"]', "the answer steps to hard, which is not there"),
        ('hard = ["stairs"]', 'money = ["stairs"]', "the question money, which is not there"),
        ('hard = ["stairs"]', "hard = []", "names no answers"),
        ('hard = ["stairs"]', 'hard = "stairs"', "list of ids"),
        ('equipment = ["rail"]', 'equipment = ["lift"]', "the equipment lift, which is not there"),
        ("weight = 3", "weight = 10", "whole number from 1 to 9"),
        ("weight = 3", 'weight = "3"', "whole number from 1 to 9"),
        ("weight = 3", "", "weight is missing"),
        ("weight = 3", "weight = 3\npoints = 4", "points is not a name we know"),
        ('room = "stairs"', 'room = "attic"', "the room attic, which is not there"),
        ('id = "nothing"', 'id = "stairs"', "stands here twice"),
        ('id = "nothing"', 'id = "dont-know"', "stands here twice"),
        ('text.en = "What is hard?"', 'text.ar = "x"', "has no English words"),
        ('because.en = "You said that stairs are hard."', "", "because is missing"),
        ("[[rooms]]", "[[places]]", "places is not a name we know"),
        ("weight = 3", "weight = = 3", "not valid TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_where(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in _SMALL
    with pytest.raises(InputError) as told:
        _written(tmp_path, _SMALL.replace(old, new, 1))
    assert says in str(told.value)
    assert "choose.toml" in str(told.value)


def test_a_ninth_question_is_too_many(tmp_path: Path) -> None:
    question = _SMALL.partition("[[rules]]")[0]
    more = "".join(question.replace('"hard"', f'"hard{number}"') for number in range(8))
    with pytest.raises(InputError, match="9 questions, at most 8"):
        _written(tmp_path, more + _SMALL)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('pages = ["equipment"]', 'pages = ["eqipment"]', "page"),
        ('page = "equipment"', 'page = "nowhere"', "page"),
        ("weight = 3", "weight = 3\nurgent = true", "urgent"),
        ("weight = 3", 'weight = 3\nurgent = true\ncontacts = ["council.nobody"]', "contact-unknown"),
        ('text.en = "A rail"', 'text.en = "A rail for £30"', "money-in-text"),
        ('text.en = "A rail"', 'text.en = "A rail, ring 0161 496 0123"', "phone-in-text"),
        ('pages = ["equipment"]\nequipment = ["rail"]', "", "rule"),
    ],
)
def test_check_finds_what_is_broken(tmp_path: Path, old: str, new: str, code: str) -> None:
    data = _written(tmp_path, _SMALL)
    assert list(choose_faults(data, {"equipment"}, set())) == []
    data = _written(tmp_path, _SMALL.replace(old, new, 1))
    assert code in {found for _, found, _ in choose_faults(data, {"equipment"}, set())}


def test_kiosk_check_reads_the_file_of_a_source(tmp_path: Path) -> None:
    file = tmp_path / "choose.toml"
    file.write_text(_SMALL.replace('["stairs"] }', '["stairs"] }\ntypes = ["stair-lifts"]'), encoding="utf-8")
    record = read_choose(file)
    assert ("error", "page") in {
        (finding.level, finding.code) for finding in check_records([record], date(2026, 11, 22))
    }
    assert [finding.code for finding in unknown_kinds([record])] == ["type"]


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"pets": "cat"}, "pets: there is no question of this name"),
        ({"hard": "steps"}, "hard: the answer can be stairs, nothing or dont-know"),
        ({"hard": 3}, "hard: the answer can be"),
        ({"hard": []}, "hard: the answer is empty"),
        ({"hard": ""}, "hard: the answer is empty"),
        ({"hard": None}, "hard: the answer is empty"),
        ({"hard": {"stairs": 1}}, "hard: the answer can be"),
        ({"hard": [["stairs"]]}, "hard: the answer can be"),
        ({"hard": ["stairs", "stairs"]}, "hard: an answer is given twice"),
        ({"hard": ["stairs", "nothing"]}, "hard: nothing cannot stand beside other answers"),
        ({"hard": ["stairs", "dont-know"]}, "hard: dont-know cannot stand beside other answers"),
    ],
)
def test_a_wrong_answer_is_told_by_its_question(tmp_path: Path, answers: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as told:
        check_answers(_written(tmp_path, _SMALL), answers)
    assert str(told.value).startswith(says)
    assert "\n" not in str(told.value)


def test_only_where_several_are_asked_for_may_several_be_given(national: ChooseData) -> None:
    with pytest.raises(InputError, match="who: only 1 answer"):
        check_answers(national, {"who": ["me", "someone"]})
    assert check_answers(national, {"hard": ["stairs", "falls"], "who": "me"})["who"] == ("me",)
