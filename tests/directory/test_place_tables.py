"""``kiosk places``: tables cut from lists in the forms of ONS and Ordnance Survey. All their rows are made up."""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line
from kiosk.directory.place_tables.national_grid import airy_degrees, from_grid
from kiosk.directory.postcodes import miles
from kiosk.directory.sources import read
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.search.places import find_place

ONSPD = """pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,oseast1m,osnrth1m,lat,long
ZX1 1AA,ZX1  1AA,ZX1 1AA,198001,,E99999999,E08000099,E05000001,,,54.080000,-2.480000
ZX1 1AB,ZX1  1AB,ZX1 1AB,198001,,E99999999,E08000099,E05000001,,,54.082000,-2.482000
ZX1 1AD,ZX1  1AD,ZX1 1AD,198001,201906,E99999999,E08000099,E05000001,,,54.083000,-2.482000
ZX1 2AA,ZX1  2AA,ZX1 2AA,198001,,E99999999,E08000099,E05000002,,,54.090000,-2.490000
ZX1 2AB,ZX1  2AB,ZX1 2AB,198001,,E99999999,E08000099,E05000002,,,99.999999,0.000000
ZX112AA,ZX11 2AA,ZX11 2AA,198001,,E99999999,E08000098,E05000003,,,54.200000,-2.480000
ZX991AA,ZX99 1AA,ZX99 1AA,198001,,E99999999,E08000097,E05000004,,,51.500000,-0.100000
BT1 1AA,BT1  1AA,BT1 1AA,198001,,N99999999,N09000003,N08000301,,,54.602000,-5.926000
"""
NEWER = """pcd7,pcd8,pcds,dointr,doterm,lad25cd,wd25cd,lat,long
ZX1 1AA,ZX1  1AA,ZX1 1AA,198001,,E08000099,E05000001,54.080000,-2.480000
"""
CODE_POINT = '"ZX1 1AA",10,368605,469700,"E92000001","","","","E08000099","E05000001"\n"ZX1 1AB",90,0,0,"E92000001"\n'
NAMES = "LAD23CD,LAD23NM\nE08000099,Larkmere and Vale\nE08000098,Upper Vale\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "vale"
    folder.mkdir()
    (folder / "source.toml").write_text('name = "Vale"\nbase = "national"\n', encoding="utf-8")
    return folder


@pytest.fixture
def onspd(tmp_path: Path) -> Path:
    path = tmp_path / "ONSPD_AUG_2025_UK.csv"
    path.write_text(ONSPD, encoding="utf-8")
    return path


def run(file: Path, source: Path, *options: str) -> Result:
    return CliRunner().invoke(command_line, ["places", str(file), "--into", str(source), *options])


def table(source: Path, name: str = "postcodes") -> list[str]:
    return (source / "places" / f"{name}.csv").read_text(encoding="utf-8").splitlines()


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_the_postcodes_of_a_council_are_kept_and_those_no_longer_used_are_not(onspd, source):
    done = run(onspd, source, "--area", "E08000099")
    assert done.exit_code == 0, done.output
    assert table(source) == [
        "postcode,lat,lon",
        "ZX1 1AA,54.08000,-2.48000",
        "ZX1 1AB,54.08200,-2.48200",
        "ZX1 2AA,54.09000,-2.49000",
    ]
    assert "3 postcodes" in done.output
    assert "1 postcodes of Northern Ireland (BT) were left out" in done.output


def test_a_wider_ring_has_middles_and_far_away_has_none(onspd, source):
    run(onspd, source, "--area", "E08000099")
    assert table(source, "sectors") == [
        "sector,lat,lon",
        "ZX1 1,54.08100,-2.48100",
        "ZX1 2,54.09000,-2.49000",
        "ZX11 2,54.20000,-2.48000",
    ]
    assert [row.split(",")[0] for row in table(source, "outcodes")] == ["outcode", "ZX1", "ZX11"]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--area", "E05000002"], ["ZX1 2AA"]),
        (["--area", "E05000002", "--area", "E08000098"], ["ZX1 2AA", "ZX11 2AA"]),
        (["--postcodes", "zx11, ZX1 2"], ["ZX1 2AA", "ZX11 2AA"]),
        (["--within", "0.5", "--of", "zx1 1ab"], ["ZX1 1AA", "ZX1 1AB"]),
        (["--within", "0.5", "--of", "54.2,-2.48"], ["ZX11 2AA"]),
    ],
)
def test_an_area_can_be_named_in_several_ways(onspd, source, options, kept):
    done = run(onspd, source, *options)
    assert done.exit_code == 0, done.output
    assert [row.split(",")[0] for row in table(source)[1:]] == kept


def test_newer_names_of_columns_are_known(tmp_path, source):
    path = tmp_path / "NSPL.csv"
    path.write_text("\ufeff" + NEWER, encoding="utf-8")
    assert run(path, source, "--area", "E08000099").exit_code == 0
    assert len(table(source)) == 2


def test_an_archive_is_read_once_although_it_holds_its_rows_twice(tmp_path, source):
    files = {
        "Data/ONSPD_AUG_2025_UK.csv": ONSPD,
        "Data/multi_csv/ONSPD_AUG_2025_UK_ZX.csv": ONSPD,
        "Documents/LA_UA names and codes UK as at 04_23.csv": NAMES,
        "User Guide/readme.csv": "anything\n",
    }
    done = run(zipped(tmp_path / "ONSPD.zip", files), source, "--around", "larkmere  and vale", "--json")
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert said["rows"] == 8
    assert said["postcodes"] == 3
    assert said["left_out"] == {"ended": 1, "nowhere": 1, "northern_ireland": 1, "unreadable": 0}


def test_an_archive_with_only_its_parts_is_read_too(tmp_path, source):
    head, *rows = ONSPD.splitlines(keepends=True)
    files = {f"Data/multi_csv/ONSPD_{n}.csv": head + row for n, row in enumerate(rows)}
    assert run(zipped(tmp_path / "ONSPD.zip", files), source, "--area", "E08000099").exit_code == 0
    assert len(table(source)) == 4


def test_code_point_open_is_placed_by_its_grid_references(tmp_path, source):
    files = {"Data/CSV/zx.csv": CODE_POINT, "Doc/Code-Point_Open_Column_Headers.csv": "PC,PQ,EA,NO\nPostcode,x,y,z\n"}
    done = run(zipped(tmp_path / "codepo_gb.zip", files), source, "--area", "E08000099")
    assert done.exit_code == 0, done.output
    name, latitude, longitude = table(source)[1].split(",")
    assert name == "ZX1 1AA"
    assert miles(float(latitude), float(longitude), 54.122, -2.4815) < 0.2
    assert len(table(source)) == 2


def test_a_folder_of_code_point_open_is_read(tmp_path, source):
    folder = tmp_path / "codepo" / "Data" / "CSV"
    folder.mkdir(parents=True)
    (folder / "zx.csv").write_text(CODE_POINT, encoding="utf-8")
    assert run(tmp_path / "codepo", source, "--postcodes", "ZX1").exit_code == 0
    assert len(table(source)) == 2


def test_the_licence_lines_lie_beside_the_tables(onspd, source):
    done = run(onspd, source, "--area", "E08000099")
    about = tomllib.loads((source / "places" / "about.toml").read_text(encoding="utf-8"))
    assert about["licence"] == [
        "Contains OS data © Crown copyright and database right 2025",
        "Contains Royal Mail data © Royal Mail copyright and database right 2025",
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0",
    ]
    assert all(line in done.output for line in about["licence"])


def test_the_edition_finds_a_postcode_exactly_and_one_nearby_about(onspd, source, tmp_path):
    run(onspd, source, "--area", "E08000099")
    assert {record.kind for record in read(source)} == {"feed", "place"}
    edition = open_edition(build(source, tmp_path / "edition").folder)
    exact = find_place(edition.connection, "zxi iab")
    assert exact is not None
    assert (exact.latitude, exact.longitude, exact.about) == (54.082, -2.482, False)
    sector = find_place(edition.connection, "ZX11 2ZZ")
    assert sector is not None
    assert (sector.name, sector.about) == ("ZX11 2", True)
    edition.close()


WRONG = [
    (b"name,phone\nTea,1\n", ["--area", "E08000099"], "neither the ONS Postcode Directory"),
    (b"", ["--area", "E08000099"], "empty"),
    (b"\x00\x01" * 500, ["--area", "E08000099"], "not a CSV file"),
    (b"PK\x03\x04broken", ["--area", "E08000099"], "zip archive is damaged"),
    (ONSPD.encode(), ["--area", "E08000001"], "no postcode of this file is in that area"),
    (ONSPD.encode(), ["--area", "Trafford"], "codes look like E08000009"),
    (ONSPD.encode(), ["--around", "Trafford"], "no names of councils came with this file"),
    (ONSPD.encode(), ["--postcodes", "M33 7ZF"], "not the first part of a postcode"),
    (ONSPD.encode(), ["--within", "3"], "belong together"),
    (ONSPD.encode(), ["--within", "3", "--of", "ZX5 5AA"], "ZX5 5AA is not in this file"),
    (ONSPD.encode(), ["--within", "3", "--of", "-2.48,54.08"], "latitude first"),
    (ONSPD.encode(), [], "say which area you want"),
]


@pytest.mark.parametrize(("data", "options", "said"), WRONG, ids=[said for _data, _options, said in WRONG])
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_changes(tmp_path, source, onspd, data, options, said):
    run(onspd, source, "--area", "E08000099")
    before = table(source)
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    done = run(path, source, *options)
    assert done.exit_code == 2
    assert said in done.output
    assert len(done.output.strip().splitlines()) == 1
    assert table(source) == before


def test_an_archive_cut_short_changes_nothing(tmp_path, source):
    whole = zipped(tmp_path / "whole.zip", {"Data/a.csv": ONSPD * 50}).read_bytes()
    path = tmp_path / "short.zip"
    path.write_bytes(whole[: len(whole) // 2])
    done = run(path, source, "--area", "E08000099")
    assert done.exit_code == 2
    assert "download it again" in done.output
    assert not (source / "places").exists()


def test_damage_inside_an_archive_is_found(tmp_path, source):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("Data/a.csv", ONSPD)
    path = tmp_path / "list.zip"
    path.write_bytes(held.getvalue().replace(b"ZX1 1AB", b"ZX1 1AC", 1))
    done = run(path, source, "--area", "E08000099")
    assert done.exit_code == 2
    assert "damaged" in done.output
    assert not (source / "places").exists()


def test_a_table_made_by_hand_is_not_written_over_unasked(onspd, source):
    (source / "places").mkdir()
    (source / "places" / "outcodes.csv").write_text("outcode,lat,lon\nZX1,54,-2\n", encoding="utf-8")
    done = run(onspd, source, "--area", "E08000099")
    assert done.exit_code == 2
    assert "made or changed by hand" in done.output
    assert not (source / "places" / "postcodes.csv").exists()
    assert run(onspd, source, "--area", "E08000099", "--replace").exit_code == 0


def test_its_own_tables_are_written_anew(onspd, source):
    run(onspd, source, "--area", "E08000099")
    assert run(onspd, source, "--area", "E08000098").exit_code == 0
    assert [row.split(",")[0] for row in table(source)[1:]] == ["ZX11 2AA"]


def test_a_folder_that_is_no_source_is_refused(onspd, tmp_path):
    done = run(onspd, tmp_path, "--area", "E08000099")
    assert done.exit_code == 2
    assert "not a source folder" in done.output


def degrees(whole: int, minutes: int, seconds: float) -> float:
    return whole + minutes / 60 + seconds / 3600


def test_the_grid_is_that_of_ordnance_surveys_worked_example():
    """The point of annexe C of "A guide to coordinate systems in Great Britain"."""
    latitude, longitude = airy_degrees(651409.903, 313177.270)
    assert latitude == pytest.approx(degrees(52, 39, 27.2531), abs=1e-8)
    assert longitude == pytest.approx(degrees(1, 43, 4.5177), abs=1e-8)


@pytest.mark.parametrize(
    ("easting", "northing", "latitude", "longitude"),
    [
        (651409.903, 313177.270, degrees(52, 39, 28.723), degrees(1, 42, 57.787)),
        (530047, 180422, 51.50777, -0.12753),
        (216676, 771282, 56.79680, -5.00356),
    ],
    ids=["the same point on WGS84", "Nelson's Column", "Ben Nevis"],
)
def test_well_known_places_lie_where_they_are(easting, northing, latitude, longitude):
    assert miles(*from_grid(easting, northing), latitude, longitude) < 0.01
