"""Outlines of areas: read from GeoJSON, made small, and turned into the small map of a service's place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest
from small_sources import write_source

from kiosk.directory.maps import Spot, is_inside, place_map, spots_of
from kiosk.directory.outlines import read_outlines, simplified
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.errors import InputError

WEST = [[-2.50, 54.05], [-2.45, 54.05], [-2.45, 54.10], [-2.50, 54.10], [-2.50, 54.05]]
EAST = [[-2.45, 54.05], [-2.40, 54.05], [-2.40, 54.10], [-2.45, 54.10], [-2.45, 54.05]]


def feature(ring: list[Any], kind: str = "Polygon", **properties: str) -> dict[str, Any]:
    corners = [ring] if kind == "Polygon" else ring
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": corners}}


def outlines(folder: Path, *features: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "outlines.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    return folder


def place(identity: str, latitude: float | None, longitude: float | None, **more: Any) -> dict[str, Any]:
    found = {"location_type": "physical", "latitude": latitude, "longitude": longitude, "geo_precision": "exact"}
    address = {"city": "Westby", "postal_code": "ZX1 1AA"}
    return {"id": identity, "location": {**found, "id": identity, "addresses": [address], **more}}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    source = tmp_path / "vale"
    write_source(source)
    outlines(source / "places", feature(WEST, WD25NM="Westby"), feature(EAST, WD25NM="Eastby"))
    (source / "places" / "sectors.csv").write_text("sector,lat,lon\nZX2 1,54.07,-2.43\n", encoding="utf-8")
    feed = source / "directory" / "vale"
    feed.mkdir(parents=True)
    (feed / "source.json").write_text('{"name": "Vale"}', encoding="utf-8")
    services = [
        {"id": "tea", "name": "Tea", "service_at_locations": [place("1", 54.08, -2.48)]},
        {"id": "refuge", "name": "Refuge", "service_at_locations": [place("2", 54.08, -2.48, mask_exact_address=True)]},
        {
            "id": "about", "name": "About",
            "service_at_locations": [place("3", None, None, addresses=[{"postal_code": "ZX2 1ZZ"}])],
        },
        {"id": "away", "name": "Away", "service_at_locations": [place("4", 55.0, -2.0)]},
        {"id": "two", "name": "Two", "service_at_locations": [place("5", 54.06, -2.49), place("6", 54.09, -2.42)]},
    ]  # fmt: skip
    (feed / "records.jsonl").write_text("".join(json.dumps(body) + "\n" for body in services), encoding="utf-8")
    edition = open_edition(build(source, tmp_path / "edition").folder)
    yield edition.connection
    edition.close()


def test_the_map_shows_the_area_that_holds_the_service_and_its_neighbour(connection):
    found = place_map(connection, spots_of(connection, "vale:tea"), None)
    assert found is not None
    assert found.area == "Westby"
    assert [(area.name, area.here) for area in found.areas] == [("Eastby", False), ("Westby", True)]
    (mark,) = found.marks
    assert (mark.kind, mark.radius) == ("service", 0.0)
    assert is_inside(mark.at, found.areas[-1].rings)
    assert not is_inside(mark.at, found.areas[0].rings)


def test_north_is_up_and_a_mile_is_a_mile(connection):
    south, north = Spot(54.06, -2.48), Spot(54.06 + 1 / 69.0934, -2.48)
    found = place_map(connection, (south, north), south)
    assert found is not None
    kiosk, far, here = found.marks
    assert (kiosk.kind, far.kind, here.kind) == ("kiosk", "service", "service")
    assert here.at == kiosk.at
    assert far.at[0] == pytest.approx(here.at[0])
    assert here.at[1] - far.at[1] == pytest.approx(1.0, abs=0.001)
    assert found.bar <= found.wide / 3


def test_everything_that_matters_is_in_view(connection):
    kiosk = Spot(54.12, -2.35)
    found = place_map(connection, spots_of(connection, "vale:tea"), kiosk)
    assert found is not None
    points = [*(mark.at for mark in found.marks), *found.areas[-1].rings[0]]
    assert all(0 < x < found.wide and 0 < y < found.high for x, y in points)
    assert found.bearing == pytest.approx(242, abs=3)
    assert found.distance == pytest.approx(5.94, abs=0.1)


def test_a_private_address_has_no_spot(connection):
    assert spots_of(connection, "vale:refuge") == ()
    assert place_map(connection, (), None) is None


def test_a_place_known_only_by_its_sector_gets_a_circle(connection):
    (spot,) = spots_of(connection, "vale:about")
    assert spot.about_miles > 0
    found = place_map(connection, (spot,), None)
    assert found is not None
    assert found.about
    assert found.area == "Eastby"


def test_outside_every_outline_there_is_no_map(connection):
    assert place_map(connection, spots_of(connection, "vale:away"), None) is None


def test_a_kiosk_far_away_is_left_out(connection):
    found = place_map(connection, spots_of(connection, "vale:tea"), Spot(51.5, -0.1))
    assert found is not None
    assert [mark.kind for mark in found.marks] == ["service"]
    assert found.bearing is None


def test_of_several_places_the_nearest_to_the_kiosk_decides(connection):
    found = place_map(connection, spots_of(connection, "vale:two"), Spot(54.09, -2.421))
    assert found is not None
    assert found.area == "Eastby"


def test_the_smallest_of_areas_in_one_another_is_named(tmp_path):
    source = tmp_path / "vale"
    write_source(source)
    inner = [[-2.48, 54.07], [-2.46, 54.07], [-2.46, 54.09], [-2.48, 54.09], [-2.48, 54.07]]
    outlines(source / "places", feature(inner, name="Ward"), feature(WEST, name="District"))
    edition = open_edition(build(source, tmp_path / "edition").folder)
    found = place_map(edition.connection, (Spot(54.08, -2.47),), None)
    edition.close()
    assert found is not None
    assert found.area == "Ward"


def test_a_hole_is_outside():
    hole = tuple((x * 0.5, y * 0.5) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)))
    square = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0))
    assert is_inside((0.8, 0.0), (square, hole))
    assert not is_inside((0.1, 0.0), (square, hole))
    assert not is_inside((1.1, 0.0), (square, hole))


def test_an_outline_of_many_corners_is_made_small_and_keeps_its_shape():
    ring = [(-2.5 + 0.1 * cos(n * pi / 5000), 54.0 + 0.06 * sin(n * pi / 5000)) for n in range(10_001)]
    (small,) = simplified([ring])
    assert 30 < len(small) <= 400
    assert small[0] == small[-1]
    assert max(x for x, _y in small) == pytest.approx(-2.4, abs=0.001)
    assert min(y for _x, y in small) == pytest.approx(53.94, abs=0.001)


def test_a_thousand_islands_are_made_few():
    def island(n: int) -> list[tuple[float, float]]:
        side = 0.0005 + n * 0.00001
        x, y = -2.5 + n % 40 * 0.02, 54 + n // 40 * 0.02
        return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]

    small = simplified([island(n) for n in range(1000)])
    assert 0 < sum(map(len, small)) <= 400


def test_an_outline_too_small_to_draw_is_kept_as_it_is():
    speck = [(-2.5, 54.0), (-2.50001, 54.0), (-2.50001, 54.00001), (-2.5, 54.0)]
    assert simplified([speck]) == [speck]


def test_several_parts_and_names_met_twice(tmp_path):
    places = outlines(tmp_path, feature([[WEST], [EAST]], "MultiPolygon", LAD23NM="Vale"), feature(EAST, name="Vale"))
    records = read_outlines(places)
    assert [record.key for record in records] == ["Vale", "Vale 2"]
    assert [len(record.body["rings"]) for record in records] == [2, 1]


WRONG = [
    ([feature(WEST)], "outline 1 has no name"),
    ([{"type": "Feature", "properties": {"name": "X"}, "geometry": {"type": "Point", "coordinates": [0, 0]}}],
     "no outlines"),
    ([feature([[y, x] for x, y in WEST], name="Swapped")], "outline 1 is not in longitude and latitude"),
    ([feature([[380000, 400000]] * 4, name="Grid")], "outline 1 is not in longitude and latitude"),
    ([feature([["a", "b"]] * 4, name="Words")], "outline 1 is not in longitude and latitude"),
]  # fmt: skip


@pytest.mark.parametrize(("features", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_with_outlines_is_said(tmp_path, features, said):
    with pytest.raises(InputError, match=said) as raised:
        read_outlines(outlines(tmp_path, *features))
    assert str(raised.value).startswith(str(tmp_path / "outlines.geojson"))


def test_what_is_no_geojson_is_said(tmp_path):
    (tmp_path / "outlines.geojson").write_text('["not", "this"]', encoding="utf-8")
    with pytest.raises(InputError, match="not GeoJSON with a list of features"):
        read_outlines(tmp_path)


def test_no_outlines_are_no_records(tmp_path):
    assert read_outlines(tmp_path) == []
