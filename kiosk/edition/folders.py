"""Puts finished folders in their place so that a power cut leaves the old one or the new one, not half of one."""

from __future__ import annotations

import os
from pathlib import Path


def replace_folder(new: Path, place: Path) -> None:
    """Put a finished folder where another may stand; the old one is deleted last."""
    import shutil  # not on the way to the first painted screen

    aside = new.with_name(new.name + ".old")
    if place.exists():
        place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise
    flush_folder(place.parent)
    shutil.rmtree(aside, ignore_errors=True)


def flush_folder(folder: Path) -> None:
    """Make renames inside a folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
