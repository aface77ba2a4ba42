"""What real feeds do, one by one, where no other test of a format holds it: nothing is lost, and nothing is made up."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from kiosk.directory import tables
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.report import Report
from kiosk.directory.opening_hours import open_now
from kiosk.directory.service import Service
from kiosk.directory.service_page import service_document
from kiosk.directory.sources import read
from kiosk.document.reading import readings
from kiosk.errors import InputError
from kiosk.language import words_in
from kiosk.search import Query, forget, search

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 24, 10, 30)
COLLECTIONS = ("schedules", "service_at_locations", "contacts", "languages", "cost_options", "attributes", "phones")


def bring_in(folder: Path, *services: Any, **envelope: Any) -> tuple[dict[str, Service], Report]:
    path = folder / "feed.json"
    path.write_text(json.dumps({"contents": list(services), **envelope}), encoding="utf-8")
    report = bring([path], folder / "into", TODAY, accept_fewer=True)
    found = [Service.from_record(record.body) for record in read(folder / "into") if record.kind == "service"]
    return {service.id: service for service in found}, report


def said(service: Service) -> str:
    return "\n".join(reading.text for reading in readings(service_document(service, words_in("en"), NOW)))


def bare(**more: Any) -> dict[str, Any]:
    return {"id": 1, "name": "Tea", "description": "Tea and talk.", **more}


def place(**location: Any) -> dict[str, Any]:
    return {"service_at_locations": [{"location": {"location_type": "physical", **location}}]}


@pytest.mark.parametrize("nothing", [None, "", [], {}, "null"])
def test_collections_that_are_null_or_blank_are_empty(tmp_path, nothing):
    service = bring_in(tmp_path, bare(**dict.fromkeys(COLLECTIONS, nothing)))[0]["1"]
    assert (service.schedules, service.places, service.costs, service.languages, service.phones) == ((), (), (), (), ())


@pytest.mark.parametrize("nothing", [None, "", "  ", "N/A", "n/a", "-", "null", "None"])
def test_texts_that_say_nothing_are_not_known(tmp_path, nothing):
    body = bare(url=nothing, email=nothing, fees_description=nothing, alert=nothing, eligibility_description=nothing)
    service = bring_in(tmp_path, body)[0]["1"]
    assert (service.url, service.email, service.fees_description, service.alert) == ("", "", "", "")
    assert "Cost not given" in said(service)


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (100, 101), (54.1, 30.0), (48.8, 2.3), ("north", "west")])
def test_points_that_cannot_be_are_not_kept(tmp_path, latitude, longitude):
    (found,) = bring_in(tmp_path, bare(**place(name="Hall", latitude=latitude, longitude=longitude)))[0]["1"].places
    assert (found.latitude, found.longitude, found.precision) == (None, None, "none")


def test_a_swapped_point_is_put_right_and_said(tmp_path):
    services, report = bring_in(tmp_path, bare(**place(name="Hall", latitude=-2.5, longitude=54.1)))
    assert (services["1"].places[0].latitude, services["1"].places[0].longitude) == (54.1, -2.5)
    assert "swapped-point" in {finding.code for finding in report.findings}


def test_half_a_postcode_stays_half(tmp_path):
    (found,) = bring_in(tmp_path, bare(**place(addresses=[{"city": "Vale", "postal_code": "HP5"}])))[0]["1"].places
    assert found.postcode == "HP5"


def test_a_service_without_a_place_and_one_with_many(tmp_path):
    many = {"service_at_locations": [{"location": {"name": f"Hall {n}"}} for n in range(40)]}
    services, _ = bring_in(tmp_path, bare(), {**bare(**many), "id": 2, "name": "Walks"})
    assert services["1"].places == ()
    assert len(services["2"].places) == 40
    assert "No address given." in said(services["1"])


def test_a_virtual_place_has_no_address(tmp_path):
    link = {"service_at_locations": [{"location": {"location_type": "virtual", "name": "A website"}}]}
    service = bring_in(tmp_path, bare(**link))[0]["1"]
    assert service.places[0].kind == "virtual"
    assert "A website" not in said(service)


def test_closed_for_now_is_shown_with_a_word_and_not_hidden(tmp_path):
    service = bring_in(tmp_path, bare(status="temporarily closed"))[0]["1"]
    assert "closed for now" in said(service)


def test_hours_that_ran_out_are_not_on_today(tmp_path):
    hours = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}
    service = bring_in(tmp_path, bare(schedules=[{**hours, "valid_to": "2005-01-01"}]))[0]["1"]
    assert open_now(service.schedules, NOW) is not True
    assert open_now(bring_in(tmp_path, bare(schedules=[hours]))[0]["1"].schedules, NOW) is True


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        ({"option": "Lunch", "amount": "0.00"}, "Lunch: Free"),
        ({"option": "Lunch", "amount": None}, "Lunch"),
        ({"option": "Lunch", "amount": "4.50"}, "Lunch: £4.50"),
        ({"option": "Lunch", "amount": 4.5, "currency": None}, "Lunch: £4.50"),
        ({"option": "Lunch", "amount": -1}, "Lunch"),
    ],
)
def test_nothing_to_pay_is_not_the_same_as_not_known(tmp_path, cost, words):
    service = bring_in(tmp_path, bare(cost_options=[cost]))[0]["1"]
    assert words in said(service).split("\n")
    assert service.is_free is None


def test_a_term_whose_parent_is_missing_or_itself_is_only_a_term(tmp_path):
    terms = [
        {"taxonomy_term": {"id": "a", "name": "Lunch clubs", "parent_id": "gone"}},
        {"taxonomy_term": {"id": "b", "name": "Circles", "parent_id": "b"}},
        {"taxonomy_term": {"id": "c", "name": "One", "parent_id": "d", "parent": {"id": "d", "parent_id": "c"}}},
    ]
    assert bring_in(tmp_path, bare(attributes=terms))[0]["1"].attributes == ("Lunch clubs", "Circles", "One")


def test_an_empty_page_does_not_wipe_what_was_there(tmp_path):
    bring_in(tmp_path, bare())
    (tmp_path / "feed.json").write_text('{"contents": [], "total_items": 0}', encoding="utf-8")
    with pytest.raises(InputError, match="nothing was changed"):
        bring([tmp_path / "feed.json"], tmp_path / "into", TODAY, accept_fewer=True)
    assert len([record for record in read(tmp_path / "into") if record.kind == "service"]) == 1


def test_a_service_that_was_renamed_keeps_its_key(tmp_path):
    bring_in(tmp_path, bare())
    services, _ = bring_in(tmp_path, bare() | {"name": "Coffee"})
    assert {service.key: service.name for service in services.values()} == {"feed:1": "Coffee"}


def test_alerts_come_first_on_the_page(tmp_path):
    service = bring_in(tmp_path, bare(alert="Flooded. Do not come."))[0]["1"]
    text = said(service)
    assert text.index("Flooded") < text.index("Tea and talk")


@pytest.mark.parametrize("words", ["tŷ", "ty", "Tŷ Hapus", "hapus", "😀", "café", "cafe", "CAFÉ 😀"])
def test_letters_of_welsh_and_pictures_in_a_search(tmp_path, words):
    bring_in(tmp_path, bare(name="Tŷ Hapus Café 😀"))
    connection = sqlite3.connect(":memory:")
    tables.write(Database(connection), read(tmp_path / "into"))
    found = search(connection, Query(words=words))
    forget(connection)
    connection.close()
    assert found.total == 1


def test_a_table_with_a_mark_quotes_over_lines_and_old_letters(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes('\ufeffname,description,phone\n"Tea","One\nTwo, ""three""",1617486414\n'.encode())
    bring([path], tmp_path / "a", TODAY)
    (body,) = [record.body for record in read(tmp_path / "a") if record.kind == "service"]
    assert (body["name"], body["description"]) == ("Tea", 'One\nTwo, "three"')
    assert body["phones"][0]["number"] == "01617486414"
    path.write_bytes("name,description\nCafé,Thé\n".encode("latin-1"))
    bring([path], tmp_path / "b", TODAY)
    (body,) = [record.body for record in read(tmp_path / "b") if record.kind == "service"]
    assert body["name"] == "Café"
