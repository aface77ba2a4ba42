"""Words as the search index sees them: folded and split the same way for services, guides and questions."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ`´]s\b")
_MAX_WORD = 40


def fold(text: str) -> str:
    """Lower case without accents and without the possessive s: "Men’s Café" → "men cafe"."""
    plain = text.casefold() if text.isascii() else _without_accents(text)
    return _POSSESSIVE.sub("", plain)


def word_list(text: str) -> list[str]:
    """The words of a text, folded, in order. Anything that is not a letter or a digit parts words."""
    return [word for word in _WORD.findall(fold(text)) if len(word) <= _MAX_WORD]


def rough_stem(word: str) -> str:
    """The word without a plural ending, for looking up lists that people wrote; not a real stem."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _without_accents(text: str) -> str:
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(character for character in spread if not "\u0300" <= character <= "\u036f")
    return unicodedata.normalize("NFC", kept)
