"""What assistive technology is told: roles, names that follow the words, languages, and what has just happened."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from opened_kiosk import FEW, NOTHING, Opened
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.booklet.print_messages import Phase
from kiosk.ui import accessible
from kiosk.ui.screens.idle_warning import IdleWarning
from kiosk.ui.widgets.box import IconMark
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.result_list import ResultList
from kiosk.ui.widgets.status import Status
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

Role = QAccessible.Role
Name = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def _installed(application: QApplication) -> None:
    accessible.install()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is announced, with assistive technology listening."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(accessible.QAccessible, "updateAccessibility", staticmethod(hear))
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Every status that is announced."""
    words: list[str] = []
    stop = accessible.on_announcement(words.append)
    yield words
    stop()


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_headings_are_headings_of_their_level_and_other_words_are_text(kiosk: Opened) -> None:
    kiosk.go("guide", "needs-assessment")
    blocks = [block for block in kiosk.screen.findChildren(TextBlock) if block.isVisible()]
    for block in blocks:
        assert told(block).role() == (Role.Heading if block.level else Role.StaticText)
        assert told(block).text(Name) == block.text
    heading = next(block for block in blocks if block.level == 2)
    facts = told(heading).attributesInterface()
    assert QAccessible.Attribute.Level in facts.attributeKeys()
    assert facts.attributeValue(QAccessible.Attribute.Level) == 2


def test_the_parts_of_the_screen_are_told_as_what_they_are(kiosk: Opened) -> None:
    kiosk.session.visit.look_for(FEW)
    assert kiosk.window.top_bar is not None
    assert told(kiosk.window.top_bar.title).role() == Role.StaticText
    screen = kiosk.go("find")
    assert (told(screen).role(), told(screen).text(Name)) == (Role.Pane, "Find local help")
    results = screen.findChild(ResultList)
    assert results is not None
    row = next(part for part in results.flow_children() if part is not results.where)
    assert told(row).role() == Role.ListItem
    assert told(row).parent().role() == Role.List
    assert [told(part).role() for part in row.flow_children()] == [Role.Button, Role.Button]  # type: ignore[attr-defined]
    assert told(kiosk.window.top_bar).role() == Role.ToolBar
    assert told(kiosk.window.top_bar.title).role() == Role.Heading
    assert told(IdleWarning(kiosk.session, 60, lambda: None, lambda: None)).role() == Role.AlertMessage


def test_a_screen_reader_meets_the_page_between_the_two_bars(kiosk: Opened) -> None:
    window = told(kiosk.window)
    shown = [window.child(number) for number in range(window.childCount())]
    objects = [child.object() for child in shown if not child.state().invisible]
    assert objects == [kiosk.window.top_bar, kiosk.screen, kiosk.window.bottom_bar]


def test_decoration_is_not_to_be_read_but_a_picture_with_a_name_is(kiosk: Opened) -> None:
    mark = IconMark(kiosk.session.look, "phone")
    named = IconMark(kiosk.session.look, "phone", name="A telephone")
    for widget in (mark, named):
        widget.setParent(kiosk.screen)
        widget.show()
    assert told(mark).state().invisible
    assert not told(named).state().invisible
    assert (told(named).role(), told(named).text(Name)) == (Role.Graphic, "A telephone")


def test_other_words_are_told_when_the_words_change(kiosk: Opened) -> None:
    block = TextBlock(kiosk.session.look, "Counting the pages…")
    block.setParent(kiosk.screen)
    block.show()
    assert told(block).text(Name) == "Counting the pages…"
    block.set_text("16 printed pages")
    assert told(block).text(Name) == "16 printed pages"


def test_a_button_in_another_language_says_which_and_can_be_pressed(kiosk: Opened) -> None:
    button = Button(kiosk.session.look, "المساعدة")
    button.lang = "ar"
    button.setParent(kiosk.screen)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    found = told(button)
    assert (found.role(), found.text(Name)) == (Role.Button, "المساعدة")
    assert (
        found.attributesInterface().attributeValue(QAccessible.Attribute.Locale).language() == QLocale.Language.Arabic
    )
    found.actionInterface().doAction("Press")
    assert pressed == [True]


def test_a_widget_that_was_asked_about_before_is_told_anew(kiosk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(TextBlock, "told_as")
    block = TextBlock(kiosk.session.look, "Early", "title", level=1)
    block.setParent(kiosk.screen)
    assert told(block).role() != Role.Heading
    monkeypatch.undo()
    monkeypatch.setattr(accessible, "_installed", False)
    QAccessible.setActive(True)
    try:
        accessible.install()
        assert told(block).role() == Role.Heading
    finally:
        QAccessible.setActive(False)


def test_what_is_asked_about_while_it_is_being_made_is_told_rightly_later(kiosk: Opened) -> None:
    class Asked(IconMark):
        def setAccessibleName(self, name: str) -> None:
            super().setAccessibleName(name)
            told(self)

    mark = Asked(kiosk.session.look, "", text="1")
    assert (told(mark).role(), told(mark).text(Name)) == (Role.StaticText, "1")


def test_what_is_told_goes_with_its_widgets(kiosk: Opened) -> None:
    for _round in range(40):
        holder = QWidget(kiosk.screen)
        for number in range(10):
            told_to = TextBlock(kiosk.session.look, f"Line {number}")
            told_to.setParent(holder)
            assert told(told_to).text(Name) == f"Line {number}"
        holder.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert len(accessible._told) < 200


def test_the_page_that_opens_is_announced(kiosk: Opened, said: list[str]) -> None:
    accessible.tell_about(kiosk.window)
    kiosk.go("urgent")
    assert said == ["Need help now"]
    kiosk.session.visit.choose_language("ar")
    assert QLocale().language() == QLocale.Language.Arabic


def test_nothing_is_announced_while_nobody_listens(kiosk: Opened, said: list[str]) -> None:
    QAccessible.setActive(False)
    accessible.announce(kiosk.window, "12 found")
    assert said == []
    QAccessible.setActive(True)
    accessible.announce(kiosk.window, "")
    accessible.announce(kiosk.window, "12 found")
    assert said == ["12 found"]


def test_a_change_of_a_status_is_announced_once_and_only_while_it_is_seen(kiosk: Opened, heard: list[str]) -> None:
    status = Status(kiosk.session.look, "Making your booklet…")
    status.set_text("Not seen yet")
    status.setParent(kiosk.screen)
    status.show()
    kiosk.visitor.settle()
    assert heard == []
    status.set_text("It needs 7 sheets of paper.")
    status.set_text("It needs 8 sheets of paper.")
    kiosk.visitor.settle()
    assert heard == ["It needs 8 sheets of paper."]
    status.hide()
    status.set_text("Printing…")
    kiosk.visitor.settle()
    assert heard == ["It needs 8 sheets of paper."]


def test_how_many_were_found_is_announced(kiosk: Opened, heard: list[str]) -> None:
    kiosk.session.visit.look_for(SearchState(words="dementia", types=("advice-advocacy",)))
    kiosk.go("find")
    heard.clear()
    kiosk.visitor.touch("Advice and speaking up for you, chosen")
    assert len(heard) == 1
    assert heard[0] == f"{kiosk.screen.results.total} found" or f" of {kiosk.screen.results.total}" in heard[0]  # type: ignore[attr-defined]
    kiosk.session.visit.look_for(NOTHING)
    kiosk.visitor.settle()
    assert heard[1:] == ["Nothing was found"]


def test_keeping_and_taking_off_again_is_announced(kiosk: Opened, heard: list[str]) -> None:
    kiosk.session.visit.look_for(FEW)
    kiosk.go("find")
    heard.clear()
    name = kiosk.visitor.sees("Keep: ")
    assert name is not None
    service = name.accessibleName().removeprefix("Keep: ")
    kiosk.visitor.touch("Keep: ")
    kiosk.visitor.touch("Kept: ")
    assert heard == [f"Kept: {service}", f"Taken off your list: {service}"]


def test_what_typing_finds_and_a_place_that_is_not_known_are_announced(kiosk: Opened, heard: list[str]) -> None:
    screen = kiosk.go("type")
    kiosk.visitor.settle()
    field = screen.entry.field  # type: ignore[attr-defined]
    field.setText("dementia")
    kiosk.visitor.settle()
    assert heard[-1].endswith("found")
    screen = kiosk.go("type", "place")
    kiosk.visitor.settle()
    screen.entry.field.setText("Zzyzx")  # type: ignore[attr-defined]
    screen.finish()  # type: ignore[attr-defined]
    kiosk.visitor.settle()
    assert "Zzyzx" in heard[-1]
    assert "not known" in heard[-1]


def test_each_step_of_printing_is_announced(kiosk: Opened, heard: list[str]) -> None:
    screen = kiosk.go("booklet-print")
    screen.show_phase(Phase.PRINTING)  # type: ignore[attr-defined]
    kiosk.visitor.settle()
    assert heard[-1].startswith("Printing")


def test_what_a_filter_leaves_is_announced(kiosk: Opened, heard: list[str]) -> None:
    kiosk.session.visit.look_for(FEW)
    kiosk.go("filter", "type")
    heard.clear()
    choice = next(b for b in kiosk.buttons() if b.accessibleName().endswith(")") and "(" in b.accessibleName())
    kiosk.visitor.touch(choice.accessibleName())
    assert len(heard) == 1
    assert heard[0].endswith("found")
