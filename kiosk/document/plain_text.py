"""A document as plain text, for e-mail, braille software and people who like it bare. Used by commands only."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    Document,
    Facts,
    Heading,
    NoteLines,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Steps,
    Table,
    plain,
)
from kiosk.document.reading import contact_text, fill_in_text, is_to_fill_in, table_row_text
from kiosk.language import Words

WIDTH = 72


def to_plain_text(document: Document, words: Words) -> str:
    """The page as lines of at most 72 characters; references must have been filled in (`kiosk.content.resolve`).

    Words and telephone numbers are never broken, so that one longer than the line stands out over its end.
    """
    parts = [
        *([_wrapped(document.kicker)] if document.kicker else []),
        _underlined(document.title, "="),
        *([_wrapped(document.summary)] if document.summary else []),
        *(_wrapped(notice) for notice in document.notices),
    ]
    parts += [_block(block, words) for block in document.blocks]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _block(block: Block, words: Words) -> str:
    if isinstance(block, Heading):
        return _underlined(plain(block.inlines), "-" if block.level == 2 else ".")
    if isinstance(block, (Paragraph, PictureRow)):
        return _wrapped(plain(block.inlines))
    if isinstance(block, BulletList):
        return _lines(_wrapped(plain(item), "- ") for item in block.items)
    if isinstance(block, Checklist):
        return _lines(_wrapped(plain(item), "[ ] ") for item in block.items)
    if isinstance(block, Steps):
        return _lines(_steps(block, words))
    if isinstance(block, Table) and is_to_fill_in(block):
        return _kept_lines(fill_in_text(block))
    if isinstance(block, Table):
        heads = [plain(cell) for cell in block.header]
        rows = (table_row_text(heads, [plain(cell) for cell in row]) for row in block.rows)
        return "\n\n".join(_kept_lines(row) for row in rows)
    if isinstance(block, Callout):
        inner = "\n\n".join(_block(part, words) for part in block.blocks)
        return _lines(f"| {line}".rstrip() for line in _label_and(block, inner, words).split("\n"))
    return _other(block)


def _other(block: Block) -> str:
    if isinstance(block, ContactCard):
        return _kept_lines("\n".join(line for line in (contact_text(block), block.web) if line))
    if isinstance(block, Facts):
        rows = ([f"{fact.label}:", *(plain(line) for line in fact.lines)] for fact in block.rows)
        return "\n\n".join(_lines([_wrapped(row[0]), *(_wrapped(line, "  ") for line in row[1:])]) for row in rows)
    if isinstance(block, QrCode):
        return _kept_lines(f"{block.caption}\n{block.data.removeprefix('tel:')}")
    if isinstance(block, Picture):
        return _wrapped(f"[{block.alt}]") if block.alt else ""
    if isinstance(block, NoteLines):
        return "\n\n".join("_" * WIDTH for _ in range(block.count))
    return ""


def _steps(block: Steps, words: Words) -> Iterator[str]:
    for number, step in enumerate(block.items, start=1):
        join = f" {join_word(step.join, words)}" if step.join else ""
        yield _wrapped(plain(step.inlines) + join, f"{number}. ")


def join_word(join: str, words: Words) -> str:
    """The word that ties one step to the next."""
    _ = words.gettext
    # Translators: stands between two steps of which both are needed.
    both = _("and")
    # Translators: stands between two steps of which one is enough.
    either = _("or")
    return both if join == "and" else either


def callout_label(level: str, words: Words) -> str:
    """What a box is, in a word, for readers who don't see its colour."""
    _ = words.gettext
    return {
        "first": _("What to do first"),
        "important": _("Important"),
        "urgent": _("Urgent"),
    }.get(level, _("Good to know"))


def _label_and(block: Callout, inner: str, words: Words) -> str:
    return f"{callout_label(block.level, words)}:\n{inner}"


def _wrapped(text: str, start: str = "") -> str:
    # textwrap breaks at ASCII white space only, so the no-break spaces inside numbers hold.
    return textwrap.fill(
        text,
        WIDTH - 2,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _underlined(text: str, sign: str) -> str:
    wrapped = _wrapped(text)
    return f"{wrapped}\n{sign * max((len(line) for line in wrapped.splitlines()), default=0)}"


def _kept_lines(text: str) -> str:
    return _lines(_wrapped(line) for line in text.split("\n"))


def _lines(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(lines)
