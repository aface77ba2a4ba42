"""A source folder's services, feeds and places as records, with the council's corrections on top."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from small_sources import write_source

from kiosk.cli.commands import command_line
from kiosk.directory import reading_json
from kiosk.directory.sources import lost_corrections, read
from kiosk.errors import InputError


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "directory" / "vale"
    folder.mkdir(parents=True)
    (folder / "source.json").write_text('{"kind": "simple_csv", "name": "Vale"}', encoding="utf-8")
    lines = [{"id": "1", "name": "One", "phones": [{"number": "01632 960001"}]}, {"id": "2", "name": "Two"}]
    (folder / "records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def services(source: Path) -> dict[str, dict[str, Any]]:
    return {record.key: record.body for record in read(source) if record.kind == "service"}


def correct(source: Path, *rows: str) -> None:
    text = "\n".join(("service,action,field,value,by", *rows, ""))
    (source / "corrections.csv").write_text(text, encoding="utf-8")


def test_services_and_their_feed(source):
    records = {(record.kind, record.key): record.body for record in read(source)}
    assert set(records) == {("feed", "vale"), ("service", "vale:1"), ("service", "vale:2")}
    assert records["service", "vale:1"]["source_id"] == "vale"


def test_no_directory_is_no_services(tmp_path):
    assert read(tmp_path) == []


def test_a_hidden_service_is_gone(source):
    correct(source, "vale:1,hide,,,Ann", "vale:99,hide,,,Ann")
    assert set(services(source)) == {"vale:2"}


def test_fields_are_mended_and_emptied(source):
    correct(
        source,
        "vale:1,mend,name,First,",
        "vale:1,mend,phone,01632 960002,",
        "vale:2,mend,types,meals-and-food; befriending-and-social,",
        "vale:2,mend,is_free,yes,",
        "vale:2,note,,Ring the bell twice,",
        "vale:2,verified,,2026-11-01,",
    )
    found = services(source)
    assert found["vale:1"]["name"] == "First"
    assert found["vale:1"]["phones"] == [{"number": "01632 960002", "type": "voice"}]
    assert [(f["id"], f["origin"]) for f in found["vale:2"]["facets"]] == [
        ("meals-and-food", "staff"),
        ("befriending-and-social", "staff"),
    ]
    assert (found["vale:2"]["is_free"], found["vale:2"]["verified_date"]) == (True, "2026-11-01")
    assert found["vale:2"]["staff_note"] == "Ring the bell twice"
    correct(source, "vale:1,mend,phone,,")
    assert services(source)["vale:1"]["phones"] == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("vale:1,burn,,,", "not an action"),
        ("vale:1,mend,colour,red,", "cannot be mended"),
        ("vale:1,verified,,soon,", "date of the check"),
        (",hide,,,", "names no service"),
        ('vale:1,note,,"Ring twice,Ann', "not a valid CSV"),
        ("vale:1,mend,types,meals,", "none of the types"),
        ("vale:1,mend,types,home-care; meal-and-food,", "did you mean 'meals-and-food'"),
        ("vale:1,mend,beneficiaries,home-care,", "none of the beneficiaries"),
    ],
)
def test_a_wrong_correction_names_its_line(source, row, message):
    correct(source, "vale:1,hide,,,", row)
    with pytest.raises(InputError, match=message) as raised:
        read(source)
    assert raised.value.line == 3


def test_a_correction_without_its_service_is_found(source):
    correct(source, "vale:1,hide,,,", "vale:1,note,,Ring twice,", "vale:9,hide,,,")
    ((line, message),) = lost_corrections(source)
    assert line == 4
    assert "'vale:9'" in message
    correct(source)
    assert lost_corrections(source) == []


def test_check_and_build_say_which_correction_does_nothing(source, tmp_path):
    (source / "source.toml").write_text('name = "Vale"\n', encoding="utf-8")
    correct(source, "vale:9,hide,,,")
    place = f"{source / 'corrections.csv'}, line 2"
    for arguments in (["check", source], ["build", source, "--into", tmp_path / "edition"]):
        found = CliRunner().invoke(command_line, list(map(str, arguments)))
        assert place in found.output
        assert "'vale:9'" in found.output
        as_json = json.loads(CliRunner().invoke(command_line, [*map(str, arguments), "--json"]).stdout)
        (finding,) = [finding for finding in as_json["findings"] if finding["code"] == "correction"]
        assert (finding["level"], finding["line"]) == ("warning", 2)


def test_one_error_is_not_one_errors(tmp_path):
    write_source(tmp_path / "source", body="It costs {{figure:capital.upper}} and {{figure:none}}.")
    found = CliRunner().invoke(command_line, ["check", str(tmp_path / "source"), "--on", "2026-11-22"])
    assert "\n1 error, " in found.output


def test_places(source):
    (source / "places").mkdir()
    (source / "places" / "outcodes.csv").write_text("outcode,lat,lon,n_points\nZX1,54.08,-2.48,3\n", encoding="utf-8")
    towns = "name,latitude,longitude,kind\nLarkmere,54.08,-2.48,town\n"
    (source / "places" / "towns.csv").write_text(towns, encoding="utf-8")
    places = {record.key: record.body for record in read(source) if record.kind == "place"}
    assert places["outcode:ZX1"] == {"name": "ZX1", "kind": "outcode", "latitude": 54.08, "longitude": -2.48}
    assert places["town:Larkmere"]["kind"] == "town"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{"id": "1", "name": "One"}\n{"id": "1", "name": "Again"}\n', 2, "twice"),
        ('{"id": "1", "name": "One"}\n{"id": "2", "name": \n', 2, "not valid JSON"),
        ('{"id": "1"}\n', 1, "no name"),
        ("\n[1]\n", 2, "one JSON object"),
        ('{"id": "1", "name": "One", "source_id": "other"}\n', 1, "belongs to"),
        ('{"id": "1", "name": "One", "x": ' + "[" * 60 + "]" * 60 + "}\n", 1, "nested"),
    ],
)
def test_a_broken_line_is_named(source, text, line, message):
    (source / "directory/vale/records.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as raised:
        read(source)
    assert raised.value.line == line


def test_a_wrong_encoding_is_named(source):
    (source / "directory/vale/records.jsonl").write_bytes(b'{"id": "1", "name": "A"}\n{"id": "2", "name": "Caf\xe9"}\n')
    with pytest.raises(InputError, match="not UTF-8") as raised:
        read(source)
    assert raised.value.line == 2


def test_lone_surrogates_do_not_reach_a_record(source):
    (source / "directory/vale/records.jsonl").write_text('{"id": "1", "name": "A\\ud800B"}\n', encoding="utf-8")
    assert services(source)["vale:1"]["name"] == "AB"


def test_unfinished_imports_are_passed_over(source):
    (source / "directory" / ".vale-staging").mkdir()
    assert len(services(source)) == 2


def test_a_feed_larger_than_what_others_may_write_is_read(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_json, "MAX_BYTES", 400)
    lines = (json.dumps({"id": str(number), "name": f"Service {number}"}) for number in range(40))
    (source / "directory/vale/records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert (source / "directory/vale/records.jsonl").stat().st_size > 400
    assert len(services(source)) == 40


@pytest.mark.parametrize(
    ("data", "says", "line"),
    [
        (b'{"id": "1", "name": "A"}\n{"id": "2", "name": "\xff"}\n', "not UTF-8", 2),
        (b'{"id": "1", "name": "A"}\n{"id": "2", "name": "' + b"x" * 500 + b'"}\n', "line is longer", 2),
        (b'{"id": "1", "name": "A"}\n' * 60, "file is larger", None),
    ],
)
def test_a_line_or_a_file_beyond_all_bounds_is_refused(
    source: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, says: str, line: int | None
) -> None:
    monkeypatch.setattr(reading_json, "MAX_BYTES", 400)
    monkeypatch.setattr(reading_json, "MOST_LINES_BYTES", 1000)
    (source / "directory/vale/records.jsonl").write_bytes(data)
    with pytest.raises(InputError, match=says) as caught:
        read(source)
    assert caught.value.line == line
