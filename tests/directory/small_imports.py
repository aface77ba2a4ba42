"""A small table, and how it is brought in or refused, for tests of single files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import read_contents
from kiosk.directory.service import Service
from kiosk.directory.sources import read
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)
CLUB = ["Larkmere Lunch Club", "01632 960123"]
TABLE = [["name", "phone"], CLUB]


def services_of(source: Path, into: Path) -> dict[str, Service]:
    """Bring a file in: its services by name."""
    bring([source], into, TODAY)
    found = [Service.from_record(record.body) for record in read(into) if record.kind == "service"]
    return {service.name: service for service in found}


def refused(path: Path) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(InputError) as caught:
        read_contents(path)
    assert caught.value.file == str(path)
    assert "\n" not in caught.value.message
    return caught.value.message
