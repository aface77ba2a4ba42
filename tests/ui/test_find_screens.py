"""Finding help on the screen: typing key by key, narrowing down, turning pages, keeping, and never a dead end."""

from __future__ import annotations

import re

import pytest
from opened_kiosk import NOTHING, Open, Opened, place_in_window
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.routes import Route
from kiosk.ui.screens.find import FindScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.visit import SearchState


def rows(kiosk: Opened) -> list[ResultRow]:
    shown = [row for row in kiosk.window.findChildren(ResultRow) if row.isVisible()]
    return sorted(shown, key=lambda row: place_in_window(row, kiosk.window).y())


def where(kiosk: Opened) -> str:
    assert isinstance(kiosk.screen, FindScreen)
    return kiosk.screen.list.where.text


def look_for(kiosk: Opened, state: SearchState) -> FindScreen:
    kiosk.session.visit.look_for(state)
    screen = kiosk.go("find")
    assert isinstance(screen, FindScreen)
    return screen


def test_words_typed_key_by_key_find_services(kiosk: Opened) -> None:
    kiosk.visitor.touch("Find local help")
    kiosk.visitor.touch("Search for help")
    field = kiosk.screen.findChild(QLineEdit)
    assert field is not None
    for number, letter in enumerate("dementia", start=1):
        kiosk.visitor.type(letter)
        assert field.text() == "dementia"[:number]
    assert re.search(r"\d+ found", kiosk.texts())
    kiosk.visitor.touch("Search")
    assert kiosk.session.navigator.here == Route("find")
    assert kiosk.session.visit.search.words == "dementia"
    assert isinstance(kiosk.screen, FindScreen)
    assert kiosk.screen.results.total > 0
    assert rows(kiosk)[0].open.accessibleName() == kiosk.screen.results.hits[0].name


def test_suggestions_come_with_every_key_and_lead_to_the_service(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("type")
    kiosk.visitor.type("dement")
    offered = [b for b in kiosk.screen.findChildren(type(kiosk.buttons()[0])) if b.isVisible() and len(b.text()) > 9]
    assert offered
    name = offered[0].accessibleName()
    kiosk.visitor.touch(name)
    assert kiosk.session.navigator.here.screen in ("service", "guide")
    assert name in kiosk.texts()
    kiosk.visitor.touch("Back")
    assert kiosk.session.navigator.here == Route("find")


def test_searching_for_nothing_at_all_lists_everything(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("type")
    kiosk.visitor.touch("Search")
    assert isinstance(kiosk.screen, FindScreen)
    assert kiosk.screen.results.total == kiosk.session.edition.manifest.counts["service"]


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_finding_nothing_is_said_and_has_ways_on_that_lead_somewhere(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    look_for(kiosk, SearchState(words=NOTHING.words, types=("advice-advocacy",)))
    assert "Nothing was found" in kiosk.texts()
    for way, screen in (
        ("Use other words", "type"),
        ("Ask a person", "help"),
        ("Choose from the kinds of help", "filter"),
    ):
        look_for(kiosk, SearchState(words=NOTHING.words, types=("advice-advocacy",)))
        kiosk.visitor.touch(way)
        assert kiosk.session.navigator.here.screen == screen
        kiosk.session.navigator.home()
    look_for(kiosk, SearchState(words="dementia", beneficiaries=("none-such",)))
    kiosk.visitor.touch("Look everywhere")
    assert kiosk.session.visit.search == SearchState(words="dementia")
    assert "Nothing was found" not in kiosk.texts()


def test_a_place_among_the_words_is_said(kiosk: Opened) -> None:
    look_for(kiosk, SearchState(words="lunch club ZX1 9QZ"))
    assert "Those nearest to ZX1 9QZ come first." in kiosk.texts()
    look_for(kiosk, SearchState(words="lunch club near me"))
    assert ("Those nearest to this kiosk come first." in kiosk.texts()) == bool(
        kiosk.session.settings.text("site.place")
    )


def test_a_misspelt_word_is_repaired_said_and_can_be_had_exactly(kiosk: Opened) -> None:
    screen = look_for(kiosk, SearchState(words="dementai"))
    assert screen.results.total > 0
    assert "Showing results for “dementia”." in kiosk.texts()
    kiosk.visitor.touch("Search for exactly “dementai”")
    assert kiosk.session.visit.search.exact
    kiosk.visitor.touch("Show similar words too")
    assert not kiosk.session.visit.search.exact


def test_each_filter_says_how_many_it_leaves_and_that_many_are_found(kiosk: Opened) -> None:
    look_for(kiosk, SearchState())
    kiosk.visitor.touch("Kind of help")
    choices = [name for name in kiosk.names() if re.fullmatch(r".+ \(\d+\)", name) and not name.startswith("My list")]
    assert len(choices) > 5
    assert not [name for name in choices if name.endswith("(0)")]
    chosen = choices[1]
    kiosk.visitor.touch(chosen)
    assert f"{chosen}, chosen" in kiosk.names()
    promised = int(chosen.rpartition("(")[2].rstrip(")"))
    kiosk.visitor.touch("Show")
    assert isinstance(kiosk.screen, FindScreen)
    assert kiosk.screen.results.total == promised


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_what_narrows_the_search_stands_as_chips_that_can_be_taken_away(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    screen = look_for(kiosk, SearchState(types=("advice-advocacy",), beneficiaries=("unpaid-carers",)))
    few = screen.results.total
    chips = [name for name in kiosk.names() if name.endswith("take it away.")]
    assert len(chips) == 2
    kiosk.visitor.touch(chips[1])
    assert [name for name in kiosk.names() if name.endswith("take it away.")] == chips[:1]
    assert screen.results.total >= few
    kiosk.visitor.touch(chips[0])
    assert kiosk.session.visit.search == SearchState()
    assert screen.results.total == kiosk.session.edition.manifest.counts["service"]


def test_keeping_changes_the_button_to_kept_and_the_count_and_back(kiosk: Opened) -> None:
    screen = look_for(kiosk, SearchState(words="dementia"))
    name = screen.results.hits[0].name
    kiosk.visitor.touch(f"Keep: {name}")
    assert f"Kept: {name}" in kiosk.names()
    assert f"Keep: {name}" not in kiosk.names()
    assert "My list (1)" in kiosk.names()
    assert kiosk.session.visit.shortlist == (screen.results.hits[0].id,)
    kiosk.visitor.touch("My list")
    assert name in kiosk.texts()
    kiosk.visitor.touch("Back")
    kiosk.visitor.touch(f"Kept: {name}")
    assert "My list (0)" in kiosk.names()


@pytest.mark.parametrize(
    ("shape", "size"),
    [("wide", "standard"), ("wide", "larger"), ("tall", "standard"), ("tall", "large"), ("small", "standard")],
)
def test_only_whole_rows_are_shown_and_every_result_comes_up_once(open_at: Open, shape: str, size: str) -> None:
    kiosk = open_at(shape, size)
    screen = look_for(kiosk, SearchState(words="dementia"))
    total, met = screen.results.total, []
    for _page in range(total):
        shown = rows(kiosk)
        first = len(met) + 1
        met += [row.open.accessibleName() for row in shown]
        if len(shown) == total:
            assert where(kiosk) == f"{total} found"
        elif len(shown) == 1:
            assert where(kiosk) == f"{len(met)} of {total}"
        else:
            assert where(kiosk) == f"{first} to {len(met)} of {total}"
        for row in shown:
            assert screen.list.rect().contains(row.geometry())
            assert row.height() >= row.heightForWidth(row.width())
        if len(met) == total:
            break
        kiosk.visitor.touch("Page down")
    assert len(met) == len(set(met)) == total
    assert kiosk.visitor.sees("Page down") is None


def test_page_up_leads_back_to_the_first_rows(kiosk: Opened) -> None:
    look_for(kiosk, SearchState())
    first = where(kiosk)
    assert first.startswith("1 to ")
    kiosk.visitor.touch("Page down")
    assert where(kiosk) != first
    kiosk.visitor.touch("Page up")
    assert where(kiosk) == first
    assert kiosk.visitor.sees("Page up") is None


def test_back_from_a_service_is_the_same_page_of_the_list(kiosk: Opened) -> None:
    look_for(kiosk, SearchState())
    kiosk.visitor.touch("Page down")
    said, name = where(kiosk), rows(kiosk)[0].open.accessibleName()
    kiosk.visitor.touch_widget(rows(kiosk)[0].open)
    assert kiosk.session.navigator.here.screen == "service"
    assert name in kiosk.texts()
    kiosk.visitor.touch("Back")
    assert where(kiosk) == said


def test_a_place_that_is_not_known_is_said_and_what_was_typed_stays(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("filter", "place")
    kiosk.visitor.touch("Type a postcode or a place")
    kiosk.visitor.type("ZZQQ")
    kiosk.visitor.touch("Use this place")
    assert kiosk.session.navigator.here == Route("type", "place")
    assert "“ZZQQ” is not known here" in kiosk.texts()
    field = kiosk.screen.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "ZZQQ"
    assert kiosk.session.visit.search.place == ""


def test_a_place_given_once_is_not_asked_for_again(kiosk: Opened) -> None:
    kiosk.go("find")
    kiosk.go("filter", "place")
    kiosk.visitor.touch("Type a postcode or a place")
    kiosk.visitor.type("LARKMERE")
    kiosk.visitor.touch("Use this place")
    for words in ("dementia", "lunch"):
        kiosk.go("type")
        for _letter in kiosk.session.visit.search.words:
            kiosk.visitor.touch("Rub out")
        kiosk.visitor.type(words)
        kiosk.visitor.touch("Search")
        assert kiosk.session.visit.search.words == words
        assert kiosk.session.visit.search.place == "Larkmere", "by its own name, not in capitals"
        assert any("larkmere" in name.casefold() for name in kiosk.names() if name.endswith("take it away."))


def test_many_filters_stand_as_one_chip_that_takes_them_all_away(open_at: Open) -> None:
    kiosk = open_at("tall")
    types, people = ("advice-advocacy", "home-care"), ("unpaid-carers", "dementia")
    screen = look_for(kiosk, SearchState(types=types, beneficiaries=people))
    chips = [name for name in kiosk.names() if "chosen" in name]
    assert chips == ["4 filters, chosen. Touch to take them away."]
    kiosk.visitor.touch("4 filters")
    assert kiosk.session.visit.search == SearchState()
    assert screen.results.total > 100


@pytest.mark.parametrize("shape", ["wide", "tall", "small"])
def test_a_list_offers_no_more_than_eight_choices_and_the_rest_on_the_next_page(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    screen = look_for(kiosk, SearchState(words="dementia", types=("advice-advocacy",)))
    shown = [button for button in screen.findChildren(Button) if button.isVisible()]
    rows = [button for button in shown if button.accessibleName().startswith("Keep: ")]
    others = [
        b for b in shown if not isinstance(b.parentWidget(), ResultRow) and b not in (screen.list.up, screen.list.down)
    ]
    assert rows
    assert len(rows) + len(others) <= 8
    assert screen.list.has_after == (len(rows) < screen.results.total)


@pytest.mark.parametrize("screen", ["find", "type"])
def test_words_of_danger_bring_the_way_to_help_first(kiosk: Opened, screen: str) -> None:
    kiosk.session.visit.look_for(SearchState(words="I don't want to live any more"))
    kiosk.session.navigator.go(Route(screen))
    kiosk.visitor.settle()
    kiosk.visitor.touch("You can get help right now")
    assert kiosk.window.screen_shown is not None
    assert kiosk.window.screen_shown.route == Route("urgent")
