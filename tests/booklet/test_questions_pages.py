"""The questions to ask go into the booklet with the care that was kept, one page for each kind, and not otherwise."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.booklet.compose import compose
from kiosk.booklet.gather import Choices, gather
from kiosk.document.blocks import Checklist
from kiosk.edition.reader import Edition
from kiosk.language import words_in

NOW = datetime(2026, 11, 24, 11)


@pytest.mark.parametrize(
    ("services", "titles"),
    [
        (("demo:wren-hollow", "demo:osier-bank"), ["What to ask when you visit"]),
        (("demo:spinners-home-care",), ["What to ask a home-care agency"]),
        (
            ("demo:spinners-home-care", "demo:wren-hollow"),
            ["What to ask when you visit", "What to ask a home-care agency"],
        ),
        (("demo:fingerpost-brokers",), []),
        ((), []),
    ],
)
def test_there_is_a_page_of_questions_for_each_kind_of_care(
    demo_edition: Edition, services: tuple[str, ...], titles: list[str]
) -> None:
    words = words_in("en")
    booklet = compose(gather(demo_edition, Choices(services=services), words, NOW), words)
    pages = [chapter.document for chapter in booklet.chapters if chapter.kind == "questions"]
    assert [page.title for page in pages] == titles
    for page in pages:
        (listed,) = (block for block in page.blocks if isinstance(block, Checklist))
        assert len(listed.items) >= 12
        assert page in booklet.documents
