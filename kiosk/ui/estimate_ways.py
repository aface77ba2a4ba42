"""The ways that lead to an estimate: from which pages, and whether this edition can work anything out today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.language import Words
    from kiosk.ui.widgets.card import Card
    from kiosk.ui.widgets.look import Look

CARE_COSTS = "care-costs"
OF_SUBTOPICS = {"who-pays": CARE_COSTS, "work-out-my-costs": CARE_COSTS}
"""The estimates that subtopics lead to."""
OF_GUIDES = {
    "who-pays": CARE_COSTS,
    "financial-assessment": CARE_COSTS,
    "paying-for-care-at-home": CARE_COSTS,
    "paying-for-a-care-home": CARE_COSTS,
    "paying-for-your-own-care": CARE_COSTS,
    "temporary-stays": CARE_COSTS,
    "savings-and-income": CARE_COSTS,
    "your-home-and-care-costs": CARE_COSTS,
    "deferred-payments": CARE_COSTS,
}
"""The estimates that pages of advice lead to."""
WAYS = {CARE_COSTS: "capital.upper"}
"""The estimates that have screens, each with a figure without which nothing can be worked out."""


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
