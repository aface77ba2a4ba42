"""A booklet as the plain JSON that the template reads: drawings and square codes filled in."""

from __future__ import annotations

import unicodedata
from typing import Any

from kiosk.booklet import art
from kiosk.booklet.model import BODY_POINTS, Booklet
from kiosk.booklet.service_qr import is_safe
from kiosk.document.as_json import to_json
from kiosk.document.blocks import Document
from kiosk.language import is_right_to_left


def booklet_data(booklet: Booklet) -> dict[str, Any]:
    """Everything the child process needs to know about the booklet, fonts excepted."""
    return {
        "lang": booklet.language.partition("-")[0],
        "rtl": booklet.right_to_left,
        "size": booklet.size,
        "body_pt": BODY_POINTS[booklet.size],
        "easy": booklet.letters == "easy",
        "labels": booklet.labels,
        "art": art.furniture(booklet.right_to_left),
        "footer": booklet.footer,
        "cover": {name: to_json(getattr(booklet.cover, name)) for name in ("title", "whom", "area", "labels", "lines")},
        "formats": _document(booklet.formats),
        "contents_title": booklet.contents_title,
        "contents_note": booklet.contents_note,
        "chapters": [
            {
                "kind": chapter.kind,
                "document": _document(chapter.document),
                "entries": [_document(entry) for entry in chapter.entries],
            }
            for chapter in booklet.chapters
        ],
    }


def _document(document: Document) -> dict[str, Any]:
    body: dict[str, Any] = to_json(document)
    body["rtl"] = is_right_to_left(document.lang)
    body["blocks"] = [drawn for block in body["blocks"] if (drawn := _drawn(block, body["rtl"])) is not None]
    return body


def _drawn(block: dict[str, Any], right_to_left: bool) -> dict[str, Any] | None:
    """The block with its drawing; None for one that cannot be printed: an unresolved reference, an unsafe code."""
    kind = block["kind"]
    if kind == "ContactRef":
        return None
    if kind == "QrCode":
        if not is_safe(block["data"]):
            return None
    elif kind == "Picture":
        block["svg"] = art.icon(block["name"])
    elif kind == "PictureRow":
        block["svg"] = art.drawing(block["name"])
    elif kind == "Callout":
        block["blocks"] = [drawn for inner in block["blocks"] if (drawn := _drawn(inner, right_to_left)) is not None]
    elif kind == "Facts":
        for row in block["rows"]:
            row["svg"] = art.icon(row["icon"]) if row["icon"] else ""
    for inlines in _inline_lists(block):
        inlines[:] = [part for part in inlines if "text" in part]
    if kind == "Paragraph":
        block["dir"] = _own_direction("".join(part["text"] for part in block["inlines"]), right_to_left)
    return block


def _own_direction(text: str, right_to_left: bool) -> str:
    """ "ltr" or "rtl" where the first letter runs against the page, as with a note typed in another language."""
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong in {"L", "R", "AL"}:
            runs_left = strong != "L"
            return "" if runs_left == right_to_left else ("rtl" if runs_left else "ltr")
    return ""


def _inline_lists(block: dict[str, Any]) -> list[list[dict[str, Any]]]:
    kind = block["kind"]
    if kind in {"Heading", "Paragraph", "PictureRow"}:
        return [block["inlines"]]
    if kind in {"BulletList", "Checklist"}:
        return list(block["items"])
    if kind == "Steps":
        return [step["inlines"] for step in block["items"]]
    if kind == "Table":
        return [*block["header"], *(cell for row in block["rows"] for cell in row)]
    if kind == "Facts":
        return [line for row in block["rows"] for line in row["lines"]]
    return []
