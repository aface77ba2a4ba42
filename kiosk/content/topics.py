"""Topics: the tree under Home, read from ``topics.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from kiosk.errors import InputError
from kiosk.language import Tagged
from kiosk.records import Record

MAX_SUBTOPICS = 7


class Subtopic(NamedTuple):
    id: str
    titles: dict[str, str]
    summaries: dict[str, str]
    pages: tuple[str, ...]
    """Ids of its guides in their order; those that are not named come after them."""

    def title(self, lang: str) -> str:
        """The title in a language, or in English."""
        return self.titles.get(lang) or Tagged(self.titles["en"])

    def summary(self, lang: str) -> str:
        """What is in it, in a language, or in English."""
        return self.summaries.get(lang) or Tagged(self.summaries.get("en", ""))


class Topic(NamedTuple):
    """One of the cards on Home; `icon` names an SVG of ours."""

    id: str
    icon: str
    titles: dict[str, str]
    summaries: dict[str, str]
    subtopics: tuple[Subtopic, ...]

    def title(self, lang: str) -> str:
        """The title in a language, or in English."""
        return self.titles.get(lang) or Tagged(self.titles["en"])

    def summary(self, lang: str) -> str:
        """The summary in a language, or in English."""
        return self.summaries.get(lang) or Tagged(self.summaries.get("en", ""))


def read_topics(path: Path) -> list[Record]:
    """The topics of a ``topics.toml`` as records, in the file's order. Raises `InputError`."""
    from kiosk.content.reading_files import read_toml

    table = read_toml(path)
    records = []
    rows = table.get("topics", [])
    if not isinstance(rows, list):
        raise InputError("topics are written as [[topics]]", path)
    seen: set[str] = set()
    for order, row in enumerate(rows):
        topic = _topic(row, path)
        if topic.id in seen:
            raise InputError(f"the topic {topic.id} stands here twice", path)
        seen.add(topic.id)
        if len(topic.subtopics) > MAX_SUBTOPICS:
            raise InputError(f"the topic {topic.id} has more than {MAX_SUBTOPICS} subtopics", path)
        body = {
            "id": topic.id,
            "icon": topic.icon,
            "order": order,
            "title": topic.titles,
            "summary": topic.summaries,
            "subtopics": [_subtopic_body(subtopic) for subtopic in topic.subtopics],
        }
        records.append(Record("topic", topic.id, body))
    return records


def topic_from_record(body: dict[str, Any]) -> Topic:
    """A topic from its record's body."""
    return _topic(body, Path("topics.toml"))


def _topic(row: dict[str, Any], path: Path) -> Topic:
    try:
        return Topic(
            id=str(row["id"]),
            icon=str(row.get("icon", "info")),
            titles=_by_language(row["title"]),
            summaries=_by_language(row.get("summary", {"en": ""})),
            subtopics=tuple(_subtopic(sub) for sub in row.get("subtopics", [])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"a topic is not complete: {error}", path) from error


def _subtopic_body(subtopic: Subtopic) -> dict[str, Any]:
    """What came with schema 5 stands in a record only where there is something in it."""
    body: dict[str, Any] = {"id": subtopic.id, "title": subtopic.titles}
    if any(subtopic.summaries.values()):
        body["summary"] = subtopic.summaries
    if subtopic.pages:
        body["pages"] = list(subtopic.pages)
    return body


def _subtopic(row: dict[str, Any]) -> Subtopic:
    pages = row.get("pages", [])
    if not isinstance(pages, list):
        raise ValueError("the pages of a subtopic stand in [brackets]")
    summaries = _by_language(row.get("summary", {"en": ""}))
    return Subtopic(str(row["id"]), _by_language(row["title"]), summaries, tuple(map(str, pages)))


def _by_language(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or "en" not in value:
        raise ValueError("a title needs its English form (title.en)")
    return {str(lang): str(text) for lang, text in value.items()}
