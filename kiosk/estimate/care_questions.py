"""The questions of the care costs estimate, in order, in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.errors import InputError
from kiosk.estimate.questions import CHOICE, MONEY, UNKNOWN, YES, YES_NO, Answers, Choice, Question, check, choice
from kiosk.language import Words, words_in

HOME, CARE_HOME = "home", "care-home"
PERMANENT, TEMPORARY = "permanent", "temporary"
SHORT, LONGER = "up-to-8-weeks", "longer"
YOUNG, MIDDLE, PENSION = "18-to-24", "25-to-pension-age", "pension-age"
ALONE, OTHERS, PARTNER, CHILD, PARTNER_AND_CHILD = "alone", "others", "partner", "child", "partner-and-child"
NOBODY, OVER_60, ILL_RELATIVE, SOMEONE_ELSE = "nobody", "relative-60", "relative-ill", "someone-else"
SINGLE = (ALONE, OTHERS)
WEEKLY = "GBP a week"


def care_questions(words: Words) -> tuple[Question, ...]:
    """All of them; `asked` picks those that earlier answers lead to."""
    return (*_about_the_care(words), *_about_savings(words), *_about_income(words), *_about_costs(words))


def check_care_answers(given: Mapping[str, Any]) -> Answers:
    """The answers, frozen. Raises `InputError` that begins with the name of the question that is wrong."""
    from kiosk.estimate.care_contradictions import contradictions

    answers = check(care_questions(words_in("en")), given)
    for key, sentence in contradictions(answers, words_in("en")).items():
        raise InputError(f"{key}: {sentence}")
    return answers


def _at_home(answers: Answers) -> bool:
    return choice(answers, "care") == HOME


def _in_care_home(answers: Answers) -> bool:
    return choice(answers, "care") == CARE_HOME


def _may_be_for_good(answers: Answers) -> bool:
    return _in_care_home(answers) and choice(answers, "stay") != TEMPORARY


def _may_own_home(answers: Answers) -> bool:
    return _may_be_for_good(answers) and choice(answers, "own_home") == YES


def _single_at_home(answers: Answers) -> bool:
    return _at_home(answers) and choice(answers, "household") in (*SINGLE, UNKNOWN)


def _may_have(answers: Answers, key: str) -> bool:
    return answers.get(key, UNKNOWN) != 0


def _with_partner(answers: Answers) -> bool:
    return choice(answers, "household") in (PARTNER, PARTNER_AND_CHILD, UNKNOWN)


def _about_the_care(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question(
            "care",
            CHOICE,
            _("Where would you have care?"),
            choices=(Choice(HOME, _("In my own home")), Choice(CARE_HOME, _("In a care home"))),
        ),
        Question(
            "stay",
            CHOICE,
            _("How long would you be in the care home?"),
            choices=(
                Choice(PERMANENT, _("For good")),
                Choice(TEMPORARY, _("For a time. I mean to go back home")),
            ),
            when=_in_care_home,
        ),
        Question(
            "stay_length",
            CHOICE,
            _("How many weeks would you stay?"),
            choices=(Choice(SHORT, _("Up to 8 weeks")), Choice(LONGER, _("More than 8 weeks"))),
            when=lambda answers: _in_care_home(answers) and choice(answers, "stay") == TEMPORARY,
        ),
        Question(
            "age",
            CHOICE,
            _("How old are you?"),
            choices=(
                Choice(YOUNG, _("18 to 24")),
                Choice(MIDDLE, _("25 or over, but not yet Pension Credit age")),
                Choice(PENSION, _("Pension Credit age or over")),
            ),
        ),
        Question(
            "household",
            CHOICE,
            _("Who do you live with at home?"),
            _("If you are in a care home now, say who you lived with before."),
            choices=(
                Choice(ALONE, _("I live alone")),
                Choice(OTHERS, _("With other people, but no partner and no child of mine")),
                Choice(PARTNER, _("With my partner")),
                Choice(CHILD, _("With a child that I look after, and no partner")),
                Choice(PARTNER_AND_CHILD, _("With my partner and a child that we look after")),
            ),
        ),
    )


def _about_savings(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question(
            "savings",
            MONEY,
            _("How much do you have in savings in your own name?"),
            _("Count money in banks, ISAs, Premium Bonds and shares. Do not count your partner's."),
            "GBP",
        ),
        Question(
            "joint_savings",
            MONEY,
            _("How much do you have in savings that you share with 1 other person?"),
            _("Give the whole amount. Half is normally counted as yours."),
            "GBP",
        ),
        Question(
            "other_property",
            MONEY,
            _("How much is your share of land or a house that you do not live in?"),
            unit="GBP",
        ),
        Question("own_home", YES_NO, _("Do you own your home, or part of it?"), when=_may_be_for_good),
        Question(
            "home_value",
            MONEY,
            _("About how much is your share of your home worth?"),
            unit="GBP",
            when=_may_own_home,
        ),
        Question(
            "home_who",
            CHOICE,
            _("Who will live in your home when you are in the care home?"),
            _("Count people who lived there before you moved."),
            choices=(
                Choice(NOBODY, _("Nobody")),
                Choice(PARTNER, _("My husband, wife or partner")),
                Choice(OVER_60, _("A relative aged 60 or over")),
                Choice(ILL_RELATIVE, _("A relative with a serious illness or disability")),
                Choice(CHILD, _("A child that I look after")),
                Choice(SOMEONE_ELSE, _("Someone else")),
            ),
            when=_may_own_home,
        ),
    )


def _about_income(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question("state_pension", MONEY, _("How much State Pension do you get each week?"), unit=WEEKLY),
        Question("private_pension", MONEY, _("How much do you get each week from other pensions?"), unit=WEEKLY),
        Question(
            "pays_partner",
            YES_NO,
            _("Will you pay half of these other pensions to your husband, wife or civil partner at home?"),
            when=lambda answers: (
                _in_care_home(answers) and _with_partner(answers) and _may_have(answers, "private_pension")
            ),
        ),
        Question(
            "disability_benefit",
            MONEY,
            _("How much do you get each week in benefits for care needs?"),
            _("These are Attendance Allowance, the daily living part of PIP and the care part of DLA."),
            WEEKLY,
        ),
        Question(
            "other_benefits",
            MONEY,
            _("How much do you get each week in other benefits?"),
            _("Do not count the part of PIP or DLA for getting about."),
            WEEKLY,
        ),
        Question(
            "ignored_income",
            MONEY,
            _("How much do you get each week that does not count?"),
            _("Pay from work, the part of PIP or DLA for getting about, direct payments, gifts from charities."),
            WEEKLY,
        ),
        Question(
            "savings_credit",
            YES_NO,
            _("Do you get Savings Credit as part of Pension Credit?"),
            when=lambda answers: _in_care_home(answers) and choice(answers, "age") in (PENSION, UNKNOWN),
        ),
    )


def _about_costs(words: Words) -> tuple[Question, ...]:
    _ = words.gettext
    return (
        Question("disability_premium", YES_NO, _("Do you get a disability premium?"), when=_single_at_home),
        Question("enhanced_premium", YES_NO, _("Do you get an enhanced disability premium?"), when=_single_at_home),
        Question("carer_premium", YES_NO, _("Do you get a carer premium?"), when=_single_at_home),
        Question(
            "housing_costs",
            MONEY,
            _("How much do you pay each week for rent or mortgage and Council Tax?"),
            _("Count only what you pay yourself, after any help with it."),
            WEEKLY,
            when=lambda answers: not _may_be_for_good(answers),
        ),
        Question(
            "disability_costs",
            MONEY,
            _("How much does your illness or disability cost you each week?"),
            _("It may be more heating, washing, special food or a pendant alarm."),
            WEEKLY,
            when=lambda answers: _at_home(answers) and _may_have(answers, "disability_benefit"),
        ),
        Question("cost", MONEY, _("What does the care cost each week?"), unit=WEEKLY),
    )
