"""Gives a service's page a square code that a telephone's camera reads: its number, else its web page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk import phone_numbers
from kiosk.document.blocks import Block, ContactCard, Document, Facts, QrCode, plain
from kiosk.language import Words

_MAX_URL = 120
"""Longer addresses make modules too small to scan at 28 mm."""


def with_code(document: Document, language: Words) -> Document:
    """The document with one `QrCode` at its end: to ring, else its own code or web page, else none.

    A code that leads anywhere but to a number or a secure page is taken out.
    """
    own = [block for block in document.blocks if isinstance(block, QrCode) and is_safe(block.data)]
    rest = tuple(block for block in document.blocks if not isinstance(block, QrCode))
    code = _dial(rest, language) or (own[0] if own else _page(rest, language))
    return replace(document, blocks=(*rest, code) if code else rest)


def is_safe(data: str) -> bool:
    """Whether a camera may be sent there: a telephone number or a secure web address, short enough to scan."""
    return data.startswith(("tel:", "https://")) and len(data) <= _MAX_URL and data.isascii() and " " not in data


def _dial(blocks: tuple[Block, ...], language: Words) -> QrCode | None:
    _ = language.gettext
    for text in _texts(blocks):
        dial = phone_numbers.dial_uri(text) if phone_numbers.is_plausible(text) else ""
        if dial:
            say = _("Point a phone camera here to ring {number}").format(number=phone_numbers.group(text))
            return QrCode(dial, say)
    return None


def _page(blocks: tuple[Block, ...], language: Words) -> QrCode | None:
    _ = language.gettext
    for text in _texts(blocks):
        if text.startswith("https://") and is_safe(text):
            return QrCode(text, _("Point a phone camera here to open the website"))
    return None


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every short text in which a bare number or address may stand."""
    for block in blocks:
        if isinstance(block, ContactCard):
            yield block.phone
            yield block.web
        elif isinstance(block, Facts):
            for row in block.rows:
                for line in row.lines:
                    yield plain(line).strip()
                    yield from (part.text.strip() for part in line if hasattr(part, "text"))
