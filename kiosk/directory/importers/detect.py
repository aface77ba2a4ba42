"""Finds the format of a file by looking inside; the table of formats stands here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.directory import reading_json
from kiosk.directory.importers import (
    cqc_directory,
    cqc_locations,
    cqc_ratings,
    geojson_points,
    hsds_rows,
    hsds_tables,
    oruk1,
    oruk3,
    outpost,
    outpost_csv,
    simple_csv,
)
from kiosk.directory.importers.archives import contents_of, is_archive
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.header_rows import Header
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is recognised, and how it is read into (line, service)."""

    kind: str
    title: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Report], Iterator[tuple[int, dict[str, Any]]]]
    many_files: bool = False
    """Whether the files of one folder are one feed (pages, one service each)."""
    read_files: Callable[[Sequence[Content], Report], Iterator[tuple[Content, int, dict[str, Any]]]] | None = None
    """Where the files of a feed belong together: reads all of them at once, in place of `read`."""
    header_of: Callable[[Content], Header | None] | None = None
    """Where rows say in which local authority a place lies: finds the header, whose meaning "area" is that column."""
    large: bool = False
    """Whether a table that is too large to be held may be of this format."""

    def services(self, contents: Sequence[Content], report: Report) -> Iterator[tuple[Content, int, dict[str, Any]]]:
        """(file, line, service) for each service of a feed."""
        if self.read_files is not None:
            yield from self.read_files(contents, report)
            return
        for content in contents:
            for line, body in self.read(content, report):
                yield content, line, body


FORMATS = (
    Format(geojson_points.KIND, "GeoJSON", geojson_points.recognises, geojson_points.read),
    Format(outpost.KIND, "Outpost", outpost.recognises, outpost.read, many_files=True),
    Format(oruk1.KIND, "Open Referral UK 1.0", oruk1.recognises, oruk1.read, many_files=True),
    Format(oruk3.KIND, "Open Referral UK 3.0", oruk3.recognises, oruk3.read, many_files=True),
    Format(
        cqc_directory.KIND,
        "CQC's directory",
        cqc_directory.recognises,
        cqc_directory.read,
        header_of=cqc_directory.header_of,
    ),
    Format(
        cqc_locations.KIND,
        "CQC's active locations",
        cqc_locations.recognises,
        cqc_locations.read,
        header_of=cqc_locations.header_of,
        large=True,
    ),
    Format(
        cqc_ratings.KIND,
        "CQC's latest ratings",
        cqc_ratings.recognises,
        cqc_ratings.read,
        header_of=cqc_ratings.header_of,
        large=True,
    ),
    Format(outpost_csv.KIND, "Outpost's table", outpost_csv.recognises, outpost_csv.read),
    Format(simple_csv.KIND, "a table", simple_csv.recognises, simple_csv.read),
)
"""A new format is one module and one row here. The first that recognises a file reads it."""

_BY_KIND = {kind.kind: kind for kind in FORMATS}

HSDS_TABLES = Format(
    hsds_tables.KIND, "HSDS tables", lambda _: False, lambda _content, _report: iter(()), True, hsds_tables.read_files
)
"""Recognised by several files together."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What becomes one source: a name from the file or folder, the format, and the files."""

    name: str
    format: Format
    contents: tuple[Content, ...]


def feeds(source: Path, report: Report) -> Iterator[Feed]:
    """The feeds of a file, a folder or a zip archive; files of these without services are passed over and reported.

    Raises `InputError` for a broken file, and when there is nothing that can be read.
    """
    if not source.exists():
        raise InputError("there is no such file or folder", source)
    several = source.is_dir() or is_archive(source)
    contents = list(contents_of(source)) if several else read_contents(source)
    for content in contents:
        for note in content.notes:
            report.add("warning", "not-read", note, str(content.path))
    if len(contents) == 1 and not several:
        yield Feed(contents[0].title, format_of(contents[0]), (contents[0],))
        return
    found = False
    for feed in _feeds_among(contents, report):
        found = True
        yield feed
    if not found and several:
        what = "folder" if source.is_dir() else "archive"
        raise InputError(f"this {what} holds no file with services that can be read", source)
    if not found:
        raise InputError("no sheet of this workbook has a column for names and at least one other that we know", source)


def _feeds_among(contents: list[Content], report: Report) -> Iterator[Feed]:
    """The feeds that several files make up: tables that belong together, pages of one folder, files of their own."""
    packages = _packages(contents)
    for folder, tables in packages.items():
        yield Feed(_folder_name(folder), HSDS_TABLES, tuple(tables))
    taken = {id(table) for tables in packages.values() for table in tables}
    paths = {content.path for content in contents}
    by_folder: dict[Path, list[tuple[str, Content]]] = {}
    for content in contents:
        if id(content) in taken:
            continue
        try:
            kind = format_of(content)
        except InputError as error:
            report.add("warning", "not-services", f"passed over: {error.message}", content.label, error.line)
            continue
        if kind.many_files:
            by_folder.setdefault(_home(content.path, paths), []).append((kind.kind, content))
        else:
            yield Feed(content.title, kind, (content,))
    for folder, pages in by_folder.items():
        most = Counter(name for name, _page in pages).most_common(1)[0][0]  # an empty page looks like any
        yield Feed(_folder_name(folder), _BY_KIND[most], tuple(page for _name, page in pages))


def _folder_name(folder: Path) -> str:
    """What a feed of a folder is called; that of an archive after the archive."""
    name = folder.resolve().name
    return name.rpartition(".")[0] if name.casefold().endswith(".zip") else name


def _packages(contents: list[Content]) -> dict[Path, list[Content]]:
    """The tables that belong together, by folder, each with its datapackage.json."""
    tables: dict[Path, list[Content]] = {}
    for content in contents:
        if hsds_rows.table_kind(content) or content.path.name.casefold() == "datapackage.json":
            tables.setdefault(content.path.parent, []).append(content)
    return {folder: found for folder, found in tables.items() if hsds_tables.recognises_files(found)}


def _home(path: Path, others: set[Path]) -> Path:
    """The folder whose feed a file belongs to: services/ID.json goes with the services.json beside that folder."""
    folder = path.parent
    return folder.parent if folder.name == "services" and folder.parent / "services.json" in others else folder


def format_of(content: Content) -> Format:
    """The format of a file. Raises `InputError` that says what the file looks like."""
    if content.is_json and not any(True for _ in content.objects()):
        raise InputError("this JSON holds no objects, so there are no services in it", content.path, 1)
    for kind in FORMATS:
        if kind.recognises(content):
            if content.is_large and not kind.large:
                most = f"{reading_json.MAX_BYTES // 1024 // 1024} MB"
                raise InputError(f"this file is larger than {most}; only CQC's lists may be", content.path)
            return kind
    if content.is_json:
        raise InputError("this JSON is not a list of services: no services with names are in it", content.path, 1)
    raise InputError("this table has no column for names and at least one other that we know", content.path, 1)
