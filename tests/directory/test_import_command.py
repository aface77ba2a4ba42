"""``kiosk import``: what it writes, what it refuses in one sentence, and what it leaves alone."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line
from kiosk.directory import reading_json
from kiosk.directory.sources import read

FIXTURES = Path(__file__).parent / "fixtures"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, ["import", *map(str, arguments)])


def test_several_sources_into_one_folder(tmp_path):
    into = tmp_path / "vale"
    result = run(FIXTURES / "groups.csv", FIXTURES / "feed_page.json", "--into", into, "--json")
    assert result.exit_code == 0
    found = json.loads(result.output)
    assert found["counts"]["services"] == 5
    assert {source["format"] for source in found["sources"]} == {"simple_csv", "oruk3"}
    assert all(set(finding) == {"level", "code", "file", "line", "message"} for finding in found["findings"])
    about = tomllib.loads((into / "source.toml").read_text(encoding="utf-8"))
    assert (about["base"], about["languages"]) == ("national", ["en"])
    assert len([record for record in read(into) if record.kind == "service"]) == 5


def test_the_councils_own_files_stay(tmp_path):
    into = tmp_path / "vale"
    run(FIXTURES / "groups.csv", "--into", into)
    (into / "source.toml").write_text('name = "Vale"\n', encoding="utf-8")
    (into / "corrections.csv").write_text("service,action,field,value\n", encoding="utf-8")
    assert run(FIXTURES / "feed_page.json", "--into", into).exit_code == 0
    assert (into / "source.toml").read_text(encoding="utf-8") == 'name = "Vale"\n'
    assert (into / "corrections.csv").is_file()
    assert (into / "directory" / "groups" / "records.jsonl").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["vale"], "nothing half-written is left beside it"


BAD = {
    "empty.json": (b"", "empty"),
    "blank.csv": (b"\n\n  \n", "empty"),
    "broken.json": (b'{"contents": [\n{"id": 1, "name": "x",}\n]}', "line 2"),
    "lines.jsonl": (b'{"id": 1, "name": "x", "description": "y"}\n{"id": 2,\n', "line 2"),
    "deep.json": (b"[" * 5000 + b"]" * 5000, "nested"),
    "deepstring.json": (b'{"contents": ' + b'{"a":' * 100 + b"1" + b"}" * 100 + b"}", "nested"),
    "encoding.json": ('{"contents": [{"id": 1,\n "name": "Café"}]}'.encode("latin-1"), "line 2: this file is not"),
    "page.json": (b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
    "page.csv": (b"<html>\n<body>Not, found</body></html>", "web page"),
    "sheet.csv": (b"PK\x03\x04rest", "not a text file"),
    "zero.csv": (b"name,phone\nx\x00y,1\n", "line 2"),
    "quote.csv": (b'name,phone\nOne,1\nTwo,"2\nThree,3\n', "line 3: a quote mark in this row is not closed"),
    "quotes.csv": (b'name,phone\nOne,"1\nTwo,"2"\n', "line 2: a quote mark"),
    "nohead.csv": (b"a,b\n1,2\n", "no column for names"),
    "none.json": (b'{"contents": []}', "no service"),
    "number.json": (b"42", "no objects"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path, name):
    data, expected = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    result = run(path, "--into", tmp_path / "into")
    assert result.exit_code == 2
    assert str(path) in result.output
    assert expected in result.output
    assert result.output.count("\n") == 1
    assert not (tmp_path / "into").exists()


def test_a_file_over_the_cap_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading_json, "MAX_BYTES", 1000)
    path = tmp_path / "large.csv"
    path.write_text("name,phone\n" + "x,1\n" * 1000, encoding="utf-8")
    result = run(path, "--into", tmp_path / "into")
    assert result.exit_code == 2
    assert "larger than" in result.output


def test_a_half_read_feed_never_replaces_a_good_one(tmp_path):
    into, path = tmp_path / "into", tmp_path / "list.csv"
    rows = [f"Group {number},ZX1 1AA\n" for number in range(10)]
    path.write_text("name,postcode\n" + "".join(rows), encoding="utf-8")
    assert run(path, "--into", into).exit_code == 0
    before = (into / "directory/list/records.jsonl").read_bytes()
    for text in ("name,postcode\n", "name,postcode\n" + "".join(rows[:4])):
        path.write_text(text, encoding="utf-8")
        result = run(path, "--into", into)
        assert result.exit_code == 2
        assert (into / "directory/list/records.jsonl").read_bytes() == before
    assert run(path, "--into", into, "--accept-fewer").exit_code == 0


def test_a_folder_with_other_things_is_not_written_to(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("hello", encoding="utf-8")
    result = run(FIXTURES / "groups.csv", "--into", tmp_path / "mine")
    assert result.exit_code == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_missing_file(tmp_path):
    result = run(tmp_path / "nothing.csv", "--into", tmp_path / "into")
    assert result.exit_code == 2
    assert "there is no such file" in result.output


def test_control_characters_and_html_do_not_reach_the_page(tmp_path):
    path = tmp_path / "odd.csv"
    row = '"A\x07\u202eB","<b>Bold</b> &amp; <script>x()</script>brave\x1b[31m"'
    path.write_text(f"name,description\n{row}\n", encoding="utf-8")
    assert run(path, "--into", tmp_path / "into").exit_code == 0
    (body,) = [record.body for record in read(tmp_path / "into") if record.kind == "service"]
    assert body["name"] == "AB"
    assert body["description"] == "Bold & brave[31m"


def test_the_same_service_in_two_feeds_is_named_not_merged(tmp_path):
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text("name,postcode\nVale Hall,ZX1 1AA\n", encoding="utf-8")
    result = run(tmp_path / "one.csv", tmp_path / "two.csv", "--into", tmp_path / "into", "--json")
    found = json.loads(result.output)
    assert found["counts"]["services"] == 2
    assert [finding["code"] for finding in found["findings"] if finding["code"] == "maybe-same"] == ["maybe-same"]


def test_an_import_says_when_the_service_of_a_correction_went_away(tmp_path):
    into, path = tmp_path / "into", tmp_path / "list.csv"
    path.write_text("id,name,phone\n1,One,01632 960001\n2,Two,01632 960002\n", encoding="utf-8")
    run(path, "--into", into)
    (into / "corrections.csv").write_text("service,action,field,value\nlist:2,hide,,\n", encoding="utf-8")
    assert "list:2" not in run(path, "--into", into).output
    path.write_text("id,name,phone\n1,One,01632 960001\n3,Two,01632 960002\n", encoding="utf-8")
    result = run(path, "--into", into)
    assert result.exit_code == 0
    assert f"{into / 'corrections.csv'}, line 2: there is no service 'list:2' here" in result.output
    (into / "corrections.csv").write_text("service,action,field,value\nlist:1,burn,,\n", encoding="utf-8")
    result = run(path, "--into", into)
    assert result.exit_code == 0
    assert "'burn' is not an action" in result.output


def test_services_without_an_id_of_their_own_are_reported_once(tmp_path):
    path = tmp_path / "list.csv"
    for text, expected in (
        ("name,phone\nOne,01632 960001\nTwo,01632 960002\n", ["no id column: "]),
        ("id,name\n1,One\n,Two\n", ["1 without an id: "]),
        ("id,name\n1,One\n2,Two\n", []),
    ):
        path.write_text(text, encoding="utf-8")
        found = json.loads(run(path, "--into", tmp_path / "into", "--json").output)["findings"]
        messages = [finding["message"] for finding in found if finding["code"] == "no-id"]
        assert messages == [part + "corrections hold by name, street and postcode" for part in expected]


def test_one_service_is_not_one_services(tmp_path):
    path, into = tmp_path / "list.csv", tmp_path / "into"
    path.write_text("name,phone\nOne,1\nTwo,1\nThree,1\n", encoding="utf-8")
    assert "3 services are in" in run(path, "--into", into).output
    path.write_text("name,phone\nOne,1\n", encoding="utf-8")
    assert "has 1 service, but had 3" in run(path, "--into", into).output
    result = run(path, "--into", into, "--accept-fewer")
    assert "list: 1 service kept of 1 read" in result.output
    assert "1 service is in" in result.output
    assert "1 services" not in result.output


def test_an_empty_template_in_a_folder_is_passed_over_and_said(tmp_path):
    folder, into = tmp_path / "lists", tmp_path / "vale"
    folder.mkdir()
    (folder / "a-template.csv").write_text("name,phone,postcode\n", encoding="utf-8")
    assert run(folder, "--into", into).exit_code == 2
    assert not into.exists()
    (folder / "groups.csv").write_bytes((FIXTURES / "groups.csv").read_bytes())
    result = run(folder, "--into", into, "--json")
    assert result.exit_code == 0
    found = json.loads(result.output)
    assert [Path(f["file"]).name for f in found["findings"] if f["code"] == "no-services"] == ["a-template.csv"]
    assert [source["id"] for source in found["sources"]] == ["groups"]


def test_an_empty_file_in_a_folder_never_stands_for_the_next_version_of_a_source(tmp_path):
    folder, into = tmp_path / "lists", tmp_path / "vale"
    folder.mkdir()
    for name in ("groups.csv", "others.csv"):
        (folder / name).write_bytes((FIXTURES / "groups.csv").read_bytes())
    assert run(folder, "--into", into).exit_code == 0
    (folder / "others.csv").write_text("name,phone,postcode\n", encoding="utf-8")
    assert run(folder, "--into", into).exit_code == 2
