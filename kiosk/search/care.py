"""The care homes and the home care of an edition, the nearest first: what can be chosen from and compared."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from kiosk.directory.choosing import KINDS, kinds_of
from kiosk.directory.service import Service
from kiosk.search.catalogue import catalogue_of
from kiosk.search.engine import search
from kiosk.search.query import Hit, Point, Query

_ALL = 1_000_000


def care_of_kind(
    connection: sqlite3.Connection, kind: str, near: Point | None = None, within_miles: float | None = None
) -> tuple[Hit, ...]:
    """Every service of a kind of `kiosk.directory.choosing.KINDS`, the nearest first, else by name.

    Those without a place come last and pass every distance.
    """
    wanted = _keys(connection, kind)
    return tuple(hit for hit in _hits(connection, kind, near, within_miles) if hit.id in wanted)


def kinds_of_care(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The kinds of care of which this edition has any at all."""
    return tuple(kind for kind in KINDS if _keys(connection, kind))


def _hits(
    connection: sqlite3.Connection, kind: str, near: Point | None = None, within_miles: float | None = None
) -> tuple[Hit, ...]:
    return search(connection, Query(types=(kind,), near=near, within_miles=within_miles, limit=_ALL)).hits


def _keys(connection: sqlite3.Connection, kind: str) -> frozenset[str]:
    """Read once for each edition: a tag that was only guessed does not make a service a care home."""
    known = catalogue_of(connection).care
    if kind not in known:
        found = (service.key for service in _services(connection, kind) if kind in kinds_of(service))
        known[kind] = frozenset(found)
    return known[kind]


def _services(connection: sqlite3.Connection, kind: str) -> Iterator[Service]:
    for hit in _hits(connection, kind):
        row = connection.execute("SELECT json FROM record WHERE kind = 'service' AND key = ?", [hit.id]).fetchone()
        if row is not None:
            yield Service.from_record(json.loads(row[0]))
