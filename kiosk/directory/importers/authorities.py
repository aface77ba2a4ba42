"""Keeps of a list for all England only the places of the local authorities that somebody asked for.

CQC's three lists have a column for it; it is the authority in which the place or the office lies, not all that it
serves. What was asked for is kept in ``source.json``, so that the next import of the list asks for the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cqc_ratings
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.detect import Feed
from kiosk.directory.importers.header_rows import below, same_name
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.reading_json import decode_utf8, parse, read_bytes
from kiosk.errors import InputError

KEY = "authorities"
"""The field of ``source.json`` that holds the names, as the list spells them."""
EVERYWHERE = "all"
"""Asked for instead of a name: every place again, also where fewer were asked for before."""
_MOST_NAMED = 3


class Authorities:
    """The local authorities asked for in one import, or where none was, those of the imports before into a folder."""

    def __init__(self, asked: Sequence[str], into: Path) -> None:
        self._asked = tuple(dict.fromkeys(" ".join(name.split()) for name in asked if name.strip()))
        self._before = _remembered(into)
        self.used = False
        """Whether any list could be narrowed."""

    @property
    def are_asked_for(self) -> bool:
        return bool(self._asked) and not self._wants_all

    @property
    def _wants_all(self) -> bool:
        return any(name.casefold() == EVERYWHERE for name in self._asked)

    def narrowed(self, feed: Feed, identity: str, report: Report) -> tuple[Feed, list[str]]:
        """The feed with only the rows of these authorities, and their names as it spells them; [] for all of it.

        Raises `InputError` when the list has no place in one of them, or no column that would say so.
        """
        header_of = feed.format.header_of
        if header_of is None:
            if self.are_asked_for:
                message = "this list does not say in which local authority a service is; all of it is brought in"
                report.add("warning", "not-narrowed", message, feed.contents[0].label)
            return feed, []
        names = self._names(identity)
        if not names:
            return feed, []
        contents, spelled = [], []
        for content in feed.contents:
            header = header_of(content)
            if header is None or "area" not in header.columns:
                if feed.format.kind == cqc_ratings.KIND:
                    contents.append(content)  # ratings only reach services that are here
                    continue
                message = "this list has no column for the local authority, so it can't be cut to yours"
                raise InputError(f"{message}. --authority {EVERYWHERE} brings in all of it", content.path, 1)
            rows = Counter({"": 0})
            places: set[str] = set()
            for _, _, row in below(content, header):
                if row.get("id", "") not in places:
                    places.add(row.get("id", ""))
                    rows[" ".join(row.get("area", "").split())] += 1
            found = self._found(names, rows, content)
            contents.append(replace(content, only_in=frozenset(map(same_name, found))))
            spelled += found
            self._tell(content, rows, found, report)
        self.used = True
        return replace(feed, contents=tuple(contents)), list(dict.fromkeys(spelled))

    def _names(self, identity: str) -> tuple[str, ...]:
        if self._asked:
            return () if self._wants_all else self._asked
        if identity in self._before:
            return self._before[identity]
        return tuple(dict.fromkeys(name for names in self._before.values() for name in names))

    def _found(self, names: Sequence[str], rows: Counter[str], content: Content) -> list[str]:
        there = {same_name(name): name for name in rows if name}
        for name in names:
            if same_name(name) not in there:
                whose = "" if self._asked else " (asked for in an import before; give --authority anew)"
                message = f"no place in this file is in the local authority {name!r}{whose}"
                raise InputError(f"{message}. {_nearest(name, there)}", content.path)
        return [there[same_name(name)] for name in names]

    def _tell(self, content: Content, rows: Counter[str], found: Sequence[str], report: Report) -> None:
        nowhere = rows.pop("")
        others = sum(count for name, count in rows.items() if name not in found)
        if others:
            message = f"{counted(others, 'place is', 'places are')} not in {' or '.join(found)}: left out"
            report.add("warning", "elsewhere", message, content.label)
        if nowhere:
            message = f"of {counted(nowhere, 'place')} the list does not say where it is: left out"
            report.add("warning", "elsewhere", message, content.label)


def _nearest(name: str, there: dict[str, str]) -> str:
    """What to write instead: names of the file that are spelled much like it, or that hold it as a part."""
    wanted = same_name(name)
    close = get_close_matches(wanted, there, n=_MOST_NAMED)
    words = [key for key in there if wanted in key or key in wanted]
    found = [there[key] for key in dict.fromkeys([*close, *words])][:_MOST_NAMED]
    if found:
        return "Nearest in the file: " + ", ".join(map(repr, found))
    return f"The file names {counted(len(there), 'local authority', 'local authorities')}, but none like it"


def _remembered(into: Path) -> dict[str, tuple[str, ...]]:
    """The names that each source of a folder was cut to, by its id; () for those that are there as a whole."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((into / "directory").glob("*/source.json")):
        try:
            about: Any = parse(decode_utf8(read_bytes(path), path), path)
        except InputError:
            continue
        about = tolerant.mapping(about)
        if not path.parent.name.startswith(".") and tolerant.line(about.get("kind")).startswith("cqc"):
            found[path.parent.name] = tolerant.texts(about.get(KEY))
    return found
