"""A place that is named in the question counts as one, and a service that is called after a place is still found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from small_directory import HEXBRIDGE, LARKMERE, fill, service

from kiosk.search import Point, Query, forget, search
from kiosk.search.places import town_in_words
from kiosk.search.typing_mistakes import repaired_words

SERVICES = [
    service("far", "Lunch club", types=["meals-and-food"], at=[LARKMERE]),
    service("close", "Lunch club too", at=[("ZX2 1AA", 54.150, -2.400, "")]),
    service("advice", "Advice desk", types=["advice-advocacy"], at=[HEXBRIDGE]),
    service("library", "Library", types=["information-library-community-hub"], at=[HEXBRIDGE]),
    service("home", "Hexbridge House", "A nursing home with a brass band.", types=["care-home"], at=[LARKMERE]),
]  # fmt: skip


@pytest.fixture(scope="module")
def directory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    fill(connection, SERVICES)
    yield connection
    forget(connection)
    connection.close()


@pytest.mark.parametrize(
    "words", ["lunch club near Hexbridge", "lunch club in hexbridge", "Lunch Club close to HEXBRIDGE"]
)
def test_a_town_after_near_is_where_to_look(directory, words):
    found = search(directory, Query(words=words))
    assert [hit.id for hit in found.hits] == ["vale:close", "vale:far"]
    assert found.hits[0].distance_miles == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("words", ["Hexbridge House", "help in care", "near me", "close to", "in", "club near narnia"])
def test_other_words_stay_as_they_are(directory, words):
    assert town_in_words(directory, words) == (None, words)


def test_a_service_called_after_a_place_is_found_by_its_name(directory):
    assert search(directory, Query(words="Hexbridge House")).hits[0].id == "vale:home"


@pytest.mark.parametrize(
    ("typed", "meant"), [("grass", "grass"), ("unch", "lunch"), ("ulnch", "lunch"), ("lynch", "lunch")]
)
def test_a_short_word_keeps_its_first_letter_or_lost_it(directory, typed, meant):
    from kiosk.search.catalogue import catalogue_of

    assert repaired_words(catalogue_of(directory), [typed], [False], "en") == [meant]


HERE = Point(54.150, -2.400)


@pytest.mark.parametrize(
    "words", ["lunch club near me", "Near me: lunch club", "lunch club in my area", "lunch club nearby"]
)
def test_near_me_is_where_the_kiosk_stands(directory, words):
    found = search(directory, Query(words=words, here=HERE))
    assert [hit.id for hit in found.hits] == ["vale:close", "vale:far"]
    assert [did.after for did in found.did if did.action == "near"] == [""]


def test_near_me_alone_is_everything_the_nearest_first(directory):
    found = search(directory, Query(words="near me", here=HERE))
    assert found.total == len(SERVICES)
    assert found.hits[0].distance_miles == pytest.approx(0, abs=0.1)


def test_near_me_says_nothing_where_nobody_knows_where_that_is(directory):
    found = search(directory, Query(words="lunch club near me"))
    assert {hit.id for hit in found.hits} == {"vale:close", "vale:far"}
    assert not found.did
    assert found.hits[0].distance_miles is None


def test_a_chosen_place_goes_before_near_me(directory):
    found = search(directory, Query(words="lunch club near me", here=HERE, near=Point(54.080, -2.480, name="Larkmere")))
    assert found.hits[0].id == "vale:far"
    assert not [did for did in found.did if did.action == "near"]


def test_what_was_taken_for_a_place_is_said(directory):
    found = search(directory, Query(words="lunch club near hexbridge"))
    assert [(did.action, did.after) for did in found.did] == [("near", "Hexbridge")]
