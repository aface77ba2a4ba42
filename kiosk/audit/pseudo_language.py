"""A language for looking at screens: English with accents, about a third longer, in brackets.

What stands on a screen without brackets was never translated; what loses one was cut; what has no room for a third
more has none for German or Welsh either.
"""

from __future__ import annotations

import gettext
import re

from kiosk.language import lend_catalogue

CODE = "en-XA"
"""The code that is used for accented English everywhere ("XA" is a private region of ISO 3166)."""

LONGER = 0.35
"""How much longer a sentence gets: translations of short English words are a third to a half longer."""

_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans(
    "AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz",
    "ÅåḂÇçĐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž",
)
_VOWELS = frozenset("AaEeIiOoUu")


def pseudo(message: str) -> str:
    """A message in the pseudo-language; what stands in {braces} stays as it is. No words stay no words."""
    parts = _FIELD.split(message)
    letters = sum(len(part) for part in parts[::2])
    if not letters:
        return message
    spare = round(letters * LONGER)
    made = []
    for number, part in enumerate(parts):
        if number % 2:
            made.append(part)
            continue
        longer, spare = _longer(part, spare)
        made.append(longer.translate(_ACCENTS))
    return f"[{''.join(made)}{' ~' * (spare // 2)}]"


def _longer(text: str, spare: int) -> tuple[str, int]:
    """The text with vowels said twice, while there are any to spare, and what is left to spare."""
    made = []
    for letter in text:
        made.append(letter)
        if spare and letter in _VOWELS:
            made.append(letter.lower())
            spare -= 1
    return "".join(made), spare


class _PseudoCatalogue(gettext.NullTranslations):
    """Translates by rule."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)


def learn() -> None:
    """Let this process show its screens in the pseudo-language. No visitor is offered it."""
    lend_catalogue(CODE, _PseudoCatalogue())
