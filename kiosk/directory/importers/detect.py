"""Finds the format of a file by looking inside; the table of formats stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.directory.importers import (
    cqc_directory,
    cqc_locations,
    cqc_ratings,
    geojson_points,
    oruk3,
    outpost_csv,
    simple_csv,
)
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError

_MOST_FILES = 20_000
_ENDINGS = (".json", ".jsonl", ".ndjson", ".geojson", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")


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
    Format(oruk3.KIND, "Open Referral UK 3.0", oruk3.recognises, oruk3.read, many_files=True),
    Format(cqc_directory.KIND, "CQC's directory", cqc_directory.recognises, cqc_directory.read),
    Format(cqc_locations.KIND, "CQC's active locations", cqc_locations.recognises, cqc_locations.read),
    Format(cqc_ratings.KIND, "CQC's latest ratings", cqc_ratings.recognises, cqc_ratings.read),
    Format(outpost_csv.KIND, "Outpost's table", outpost_csv.recognises, outpost_csv.read),
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
        contents = read_contents(source)
        if len(contents) == 1:
            _tell(contents, report)
            yield Feed(contents[0].title, format_of(contents[0]), (contents[0],))
            return
    by_folder: dict[Path, list[Content]] = {}
    found = False
    for content in contents if source.is_file() else _contents(source):
        _tell([content], report)
        try:
            kind = format_of(content)
        except InputError as error:
            report.add("warning", "not-services", f"passed over: {error.message}", content.label, error.line)
            continue
        found = True
        if kind.many_files:
            by_folder.setdefault(content.path.parent, []).append(content)
        else:
            yield Feed(content.title, kind, (content,))
    for folder, contents in by_folder.items():
        yield Feed(folder.resolve().name, format_of(contents[0]), tuple(contents))
    if not found and source.is_file():
        raise InputError("no sheet of this workbook has a column for names and at least one other that we know", source)
    if not found:
        raise InputError("this folder holds no file with services that can be read", source)


def format_of(content: Content) -> Format:
    """The format of a file. Raises `InputError` that says what the file looks like."""
    if content.is_json and not any(True for _ in content.objects()):
        raise InputError("this JSON holds no objects, so there are no services in it", content.path, 1)
    for kind in FORMATS:
        if kind.recognises(content):
            return kind
    if content.is_json and oruk3.is_old(content):
        raise InputError("this is Open Referral UK 1.0 or Outpost, which cannot be read yet", content.path, 1)
    if content.is_json:
        raise InputError("this JSON is not a list of services: no services with names are in it", content.path, 1)
    raise InputError("this table has no column for names and at least one other that we know", content.path, 1)


def _contents(folder: Path) -> Iterator[Content]:
    for path in _files(folder):
        yield from read_contents(path)


def _tell(contents: list[Content], report: Report) -> None:
    for content in contents:
        for note in content.notes:
            report.add("warning", "not-read", note, str(content.path))


def _files(folder: Path) -> list[Path]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.casefold() in _ENDINGS
        and not path.name.startswith("~$")  # What Excel leaves beside a workbook that is open.
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if len(found) > _MOST_FILES:
        raise InputError(f"this folder holds more than {_MOST_FILES} files", folder)
    return found
