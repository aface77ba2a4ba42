"""Gives CQC's latest ratings to the services that have just been read, and to those that were there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers.cqc_ratings import Ratings, merge
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.importers.write_source import ImportedSource
from kiosk.directory.sources import read_feed
from kiosk.errors import InputError


def add_ratings(
    ratings: Mapping[str, Ratings], into: Path, imported: dict[str, ImportedSource], report: Report
) -> None:
    """Rate the imported services in place; sources of the folder `into` with a service to rate join `imported`.

    Raises `InputError` when there is nothing else to bring in and no service here has one of the ratings' ids.
    """
    if not ratings:
        return
    rated = sum(merge(ratings, source.bodies, report) for source in imported.values())
    known = any(_has_one(ratings, source.bodies) for source in imported.values())
    for folder in sorted((into / "directory").glob("*/records.jsonl")):
        name = folder.parent.name
        if name in imported or name.startswith("."):
            continue
        about, bodies = read_feed(folder.parent)
        if _has_one(ratings, bodies.values()):
            known = True
            rated += merge(ratings, bodies.values(), report)
            imported[name] = ImportedSource(name, about, tuple(bodies.values()))
    if not known and not imported:
        raise InputError("these ratings belong to no service here; bring in CQC's list of services with them")
    message = f"{counted(rated, 'service')} rated; CQC's file rates {counted(len(ratings), 'place')}"
    report.add("warning", "ratings", message)


def _has_one(ratings: Mapping[str, Ratings], bodies: Iterable[dict[str, Any]]) -> bool:
    seals = (tolerant.mapping(body.get("registration")) for body in bodies)
    return any(tolerant.line(seal.get("external_id")) in ratings for seal in seals)
