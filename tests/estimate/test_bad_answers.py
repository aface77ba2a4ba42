"""Answers that cannot be used: a plain sentence that begins with the question, and never a sum."""

from __future__ import annotations

from decimal import Decimal
from operator import setitem
from typing import Any

import pytest
from worked import AT_HOME, FOR_GOOD

from kiosk.errors import InputError
from kiosk.estimate.care_questions import care_questions, check_care_answers
from kiosk.estimate.questions import UNKNOWN, answers_asked_for
from kiosk.language import words_in


@pytest.mark.parametrize(
    ("answers", "key", "says"),
    [
        ({"savings": "-1"}, "savings", "less than nothing"),
        ({"savings": Decimal("-0.01")}, "savings", "less than nothing"),
        ({"savings": "10000000.01"}, "savings", "more than 10,000,000"),
        ({"savings": "1e30"}, "savings", "more than 10,000,000"),
        ({"savings": "NaN"}, "savings", "not an amount"),
        ({"savings": "Infinity"}, "savings", "not an amount"),
        ({"savings": "lots"}, "savings", "not an amount"),
        ({"savings": True}, "savings", "not an amount"),
        ({"savings": []}, "savings", "not an amount"),
        ({"savings": "1.005"}, "savings", "pounds and pence"),
        ({"savings": ""}, "savings", "empty"),
        ({"savings": None}, "savings", "empty"),
        ({"care": "hospital"}, "care", "the answer can be home, care-home"),
        ({"care": 1}, "care", "the answer can be"),
        ({"care": "care-home", "own_home": "maybe"}, "own_home", "yes, no"),
        ({"pets": "3"}, "pets", "no question of this name"),
        ({"care": "home", "stay": "permanent"}, "stay", "does not fit"),
        ({"care": "home", "home_value": "1"}, "home_value", "does not fit"),
        ({"care": "care-home", "household": "alone", "pays_partner": "yes"}, "pays_partner", "does not fit"),
        (
            {"care": "care-home", "stay": "permanent", "household": "alone", "own_home": "yes", "home_who": "partner"},
            "home_who",
            "live alone",
        ),
        (
            {"care": "care-home", "household": "alone", "own_home": "yes", "home_who": "relative-60"},
            "home_who",
            "move in later",
        ),
        (
            {"care": "care-home", "household": "others", "own_home": "yes", "home_who": "partner"},
            "home_who",
            "do not live with a partner",
        ),
        ({"age": "18-to-24", "state_pension": "200"}, "state_pension", "not yet Pension Credit age"),
    ],
)
def test_a_wrong_answer_is_told_by_its_question(answers: dict[str, Any], key: str, says: str) -> None:
    with pytest.raises(InputError) as told:
        check_care_answers(answers)
    assert str(told.value).startswith(f"{key}: ")
    assert says in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("question", care_questions(words_in("en")), ids=lambda question: question.id)
def test_i_do_not_know_is_always_an_answer(question: Any) -> None:
    starts: tuple[dict[str, Any], ...] = (AT_HOME, FOR_GOOD, {**FOR_GOOD, "own_home": "yes"})
    for start in starts:
        answers: dict[str, Any] = {key: value for key, value in start.items() if key != question.id}
        if question.when(check_care_answers(answers_asked_for(care_questions(words_in("en")), answers))):
            answers = dict(answers_asked_for(care_questions(words_in("en")), {**answers, question.id: UNKNOWN}))
            assert check_care_answers(answers)[question.id] == UNKNOWN


def test_an_answer_that_an_earlier_one_made_idle_is_kept_by_a_screen_and_not_used() -> None:
    given = {**AT_HOME, "stay": "permanent"}
    used = answers_asked_for(care_questions(words_in("en")), given)
    assert "stay" not in used
    assert "stay" in given
    assert check_care_answers(used)["care"] == "home"


def test_checked_answers_are_frozen() -> None:
    with pytest.raises(TypeError):
        setitem(check_care_answers(AT_HOME), "care", "care-home")


def test_amounts_can_be_numbers_or_words_of_digits() -> None:
    assert check_care_answers({"savings": 12})["savings"] == Decimal(12)
    assert check_care_answers({"savings": "12.50"})["savings"] == Decimal("12.5")
    assert check_care_answers({"savings": "-0"})["savings"] == 0
