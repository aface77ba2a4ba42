"""Cells that a spreadsheet would take for a formula, written so that it shows them as text, and read back."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def guarded(text: str) -> str:
    """The text with ``'`` in front where it begins like a formula; a plain number such as -2.48 stays one.

    A text that begins with ``'`` and then like a formula gets one more, so that `plain` gives back exactly what it was.
    """
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def plain(text: str) -> str:
    """The text without the ``'`` that `guarded` put in front."""
    return text[1:] if _GUARDED.match(text) else text
