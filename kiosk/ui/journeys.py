"""Where a visitor is on a journey: the pages of one, in their order, and which of them they look at."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.ui.session import Session


class JourneyPlace(NamedTuple):
    """`number` counts from 1. `following` is the next page's id, or nothing at the end."""

    journey: str
    title: str
    lang: str
    number: int
    of: int
    following: str


def place_on_journey(session: Session, guide_id: str) -> JourneyPlace | None:
    """The place of a page on the journey by which the visitor came to it; None for who came another way."""
    library, language = session.edition.library, session.visit.language
    journeys = {title.id for title in library.titles(language) if title.kind == "journey"}
    for route in reversed(session.navigator.way):
        if route.screen != "guide" or route.key not in journeys:
            continue
        journey = library.guide(route.key, language)
        if journey is None or guide_id not in journey.steps:
            return None
        known = {title.id for title in library.titles(language)}
        steps = [step for step in journey.steps if step in known]
        number = steps.index(guide_id) + 1
        following = steps[number] if number < len(steps) else ""
        return JourneyPlace(journey.id, journey.title, journey.lang, number, len(steps), following)
    return None
