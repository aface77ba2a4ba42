"""Workbooks become tables: cells as people type them, and a sheet becomes a source."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta

import pytest
from small_imports import CLUB, TABLE, TODAY, refused, services_of
from tiny_workbooks import Formula, ods, xlsx

from kiosk.directory.importers import content as contents
from kiosk.directory.importers import sheet_child
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import read_content, read_contents, rows
from kiosk.errors import InputError


@pytest.mark.parametrize("write", [xlsx, ods])
def test_cells_are_texts_as_people_type_them(tmp_path, write):
    row = ["  text ", 1632960123, 9.0, 4.5, 0.1 + 0.2, date(2026, 1, 19), time(9, 30), time(17, 20), "two\nlines", "é"]
    (content,) = read_contents(write(tmp_path / f"a.{write.__name__}", {"One": [["name"], row]}))
    cells = dict(rows(content))[2]
    assert [cell.strip() for cell in cells] == [
        "text", "1632960123", "9", "4.5", "0.3", "2026-01-19", "09:30", "17:20", "two\nlines", "é",
    ]  # fmt: skip


@pytest.mark.parametrize("write", [xlsx, ods])
def test_formulas_give_what_was_worked_out_last_and_are_never_worked_out(tmp_path, write):
    row = [Formula("1+1", "2"), Formula("WEBSERVICE(&quot;x&quot;)"), '=HYPERLINK("x")', "+1", "-x", "@SUM(1)", "end"]
    (content,) = read_contents(write(tmp_path / f"a.{write.__name__}", {"One": [row]}))
    assert next(rows(content))[1] == ["2", "", '=HYPERLINK("x")', "+1", "-x", "@SUM(1)", "end"]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_row_numbers_are_those_of_the_sheet(tmp_path, write):
    path = write(tmp_path / f"a.{write.__name__}", {"One": [[None], ["Our list"], [None], *TABLE, [None, None]]})
    (content,) = read_contents(path)
    assert [line for line, _ in rows(content)] == [2, 4, 5]


def test_odd_cells():
    as_text = sheet_child.as_text
    assert [as_text(value) for value in (float("nan"), float("inf"), 1e300, None, True)] == [
        "",
        "",
        "1e+300",
        "",
        "TRUE",
    ]
    assert as_text(time(8, 59, 59, 999_999)) == "09:00"
    assert as_text(datetime(1899, 12, 31, 9, 30)) == "09:30", "day 0 of a spreadsheet is no day"
    assert as_text(datetime(2026, 1, 19, 9, 29, 59, 999_999)) == "2026-01-19 09:30"
    assert as_text(datetime(2026, 1, 19)) == "2026-01-19"
    assert as_text(timedelta(hours=9, minutes=30)) == "09:30"
    assert sheet_child.MOST_COLUMNS == contents._MOST_COLUMNS + 1


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_table_in_a_workbook_is_read_like_a_csv_file(tmp_path, write):
    table = [
        ["Our groups 2026"],
        ["Title", "Telephone", "Registered manager", "Monday", "Tuesday", "Free", "Last checked"],
        ["Larkmere Lunch Club", 1632960123, "A Person", "10am to 4pm", "closed", True, date(2026, 1, 19)],
    ]
    club = services_of(write(tmp_path / f"groups.{write.__name__}", {"Sheet1": table}), tmp_path / "into")[CLUB[0]]
    assert (club.key.partition(":")[0], club.phones[0].number, club.is_free) == ("groups", "01632960123", True)
    assert [(row.byday, str(row.opens_at)) for row in club.schedules] == [("MO", "10:00:00")]
    assert club.assured_date == date(2026, 1, 19)
    assert "Person" not in (tmp_path / "into/directory/groups/records.jsonl").read_text(encoding="utf-8")


def test_a_sheet_is_a_source_named_by_file_and_sheet(tmp_path):
    sheets = {
        "Hidden": TABLE,
        "Read me": [["This is a list"]],
        "Groups": TABLE,
        "2026": [["name", "phone"], ["Other", "01632 960124"]],
    }
    report = bring([xlsx(tmp_path / "vale 2026.xlsx", sheets, hidden=["Hidden"])], tmp_path / "into", TODAY)
    assert [source["id"] for source in report.sources] == ["vale-2026-groups", "vale-2026"]
    (passed,) = [finding for finding in report.findings if finding.code == "not-services"]
    assert "sheet Read me" in passed.file
    assert [finding.message for finding in report.findings].count("the sheet 'Hidden' is hidden and is not read") == 1


def test_one_file_of_a_folder_may_be_a_workbook(tmp_path):
    (tmp_path / "lists").mkdir()
    xlsx(tmp_path / "lists/one.xlsx", {"Sheet1": TABLE})
    (tmp_path / "lists/~$one.xlsx").write_bytes(b"\x05Excel has this open" + bytes(100))
    (tmp_path / "lists/two.csv").write_text("name,phone\nOther,01632 960124\n", encoding="utf-8")
    assert set(services_of(tmp_path / "lists", tmp_path / "into")) == {CLUB[0], "Other"}


def test_findings_name_sheet_and_row(tmp_path):
    sheets = {"A": TABLE, "B": [["name", "Monday", "Tuesday"], ["Club", "9-5", "1-3pm"]]}
    report = bring([xlsx(tmp_path / "clubs.xlsx", sheets)], tmp_path / "into", TODAY)
    (found,) = [finding for finding in report.findings if finding.code == "times-as-text"]
    assert (found.file, found.line) == (f"{tmp_path / 'clubs.xlsx'}, sheet B", 2)


def test_a_changed_sheet_changes_the_sources_sum(tmp_path):
    sums = set()
    for number in (CLUB[1], "01632 960124"):
        bring([xlsx(tmp_path / "a.xlsx", {"Sheet1": [TABLE[0], [CLUB[0], number]]})], tmp_path / "into", TODAY)
        sums.add(json.loads((tmp_path / "into/directory/a/source.json").read_text(encoding="utf-8"))["sha256"])
    assert len(sums) == 2


@pytest.mark.parametrize("write", [xlsx, ods])
def test_hidden_sheets_are_not_read_and_named(tmp_path, write):
    path = write(tmp_path / f"a.{write.__name__}", {"Staff only": [["name"], ["Secret"]], "One": TABLE}, ["Staff only"])
    assert [content.part for content in read_contents(path)] == ["One"]
    report = bring([path], tmp_path / "into", TODAY)
    assert any("'Staff only' is hidden" in finding.message for finding in report.findings)
    every = write(tmp_path / f"b.{write.__name__}", {"One": TABLE}, ["One"])
    assert "hidden" in refused(every)


def test_a_merged_cell_counts_once_where_it_begins(tmp_path):
    table = [["Our groups", None, None], ["name", "phone", "town"], [*CLUB, "Larkmere"], ["Other", None, None]]
    path = xlsx(tmp_path / "a.xlsx", {"Sheet1": table}, merged=["A1:C1", "C3:C4"])
    found = services_of(path, tmp_path / "into")
    assert set(found) == {CLUB[0], "Other"}
    assert not found["Other"].places


def test_a_header_only_and_an_empty_workbook_are_refused(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"One": [["name", "phone"]]})
    with pytest.raises(InputError, match="no service in this file"):
        bring([path], tmp_path / "into", TODAY)
    assert "empty" in refused(ods(tmp_path / "b.ods", {"One": [], "Two": [[None, ""]]}))
    neither = xlsx(tmp_path / "c.xlsx", {"One": [["a", "b"]], "Two": [["c", "d"]]})
    with pytest.raises(InputError, match="no sheet of this workbook"):
        bring([neither], tmp_path / "into", TODAY)
    assert not (tmp_path / "into").exists()


def test_the_first_sheet_is_the_content(tmp_path):
    content = read_content(xlsx(tmp_path / "a.xlsx", {"One": [[None]], "Two": TABLE}))
    assert (content.part, content.is_json, content.text) == ("Two", False, "")
