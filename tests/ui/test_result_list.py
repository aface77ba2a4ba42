"""A page of a list: at every height, what is not shown can be turned to."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.routes import Route
from kiosk.ui.screens.find import FindScreen
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("found", [True, False])
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_rows_that_are_not_shown_can_be_turned_to_at_every_height(
    open_at: Open, shape: str, language: str, found: bool
) -> None:
    kiosk = open_at(shape, "larger", "day", language)
    kiosk.session.navigator.go(Route("find"))
    screen = kiosk.window.screen_shown
    assert screen is not None
    seen = set()
    for height in range(120, 700, 7):
        rows: list[QWidget] = [TextBlock(screen.look, f"Home {number}", "heading") for number in range(2)]
        holder = QWidget(screen)
        made = ResultList(screen.look, screen.words, rows, 0, len(rows), found=found)
        made.setParent(holder)
        made.resize(900, height)  # its first size: nothing has been said in it yet
        made.show()
        holder.show()
        turns = made.down.isVisible() and made.down.isEnabled()
        assert turns is made.has_after, height
        seen.add(turns)
        holder.deleteLater()
    assert seen == {True, False}


def test_what_stands_beside_the_list_goes_below_when_it_grows_too_tall(
    kiosk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.session.navigator.go(Route("find"))
    kiosk.visitor.settle()
    screen = kiosk.window.screen_shown
    assert isinstance(screen, FindScreen)
    assert screen.wide
    real = FindScreen.fill_side

    def grown(self: FindScreen, column: QVBoxLayout) -> None:
        real(self, column)
        column.addWidget(TextBlock(self.look, "many words " * 200))

    monkeypatch.setattr(FindScreen, "fill_side", grown)
    kiosk.session.visit.look_for(SearchState(words="tea"))
    kiosk.visitor.settle()
    assert not screen.wide
