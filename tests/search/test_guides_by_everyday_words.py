"""Pages of advice are found by the words that people use, not only by the words of the page."""

from __future__ import annotations

import pytest

from kiosk.edition.reader import Edition
from kiosk.search import Query
from kiosk.search.engine import search


def first_guide(edition: Edition, words: str) -> str:
    guides = search(edition.connection, Query(words=words)).guides
    return guides[0].id if guides else ""


@pytest.mark.parametrize(
    ("words", "guide"),
    [
        ("the carer didn't turn up this morning", "when-the-worker-does-not-come"),
        ("my carer hasn't come", "when-the-worker-does-not-come"),
        ("my mum keeps falling", "preventing-falls"),
        ("money for looking after mum", "money-for-carers"),
        ("will I lose my house", "your-home-and-care-costs"),
        ("dad is coming out of hospital", "coming-home-from-hospital"),
        ("I am cold at home", "heating-and-bills"),
        ("my husband hits me", "domestic-abuse"),
        ("hit by carer", "worried-about-abuse"),
        ("direct payment", "direct-payments"),
        ("blue badge", "blue-badge"),
    ],
)
def test_the_first_page_is_the_one_that_was_meant(demo_edition: Edition, words: str, guide: str) -> None:
    assert first_guide(demo_edition, words) == guide


def test_words_that_somebody_may_be_in_danger_stay_urgent(demo_edition: Edition) -> None:
    for words in ("hit by carer", "my carer hits me"):
        assert search(demo_edition.connection, Query(words=words)).urgent
    assert not search(demo_edition.connection, Query(words="my carer hasn't come")).urgent
