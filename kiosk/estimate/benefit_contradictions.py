"""Answers about benefits that cannot both be true, each told at the later question in one plain sentence."""

from __future__ import annotations

from kiosk.estimate import benefit_questions as asked
from kiosk.estimate.questions import YES, Answers, choice
from kiosk.language import Words


def contradictions(answers: Answers, words: Words) -> dict[str, str]:
    """By the question at which it is told; empty when the answers fit together.

    A condition of the mind counts for Council Tax in an adult of the home (Local Government Finance Act 1992, Schedule
    1, paragraph 2): someone who is the only adult would need help because of it.
    """
    _ = words.gettext
    alone, well = choice(answers, "household") == asked.ALONE, choice(answers, "needs") == asked.NO_NEED
    if alone and well and choice(answers, "mind") == YES:
        return {
            "mind": _(
                "You said that you live alone and need no help. If you have such a condition, go back and say that you "
                "need help. Do not count people in other homes."
            )
        }
    return {}
