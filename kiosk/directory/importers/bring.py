"""Brings sources in, from finding their format to a written source folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.directory.importers import cqc_ratings, oruk3
from kiosk.directory.importers.bring_ratings import add_ratings
from kiosk.directory.importers.detect import Feed, feeds
from kiosk.directory.importers.finishing import Finisher
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.importers.write_source import ImportedSource, write_source
from kiosk.directory.sources import CORRECTIONS, lost_corrections
from kiosk.directory.word_forms import word_list
from kiosk.errors import InputError


def bring(sources: Sequence[Path], into: Path, today: date | None = None, accept_fewer: bool = False) -> Report:
    """Read every source and write them into one source folder. Raises `InputError`, with nothing changed."""
    report = Report()
    imported: dict[str, ImportedSource] = {}
    ratings: dict[str, cqc_ratings.Ratings] = {}
    for source in sources:
        for feed in feeds(source, report):
            if feed.format.kind == cqc_ratings.KIND:
                for content in feed.contents:
                    ratings |= cqc_ratings.read_ratings(content)
                continue
            made = read_feed(feed, report, today or date.today(), taken=imported)
            imported[made.id] = made
    add_ratings(ratings, into, imported, report)
    _propose_duplicates(imported, report)
    write_source(into, imported.values(), accept_fewer)
    _check_corrections(into, report)
    return report


def _check_corrections(into: Path, report: Report) -> None:
    """Say which of the council's corrections have lost their service, or can't be read; the import stands."""
    try:
        for line, message in lost_corrections(into):
            report.add("warning", "correction", message, str(into / CORRECTIONS), line)
    except InputError as error:
        report.add("warning", "correction", error.message, error.file or "", error.line)


def _propose_duplicates(imported: dict[str, ImportedSource], report: Report) -> None:
    """Name services that two sources seem to share; nothing is merged, staff may hide one."""
    seen: dict[tuple[str, str], str] = {}
    for source in imported.values():
        for body in source.bodies:
            links = body.get("service_at_locations", ())
            places = [link.get("location", {}).get("addresses") or [{}] for link in links]
            postcode = next((address[0].get("postal_code", "") for address in places), "")
            pair = (" ".join(word_list(body["name"])), postcode)
            key = f"{source.id}:{body['id']}"
            other = seen.setdefault(pair, key)
            if postcode and other.partition(":")[0] != source.id:
                report.add("warning", "maybe-same", f"{body['name']} may be the same service: {other} and {key}")


def read_feed(feed: Feed, report: Report, today: date, taken: dict[str, ImportedSource]) -> ImportedSource:
    """One feed as services in our form. Raises `InputError` when it holds none."""
    identity = _slug(feed.name)
    if identity in taken:
        identity = _slug(f"{feed.contents[0].path.resolve().parent.name} {feed.name}")
    if identity in taken:
        raise InputError(f"two sources would both be called {identity!r}; rename one", feed.contents[0].path)
    name = re.sub(r"[_\W]+", " ", feed.name).strip()
    finisher = Finisher(identity, name, report, today)
    whole = hashlib.sha256()
    for content in feed.contents:
        for piece in content.pieces():
            whole.update(piece)
        for line, body in feed.format.read(content, report):
            finisher.add(body, content.label, line)
    first = feed.contents[0].path
    if not finisher.bodies:
        raise InputError("no service in this file can be used, so nothing was changed", first)
    if finisher.without_id:
        which = "no id column" if finisher.without_id == finisher.seen else f"{finisher.without_id} without an id"
        report.add("warning", "no-id", f"{which}: corrections hold by name, street and postcode", str(first))
    if feed.format.kind == oruk3.KIND:
        total, page = max((oruk3.announced(content) or 0, content.path) for content in feed.contents)
        if total > len(finisher.bodies):
            message = f"the feed says it has {counted(total, 'service')}, but here only {len(finisher.bodies)}"
            report.add("warning", "part-of-feed", message, str(page))
    report.sources.append({"id": identity, "format": feed.format.kind, "read": finisher.seen, **_counts(finisher)})
    about = {"id": identity, "kind": feed.format.kind, "name": name, "sha256": whole.hexdigest()}
    return ImportedSource(identity, about, tuple(finisher.bodies.values()))


def _counts(finisher: Finisher) -> dict[str, int]:
    """How many services were kept, have a point on the map, and have a kind; "guessed" kinds are by our rules."""
    kinds = [
        {facet["origin"] for facet in body.get("facets", ()) if facet["kind"] == "type"}
        for body in finisher.bodies.values()
    ]
    places = [body.get("service_at_locations", ()) for body in finisher.bodies.values()]
    return {
        "kept": len(kinds),
        "with_point": sum(1 for links in places if any("latitude" in link.get("location", ()) for link in links)),
        "with_kind": sum(1 for origins in kinds if origins),
        "guessed_kind": sum(1 for origins in kinds if origins and origins <= {"rule", "crosswalk"}),
    }


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60] or "source"
