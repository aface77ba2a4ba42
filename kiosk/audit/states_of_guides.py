"""Home, the topics, the guides, the words: what there is to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiosk.audit import awkward, awkward_guides
from kiosk.audit.long_words import SPACED_TERM, UNBROKEN_TERM, spaced, unbroken
from kiosk.audit.state import State, comes_by, keeps, where
from kiosk.content.guides import Guide
from kiosk.content.library import GuideTitle, Library
from kiosk.content.prose import prose_of
from kiosk.document.blocks import Callout
from kiosk.edition.reader import Edition
from kiosk.ui.routes import HOME, Route

_LONGEST = 3


def states_of_guides(shown: Edition) -> Iterator[State]:
    """Every topic and every guide that is shown, and the awkward ones."""
    library = shown.library
    yield State("home", HOME)
    yield State("home, topics with long names", HOME, edition="awkward")
    for topic in library.topics():
        yield State(f"topic {topic.id}", Route("topic", topic.id))
    yield from _states_of_subtopics(library)
    yield State("a topic that is gone", Route("topic", "gone"))
    yield State("a topic without pages", Route("topic", awkward.EMPTY_TOPIC), edition="awkward")
    yield State("a topic with 49 pages", Route("topic", awkward.FULL_TOPIC), edition="awkward")
    yield State("a topic with long names", Route("topic", awkward.GUIDE_TOPIC), edition="awkward")
    titles = library.titles("en")
    telling = _telling([guide for title in titles if (guide := library.guide(title.id, "en")) is not None])
    for title in titles:
        yield State(f"guide {title.id}", Route("guide", title.id), alike=title.id not in telling)
    yield from _states_of_ways(library, [title for title in titles if title.kind == "journey"])
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
        ("a journey of awkward pages", awkward_guides.JOURNEY),
        ("a sheet with awkward columns", awkward_guides.SHEET),
    ):
        yield State(name, Route("guide", guide_id), edition="awkward")
    came = comes_by(Route("guide", awkward_guides.JOURNEY))
    on_the_way = Route("guide", awkward_guides.UNBROKEN_TITLE)
    yield State("a page with an unbroken title on a journey", on_the_way, came, edition="awkward")
    for name, guide_id in (("unbroken", awkward_guides.UNBROKEN_TITLE), ("long", awkward_guides.LONG_TITLE)):
        yield State(f"easy read with {name} words", Route("easy-read", guide_id), edition="awkward")
    for key in (f"{awkward.FULL_TOPIC}/part-1", f"{awkward.GUIDE_TOPIC}/asking"):
        yield State(f"awkward subtopic {key}", Route("subtopic", key), edition="awkward")
    term = next(iter(library.glossary("en")), None)
    if term is not None:
        yield State("a word", Route("word", term.term))
    yield State("a word without meaning", Route("word", "gone"))
    yield State("an unbroken word", Route("word", UNBROKEN_TERM), edition="awkward")
    yield State("a long word", Route("word", SPACED_TERM), edition="awkward")


def _states_of_subtopics(library: Library) -> Iterator[State]:
    """The fullest subtopic everywhere, the others in a few cells."""
    keys = Counter(f"{title.topic}/{title.subtopic}" for title in library.titles("en") if title.kind != "worksheet")
    fullest = max(sorted(keys), key=lambda key: keys[key], default="")
    for key in sorted(keys):
        yield State(f"subtopic {key}", Route("subtopic", key), alike=key != fullest)
    yield State("a subtopic that is gone", Route("subtopic", "gone"))


def _states_of_ways(library: Library, journeys: list[GuideTitle]) -> Iterator[State]:
    """The first and the last page of a journey, and the Easy Read pages, the longest of them everywhere."""
    for title in journeys[:1]:
        journey = library.guide(title.id, "en")
        assert journey is not None
        for name, step in (("first", journey.steps[0]), ("last", journey.steps[-1])):
            came = Route("guide", title.id)
            yield State(f"the {name} page of a journey", Route("guide", step), comes_by(came))
    pages = {title.id: page for title in library.titles("en") if (page := library.easy_read(title.id, "en"))}
    longest = max(pages, key=lambda key: len(pages[key].document.blocks), default="")
    for key in pages:
        yield State(f"easy read {key}", Route("easy-read", key), alike=key != longest)
    yield State("an easy read page that is gone", Route("easy-read", "gone"))


def _telling(guides: list[Guide]) -> set[str]:
    """Ids of guides that together have every kind of part that our pages have, the longest pages of all among them."""
    by_length = sorted(guides, key=lambda guide: (-_length(guide), guide.id))
    found = {guide.id for guide in by_length[:_LONGEST]}
    met: set[object] = set()
    for guide in by_length:
        parts = _parts(guide)
        if not parts <= met:
            found.add(guide.id)
            met |= parts
    return found


def _length(guide: Guide) -> int:
    return sum(len(piece.text) for piece in prose_of(guide.title, "", guide.document.blocks).pieces)


def _parts(guide: Guide) -> set[object]:
    """What a page is made of."""
    blocks = list(guide.document.blocks)
    inside = [block for box in blocks if isinstance(box, Callout) for block in box.blocks]
    boxes = {box.level for box in blocks if isinstance(box, Callout)}
    return {
        guide.kind,
        bool(guide.sheets),
        guide.sensitive,
        bool(guide.local_help),
        *boxes,
        *map(type, blocks),
        *((type(block), "in a box") for block in inside),
    }


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
