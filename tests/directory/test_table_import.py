"""Tables and GeoJSON become services: headers by meaning, spreadsheet damage mended, people left out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.directory.importers import cleaning
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.simple_csv import body_of, date_in
from kiosk.directory.service import Service
from kiosk.directory.sources import read
from kiosk.errors import InputError

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 22)


def services_of(source: Path, into: Path) -> dict[str, Service]:
    bring([source], into, TODAY)
    found = [Service.from_record(record.body) for record in read(into) if record.kind == "service"]
    return {service.name: service for service in found}


@pytest.fixture
def groups(tmp_path):
    return services_of(FIXTURES / "groups.csv", tmp_path / "into")


def test_columns_are_found_by_their_headers(groups):
    club = groups["Larkmere Lunch Club"]
    assert club.organization.name == "Vale Friends"
    assert club.description == "Hot lunch and company for older people.\nBring a friend."
    assert (club.places[0].lines, club.places[0].city) == (("Mill Hall", "3 Mill Lane"), "Larkmere")
    assert club.places[0].postcode == "ZX1 1AA"
    assert club.url == "http://www.lunch.test"
    assert club.fees_description == "£4.50 a meal"


def test_a_phone_number_gets_its_lost_zero_back(groups):
    assert groups["Larkmere Lunch Club"].phones[0].number == "01632960001"


def test_not_available_is_not_known(groups):
    cafe = groups["Hexbridge Dementia Café"]
    assert (cafe.phones, cafe.email, cafe.url, cafe.organization.name) == ((), "", "", "")
    assert cafe.application_process == "Self-referral"
    assert groups["Larkmere Lunch Club"].application_process == ""


def test_free_only_when_said(groups):
    assert groups["Hexbridge Dementia Café"].is_free is True
    assert groups["Larkmere Lunch Club"].is_free is None
    assert groups["Far Away Group"].is_free is None


def test_opening_times_stay_text(groups):
    (schedule,) = groups["Larkmere Lunch Club"].schedules
    assert schedule.description == "Tues 11am - 2pm, Fri 11.30am"
    assert schedule.byday == ""


def test_swapped_and_impossible_points(groups):
    place = groups["Hexbridge Dementia Café"].places[0]
    assert (place.latitude, place.longitude) == (54.09, -2.47)
    assert groups["Far Away Group"].places[0].latitude is None


def test_two_numbers_in_one_cell(groups):
    assert [phone.number for phone in groups["Far Away Group"].phones] == ["0161 496 0000", "07700 900123"]


def test_names_of_people_are_not_brought_in(tmp_path):
    report = bring([FIXTURES / "groups.csv"], tmp_path / "into", TODAY)
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "into").rglob("*.json*"))
    assert "Person" not in written
    assert any(finding.code == "person-column" for finding in report.findings)


def test_kinds_by_words_are_marked_as_ours(groups):
    facets = {facet.id: facet.origin for facet in groups["Hexbridge Dementia Café"].facets}
    assert facets["dementia-support"] == "rule"
    assert groups["Hexbridge Dementia Café"].facet_ids("beneficiary", claims_only=True) == ()


def test_hours_by_day_become_rows(tmp_path):
    chemist = services_of(FIXTURES / "pharmacies.csv", tmp_path / "into")["Vale Chemist"]
    rows = {(row.byday, str(row.opens_at), str(row.closes_at)) for row in chemist.schedules}
    assert rows == {
        ("MO", "09:00:00", "12:00:00"),
        ("MO", "13:00:00", "17:00:00"),
        ("TU,WE", "09:00:00", "18:00:00"),
    }


CLEAR_TIMES = [
    ("1-3pm", "13:00 15:00"),
    ("12-2pm", "12:00 14:00"),
    ("9.30 - 11am", "09:30 11:00"),
    ("10am to 4pm", "10:00 16:00"),
    ("10am-12 noon", "10:00 12:00"),
    ("10 a.m. - 12.30 p.m.", "10:00 12:30"),
    ("09:00-17:00", "09:00 17:00"),
    ("9.00 - 17.30", "09:00 17:30"),
    ("0900-1700", "09:00 17:00"),
    ("09:00-12:00, 13:00-17:00", "09:00 12:00, 13:00 17:00"),
    ("10am-12pm and 2pm-4pm", "10:00 12:00, 14:00 16:00"),
    ("8pm-2am", "20:00 02:00"),
    ("18:00-24:00", "18:00 00:00"),
]


@pytest.mark.parametrize(("cell", "expected"), CLEAR_TIMES)
def test_times_that_can_be_read_in_one_way_become_hours(cell, expected):
    rows = body_of({"name": "x"}, {0: cell})["schedules"]
    assert ", ".join(f"{row['opens_at']} {row['closes_at']}" for row in rows) == expected


DOUBTFUL_TIMES = [
    "12-2", "9-5", "10-2pm", "9-12pm", "7pm - 9.30", "10am-2", "2:00-4:00", "9:00-5:00", "12:00-02:00", "09:00-09:00",
    "10am-12am", "9am-8am", "9pm-12pm", "13pm-15pm", "9-17:00", "09:00-25:00", "First Monday 10am-12pm",
    "10am-12pm by appointment", "10am-12pm,", "10am-12pm 1-3", "ring first", "9am",
]  # fmt: skip


@pytest.mark.parametrize("cell", DOUBTFUL_TIMES)
def test_times_that_leave_a_doubt_stay_text(cell):
    assert body_of({"name": "x"}, {0: cell, 1: "1-3pm"})["schedules"] == [
        {"freq": "WEEKLY", "byday": "TU", "opens_at": "13:00", "closes_at": "15:00"},
        {"description": f"Monday: {cell}"},
    ]


def test_a_table_of_names_and_days_is_a_table(tmp_path):
    path = tmp_path / "clubs.csv"
    path.write_text("Name,Monday,Tuesday\nClub,10am to 4pm,closed\n", encoding="utf-8")
    (schedule,) = services_of(path, tmp_path / "into")["Club"].schedules
    assert (schedule.byday, str(schedule.opens_at)) == ("MO", "10:00:00")


def test_closed_is_no_row():
    assert body_of({"name": "x"}, {0: "CLOSED", 1: "", 2: "n/a"})["schedules"] == []


def test_times_kept_as_text_are_reported(tmp_path):
    path = tmp_path / "clubs.csv"
    path.write_text("name,phone,Monday,Tuesday\nClub,01632 960006,9-5,1-3pm\n", encoding="utf-8")
    report = bring([path], tmp_path / "into", TODAY)
    (found,) = [finding for finding in report.findings if finding.code == "times-as-text"]
    assert (found.level, found.line) == ("warning", 2)
    assert "Monday: 9-5" in found.message
    features = '{"type": "Feature", "properties": {"name": "Club", "Monday": "9-5"}}'
    (tmp_path / "clubs.geojson").write_text(features, encoding="utf-8")
    report = bring([tmp_path / "clubs.geojson"], tmp_path / "into", TODAY)
    assert [finding.code for finding in report.findings].count("times-as-text") == 1


def test_old_western_encoding_and_byte_order_marks(tmp_path):
    for number, data in enumerate(
        ("name,phone\nCafé Ô,01632 960006\n".encode("latin-1"), "\ufeffname,phone\nCafé Ô,01632 960006\n".encode())
    ):
        path = tmp_path / f"list{number}.csv"
        path.write_bytes(data)
        assert list(services_of(path, tmp_path / f"into{number}")) == ["Café Ô"]


def test_a_preamble_before_the_header_is_passed_over(tmp_path):
    path = tmp_path / "cqc.csv"
    path.write_text(
        "CQC locations,,\nProduced on 29 July 2026,,\n\nName,Postcode,Phone number,Location URL,Date of latest check\n"
        "Example Manor,ZX1 1AA,01632 960007,https://cqc.test/location/1-1,01/Jan/2024 - 00:00\n",
        encoding="utf-8",
    )
    home = services_of(path, tmp_path / "into")["Example Manor"]
    assert home.registration is not None
    assert (home.registration.scheme, home.registration.rating) == ("CQC", "")
    assert home.registration.rating_date == date(2024, 1, 1)


def test_a_contact_persons_postcode_is_cut_to_its_outcode(tmp_path):
    path = tmp_path / "charities.csv"
    path.write_text("charity_name,charity_contact_postcode\nVale Trust,ZX1 1AA\n", encoding="utf-8")
    place = services_of(path, tmp_path / "into")["Vale Trust"].places[0]
    assert (place.masked, place.postcode) == (True, "ZX1")


def test_geojson_gives_longitude_first_and_outlines_count_by_their_middle(tmp_path):
    found = services_of(FIXTURES / "hospitals.geojson", tmp_path / "into")
    assert (found["Vale Hospital"].places[0].latitude, found["Vale Hospital"].places[0].longitude) == (54.08, -2.48)
    assert found["Old Hospital"].places[0].latitude == pytest.approx(54.1)


def test_ids_stay_the_same_at_the_next_import(tmp_path):
    first = services_of(FIXTURES / "groups.csv", tmp_path / "one")
    second = services_of(FIXTURES / "groups.csv", tmp_path / "two")
    assert [service.key for service in first.values()] == [service.key for service in second.values()]


@pytest.mark.parametrize(
    ("text", "day"), [("2026-01-19", "2026-01-19"), ("19/01/2026", "2026-01-19"), ("01/Jan/2024 - 00:00", "2024-01-01"),
                      ("soon", None), ("31/02/2026", None)]
)  # fmt: skip
def test_dates_of_tables(text, day):
    assert date_in(text) == day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE CHESHIRE WILDLIFE TRUST LIMITED", "The Cheshire Wildlife Trust Limited"),
        ("FRIENDS OF ST MARY'S", "Friends of St Mary's"),
        ("BBC", "BBC"),
        ("Age UK", "Age UK"),
    ],
)
def test_names_in_capitals_are_put_right(text, name):
    assert cleaning.name(text) == name


_CELLS = st.sampled_from(["name", "address", "phone", "website", "hours", "cost", "latitude"])


@given(st.dictionaries(_CELLS, st.text()))
def test_no_cell_is_an_error(row):
    body = body_of({"name": "x", **row}, {0: row.get("hours", "")})
    json.dumps(body).encode("ascii")
    Service.from_record(body)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "ignore")))
def test_any_file_gives_services_or_one_plain_sentence(tmp_path, data):
    path = tmp_path / "any.csv"
    path.write_bytes(data)
    refused = None
    try:
        bring([path], tmp_path / "into", TODAY, accept_fewer=True)
    except InputError as error:
        refused = error
    if refused is not None:
        assert refused.file == str(path)
        assert "\n" not in refused.message


def test_real_tables_of_a_council(sample_data, tmp_path):
    report = bring([sample_data / "trafford"], tmp_path / "into", TODAY)
    assert report.services >= 900
    assert not report.count("error")
    services = [Service.from_record(record.body) for record in read(tmp_path / "into") if record.kind == "service"]
    homes = [service for service in services if service.source_id == "trafford-care-homes"]
    assert len(homes) == 56
    assert all(home.registration and "care-home" in home.facet_ids("type") for home in homes)
    assert {home.phones[0].number[0] for home in homes if home.phones} == {"0"}
