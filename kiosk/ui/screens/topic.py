"""A topic: its subtopics, or all of its pages under their headings where there are few."""

from __future__ import annotations

from kiosk.content.topics import Topic
from kiosk.ui.outings import WHATS_ON
from kiosk.ui.screen import PageScreen
from kiosk.ui.topic_cards import MOST_PAGES, TopicCards
from kiosk.ui.widgets.grid import CardGrid


class TopicScreen(PageScreen):
    """Only subtopics that have pages are shown. Nobody has to choose from more than seven."""

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
        made = TopicCards(self.session, self.look, topic)
        parts = list(made.by_subtopic())
        if sum(len(cards) for _subtopic, cards in parts) > MOST_PAGES and len(parts) > 1:
            cards = []
            for subtopic, own in parts:
                at_once = len(own) == 1 or made.has_no_pages(subtopic)
                cards += own if at_once else [made.subtopic(subtopic)]
            self.add(CardGrid(self.look, cards, columns=2, narrowest_em=19))
            return
        for subtopic, cards in parts:
            self.add_heading(subtopic.title(language))
            self.add(CardGrid(self.look, cards, columns=2, narrowest_em=19))
        if not parts and not any(subtopic.id == WHATS_ON.screen for subtopic in topic.subtopics):
            self.add_text(_("There are no pages here yet. Find local help lists who can help near you."))
