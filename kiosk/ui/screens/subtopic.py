"""A subtopic: its pages, at most seven of them."""

from __future__ import annotations

from kiosk.content.topics import Subtopic, Topic
from kiosk.ui.screen import PageScreen
from kiosk.ui.topic_cards import TopicCards
from kiosk.ui.widgets.grid import CardGrid


class SubtopicScreen(PageScreen):
    """Key is the topic's id and the subtopic's, with a stroke between them."""

    def title(self) -> str:
        found = self._found()
        return found[0].title(self.words.language) if found else ""

    def _found(self) -> tuple[Topic, Subtopic] | None:
        topic_id, _stroke, subtopic_id = self.route.key.partition("/")
        for topic in self.session.edition.library.topics():
            for subtopic in topic.subtopics:
                if (topic.id, subtopic.id) == (topic_id, subtopic_id):
                    return topic, subtopic
        return None

    def fill(self) -> None:
        found = self._found()
        cards = TopicCards(self.session, self.look, found[0]).of(found[1]) if found else []
        if not found or not cards:
            self.add_title(self._("This page is not here any more"))
            return
        self.add_title(found[1].title(self.words.language))
        self.add(CardGrid(self.look, cards, columns=2, narrowest_em=19))
