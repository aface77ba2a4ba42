"""Words that a great many services hold: only names are weighed, nothing is lost, and the counts stay right."""

from __future__ import annotations

import sqlite3

import pytest

from kiosk.edition.reader import Edition
from kiosk.search import Point, Query, matching, search


@pytest.fixture
def demo(demo_edition: Edition) -> sqlite3.Connection:
    return demo_edition.connection


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_WEIGHED", 8)


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("words", ["support", "care", "community group", "help for carers"])
def test_as_many_are_found_and_counted_as_when_all_are_weighed(demo: sqlite3.Connection, words: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_WEIGHED", 10_000)
        weighed = search(demo, Query(words=words, limit=500))
    broad = search(demo, Query(words=words, limit=500))
    assert broad.total == weighed.total > 8
    assert broad.type_counts == weighed.type_counts
    assert {hit.id for hit in broad.hits} == {hit.id for hit in weighed.hits}
    assert len({hit.id for hit in broad.hits}) == len(broad.hits)


@pytest.mark.usefixtures("few_are_many")
def test_names_that_hold_the_words_come_first(demo: sqlite3.Connection) -> None:
    names = [hit.name.casefold() for hit in search(demo, Query(words="support", limit=200)).hits]
    holding = ["support" in name for name in names]
    assert any(holding)
    assert holding == sorted(holding, reverse=True)


@pytest.mark.usefixtures("few_are_many")
def test_pages_of_a_broad_answer_follow_one_another(demo: sqlite3.Connection) -> None:
    whole = [hit.id for hit in search(demo, Query(words="support", limit=30)).hits]
    pages = [
        hit.id for start in (0, 10, 20) for hit in search(demo, Query(words="support", limit=10, offset=start)).hits
    ]
    assert pages == whole


@pytest.mark.usefixtures("few_are_many")
def test_near_a_place_the_nearest_of_a_broad_answer_come_before_the_far(demo: sqlite3.Connection) -> None:
    hits = search(demo, Query(words="support", near=Point(54.2, -2.6), limit=200)).hits
    assert hits
    assert len(hits) == search(demo, Query(words="support", limit=200)).total


def test_without_counts_the_same_services_are_found(demo: sqlite3.Connection) -> None:
    full = search(demo, Query(words="support", types=("support-group",)))
    bare = search(demo, Query(words="support", types=("support-group",), facet_counts=False))
    assert (bare.total, bare.hits) == (full.total, full.hits)
    assert full.type_counts
    assert not bare.type_counts
