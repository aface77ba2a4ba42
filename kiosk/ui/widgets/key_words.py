"""What stands on a key and what it is called: a full stop has a name, and so has what rubs out."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kiosk.language import Tagged, Words
from kiosk.ui.widgets.keyboard_layouts import PageName


class Face(NamedTuple):
    """The words on a key, the drawing beside them, and its name."""

    words: str
    icon: str
    name: str


_OWN_LETTERS = {"ar": ("أ ب ت", "ض ص ث")}
"""For each script the beginning of its alphabet, and the beginning of the first row of its keyboards."""


def key_words(does: str, words: Words, script: PageName, order: str) -> Face:
    """The face of a key that types or does something, for letters of a script in an order ("qwerty" or "a-z").

    `script` is "letters" for those of the visitor's language, or "english".
    """
    _ = words.gettext
    own = _OWN_LETTERS.get(words.language) if script == "letters" else None
    begins, first_row = own or ("abc", "QWERTY")
    if does == "space":
        return Face(_("Space"), "space", _("Space"))
    if does == "rub-out":
        # Translators: the key that takes away the letter before the cursor.
        return Face(_("Rub out"), "backspace", _("Rub out"))
    if does == "capital":
        # Translators: the key that makes the next letter a capital.
        return Face(_("Capital"), "tick", _("Capital"))
    if does == "numbers":
        return Face("123", "", _("123: digits and signs"))
    if does == "english":
        return Face("abc", "", _("abc: English letters"))
    if does == "letters":
        # Translators: a key; {letters} are the first of an alphabet, "abc" in English.
        return Face(begins, "", _("{letters}: letters").format(letters=begins))
    if does == "order" and order == "qwerty":
        # Translators: a key that puts all keys into the order of the alphabet.
        label = begins if own else _("A to Z")
        return Face(label, "", _("{letters}: in the order of the alphabet").format(letters=label))
    if does == "order":
        return Face(first_row, "", _("{letters}: in the order of keyboards").format(letters=first_row))
    if does.isascii() and does.isalpha():
        return Face(does, "", Tagged(does, "en"))
    return Face(does, "", _signs(words).get(does, does))


@cache
def _signs(words: Words) -> dict[str, str]:
    """The names of signs, which a screen reader may leave out."""
    _ = words.gettext
    return {
        ".": _("Full stop"),
        ",": _("Comma"),
        "،": _("Comma"),
        "?": _("Question mark"),
        "؟": _("Question mark"),
        "!": _("Exclamation mark"),
        "'": _("Apostrophe"),
        '"': _("Quotation mark"),
        "-": _("Hyphen"),
        "/": _("Slash"),
        ":": _("Colon"),
        ";": _("Semicolon"),
        "؛": _("Semicolon"),
        "(": _("Opening bracket"),
        ")": _("Closing bracket"),
        "&": _("And sign"),
        "@": _("At sign"),
        "+": _("Plus sign"),
        "=": _("Equals sign"),
        "%": _("Per cent sign"),
        "#": _("Hash sign"),
        "*": _("Star"),
        "£": _("Pound sign"),
    }
