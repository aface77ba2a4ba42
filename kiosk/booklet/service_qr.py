"""Gives a service's page a square code that a telephone's camera can read: its number, else its web page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk import phone_numbers
from kiosk.document.blocks import Block, ContactCard, Document, Facts, QrCode, plain
from kiosk.language import Words

_MAX_URL = 120
"""Longer addresses make modules too small to scan at 28 mm."""


def with_code(document: Document, language: Words) -> Document:
    """The document with a `QrCode` at its end; one that has a code, or neither number nor web page, stays as it is."""
    if any(isinstance(block, QrCode) for block in document.blocks):
        return document
    code = _code(document.blocks, language)
    return replace(document, blocks=(*document.blocks, code)) if code else document


def is_safe(data: str) -> bool:
    """Whether a camera may be sent there: a telephone number or a secure web address, short enough to scan."""
    return data.startswith(("tel:", "https://")) and len(data) <= _MAX_URL and data.isascii() and " " not in data


def _code(blocks: tuple[Block, ...], language: Words) -> QrCode | None:
    _ = language.gettext
    for text in _texts(blocks):
        dial = phone_numbers.dial_uri(text) if phone_numbers.is_plausible(text) else ""
        if dial:
            say = _("Point a phone camera here to ring {number}").format(number=phone_numbers.group(text))
            return QrCode(dial, say)
    for text in _texts(blocks):
        address = text if text.startswith("https://") else ""
        if is_safe(address):
            return QrCode(address, _("Point a phone camera here to open the website"))
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
