"""HSDS data packages: rows joined into services, 1.1 beside 3.0, and what is wrong reported, never a crash."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.directory.hsds_columns import kind_of
from kiosk.directory.importers.content import Content, read_content
from kiosk.directory.importers.finishing import Finisher
from kiosk.directory.importers.hsds_old_rows import weekday_code
from kiosk.directory.importers.hsds_tables import read_files, recognises_files
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service
from kiosk.directory.spreadsheet_cells import guarded, plain
from kiosk.errors import InputError

OLD = Path(__file__).parent / "fixtures" / "hsds11"
TODAY = date(2026, 11, 22)


def contents_of(folder: Path) -> list[Content]:
    return [read_content(path) for path in sorted(folder.glob("*.csv"))]


def bring_in(folder: Path) -> tuple[dict[str, Service], Report, dict[str, dict[str, Any]]]:
    contents, report = contents_of(folder), Report()
    assert recognises_files(contents)
    finisher = Finisher("old", "old", report, TODAY)
    for content, line, body in read_files(contents, report):
        finisher.add(body, str(content.path), line)
    return {key: Service.from_record(body) for key, body in finisher.bodies.items()}, report, finisher.bodies


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return shutil.copytree(OLD, tmp_path / "package")


def test_a_package_of_hsds_1_is_joined(package):
    lunch = bring_in(package)[0]["s1"]
    assert (lunch.name, lunch.organization.name) == ("Madeup Lunch Club", "Madeup Trust")
    assert lunch.organization.website == "https://trust.example"
    assert lunch.description == 'Lunch, and "company"\ntwice a week.'
    assert (lunch.eligibility_description, lunch.fees_description) == ("Older people", "£4 a meal")
    assert [(phone.number, phone.description) for phone in lunch.phones] == [("01632 960123", "Kitchen")]
    assert lunch.languages == ("Welsh",)
    assert lunch.attributes == ("Lunch clubs", "Loose words")
    (place,) = lunch.places
    assert place.lines == ("1 Madeup Road", "Floor 2, Back door")
    assert (place.name, place.postcode, place.latitude) == ("Madeup Hall", "ZX3 1AA", 54.05)
    assert (place.description, place.transportation) == ("In the big room", "Bus 1")
    assert [(fact.description, fact.details) for fact in place.access] == [("Ramp", "At the side")]
    assert [(row.freq, row.byday, str(row.opens_at)) for row in place.schedules] == [
        ("WEEKLY", "MO", "12:00:00"),
        ("WEEKLY", "TH", "12:00:00"),
    ]


def test_weekdays_0_and_7_are_sunday_and_an_unknown_one_stays_text(package):
    services, report, _ = bring_in(package)
    rows = services["s2"].schedules
    assert [(row.byday, row.description) for row in rows] == [
        ("SU", ""),
        ("SU", ""),
        ("", "Someday: 10:00 to 11:00"),
    ]
    assert any(finding.code == "weekday" and "'Someday'" in finding.message for finding in report.findings)


@pytest.mark.parametrize(
    ("text", "code"),
    [("1", "MO"), ("5", "FR"), ("6", "SA"), ("0", "SU"), ("7", "SU"), ("8", ""), ("Tues", "TU"), ("tuesday", "TU"),
     ("Wednesdays", "WE"), ("TH", "TH"), ("t", ""), ("", ""), ("1.0", "MO"), ("²", "")],
)  # fmt: skip
def test_weekday_codes(text, code):
    assert weekday_code(text) == code


def test_numbers_of_contacts_are_read_but_not_who_they_are(package):
    services, _, bodies = bring_in(package)
    assert [phone.number for phone in services["s2"].phones] == ["01632 960125"]
    assert services["s2"].eligibility_description == "Anyone over 50"
    assert "Persona" not in str(bodies)
    assert "ann.persona" not in str(bodies)


def test_an_organisations_number_stands_in_where_the_service_has_none(package):
    services = bring_in(package)[0]
    assert [phone.number for phone in services["s3"].phones] == ["01632 960124"]
    assert "01632 960124" not in [phone.number for phone in services["s1"].phones]


def test_what_is_wrong_with_a_package_is_reported_with_file_and_line(package):
    services, report, _ = bring_in(package)
    assert len(services) == 5
    found = {(finding.code, Path(finding.file).name, finding.line) for finding in report.findings}
    assert found >= {
        ("no-name", "services.csv", 8),
        ("same-id", "services.csv", 5),
        ("same-id", "organizations.csv", 3),
        ("dangling", "services.csv", 4),
        ("dangling", "services_at_location.csv", 3),
        ("dangling", "services_at_location.csv", 4),
        ("dangling", "phones.csv", 5),
        ("dangling", "phones.csv", 6),
        ("dangling", "services_taxonomy.csv", 3),
        ("unknown-column", "services.csv", 1),
        ("unknown-table", "kittens.csv", None),
        ("unread-table", "required_documents.csv", None),
    }


def test_a_missing_table_is_said_once_for_each_that_points_to_it(package):
    (package / "locations.csv").unlink()
    _, report, _ = bring_in(package)
    messages = [finding.message for finding in report.findings if finding.code == "missing-table"]
    assert len([message for message in messages if "no locations.csv here" in message]) == 3
    assert not any(finding.code == "dangling" and "location_id" in finding.message for finding in report.findings)


@pytest.mark.parametrize("name", [path.name for path in sorted(OLD.glob("*.csv")) if path.name != "services.csv"])
def test_any_table_but_the_services_may_be_missing_or_broken(package, name):
    (package / name).unlink()
    assert len(bring_in(package)[0]) == 5
    (package / name).write_text('id,name\n1,"unclosed\n', encoding="utf-8")
    services, report, _ = bring_in(package)
    assert len(services) == 5
    assert any(finding.code in ("broken-table", "unknown-table") for finding in report.findings)


def test_a_broken_table_of_services_is_refused(package):
    (package / "services.csv").write_text('id,name\n1,"unclosed\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"services.csv, line 2: a quote mark"):
        list(read_files(contents_of(package), Report()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("services", "service"), ("Service", "service"), ("SERVICE_AT_LOCATION", "service_at_location"),
     ("service_at_locations", "service_at_location"), ("services_at_location", "service_at_location"),
     ("services_at_locations", "service_at_location"), ("Addresses", "address"), ("physical_address", "address"),
     ("taxonomies", "taxonomy"), ("taxonomy", "taxonomy"), ("accessibilities", "accessibility"),
     ("regular-schedules", "schedule"), ("Cost Options", "cost_option"), ("kittens", ""), ("", ""), ("s", "")],
)  # fmt: skip
def test_names_of_tables(name, kind):
    assert kind_of(name) == kind


def test_only_files_that_belong_together_are_a_package(package):
    contents = {content.path.stem: content for content in contents_of(package)}
    assert recognises_files([contents["services"], contents["phones"]])
    assert not recognises_files([contents["services"], contents["kittens"]])
    assert not recognises_files([contents["services"]])
    assert not recognises_files([contents["phones"], contents["locations"]])
    assert not recognises_files([])
    renamed = package / "SERVICE.CSV"
    renamed.write_text("Id;Name \n1;One\n", encoding="utf-16")
    assert recognises_files([read_content(renamed), contents["phones"]])


def test_texts_full_of_other_delimiters_do_not_confuse(package):
    (package / "services.csv").write_text(f"id,name\n1,{';|' * 60}Madeup\n", encoding="utf-8")
    assert bring_in(package)[0]["1"].name.endswith("Madeup")


def test_hsds_3_samples(sample_data):
    for folder in ("hsds30_tabular", "oruk30_examples/csv"):
        services, report, _ = bring_in(sample_data / folder)
        (service,) = services.values()
        assert service.name == "Community Counselling"
        assert service.places[0].lines[0] == "1-30 Main Street"
        assert [row.byday for row in service.places[0].schedules] == ["TH,FR"]
        assert len(service.phones) + len(service.places[0].phones) == 1
        assert not [finding for finding in report.findings if finding.code in ("dangling", "unknown-table")]


@given(
    st.text(max_size=12) | st.builds("{}{}".format, st.sampled_from(["=", "'=", "''@", "-", "+44", "-1"]), st.text())
)
def test_a_guarded_cell_is_no_formula_and_comes_back(text):
    cell = guarded(text)
    assert plain(cell) == text
    assert not cell.startswith(("=", "@", "+")) or cell == ""


@pytest.mark.parametrize(("text", "cell"), [("-2.48", "-2.48"), ("-2+3", "'-2+3"), ("'tis", "'tis"), ("=1", "'=1")])
def test_plain_numbers_and_apostrophes_stay(text, cell):
    assert guarded(text) == cell


_NAMES = ["services", "locations", "phones", "service_at_location", "attributes", "taxonomy", "metadata", "eligibility"]
_COLUMNS = ["id", "name", "service_id", "location_id", "weekday", "number", "organization_id", "x_signpost_id",
            "x_signpost_facets", "latitude", "status", "taxonomy_id", "link_id", "contents", "schedules"]  # fmt: skip
_CELL = st.sampled_from(["", "1", "2", "[", "{}", '"', "null", "-"]) | st.text(max_size=5)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(_NAMES), st.lists(st.lists(_CELL, max_size=6), max_size=4)), st.data())
def test_no_cell_is_an_error(tables, data):
    def table(rows: list[list[str]]) -> str:
        head = data.draw(st.lists(st.sampled_from(_COLUMNS), min_size=1, max_size=6))
        return "\n".join(",".join(cell.replace('"', '""') for cell in row) for row in [head, *rows])

    contents = [Content(Path(f"{name}.csv"), table(rows)) for name, rows in tables.items()]
    finisher = Finisher("x", "x", Report(), TODAY)
    read: Callable[..., Any] = read_files
    try:
        for content, line, body in read(contents, Report()):
            finisher.add(body, str(content.path), line)
    except InputError:
        return
    for body in finisher.bodies.values():
        Service.from_record(body)


def test_hours_of_holidays_belong_to_the_service_the_place_or_the_service_at_the_place(package):
    (package / "holiday_schedules.csv").write_text(
        "id,service_id,location_id,service_at_location_id,closed,opens_at,closes_at,start_date,end_date\n"
        "h1,s1,,,true,,,2026-12-25,2026-12-25\n"
        "h2,,l1,,N,10:00,12:00,2026-12-24,2026-12-24\n"
        "h3,s1,,,true,,,,\n"
        "h4,s404,,,true,,,2026-12-25,2026-12-25\n",
        encoding="utf-8",
    )
    services, report, _ = bring_in(package)
    lunch = services["s1"]
    assert [(row.first, row.closed, row.of_place) for row in lunch.exceptions] == [(date(2026, 12, 25), True, False)]
    (place,) = lunch.places
    assert [(row.first, row.opens_at, row.of_place) for row in place.exceptions] == [
        (date(2026, 12, 24), time(10), True)
    ]
    found = {(f.code, f.line) for f in report.findings if f.file.endswith("holiday_schedules.csv")}
    assert found == {("no-day", 4), ("dangling", 5)}
