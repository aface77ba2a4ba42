"""What the search needs is read while nobody waits; where it cannot be read, the visit goes on."""

from __future__ import annotations

import sqlite3

import pytest
from opened_kiosk import Open

from kiosk.ui import read_ahead as reading


def test_it_is_read_at_the_start_and_after_every_visit(open_at: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = open_at()
    asked: list[sqlite3.Connection] = []
    monkeypatch.setattr(reading, "get_ready", asked.append)
    reading.read_ahead(kiosk.session, kiosk.window)
    assert asked == [], "not before the window has nothing else to do"
    kiosk.visitor.settle()
    assert asked == [kiosk.session.edition.connection]
    kiosk.session.end_visit()
    kiosk.visitor.settle()
    assert len(asked) == 2


def test_an_edition_that_cannot_be_read_ends_no_visit(open_at: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = open_at()
    asked = 0

    def broken(_connection: sqlite3.Connection) -> None:
        nonlocal asked
        asked += 1
        raise sqlite3.DatabaseError("disk image is malformed")

    monkeypatch.setattr(reading, "get_ready", broken)
    reading.read_ahead(kiosk.session, kiosk.window)
    kiosk.go("topic", "care")
    assert asked == 1
    assert kiosk.session.navigator.here.screen == "topic"
