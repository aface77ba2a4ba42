"""The small directory in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from small_directory import SERVICES, fill


@pytest.fixture(scope="session")
def directory() -> Iterator[sqlite3.Connection]:
    """The small directory, filled once; nothing writes to it."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, SERVICES)
    yield connection
    connection.close()
