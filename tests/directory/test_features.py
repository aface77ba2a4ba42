"""How help is given, what stands in nobody's way, and when in the week, as far as a record says."""

from __future__ import annotations

import pytest

from kiosk.directory import features
from kiosk.directory.features import PARTS, bits_of, feature_bits, names_of, time_bits
from kiosk.directory.service import Service

HALL = {"location": {"location_type": "physical", "addresses": [{"postal_code": "ZX1 1AA"}]}}
MASKED = {"location": {**HALL["location"], "mask_exact_address": True}}
VIRTUAL = {"location": {"location_type": "virtual"}}
HOME_CARE = {"facets": [{"kind": "type", "id": "home-care", "origin": "rule"}]}


def bits(**body) -> int:
    return bits_of(Service.from_record({"id": "1", "source_id": "v", "name": "x", **body}))


def ways(**body) -> list[str]:
    found = bits(**body)
    return [way for way in names_of("way") if found & feature_bits("way", [way])]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ({"attending_type": ["home visit", "Phone"], "service_at_locations": [HALL]}, ["at-home", "by-phone"]),
        ({"attending_type": ["venue"]}, ["at-a-place"]),
        ({"service_at_locations": [HALL]}, ["at-a-place"]),
        ({"service_at_locations": [HALL], **HOME_CARE}, ["at-home"]),
        ({"service_at_locations": [MASKED]}, []),
        ({"service_at_locations": [VIRTUAL]}, ["online"]),
        ({"attending_type": ["by boat"]}, []),
        ({}, []),
    ],
)
def test_ways(body, wanted):
    assert ways(**body) == wanted


def test_routes_only_when_they_are_said():
    free, open_door = feature_bits("route", ["free"]), feature_bits("route", ["no-referral"])
    assert bits(is_free=True, referral_required=False) & (free | open_door) == free | open_door
    assert bits(is_free=False, referral_required=True) & (free | open_door) == 0
    assert bits() == 0


def when(**row) -> set[str]:
    found = bits(schedules=[row])
    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    return {f"{day} {part}" for n, day in enumerate(days) for part in PARTS if found & time_bits((n,), part)}


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}, {"TU morning"}),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:30"}, {"TU morning", "TU afternoon"}),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "12:00", "closes_at": "17:00"}, {"TU afternoon"}),
        ({"freq": "MONTHLY", "byday": "2TH,-1FR", "opens_at": "18:00"}, {"TH evening", "FR evening"}),
        ({"freq": "WEEKLY", "byday": "SU"}, {"SU morning", "SU afternoon", "SU evening"}),
        ({"freq": "WEEKLY", "byday": "SA", "opens_at": "20:00", "closes_at": "01:00"}, {"SA evening"}),
        ({"dtstart": "2026-11-25", "opens_at": "09:00", "closes_at": "10:00"}, {"WE morning"}),
        ({"description": "Most days"}, set()),
    ],
)
def test_times_of_the_week(row, wanted):
    assert when(**row) == wanted


def test_every_day_is_every_day():
    assert len(when(freq="DAILY", opens_at="09:00", closes_at="10:00")) == 7


def test_no_two_features_share_a_bit_and_all_fit_into_an_integer_of_the_database():
    each = [feature_bits(kind, [name]) for kind in ("way", "route", "access") for name in names_of(kind)]
    each += [time_bits((day,), part) for day in range(7) for part in PARTS]
    assert len(set(each)) == len(each)
    assert sum(each) < 2**63
    assert all(bit.bit_count() == 1 for bit in each)


def test_what_is_not_ours_has_no_bit():
    assert feature_bits("way", ["by-boat"]) == 0
    assert time_bits((), "") == sum(time_bits((day,)) for day in range(7))
    assert features.names_of("way")
