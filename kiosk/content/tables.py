"""The content tables of an edition and how they are filled. Used when an edition is built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kiosk.content.topics import Topic, topic_from_record
from kiosk.document.as_json import document_from_json
from kiosk.document.reading import readings
from kiosk.records import Record

if TYPE_CHECKING:
    from sqlite_utils import Database

_GUIDE = {
    "key": str,
    "id": str,
    "lang": str,
    "title": str,
    "summary": str,
    "topic": str,
    "subtopic": str,
    "booklet": str,
    "sensitive": int,
    "position": int,
    "kind": str,
}
_WORDS = {
    "synonym": ("lang", "term", "expansions", "context", "direction"),
    "phrase": ("lang", "phrase", "types", "beneficiaries", "words", "urgent"),
    "stopword": ("lang", "word", "weak"),
}


def write(db: Database, records: Iterable[Record]) -> None:
    """Create and fill the guide, word-list and guide-search tables from the records."""
    db.table("guide").create(_GUIDE, pk="key")
    db.execute(
        "CREATE VIRTUAL TABLE guide_fts USING fts5(id UNINDEXED, lang UNINDEXED, title, summary, body,"
        " tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')"
    )
    for kind, columns in _WORDS.items():
        db.table(kind).create(dict.fromkeys(columns, str))
    records = list(records)
    tree = [topic_from_record(record.body) for record in records if record.kind == "topic"]
    guides: list[dict[str, Any]] = []
    texts: list[tuple[str, str, str, str, str]] = []
    words: dict[str, list[dict[str, str]]] = {kind: [] for kind in _WORDS}
    for record in records:
        body = record.body
        if record.kind == "guide":
            row = {name: body[name] for name in _GUIDE if name in body}
            guides.append({"kind": "page", **row, "key": record.key})
            document = document_from_json(body["document"])
            text = "\n".join(item.text for item in readings(document) if item.path != "title")
            texts.append((body["id"], body["lang"], body["title"], body["summary"], text))
        elif record.kind in words:
            words[record.kind].append({name: body.get(name, "") for name in _WORDS[record.kind]})
    guides.sort(key=lambda guide: (_place(guide, tree), guide["key"]))
    db.table("guide").insert_all({**guide, "position": number} for number, guide in enumerate(guides))
    with db.conn:
        db.conn.executemany("INSERT INTO guide_fts(id, lang, title, summary, body) VALUES (?, ?, ?, ?, ?)", texts)
    for kind, rows in words.items():
        db.table(kind).insert_all(rows)


def _place(guide: dict[str, Any], tree: Sequence[Topic]) -> tuple[int, int, int]:
    """Where a guide stands in the tree of topics; what the tree does not name stands behind what it does."""
    for number, topic in enumerate(tree):
        for within, subtopic in enumerate(topic.subtopics):
            if (topic.id, subtopic.id) == (guide["topic"], guide["subtopic"]):
                pages = (*subtopic.pages, guide["id"])
                return number, within, pages.index(guide["id"])
    return len(tree), 0, 0
