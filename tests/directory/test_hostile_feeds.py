"""Feeds made to break an importer, one way each: a line in the report or a plain refusal, in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from junk import TODAY, as_json, holds, holds_for

from kiosk.directory import reading_json
from kiosk.directory.importers import bring as bring_module
from kiosk.directory.importers import cleaning, content, hsds_rows, write_source
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.json_pages import MOST_PARTS
from kiosk.directory.importers.report import Report
from kiosk.directory.importers.schedule_rows import byday_of, schedule_row, schedule_rows
from kiosk.errors import InputError
from kiosk.records import MAX_DEPTH

PLACE = {"addresses": [{"address_1": "1 Made Up Street", "city": "Ambleford", "postal_code": "ZZ1 1AA"}]}


def service(**more: Any) -> dict[str, Any]:
    return {"id": "1", "name": "Lunch club", "description": "A hot meal.", "schedules": [], **more}


def brought(folder: Path, *services: dict[str, Any]) -> tuple[list[dict[str, Any]], Report]:
    """The services as they stand in the source folder, and the report."""
    report = holds(folder, "feed.json", as_json(list(services)))
    assert report is not None
    lines = (folder / "source" / "directory" / "feed" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], report


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("opened", ["[", '{"a":', '[{"a":'])
@pytest.mark.parametrize("name", ["feed.json", "feed.jsonl", "feed.geojson"])
def test_json_nested_ten_thousand_deep_is_refused(tmp_path: Path, name: str, opened: str) -> None:
    path = tmp_path / name
    closed = opened.replace('"a":', "")[::-1].translate(str.maketrans("[{", "]}"))
    path.write_text(opened * 10_000 + "1" + closed * 10_000)
    with pytest.raises(InputError, match="levels deep"):
        bring([path], tmp_path / "source", TODAY)
    path.write_text(opened * 10_000)
    with pytest.raises(InputError, match="levels deep"):
        bring([path], tmp_path / "source", TODAY)
    assert not (tmp_path / "source").exists()


def test_a_service_nested_deeper_than_a_record_may_be_is_refused(tmp_path: Path) -> None:
    deep: Any = "x"
    for _ in range(60):
        deep = [deep]
    assert holds(tmp_path, "feed.json", as_json([service(attributes=deep)])) is None


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "9999-12-31T23:59:59+14:00", "0000-00-00"])
def test_dates_at_the_ends_of_the_calendar(tmp_path: Path, day: str) -> None:
    hours = {"freq": "WEEKLY", "byday": "TU", "opens_at": "12:00", "closes_at": "14:00", "dtstart": day, "count": 9}
    rows = [{**hours, "valid_from": day, "valid_to": day}, hours, {**hours, "freq": "YEARLY"}]
    closed = [{"start_date": day, "end_date": day, "closed": True}]
    costs = [{"option": "Lunch", "amount": 4, "valid_to": day}]
    more = {"assured_date": day, "last_modified": day, "cost_options": costs, "holiday_schedules": closed}
    brought(tmp_path, service(schedules=rows, **more))


@pytest.mark.parametrize(
    ("point", "code", "kept"),
    [
        ((51.5, -1.5), "", (51.5, -1.5)),
        ((-1.5, 51.5), "swapped-point", (51.5, -1.5)),
        ((53.0, -20.0), "bad-point", None),
        ((0, 0), "bad-point", None),
        ((91, 181), "bad-point", None),
        ((1e308, -1e308), "bad-point", None),
        (("1e400", "NaN"), "", None),
        (([51.5], {"a": 1}), "", None),
    ],
)
def test_points_in_the_sea_swapped_or_nowhere(tmp_path: Path, point: Any, code: str, kept: Any) -> None:
    location = {**PLACE, "latitude": point[0], "longitude": point[1]}
    [made], report = brought(tmp_path, service(service_at_locations=[{"location": location}]))
    place = made["service_at_locations"][0]["location"]
    assert (place.get("latitude"), place.get("longitude")) == (kept or (None, None))
    assert {"bad-point", "swapped-point"} & codes(report) == ({code} if code else set())


@pytest.mark.parametrize("number", ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "9" * 5000, "1" + "0" * 400])
def test_numbers_that_are_none(tmp_path: Path, number: str) -> None:
    location = f'{{"latitude": {number}, "longitude": {number}}}'
    text = (
        f'[{{"id": {number}, "name": "Lunch club", "minimum_age": {number}, "phones": [{{"number": {number}}}],'
        f' "cost_options": [{{"amount": {number}}}], "service_at_locations": [{{"location": {location}}}],'
        f' "schedules": [{{"byday": {number}, "interval": {number}, "count": {number}, "dtstart": "2026-11-03"}}]}}]'
    )
    assert holds(tmp_path, "feed.json", text.encode()) is not None


def test_lone_surrogates_and_zero_characters_in_values_and_keys(tmp_path: Path) -> None:
    [made], _ = brought(
        tmp_path,
        service(description="a\ud800b\x00c", **{"\ud800": "x", "a\x00": "y", "phones\udfff": [{"number": "\udfff"}]}),
    )
    assert made["description"] == "abc"


def test_bytes_of_nothing_in_a_table_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"name,phone\nLunch club,01632 960123\nTea \x00club,01632 960124\n")
    with pytest.raises(InputError, match="zero bytes") as caught:
        bring([path], tmp_path / "source", TODAY)
    assert caught.value.line == 3


def test_an_id_of_ten_thousand_characters(tmp_path: Path) -> None:
    made, _ = brought(tmp_path, service(id="x" * 10_000), service(id="x" * 9_999 + "y"))
    assert len({body["id"] for body in made}) == 2


def test_a_hundred_thousand_attributes_are_cut_and_told(tmp_path: Path) -> None:
    many = [{"taxonomy_term": {"id": str(number), "name": f"Kind {number}"}} for number in range(100_000)]
    [made], report = brought(tmp_path, service(attributes=many))
    assert len(made["attributes"]) == MOST_PARTS
    assert "too-many" in codes(report)


def test_an_object_of_a_hundred_thousand_keys(tmp_path: Path) -> None:
    [made], _ = brought(tmp_path, service(**{f"key{number}": number for number in range(100_000)}))
    assert made["name"] == "Lunch club"


def test_keys_that_differ_only_in_case(tmp_path: Path) -> None:
    [made], _ = brought(tmp_path, service(NAME="Another", Name=["a"], DESCRIPTION=1, Schedules={}))
    assert (made["name"], made["description"]) == ("Lunch club", "A hot meal.")


def test_lists_where_objects_belong_and_objects_where_lists_do(tmp_path: Path) -> None:
    [made], _ = brought(
        tmp_path,
        service(
            organization=[{"name": "Friends"}],
            phones={"number": "01632 960123"},
            schedules={"byday": "TU", "opens_at": "12:00", "closes_at": "14:00"},
            service_at_locations={"location": [PLACE]},
            attributes={"taxonomy_term": [{"name": "x"}]},
        ),
    )
    assert made["phones"][0]["number"] == "01632 960123"
    assert len(made["schedules"]) == 1


def test_terms_and_organisations_that_are_their_own_parents(tmp_path: Path) -> None:
    term = {"id": "a", "name": "Lunch clubs", "parent_id": "b", "taxonomy": "x"}
    other = {"id": "b", "name": "Meals", "parent_id": "a", "parent": term}
    attributes = [{"taxonomy_term": {**term, "parent": other}}, {"taxonomy_term": other}]
    [made], _ = brought(tmp_path, service(attributes=attributes))
    assert [item["name"] for item in made["attributes"]] == ["Lunch clubs", "Meals"]


def test_tables_whose_pointers_go_round(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    tables = {
        "services": "id,name,organization_id,parent_id\n1,Lunch club,a,1\n",
        "organizations": "id,name,parent_organization_id\na,Friends,b\nb,Others,a\n",
        "taxonomy_terms": "id,name,parent_id,taxonomy_id\nt,Meals,u,x\nu,Lunch,t,x\nx,Self,x,x\n",
        "taxonomies": "id,name,parent_id\nx,Kinds,x\n",
        "attributes": "id,link_id,link_entity,taxonomy_term_id\n1,1,service,t\n2,1,service,u\n3,1,service,x\n",
        "service_at_location": "id,service_id,location_id\n1,1,1\n",
        "locations": "id,name,location_id\n1,Hall,1\n",
    }
    for name, text in tables.items():
        (package / f"{name}.csv").write_text(text)
    report = holds_for(package, tmp_path / "source")
    assert report is not None
    assert report.services == 1


@pytest.mark.parametrize("said", ["²", "²MO", "9" * 5000, "1" * 5000 + "MO", "٣"])
def test_days_that_only_look_like_numbers_are_none(said: str) -> None:
    assert byday_of(said) == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<![x[ <b>Every Tuesday</b>", "Every Tuesday"),
        ("<p>Every Tuesday</p><![ <b>", "Every Tuesday"),
        ("<b>Tuesday &#" + "9" * 5000 + ";</b>", "Tuesday"),
        ("Tuesday &#x" + "f" * 5000 + ";", "Tuesday"),
    ],
)
def test_html_that_the_parser_gives_up_on_keeps_its_words(text: str, wanted: str) -> None:
    assert wanted in cleaning.prose(text)
    assert "Tuesday" in cleaning.one_line(text)


def test_brackets_that_nobody_closes_never_reach_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("it takes seconds for each text")

    monkeypatch.setattr(
        cleaning, "_TextOnly", lambda: type("Never", (), {"feed": never, "close": never, "parts": []})()
    )
    monkeypatch.setattr(cleaning._TextOnly(), "feed", never, raising=False)
    assert cleaning.prose("<b>Tuesday</b> " + "<a " * 6000).startswith("Tuesday")


@pytest.mark.parametrize("rule", [{"freq": "monthly", "byday": "6MO"}, {"freq": "daily", "interval": 7, "byday": "TU"}])
def test_times_that_never_come_have_no_last_day(rule: dict[str, Any]) -> None:
    assert schedule_row({**rule, "dtstart": "2026-11-02", "count": 1000})["valid_to"] is None


def test_many_hours_that_repeat_stand_once() -> None:
    rows = [{"byday": day, "opens_at": "09:00"} for day in ("MO", "TU", "MO")]
    assert [row["byday"] for row in schedule_rows(rows)] == ["MO", "TU"]


@pytest.mark.parametrize(("depth", "fits"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False), (900, False), (100_000, False)])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_how_deep_json_may_go(depth: int, fits: bool, opens: str, closes: str) -> None:
    text = opens * depth + "1" + closes * depth
    if fits:
        assert reading_json.parse(text, "x") is not None
    else:
        with pytest.raises(InputError, match="levels deep"):
            reading_json.parse(text, "x")


@pytest.mark.parametrize("text", ['{"a":[]},', "[],", '"a",', "1,", '{"a":1},'])
def test_a_file_of_millions_of_values_is_refused_before_they_are_read(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_json, "MOST_ROOM", 1_000_000)
    assert holds(tmp_path, "feed.json", as_json([service()])) is not None
    path = tmp_path / "more.json"
    path.write_text('[{"name": "Lunch club", "schedules": [' + text * 20_000 + "1]}]")
    with pytest.raises(InputError, match="too many values"):
        bring([path], tmp_path / "other", TODAY)


def test_more_services_than_any_area_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring_module, "MOST_SERVICES", 3)
    rows = "".join(f"Lunch club {number},ZZ1 1AA\n" for number in range(4))
    (tmp_path / "list.csv").write_text("name,postcode\n" + rows)
    with pytest.raises(InputError, match="more than 3 services"):
        bring([tmp_path / "list.csv"], tmp_path / "source", TODAY)
    assert not (tmp_path / "source").exists()


def test_tables_with_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hsds_rows, "MOST_ROWS", 3)
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "services.csv").write_text("id,name\n1,Lunch club\n2,Tea club\n")
    (tmp_path / "package" / "phones.csv").write_text("id,service_id,number\n1,1,01632 960123\n2,2,01632 960124\n")
    with pytest.raises(InputError, match="more than 3 rows"):
        bring([tmp_path / "package"], tmp_path / "source", TODAY)


def test_a_source_too_large_to_be_read_back_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(tmp_path, service())
    before = (tmp_path / "source" / "directory" / "feed" / "records.jsonl").read_bytes()
    monkeypatch.setattr(write_source, "MOST_LINES_BYTES", 1000)
    path = tmp_path / "feed.json"
    path.write_bytes(as_json([service(id=str(number)) for number in range(20)]))
    with pytest.raises(InputError, match="nothing was changed"):
        bring([path], tmp_path / "source", TODAY)
    assert (tmp_path / "source" / "directory" / "feed" / "records.jsonl").read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["feed.json", "source"]


def test_the_pieces_of_a_text_are_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_PIECE", 3)
    text = "é🙂abc\ud800x\n"
    assert b"".join(content.Content(Path("x"), text).pieces()) == text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("text", ["a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\rc,d\r", '"a\r\nb",c\n', "é,🙂\n", ""])
def test_lines_for_a_reader_of_csv_keep_their_ends(text: str) -> None:
    assert "".join(content.lines_of(text)) == text
    assert len(list(content.lines_of(text))) == len(text.splitlines())


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "/etc/evil.csv", "..\\..\\evil.csv", "a/../../evil.csv", "C:\\evil.csv"]
)
def test_names_in_an_archive_lead_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "list.zip", "w") as archive:
        archive.writestr(name, "name,phone\nLunch club,01632 960123\n")
    assert holds_for(tmp_path / "in" / "list.zip", tmp_path / "in" / "source") is not None
    assert [path.name for path in tmp_path.rglob("evil.csv")] == []


def test_formulas_in_cells_stay_text(tmp_path: Path) -> None:
    data = b'name,description,phone\n"=HYPERLINK(""http://x.test"")",=1+1,01632 960123\n@SUM(1),+cmd|x,01632 960124\n'
    assert holds(tmp_path, "list.csv", data) is not None


def test_sixty_megabytes_are_imported_in_less_than_a_gibibyte(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    if sys.platform != "linux" or not hasattr(resource, "RLIMIT_AS"):
        pytest.skip("this machine does not say how much memory a program took")
    unread = [{"resource_id": f"r{number}", "field": "name", "before": "x" * 40, "by": None} for number in range(500)]
    one = json.dumps(service(id="%d", service_at_locations=[{"location": PLACE}], metadata=unread))
    count = 60 * 1024 * 1024 // len(one)
    path = tmp_path / "feed.json"
    with path.open("w", encoding="ascii") as file:
        file.write("[" + one % 0)
        for number in range(1, count):
            file.write("," + one % number)
        file.write("]")
    program = (
        "import resource, sys; from datetime import date; from pathlib import Path\n"
        "from kiosk.directory.importers.bring import bring\n"
        "print(bring([Path(sys.argv[1])], Path(sys.argv[2]), date(2026, 11, 20)).services)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", program, str(path), str(tmp_path / "source")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(said[0]) == count
    assert int(said[1]) * 1024 < 1024**3
