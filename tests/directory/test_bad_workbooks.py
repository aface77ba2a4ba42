"""Workbooks that are damaged, protected, far too large or made to do harm: one plain sentence, nothing written."""

from __future__ import annotations

import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_imports import CLUB, TABLE, TODAY, refused, services_of
from tiny_workbooks import archive, ods, sheet_xml, xlsx

from kiosk.directory import reading_json
from kiosk.directory.importers import workbook_zip, workbooks
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import read_contents, rows
from kiosk.errors import InputError


def test_more_than_400_columns_are_refused_but_empty_ones_do_not_count(tmp_path):
    wide = xlsx(tmp_path / "a.xlsx", {"One": [["name"] * 401]})
    with pytest.raises(InputError, match="more than 400 columns") as caught:
        bring([wide], tmp_path / "into", TODAY)
    assert caught.value.line == 1
    far = xlsx(tmp_path / "far.xlsx", {"One": [*TABLE, ["Other", *[None] * 500, "far right"]]})
    with pytest.raises(InputError, match="more than 400 columns"):
        bring([far], tmp_path / "into", TODAY)
    padded = xlsx(tmp_path / "b.xlsx", {"One": [[*row, *[""] * 500] for row in TABLE]})
    assert list(services_of(padded, tmp_path / "into")) == [CLUB[0]]


def test_zero_bytes_and_controls_do_not_reach_a_service(tmp_path):
    rows_of_it = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="str"><v>phone</v></c></row>'
    rows_of_it += '<row r="2"><c r="A2" t="inlineStr"><is><t>Cl\0u_x0000_b\u202e</t></is></c></row>'
    path = xlsx(tmp_path / "a.xlsx", {"One": []}, **{"xl/worksheets/sheet2.xml": b""})
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    archive(path, members | {"xl/worksheets/sheet1.xml": sheet_xml(rows_of_it)})
    (name,) = services_of(path, tmp_path / "into")
    assert name.isprintable()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    bomb = xlsx(tmp_path / "a.xlsx", {"One": TABLE}, **{"xl/media/a.xml": b" " * 3_000_000})
    assert "too large when it is unpacked" in refused(bomb)
    monkeypatch.setattr(workbook_zip, "MOST_BYTES", 1000)
    assert "too large when it is unpacked" in refused(xlsx(tmp_path / "b.xlsx", {"One": TABLE}))
    monkeypatch.setattr(workbook_zip, "MOST_MEMBERS", 3)
    assert "parts" in refused(xlsx(tmp_path / "b.xlsx", {"One": TABLE}))


def test_declared_sizes_are_not_believed(tmp_path):
    huge = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    with zipfile.ZipFile(huge) as whole:
        real = whole.getinfo("xl/workbook.xml").file_size
    entry = b"PK\x01\x02"
    for declared, expected in ((1 << 30, "too large"), (real - 10, "damaged")):
        data = bytearray(huge.read_bytes())
        at = data.rindex(b"xl/workbook.xml") - 46
        assert data[at : at + 4] == entry
        struct.pack_into("<I", data, at + 24, declared)
        path = tmp_path / "lie.xlsx"
        path.write_bytes(data)
        assert expected in refused(path)


def test_a_part_that_nobody_reads_may_not_lie_either(tmp_path):
    data = bytearray(xlsx(tmp_path / "a.xlsx", {"One": TABLE}, **{"docProps/app.xml": b"<a/>" * 50}).read_bytes())
    struct.pack_into("<I", data, data.rindex(b"docProps/app.xml") - 22, 100)
    (tmp_path / "a.xlsx").write_bytes(data)
    assert "damaged" in refused(tmp_path / "a.xlsx")


def test_two_parts_of_one_name_are_refused(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as again:
        again.writestr("xl/worksheets/sheet1.xml", sheet_xml(""))
    assert "damaged" in refused(path)


def test_names_that_climb_out_of_the_archive_write_nothing(tmp_path):
    inside = tmp_path / "deep" / "deeper"
    inside.mkdir(parents=True)
    path = xlsx(inside / "a.xlsx", {"One": TABLE}, **{"../../evil.xml": b"<a/>", "/evil.xml": b"<a/>"})
    assert len(read_contents(path)) == 1
    assert sorted(found.name for found in tmp_path.rglob("*")) == ["a.xlsx", "deep", "deeper"]


def test_what_would_bring_the_reader_down_is_one_sentence(tmp_path):
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    archive(path, members | {"xl/worksheets/sheet1.xml": sheet_xml(corners)})
    assert "too large" in refused(path)
    many = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float"'
        ' office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert "too large" in refused(ods(tmp_path / "a.ods", {"One": []}, body=many))


def test_rows_without_end_that_are_empty_do_no_harm(tmp_path):
    empty = '<table:table-row table:number-rows-repeated="{}"><table:table-cell table:number-columns-repeated="16384"/>'
    row = '<table:table-row><table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>'
    end = "</table:table-row>"
    body = row + end + empty.format(1000) + end + row + end + empty.format(1_040_000) + end
    (content,) = read_contents(ods(tmp_path / "a.ods", {"One": []}, body=body))
    assert content.cells == ((1, ["name"]), (1002, ["name"]))


def test_too_much_text_is_refused(tmp_path, monkeypatch):
    path = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    monkeypatch.setattr(workbooks, "MOST_CHARACTERS", 50)
    assert "too large" in refused(path)
    monkeypatch.setattr(reading_json, "MAX_BYTES", 100)
    assert "larger than" in refused(path)


def test_protected_workbooks_say_so(tmp_path):
    with zipfile.ZipFile(ods(tmp_path / "a.ods", {"One": TABLE})) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members["META-INF/manifest.xml"] = b"<manifest><encryption-data/></manifest>"
    assert "password" in refused(archive(tmp_path / "a.ods", members))
    excel = tmp_path / "a.xlsx"
    excel.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in refused(excel)
    data = bytearray(xlsx(tmp_path / "b.xlsx", {"One": TABLE}).read_bytes())
    struct.pack_into("<H", data, data.rindex(b"xl/workbook.xml") - 38, 1)
    (tmp_path / "b.xlsx").write_bytes(data)
    assert "password" in refused(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .xlsx or .csv"),
        ("list.pdf", b"%PDF-1.7 ...", "ask for the list as .xlsx or .csv"),
        ("broken.xlsx", b"PK\x03\x04" + bytes(200), "damaged"),
        ("broken.csv", b"PK\x03\x04rest", "not a text file"),
    ],
)
def test_other_files_are_refused_with_what_to_do(tmp_path, name, data, expected):
    (tmp_path / name).write_bytes(data)
    assert expected in refused(tmp_path / name)


def test_a_zip_archive_that_is_no_workbook(tmp_path):
    path = archive(tmp_path / "letter.xlsx", {"word/document.xml": "<a/>"})
    assert "not a workbook" in refused(path)
    assert not workbook_zip.is_workbook(archive(tmp_path / "feed.zip", {"services.json": "[]"}))
    assert workbook_zip.is_workbook(xlsx(tmp_path / "wrongly called.zip", {"One": TABLE}))
    assert not workbook_zip.is_workbook(tmp_path / "none.xlsx")


def test_a_missing_reader_is_said_plainly(tmp_path, monkeypatch):
    path = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    (tmp_path / "python_calamine.py").write_text("raise ImportError\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "python-calamine is missing" in refused(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(where=st.integers(4, 2000), what=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_a_workbook_damaged_anywhere_gives_rows_or_one_plain_sentence(tmp_path, where, what, cut):
    path = tmp_path / "a.xlsx"
    data = xlsx(path, {"One": TABLE}).read_bytes()
    where = max(4, where % len(data))
    path.write_bytes(data[:where] + what + (b"" if cut else data[where + len(what) :]))
    refusal, found = None, [[]]
    try:
        found = [list(rows(content)) for content in read_contents(path)]
    except InputError as error:
        refusal = error
    assert all(found) if refusal is None else refusal.file == str(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(xml=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_sheet_gives_rows_or_one_plain_sentence(tmp_path, xml):
    path = xlsx(tmp_path / "a.xlsx", {"One": TABLE})
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    archive(path, members | {"xl/worksheets/sheet1.xml": sheet_xml(f'<row r="1"><c r="A1">{xml}</c></row>')})
    refusal = None
    try:
        read_contents(path)
    except InputError as error:
        refusal = error
    assert refusal is None or "\n" not in refusal.message
