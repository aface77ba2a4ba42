"""Home, the topics, the guides, the words: what there is to read."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward, awkward_guides
from kiosk.audit.long_words import SPACED_TERM, UNBROKEN_TERM, spaced, unbroken
from kiosk.audit.state import State, keeps, where
from kiosk.edition.reader import Edition
from kiosk.ui.routes import HOME, Route


def states_of_guides(shown: Edition) -> Iterator[State]:
    """Every topic and every guide that is shown, and the awkward ones."""
    library = shown.library
    yield State("home", HOME)
    yield State("home, topics with long names", HOME, edition="awkward")
    for topic in library.topics():
        yield State(f"topic {topic.id}", Route("topic", topic.id))
    yield State("a topic that is gone", Route("topic", "gone"))
    yield State("a topic without pages", Route("topic", awkward.EMPTY_TOPIC), edition="awkward")
    yield State("a topic with 49 pages", Route("topic", awkward.FULL_TOPIC), edition="awkward")
    yield State("a topic with long names", Route("topic", awkward.GUIDE_TOPIC), edition="awkward")
    titles = library.titles("en")
    for title in titles:
        yield State(f"guide {title.id}", Route("guide", title.id))
    kept = next((title.id for title in titles if not title.sensitive), "")
    if kept:
        yield State("a guide that is kept", Route("guide", kept), keeps(guides=(kept,)))
    yield State("a guide that is gone", Route("guide", "gone"))
    for name, guide_id in (
        ("a guide of every kind of block", awkward_guides.EVERY_BLOCK),
        ("a sensitive guide without the council's number", awkward_guides.SENSITIVE),
        ("a guide with an amount that is out of date", awkward_guides.OUT_OF_DATE),
        ("a guide that should have been checked", awkward_guides.OVERDUE),
        ("a guide of one line", awkward_guides.BARE),
        ("a guide with a long title", awkward_guides.LONG_TITLE),
        ("a guide with an unbroken title", awkward_guides.UNBROKEN_TITLE),
    ):
        yield State(name, Route("guide", guide_id), edition="awkward")
    term = next(iter(library.glossary("en")), None)
    if term is not None:
        yield State("a word", Route("word", term.term))
    yield State("a word without meaning", Route("word", "gone"))
    yield State("an unbroken word", Route("word", UNBROKEN_TERM), edition="awkward")
    yield State("a long word", Route("word", SPACED_TERM), edition="awkward")


def states_of_the_place(_shown: Edition) -> Iterator[State]:
    """What depends on where the kiosk stands, and on who helps there."""
    yield State("waiting", Route("attract"))
    yield State("waiting, edition not signed", Route("attract"), edition="awkward")
    yield State("waiting in a place with a long name", Route("attract"), where(site__name=spaced("Library", 120)))
    yield State("waiting in a place with an unbroken name", Route("attract"), where(site__name=unbroken("Library")))
    for name, screen in (("need help now", "urgent"), ("help", "help")):
        yield State(name, Route(screen))
        yield State(f"{name}, few numbers known", Route(screen), edition="awkward")
        helper = where(site__help_from=spaced("The people at the desk of the", 160))
        yield State(f"{name}, from people with a long name", Route(screen), helper)
    yield State("statement", Route("statement"))
    yield State("where the information comes from", Route("sources"))
    yield State("language", Route("language"))
