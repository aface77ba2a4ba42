"""Guides: a page of advice, its front matter and its document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kiosk.content.reading_files import parse_toml, read_text
from kiosk.document.as_json import document_from_json, to_json
from kiosk.document.blocks import Document
from kiosk.errors import InputError
from kiosk.records import Record

_FENCE = "+++"
_MAX_BYTES = 256 * 1024
_CONFIDENCE = ("sure", "check")
_BOOKLET = ("core", "on-topic", "no")
_LATER = ("steps", "sheets", "to_confirm")
"""Lists that came with schema 5, and stand in a record only where there is something in them."""
KINDS = ("page", "journey", "worksheet")
"""A page of advice; step by step through several pages; a sheet to print and fill in by hand."""


@dataclass(frozen=True, slots=True)
class LocalHelp:
    """A directory query for "local help with this"."""

    words: str = ""
    types: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.types or self.beneficiaries)


@dataclass(frozen=True, slots=True)
class GuideSource:
    """Where a page's facts come from, and the date that source speaks for."""

    title: str
    url: str = ""
    speaks_for: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """One page in one language. `document` still holds references; `kiosk.content.resolve` fills them in."""

    id: str
    lang: str
    title: str
    summary: str
    topic: str
    subtopic: str
    document: Document
    reviewed: date | None = None
    review_by: date | None = None
    audience: tuple[str, ...] = ()
    confidence: str = "sure"
    needs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    local_help: LocalHelp = field(default_factory=LocalHelp)
    booklet: str = "on-topic"
    sensitive: bool = False
    draft_translation: bool = False
    sources: tuple[GuideSource, ...] = ()
    kind: str = "page"
    """One of `KINDS`."""
    steps: tuple[str, ...] = ()
    """A journey's pages by id, in order."""
    sheets: tuple[str, ...] = ()
    """Worksheets that go with the page, by id."""
    to_confirm: tuple[str, ...] = ()
    """What a council should check before it relies on the page, where `confidence` is "check"."""

    def record(self) -> Record:
        """The guide as a record, keyed by language and id."""
        body = {
            "id": self.id,
            "lang": self.lang,
            "title": self.title,
            "summary": self.summary,
            "topic": self.topic,
            "subtopic": self.subtopic,
            "document": to_json(self.document),
            "reviewed": self.reviewed.isoformat() if self.reviewed else None,
            "review_by": self.review_by.isoformat() if self.review_by else None,
            "audience": list(self.audience),
            "confidence": self.confidence,
            "needs": list(self.needs),
            "related": list(self.related),
            "local_help": to_json_local_help(self.local_help),
            "booklet": self.booklet,
            "sensitive": self.sensitive,
            "draft_translation": self.draft_translation,
            "sources": [{"title": s.title, "url": s.url, "speaks_for": s.speaks_for} for s in self.sources],
        }
        if self.kind != "page":
            body["kind"] = self.kind
        for name in _LATER:
            if getattr(self, name):
                body[name] = list(getattr(self, name))
        return Record("guide", f"{self.lang}/{self.id}", body)


def to_json_local_help(query: LocalHelp) -> dict[str, Any]:
    """The directory query as plain JSON."""
    return {"words": query.words, "types": list(query.types), "beneficiaries": list(query.beneficiaries)}


def guide_from_record(body: dict[str, Any]) -> Guide:
    """A guide from its record's body, as an edition holds it."""
    return _guide(body, str(body["lang"]), document_from_json(body["document"]))


def read_guide(path: Path, lang: str) -> Guide:
    """A guide from its Markdown file. Raises `InputError` with file and line."""
    from kiosk.content.markdown import blocks_of

    front, body, line = read_page(path, ("id", "title", "summary", "topic", "subtopic"))
    blocks = blocks_of(body, path, line)
    if not blocks:
        raise InputError("the guide has no text", path, line)
    document = Document(front["id"], front["title"].strip(), lang, blocks, front["summary"].strip())
    try:
        return _guide(front, lang, document)
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"the front matter is wrong: {error}", path, 1) from error


def read_page(path: Path, needed: tuple[str, ...]) -> tuple[dict[str, Any], str, int]:
    """The front matter of a Markdown file, its text, and the line on which that begins.

    Raises `InputError` for front matter that is not there, not closed or lacks what is needed, and for another id than
    the file's name.
    """
    lines = read_text(path, _MAX_BYTES).split("\n")
    if not lines or lines[0].strip() != _FENCE:
        raise InputError("a page starts with +++ and its front matter", path, 1)
    try:
        end = next(number for number, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE)
    except StopIteration:
        raise InputError("the front matter is not closed with +++", path, 1) from None
    front = parse_toml("\n".join(lines[1:end]), path, 2)
    for name in needed:
        if not isinstance(front.get(name), str) or not front[name].strip():
            raise InputError(f"the front matter has no {name}", path, 1)
    if front["id"] != path.stem:
        raise InputError(f"the id {front['id']!r} is not the file's name", path, 1)
    return front, "\n".join(lines[end + 1 :]), end + 2


def _guide(front: dict[str, Any], lang: str, document: Document) -> Guide:
    help_query = front.get("local_help") or {}
    return Guide(
        id=str(front["id"]),
        lang=lang,
        title=str(front["title"]).strip(),
        summary=str(front["summary"]).strip(),
        topic=str(front["topic"]),
        subtopic=str(front["subtopic"]),
        document=document,
        reviewed=_date(front.get("reviewed")),
        review_by=_date(front.get("review_by")),
        audience=_texts(front.get("audience")),
        confidence=_one_of(front.get("confidence", "sure"), _CONFIDENCE),
        needs=_texts(front.get("needs")),
        related=_texts(front.get("related")),
        local_help=LocalHelp(
            str(help_query.get("words") or ""), _texts(help_query.get("types")), _texts(help_query.get("beneficiaries"))
        ),
        booklet=_one_of(front.get("booklet", "on-topic"), _BOOKLET),
        sensitive=_yes_or_no(front.get("sensitive", False)),
        draft_translation=_yes_or_no(front.get("draft_translation", False)),
        sources=tuple(
            GuideSource(str(s.get("title", "")), str(s.get("url", "")), str(s.get("speaks_for", "")))
            for s in front.get("sources", ())
        ),
        kind=_one_of(front.get("kind", "page"), KINDS),
        steps=_texts(front.get("steps")),
        sheets=_texts(front.get("sheets")),
        to_confirm=_texts(front.get("to_confirm")),
    )


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        raise ValueError("a date has no time of day")
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        raise ValueError(f"{value!r} must stand in [brackets]")
    return tuple(str(item) for item in value)


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is not true or false")
    return value


def _one_of(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    return str(value)
