"""The short forms that people know organisations by: RSPCA, TDAS, CAB."""

from __future__ import annotations

import re

_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
_LAST = {"ltd", "limited", "cic", "cio", "plc", "llp"}
_FEWEST, _MOST = 3, 7


def initials(name: str) -> tuple[str, ...]:
    """The first letters of a name's words, without its small words and with them, where there are three to seven.

    Only what stands before a bracket or a dash counts, and the form of a company does not.
    """
    before = re.split(r"[(\[–—:]| - ", name, maxsplit=1)[0]
    words = [word for word in re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", before) if word.casefold() not in _LAST]
    found = []
    for kept in ([word for word in words if word.casefold() not in _SMALL], words):
        if _FEWEST <= len(kept) <= _MOST:
            found.append("".join(word[0] for word in kept).upper())
    return tuple(dict.fromkeys(found))
