"""The language of words: what is painted and spoken is tagged with the language whose letters it is written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtWidgets import QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen
from kiosk.audit.told import told
from kiosk.ui.screen import spoken_parts
from kiosk.ui.widgets.button import Button

_SCRIPTS = {
    "ar": "ARABIC", "fa": "ARABIC", "ku": "ARABIC", "ps": "ARABIC", "ur": "ARABIC", "bn": "BENGALI",
    "gu": "GUJARATI", "he": "HEBREW", "hi": "DEVANAGARI", "pa": "GURMUKHI", "ta": "TAMIL", "zh": "CJK",
    "bg": "CYRILLIC", "ru": "CYRILLIC", "uk": "CYRILLIC",
}  # fmt: skip
"""The script of a language; of all others it is Latin."""
_LETTERS_OF_A_SIGN = 4
"""So few letters of another script may be a sign, as NHS, GP or abc are."""


@check("LANG", "names", ("LA-01", "SP-12"), "Words are tagged with a language that is written in their letters.")
def languages(seen: Seen) -> Iterator[Fault]:
    """A name that holds words of two languages is the visitor's; a button is called by its name, painted or not."""
    for widget, words, tag in dict.fromkeys(_tagged(seen)):
        lang = tag or seen.session.visit.language
        foreign = foreign_script(words, lang)
        if foreign:
            yield seen.fault("LANG", f"tagged “{lang}”, written in {foreign} letters: “{words[:60]}”", widget)


def _tagged(seen: Seen) -> Iterator[tuple[QWidget, str, str]]:
    """Each text that is painted, told or spoken, with the language it says it is in; "" is the visitor's."""
    for text in seen.texts:
        if not isinstance(text.widget, Button):
            parts = dict(spoken_parts(text.widget)) if hasattr(text.widget, "spoken_parts") else {}
            yield text.widget, text.text, parts.get(text.text, str(getattr(text.widget, "lang", "")))
    for control in seen.controls:
        yield control, told(control).name, getattr(control, "lang", "")
    for widget in seen.screen.speaking_widgets() if seen.root is seen.window else ():
        if widget.isVisible():
            for words, lang in spoken_parts(widget):
                yield widget, words, lang


def foreign_script(words: str, lang: str) -> str:
    """The script that words are written in, where it is not their language's at all; else nothing."""
    found = [script for letter in words if (script := _script(letter))]
    own = _SCRIPTS.get(lang.partition("-")[0], "LATIN")
    if own in found or len(found) < _LETTERS_OF_A_SIGN:
        return ""
    return found[0].title()


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
