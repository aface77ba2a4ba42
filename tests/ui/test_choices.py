"""Pages with more choices than anyone can take in at once: a few, and the others a touch away."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened

from kiosk.search import Hit, Query
from kiosk.search.engine import search
from kiosk.ui.accessible import on_announcement
from kiosk.ui.choices_screen import MOST_CHOICES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.result_row import RowFacts


def offered(kiosk: Opened) -> list[Button]:
    """What can be chosen on the page, page buttons not counted."""
    turning = {kiosk.session.words.gettext(name) for name in ("Page up", "Page down")}
    return [b for b in kiosk.screen.findChildren(Button) if b.isVisible() and b.accessibleName() not in turning]


def keep_many(kiosk: Opened, count: int) -> list[str]:
    hits = search(kiosk.session.edition.connection, Query(limit=count)).hits
    for hit in hits:
        kiosk.session.visit.keep(hit.id)
    return [hit.name for hit in hits]


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_every_kind_of_help_is_met_while_turning_the_pages(open_at: Open, shape: str) -> None:
    kiosk = open_at(shape)
    kiosk.go("filter", "type")
    met: list[str] = []
    for _page in range(12):
        assert len(offered(kiosk)) <= MOST_CHOICES
        met += [button.accessibleName() for button in offered(kiosk)[1:]]
        turn = kiosk.visitor.sees("Page down")
        if turn is None:
            break
        kiosk.visitor.touch_widget(turn)
    assert met[0] == "Any kind, chosen"
    assert len(met) == len(set(met)) > 20
    assert met[1:] == sorted(met[1:])


def test_a_choice_stays_where_it_is_when_it_is_chosen(open_at: Open) -> None:
    kiosk = open_at("wide")
    kiosk.go("filter", "type")
    kiosk.visitor.touch("Page down")
    before = [button.text() for button in offered(kiosk)[1:]]
    chosen = offered(kiosk)[2].accessibleName()
    kiosk.visitor.touch(chosen)
    assert kiosk.visitor.sees(f"{chosen}, chosen") is not None
    assert [button.text() for button in offered(kiosk)[1:]] == before


def test_a_long_list_of_ones_own_turns_over_and_back_to_the_same_rows(open_at: Open) -> None:
    kiosk = open_at("wide")
    names = keep_many(kiosk, 9)
    heard: list[str] = []
    stop = on_announcement(heard.append)
    kiosk.go("list")
    first = [n for n in kiosk.names() if n in names]
    kiosk.visitor.touch("Page down")
    kiosk.visitor.touch("Page up")
    stop()
    assert [n for n in kiosk.names() if n in names] == first
    assert heard == ["4 to 6 of 9", "1 to 3 of 9"]


def test_taking_the_last_of_a_page_off_shows_what_is_left(open_at: Open) -> None:
    kiosk = open_at("wide")
    names = keep_many(kiosk, 4)
    kiosk.go("list")
    kiosk.visitor.touch("Page down")
    assert [n for n in kiosk.names() if n in names] == names[3:]
    kiosk.visitor.touch("Kept: ")
    assert [n for n in kiosk.names() if n in names] == names[:3]


def test_a_name_too_long_for_its_page_lets_the_page_scroll(open_at: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = open_at("wide")
    names = keep_many(kiosk, 2)
    monkeypatch.setattr("kiosk.ui.screens.my_list.row_of", long_row)
    kiosk.go("list")
    kiosk.visitor.settle(0.05)
    assert kiosk.visitor.sees("Kept: " + names[1]) is not None
    assert kiosk.screen.page.scrolls()  # type: ignore[attr-defined]


def test_rows_of_different_heights_turn_back_to_where_the_page_began(
    open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_at("wide")
    tall = set(keep_many(kiosk, 9)[5:7])

    def row(_session: object, hit: Hit) -> RowFacts:
        return RowFacts(" ".join([hit.name] * (9 if hit.name in tall else 1)), "", ())

    monkeypatch.setattr("kiosk.ui.screens.my_list.row_of", row)
    kiosk.go("list")
    pages = [[button.accessibleName() for button in offered(kiosk)]]
    while kiosk.visitor.sees("Page down") is not None:
        kiosk.visitor.touch("Page down")
        pages.append([button.accessibleName() for button in offered(kiosk)])
    assert len({len(page) for page in pages}) > 1
    for before in reversed(pages[:-1]):
        kiosk.visitor.touch("Page up")
        assert [button.accessibleName() for button in offered(kiosk)] == before


def long_row(_session: object, _hit: object) -> RowFacts:
    return RowFacts("A very long name of a service " * 60, "", ())
