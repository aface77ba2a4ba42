"""Lists that are too large to be held are read line by line: CQC's lists of all England, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cqc_tables import HOME, LOCATIONS, RATINGS, as_csv, rated, table, written

from kiosk.directory import reading_json
from kiosk.directory.importers import cqc_ratings, large_tables
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import read_content
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)
MANY = [rated("Overall", "Good", identity=f"1-9{number:03}") for number in range(100)]


@pytest.fixture(autouse=True)
def _little_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_json, "MAX_BYTES", 2_000)


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return as_csv(tmp_path / "HSCA_Active_Locations.csv", table(LOCATIONS, HOME))


def test_large_ratings_are_read_to_their_last_line(places: Path, tmp_path: Path) -> None:
    ratings = as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, *MANY, rated("Overall", "Outstanding")])
    assert ratings.stat().st_size > reading_json.MAX_BYTES
    bring([places, ratings], tmp_path / "into", TODAY)
    (manor,) = written(tmp_path / "into").values()
    assert manor.registration.rating == "Outstanding"


def test_what_is_large_is_read_as_what_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ratings = as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, *MANY])
    large = cqc_ratings.read_ratings(read_content(ratings))
    monkeypatch.setattr(reading_json, "MAX_BYTES", 10_000_000)
    assert large == cqc_ratings.read_ratings(read_content(ratings))
    assert len(large) == 100


def test_a_large_list_of_an_old_spreadsheet_keeps_its_letters(tmp_path: Path) -> None:
    homes = [HOME | {"Location ID": f"1-{number}", "Location Name": f"Café {number}"} for number in range(20)]
    path = as_csv(tmp_path / "HSCA_Active_Locations.csv", table(LOCATIONS, *homes))
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert path.stat().st_size > reading_json.MAX_BYTES
    bring([path], tmp_path / "into", TODAY)
    assert set(written(tmp_path / "into")) == {f"Café {number}" for number in range(20)}


def test_another_large_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("Name,Description\n" + "Tea and Talk,Company and tea\n" * 100, encoding="utf-8")
    with pytest.raises(InputError, match=r"larger than .*only CQC's lists may be"):
        bring([path], tmp_path / "into", TODAY)
    assert not (tmp_path / "into").exists()


def test_large_json_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "feed.txt"
    path.write_text("[" + "1," * 2_000 + "1]", encoding="utf-8")
    with pytest.raises(InputError, match="larger than"):
        read_content(path)


def test_zero_bytes_far_down_are_told_with_their_line(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, *MANY])
    path.write_bytes(path.read_bytes() + b"1-1,\0\n")
    with pytest.raises(InputError, match="zero bytes") as caught:
        read_content(path)
    assert caught.value.line == 102


def test_there_is_an_end_to_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ratings = as_csv(tmp_path / "Latest_ratings.csv", [RATINGS, *MANY])
    monkeypatch.setattr(cqc_ratings, "MOST_PLACES", 99)
    with pytest.raises(InputError, match="more than 99 places"):
        cqc_ratings.read_ratings(read_content(ratings))
    monkeypatch.setattr(large_tables, "MOST_BYTES", 5_000)
    with pytest.raises(InputError, match="larger than"):
        read_content(ratings)
