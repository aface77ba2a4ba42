"""Choices narrow a search honestly: not known is neither free, nor closed, nor far away."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.facet_names import BENEFICIARIES, TYPES
from kiosk.search import Point, Query, find_place, near, search

HERE = Point(54.080, -2.480, False, "here")


def ids(directory, **options):
    return [hit.id.partition(":")[2] for hit in search(directory, Query(**options)).hits]


def test_without_words_everything_is_listed_by_name(directory):
    assert ids(directory) == ["visits", "pantry", "cafe", "foodbank", "library", "meals", "ride", "walks"]


def test_the_nearest_first_and_services_without_a_place_last(directory):
    results = near(directory, HERE)
    found = [hit.id.partition(":")[2] for hit in results.hits]
    assert found[:3] == ["visits", "cafe", "library"]
    assert set(found[-3:]) == {"meals", "ride", "walks"}
    assert [hit.distance_miles for hit in results.hits[-3:]] == [None, None, None]


def test_services_without_a_place_are_never_filtered_away_by_distance(directory):
    assert set(ids(directory, near=HERE, within_miles=1)) == {"visits", "cafe", "library", "meals", "ride", "walks"}


def test_the_nearest_of_several_places_counts(directory):
    hexbridge = Point(54.150, -2.400)
    hit = next(hit for hit in search(directory, Query(near=hexbridge)).hits if hit.id == "vale:visits")
    assert hit.place == "1 High Street, Hexbridge"
    assert hit.distance_miles == pytest.approx(0, abs=0.01)


def test_a_place_known_only_by_its_outcode_is_about(directory):
    hit = next(hit for hit in search(directory, Query(near=HERE)).hits if hit.id == "vale:pantry")
    assert hit.distance_about
    assert hit.distance_miles == pytest.approx(5.8, abs=0.3)


def test_better_words_beat_a_little_distance(directory):
    assert ids(directory, words="dementia", near=Point(54.081, -2.481))[0] == "cafe"


def test_types_are_alternatives_and_kinds_narrow_one_another(directory):
    assert set(ids(directory, types=("meals-and-food", "dementia-support"))) == {"meals", "foodbank", "pantry", "cafe"}
    assert ids(directory, types=("meals-and-food",), beneficiaries=("older-people",)) == ["meals"]


def test_a_type_of_the_feeds_own_can_be_chosen(directory):
    assert ids(directory, types=("local-kind",)) == ["walks"]
    assert ids(directory, types=("no-such-kind",)) == []


def test_counts_tell_what_other_choices_would_give(directory):
    results = search(directory, Query(types=("dementia-support",)))
    counts = {item.id: item.count for item in results.type_counts}
    assert results.total == 1
    assert counts["meals-and-food"] == 3
    assert {item.id: item.count for item in results.beneficiary_counts} == {"dementia": 1}


@given(
    types=st.lists(st.sampled_from(TYPES), max_size=3).map(tuple),
    groups=st.lists(st.sampled_from(BENEFICIARIES), max_size=3).map(tuple),
    words=st.sampled_from(["", "dementia", "food", "people", "larkmere"]),
    free=st.booleans(),
)
def test_each_count_is_what_that_choice_gives(directory, types, groups, words, free):
    results = search(directory, Query(words=words, types=types, beneficiaries=groups, free=free))
    for item in results.type_counts:
        chosen = search(directory, Query(words=words, types=(item.id,), beneficiaries=groups, free=free))
        assert chosen.total == item.count
    for item in results.beneficiary_counts:
        chosen = search(directory, Query(words=words, types=types, beneficiaries=(item.id,), free=free))
        assert chosen.total == item.count


def test_free_means_said_to_be_free(directory):
    assert ids(directory, free=True) == ["cafe"]


def test_open_now_lists_what_is_known_and_counts_what_is_not(directory):
    results = search(directory, Query(open_at=datetime(2026, 11, 24, 11)))
    assert [hit.id for hit in results.hits] == ["vale:cafe"]
    assert results.times_unknown == 6
    assert ids(directory, open_at=datetime(2026, 11, 25, 11)) == ["ride"]


@pytest.mark.parametrize(
    ("text", "name", "about"),
    [
        ("ZX1 1AA", "ZX1 1AA", False),
        ("zx11aa", "ZX1 1AA", False),
        ("ZXI IAA", "ZX1 1AA", False),
        ("ZX1 1ZZ", "ZX1 1", True),
        ("ZX1 1", "ZX1 1", True),
        ("zx2", "ZX2", True),
        ("ZX2 9ZZ", "ZX2", True),
        ("larkmere", "Larkmere", True),
        ("Larkm", "Larkmere", True),
    ],
)
def test_places_that_people_type(directory, text, name, about):
    point = find_place(directory, text)
    assert point is not None
    assert (point.name, point.about) == (name, about)


@given(st.text())
def test_no_place_is_an_error(directory, text):
    find_place(directory, text)


def test_an_unknown_place_is_not_guessed(directory):
    assert find_place(directory, "Atlantis") is None
    assert find_place(directory, "") is None


def test_a_postcode_among_the_words_counts_as_near(directory):
    results = search(directory, Query(words="dementia zx1 1aa"))
    assert results.hits[0].distance_miles == pytest.approx(0, abs=0.01)


def test_a_hidden_address_gives_no_street_and_only_about_a_distance():
    import sqlite3

    from small_directory import fill

    from kiosk.records import Record
    from kiosk.search import forget

    address = {"address_1": "9 Hidden Street", "city": "Larkmere", "postal_code": "ZX1 1AB"}
    location = {"name": "Secret House", "mask_exact_address": True, "latitude": 54.08, "longitude": -2.48,
                "addresses": [address]}  # fmt: skip
    body = {"id": "r", "source_id": "v", "name": "Refuge", "service_at_locations": [{"location": location}]}
    connection = sqlite3.connect(":memory:")
    fill(connection, [Record("service", "v:r", body)])
    (hit,) = search(connection, Query(near=HERE)).hits
    assert (hit.place, hit.postcode, hit.distance_about) == ("Larkmere", "ZX1", True)
    assert search(connection, Query(words="hidden street", exact=True)).total == 0
    assert find_place(connection, "ZX1 1AB") is None
    forget(connection)
    connection.close()


@given(
    types=st.lists(st.sampled_from(sorted(TYPES)), max_size=2),
    beneficiaries=st.lists(st.sampled_from(sorted(BENEFICIARIES)), max_size=2),
    words=st.sampled_from(("", "dementia", "food", "lunch at home")),
    within=st.sampled_from((None, 1.0, 5.0)),
)
def test_without_counts_the_same_is_found_in_the_same_order_and_as_far_away(
    directory, types, beneficiaries, words, within
):
    asked = {"words": words, "types": tuple(types), "beneficiaries": tuple(beneficiaries), "within_miles": within}
    counted, quick = (search(directory, Query(near=HERE, facet_counts=wanted, **asked)) for wanted in (True, False))
    assert quick.hits == counted.hits
    assert (quick.total, quick.times_unknown) == (counted.total, counted.times_unknown)
    assert quick.type_counts == ()
