"""CQC's three files: who is registered, how they are rated, and no more than belongs on a kiosk."""

from __future__ import annotations

import csv
import io
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_workbooks import ods, xlsx

from kiosk.directory.importers import cqc_directory, cqc_locations, cqc_ratings, cqc_terms
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.detect import FORMATS, format_of
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service
from kiosk.directory.sources import read
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)
MANOR, HELP = "1-1000000001", "1-1000000002"

DIRECTORY = (
    "CQC locations,,\nThis data was produced on 29 July 2026,,\n\n\n"
    "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),Service types,"
    "Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL,"
    "CQC Location ID (for office use only),CQC Provider ID (for office use only)\n"
    'Larkmere Manor,The Manor,"1 Mill Lane,Larkmere",ZX1 1AA,1632960123,www.manor.test,Residential homes,'
    "01/Jan/2024 - 00:00,Accommodation for persons who require nursing or personal care|"
    f"Caring for adults over 65 yrs|Dementia,Vale Care Ltd,Larkshire,North,https://x.test,{MANOR},1-2000000000\n"
    f"Café Care,,2 Mill Lane,ZX1 1AB,01632 960124,,Homecare agencies|Supported living,,Physical disabilities,Vale Care"
    f" Ltd,Larkshire,North,,{HELP},1-2000000000\n"
    "Vale Dental,,3 Mill Lane,ZX1 1AC,01632 960125,,Dentist,,,Teeth Ltd,Larkshire,North,,1-1000000003,1-2000000003\n"
)

LOCATIONS = [
    "Location ID", "Dormant (Y/N)", "Care home?", "Location Name", "Location Telephone Number", "Registered manager",
    "Location Web Address", "Care homes beds", "Location Type/Sector", "Location Inspection Directorate",
    "Location Latest Overall Rating", "Publication Date", "Inherited Rating (Y/N)", "Location Local Authority",
    "Location Street Address", "Location City", "Location Postal Code", "Location Latitude", "Location Longitude",
    "Provider ID", "Provider Name", "Provider Nominated Individual Name", "Provider Main Partner Name",
    "Service type - Care home service with nursing", "Service type - Domiciliary care service",
    "Service user band - Dementia", "Service user band - Older People", "Location Dual Registered",
    "Primary ID (Dual registration locations)",
]  # fmt: skip
SOCIAL = {"Location Type/Sector": "Social Care Org", "Location Inspection Directorate": "Adult social care"}
HOME = SOCIAL | {
    "Location ID": MANOR, "Dormant (Y/N)": "N", "Care home?": "Y", "Location Name": "LARKMERE MANOR CARE HOME",
    "Location Telephone Number": 1632960123, "Registered manager": "A Person", "Care homes beds": 24,
    "Location Latest Overall Rating": "Requires Improvement", "Publication Date": "03/02/2026",
    "Inherited Rating (Y/N)": "Y", "Location Local Authority": "Larkshire", "Location Street Address": "1 Mill Lane",
    "Location City": "Larkmere", "Location Postal Code": "ZX1 1AA", "Location Latitude": 54.09,
    "Location Longitude": -2.47, "Provider ID": "1-2000000000", "Provider Name": "Vale Care Ltd",
    "Provider Nominated Individual Name": "B Person", "Provider Main Partner Name": "C Person",
    "Service type - Care home service with nursing": "Y", "Service user band - Dementia": "Y",
}  # fmt: skip
AGENCY = SOCIAL | {
    "Location ID": HELP, "Care home?": "N", "Location Name": "Vale Care at Home",
    "Service type - Domiciliary care service": "Y", "Location Latest Overall Rating": "Not Rated",
}  # fmt: skip
RATINGS = [
    "Location ID", "Location Name", "Care Home?", "Service / Population Group", "Domain", "Latest Rating",
    "Publication Date", "Inherited Rating (Y/N)", "URL",
]  # fmt: skip


def table(header, *bodies):
    """The rows of a sheet from what stands under each header."""
    return [header, *([body.get(name) for name in header] for body in bodies)]


def as_csv(path: Path, rows) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def rated(domain, rating, day="04/03/2026", identity=MANOR, group="Overall"):
    return [identity, "Larkmere Manor", "Y", group, domain, rating, day, "N", "https://x.test"]


def written(into: Path) -> dict[str, Service]:
    found = [Service.from_record(record.body) for record in read(into) if record.kind == "service"]
    return {service.name: service for service in found}


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
    assert (agency.registration.rating, agency.registration.inherited) == ("", None)
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


def test_ratings_are_added_to_services_that_come_with_them(tmp_path):
    sheets = {
        "Locations": [
            RATINGS,
            rated("Overall", "Good"),
            rated("Safe", "Requires Improvement", "04/03/2025"),
            rated("Safe", "Outstanding", "04/03/2026"),
            rated("Caring", "Good", "04/03/2024"),
            rated("Well-led", "GOOD"),
            rated("Responsive", "Insufficient evidence to rate"),
            rated("Effective", "Not applicable"),
            rated("Caring", "Inadequate", "04/03/2026", group="Older people"),
            rated("Overall", "Inadequate", identity="1-77"),
        ],
        "Providers": [["Provider ID", "Provider Name", "Domain", "Latest Rating"], ["1-2", "Vale", "Overall", "Good"]],
    }
    ratings = ods(tmp_path / "Latest_ratings.ods", sheets)
    report = bring([ratings, xlsx(tmp_path / "h.xlsx", {"HSCA": table(LOCATIONS, HOME)})], tmp_path / "into", TODAY)
    (manor,) = written(tmp_path / "into").values()
    seal = manor.registration
    assert (seal.rating, seal.rating_date, seal.inherited) == ("Good", date(2026, 3, 4), False)
    assert dict(seal.ratings) == {
        "safe": "Outstanding", "caring": "Good", "well-led": "Good", "responsive": "Insufficient evidence to rate",
    }  # fmt: skip
    assert [source["format"] for source in report.sources] == ["cqc_hsca"]
    (told,) = [finding for finding in report.findings if finding.code == "ratings"]
    assert told.message == "1 service rated; CQC's file rates 2 places"


def test_ratings_may_come_after_the_services(directory, tmp_path):
    into = tmp_path / "into"
    bring([directory], into, TODAY)
    before = written(into)
    bring([as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, rated("Overall", "Good")])], into, TODAY)
    after = written(into)
    assert after["Larkmere Manor"].registration.rating == "Good"
    assert after["Café Care"] == before["Café Care"]
    assert after["Larkmere Manor"].key == before["Larkmere Manor"].key


def test_older_editions_say_key_question(tmp_path):
    header = ["Key Question" if name == "Domain" else name for name in RATINGS]
    path = as_csv(tmp_path / "r.csv", [["Ratings"], header, rated("Overall", "Good"), rated("Well led", "Good")])
    (found,) = cqc_ratings.read_ratings(read_contents(path)[0]).values()
    assert found.words == {"overall": "Good", "well-led": "Good"}


def test_ratings_of_nobody_here_are_refused(tmp_path):
    path = as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, rated("Overall", "Good")])
    with pytest.raises(InputError, match="belong to no service here"):
        bring([path], tmp_path / "into", TODAY)
    assert not (tmp_path / "into").exists()


def test_a_later_rating_stays():
    body = {"registration": {"scheme": "CQC", "external_id": MANOR, "rating": "Good", "rating_date": "2026-09-01"}}
    report = Report()
    older = cqc_ratings.Ratings({"overall": "Inadequate"}, {"overall": "2026-03-04"})
    assert cqc_ratings.merge({MANOR: older}, [body], report) == 0
    assert body["registration"]["rating"] == "Good"
    assert report.findings[0].code == "older-rating"


def test_a_rating_that_was_taken_away_does_not_stay():
    body = {"registration": {"scheme": "CQC", "external_id": MANOR, "rating": "Good", "rating_date": "2020-01-01"}}
    assert cqc_ratings.merge({MANOR: cqc_ratings.Ratings({"overall": ""}, {"overall": "2026-03-04"})}, [body], Report())
    assert body["registration"] == {"scheme": "CQC", "external_id": MANOR, "rating_date": "2026-03-04"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Requires Improvement", "Requires improvement"), ("OUTSTANDING", "Outstanding"), (" good ", "Good"),
        ("", ""), ("Not Rated", ""), ("Not applicable", ""), ("No published rating", ""), ("very good", ""),
        ("Inspected but not rated", "Inspected but not rated"),
        ("Insufficient evidence to rate", "Insufficient evidence to rate"),
    ],
)  # fmt: skip
def test_rating_words(text, word):
    assert cqc_terms.rating(text) == word


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


_HEADS = st.sampled_from(["Name", *LOCATIONS, *RATINGS, "Service types", "CQC Location ID (for office use only)"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(
    header=st.lists(_HEADS, max_size=14, unique=True),
    rows=st.lists(st.lists(st.text(max_size=12) | st.sampled_from(["Y", "Overall", "Safe"]), max_size=14), max_size=5),
)
@pytest.mark.parametrize("known", [cqc_directory, cqc_locations, cqc_ratings])
def test_no_row_is_an_error(known, header, rows):
    needed = {
        cqc_directory: ["Name", "Service types", "CQC Location ID (for office use only)"],
        cqc_locations: ["Location ID", "Location Name", "Care home?"],
        cqc_ratings: ["Location ID", "Service / Population Group", "Domain", "Latest Rating"],
    }[known]
    header = list(dict.fromkeys(needed + [name for name in header if name not in ("Domain", "Key Question")]))
    cells = tuple((number, row) for number, row in enumerate([header, *rows], 1))
    content = Content(Path("x.xlsx"), "", cells=cells)
    for kind in FORMATS:
        kind.recognises(content)
    for _, body in known.read(content, Report()):
        Service.from_record(body)
    if known is cqc_ratings:
        cqc_ratings.merge(cqc_ratings.read_ratings(content), [{"registration": None}], Report())
