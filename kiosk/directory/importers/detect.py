"""Finds the format of a file by looking inside; the table of formats stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.directory.importers import geojson_points, oruk1, oruk3, outpost, simple_csv
from kiosk.directory.importers.content import Content, read_content
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError

_MOST_FILES = 20_000
_ENDINGS = (".json", ".jsonl", ".ndjson", ".geojson", ".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is recognised, and how it is read into (line, service)."""

    kind: str
    title: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Report], Iterator[tuple[int, dict[str, Any]]]]
    many_files: bool = False
    """Whether the files of one folder are one feed (pages, one service each)."""


FORMATS = (
    Format(geojson_points.KIND, "GeoJSON", geojson_points.recognises, geojson_points.read),
    Format(outpost.KIND, "Outpost", outpost.recognises, outpost.read, many_files=True),
    Format(oruk1.KIND, "Open Referral UK 1.0", oruk1.recognises, oruk1.read, many_files=True),
    Format(oruk3.KIND, "Open Referral UK 3.0", oruk3.recognises, oruk3.read, many_files=True),
    Format(simple_csv.KIND, "a table", simple_csv.recognises, simple_csv.read),
)
"""A new format is one module and one row here. The first that recognises a file reads it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What becomes one source: a name from the file or folder, the format, and the files."""

    name: str
    format: Format
    contents: tuple[Content, ...]


def feeds(source: Path, report: Report) -> Iterator[Feed]:
    """The feeds of a file or a folder; files of a folder that hold no services are passed over and reported.

    Raises `InputError` for a broken file, and when there is nothing that can be read.
    """
    if not source.exists():
        raise InputError("there is no such file or folder", source)
    if source.is_file():
        content = read_content(source)
        yield Feed(source.stem, format_of(content), (content,))
        return
    by_folder: dict[Path, list[Content]] = {}
    found = False
    for path in _files(source):
        content = read_content(path)
        try:
            kind = format_of(content)
        except InputError as error:
            report.add("warning", "not-services", f"passed over: {error.message}", str(path), error.line)
            continue
        found = True
        if kind.many_files:
            by_folder.setdefault(path.parent, []).append(content)
        else:
            yield Feed(path.stem, kind, (content,))
    for folder, contents in by_folder.items():
        yield Feed(folder.resolve().name, format_of(contents[0]), tuple(contents))
    if not found:
        raise InputError("this folder holds no file with services that can be read", source)


def format_of(content: Content) -> Format:
    """The format of a file. Raises `InputError` that says what the file looks like."""
    if content.is_json and not any(True for _ in content.objects()):
        raise InputError("this JSON holds no objects, so there are no services in it", content.path, 1)
    for kind in FORMATS:
        if kind.recognises(content):
            return kind
    if content.is_json:
        raise InputError("this JSON is not a list of services: no services with names are in it", content.path, 1)
    raise InputError("this table has no column for names and at least one other that we know", content.path, 1)


def _files(folder: Path) -> list[Path]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.casefold() in _ENDINGS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if len(found) > _MOST_FILES:
        raise InputError(f"this folder holds more than {_MOST_FILES} files", folder)
    return found
