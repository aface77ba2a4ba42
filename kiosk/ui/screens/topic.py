"""A topic: its guides under the headings of its subtopics, and the ways to What's on and to choosing care."""

from __future__ import annotations

from kiosk.content.topics import Topic
from kiosk.language import Tagged
from kiosk.ui.comparing import kinds_here, list_words, open_list
from kiosk.ui.outings import WHATS_ON, has_whats_on
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.grid import CardGrid

_CARE = {"care-homes-and-housing": "care-home", "help-at-home": "home-care"}
"""The subtopics under which care can be chosen and compared."""


class TopicScreen(PageScreen):
    """Only subtopics that have pages are shown; a topic of few pages shows them all at once."""

    def title(self) -> str:
        topic = self._topic()
        return topic.title(self.words.language) if topic else ""

    def _topic(self) -> Topic | None:
        return next((t for t in self.session.edition.library.topics() if t.id == self.route.key), None)

    def fill(self) -> None:
        _, language = self._, self.words.language
        topic = self._topic()
        if topic is None:
            self.add_title(_("This page is not here any more"))
            return
        self.add_title(topic.title(language))
        titles = self.session.edition.library.titles(language, topic.id)
        for subtopic in topic.subtopics:
            guides = [title for title in titles if title.subtopic == subtopic.id]
            whats_on = subtopic.id == WHATS_ON.screen and has_whats_on(self.session)
            kind = _CARE.get(subtopic.id, "")
            care = bool(kind) and kind in kinds_here(self.session)
            if not guides and not whats_on and not care:
                continue
            self.add_heading(subtopic.title(language))
            cards = [self._whats_on()] if whats_on else []
            if care:
                cards.append(self._care(kind))
            for guide in guides:
                card = Card(self.look, Tagged(guide.title, guide.lang), guide.summary, arrow=True)
                card.clicked.connect(
                    lambda _checked=False, key=guide.id: self.session.navigator.go(Route("guide", key))
                )
                cards.append(card)
            self.add(CardGrid(self.look, cards, columns=2, narrowest_em=19))
        if not titles and not any(subtopic.id == WHATS_ON.screen for subtopic in topic.subtopics):
            self.add_text(_("There are no pages here yet. Find local help lists who can help near you."))

    def _care(self, kind: str) -> Card:
        summary = self._("Ratings, costs and what to ask")
        card = Card(self.look, list_words(kind, self.words), summary, arrow=True)
        card.clicked.connect(lambda: open_list(self.session, kind))
        return card

    def _whats_on(self) -> Card:
        _ = self._
        summary = _("Groups, classes and clubs near you, day by day")
        card = Card(self.look, _("What is on this week"), summary, arrow=True)
        card.clicked.connect(lambda: self.session.navigator.go(WHATS_ON))
        return card
