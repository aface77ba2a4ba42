"""Writes imported services into a source folder: everything beside the old, then one rename."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.directory.importers.report import counted
from kiosk.directory.reading_json import MOST_LINES_BYTES
from kiosk.directory.sources import read_feed
from kiosk.errors import InputError


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """One feed as it will be written: its id, ``source.json`` and its services."""

    id: str
    about: dict[str, Any]
    bodies: tuple[dict[str, Any], ...]


def write_source(into: Path, imported: Iterable[ImportedSource], accept_fewer: bool = False) -> None:
    """Write the sources into a folder, made where there is none; its other files and sources stay as they are.

    Raises `InputError`, with nothing changed, when a feed is empty or lost more than half of its services, unless
    `accept_fewer`, and when the folder holds something else.
    """
    sources = list(imported)
    place = into.resolve()
    if place.exists() and (not place.is_dir() or (any(place.iterdir()) and not (place / "source.toml").is_file())):
        raise InputError("this is not a source folder; choose an empty or a new one", into)
    for source in sources:
        _check_size(place / "directory" / source.id, source, accept_fewer)
    place.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        if place.exists():
            shutil.copytree(place, staging, dirs_exist_ok=True, symlinks=True)
        if not (staging / "source.toml").is_file():
            _write(staging / "source.toml", _source_toml(place.name))
        for source in sources:
            folder = staging / "directory" / source.id
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            _write(folder / "source.json", [json.dumps(source.about, ensure_ascii=False, indent=2)])
            lines = (json.dumps(body, ensure_ascii=False, sort_keys=True) for body in source.bodies)
            if _write(folder / "records.jsonl", lines) > MOST_LINES_BYTES:
                size = MOST_LINES_BYTES // 1024 // 1024
                raise InputError(f"the services of {source.id!r} take more than {size} MB, so nothing was changed")
        staging.chmod(0o755)
        swap(staging, place)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _check_size(folder: Path, source: ImportedSource, accept_fewer: bool) -> None:
    count = len(source.bodies)
    if not count:
        raise InputError(f"the feed {source.id!r} has no services, so nothing was changed")
    if not (folder / "records.jsonl").is_file() or accept_fewer:
        return
    before = len(read_feed(folder)[1])
    if count * 2 < before:
        raise InputError(
            f"the feed {source.id!r} has {counted(count, 'service')}, but had {before}; nothing was changed."
            " Use --accept-fewer when that is right"
        )


def _source_toml(name: str) -> list[str]:
    title = json.dumps(name.replace("-", " ").replace("_", " ").strip().title() or "Directory", ensure_ascii=False)
    return [f"name = {title}", f"area = {title}", 'languages = ["en"]', 'base = "national"']


def _write(path: Path, lines: Iterable[str]) -> int:
    """Write lines into a file, flushed to the disk; returns its size in bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    return path.stat().st_size


def swap(staging: Path, place: Path) -> None:
    """Put the finished folder in place; the old one is put back when that fails, and deleted last."""
    aside = staging.with_name(staging.name + ".old")
    if place.exists():
        place.rename(aside)
    try:
        staging.rename(place)
    except OSError:
        if aside.exists():
            aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)
