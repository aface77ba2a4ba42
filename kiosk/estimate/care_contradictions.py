"""Answers about care costs that cannot both be true, each told at the later question in one plain sentence."""

from __future__ import annotations

from kiosk.estimate import care_questions as asked
from kiosk.estimate.questions import Answers, choice
from kiosk.language import Words

_LIVED_WITH = (asked.PARTNER, asked.OVER_60, asked.ILL_RELATIVE, asked.CHILD)


def contradictions(answers: Answers, words: Words) -> dict[str, str]:
    """By the question at which it is told; empty when the answers fit together.

    State Pension begins at the age at which Pension Credit does (State Pension Credit Act 2002, section 1(6)). Who is
    in the home counts if they lived there before the move (Kingston Council): nobody did with someone who lives alone.
    """
    _ = words.gettext
    found = {}
    who, household = choice(answers, "home_who"), choice(answers, "household")
    if household == asked.ALONE and who in _LIVED_WITH:
        found["home_who"] = _(
            "You said that you live alone. Count only people who live with you now. If somebody will move in later, "
            "choose “Someone else”."
        )
    elif household in (asked.OTHERS, asked.CHILD) and who == asked.PARTNER:
        found["home_who"] = _("You said that you do not live with a partner. Choose who will live in your home.")
    pension = answers.get("state_pension")
    if choice(answers, "age") in (asked.YOUNG, asked.MIDDLE) and not isinstance(pension, str) and pension:
        found["state_pension"] = _(
            "You said that you are not yet Pension Credit age. State Pension starts at that age. If you get none, "
            "type 0."
        )
    return found
