"""Which questions about care costs are still worth asking: none about income where savings alone decide."""

from __future__ import annotations

from kiosk.errors import InputError
from kiosk.estimate.care_capital import limits_on, savings_steps
from kiosk.estimate.care_questions import care_questions
from kiosk.estimate.figures_on import FiguresOn
from kiosk.estimate.questions import Answers, Question, asked
from kiosk.language import Words

_DECIDE = ("care", "stay", "stay_length", "age", "household", "savings", "joint_savings", "other_property", "cost")
_OF_CAPITAL = ("savings", "joint_savings", "other_property")


def care_questions_left(answers: Answers, figures: FiguresOn, words: Words) -> tuple[Question, ...]:
    """The questions that these answers lead to, in order.

    Someone whose savings, without their home, are over the upper limit pays the full cost whatever their home and
    income are (Care Act 2014 section 17, regulation 12): they are not asked about those.
    """
    wanted = asked(care_questions(words), answers)
    if not savings_decide(answers, figures):
        return wanted
    return tuple(question for question in wanted if question.id in _DECIDE)


def savings_decide(answers: Answers, figures: FiguresOn) -> bool:
    """Whether all savings are known or named so far, and are over the upper limit of the day."""
    if any(key not in answers for key in _OF_CAPITAL):
        return False
    try:
        limits = limits_on(figures)[0]
    except InputError:
        return False
    return limits is not None and limits.surely_over(savings_steps(answers)[0])
