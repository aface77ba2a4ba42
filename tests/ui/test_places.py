"""A visitor who changes the display goes on reading where they were."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened
from PySide6.QtCore import QPoint

from kiosk.display import TEXT_SIZES
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.text_block import TextBlock

CHANGES = [
    {"text_size": "largest"},
    {"text_size": "large", "theme": "night"},
    {"easy_letters": True},
    {"theme": "yellow-on-black"},
    {"controls_low": True},
]


def first_words_in_view(kiosk: Opened) -> str:
    """The words of the first paragraph that is seen, wholly or in part."""
    screen = kiosk.screen
    assert isinstance(screen, PageScreen)
    view = screen.page.view
    blocks = [block for block in screen.page.content.findChildren(TextBlock) if block.isVisible()]
    seen = [b for b in blocks if b.mapTo(view, QPoint(0, b.height() - 1)).y() >= 0]
    return min(seen, key=lambda block: block.mapTo(view, QPoint(0, 0)).y()).text


def scroll_until(kiosk: Opened, words: str) -> None:
    screen = kiosk.screen
    assert isinstance(screen, PageScreen)
    block = next(b for b in screen.page.content.findChildren(TextBlock) if b.text.startswith(words))
    screen.page.view.set_value(block.mapTo(screen.page.content, QPoint(0, 0)).y())
    kiosk.visitor.settle()


@pytest.mark.parametrize("change", CHANGES, ids=str)
@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_the_same_words_stay_at_the_top_when_the_display_changes(open_at: Open, shape: str, change: dict) -> None:  # type: ignore[type-arg]
    kiosk = open_at(shape)
    kiosk.go("guide", "needs-assessment")
    scroll_until(kiosk, "What will happen")
    before = first_words_in_view(kiosk)
    kiosk.session.visit.choose_display(**change)
    kiosk.visitor.settle()
    assert first_words_in_view(kiosk) == before
    kiosk.session.standard_display()
    kiosk.visitor.settle()
    assert first_words_in_view(kiosk) == before


def test_going_through_all_sizes_on_the_way_does_not_move_the_page(open_at: Open) -> None:
    kiosk = open_at()
    kiosk.go("guide", "needs-assessment")
    scroll_until(kiosk, "What will happen")
    before = first_words_in_view(kiosk)
    for size in (*TEXT_SIZES, *reversed(TEXT_SIZES)):
        kiosk.go("display", "size")
        kiosk.session.visit.choose_display(text_size=size)
        kiosk.session.navigator.back()
        kiosk.visitor.settle()
    assert first_words_in_view(kiosk) == before


def test_a_page_at_its_top_stays_at_its_top(kiosk: Opened) -> None:
    kiosk.go("guide", "needs-assessment")
    kiosk.session.visit.choose_display(text_size="largest")
    kiosk.visitor.settle()
    assert kiosk.screen.place == 0
