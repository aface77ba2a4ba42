"""What the search keeps in memory for an open edition: facets and points by number, and the lists of words.

An edition never changes, so the lists are read once for each connection. Ten thousand services take about 1 MB.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from math import nan
from threading import Lock
from typing import Any

from kiosk.directory.hours_of_places import Hours, apart, open_now_anywhere
from kiosk.directory.service_parts import read_exceptions, read_schedules
from kiosk.directory.word_forms import rough_stem, word_list
from kiosk.search.days import EXCEPTION, SCHEDULE, Days

_KEEP = 2
_ONE_WAY = ("one", "one-way", "oneway", "->", "→", ">", "forward")
_kept: OrderedDict[int, Catalogue] = OrderedDict()
_lock = Lock()
_Row = tuple[str | int | None, ...]
_ByService = dict[int, list[Any]]
_RawHours = tuple[tuple[_Row, ...], tuple[_Row, ...], tuple[_Row, ...]]


@dataclass(frozen=True, slots=True)
class Synonym:
    """Other words for a term. `context` words must stand in the question too; those in `never` must not."""

    expansions: tuple[tuple[str, ...], ...]
    term: tuple[str, ...] = ()
    """The stems of the term with its stop words: "care at home" is not "care home"."""
    context: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """An everyday phrase ("I feel lonely") and the kinds of help it stands for."""

    text: str
    stems: tuple[str, ...]
    types: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    content: tuple[str, ...] = ()
    """The stems without stop words: "she keeps forgetting things" is about "keeps forgetting"."""
    urgent: bool = False
    """Whether who says so may be in danger, from others or from themselves."""


@dataclass
class Catalogue:
    """Columns are indexed by service number; number 0 is unused. A service without a point has NaN."""

    connection: sqlite3.Connection
    changes: int
    tables: frozenset[str]
    facets: array[int] = field(default_factory=lambda: array("q", [0]))
    features: array[int] = field(default_factory=lambda: array("q", [0]))
    """Bits of `kiosk.directory.features`."""
    free: bytearray = field(default_factory=lambda: bytearray(1))
    latitudes: array[float] = field(default_factory=lambda: array("d", [nan]))
    longitudes: array[float] = field(default_factory=lambda: array("d", [nan]))
    locations: array[int] = field(default_factory=lambda: array("q", [0]))
    """The row in `location` of the first point; 0 where there is none."""
    more: dict[int, list[tuple[float, float, int]]] = field(default_factory=dict)
    """Further points of services that have several: latitude, longitude, row in `location`."""
    stopwords: dict[str, frozenset[str]] = field(default_factory=dict)
    weak: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that say for whom, when or in what form rather than what ("mum", "group"): looked for, not insisted on."""
    synonyms: dict[str, dict[tuple[str, ...], list[Synonym]]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=dict)
    """Every word of the synonyms and phrases, as typed there."""
    terms: dict[str, tuple[list[str], dict[str, int]]] = field(default_factory=dict)
    care: dict[str, frozenset[str]] = field(default_factory=dict)
    """Keys of the care homes and of the home care, by kind; filled by `kiosk.search.care`."""
    _hours: tuple[list[list[Hours]], dict[int, int]] | None = None
    _open: tuple[datetime, list[bool | None]] | None = None
    _days: Days | None = None
    _speaking: dict[str, frozenset[int]] | None = None

    @property
    def count(self) -> int:
        return len(self.facets) - 1

    def hours(self) -> tuple[list[list[Hours]], dict[int, int]]:
        """Different sets of opening hours, and which set each service has; read when first asked for.

        Many services share their hours, so that a moment is worked out once for all of them. Hours of any place count;
        a place with exceptions of its own is looked at by itself.
        """
        if self._hours is None:
            rows = self._rows("schedule", ("location_id", *SCHEDULE))
            exceptions = self._rows("schedule_exception", ("location_id", *EXCEPTION))
            sets: dict[tuple[_RawHours, ...], int] = {}
            of = {
                number: sets.setdefault(self._raw_hours(number, rows, exceptions), len(sets))
                for number in rows.keys() | exceptions.keys()
            }
            self._hours = ([list(map(_read_hours, raw)) for raw in sets], of)
        return self._hours

    def _raw_hours(self, number: int, rows: _ByService, exceptions: _ByService) -> tuple[_RawHours, ...]:
        """The rows of a service as they stand in the tables, with the exceptions of a place and of the service."""
        every = rows.get(number, [])
        everywhere = tuple(tuple(values) for place, *values in exceptions.get(number, ()) if place is None)
        of_places: dict[int, list[_Row]] = {}
        for place, *values in exceptions.get(number, ()):
            if place is not None:
                of_places.setdefault(place, []).append(tuple(values))
        if not of_places:
            return ((tuple(tuple(values) for _, *values in every), (), everywhere),)
        places: dict[int, list[_Row]] = {
            place: [] for (place,) in self.connection.execute("SELECT id FROM location WHERE service = ?", [number])
        }
        own: list[_Row] = []
        for place, *values in every:
            (own if place is None else places.setdefault(place, [])).append(tuple(values))
        return tuple(
            (found, tuple(of_places.get(place, ())) if place is not None else (), everywhere)
            for place, found in apart(own, places, of_places)
        )

    def _rows(self, table: str, columns: tuple[str, ...]) -> dict[int, list[_Row]]:
        """The rows of a table by service; none where the edition has no such table."""
        found: dict[int, list[_Row]] = {}
        if table in self.tables:
            for number, *values in self.connection.execute(f"SELECT service, {', '.join(columns)} FROM {table}"):
                found.setdefault(number, []).append(tuple(values))
        return found

    def days(self) -> Days:
        """What is on day by day; read when first asked for."""
        if self._days is None:
            self._days = Days(self.connection, self.tables)
        return self._days

    def speaking(self) -> dict[str, frozenset[int]]:
        """The services in which each language is spoken, by its English name; read when first asked for."""
        if self._speaking is None:
            found: dict[str, set[int]] = {}
            if "language" in self.tables:
                for number, name in self.connection.execute("SELECT service, name FROM language"):
                    found.setdefault(name, set()).add(number)
            self._speaking = {name: frozenset(numbers) for name, numbers in found.items()}
        return self._speaking

    def open_states(self, now: datetime) -> list[bool | None]:
        """For each set of opening hours whether it is open now; None is not known. Kept for the minute."""
        minute = now.replace(second=0, microsecond=0)
        if self._open is None or self._open[0] != minute:
            self._open = (minute, [open_now_anywhere(hours, minute) for hours in self.hours()[0]])
        return self._open[1]


def catalogue_of(connection: sqlite3.Connection) -> Catalogue:
    """The lists of this connection's edition, read on first use."""
    with _lock:
        kept = _kept.get(id(connection))
        if kept is not None and kept.connection is connection and kept.changes == connection.total_changes:
            _kept.move_to_end(id(connection))
            return kept
        made = _read(connection)
        _kept[id(connection)] = made
        while len(_kept) > _KEEP:
            _kept.popitem(last=False)
        return made


def forget(connection: sqlite3.Connection) -> None:
    """Let go of a connection that is about to be closed."""
    with _lock:
        _kept.pop(id(connection), None)


def _read_hours(raw: _RawHours) -> Hours:
    rows, of_place, everywhere = raw
    special = read_exceptions(_named(EXCEPTION, of_place), of_place=True)
    return read_schedules(_named(SCHEDULE, rows)), (*special, *read_exceptions(_named(EXCEPTION, everywhere)))


def _named(columns: tuple[str, ...], rows: tuple[_Row, ...]) -> list[dict[str, str | int | None]]:
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _read(connection: sqlite3.Connection) -> Catalogue:
    names = frozenset(str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master"))
    found = Catalogue(connection, connection.total_changes, names)
    if "listing" in names:
        _read_services(connection, found)
    if "stopword" in names:
        for lang, word, weak in connection.execute("SELECT lang, word, weak FROM stopword"):
            listed = found.weak if weak == "yes" else found.stopwords
            listed[lang] = listed.get(lang, frozenset()) | frozenset(word_list(word))
    if "synonym" in names:
        for row in connection.execute("SELECT lang, term, expansions, context, direction FROM synonym"):
            _add_synonym(found, *(str(value or "") for value in row))
    if "phrase" in names:
        for row in connection.execute("SELECT lang, phrase, types, beneficiaries, words, urgent FROM phrase"):
            lang, phrase, types, beneficiaries, words, urgent = (str(value or "") for value in row)
            stems = tuple(map(rough_stem, word_list(phrase)))
            searched = tuple(found_words for part in split_list(words) if (found_words := tuple(word_list(part))))
            if stems:
                lists = (tuple(split_list(types)), tuple(split_list(beneficiaries)), searched)
                stopwords = found.stopwords.get(lang, frozenset())
                content = tuple(rough_stem(word) for word in word_list(phrase) if word not in stopwords)
                found.phrases.setdefault(lang, []).append(Phrase(phrase, stems, *lists, content, urgent == "yes"))
                found.listed.setdefault(lang, set()).update(word_list(phrase), *searched)
    return found


def _read_services(connection: sqlite3.Connection, found: Catalogue) -> None:
    for facets, features, is_free in connection.execute("SELECT facets, features, is_free FROM listing ORDER BY n"):
        found.facets.append(facets)
        found.features.append(features)
        found.free.append(2 if is_free is None else is_free)
    size = found.count + 1
    found.latitudes, found.longitudes = array("d", [nan]) * size, array("d", [nan]) * size
    found.locations = array("q", [0]) * size
    points = connection.execute(
        "SELECT service, latitude, longitude, id FROM location WHERE latitude IS NOT NULL ORDER BY id"
    )
    for number, latitude, longitude, location in points:
        if found.locations[number]:
            found.more.setdefault(number, []).append((latitude, longitude, location))
        else:
            found.latitudes[number], found.longitudes[number] = latitude, longitude
            found.locations[number] = location


def split_list(text: str) -> list[str]:
    """The parts of a cell that holds several: split at semicolons, bars or commas."""
    return [part.strip() for part in text.replace("|", ";").replace(",", ";").split(";") if part.strip()]


def _add_synonym(found: Catalogue, lang: str, term: str, expansions: str, context: str, direction: str) -> None:
    """Add a row both ways, unless it is one way or needs a context. A context word after "!" must not be there."""
    stopwords = found.stopwords.get(lang, frozenset())
    table = found.synonyms.setdefault(lang, {})
    parts = split_list(context)
    wanted = frozenset(rough_stem(word) for part in parts if part[0] != "!" for word in word_list(part))
    unwanted = frozenset(rough_stem(word) for part in parts if part[0] == "!" for word in word_list(part))
    key = tuple(word_list(term))
    others = [words for part in split_list(expansions) if (words := tuple(word_list(part)))]
    if not key or not others:
        return
    found.listed.setdefault(lang, set()).update(key, *others)
    table.setdefault(_lookup_key(key, stopwords), []).append(
        Synonym(tuple(others), tuple(map(rough_stem, key)), wanted, unwanted)
    )
    if not context and direction.strip().casefold() not in _ONE_WAY:
        for other in others:
            table.setdefault(_lookup_key(other, stopwords), []).append(Synonym((key,), tuple(map(rough_stem, other))))


def _lookup_key(words: tuple[str, ...], stopwords: frozenset[str]) -> tuple[str, ...]:
    """The form in which questions are compared: stop words left out, plurals as singulars."""
    kept = [word for word in words if word not in stopwords] or list(words)
    return tuple(map(rough_stem, kept))
