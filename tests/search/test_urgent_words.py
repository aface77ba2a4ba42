"""Words that say that somebody may be in danger bring the way to help at once, whatever else is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.edition.reader import open_edition
from kiosk.search import Query, search


@pytest.fixture(scope="module")
def demo(demo_folder: Path):
    edition = open_edition(demo_folder)
    yield edition.connection
    edition.close()


@pytest.mark.parametrize(
    "words",
    ["I don't want to live any more", "i want to kill myself", "suicidal", "thinking of suicide", "suicidel",
     "my husband hits me", "someone is hurting me", "I cant go on", "end my life"],
)  # fmt: skip
def test_somebody_may_be_in_danger(demo, words):
    assert search(demo, Query(words=words)).urgent


def test_also_when_it_is_searched_for_exactly(demo):
    assert search(demo, Query(words="suicidal", exact=True)).urgent


@pytest.mark.parametrize(
    "words", ["where can I live with support", "lunch club", "died", "pain in my hip", "hit and miss choir", "", "life"]
)
def test_other_words_are_not(demo, words):
    assert not search(demo, Query(words=words)).urgent


@pytest.mark.parametrize("words", ["أريد أن أموت", "انتحار", "زوجي يضربني"])
def test_in_arabic_too(demo, words):
    assert search(demo, Query(words=words, language="ar")).urgent


@pytest.mark.parametrize(
    ("words", "kind"),
    [("خرف", "dementia-support"), ("بنك الطعام", "meals-and-food"), ("أشعر بالوحدة", "befriending-and-social"),
     ("الرعاية المنزلية", "home-care"), ("كرسي متحرك", "equipment-and-adaptations")],
)  # fmt: skip
def test_arabic_words_find_services_that_are_written_in_english(demo, words, kind):
    found = search(demo, Query(words=words, language="ar", limit=3))
    assert any(kind in hit.types for hit in found.hits)
    assert not found.urgent
