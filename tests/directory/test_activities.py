"""Which services count as "what's on", and which kinds of activity their words suggest."""

from __future__ import annotations

import pytest

from kiosk.directory.activities import days_of, every_schedule, is_activity, is_open_most_days
from kiosk.directory.activity_kinds import KINDS, activity_facets, kind_name, kinds_in
from kiosk.directory.listing import ACTIVITY_SHIFT, facet_bits, facets_of
from kiosk.directory.service import Service
from kiosk.language import words_in


def a_row(byday="TU", opens="10:00", closes="12:00", **more):
    return {"freq": "WEEKLY", "byday": byday, "opens_at": opens, "closes_at": closes, **more}


def service(name, types, *rows, ways=("venue",), activities=(), **more):
    facets = [{"kind": "type", "id": kind, "origin": "feed"} for kind in types]
    facets += [{"kind": "activity", "id": kind, "origin": "staff"} for kind in activities]
    body = {"id": "x", "source_id": "v", "name": name, "facets": facets, "schedules": list(rows)}
    return Service.from_record({**body, "attending_type": list(ways), **more})


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("Vale Circle", ["befriending-and-social"]),
        ("Tuesday Strollers", ["activities-and-exercise"]),
        ("Lunch club", ["meals-and-food"]),
        ("Stroke group", ["physical-disability-health-conditions"]),
        ("Knit and natter", ["information-library-community-hub"]),
        ("After a death", ["bereavement"]),
    ],
)
def test_what_people_go_to_is_an_activity(name, types):
    assert is_activity(service(name, types, a_row()))


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("Boots", ["physical-disability-health-conditions"]),
        ("High Street Surgery", ["activities-and-exercise"]),
        ("Memory clinic", ["dementia-support"]),
        ("Vale Food Bank", ["meals-and-food"]),
        ("Day care and more", ["care-home", "day-opportunities"]),
        ("Sally's toddler group", ["befriending-and-social"]),
        ("Benefits drop-in", ["money-and-benefits"]),
        ("Town library", ["information-library-community-hub"]),
    ],
)
def test_shops_surgeries_and_offices_are_not(name, types):
    assert not is_activity(service(name, types, a_row()))


def test_what_comes_to_you_or_rings_you_is_not():
    kind = ["befriending-and-social"]
    assert not is_activity(service("Phone pals", kind, a_row(), ways=["phone"]))
    assert not is_activity(service("Visits", kind, a_row(), ways=["home visit", "online"]))
    assert is_activity(service("Coffee online", kind, a_row(), ways=["online"]))
    assert is_activity(service("Coffee", kind, a_row(), ways=[]))
    assert not is_activity(service("Coffee", kind, ways=[]))


def test_what_is_open_day_and_night_or_closed_for_now_is_not():
    kind = ["befriending-and-social"]
    assert not is_activity(service("Line", kind, a_row(opens="00:00", closes="23:59")))
    assert not is_activity(service("Club", kind, a_row(), status="temporarily closed"))


def test_a_library_that_is_open_all_week_is_no_activity_though_there_are_classes():
    library = service(
        "Library and classes", ["information-library-community-hub"], a_row("MO,TU,WE,TH,FR", "09:00", "17:00")
    )
    assert not is_activity(library)


@pytest.mark.parametrize(
    ("rows", "most"),
    [
        ([a_row("MO,TU,WE,TH,FR", "09:30", "16:00")], True),
        ([a_row("MO,TU"), a_row("WE,TH", "09:00", "15:00")], False),
        ([a_row("MO,TU", "09:00", "15:00"), a_row("WE,TH", "20:00", "01:00")], True),
        ([a_row("MO,TU,WE,TH,FR,SA", "07:00", "09:00")], False),
        ([a_row("MO,TU,WE", "09:00", "17:00")], False),
        ([a_row("MO,TU,WE,TH", "09:00", "17:00", notes="Term time only")], False),
        ([{"freq": "DAILY", "opens_at": "09:00", "closes_at": "17:00"}], True),
        ([a_row("MO,TU,WE,TH", None, None)], True),
        ([], False),
    ],
)
def test_four_long_days_a_week_make_it_a_place_rather_than_an_event(rows, most):
    assert is_open_most_days(every_schedule(service("X", [], *rows))) is most


def test_the_days_it_can_be_on_and_whether_it_may_have_to_be_asked_for():
    assert days_of(service("X", [], a_row("MO,SU"))) == 1 + 64
    assert days_of(service("X", [])) == 128
    assert days_of(service("X", [], a_row("MO", valid_to="2027-01-01"))) == 1 + 128
    assert days_of(service("X", [], a_row("MO", interval=2))) == 128


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Tai chi in the park", ("exercise",)),
        ("Men's Shed", ("company",)),
        ("Singing for the brain", ("arts",)),
        ("Community garden", ("outdoors",)),
        ("Health walks", ("exercise", "outdoors")),
        ("Luncheon club", ("company", "food")),
        ("Computers for beginners", ("learning",)),
        ("Ready, steady", ()),
    ],
)
def test_words_suggest_kinds(name, kinds):
    assert kinds_in(name) == kinds


def test_kinds_that_are_given_win_over_words_and_words_of_the_name_over_the_description():
    given = service("Tai chi", ["activities-and-exercise"], activities=["arts"])
    assert [(facet.id, facet.is_claim) for facet in activity_facets(given)] == [("arts", True)]
    named = service("Tai chi", ["activities-and-exercise"], description="And a choir.")
    assert [(facet.id, facet.is_claim) for facet in activity_facets(named)] == [("exercise", False)]
    described = service("Thursday", ["activities-and-exercise"], description="A choir.")
    assert [facet.id for facet in activity_facets(described)] == ["arts"]
    assert [facet.id for facet in activity_facets(service("Thursday", ["bereavement"]))] == ["company"]


def test_kinds_have_names_and_bits_of_their_own():
    words = words_in("en")
    assert len({kind_name(kind, words) for kind in KINDS}) == len(KINDS)
    bits = facet_bits("activity", KINDS)
    assert facets_of(bits, "activity") == KINDS
    assert facets_of(bits, "beneficiary") == facets_of(bits, "type") == ()
    assert bits < 2**63
    assert len(KINDS) + ACTIVITY_SHIFT <= 63
