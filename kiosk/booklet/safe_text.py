"""Makes any text printable: no control characters, no missing glyphs, numbers and postcodes in one piece."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from kiosk import phone_numbers
from kiosk.booklet.glyphs import coverage

MARK = "\ufffd"
"""Stands for a character that no font on this machine can draw."""

_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u061c")
_KEEP = set("\u200b\u200e\u200c\u200d\u00a0\u2011")
_DATE = re.compile(r"\b(\d{1,2}) (\w{3,10}) (?=\d{4}\b)")
_HOURS = re.compile(r"\b(\d{1,2}(?::\d\d)?(?:am|pm)) to (?=\d)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)+/\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net)\b"
)
_LONG_WORD = re.compile(r"[^\s\u00a0\u200b\u2011-]{25,}")
_EASY = frozenset(chr(code) for code in range(0x20, 0x7F)) | set("£–—’‘“”…é·\u00a0")

VERBATIM = frozenset({"art", "data", "dir", "icon", "id", "join", "kind", "lang", "level", "size", "svg", "target"})
"""Keys whose values are not words; they are left as they are."""


class Cleaner:
    """Makes texts safe for one list of font files. `strict` also drops all combining marks and joiners."""

    def __init__(self, files: Sequence[str], strict: bool = False) -> None:
        self._files = tuple(files)
        self._strict = strict
        self._known: dict[str, bool] = {}

    def tree(self, node: Any, key: str = "") -> Any:
        """The same tree of JSON with every text cleaned."""
        if key in VERBATIM:
            return node
        if isinstance(node, str):
            return self.text(node)
        if isinstance(node, dict):
            return {name: self.tree(value, name) for name, value in node.items()}
        if isinstance(node, (list, tuple)):
            return [self.tree(item, key) for item in node]
        return node

    def text(self, text: str) -> str:
        """One text, made printable; what cannot be drawn shows as a mark, never as nothing."""
        if not _EASY.issuperset(text):
            text = self._drawable(without_controls(text))
        return breakable(in_one_piece(text))

    def _drawable(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        clusters: list[str] = []
        for character in text:
            if _joins(character):
                if self._strict or not clusters:
                    continue
                if self._one_font_has(clusters[-1] + character):
                    clusters[-1] += character
            elif character == "\n" or self._one_font_has(character):
                clusters.append(character)
            elif not clusters or clusters[-1] != MARK:
                clusters.append(MARK if self._one_font_has(MARK) else "?")
        return "".join(clusters)

    def _one_font_has(self, cluster: str) -> bool:
        """Whether a single font can draw the whole cluster; a mark from a second font would be left unmapped."""
        known = self._known.get(cluster)
        if known is None:
            needed = [character for character in cluster if character not in "\u200b\u200c\u200d"]
            known = any(all(character in coverage(file) for character in needed) for file in self._files)
            self._known[cluster] = known
        return known


def without_controls(text: str) -> str:
    """The text without control, surrogate, private and unassigned characters and without direction overrides."""
    kept = []
    for character in text.replace("\r\n", "\n").replace("\t", " "):
        if character in "\n" or character in _KEEP:
            kept.append(character)
        elif character in _OVERRIDES or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cf"}:
            continue
        elif unicodedata.category(character) in {"Zl", "Zp"}:
            kept.append("\n")
        else:
            kept.append(MARK if unicodedata.category(character) == "Cn" else character)
    return "".join(kept)


def in_one_piece(text: str) -> str:
    """Telephone numbers, postcodes, dates and hours joined by no-break spaces: none is split over two lines."""
    text = _DATE.sub("\\1\u00a0\\2\u00a0", text)
    text = _HOURS.sub("\\1\u00a0to\u00a0", text)
    return phone_numbers.keep_together(text)


def breakable(text: str) -> str:
    """Zero-width breaks in web addresses, e-mail addresses and very long words, so that none runs off the page."""
    if len(text) < 15:
        return text
    return _LONG_WORD.sub(_chop, _ADDRESS.sub(_after_signs, text))


def _after_signs(match: re.Match[str]) -> str:
    return re.sub(r"(?<=[@/.?=&_])(?=[^\s/@])", "\u200b", match.group(0))


def _chop(match: re.Match[str]) -> str:
    word = match.group(0)
    return "\u200b".join(word[n : n + 12] for n in range(0, len(word), 12)) if _may_chop(word) else word


def _may_chop(word: str) -> bool:
    return not any("\u0900" <= character <= "\u1cff" for character in word)


def _joins(character: str) -> bool:
    return character in "\u200c\u200d" or unicodedata.category(character).startswith("M")
