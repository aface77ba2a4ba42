"""The cards of topics: pages of advice, subtopics, and the ways to What's on, to choosing care and to estimates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.content.library import GuideTitle
from kiosk.content.topics import Subtopic, Topic
from kiosk.language import Tagged
from kiosk.ui.comparing import kinds_here, list_words, open_list
from kiosk.ui.estimate_ways import OF_SUBTOPICS, can_estimate, estimate_card
from kiosk.ui.outings import WHATS_ON, has_whats_on
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.look import Look

MOST_PAGES = 7
"""A topic with more pages than this shows its subtopics, and each of those its pages."""
_CARE = {"care-homes-and-housing": "care-home", "help-at-home": "home-care"}
"""The subtopics under which care can be chosen and compared."""


class TopicCards:
    """Makes the cards of one topic."""

    def __init__(self, session: Session, look: Look, topic: Topic) -> None:
        self._session = session
        self._look = look
        self._topic = topic
        self._language = session.visit.language
        self._titles = [
            title for title in session.edition.library.titles(self._language, topic.id) if title.kind != "worksheet"
        ]

    def by_subtopic(self) -> Iterator[tuple[Subtopic, list[Card]]]:
        """Every subtopic that has something in it, with its cards."""
        for subtopic in self._topic.subtopics:
            if cards := self.of(subtopic):
                yield subtopic, cards

    def of(self, subtopic: Subtopic) -> list[Card]:
        """What a subtopic has: the way to its list first, then its pages."""
        cards = []
        if subtopic.id == WHATS_ON.screen and has_whats_on(self._session):
            cards.append(self._whats_on())
        kind = _CARE.get(subtopic.id, "")
        if kind and kind in kinds_here(self._session):
            cards.append(self._care(kind))
        for estimate in OF_SUBTOPICS.get(subtopic.id, ()):
            if can_estimate(self._session, estimate):
                cards.append(estimate_card(self._session, self._look, estimate, icon=""))
        return cards + [self._page(title) for title in self._titles if title.subtopic == subtopic.id]

    def has_no_pages(self, subtopic: Subtopic) -> bool:
        """Whether a subtopic has nothing but ways to other screens, which then stand in its place."""
        return all(title.subtopic != subtopic.id for title in self._titles)

    def subtopic(self, subtopic: Subtopic) -> Card:
        """A card that leads to a subtopic's pages."""
        title, summary = subtopic.title(self._language), subtopic.summary(self._language)
        return self._card(title, summary, lambda: self._go(Route("subtopic", f"{self._topic.id}/{subtopic.id}")))

    def _page(self, guide: GuideTitle) -> Card:
        icon = "walking" if guide.kind == "journey" else ""
        title, summary = Tagged(guide.title, guide.lang), Tagged(guide.summary, guide.lang)
        return self._card(title, summary, lambda: self._go(Route("guide", guide.id)), icon)

    def _care(self, kind: str) -> Card:
        _ = self._session.words.gettext
        summary = _("Ratings, costs and what to ask")
        return self._card(list_words(kind, self._session.words), summary, lambda: open_list(self._session, kind))

    def _whats_on(self) -> Card:
        _ = self._session.words.gettext
        summary = _("Groups, classes and clubs near you, day by day")
        return self._card(_("What is on this week"), summary, lambda: self._go(WHATS_ON))

    def _card(self, title: str, summary: str, act: Callable[[], object], icon: str = "") -> Card:
        card = Card(self._look, title, summary, icon, arrow=True)
        card.clicked.connect(lambda: act())
        return card

    def _go(self, route: Route) -> None:
        self._session.navigator.go(route)
