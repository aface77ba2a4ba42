"""Where the rules of a result come from, as a list: each law or page once; a page that is not official says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.document.blocks import BulletList, Inlines, Text
from kiosk.language import Words

_LAW = re.compile(r"\b(?:Act|Regulations|Order) \d{4}")
_AT_SECOND_HAND = ", as "
_PLACE_IN_LAW = re.compile(r", ((?:regulation|Schedule|section)s? .+)$")


def list_of_sources(sources: Iterable[tuple[str, bool]], words: Words) -> BulletList:
    """Each source with whether it is official; one may name several, apart by "; ". Places in one law stand together.

    A page that stands in a source that is not official counts as not official everywhere. A law is a law: not official
    is only the page that we know it from, or the law as somebody else cites it.
    """
    places: dict[str, list[str]] = {}
    unofficial: set[str] = set()
    for line, official in sources:
        for source in line.split("; "):
            second_hand = not official and _AT_SECOND_HAND in source
            found = None if second_hand else _PLACE_IN_LAW.search(source)
            name = source[: found.start()] if found else source
            places.setdefault(name, []).extend([found[1]] if found else [])
            if not official and (second_hand or not _LAW.search(name)):
                unofficial.add(name)
    return BulletList(tuple(_source(name, places[name], name in unofficial, words) for name in places))


def _source(name: str, places: list[str], unofficial: bool, words: Words) -> Inlines:
    if unofficial:
        # Translators: {source} is the name of a page on which a rule was found.
        return (Text(words.gettext("Not an official page, so not sure: {source}").format(source=name)),)
    return (Text(": ".join(filter(None, (name, "; ".join(dict.fromkeys(places))))), lang="en"),)
