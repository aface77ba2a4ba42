"""Open Referral UK 3.0 feeds as they really come: envelopes, placeholders, HTML, people, hidden addresses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.importers import oruk3
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service
from kiosk.directory.sources import read

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 22)


def bring_in(value: Any, folder: Path, name: str = "feed.json") -> tuple[dict[str, Service], Report]:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    report = bring([path], folder / "into", TODAY)
    found = [Service.from_record(record.body) for record in read(folder / "into") if record.kind == "service"]
    return {service.id: service for service in found}, report


@pytest.fixture
def page() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / "feed_page.json").read_text(encoding="utf-8"))
    return found


def test_a_list_page(page, tmp_path):
    services, report = bring_in(page, tmp_path)
    assert set(services) == {"7", "8"}
    codes = {(finding.level, finding.code) for finding in report.findings}
    assert ("warning", "not-active") in codes
    assert ("error", "no-name") in codes
    assert ("warning", "old-cost") in codes


@pytest.mark.parametrize("wrap", ["content", "Items", "results", "DATA", "services"])
def test_envelopes(page, tmp_path, wrap):
    services, _ = bring_in({"totalItems": 2, wrap: page["contents"][:2]}, tmp_path)
    assert set(services) == {"7", "8"}


@pytest.mark.parametrize(("count", "pages"), [("total_items", "total_pages"), ("totalItems", "totalPages")])
def test_a_page_of_3_0_is_not_taken_for_one_of_1_0(page, tmp_path, count, pages):
    bare = [{key: item[key] for key in ("id", "name", "description")} for item in page["contents"][:2]]
    _, report = bring_in({count: 2, pages: 1, "contents": bare}, tmp_path)
    assert [source["format"] for source in report.sources] == ["oruk3"]


def test_array_single_object_lines_and_folder(page, tmp_path):
    one, two = page["contents"][:2]
    for number, (text, name) in enumerate(
        [
            (json.dumps([one, two]), "a.json"),
            (json.dumps(one), "b.json"),
            (json.dumps(one) + "\n" + json.dumps(two) + "\n", "c.jsonl"),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert "7" in bring_in(text, folder, name)[0]
    folder = tmp_path / "folder"
    folder.mkdir()
    short = {"id": 7, "name": "Vale Walkers", "description": "x"}
    (folder / "page1.json").write_text(json.dumps({"contents": [short]}))
    (folder / "full.json").write_text(json.dumps(one))
    (folder / "zz.json").write_text('{"version": "3.0"}')
    report = bring([folder], tmp_path / "all", TODAY)
    (service,) = [Service.from_record(r.body) for r in read(tmp_path / "all") if r.kind == "service"]
    assert service.places, "the fuller of two records with the same id is kept"
    assert any(finding.code == "not-services" for finding in report.findings)


def test_html_becomes_text_with_bullets(page, tmp_path):
    services, _ = bring_in(page, tmp_path)
    assert services["7"].description == "About\nWalks & talks every week.\n- Flat paths\n- Tea after"


def test_placeholders_are_not_known(page, tmp_path):
    walkers = bring_in(page, tmp_path)[0]["7"]
    assert (walkers.minimum_age, walkers.maximum_age) == (None, None)
    assert (walkers.email, walkers.organization.website) == ("", "")
    assert walkers.languages == ()


def test_phones_of_contacts_with_labels_but_without_people(page, tmp_path):
    walkers = bring_in(page, tmp_path)[0]["7"]
    assert [(p.number, p.description, p.extension) for p in walkers.phones] == [
        ("01632 960003", "Walk line", ""),
        ("0163 2960004", "", "12"),
    ]
    written = (tmp_path / "into/directory/feed/records.jsonl").read_text(encoding="utf-8")
    assert "Carla" not in written
    assert "person@" not in written
    assert "carla@" not in written


def test_codes_and_audiences_become_facets_by_crosswalk(page, tmp_path):
    walkers = bring_in(page, tmp_path)[0]["7"]
    assert {(f.kind, f.id, f.origin) for f in walkers.facets} >= {
        ("type", "activities-and-exercise", "crosswalk"),
        ("beneficiary", "older-people", "crosswalk"),
    }


def test_equal_schedules_stand_once_and_amounts_as_text_are_numbers(page, tmp_path):
    walkers = bring_in(page, tmp_path)[0]["7"]
    assert len(walkers.schedules) == 1
    assert [(cost.option, cost.amount) for cost in walkers.costs] == [("Adult", 2.5)]


def test_a_refuges_address_is_hidden(page, tmp_path):
    services, report = bring_in(page, tmp_path)
    place = services["8"].places[0]
    assert place.masked
    assert (place.lines, place.name, place.postcode, place.latitude) == ((), "", "ZX1", 54.08)
    assert "Hidden Street" not in (tmp_path / "into/directory/feed/records.jsonl").read_text(encoding="utf-8")
    assert any(finding.code == "hidden-address" for finding in report.findings)


def test_part_of_a_feed_is_reported(page, tmp_path):
    page["total_items"] = 874
    _, report = bring_in(page, tmp_path)
    assert any(finding.code == "part-of-feed" and "874" in finding.message for finding in report.findings)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=12,
)
_FIELDS = st.sampled_from(
    ["id", "name", "description", "schedules", "contacts", "phones", "service_at_locations", "organization",
     "languages", "cost_options", "attributes", "pc_metadata", "pc_targetAudience", "minimum_age",
     "location", "addresses", "status"]
)  # fmt: skip


@given(st.dictionaries(_FIELDS, _JSON | st.dictionaries(_FIELDS, _JSON, max_size=3), max_size=8))
def test_no_value_of_a_feed_is_an_error(body):
    content = Content(Path("x.json"), "", ((1, {"contents": [body]}),))
    for _, service in oruk3.read(content, Report()):
        json.dumps(service)
        Service.from_record(service)


def test_a_real_feed(sample_data, tmp_path):
    report = bring([sample_data / "oruk30_live"], tmp_path / "into", TODAY)
    services = [Service.from_record(record.body) for record in read(tmp_path / "into") if record.kind == "service"]
    assert len(services) == 3
    first = next(service for service in services if service.name == "1625 Independent People")
    assert [(phone.number, phone.description) for phone in first.phones][1] == ("0117 332 7111", "Bristol Youth MAPS")
    assert not any("<" in service.description or "noemail" in service.email for service in services)
    assert any(finding.code == "part-of-feed" for finding in report.findings)
