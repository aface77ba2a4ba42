"""All the records of a source folder: its base's, then its own, its own winning by kind and key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import resources
from kiosk.content import sources as content_sources
from kiosk.errors import InputError
from kiosk.records import Record

_MAX_BASES = 4


@dataclass(frozen=True, slots=True)
class Gathered:
    """The records of a source with its bases, in the order they were read, and what the source says of itself."""

    about: dict[str, Any]
    records: tuple[Record, ...]
    built_from: tuple[str, ...]


def gather(source: Path) -> Gathered:
    """Read a source folder and its bases. Raises `InputError` with file and line."""
    from kiosk.directory import sources as directory_sources

    chain = _chain(source)
    records: dict[tuple[str, str], Record] = {}
    for folder in reversed(chain):
        for record in (*content_sources.read(folder), *directory_sources.read(folder)):
            records[record.kind, record.key] = record
    abouts = [content_sources.read_about(folder) for folder in chain]
    about, names = abouts[0], tuple(str(found["name"]) for found in abouts)
    if any(found["demonstration"] for found in abouts) and not about["demonstration"]:
        raise InputError("it builds on a demonstration, whose numbers are invented", source / "source.toml")
    if not any(kind in ("guide", "service") for kind, _ in records):
        raise InputError("this source has no guides and no services", source)
    return Gathered(about, tuple(records.values()), names)


def _chain(source: Path) -> list[Path]:
    if not source.is_dir():
        raise InputError("there is no such folder", source)
    chain = [source]
    while base := content_sources.read_about(chain[-1])["base"]:
        folder = resources.national_source() if base == "national" else chain[-1] / base
        if not folder.is_dir():
            raise InputError(f"its base {base!r} is not there", chain[-1] / "source.toml")
        chain.append(folder)
        if len(chain) > _MAX_BASES:
            raise InputError("its bases go round in a circle", source / "source.toml")
    return chain
