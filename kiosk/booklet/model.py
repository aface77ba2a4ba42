"""What a booklet is: who asked for what, and the finished tree of a cover and chapters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kiosk.document.blocks import ContactCard, Document

Size = Literal["standard", "large", "giant"]
Letters = Literal["plain", "easy"]
Whom = Literal["me", "someone"]
Trust = Literal["signed", "local"]
ChapterKind = Literal["ring", "estimate", "guide", "services", "questions", "needs", "notes"]

BODY_POINTS: dict[str, int] = {"standard": 14, "large": 18, "giant": 24}
"""Size of the body text in points (RNIB clear print, large print and giant print)."""

MAX_NOTE = 2000
"""The most characters of a visitor's own note that are printed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A guide or service that the visitor chose; `sensitive` ones are printed only after an explicit yes."""

    document: Document
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class BookletRequest:
    """Everything a booklet is made from. Contacts and documents are resolved and in the right language already."""

    language: str = "en"
    size: Size = "standard"
    letters: Letters = "plain"
    whom: Whom = "me"
    area: str = ""
    demonstration: bool = False
    trust: Trust = "local"
    printed_on: date | None = None
    data_as_of: date | None = None
    safety: tuple[ContactCard, ...] = ()
    ring_note: str = ""
    formats_contact: ContactCard | None = None
    help_from: str = ""
    guides: tuple[Chosen, ...] = ()
    services: tuple[Chosen, ...] = ()
    questions: tuple[Document, ...] = ()
    """What to ask those who give care, for the kinds of care among the services."""
    estimates: tuple[Document, ...] = ()
    """Results of estimates and of Help me choose that were kept."""
    include_sensitive: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. It names no guide and no service, so it can lie on a table."""

    title: str
    whom: str
    area: str
    labels: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One entry of the contents; `entries` are the services that follow on under the chapter's own title."""

    kind: ChapterKind
    document: Document
    entries: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet ready to be rendered; `labels` are the words that the template itself prints."""

    language: str
    right_to_left: bool
    size: Size
    letters: Letters
    cover: Cover
    formats: Document
    contents_title: str
    contents_note: str
    chapters: tuple[Chapter, ...]
    footer: str
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The same booklet as pages for the voice, plain text and HTML, in reading order."""
        found = [self.formats]
        for chapter in self.chapters:
            found.append(chapter.document)
            found.extend(chapter.entries)
        return tuple(found)
