"""CQC's three files: who is registered, how they are rated, and no more than belongs on a kiosk."""

from __future__ import annotations

import csv
import io
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from cqc_tables import AGENCY, DIRECTORY, HELP, HOME, LOCATIONS, MANOR, RATINGS, SOCIAL, as_csv, rated, table, written
from tiny_workbooks import ods, xlsx

from kiosk.directory.importers import cqc_locations, cqc_terms
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.detect import format_of
from kiosk.directory.importers.report import Report

TODAY = date(2026, 11, 22)


@pytest.fixture(params=["latin-1", "utf-8-sig"])
def directory(tmp_path, request):
    path = tmp_path / "29_July_2026_CQC_directory.csv"
    path.write_bytes(DIRECTORY.encode(request.param))
    return path


def test_the_directory_is_read_under_its_preamble_in_either_encoding(directory, tmp_path):
    report = bring([directory], tmp_path / "into", TODAY)
    found = written(tmp_path / "into")
    assert set(found) == {"Larkmere Manor", "Café Care"}
    manor = found["Larkmere Manor"]
    assert manor.alternate_name == "The Manor"
    assert (manor.places[0].lines, manor.places[0].city, manor.places[0].postcode) == (
        ("1 Mill Lane",), "Larkmere", "ZX1 1AA",
    )  # fmt: skip
    assert (manor.phones[0].number, manor.url, manor.areas) == ("01632960123", "http://www.manor.test", ("Larkshire",))
    assert (manor.organization.id, manor.organization.name) == ("1-2000000000", "Vale Care Ltd")
    seal = manor.registration
    assert (seal.scheme, seal.external_id, seal.rating) == ("CQC", MANOR, "")
    assert (seal.rating_date, seal.url) == (date(2024, 1, 1), f"https://www.cqc.org.uk/location/{MANOR}")
    assert report.sources[0]["format"] == "cqc_dir"


def test_service_types_and_specialisms_of_the_directory_are_kinds(directory, tmp_path):
    bring([directory], tmp_path / "into", TODAY)
    found = written(tmp_path / "into")
    assert "care-home" in found["Larkmere Manor"].facet_ids("type")
    assert set(found["Larkmere Manor"].facet_ids("beneficiary")) >= {"older-people", "dementia"}
    assert set(found["Café Care"].facet_ids("type")) >= {"home-care", "housing"}
    assert found["Café Care"].facet_ids("beneficiary") == ("physical-disability",)
    assert found["Café Care"].facet_ids("type", claims_only=True) == ()


def test_health_care_of_the_directory_is_left_out_in_one_line(directory, tmp_path):
    report = bring([directory], tmp_path / "into", TODAY)
    (left_out,) = [finding for finding in report.findings if finding.code == "not-social-care"]
    assert left_out.message.startswith("1 other place ")
    assert not cqc_terms.is_health_only(["Dentist", "Homecare agencies"])
    assert not cqc_terms.is_health_only([])


@pytest.mark.parametrize("write", [xlsx, ods, as_csv])
def test_active_locations_of_social_care(tmp_path, write):
    preamble = [["Care directory with filters"], [None], ["1 November 2026"]]
    rows = [*preamble, *table(LOCATIONS, HOME, AGENCY)]
    path = tmp_path / f"HSCA_Active_Locations.{write.__name__.removeprefix('as_')}"
    sheets = {"README": [["About this file"]], "HSCA_Active_Locations": rows}
    report = bring([write(path, rows if write is as_csv else sheets)], tmp_path / "into", TODAY)
    found = written(tmp_path / "into")
    manor = found["Larkmere Manor Care Home"]
    assert manor.key == f"hsca-active-locations:{MANOR}"
    assert (manor.phones[0].number, manor.places[0].latitude, manor.places[0].longitude) == (
        "01632960123",
        54.09,
        -2.47,
    )
    assert (manor.places[0].lines, manor.places[0].postcode, manor.areas) == (
        ("1 Mill Lane",),
        "ZX1 1AA",
        ("Larkshire",),
    )
    seal = manor.registration
    assert (seal.rating, seal.rating_date, seal.inherited) == ("Requires improvement", date(2026, 2, 3), True)
    assert (seal.beds, seal.url) == (24, f"https://www.cqc.org.uk/location/{MANOR}")
    assert "care-home" in manor.facet_ids("type")
    assert "dementia" in manor.facet_ids("beneficiary")
    agency = found["Vale Care at Home"]
    assert (agency.registration.rating, agency.registration.inherited) == ("Not rated", None)
    assert "home-care" in agency.facet_ids("type")
    assert report.sources[0]["format"] == "cqc_hsca"


def test_nobodys_name_is_read(tmp_path):
    bring([xlsx(tmp_path / "a.xlsx", {"HSCA": table(LOCATIONS, HOME)})], tmp_path / "into", TODAY)
    assert "Person" not in "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "into").rglob("*") if path.is_file()
    )


def locations(*bodies) -> tuple[list[str], Report]:
    """The ids that are kept, in order, and the report."""
    rows = table(LOCATIONS, *bodies)
    cells = tuple((number, ["" if cell is None else str(cell) for cell in row]) for number, row in enumerate(rows, 1))
    report = Report()
    content = Content(Path("HSCA.xlsx"), "", cells=cells)
    return [body["id"] for _, body in cqc_locations.read(content, report)], report


def test_dormant_places_and_health_care_are_left_out(tmp_path):
    hospital = {"Location Type/Sector": "NHS Healthcare Organisation", "Location Inspection Directorate": "Hospitals"}
    ids, report = locations(
        HOME,
        HOME | {"Location ID": "1-1", "Dormant (Y/N)": "Y"},
        HOME | {"Location ID": "1-2"} | hospital,
        HOME | {"Location ID": "1-3"} | hospital,
    )
    assert ids == [MANOR]
    assert [(f.code, f.message.split(" ")[0]) for f in report.findings if f.level == "warning"] == [
        ("not-social-care", "2"), ("not-counted", "1"),
    ]  # fmt: skip
    assert [finding.message.split(" ")[0] for finding in report.findings if finding.code == "phone-zero"] == ["1"]


def test_an_edition_without_cqcs_sorting_goes_by_types_of_service():
    unsorted = dict.fromkeys(SOCIAL, "")
    dentist = AGENCY | unsorted | {"Location ID": "1-4", "Service type - Domiciliary care service": None}
    ids, _ = locations(HOME | unsorted, AGENCY | unsorted, dentist)
    assert ids == [MANOR, HELP]


def test_two_registrations_of_one_place_count_once():
    dual = {"Location Dual Registered": "Dual Registration"}
    first = HOME | dual | {"Primary ID (Dual registration locations)": MANOR}
    second = first | {"Location ID": "1-9"}
    assert locations(second, first)[0] == [MANOR]
    assert locations(first, second)[0] == [MANOR]
    assert locations(second)[0] == ["1-9"], "the other registration is not in this file"
    assert len(locations(HOME, HOME | {"Location ID": "1-9"})[0]) == 2


def test_a_care_home_is_one_when_only_its_column_says_so(tmp_path):
    home = HOME | {"Location Name": "The Larches", "Service type - Care home service with nursing": None}
    bring([xlsx(tmp_path / "list.xlsx", {"HSCA": table(LOCATIONS, home)})], tmp_path / "into", TODAY)
    assert "care-home" in written(tmp_path / "into")["The Larches"].facet_ids("type")


def test_each_of_cqcs_files_has_its_own_reader(tmp_path, directory):
    files = {
        "cqc_dir": directory,
        "cqc_hsca": as_csv(tmp_path / "a.csv", table(LOCATIONS, HOME)),
        "cqc_ratings": as_csv(tmp_path / "b.csv", [RATINGS, rated("Overall", "Good")]),
    }
    for kind, path in files.items():
        assert format_of(read_contents(path)[0]).kind == kind


def test_the_real_header_is_known(sample_data, tmp_path):
    text = (sample_data / "cqc/HSCA_Active_Locations_header.csv").read_text(encoding="utf-8")
    (header,) = csv.reader(io.StringIO(text))
    assert set(LOCATIONS) <= set(header)
    report = bring([as_csv(tmp_path / "h.csv", table(header, HOME, AGENCY))], tmp_path / "into", TODAY)
    assert (report.services, report.sources[0]["format"]) == (2, "cqc_hsca")


def test_the_sample_of_the_directory(sample_data, tmp_path):
    bring([sample_data / "cqc/CQC_directory_synthetic.csv"], tmp_path / "into", TODAY)
    assert {service.registration.scheme for service in written(tmp_path / "into").values()} == {"CQC"}


def test_rows_are_read_one_at_a_time():
    row = ["" if HOME.get(name) is None else str(HOME[name]) for name in LOCATIONS]
    cells = ((1, LOCATIONS), *((number, row) for number in range(2, 1002)))
    content = Content(Path("HSCA.xlsx"), "", cells=cells)
    tracemalloc.start()
    try:
        count = sum(1 for _ in cqc_locations.read(content, Report()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 1000
    assert peak < 500_000, "the services of a whole country must not stand in memory at once"
