"""Which languages the fonts of this machine have letters for."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontMetricsF

from kiosk.language import OWN_NAMES, interface_languages, words_in
from kiosk.ui.theme import font


@cache
def can_be_written(language: str) -> bool:
    """Whether a language's own name and its first words have no letter that would be shown as an empty box."""
    sample = OWN_NAMES.get(language, "") + words_in(language).gettext("Touch to start")
    metrics = QFontMetricsF(font(20))
    return all(metrics.inFontUcs4(ord(letter)) for letter in set(sample) if not letter.isspace())


def offered_languages(pages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that visitors can choose: with pages, words and letters here; English always."""
    return ("en", *(code for code in interface_languages() if code in pages and code != "en" and can_be_written(code)))
