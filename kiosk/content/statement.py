"""The accessibility statement: our words, the dates, and everything on the checklist that is not met yet.

Its form is the model statement for public bodies on GOV.UK. It belongs to the program and not to an edition, so it is
read from the program's own files, and only when its screen is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content.checklist import Row, read_checklist
from kiosk.content.guides import Guide
from kiosk.content.library import Library
from kiosk.content.markdown import blocks_of
from kiosk.content.reading_files import parse_toml, read_text
from kiosk.content.resolve import resolve_guide, shown_contact
from kiosk.document.blocks import Document
from kiosk.errors import InputError
from kiosk.language import Words, words_in

CONTACTS = ("council.accessibility", "council.complaints", "council.adult-social-care")
"""Whom to tell about a barrier: the first of these contacts that the edition has and may show."""
_FENCE = "+++"
_MAX_BYTES = 64 * 1024
_SLOT = re.compile(r"\{\{\s*statement:([a-z_]+)\s*\}\}")
_MARKS = re.compile(r"([\\`*_\[\]<>()#+\-!|&~])")
_DAYS = ("prepared", "tested", "reviewed", "review_by")


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement's file: its dates, what was counted when it was tested, and its text with slots."""

    title: str
    summary: str
    lang: str
    days: dict[str, date]
    counted: dict[str, int]
    text: str
    first_line: int
    path: Path


def read_statement(path: Path) -> Statement:
    """The statement from ``statement.<language>.md``. Raises `InputError` with the file."""
    lines = read_text(path, _MAX_BYTES).split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        raise InputError("the statement starts with its dates between two lines of +++", path, 1)
    end = next(number for number, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE)
    front = parse_toml("\n".join(lines[1:end]), path, 2)
    days = {name: _day(front, name, path) for name in _DAYS}
    counted = front.get("counted", {})
    if not isinstance(counted, dict) or not all(type(number) is int for number in counted.values()):
        raise InputError("counted holds whole numbers", path, 1)
    title, summary = str(front.get("title", "")).strip(), str(front.get("summary", "")).strip()
    if not title or not summary:
        raise InputError("the statement has no title or no summary", path, 1)
    text = "\n".join(lines[end + 1 :])
    return Statement(title, summary, path.name.split(".")[-2], days, counted, text, end + 2, path)


def statement_document(folder: Path, library: Library, helper: str, words: Words, today: date) -> Document:
    """The statement as it is shown on a day; `helper` says who helps at this kiosk, "the people who work here".

    There is one in English only; in another language it says so at its top.
    """
    statement = read_statement(folder / "statement.en.md")
    rows = read_checklist(folder / "checklist.toml")
    text = _filled(statement, _slots(statement, rows, library, helper))
    blocks = blocks_of(text, statement.path, statement.first_line)
    document = Document("accessibility", statement.title, statement.lang, blocks, statement.summary)
    guide = Guide(
        "accessibility",
        statement.lang,
        statement.title,
        statement.summary,
        topic="",
        subtopic="",
        document=document,
        reviewed=statement.days["reviewed"],
        review_by=statement.days["review_by"],
    )
    return resolve_guide(guide, library, words, today)


def not_met(rows: Iterable[Row]) -> list[str]:
    """What a visitor is told of each row that is not met: our sentence, and the standard that asks for it."""
    return [f"{row.visitor} ({row.source})" for row in rows if row.visitor]


def _slots(statement: Statement, rows: Iterable[Row], library: Library, helper: str) -> dict[str, str]:
    council = library.council().get("name", "")
    helper = "the " + helper[4:] if helper.startswith("The ") else helper
    contact = next((key for key in CONTACTS if shown_contact(library, key) is not None), "")
    slots = {name: words_in(statement.lang).date(day) for name, day in statement.days.items()}
    slots |= {name: str(number) for name, number in statement.counted.items()}
    slots |= {
        "helper": _plain(helper),
        "council": _plain(council) or "the council that put it here",
        "contact": f"{{{{contact:{contact}}}}}" if contact else f"Ask {_plain(helper)}.",
        "not_met": "\n".join(f"- {_plain(sentence)}" for sentence in not_met(rows)),
    }
    return slots


def _filled(statement: Statement, slots: dict[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in slots:
            raise InputError(f"there is no slot {name}", statement.path)
        return slots[name]

    return _SLOT.sub(fill, statement.text)


def _plain(words: str) -> str:
    """Words that others wrote, safe in Markdown: no sign of theirs means anything."""
    return _MARKS.sub(r"\\\1", words.replace("{", "").replace("}", ""))


def _day(front: dict[str, Any], name: str, path: Path) -> date:
    found = front.get(name)
    if type(found) is not date:
        raise InputError(f"{name} must be a day, such as 2026-11-22", path, 1)
    return found
