"""Outpost's table: rows that belong together become one service, and what Outpost hides stays hidden."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_workbooks import xlsx

from kiosk.directory.importers import outpost_csv
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.content import Content, read_contents
from kiosk.directory.importers.detect import format_of
from kiosk.directory.importers.report import Report
from kiosk.directory.service import Service
from kiosk.directory.sources import read

TODAY = date(2026, 11, 22)
HEADER = [
    "import_id", "import_id_reference", "name", "description", "organisation", "url", "approved", "visible_from",
    "visible_to", "visible", "needs_referral", "min_age", "max_age", "notes", "service_taxonomies", "contact_name",
    "contact_title", "contact_visible", "contact_email", "contact_phone", "location_name", "location_latitude",
    "location_longitude", "location_address_1", "location_city", "location_postcode", "location_visible",
    "mask_exact_address", "location_accessibilities", "free", "cost_option", "cost_amount", "cost_type",
    "temporarily_closed", "schedules_opens_at", "schedules_closes_at", "scheduled_weekday", "labels", "suitabilities",
    "send_needs_support",
]  # fmt: skip
CLUB = {
    "import_id": "1", "name": "Larkmere Lunch Club", "description": "Hot lunch.\n\nCome and see.",
    "organisation": "Vale Friends", "url": "www.lunch.test", "approved": "TRUE", "visible": "TRUE",
    "needs_referral": "TRUE", "min_age": "0", "max_age": "100", "notes": "SECRET note",
    "service_taxonomies": "Meals; Clubs", "contact_name": "SECRET Name", "contact_title": "SECRET chief",
    "contact_visible": "TRUE", "contact_email": "club@lunch.test", "contact_phone": "1632960123",
    "location_name": "Mill Hall", "location_latitude": "54.09", "location_longitude": "-2.47",
    "location_address_1": "3 Mill Lane", "location_city": "Larkmere", "location_postcode": "ZX1 1AA",
    "location_visible": "TRUE", "mask_exact_address": "FALSE", "location_accessibilities": "Hoist; Hearing loop",
    "free": "FALSE", "cost_option": "Adults", "cost_amount": "4.50", "cost_type": "per meal",
    "schedules_opens_at": "09:00:00", "schedules_closes_at": "12:30:00", "scheduled_weekday": "monday",
    "labels": "SECRET label", "suitabilities": "Older people;Dementia;Visual and / or hearing impediment",
    "send_needs_support": "Autism; Mobility",
}  # fmt: skip
MORE = {"import_id_reference": "1"}


def rows_of(*bodies):
    return [HEADER, *([body.get(name, "") for name in HEADER] for body in bodies)]


def sheet(*bodies) -> Content:
    return Content(Path("outpost.csv"), "", cells=tuple(enumerate(rows_of(*bodies), 1)))


def brought(*bodies) -> tuple[dict[str, Service], Report]:
    report = Report()
    found = [Service.from_record(body) for _, body in outpost_csv.read(sheet(*bodies), report, TODAY)]
    return {service.name: service for service in found}, report


def test_a_row_is_a_service_as_other_feeds_make_it(tmp_path):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows_of(CLUB))
    path = tmp_path / "services.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    report = bring([path], tmp_path / "into", TODAY)
    (club,) = [Service.from_record(record.body) for record in read(tmp_path / "into") if record.kind == "service"]
    assert report.sources[0]["format"] == "outpost_csv"
    assert (club.key, club.description) == ("services:1", "Hot lunch.\nCome and see.")
    assert (club.organization.name, club.url, club.email) == (
        "Vale Friends",
        "http://www.lunch.test",
        "club@lunch.test",
    )
    assert (club.referral_required, club.is_free, club.minimum_age, club.maximum_age) == (True, False, None, 100)
    assert club.phones[0].number == "01632960123"
    (place,) = club.places
    assert (place.name, place.lines, place.city, place.postcode) == (
        "Mill Hall",
        ("3 Mill Lane",),
        "Larkmere",
        "ZX1 1AA",
    )
    assert [fact.description for fact in place.access] == ["Hoist", "Hearing loop"]
    (cost,) = club.costs
    assert (cost.option, cost.amount, cost.description) == ("Adults", 4.5, "per meal")
    (row,) = club.schedules
    assert (row.byday, str(row.opens_at), str(row.closes_at)) == ("MO", "09:00:00", "12:30:00")
    assert set(club.facet_ids("beneficiary")) >= {"older-people", "dementia", "sensory-loss", "autism"}
    assert "SECRET" not in (tmp_path / "into/directory/services/records.jsonl").read_text(encoding="utf-8")


def test_who_it_is_for_keeps_its_vocabulary():
    ((_, body),) = outpost_csv.read(sheet(CLUB), Report(), TODAY)
    kinds = {(item["vocabulary"], item["name"], item["link_type"]) for item in body["attributes"]}
    assert kinds >= {
        ("suitability", "Dementia", "eligibility"), ("send_need", "Mobility", "eligibility"), ("outpost", "Meals", ""),
    }  # fmt: skip


def test_more_rows_join_the_first_wherever_they_stand():
    found, report = brought(
        MORE | {"import_id": "9", "schedules_opens_at": "hh:mm:ss", "scheduled_weekday": "tuesday"},
        CLUB,
        MORE | {"cost_option": "Under 60", "cost_amount": "0", "cost_type": "per meal"},
        MORE | {"location_name": "Second Hall", "location_postcode": "ZX1 1AB", "location_visible": "TRUE"},
        MORE | {"contact_visible": "TRUE", "contact_phone": "01632 960124"},
        MORE | {"contact_visible": "TRUE", "contact_phone": "01632960123", "suitabilities": "Autism; Dementia"},
        {"import_id_reference": "9", "cost_option": "Late", "cost_type": "per day"},
    )
    club = found["Larkmere Lunch Club"]
    assert len(found) == 1
    assert [(row.byday, row.opens_at is None) for row in club.schedules] == [("MO", False), ("TU", True)]
    assert [(cost.option, cost.amount) for cost in club.costs] == [("Adults", 4.5), ("Under 60", 0.0), ("Late", None)]
    assert [place.name for place in club.places] == ["Mill Hall", "Second Hall"]
    assert [phone.number for phone in club.phones] == ["01632960123", "01632 960124"]
    assert club.attributes.count("Dementia") == 1
    assert not report.findings


def test_rows_that_belong_nowhere_are_named():
    _, report = brought(CLUB, {"import_id_reference": "77", "notes": "x"}, CLUB | {"name": "Other"})
    assert [(finding.level, finding.code, finding.line) for finding in report.findings] == [
        ("error", "same-id", 4), ("error", "no-first-row", 3),
    ]  # fmt: skip


def test_references_in_a_circle_end():
    circle = {"import_id": "7", "import_id_reference": "8"}, {"import_id": "8", "import_id_reference": "7"}
    found, report = brought(CLUB, *circle, {"import_id": "2", "import_id_reference": "2", "name": "Its own"})
    assert list(found) == ["Larkmere Lunch Club", "Its own"]
    assert report.count("error") == 2


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"visible": "FALSE"}, False), ({"approved": "FALSE"}, False), ({"visible_to": "2026-11-21"}, False),
        ({"visible_from": "23/11/2026"}, False), ({"visible_from": "2026-11-22", "visible_to": "2026-11-22"}, True),
        ({"visible": "", "approved": ""}, True),
    ],
)  # fmt: skip
def test_what_outpost_would_not_show_is_left_out(said, shown):
    found, report = brought(CLUB | said)
    assert bool(found) is shown
    assert [finding.code for finding in report.findings] == ([] if shown else ["not-shown"])


def test_contacts_and_places_that_are_not_to_be_seen_are_not_read():
    found, _ = brought(CLUB | {"contact_visible": "FALSE", "location_visible": "FALSE"})
    club = found["Larkmere Lunch Club"]
    assert (club.phones, club.email, club.places) == ((), "", ())


def test_an_address_that_is_to_be_masked_is_masked(tmp_path):
    path = xlsx(tmp_path / "services.xlsx", {"Sheet1": rows_of(CLUB | {"mask_exact_address": "TRUE"})})
    bring([path], tmp_path / "into", TODAY)
    (club,) = [Service.from_record(record.body) for record in read(tmp_path / "into") if record.kind == "service"]
    (place,) = club.places
    assert (place.masked, place.lines, place.name, place.postcode) == (True, (), "", "ZX1")


def test_closed_for_now_is_shown_as_such():
    assert brought(CLUB | {"temporarily_closed": "TRUE"})[0]["Larkmere Lunch Club"].is_closed_for_now
    assert not brought(CLUB)[0]["Larkmere Lunch Club"].is_closed_for_now


def test_nothing_said_stays_not_known():
    (bare,) = brought({"import_id": "5", "name": "Bare"})[0].values()
    assert (bare.is_free, bare.referral_required, bare.schedules, bare.costs, bare.places) == (None, None, (), (), ())


def test_outposts_own_samples(sample_data, tmp_path):
    for name in ("services.csv", "services--with-sample-data.csv"):
        assert format_of(read_contents(sample_data / "outpost" / name)[0]).kind == "outpost_csv"
    report = bring([sample_data / "outpost/services--with-sample-data.csv"], tmp_path / "into", TODAY)
    (shown,) = [Service.from_record(record.body) for record in read(tmp_path / "into") if record.kind == "service"]
    assert (shown.name, shown.is_free, len(shown.places[0].access)) == ("Second example service", True, 13)
    assert set(shown.facet_ids("beneficiary")) >= {"sensory-loss", "older-people", "learning-disability"}
    assert [finding.code for finding in report.findings if finding.level == "warning"].count("not-shown") == 1


_VALUES = st.text(max_size=8) | st.sampled_from(["1", "2", "TRUE", "FALSE", "monday", "09:00", "-1", "1e999", "a;b;;"])


@settings(deadline=None, max_examples=100)
@given(st.lists(st.dictionaries(st.sampled_from(HEADER), _VALUES, max_size=12), max_size=6))
def test_no_row_is_an_error(bodies):
    for _, body in outpost_csv.read(sheet(*bodies), Report(), TODAY):
        Service.from_record(body)
