"""Words that say for whom or in what form are not insisted on; whole words are not taken for beginnings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from small_directory import fill, service

from kiosk.edition.reader import Edition
from kiosk.search import Query, forget, search

SERVICES = [
    service("choir", "Town choir", "Singing on Mondays.", types=["activities-and-exercise"]),
    service("film", "Film group", "Old films, and singing along.", types=["activities-and-exercise"]),
    service("mums", "Mum and me", "Play for mum and baby.", types=["befriending-and-social"]),
    service("rest", "Larch House", "Respite in a care home.", types=["care-home"]),
    service("nails", "Nail cutting", "For people who can't reach their feet.", types=["equipment-and-adaptations"]),
    service("mosque", "Cutchi Association", "A mosque.", types=["faith-and-culture"]),
    service("steps", "Level House", "A step-free hall, no stairs.", types=["information-library-community-hub"]),
    service("cars", "Dial a ride", "Community transport.", types=["community-transport"]),
]  # fmt: skip
MORE = [("en", "lift", "step-free", "stairs", "one")]


@pytest.fixture(scope="module")
def directory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    fill(connection, SERVICES)
    connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?, ?)", MORE)
    connection.commit()
    yield connection
    forget(connection)
    connection.close()


def names(connection: sqlite3.Connection, words: str) -> list[str]:
    return [hit.id.partition(":")[2] for hit in search(connection, Query(words=words)).hits]


def test_a_group_that_is_not_called_one_comes_after_those_that_are(directory):
    assert names(directory, "singing group") == ["film", "choir"]


def test_whom_it_is_for_does_not_keep_a_service_away(directory):
    assert names(directory, "respite for my mum") == ["rest"]
    assert names(directory, "mum") == ["mums"]


def test_a_whole_word_is_not_the_beginning_of_what_its_stem_begins(directory):
    assert names(directory, "cutting") == ["nails"]
    assert names(directory, "cutc") == ["mosque"], "a half-typed word still is"


def test_a_word_of_two_meanings_alone_shows_both(directory):
    assert set(names(directory, "lift")) == {"steps", "cars"}
    assert names(directory, "lift stairs") == ["steps"]
    assert names(directory, "lift to hospital") == ["cars"]


@pytest.mark.parametrize(
    "words",
    ["i want die", "I wish I was dead", "my mum says she would be better off dead", "my husband hit me",
     "the carer hit my dad", "my son takes my money", "he locks me in"],
)  # fmt: skip
def test_words_of_danger_as_people_write_them_bring_help_first(demo_edition: Edition, words: str) -> None:
    assert search(demo_edition.connection, Query(words=words)).urgent


@pytest.mark.parametrize(
    "words", ["I am dead tired", "cut the hit list", "greatest hits choir", "money for carers", "takes ages to walk"]
)
def test_everyday_words_that_look_like_them_do_not(demo_edition: Edition, words: str) -> None:
    assert not search(demo_edition.connection, Query(words=words)).urgent


def test_an_ordinary_word_is_not_mended_into_another(demo_edition: Edition) -> None:
    found = search(demo_edition.connection, Query(words="depressed"))
    assert not [step for step in found.did if step.action == "repaired"]
    assert found.hits[0].id == "demo:talking-therapies-vale"
