"""Faults of headings, as they slip in."""

from __future__ import annotations

from opened_kiosk import Opened
from planted import Repair, plants
from plants_names import put_on_page

from kiosk.ui.routes import Route
from kiosk.ui.widgets.text_block import TextBlock


def heading_of(kiosk: Opened, level: int) -> TextBlock:
    return next(block for block in kiosk.screen.findChildren(TextBlock) if block.level == level and block.isVisible())


def set_level(block: TextBlock, level: int) -> Repair:
    before = block.level
    block.level = level

    def put_back() -> None:
        block.level = before

    return put_back


@plants("HEADING", Route("topic", "care"))
def a_second_title(kiosk: Opened) -> Repair:
    return put_on_page(kiosk, TextBlock(kiosk.session.look, "Another title", "title", level=1))


@plants("HEADING", Route("topic", "care"))
def a_title_that_is_only_large_letters(kiosk: Opened) -> Repair:
    return set_level(heading_of(kiosk, 1), 0)


@plants("HEADING", Route("guide", "needs-assessment"))
def a_level_that_is_skipped(kiosk: Opened) -> Repair:
    return set_level(heading_of(kiosk, 2), 3)


@plants("HEADING", Route("type"))
def a_bar_that_takes_no_notice_of_a_screen_without_a_title(kiosk: Opened) -> Repair:
    assert kiosk.window.top_bar is not None
    title = kiosk.window.top_bar.title
    title.level = 0

    def put_back() -> None:
        title.level = 1

    return put_back


@plants("HEADING", Route("topic", "care"))
def a_heading_that_is_told_as_text(kiosk: Opened) -> Repair:
    class Shout(TextBlock):
        told_as = "text"  # type: ignore[assignment]

    return put_on_page(kiosk, Shout(kiosk.session.look, "More", "heading", level=2))
