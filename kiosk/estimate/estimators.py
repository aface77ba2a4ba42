"""The estimates there are, each as a screen needs it: its questions, what contradicts, and its result as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kiosk.content.library import Library
from kiosk.document.blocks import Document
from kiosk.errors import InputError
from kiosk.estimate import benefits, care_costs
from kiosk.estimate.benefit_contradictions import contradictions as benefit_contradictions
from kiosk.estimate.benefit_page import benefits_page
from kiosk.estimate.benefit_questions import benefit_questions, check_benefit_answers
from kiosk.estimate.benefit_telling import tell_benefits
from kiosk.estimate.care_contradictions import contradictions as care_contradictions
from kiosk.estimate.care_flow import care_questions_left
from kiosk.estimate.care_questions import care_questions, check_care_answers
from kiosk.estimate.figures_on import FiguresOn, figures_of_library
from kiosk.estimate.questions import Answer, Answers, Question, answers_asked_for, asked, checked
from kiosk.estimate.result_page import result_page
from kiosk.estimate.telling import tell
from kiosk.language import Words


@dataclass(frozen=True, slots=True)
class Estimator:
    """One estimate. `left` gives the questions that the answers so far lead to, in order."""

    id: str
    questions: Callable[[Words], tuple[Question, ...]]
    left: Callable[[Answers, FiguresOn, Words], tuple[Question, ...]]
    contradictions: Callable[[Answers, Words], dict[str, str]]
    page: Callable[[Answers, Library, Words, date], Document]
    """Raises `InputError` where answers cannot be used, or when the day has no figures at all."""


def used_answers(estimator: Estimator, given: Mapping[str, str], words: Words) -> Answers:
    """What a visitor answered, as the sum uses it: without answers that another one has made idle, or made wrong."""
    questions = estimator.questions(words)
    found: dict[str, Answer] = {}
    for question in questions:
        if question.id in given:
            try:
                found[question.id] = checked(question, given[question.id])
            except InputError:
                continue
    return MappingProxyType(answers_asked_for(questions, found))


def care_page(answers: Answers, library: Library, words: Words, day: date) -> Document:
    """The result of the care costs estimate, with the figures of an open edition."""
    result = care_costs.estimate(check_care_answers(answers), figures_of_library(library, day))
    # Translators: the title of a page with a rough sum of what somebody would pay for care.
    return result_page("care-costs", words.gettext("What you might pay"), tell(result, words), library, words, day)


def benefit_questions_left(answers: Answers, figures: FiguresOn, words: Words) -> tuple[Question, ...]:
    """The questions about benefits that these answers lead to, in order; figures change none of them."""
    return asked(benefit_questions(words), answers)


def page_of_benefits(answers: Answers, library: Library, words: Words, day: date) -> Document:
    """The result of the benefits estimate, with the figures of an open edition."""
    result = benefits.estimate(check_benefit_answers(answers), figures_of_library(library, day))
    return benefits_page(tell_benefits(result, words), library, words, day)


ESTIMATORS = {
    estimator.id: estimator
    for estimator in (
        Estimator("care-costs", care_questions, care_questions_left, care_contradictions, care_page),
        Estimator("benefits", benefit_questions, benefit_questions_left, benefit_contradictions, page_of_benefits),
    )
}
"""By the name that the command and the routes have for it."""
