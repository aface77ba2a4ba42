"""Topics: subtopics where there are many pages, and never more than seven to choose from."""

from __future__ import annotations

from opened_kiosk import Opened

from kiosk.ui.routes import Route
from kiosk.ui.widgets.card import Card


def cards(kiosk: Opened) -> list[Card]:
    return [card for card in kiosk.screen.findChildren(Card) if not card.isHidden()]


def test_no_topic_and_no_subtopic_has_more_than_seven_choices(kiosk: Opened) -> None:
    for topic in kiosk.session.edition.library.topics():
        if topic.id == "find":
            continue
        kiosk.go("topic", topic.id)
        assert 0 < len(cards(kiosk)) <= 7, topic.id
        for subtopic in topic.subtopics:
            kiosk.go("subtopic", f"{topic.id}/{subtopic.id}")
            assert len(cards(kiosk)) <= 7, subtopic.id


def test_every_page_is_two_touches_from_its_topic(kiosk: Opened) -> None:
    library = kiosk.session.edition.library
    wanted = {title.id for title in library.titles("en") if title.kind != "worksheet"}
    met: set[str] = set()
    here = kiosk.session.navigator

    def open_each(screen: str, key: str) -> list[Route]:
        found = []
        kiosk.go(screen, key)
        for number in range(len(cards(kiosk))):
            kiosk.go("home")
            kiosk.go(screen, key)
            cards(kiosk)[number].click()
            found.append(here.here)
        return found

    for topic in library.topics():
        if topic.id == "find":
            continue
        routes = open_each("topic", topic.id)
        for route in list(routes):
            if route.screen == "subtopic":
                routes += open_each(*route)
        met |= {route.key for route in routes if route.screen == "guide"}
    assert met == wanted


def test_a_subtopic_that_is_gone_says_so(kiosk: Opened) -> None:
    for key in ("", "care", "care/gone", "gone/asking-for-help", "care/asking-for-help/more"):
        kiosk.go("subtopic", key)
        assert "not here any more" in kiosk.texts()
