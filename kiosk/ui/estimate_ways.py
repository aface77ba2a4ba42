"""The ways that lead to an estimate: from which pages, and whether this edition can work anything out today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.language import Words
    from kiosk.ui.widgets.card import Card
    from kiosk.ui.widgets.look import Look

CARE_COSTS, BENEFITS = "care-costs", "benefits"
OF_SUBTOPICS = {
    "who-pays": (CARE_COSTS,),
    "work-out-my-costs": (CARE_COSTS, BENEFITS),
    "benefits-for-you": (BENEFITS,),
    "benefits-for-carers": (BENEFITS,),
    "money-and-work": (BENEFITS,),
}
"""The estimates that subtopics lead to."""
OF_GUIDES = {
    **dict.fromkeys(
        (
            "who-pays",
            "financial-assessment",
            "paying-for-care-at-home",
            "paying-for-a-care-home",
            "paying-for-your-own-care",
            "temporary-stays",
            "savings-and-income",
            "your-home-and-care-costs",
            "deferred-payments",
        ),
        CARE_COSTS,
    ),
    **dict.fromkeys(
        (
            "benefits-for-you",
            "attendance-allowance",
            "personal-independence-payment",
            "pension-credit",
            "universal-credit-and-illness",
            "benefits-for-carers",
            "carers-allowance",
            "extra-money-for-carers",
            "money-for-carers",
            "council-tax",
        ),
        BENEFITS,
    ),
}
"""The estimates that pages of advice lead to."""
WAYS = {CARE_COSTS: "capital.upper", BENEFITS: "aa.higher"}
"""The estimates that have screens, each with a figure without which they are not offered."""


def can_estimate(session: Session, estimate: str) -> bool:
    """Whether there are figures for today."""
    if estimate not in WAYS:
        return False
    figure, is_old = session.edition.library.figure(WAYS[estimate], session.today())
    return figure is not None and not is_old


def way_words(estimate: str, words: Words) -> tuple[str, str]:
    """What leads to an estimate is called, and one line about it."""
    _ = words.gettext
    return {
        CARE_COSTS: (
            _("Work out roughly what you might pay"),
            _("A few questions about your money. It is not a decision."),
        ),
        BENEFITS: (
            _("See what you may be able to claim"),
            _("A few questions about you. It is not a decision."),
        ),
    }[estimate]


def said_of_result(estimate: str, words: Words) -> str:
    """What a result is, in a few words: never a decision."""
    _ = words.gettext
    return {CARE_COSTS: _("A rough sum, not a decision"), BENEFITS: _("What to ask about, not a decision")}[estimate]


def said_without_figures(estimate: str, words: Words) -> str:
    """What to do when there are no amounts for the day."""
    _ = words.gettext
    return {
        CARE_COSTS: _("We do not have the amounts for today. Ask the council what you would pay."),
        BENEFITS: _("We do not have the amounts for today. Ask for a free check of what you could get."),
    }[estimate]


def said_at_first_question(estimate: str, words: Words) -> str:
    """What somebody should know before the first answer."""
    _ = words.gettext
    # Translators: “I don’t know” is the words on a button.
    return {
        CARE_COSTS: _(
            "This is a rough sum, not a decision. You can always choose “I don’t know”. Your answers are forgotten "
            "when you finish."
        ),
        BENEFITS: _(
            "This shows what you could ask about. It is not a decision. You can always choose “I don’t know”. Your "
            "answers are forgotten when you finish."
        ),
    }[estimate]


def estimate_card(session: Session, look: Look, estimate: str, icon: str = "money") -> Card:
    """A card that leads to an estimate: to its first question, or to where one has come in it."""
    from kiosk.ui.widgets.card import Card

    card = Card(look, *way_words(estimate, session.words), icon, arrow=True)
    card.clicked.connect(lambda: open_estimate(session, estimate))
    return card


def open_estimate(session: Session, estimate: str) -> None:
    """Go to the first question, or to where this visitor has come."""
    from kiosk.ui.asking import Asking

    session.navigator.go(Asking(session, estimate).open_route())
