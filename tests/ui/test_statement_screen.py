"""The accessibility statement on the screen: one touch from Help, read aloud, in English and marked so."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened
from test_listening import Voice, voice_of

from kiosk import resources
from kiosk.content.checklist import read_checklist
from kiosk.ui.routes import Route
from kiosk.ui.widgets.text_block import TextBlock


@pytest.fixture(autouse=True)
def _voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.speech.controller.SpeechController", Voice)


def test_it_is_one_touch_from_help_and_back_leads_to_help(kiosk: Opened) -> None:
    kiosk.visitor.touch("Help")
    kiosk.visitor.touch("Accessibility statement")
    assert kiosk.session.navigator.here == Route("statement")
    assert "Accessibility statement for this kiosk" in kiosk.texts()
    kiosk.visitor.touch("Back")
    assert kiosk.session.navigator.here == Route("help")


def test_listen_reads_all_of_it_with_an_english_voice_and_marks_what_it_reads(open_at: Open) -> None:
    kiosk = open_at("wide", "standard", "day", "ar")
    kiosk.go("statement")
    kiosk.visitor.touch(kiosk.session.words.gettext("Listen"))
    voice = voice_of(kiosk)
    texts = {reading.text: reading for reading in voice.readings}
    for row in read_checklist(resources.accessibility() / "checklist.toml"):
        if row.visitor:
            read = [reading for text, reading in texts.items() if text.startswith(row.visitor)]
            assert [reading.lang for reading in read] == ["en"], row.id
    notice = kiosk.session.words.gettext("This page is not yet in your language. It is shown in English.")
    assert texts[notice].lang == "ar"
    last = voice.readings[-1]
    voice.sentence_started.emit(last.path, 0, 9)
    kiosk.visitor.settle()
    marked = [block for block in kiosk.screen.findChildren(TextBlock) if block._marks]
    assert [block.text for block in marked] == [last.text]
    assert not marked[0].visibleRegion().isEmpty()


def test_the_people_who_help_here_are_named_as_the_settings_name_them(open_at: Open) -> None:
    kiosk = open_at(site__help_from="the people at the desk")
    kiosk.go("statement")
    assert "ask the people at the desk" in kiosk.texts()
