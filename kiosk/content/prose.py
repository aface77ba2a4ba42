"""The texts and references of a page as the checks see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    ContactRef,
    FigureRef,
    Heading,
    Inlines,
    Link,
    Paragraph,
    PictureRow,
    SlotRef,
    Steps,
    Table,
)

PieceKind = Literal["title", "summary", "heading", "paragraph", "item", "cell"]
FIGURE_STAND_IN = "amount"
SLOT_STAND_IN = "council"


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of prose. References stand in it as one short word each."""

    kind: PieceKind
    text: str


@dataclass(slots=True)
class Prose:
    """Everything on a page that its checks look at, in reading order."""

    pieces: list[Piece] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    slots: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    link_texts: list[str] = field(default_factory=list)


def prose_of(title: str, summary: str, blocks: tuple[Block, ...]) -> Prose:
    """The prose of a page."""
    found = Prose([Piece("title", title), Piece("summary", summary)])
    for kind, inlines in _runs(blocks, found):
        parts: list[str] = []
        for inline in inlines:
            if isinstance(inline, FigureRef):
                found.figures.append(inline.key)
                parts.append(FIGURE_STAND_IN)
            elif isinstance(inline, SlotRef):
                found.slots.append(inline.name)
                parts.append(SLOT_STAND_IN)
            else:
                parts.append(inline.text)
                if isinstance(inline, Link):
                    found.links.append(inline.target)
                    found.link_texts.append(inline.text)
        found.pieces.append(Piece(kind, "".join(parts)))
    return found


def _runs(blocks: tuple[Block, ...], found: Prose) -> Iterator[tuple[PieceKind, Inlines]]:
    for block in blocks:
        if isinstance(block, Heading):
            yield "heading", block.inlines
        elif isinstance(block, (Paragraph, PictureRow)):
            yield "paragraph", block.inlines
        elif isinstance(block, (BulletList, Checklist)):
            yield from (("item", item) for item in block.items)
        elif isinstance(block, Steps):
            yield from (("item", step.inlines) for step in block.items)
        elif isinstance(block, Table):
            yield from (("cell", cell) for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, ContactRef):
            found.contacts.append(block.key)
        elif isinstance(block, Callout):
            yield from _runs(block.blocks, found)
