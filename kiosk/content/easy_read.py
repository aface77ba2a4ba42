"""Easy Read: the most important pages told again, one idea a row, each with a drawing of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.document.as_json import document_from_json, to_json
from kiosk.document.blocks import Document
from kiosk.errors import InputError
from kiosk.language import words_in
from kiosk.records import Record


@dataclass(frozen=True, slots=True)
class EasyRead:
    """The Easy Read form of the guide of the same id. `document` still holds references, as a guide's does."""

    id: str
    lang: str
    document: Document
    reviewed: date | None = None
    review_by: date | None = None

    @property
    def title(self) -> str:
        return self.document.title

    def record(self) -> Record:
        """The page as a record, keyed by language and id."""
        body = {
            "id": self.id,
            "lang": self.lang,
            "document": to_json(self.document),
            "reviewed": self.reviewed.isoformat() if self.reviewed else None,
            "review_by": self.review_by.isoformat() if self.review_by else None,
        }
        return Record("easy", f"{self.lang}/{self.id}", body)


def easy_read_title(title: str, lang: str) -> str:
    """What the page is called where the guide of the same title may stand beside it, in the page's own language."""
    # Translators: {page} is the title of a page; it is the form of that page with short sentences and pictures.
    return words_in(lang).gettext("{page} (Easy Read)").format(page=title)


def easy_read_from_record(body: dict[str, Any]) -> EasyRead:
    """An Easy Read page from its record's body, as an edition holds it."""
    reviewed, review_by = (
        date.fromisoformat(body[name]) if body.get(name) else None for name in ("reviewed", "review_by")
    )
    return EasyRead(str(body["id"]), str(body["lang"]), document_from_json(body["document"]), reviewed, review_by)


def read_easy_read(folder: Path) -> Iterator[EasyRead]:
    """Every page of ``easy/LANGUAGE/ID.md``. Raises `InputError` with file and line."""
    for path in sorted(folder.rglob("*.md")):
        if len(path.relative_to(folder).parts) != 2:
            raise InputError("an Easy Read page lies in easy/LANGUAGE/", path)
        yield _read(path, path.parent.name)


def _read(path: Path, lang: str) -> EasyRead:
    from kiosk.content.guides import read_page
    from kiosk.content.markdown import blocks_of

    front, text, line = read_page(path, ("id", "title"))
    blocks = blocks_of(text, path, line)
    if not blocks:
        raise InputError("the page has no text", path, line)
    dates = []
    for name in ("reviewed", "review_by"):
        value = front.get(name)
        if value is not None and type(value) is not date:
            raise InputError(f"{name} is not a date such as 2026-11-22", path, 1)
        dates.append(value)
    return EasyRead(front["id"], lang, Document(front["id"], front["title"].strip(), lang, blocks), *dates)
