"""What staff are told when an import has been written: corrections that no longer fit, and possible duplicates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kiosk.directory import duplicates
from kiosk.directory.corrections import Correction, read_corrections, without_a_service
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.sources import CORRECTIONS, imported_bodies
from kiosk.errors import InputError

Bodies = dict[str, dict[str, Any]]
_OF_NO_MATTER = {"facets", "last_modified", "source_id"}
"""Our own guesses, and dates that change when nothing else does."""


def bodies_before(into: Path) -> Bodies:
    """The corrected services of a source folder, as they were imported; none where it can't be read."""
    try:
        corrected = {row.service for row in read_corrections(into / CORRECTIONS)}
        if not corrected:
            return {}
        return {key: body for key, body in imported_bodies(into).items() if key in corrected}
    except InputError:
        return {}


def tell(into: Path, before: Bodies, report: Report) -> None:
    """Add to the report what became of corrections and duplicates; the import stands whatever is found."""
    try:
        now = imported_bodies(into)
        corrections = read_corrections(into / CORRECTIONS)
        for line, message in without_a_service(corrections, now):
            report.add("warning", "correction", message, str(into / CORRECTIONS), line)
        for line, message in _changed_beneath(corrections, before, now):
            report.add("warning", "correction", message, str(into / CORRECTIONS), line)
        _propose(into, now, report)
    except InputError as error:
        report.add("warning", "correction", error.message, error.file or "", error.line)


def _changed_beneath(corrections: Iterable[Correction], before: Bodies, now: Bodies) -> Iterable[tuple[int, str]]:
    for row in corrections:
        old, new = before.get(row.service), now.get(row.service)
        if old is None or new is None:
            continue
        fields = sorted(old.keys() | new.keys())
        changed = [field for field in fields if field not in _OF_NO_MATTER and old.get(field) != new.get(field)]
        if changed:
            yield (
                row.line,
                f"{row.service!r} has changed since ({', '.join(changed)}); is this {row.action!r} still right?",
            )


def _propose(into: Path, now: Bodies, report: Report) -> None:
    path = into / duplicates.FILE
    known = duplicates.read_pairs(path)
    new = duplicates.proposed(now, known)
    for pair in new:
        report.add("warning", "maybe-same", f"{pair.name} may be the same service: {pair.one} and {pair.other}")
    if new:
        duplicates.add_pairs(path, new)
    waiting = len(new) + sum(1 for pair in known if not pair.decision)
    if waiting:
        report.add("warning", "to-decide", f"{counted(waiting, 'pair waits', 'pairs wait')} for a decision", str(path))
