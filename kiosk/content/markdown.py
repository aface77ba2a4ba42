"""Markdown of a guide to document blocks: the few kinds that our pages use, and nothing else.

Imported only where guides are read from files; a kiosk that shows an edition never parses Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutLevel,
    Checklist,
    ContactRef,
    FigureRef,
    Heading,
    Inline,
    Inlines,
    Link,
    NoteLines,
    Paragraph,
    PictureRow,
    SlotRef,
    Step,
    Steps,
    Table,
    Text,
)
from kiosk.errors import InputError

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_REFERENCE = re.compile(r"\{\{\s*(figure|council|contact):([A-Za-z0-9._-]+)\s*\}\}")
_CONTACT_LINE = re.compile(r"^\{\{\s*contact:([A-Za-z0-9._-]+)\s*\}\}$")
_CALLOUT = re.compile(r"^\[!(FIRST|INFO|IMPORTANT|URGENT)\]\s*")
_TICK = re.compile(r"^\[[ xX]?\]\s+")
_JOINS = ("and", "or")
_LINES = re.compile(r"^\{\{\s*lines:(\d{1,2})\s*\}\}$")
_PICTURE = re.compile(r"^!\[([a-z0-9-]+)\]\s+(?=\S)")
MOST_LINES = 12
"""To write on in one place; more would be a page of its own."""


def blocks_of(text: str, path: Path, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a guide's body. Raises `InputError` with file and line for anything our pages do not have."""
    try:
        return tuple(_Reader(path, first_line).blocks(SyntaxTreeNode(_MARKDOWN.parse(text)).children))
    except RecursionError as error:
        raise InputError("this text is nested too deeply", path, first_line) from error


class _Reader:
    """Walks one Markdown tree; holds only where the text came from, for messages."""

    def __init__(self, path: Path, first_line: int) -> None:
        self._path = path
        self._first_line = first_line

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            if node.type == "heading":
                level = int(node.tag[1])
                if level not in (2, 3):
                    raise self._wrong("use ## or ### for headings; the title is in the front matter", node)
                yield Heading(level, self._inlines(node))
            elif node.type == "paragraph":
                yield from self._paragraph(node)
            elif node.type == "bullet_list":
                yield self._bullets(node)
            elif node.type == "ordered_list":
                yield Steps(tuple(self._step(item) for item in node.children))
            elif node.type == "blockquote":
                yield self._callout(node)
            elif node.type == "table":
                yield self._table(node)
            else:
                raise self._wrong(f"our pages have no {node.type.replace('_', ' ')}", node)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        lines = node.children[0].content.split("\n") if node.children else []
        words: list[str] = []
        for line in lines:
            alone = self._alone(line.strip(), node)
            if alone is not None:
                yield from self._reparsed(words, node)
                words = []
                yield alone
            else:
                words.append(line)
        yield from self._reparsed(words, node)

    def _alone(self, line: str, node: SyntaxTreeNode) -> Block | None:
        """What stands on a line of its own: a contact, or lines to write on."""
        contact, lines = _CONTACT_LINE.match(line), _LINES.match(line)
        if contact:
            return ContactRef(contact.group(1))
        if lines:
            count = int(lines.group(1))
            if not 1 <= count <= MOST_LINES:
                raise self._wrong(f"between 1 and {MOST_LINES} lines to write on, not {count}", node)
            return NoteLines(count)
        return None

    def _reparsed(self, lines: list[str], node: SyntaxTreeNode) -> Iterator[Block]:
        if any(line.strip() for line in lines):
            text = "\n".join(lines)
            picture = _PICTURE.match(text)
            tokens = _MARKDOWN.parseInline(text[picture.end() :] if picture else text)
            inlines = self._from_inline_nodes(SyntaxTreeNode(tokens).children[0].children, node)
            yield PictureRow(picture.group(1), inlines) if picture else Paragraph(inlines)

    def _bullets(self, node: SyntaxTreeNode) -> BulletList | Checklist:
        items = tuple(self._item(item) for item in node.children)
        ticks = [bool(item and isinstance(item[0], Text) and _TICK.match(item[0].text + " ")) for item in items]
        if not any(ticks):
            return BulletList(items)
        if not all(ticks):
            raise self._wrong("either every line of a list is a tick box or none is", node)
        return Checklist(tuple(_without_start(item, _TICK) for item in items))

    def _item(self, node: SyntaxTreeNode) -> Inlines:
        if len(node.children) != 1 or node.children[0].type != "paragraph":
            raise self._wrong("a list item is one short paragraph; it can't hold other blocks", node)
        return self._inlines(node.children[0])

    def _step(self, node: SyntaxTreeNode) -> Step:
        if len(node.children) != 1 or node.children[0].type != "paragraph":
            raise self._wrong("a step is one short paragraph; it can't hold other blocks", node)
        inner = node.children[0].children[0].children
        join: Literal["", "and", "or"] = ""
        if inner and inner[-1].type == "em" and inner[-1].children[0].content in _JOINS:
            join = cast(Literal["and", "or"], inner[-1].children[0].content)
            inner = inner[:-1]
        return Step(_trimmed(self._from_inline_nodes(inner, node)), join)

    def _callout(self, node: SyntaxTreeNode) -> Callout:
        if any(child.type == "blockquote" for child in node.children):
            raise self._wrong("a box can't stand inside a box", node)
        inner = list(self.blocks(node.children))
        first = inner[0] if inner else None
        match = None
        if isinstance(first, Paragraph) and first.inlines and isinstance(first.inlines[0], Text):
            match = _CALLOUT.match(first.inlines[0].text)
        if match is None or not isinstance(first, Paragraph):
            raise self._wrong("a box starts with [!FIRST], [!INFO], [!IMPORTANT] or [!URGENT]", node)
        rest = _without_start(first.inlines, _CALLOUT)
        blocks = ([Paragraph(rest)] if rest else []) + inner[1:]
        return Callout(cast(CalloutLevel, match.group(1).casefold()), tuple(blocks))

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows: list[tuple[Inlines, ...]] = []
        header: tuple[Inlines, ...] = ()
        for part in node.children:
            for row in part.children:
                cells = tuple(self._inlines(cell) for cell in row.children)
                if part.type == "thead":
                    header = cells
                else:
                    rows.append(cells)
        if not 2 <= len(header) <= 4:
            raise self._wrong("a table has two to four columns", node)
        return Table(header, tuple(rows))

    def _inlines(self, node: SyntaxTreeNode) -> Inlines:
        return self._from_inline_nodes(node.children[0].children if node.children else [], node)

    def _from_inline_nodes(self, nodes: list[SyntaxTreeNode], place: SyntaxTreeNode) -> Inlines:
        found: list[Inline] = []
        for node in nodes:
            if node.type == "text":
                found.extend(self._text(node.content, False, place))
            elif node.type in ("softbreak", "hardbreak"):
                found.append(Text(" "))
            elif node.type == "strong":
                for inner in node.children:
                    if inner.type not in ("text", "softbreak"):
                        raise self._wrong("only words can be strong", place)
                    found.extend(self._text(inner.content or " ", True, place))
            elif node.type == "link":
                target = str(node.attrs.get("href", ""))
                if not target.startswith("guide:"):
                    raise self._wrong("a link leads to another guide: [words](guide:its-id)", place)
                words = "".join(inner.content if inner.type == "text" else " " for inner in node.children)
                if any(inner.type not in ("text", "softbreak") for inner in node.children) or "{{" in words:
                    raise self._wrong("only plain words can be a link", place)
                found.append(Link(words, target))
            else:
                raise self._wrong(f"our text has no {node.type.replace('_', ' ')}", place)
        return _merged(found)

    def _text(self, text: str, strong: bool, place: SyntaxTreeNode) -> Iterator[Inline]:
        position = 0
        for match in _REFERENCE.finditer(text):
            if match.start() > position:
                yield Text(text[position : match.start()], strong)
            kind, key = match.groups()
            if kind == "contact":
                raise self._wrong("a contact stands on a line of its own", place)
            yield FigureRef(key) if kind == "figure" else SlotRef(key)
            position = match.end()
        if position < len(text):
            rest = text[position:]
            if "{{" in rest or "}}" in rest:
                raise self._wrong("this is not a figure, a contact or a council slot: " + rest.strip()[:40], place)
            yield Text(rest, strong)

    def _wrong(self, message: str, node: SyntaxTreeNode) -> InputError:
        while node.map is None and node.parent is not None:
            node = node.parent
        line = self._first_line + (node.map[0] if node.map else 0)
        return InputError(message, self._path, line)


def _merged(parts: list[Inline]) -> Inlines:
    merged: list[Inline] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, Text) and isinstance(last, Text) and part.strong == last.strong:
            merged[-1] = Text(last.text + part.text, last.strong)
        else:
            merged.append(part)
    return tuple(merged)


def _without_start(inlines: Inlines, pattern: re.Pattern[str]) -> Inlines:
    first = inlines[0]
    if not isinstance(first, Text):
        return inlines
    rest = pattern.sub("", first.text + (" " if pattern is _TICK and not first.text.endswith(" ") else ""), count=1)
    kept: Inlines = (Text(rest, first.strong), *inlines[1:]) if rest.strip() else inlines[1:]
    return _trimmed(kept)


def _trimmed(inlines: Inlines) -> Inlines:
    parts = list(inlines)
    if parts and isinstance(parts[0], Text):
        parts[0] = Text(parts[0].text.lstrip(), parts[0].strong)
    if parts and isinstance(parts[-1], Text):
        parts[-1] = Text(parts[-1].text.rstrip(), parts[-1].strong)
    return tuple(part for part in parts if not (isinstance(part, Text) and not part.text))
