"""A document as the ordered texts that a voice reads and a screen highlights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    Document,
    Facts,
    Heading,
    Inlines,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Steps,
    Table,
    plain,
)
from kiosk.phone_numbers import amounts_from_left


@dataclass(frozen=True, slots=True)
class Reading:
    """One text to be read. `path` names the widget that shows it ("title", "3", "4.0.1"); offsets are code points."""

    path: str
    text: str
    lang: str


def readings(document: Document) -> tuple[Reading, ...]:
    """Everything on the page that a visitor may hear, in reading order, blank texts left out."""
    found = [Reading("title", document.title, document.lang)]
    found += [Reading(f"notice.{n}", text, document.lang) for n, text in enumerate(document.notices)]
    for number, block in enumerate(document.blocks):
        found.extend(Reading(path, text, document.lang) for path, text in block_texts(block, str(number)))
    return tuple(item for item in found if item.text.strip())


def block_texts(block: Block, path: str) -> Iterator[tuple[str, str]]:
    """(path, text) for each text-bearing part of a block; screens build one text widget for each path."""
    if isinstance(block, (Heading, Paragraph, PictureRow)):
        yield path, plain(block.inlines)
    elif isinstance(block, Callout):
        for number, inner in enumerate(block.blocks):
            yield from block_texts(inner, f"{path}.{number}")
    elif isinstance(block, (BulletList, Checklist)):
        yield from _numbered(block.items, path)
    elif isinstance(block, Steps):
        yield from _numbered(tuple(step.inlines for step in block.items), path)
    elif isinstance(block, Table) and is_to_fill_in(block):
        yield path, fill_in_text(block)
    elif isinstance(block, Table):
        for number, row in enumerate(block.rows):
            heads = [plain(cell) for cell in block.header]
            yield f"{path}.{number}", table_row_text(heads, [plain(cell) for cell in row])
    elif isinstance(block, Facts):
        for number, fact in enumerate(block.rows):
            lines = [plain(line) for line in fact.lines]
            yield f"{path}.{number}", "\n".join([f"{fact.label}:", *lines])
    elif isinstance(block, ContactCard):
        yield path, contact_text(block)
    elif isinstance(block, QrCode):
        yield path, block.caption
    elif isinstance(block, Picture):
        yield path, block.alt


def contact_text(card: ContactCard) -> str:
    """A contact as lines: name, number, hours, relay; what is not known is left out."""
    first = f"{card.name}: {card.phone}" if card.phone else card.name
    return "\n".join(line for line in (first, card.purpose, card.hours, card.relay) if line)


def table_row_text(heads: list[str], cells: list[str]) -> str:
    """One table row as "Head: cell" pairs, so that a listener is never left with bare cells."""
    pairs = [f"{head}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=False) if cell]
    return amounts_from_left("\n".join(pairs))


def is_to_fill_in(table: Table) -> bool:
    """Whether a table has room to write into by hand."""
    return any(not plain(cell).strip() for row in table.rows for cell in row)


def fill_in_text(table: Table) -> str:
    """What a table to fill in asks for, a line each: what its rows are for, or its columns where no row says so."""
    asked = [plain(row[0]) for row in table.rows if row and plain(row[0]).strip()]
    return "\n".join(asked or [plain(cell) for cell in table.header])


def _numbered(items: tuple[Inlines, ...], path: str) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(items):
        yield f"{path}.{number}", plain(item)
