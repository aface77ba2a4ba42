"""Of CQC's lists of all England only the places of the local authorities asked for are kept, at the next import too."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from cqc_tables import HOME, LOCATIONS, RATINGS, as_csv, rated, table, written
from tiny_workbooks import ods, xlsx

from kiosk.cli.commands import command_line

LARK, VALE, NOWHERE = "1-11", "1-12", "1-13"
VALE_NAME = "Vale, City of"
DIRECTORY_HEADER = [
    "Name", "Postcode", "Service types", "Local authority", "CQC Location ID (for office use only)",
]  # fmt: skip


def places(**authorities):
    return [
        ["Larkmere Manor", "ZX1 1AA", "Residential homes", authorities.get("lark", "Larkshire"), LARK],
        ["Vale Manor", "ZX2 1AA", "Residential homes", VALE_NAME, VALE],
        ["Lost Manor", "ZX3 1AA", "Residential homes", "", NOWHERE],
    ]


@pytest.fixture
def directory(tmp_path):
    return as_csv(tmp_path / "29_July_2026_CQC_directory.csv", [DIRECTORY_HEADER, *places()])


@pytest.fixture
def into(tmp_path):
    return tmp_path / "into"


def bring(*arguments):
    result = CliRunner().invoke(command_line, ["import", *map(str, arguments)])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result


def test_only_the_places_of_an_authority_are_kept_and_the_others_are_counted(directory, into):
    result = bring(directory, "--into", into, "--authority", " larkSHIRE ", "--json")
    assert result.exit_code == 0
    found = json.loads(result.output)
    said = [(f["code"], f["message"]) for f in found["findings"] if f["code"] == "elsewhere"]
    assert said == [
        ("elsewhere", "1 place is not in Larkshire: left out"),
        ("elsewhere", "of 1 place the list does not say where it is: left out"),
    ]
    assert set(written(into)) == {"Larkmere Manor"}
    assert not [f for f in found["findings"] if f["level"] == "error"]


def test_a_name_may_hold_a_comma_and_several_may_be_asked_for(directory, into):
    bring(directory, "--into", into, "--authority", "Larkshire", "--authority", "VALE, city of")
    assert set(written(into)) == {"Larkmere Manor", "Vale Manor"}


@pytest.mark.parametrize("make", [ods, xlsx])
def test_the_list_of_active_locations_is_cut_by_the_place_not_by_its_provider(make, into, tmp_path):
    header = [*LOCATIONS, "Provider Local Authority"]
    away = HOME | {"Location ID": VALE, "Location Name": "Vale Manor", "Location Local Authority": VALE_NAME}
    by_provider = ({"Provider Local Authority": VALE_NAME}, {"Provider Local Authority": "Larkshire"})
    rows = table(header, HOME | by_provider[0], away | by_provider[1])
    path = make(tmp_path / f"01_July_2026_HSCA_Active_Locations.{make.__name__}", {"HSCA_Active_Locations": rows})
    assert bring(path, "--into", into, "--authority", "Larkshire").exit_code == 0
    assert set(written(into)) == {"Larkmere Manor Care Home"}


def test_the_next_import_asks_for_the_same_also_when_the_file_has_another_day_in_its_name(directory, into, tmp_path):
    bring(directory, "--into", into, "--authority", "Larkshire")
    (before,) = written(into).values()
    later = as_csv(tmp_path / "02_November_2026_CQC_directory.csv", [DIRECTORY_HEADER, *places()])
    result = bring(later, "--into", into)
    assert "1 place is not in Larkshire" in result.output
    (after,) = written(into).values()
    assert after.key == before.key


def test_another_list_of_the_same_council_asks_for_the_same(directory, into, tmp_path):
    bring(directory, "--into", into, "--authority", "Larkshire")
    away = HOME | {"Location ID": VALE, "Location Name": "Vale Manor", "Location Local Authority": VALE_NAME}
    bring(as_csv(tmp_path / "HSCA_Active_Locations.csv", table(LOCATIONS, HOME, away)), "--into", into)
    assert "Vale Manor" not in written(into)


def test_all_brings_back_every_place(directory, into):
    bring(directory, "--into", into, "--authority", "Larkshire")
    assert bring(directory, "--into", into, "--authority", "all").exit_code == 0
    assert set(written(into)) == {"Larkmere Manor", "Vale Manor", "Lost Manor"}
    bring(directory, "--into", into)
    assert len(written(into)) == 3


@pytest.mark.parametrize(("asked", "nearest"), [("Larkshre", "'Larkshire'"), ("Vale", f"'{VALE_NAME}'")])
def test_a_name_that_is_not_there_changes_nothing_and_gets_the_nearest(directory, into, asked, nearest):
    result = bring(directory, "--into", into, "--authority", asked)
    assert result.exit_code == 2
    assert f"{asked!r}. Nearest in the file: {nearest}" in result.output
    assert not into.exists()


def test_an_authority_that_is_no_more_is_said_at_the_next_import(directory, into, tmp_path):
    bring(directory, "--into", into, "--authority", "Larkshire")
    later = as_csv(tmp_path / "02_November_2026_CQC_directory.csv", [DIRECTORY_HEADER, *places(lark="West Larkshire")])
    result = bring(later, "--into", into)
    assert result.exit_code == 2
    assert "give --authority anew" in result.output
    assert "'West Larkshire'" in result.output


def test_ratings_of_other_areas_are_one_line(directory, into, tmp_path):
    rows = [[*rated("Overall", "Good", identity=identity), area] for identity, area in ((LARK, "Larkshire"),) * 2]
    rows += [[*rated("Overall", "Good", identity=f"1-9{number}"), VALE_NAME] for number in range(40)]
    ratings = as_csv(tmp_path / "Latest_ratings.csv", [[*RATINGS, "Location Local Authority"], *rows])
    found = json.loads(bring(directory, ratings, "--into", into, "--authority", "larkshire", "--json").output)
    about = [f["message"] for f in found["findings"] if not f["file"] or f["file"] == str(ratings)]
    assert about.count("40 places are not in Larkshire: left out") == 1
    assert "1 service rated; CQC's file rates 1 place" in about
    assert len(about) == 2
    assert written(into)["Larkmere Manor"].registration.rating == "Good"


def test_a_list_without_such_a_column_is_refused_when_it_is_of_cqc(into, tmp_path):
    names = [name for name in DIRECTORY_HEADER if name != "Local authority"]
    rows = [[cell for at, cell in enumerate(row) if at != 3] for row in places()]
    result = bring(as_csv(tmp_path / "CQC_directory.csv", [names, *rows]), "--into", into, "--authority", "Larkshire")
    assert result.exit_code == 2
    assert "no column for the local authority" in result.output


def test_a_list_of_another_format_comes_in_whole_and_says_so(directory, into, tmp_path):
    clubs = as_csv(tmp_path / "clubs.csv", [["name", "phone"], ["Lunch Club", "01632 960123"]])
    alone = bring(clubs, "--into", into, "--authority", "Larkshire")
    assert alone.exit_code == 2
    assert "--authority is for CQC's lists" in alone.output
    both = bring(clubs, directory, "--into", into, "--authority", "Larkshire")
    assert "does not say in which local authority" in both.output
    assert set(written(into)) == {"Lunch Club", "Larkmere Manor"}


def test_a_source_that_came_in_under_a_dated_name_stays_under_it(directory, into, tmp_path):
    """Its services keep their keys, so that corrections still find them."""
    bring(directory, "--into", into, "--authority", "Larkshire")
    source = into / "directory" / "cqc-directory"
    old = source.rename(source.with_name("29-july-2026-cqc-directory"))
    records = (old / "records.jsonl").read_text(encoding="utf-8")
    (old / "records.jsonl").write_text(records.replace('"cqc-directory"', f'"{old.name}"'), encoding="utf-8")
    bring(as_csv(tmp_path / "02_November_2026_CQC_directory.csv", [DIRECTORY_HEADER, *places()]), "--into", into)
    assert [path.name for path in (into / "directory").iterdir()] == [old.name]
