"""Open Referral UK 1.0 and Outpost feeds: odd plurals, weekdays, flat telephones, dates to be seen in."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.report import Report
from kiosk.directory.importers.schedule_rows import byday_of, schedule_row
from kiosk.directory.service import Service
from kiosk.directory.sources import read

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 22)


def bring_in(value: Any, folder: Path) -> tuple[dict[str, Service], Report]:
    path = folder / "feed.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    report = bring([path], folder / "into", TODAY)
    found = [Service.from_record(record.body) for record in read(folder / "into") if record.kind == "service"]
    return {service.id: service for service in found}, report


@pytest.fixture
def old() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / "old_service.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def page() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / "outpost_page.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("wrap", ["content", "CONTENT", "services"])
def test_envelopes_of_old_feeds(old, tmp_path, wrap):
    services, report = bring_in({"totalElements": 1, wrap: [old]}, tmp_path)
    assert len(services) == 1
    assert report.sources[0]["format"] == "oruk1"


def test_a_list_that_names_only_services_and_organisations_is_known_by_its_envelope(tmp_path):
    short = {
        "id": "a",
        "name": "Ten High Street",
        "status": "active",
        "organization": {"id": "b", "name": "Cornerstone"},
    }
    services, report = bring_in({"totalElements": 2999, "totalPages": 1500, "content": [short]}, tmp_path)
    assert services["a"].organization.name == "Cornerstone"
    assert report.sources[0]["format"] == "oruk1"
    assert [finding.code for finding in report.findings].count("part-of-feed") == 1


def test_hours_by_weekday_and_by_rule(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert [(row.freq, row.byday, row.valid_to) for row in service.schedules] == [
        ("WEEKLY", "TU", date(2027, 3, 1)),
        ("MONTHLY", "1FR,3FR", None),
    ]
    (row,) = service.places[0].schedules
    assert (row.freq, row.byday, row.opens_at) == ("WEEKLY", "SU", time(9))


def test_days_that_are_not_as_usual_are_kept_and_those_without_a_date_are_not(old, tmp_path):
    bring_in(old, tmp_path)
    (line,) = (tmp_path / "into/directory/feed/records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["exceptions"] == [
        {"start_date": "2026-12-24", "end_date": "2027-01-02", "closed": True},
        {
            "start_date": "2027-01-05",
            "end_date": "2027-01-05",
            "closed": False,
            "opens_at": "10:00",
            "closes_at": "11:00",
        },
    ]


def test_who_it_is_for_from_several_rows(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert service.eligibility_description == "Adults, Residents of the Vale"
    assert (service.minimum_age, service.maximum_age) == (18, None), "120 is no highest age, so that side stays open"
    assert "older-people" in service.facet_ids("beneficiary")


def test_kinds_by_codes_however_they_are_written(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert {"carers-support", "day-opportunities"} <= set(service.facet_ids("type"))
    assert not service.facet_ids("type", claims_only=True), "what we worked out from a code is not the provider's claim"


def test_places_access_and_people(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    place = service.places[0]
    assert (place.name, place.lines, place.postcode) == ("Vale Library", ("1 Low Street",), "ZX1 1AA")
    assert [fact.description for fact in place.access] == ["Partial wheelchair access"]
    assert [phone.number for phone in service.phones] == ["01632 960111"]
    assert service.organization.website == "https://vale-friends.test"
    assert "Nora" not in (tmp_path / "into/directory/feed/records.jsonl").read_text(encoding="utf-8")


def test_how_one_gets_in_and_what_it_costs(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert service.referral_required is True
    assert service.attending_type == ("venue",)
    assert [(cost.option, cost.amount) for cost in service.costs] == [("Drop in", 0.0)]
    assert service.is_free is None, "a price of 0 for one thing does not say that all is free"


def test_a_code_of_a_language_gets_its_name(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert service.languages == ("Somali", "British Sign Language")


def test_a_rating_that_stands_among_the_reviews(old, tmp_path):
    (service,) = bring_in(old, tmp_path)[0].values()
    assert service.registration is not None
    assert (service.registration.rating, service.registration.rating_date) == ("Good", date(2025, 3, 4))
    assert service.registration.external_id == "1-000000001"


def test_an_outpost_page(page, tmp_path):
    services, report = bring_in(page, tmp_path)
    swimmers = services["41"]
    assert report.sources[0]["format"] == "outpost"
    assert swimmers.description == "Gentle swimming.\nWarm water."
    assert (swimmers.minimum_age, swimmers.maximum_age, swimmers.referral_required) == (50, None, False)
    assert (swimmers.organization.name, swimmers.organization.website) == ("Vale Sport", "http://vale-sport.test")
    assert swimmers.last_modified == date(2026, 7, 14)
    assert [(cost.amount, cost.description) for cost in swimmers.costs] == [(2.5, "per visit")]
    assert [phone.number for phone in swimmers.phones] == ["01632 960112"]
    written = (tmp_path / "into/directory/feed/records.jsonl").read_text(encoding="utf-8")
    assert "nora" not in written.casefold(), "neither Nora nor her address is kept"


def test_outposts_hours_stand_once_and_those_of_a_place_at_that_place(page, tmp_path):
    swimmers = bring_in(page, tmp_path)[0]["41"]
    assert [row.byday for row in swimmers.schedules] == ["MO"]
    assert [row.byday for row in swimmers.places[0].schedules] == ["FR"]


def test_outposts_point_is_longitude_first_and_a_masked_place_stays_masked(page, tmp_path):
    (place,) = bring_in(page, tmp_path)[0]["41"].places
    assert (place.latitude, place.longitude) == (54.07, -2.93)
    assert (place.masked, place.lines, place.name, place.postcode) == (True, (), "", "ZX1")
    assert [fact.description for fact in place.access] == ["Hoist"]


def test_outposts_suitabilities_become_groups_of_people(page, tmp_path):
    assert "older-people" in bring_in(page, tmp_path)[0]["41"].facet_ids("beneficiary")


def test_what_is_no_longer_to_be_seen_is_left_out_and_said(page, tmp_path):
    services, report = bring_in(page, tmp_path)
    assert set(services) == {"41"}
    assert [finding.code for finding in report.findings].count("not-visible") == 1


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("Monday", "MO"), ("tues", "TU"), ("MO,WE", "MO,WE"), ("-1FR", "-1FR"), ("2TH", "2TH"), (1, "MO"), (7, "SU"),
     (0, "SU"), ("8", ""), ("Funday", ""), (None, ""), ([], ""), ("Sundays", "SU"), ("+1SA", "1SA")],
)  # fmt: skip
def test_days_in_every_spelling(said, wanted):
    assert byday_of(said) == wanted


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ({"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-11-03", "count": "3"}, "2026-11-17"),
        ({"freq": "month", "byday": "2TH", "dtstart": "2026-11-01", "count": 2}, "2026-12-10"),
        ({"freq": "WEEKLY", "byday": "TU", "interval": 2, "dtstart": "2026-11-03", "count": 2}, "2026-11-17"),
        ({"freq": "WEEKLY", "byday": "TU", "count": 3}, None),
        ({"freq": "", "dtstart": "2026-11-03", "count": 3}, None),
        ({"freq": "YEARLY", "dtstart": "9990-11-03", "count": 900}, "9999-11-03"),
    ],
)
def test_so_many_times_come_to_a_last_day(rule, last):
    assert schedule_row(rule)["valid_to"] == last


def test_the_earlier_of_two_ends_holds():
    row = schedule_row({"byday": "MO", "validto": "2026-12-01", "until": "2026-11-01T00:00:00Z"})
    assert row["valid_to"] == "2026-11-01"
