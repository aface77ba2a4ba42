"""``kiosk export``: all that we hold goes out and comes back, and hidden things stay hidden."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from exporting import run, texts_in
from finished_services import back, body, finished, text, write_source
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import resources
from kiosk.directory import sources
from kiosk.directory.exchange_fields import FIELDS, PREFIX
from kiosk.directory.exporters import write_export
from kiosk.directory.exporters.service_json import public_ids
from kiosk.directory.importers import oruk3
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service

_KEYS = [
    *(PREFIX + name if field.ours else name for kind in FIELDS.values() for name, field in kind.items()),
    "x_signpost_id", "x_signpost_status", "x_signpost_location", "taxonomy_term", "id",
]  # fmt: skip
FORMS = ["oruk3", "hsds-csv"]
HALL = {
    "id": "hall",
    "name": "Madeup Hall",
    "service_at_locations": [
        {
            "location": {
                "id": "l1",
                "name": "1 Hidden Street",
                "mask_exact_address": True,
                "latitude": 54.051234,
                "longitude": -2.481234,
                "transportation": "Bus to Hidden Street",
                "colour": "Hidden blue",
                "addresses": [{"address_1": "1 Hidden Street", "city": "Hexbridge", "postal_code": "ZX3 1AA"}],
            }
        }
    ],
    "staff_note": "Ring before noon",
}


def services_of(source: Path) -> dict[str, dict[str, Any]]:
    return {record.body["id"]: record.body for record in sources.read(source) if record.kind == "service"}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(bodies=st.lists(body, min_size=1, max_size=3))
def test_every_field_comes_back(form, bodies):
    kept = finished(bodies)
    if not kept:
        return
    with tempfile.TemporaryDirectory() as name:
        source = write_source(Path(name) / "source", kept)
        write_export.export(source, Path(name) / "out", form, with_notes=True)
        assert back(Path(name) / "out" / "vale") == kept


@pytest.mark.parametrize("form", FORMS)
def test_the_demonstration_comes_back_as_one_feed(form, tmp_path):
    report = Report()
    assert run(resources.demo_source(), "--format", form, "--into", tmp_path / "out").exit_code == 0
    found = back(tmp_path / "out" / "demo", report)
    assert len(found) == 214
    assert found == services_of(resources.demo_source())
    assert {finding.code for finding in report.findings} <= {"no-contact", "not-dated"}


def validator(sample_data: Path, name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((sample_data / "schemas" / "oruk30" / name).read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_exported_services_are_valid_by_the_published_schema(sample_data, tmp_path):
    run(resources.demo_source(), "--format", "oruk3", "--into", tmp_path / "out")
    full, short = validator(sample_data, "service.json"), validator(sample_data, "service_list.json")
    for path in (tmp_path / "out" / "demo" / "services").iterdir():
        service = json.loads(path.read_text(encoding="utf-8"))
        assert path.stem == service["id"]
        full.validate(service)
    page = json.loads((tmp_path / "out" / "demo" / "services.json").read_text(encoding="utf-8"))
    assert page["total_items"] == page["size"] == len(page["contents"]) == 214
    for service in page["contents"]:
        short.validate(service)
        assert "service_at_locations" not in service


@settings(max_examples=60)
@given(bodies=st.lists(body, min_size=1, max_size=2))
def test_any_exported_service_is_valid(sample_data, bodies):
    kept = finished(bodies)
    ids = public_ids("vale", kept)
    checker = validator(sample_data, "service.json")
    for own, found in kept.items():
        checker.validate(write_export.service_object(found, ids[own]))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_hidden_stays_hidden(form, tmp_path):
    source = write_source(tmp_path / "source", {"hall": HALL, "two": {"id": "two", "name": "Madeup Secret"}})
    (source / "corrections.csv").write_text(
        "service,action,field,value\nvale:two,hide,,\nvale:hall,mend,email,a@b.example\n", encoding="utf-8"
    )
    result = run(source, "--format", form, "--into", tmp_path / "out")
    assert result.exit_code == 0
    assert "left out, as no format has a place for it: location.colour" in result.output
    written = texts_in(tmp_path / "out")
    assert not [word for word in ("Hidden", "ZX3 1AA", "54.051", "Secret", "before noon") if word in written]
    found = back(tmp_path / "out" / "vale")["hall"]
    assert found["email"] == "a@b.example"
    location = found["service_at_locations"][0]["location"]
    assert location["addresses"] == [{"city": "Hexbridge", "postal_code": "ZX3"}]
    assert (location["latitude"], location["longitude"], location["geo_precision"]) == (54.05, -2.48, "sector")
    run(source, "--format", form, "--into", tmp_path / "noted", "--with-notes")
    assert back(tmp_path / "noted" / "vale")["hall"]["staff_note"] == "Ring before noon"


def test_what_we_do_not_know_is_not_filled_in_on_the_way_back(tmp_path):
    link = {"location": {"addresses": [{"city": "Hexbridge"}]}}
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One", "service_at_locations": [link]}})
    run(source, "--format", "oruk3", "--into", tmp_path / "out")
    (path,) = (tmp_path / "out" / "vale" / "services").iterdir()
    service = json.loads(path.read_text(encoding="utf-8"))
    assert service["status"] == "active"
    assert service["service_at_locations"][0]["location"]["addresses"][0]["country"] == ""
    location = {"addresses": [{"city": "Hexbridge"}], "geo_precision": "none"}
    assert back(tmp_path / "out" / "vale")["1"] == {
        "id": "1", "name": "One", "source_id": "vale", "service_at_locations": [{"location": location}]
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_check_by_the_council_goes_out_as_a_day_and_no_feed_can_say_it_again(form, tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One", "assured_date": "2026-01-02"}})
    (source / "corrections.csv").write_text(
        "service,action,field,value,checked_by\nvale:1,verified,,2026-11-20,ward office\n", encoding="utf-8"
    )
    assert run(source, "--format", form, "--into", tmp_path / "out").exit_code == 0
    assert "ward office" not in texts_in(tmp_path / "out")
    assert back(tmp_path / "out" / "vale")["1"] == {
        "id": "1", "name": "One", "source_id": "vale", "assured_date": "2026-11-20"
    }  # fmt: skip
    forged = {"id": "1", "name": "One", "x_signpost_id": "1", "x_signpost_verified_date": "2026-11-20"}
    assert "verified_date" not in oruk3.service_body(forged)


@pytest.mark.parametrize("form", FORMS)
def test_strange_ids_and_names_lead_nowhere_else(form, tmp_path):
    ids = ["../../etc/passwd", "a/b", "/root", "..", "x" * 300, "NUL", "CON", "=cmd|' /C calc'!A0", "a\\b", "🦊", "Ａ"]
    bodies = {own: {"id": own, "name": f'=N"{own}\n🦊'} for own in ids}
    source = write_source(tmp_path / "source", bodies)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert run(source, "--format", form, "--into", tmp_path / "out").exit_code == 0
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert all(path.is_relative_to(tmp_path / "out") and len(path.name) < 60 for path in written)
    assert {own: found["name"] for own, found in back(tmp_path / "out" / "vale").items()} == {
        own: f'=N"{own} 🦊' for own in ids
    }
    if form == "hsds-csv":
        assert not [line for line in texts_in(tmp_path / "out").split("\n") if ",=" in line or ',"=' in line]


def test_ids_are_the_same_each_time_and_never_two_of_one(tmp_path):
    real = "0b0cf4a4-6f0c-4d0f-9c2b-3f3d0c1c7a5e"
    made = public_ids("vale", ["1"])["1"]
    ids = public_ids("vale", ["1", made, real, real.upper()])
    assert ids[made] == made
    assert ids[real] == real
    assert len(set(ids.values())) == 4
    assert public_ids("vale", ["2", "1"])["1"] == made
    assert public_ids("dale", ["1"])["1"] != made


def test_two_places_with_one_id_stay_two_in_tables(tmp_path):
    def service(number: str, street: str) -> dict[str, Any]:
        location = {"id": "l", "addresses": [{"address_1": street}], "geo_precision": "none"}
        links = [{"id": "k", "location": location}, {"id": "k", "location": location}]
        return {"id": number, "name": number, "source_id": "vale", "service_at_locations": links}

    bodies = {"1": service("1", "Here"), "2": service("2", "There"), "3": service("3", "Here")}
    source = write_source(tmp_path / "source", bodies)
    run(source, "--format", "hsds-csv", "--into", tmp_path / "out")
    assert back(tmp_path / "out" / "vale") == bodies
    assert (tmp_path / "out" / "vale" / "locations.csv").read_text(encoding="utf-8-sig").count("\n") == 3


def test_a_table_edited_by_hand_keeps_what_stands_in_it(tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One", "is_free": True}})
    run(source, "--format", "hsds-csv", "--into", tmp_path / "out")
    table = tmp_path / "out" / "vale" / "services.csv"
    head, row, _ = table.read_text(encoding="utf-8-sig").split("\n")
    columns = head.strip().split(",")
    new = {"id": "9", "name": "MADEUP LUNCH CLUB", "is_free": "false"}
    rows = [head, row.replace("One", "Uno"), ",".join(new.get(column, "") for column in columns)]
    table.write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "out" / "vale" / "phones.csv").write_text("id,service_id,number\n1,9,01632 960123\n", encoding="utf-8")
    found = back(tmp_path / "out" / "vale")
    assert (found["1"]["name"], found["1"]["is_free"]) == ("Uno", True)
    assert (found["9"]["name"], found["9"]["is_free"]) == ("Madeup Lunch Club", False)
    assert found["9"]["phones"] == [{"number": "01632 960123", "type": "voice"}]
    assert {facet["origin"] for facet in found["9"]["facets"]} == {"rule"}


def test_the_list_alone_still_names_every_service_and_its_kind(tmp_path):
    facets = [{"kind": "type", "id": "telecare", "origin": "feed"}]
    source = write_source(
        tmp_path / "source", {"1": {"id": "1", "name": "One", "email": "a@b.example", "facets": facets}}
    )
    run(source, "--format", "oruk3", "--into", tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / "vale" / "services")
    found = back(tmp_path / "out" / "vale")["1"]
    assert (found["name"], found["email"], found["facets"]) == ("One", "a@b.example", facets)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(_KEYS), _JSON))
def test_no_value_under_our_own_names_is_an_error(given_body):
    service = {**given_body, "name": "One", "x_signpost_id": "1"}
    for found in finished([oruk3.service_body(oruk3.packed(service))]).values():
        Service.from_record(found)
        assert all(facet["kind"] and facet["id"] and facet["origin"] for facet in found.get("facets", ()))


def test_people_are_not_read_back_from_an_export_that_was_added_to(tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One"}})
    run(source, "--format", "oruk3", "--into", tmp_path / "out")
    (path,) = (tmp_path / "out" / "vale" / "services").iterdir()
    service = json.loads(path.read_text(encoding="utf-8"))
    contact = {"name": "Ann Persona", "phones": [{"number": "01632 960123"}]}
    path.write_text(json.dumps({**service, "contacts": [contact], "x_signpost_contacts": [contact]}), encoding="utf-8")
    assert "Persona" not in str(back(tmp_path / "out" / "vale"))
