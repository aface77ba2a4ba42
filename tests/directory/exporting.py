"""The export as a command, for tests, and what stands in the files that it writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line
from kiosk.directory.exporters import write_export


@pytest.fixture(autouse=True)
def no_flushing() -> Iterator[None]:
    """Flushing the whole disk at each export would only slow the tests down."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(write_export.os, "sync", lambda: None)
        yield


def run(*arguments: object) -> Result:
    """``kiosk export`` with these arguments."""
    return CliRunner().invoke(command_line, ["export", *map(str, arguments)])


def texts_in(folder: Path) -> str:
    """The text of every file below a folder."""
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file())
