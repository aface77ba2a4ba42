"""CQC's ratings are added to services, the newest of each question, and only what says something."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cqc_tables import DIRECTORY, HOME, LOCATIONS, MANOR, RATINGS, as_csv, rated, table, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_workbooks import ods, xlsx

from kiosk.directory.importers import cqc_directory, cqc_locations, cqc_ratings, cqc_terms
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.detect import FORMATS
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)


@pytest.fixture
def directory(tmp_path):
    path = tmp_path / "29_July_2026_CQC_directory.csv"
    path.write_bytes(DIRECTORY.encode("utf-8"))
    return path


def test_ratings_are_added_to_services_that_come_with_them(tmp_path):
    sheets = {
        "Locations": [
            RATINGS,
            rated("Overall", "Good"),
            rated("Overall", "Inadequate", "04/03/2020"),
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


def test_a_source_that_comes_anew_with_its_ratings_is_the_new_one(directory, tmp_path):
    into = tmp_path / "into"
    bring([directory], into, TODAY)
    directory.write_text(DIRECTORY.replace("Larkmere Manor", "Renamed Manor"), encoding="utf-8")
    bring([directory, as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, rated("Overall", "Good")])], into, TODAY)
    assert written(into)["Renamed Manor"].registration.rating == "Good"


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


@pytest.mark.parametrize("odd", [None, 5, "Good", ["Good"], {"safe": None, "caring": 3, "x": ["y"]}])
def test_odd_ratings_of_a_record_are_not_known(odd):
    body = {"id": "1", "name": "x", "registration": {"scheme": "CQC", "ratings": odd, "inherited": "perhaps"}}
    seal = Service.from_record(body).registration
    assert (dict(seal.ratings), seal.inherited) == ({"caring": "3"} if isinstance(odd, dict) else {}, None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Requires Improvement", "Requires improvement"), ("OUTSTANDING", "Outstanding"), (" good ", "Good"),
        ("", ""), ("Not Rated", "Not rated"), ("Not applicable", ""), ("very good", ""),
        ("No published rating", "Not rated"),
        ("Inspected but not rated", "Inspected but not rated"),
        ("Insufficient evidence to rate", "Insufficient evidence to rate"),
    ],
)  # fmt: skip
def test_rating_words(text, word):
    assert cqc_terms.rating(text) == word


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
