"""Lets one kiosk run for each state folder; a second one is told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk import paths


@contextmanager
def only_one() -> Iterator[bool]:
    """True inside when no other kiosk holds the lock, or when a lock can't be kept here (a read-only disk)."""
    try:
        import fcntl

        folder = paths.home()
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "running").open("a")
    except (ImportError, OSError):
        yield True
        return
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except OSError:
            alone = False
        yield alone
    finally:
        file.close()
