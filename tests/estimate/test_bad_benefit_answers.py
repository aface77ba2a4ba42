"""Answers about benefits that cannot be used: a plain sentence that begins with the question."""

from __future__ import annotations

from operator import setitem
from typing import Any

import pytest
from worked_benefits import CARER, PENSIONER, WORKER

from kiosk.errors import InputError
from kiosk.estimate.benefit_questions import benefit_questions, check_benefit_answers
from kiosk.estimate.questions import UNKNOWN, answers_asked_for
from kiosk.language import words_in

QUESTIONS = benefit_questions(words_in("en"))


@pytest.mark.parametrize(
    ("answers", "key", "says"),
    [
        ({"earnings": "-1"}, "earnings", "less than nothing"),
        ({"earnings": "10000001"}, "earnings", "more than 10,000,000"),
        ({"savings": ""}, "savings", "empty"),
        ({"savings": None}, "savings", "empty"),
        ({"savings": "a lot"}, "savings", "not an amount"),
        ({"savings": "1.999"}, "savings", "pounds and pence"),
        ({"age": "67"}, "age", "the answer can be under-16"),
        ({"cares": 40}, "cares", "the answer can be nobody"),
        ({"mind": "perhaps"}, "mind", "yes, no"),
        ({"cat": "yes"}, "cat", "no question of this name"),
        # What an earlier answer rules out is never mixed in.
        ({"age": "16-to-pension-age", "state_pension": "100"}, "state_pension", "does not fit"),
        ({"age": "under-16", "savings": "5"}, "savings", "does not fit"),
        ({"age": "under-16", "household": "alone"}, "household", "does not fit"),
        ({"cares": "nobody", "cared_benefit": "yes"}, "cared_benefit", "does not fit"),
        ({"cares": "35-or-more", "cared_benefit": "no", "study": "yes"}, "study", "does not fit"),
        ({"age": "pension-age", "cares": "35-or-more", "study": "yes"}, "study", "does not fit"),
        ({"age": "16-to-pension-age", "cares": "nobody", "earnings": "5"}, "earnings", "does not fit"),
        # Two answers that cannot both be true.
        ({"household": "alone", "needs": "no", "mind": "yes"}, "mind", "You said that you live alone and need no help"),
    ],
)
def test_a_wrong_answer_is_told_by_its_question(answers: dict[str, Any], key: str, says: str) -> None:
    with pytest.raises(InputError) as told:
        check_benefit_answers(answers)
    assert str(told.value).startswith(f"{key}: ")
    assert says in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_i_do_not_know_is_always_an_answer(question: Any) -> None:
    asked = 0
    for start in (PENSIONER, WORKER, CARER):
        answers = dict(answers_asked_for(QUESTIONS, {**start, question.id: UNKNOWN}))
        if question.id in answers:
            asked += 1
            assert check_benefit_answers(answers)[question.id] == UNKNOWN
    assert asked


def test_checked_answers_are_frozen() -> None:
    with pytest.raises(TypeError):
        setitem(check_benefit_answers(PENSIONER), "age", "under-16")
