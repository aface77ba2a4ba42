"""The small directory in memory."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_directory import SERVICES, fill

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))


@pytest.fixture(scope="session")
def directory() -> Iterator[sqlite3.Connection]:
    """The small directory, filled once; nothing writes to it."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, SERVICES)
    yield connection
    connection.close()
