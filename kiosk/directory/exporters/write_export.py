"""Writes the services of a source folder in a form for others: everything beside the place, then one rename."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.directory import sources, tolerant
from kiosk.directory.exporters import hsds_package, oruk_folder
from kiosk.directory.exporters.service_json import public_ids, service_object, unknown_fields
from kiosk.directory.importers.write_source import swap
from kiosk.errors import InputError

_Files = Callable[[dict[str, Any], list[dict[str, Any]]], Iterator[tuple[str, str]]]

FORMATS: dict[str, _Files] = {"oruk3": oruk_folder.files, "hsds-csv": hsds_package.files}
"""A new format is one module and one row here: a function from a source's services to (path, text) of files."""

LIST = ".signpost-export"
"""The hidden list of what an export wrote, with checksums, by which a later one knows what it may replace."""


@dataclass
class Exported:
    """How many services of each source were written, and which fields no format has a place for."""

    services: dict[str, int] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def export(source: Path, into: Path, form: str, with_notes: bool = False) -> Exported:
    """Write each source of a source folder, corrections applied and hidden services left out, as ``into/<source id>/``.

    Raises `InputError`, with nothing changed, when there is no service, when something else stands at `into`, and when
    it can't be written.
    """
    if not source.is_dir():
        raise InputError("there is no such folder", source)
    abouts, bodies = _by_source(source)
    place = into.resolve()
    if source.resolve() in (place, *place.parents):
        raise InputError("this is inside the source folder; choose a folder outside it", into)
    try:
        _check_place(place, into)
        done = Exported()
        place.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{place.name[:40]}-", dir=place.parent))
        try:
            for source_id, services in bodies.items():
                done.services[source_id] = len(services)
                done.left_out.update(name for body in services for name in unknown_fields("service", body))
                objects = _objects(source_id, services, with_notes)
                for name, text in FORMATS[form](abouts[source_id], objects):
                    _write(staging / source_id / name, text)
            _write(staging / LIST, "".join(f"{digest}  {name}\n" for name, digest in _checksums(staging)))
            staging.chmod(0o755)
            if hasattr(os, "sync"):
                os.sync()
            swap(staging, place)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        reason = (error.strerror or str(error)).casefold()
        raise InputError(f"this could not be written ({reason}), so nothing was changed", into) from error
    return done


def _by_source(source: Path) -> tuple[dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    abouts: dict[str, dict[str, Any]] = {}
    bodies: dict[str, list[dict[str, Any]]] = {}
    for record in sources.read(source):
        if record.kind == "feed":
            abouts[record.key] = record.body
        elif record.kind == "service":
            bodies.setdefault(str(record.body["source_id"]), []).append(record.body)
    if not bodies:
        raise InputError("this source folder has no services to export", source)
    return abouts, bodies


def _objects(source_id: str, bodies: list[dict[str, Any]], with_notes: bool) -> list[dict[str, Any]]:
    ids = public_ids(source_id, (tolerant.line(body["id"]) for body in bodies))
    return [service_object(body, ids[tolerant.line(body["id"])], with_notes) for body in bodies]


def _check_place(place: Path, named: Path) -> None:
    """Raise `InputError` unless there is nothing, an empty folder, or an earlier export as it was written."""
    if not place.exists():
        return
    if not place.is_dir():
        raise InputError("this is a file; choose a new folder", named)
    if not any(place.iterdir()):
        return
    try:
        lines = (place / LIST).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        raise InputError("this folder holds other things; choose an empty or a new one", named) from None
    written = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for name, digest in _checksums(place):
        if name != LIST and written.get(name) != digest:
            raise InputError(f"{name} there is not as an export wrote it; choose an empty or a new folder", named)


def _checksums(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(text)
