"""The blocks and inlines a document is made of.

Guides are written once as this tree; screen, speech, PDF, plain text and HTML are renderings of it. `FigureRef`,
`SlotRef` and `ContactRef` are filled in when the page is shown (`kiosk.content.resolve`), never when it is built, so
that an amount can go out of date and a number can change without the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CalloutLevel = Literal["first", "info", "important", "urgent"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words; `lang` is set only where it differs from the document's language."""

    text: str
    strong: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A dated amount, by key: ``{{figure:KEY}}``."""

    key: str


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A name or number that only the council can give: ``{{council:NAME}}``."""

    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another page; `target` is ``guide:ID`` or ``service:KEY``."""

    text: str
    target: str
    lang: str = ""
    """As of `Text`."""


Inline = Text | FigureRef | SlotRef | Link
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the page's own title is level 1 and stands outside the blocks, so blocks start at 2."""

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `join` is the word that ties it to the next one: nothing, "and" or "or"."""

    inlines: Inlines
    join: Literal["", "and", "or"] = ""


@dataclass(frozen=True, slots=True)
class Steps:
    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off with a pen or a finger."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactRef:
    """A contact, by key: ``{{contact:KEY}}`` on a line of its own."""

    key: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact as it may be shown: an empty field is one that is not known or not verified."""

    name: str
    purpose: str = ""
    phone: str = ""
    relay: str = ""
    hours: str = ""
    web: str = ""
    safety: bool = False
    lang: str = "en"
    """What its name, purpose, hours and relay line are written in; contacts are not translated."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact of a service ("When": lines of opening hours); `icon` names an SVG of ours."""

    icon: str
    label: str
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square code for a telephone's camera; `data` is a ``tel:`` or ``https:`` address."""

    data: str
    caption: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ours by icon name; `alt` is empty for decoration."""

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """Easy Read: one idea in words with the drawing that stands for it, by name."""

    name: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class NoteLines:
    """Ruled lines to write on; paper only."""

    count: int = 6


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out. "first" = what to do first (green), "info" blue, "important" cream, "urgent" rose."""

    level: CalloutLevel
    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | BulletList
    | Steps
    | Checklist
    | Table
    | ContactRef
    | ContactCard
    | Facts
    | QrCode
    | Picture
    | PictureRow
    | NoteLines
    | Callout
)


@dataclass(frozen=True, slots=True)
class Document:
    """One page: its title, a one-line summary, and blocks in reading order."""

    id: str
    title: str
    lang: str
    blocks: tuple[Block, ...]
    summary: str = ""
    kicker: str = ""
    notices: tuple[str, ...] = field(default=())
    """Plain sentences shown under the title: "Reviewed …", "draft translation, not yet checked", "out of date"."""


def words(*parts: str | Inline) -> Inlines:
    """Inlines from strings and inlines: the short way to write a paragraph in code."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def plain(inlines: Inlines) -> str:
    """The inlines as one string; references that were not resolved show as nothing."""
    return "".join(part.text for part in inlines if isinstance(part, (Text, Link)))
