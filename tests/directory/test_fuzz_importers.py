"""Every importer against junk: a report, or a plain refusal with nothing changed; never a crash."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from junk import (
    MARKS,
    ODD_NUMBERS,
    ODD_SHAPES,
    ODD_TEXTS,
    as_json,
    filled,
    holds,
    holds_for,
    keys_of,
    objects,
    pages,
    scalars,
    texts,
)

from kiosk.directory.exchange_fields import PREFIX
from kiosk.directory.hsds_columns import TABLES, columns_of, kind_of

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(path.name for path in FIXTURES.iterdir() if path.is_file())
ENDINGS = (".json", ".jsonl", ".geojson", ".csv", ".tsv", ".txt", ".xlsx", ".ods", ".zip", ".dat", "")
JUNK = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def _short(value: Any) -> str:
    return ascii(value)[:12]


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder for one example."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("kind", ["oruk3", "oruk1", "outpost", "own"])
def test_junk_in_every_field_of_a_json_feed(kind: str) -> None:
    @JUNK
    @given(pages(kind))
    def junk(page: Any) -> None:
        with empty_folder() as folder:
            holds(folder, "feed.json", as_json(page))

    junk()


PLAIN = {
    name: value for prefix in ("", PREFIX) for name, value in ((f"{prefix}name", "Lunch club"), (f"{prefix}status", ""))
}


@pytest.mark.parametrize("value", [*ODD_TEXTS, *ODD_NUMBERS, *ODD_SHAPES], ids=_short)
def test_one_odd_value_in_every_field_at_once(value: Any) -> None:
    for kind in MARKS:
        service = {**MARKS[kind], **filled(keys_of(kind), value), **PLAIN}
        with empty_folder() as folder:
            assert holds(folder, "feed.json", as_json([service])) is not None or kind == "outpost"


@JUNK
@given(st.lists(pages("oruk3") | pages("oruk1"), min_size=1, max_size=3))
def test_junk_in_the_lines_of_json_lines(lines: list[Any]) -> None:
    with empty_folder() as folder:
        holds(folder, "feed.jsonl", b"\n".join(map(as_json, lines)))


FEATURE = st.fixed_dictionaries(
    {},
    optional={
        "type": st.just("Feature") | scalars,
        "id": scalars,
        "properties": st.dictionaries(
            st.sampled_from(("name", "Name", "address", "postcode", "phone", "monday", "lat", "website", "id")) | texts,
            scalars | st.lists(scalars, max_size=2),
            max_size=8,
        )
        | scalars,
        "geometry": objects(("type", "coordinates"))
        | st.fixed_dictionaries(
            {"coordinates": st.recursive(scalars, lambda deeper: st.lists(deeper, max_size=4), max_leaves=10)}
        )
        | scalars,
    },
)


@JUNK
@given(st.lists(FEATURE | scalars, max_size=4) | scalars, st.booleans())
def test_junk_in_geojson(features: Any, named: bool) -> None:
    if named and isinstance(features, list):
        features = [*features, {"type": "Feature", "properties": {"name": "Lunch club"}, "geometry": None}]
    with empty_folder() as folder:
        holds(folder, "points.geojson", as_json({"type": "FeatureCollection", "features": features}))


HEADERS = (
    "name", "id", "description", "address", "postcode", "phone", "email", "website", "Monday", "Tuesday", "cost", "lat",
    "lng", "min age", "max age", "last checked", "opening hours", "languages", "area", "type",
)  # fmt: skip
CELLS = st.sampled_from([text for text in ODD_TEXTS if "\ud800" not in text and "\udfff" not in text]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=10
)


def table(columns: list[str], rows: list[list[str]], delimiter: str, quoted: bool) -> bytes:
    """The text of a table, well or badly quoted."""
    mark = '"' if quoted else ""
    cells = [columns, *([cell.replace('"', '""') if quoted else cell for cell in row] for row in rows)]
    return "\n".join(delimiter.join(f"{mark}{cell}{mark}" for cell in row) for row in cells).encode("utf-8")


@JUNK
@given(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=5),
    st.sampled_from(",;\t|"),
    st.booleans(),
)
def test_junk_in_the_rows_of_a_table(columns: list[str], rows: list[list[str]], delimiter: str, quoted: bool) -> None:
    with empty_folder() as folder:
        data = table(["name", *columns], [["Lunch club", *row] for row in rows], delimiter, quoted)
        holds(folder, "list.csv", data)
        holds(folder, "list.csv", data.replace(b"\x00", b""), into="another")


TABLE_NAMES = sorted({names[0] for names in TABLES.values()})


@st.composite
def packages(draw: st.DrawFn) -> dict[str, bytes]:
    """The tables of an HSDS package whose ids and pointers are few, so that they meet, go round and lead nowhere."""
    ids = st.sampled_from(("a", "b", "c", "", "x" * 200))
    files: dict[str, bytes] = {}
    for name in ["services", *draw(st.lists(st.sampled_from(TABLE_NAMES), max_size=8, unique=True))]:
        known = sorted(columns_of(kind_of(name)))
        columns = ["id", "name", *draw(st.lists(st.sampled_from(known or ["id"]), max_size=8))]
        rows = [
            [draw(ids if column == "id" or column.endswith("_id") else CELLS) for column in columns]
            for _ in range(draw(st.integers(0, 4)))
        ]
        files[f"{name}.csv"] = table(columns, rows, ",", True).replace(b"\x00", b"")
    return files


@pytest.mark.parametrize(
    "value", [text for text in ODD_TEXTS if not re.search("[\ud800-\udfff\x00]", text)], ids=_short
)
def test_one_odd_value_in_every_cell_at_once(value: str) -> None:
    with empty_folder() as folder:
        (folder / "package").mkdir()
        for kind, (name, columns) in TABLES.items():
            row = ["a" if column == "id" or column.endswith("_id") else value for column in columns.split()]
            if kind == "service":
                row[columns.split().index("name")] = "Lunch club"
                row[columns.split().index("status")] = ""
            (folder / "package" / f"{name}.csv").write_bytes(table(columns.split(), [row], ",", True))
        assert holds_for(folder / "package", folder / "source") is not None
    with empty_folder() as folder:
        row = ["Lunch club" if name == "name" else value for name in HEADERS]
        assert holds(folder, "list.csv", table(list(HEADERS), [row], ",", True)) is not None


@JUNK
@given(packages())
def test_junk_in_the_tables_of_hsds(files: dict[str, bytes]) -> None:
    with empty_folder() as folder:
        (folder / "package").mkdir()
        for name, data in files.items():
            (folder / "package" / name).write_bytes(data)
        holds_for(folder / "package", folder / "source")


@JUNK
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("ending", ENDINGS)
def test_bytes_of_any_kind_under_every_ending(ending: str, data: bytes) -> None:
    with empty_folder() as folder:
        holds(folder, f"file{ending}", data)


STARTS = (
    b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"\xd0\xcf\x11\xe0", b"%PDF", b"\xff\xfe", b"\xfe\xff",
    b"\xef\xbb\xbf[", b"{", b"[", b"<html>", b"name,id\n", b"\x1f\x8b",
)  # fmt: skip


@JUNK
@given(st.sampled_from(STARTS), st.binary(max_size=200))
@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ".zip"])
def test_bytes_that_begin_like_a_known_kind(ending: str, start: bytes, data: bytes) -> None:
    with empty_folder() as folder:
        holds(folder, f"file{ending}", start + data)


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes cut, with some flipped, doubled, or moved."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        if not changed:
            break
        first, length = draw(st.integers(0, len(changed) - 1)), draw(st.integers(1, 60))
        how = draw(st.sampled_from(("cut", "flip", "double", "end", "odd")))
        if how == "cut":
            del changed[first : first + length]
        elif how == "flip":
            changed[first] ^= draw(st.integers(1, 255))
        elif how == "double":
            changed[first:first] = changed[first : first + length]
        elif how == "end":
            del changed[first:]
        else:
            changed[first:first] = draw(st.sampled_from([text.encode("utf-8", "ignore") for text in ODD_TEXTS]))
    return bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_damaged_copies_of_files_that_are_right(name: str) -> None:
    @JUNK
    @given(damage((FIXTURES / name).read_bytes()))
    def damaged(data: bytes) -> None:
        with empty_folder() as folder:
            holds(folder, name, data)

    damaged()


HSDS_FILES = sorted(
    path.relative_to(FIXTURES).as_posix() for path in FIXTURES.rglob("*.csv") if path.parent != FIXTURES
)


@pytest.mark.parametrize("name", HSDS_FILES[:6])
def test_damaged_tables_of_a_package_that_is_right(name: str) -> None:
    @settings(JUNK, max_examples=30)
    @given(damage((FIXTURES / name).read_bytes()))
    def damaged(data: bytes) -> None:
        with empty_folder() as folder:
            shutil.copytree((FIXTURES / name).parent, folder / "package")
            (folder / "package" / Path(name).name).write_bytes(data)
            holds_for(folder / "package", folder / "source")

    damaged()
