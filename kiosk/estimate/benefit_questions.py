"""The questions of the benefits estimate, in order, in the visitor's language: ten at most for any one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.errors import InputError
from kiosk.estimate.questions import CHOICE, MONEY, NO, UNKNOWN, YES_NO, Answers, Choice, Question, check, choice
from kiosk.language import Words, words_in

CHILD, WORKING, PENSION = "under-16", "16-to-pension-age", "pension-age"
ALONE, PARTNER, MIXED_AGES, OTHERS = "alone", "partner", "partner-mixed-ages", "others"
NO_NEED, NO_BENEFIT, CARE_BENEFIT, OTHER_BENEFIT = "no", "no-benefit", "care-benefit", "other-benefit"
NOBODY, FEW_HOURS, SOME_HOURS, MANY_HOURS = "nobody", "under-20", "20-to-34", "35-or-more"
WEEKLY = "GBP a week"

COUNTED_HOURS = {"ccredit.hours": (SOME_HOURS, MANY_HOURS), "ca.hours": (MANY_HOURS,)}
"""Which answers reach the hours that a figure names: the answers are cut where the law cuts, at 20 and at 35."""


def benefit_questions(words: Words) -> tuple[Question, ...]:
    """All of them; `asked` picks those that earlier answers lead to."""
    return (*_about_you(words), *_about_caring(words), *_about_money(words))


def check_benefit_answers(given: Mapping[str, Any]) -> Answers:
    """The answers, frozen. Raises `InputError` that begins with the name of the question that is wrong."""
    from kiosk.estimate.benefit_contradictions import contradictions

    answers = check(benefit_questions(words_in("en")), given)
    for key, sentence in contradictions(answers, words_in("en")).items():
        raise InputError(f"{key}: {sentence}")
    return answers


def _grown_up(answers: Answers) -> bool:
    return choice(answers, "age") != CHILD


def _cares(answers: Answers) -> bool:
    return _grown_up(answers) and choice(answers, "cares") in (MANY_HOURS, UNKNOWN)


def _may_study(answers: Answers) -> bool:
    """Someone who cannot have an allowance for carers is not asked what else may rule it out; nor is a pensioner."""
    return _cares(answers) and choice(answers, "cared_benefit") != NO and choice(answers, "age") == WORKING


def _pay_counts(answers: Answers) -> bool:
    """Pay counts for Pension Credit, and for the limit of Carer's Allowance; nobody else is asked about it."""
    return choice(answers, "age") in (PENSION, UNKNOWN) or _cares(answers)


def _about_you(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question(
            "age",
            CHOICE,
            _("How old are you?"),
            _("Answer for the person who would claim. State Pension age is rising, so check yours."),
            choices=(
                Choice(CHILD, _("Under 16")),
                Choice(WORKING, _("16 or over, but not yet State Pension age")),
                Choice(PENSION, _("State Pension age or over")),
            ),
        ),
        Question(
            "household",
            CHOICE,
            _("Who do you live with?"),
            choices=(
                Choice(ALONE, _("I live alone, or only with children under 18")),
                Choice(PARTNER, _("With my partner. We have both reached State Pension age, or neither of us has")),
                Choice(MIXED_AGES, _("With my partner. Only 1 of us has reached State Pension age")),
                Choice(OTHERS, _("With other people of 18 or over, but no partner")),
            ),
            when=_grown_up,
        ),
        Question(
            "needs",
            CHOICE,
            _("Do you need help or someone to watch over you, because of illness or disability?"),
            _("Care benefits are Attendance Allowance, PIP daily living, and DLA middle or highest care."),
            choices=(
                Choice(NO_NEED, _("No")),
                Choice(NO_BENEFIT, _("Yes, and I get no benefit for it")),
                Choice(CARE_BENEFIT, _("Yes, and I get a care benefit")),
                Choice(OTHER_BENEFIT, _("Yes, and I get only PIP for getting about or another part of DLA")),
            ),
        ),
        Question(
            "mind",
            YES_NO,
            _("Does someone in your home have a serious condition of the mind that will last, such as dementia?"),
            _("It can be you. A severe learning disability counts too."),
            when=_grown_up,
        ),
    )


def _about_caring(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question(
            "cares",
            CHOICE,
            _("Do you look after someone who is ill or disabled? For how many hours a week?"),
            _("If you look after 2 people, count only the one you look after most."),
            choices=(
                Choice(NOBODY, _("I look after nobody")),
                Choice(FEW_HOURS, _("Less than 20 hours")),
                Choice(SOME_HOURS, _("From 20 to less than 35 hours")),
                Choice(MANY_HOURS, _("35 hours or more")),
            ),
            when=_grown_up,
        ),
        Question(
            "cared_benefit",
            YES_NO,
            _("Does this person get a care benefit?"),
            _("It can be Attendance Allowance, PIP daily living, DLA middle or highest care, or AFIP (armed forces)."),
            when=_cares,
        ),
        Question(
            "study",
            YES_NO,
            _("Are you in full-time education?"),
            _("A course of 21 hours a week or more counts as full time."),
            when=_may_study,
        ),
    )


def _about_money(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question(
            "earnings",
            MONEY,
            _("How much do you earn from work each week?"),
            _("After tax, National Insurance and half of what you pay into a pension. If you do not work, type 0."),
            WEEKLY,
            when=_pay_counts,
        ),
        Question(
            "state_pension",
            MONEY,
            _("How much State Pension do you get each week?"),
            _("It often comes for 4 weeks at once. Then divide it by 4. If you get none, type 0."),
            WEEKLY,
            when=lambda answers: choice(answers, "age") in (PENSION, UNKNOWN),
        ),
        Question(
            "other_income",
            MONEY,
            _("How much other money do you get each week?"),
            _(
                "Count other pensions and benefits, and all that your partner gets. Do not count care benefits or help "
                "with rent."
            ),
            WEEKLY,
            when=lambda answers: choice(answers, "age") in (PENSION, UNKNOWN),
        ),
        Question(
            "savings",
            MONEY,
            _("How much do you have in savings?"),
            _("Count your partner's too. Do not count the home you live in."),
            "GBP",
            when=_grown_up,
        ),
    )
