"""Listening to a page: the right words are marked, silence when the page changes, a plain line without a voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from opened_kiosk import Open, Opened, every_place, first_service, show
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.document.reading import Reading, readings
from kiosk.edition.reader import Edition
from kiosk.speech.messages import CODES, message
from kiosk.ui.booklet_making import booklet_of
from kiosk.ui.idle import IdleWatch
from kiosk.ui.routes import Route
from kiosk.ui.widgets.text_block import TextBlock

pytestmark = pytest.mark.usefixtures("booklet_at_once")


class Voice(QObject):
    """Stands where the controller stands, says nothing, and remembers what it was asked."""

    sentence_started = Signal(str, int, int)
    word_started = Signal(str, int, int)
    finished = Signal()
    unavailable = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: list[tuple[object, ...]] = []
        self.readings: tuple[Reading, ...] = ()

    def speak(self, readings: Sequence[Reading], language: str, rate: int, volume: float) -> None:
        self.readings = tuple(readings)
        self.asked.append(("speak", language, rate, volume))

    def __getattr__(self, name: str) -> object:
        if name in ("prepare", "stop", "pause", "resume", "repeat_sentence", "close", "set_rate", "set_volume"):
            return lambda *values: self.asked.append((name, *values))
        raise AttributeError(name)

    def verbs(self) -> list[str]:
        return [str(asked[0]) for asked in self.asked]


@pytest.fixture(autouse=True)
def _voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.speech.controller.SpeechController", Voice)


def voice_of(kiosk: Opened) -> Voice:
    voice = kiosk.window.listening._controller
    assert isinstance(voice, Voice)
    return voice


def marked(kiosk: Opened) -> list[tuple[str, list[str]]]:
    """(the whole text, the marked parts of it) of every block that shows a mark."""
    blocks = [block for block in kiosk.screen.findChildren(TextBlock) if block._marks]
    return [(b.text, [b.text[mark.start : mark.start + mark.length] for mark in b._marks]) for b in blocks]


def start_reading(kiosk: Opened) -> Voice:
    kiosk.go("guide", "needs-assessment")
    kiosk.visitor.touch("Listen")
    return voice_of(kiosk)


def a_sentence(voice: Voice) -> tuple[str, int, int, str]:
    """(path, start, length, words) of the second sentence of the first text that has two."""
    for reading in voice.readings:
        parts = list(re.finditer(r"[^.]+\.", reading.text))
        if len(parts) > 1:
            return reading.path, parts[1].start() + 1, len(parts[1].group()) - 1, parts[1].group()[1:]
    raise AssertionError("no text has two sentences")


def test_the_sentence_and_the_word_being_read_are_marked_in_their_own_text(kiosk: Opened) -> None:
    voice = start_reading(kiosk)
    path, start, length, words = a_sentence(voice)
    voice.sentence_started.emit(path, start, length)
    assert [parts for _text, parts in marked(kiosk)] == [[words]]
    first_word = words.split()[0]
    voice.word_started.emit(path, start, len(first_word))
    assert [parts for _text, parts in marked(kiosk)] == [[words, first_word]]
    other = next(reading for reading in voice.readings if reading.path != path)
    voice.sentence_started.emit(other.path, 0, 4)
    assert [(text, parts) for text, parts in marked(kiosk)] == [(other.text, [other.text[:4]])]


def test_every_text_that_is_read_can_be_marked_where_it_stands(kiosk: Opened) -> None:
    voice = start_reading(kiosk)
    blocks = {block.text for block in kiosk.screen.findChildren(TextBlock)}
    for reading in voice.readings:
        voice.sentence_started.emit(reading.path, 0, len(reading.text))
        shown = marked(kiosk)
        assert shown == ([(reading.text, [reading.text])] if reading.text in blocks else []), reading


def test_what_is_being_read_is_scrolled_into_view(open_at: Open) -> None:
    kiosk = open_at("small", "large")
    voice = start_reading(kiosk)
    widgets = [widget for widget in kiosk.screen.speaking_widgets() if widget.spoken().strip()]  # type: ignore[attr-defined]
    assert len(widgets) == len(voice.readings)
    hidden = []
    for widget, reading in zip(widgets, voice.readings, strict=True):
        voice.sentence_started.emit(reading.path, 0, 4)
        kiosk.visitor.settle()
        if widget.visibleRegion().isEmpty():
            hidden.append(reading.text)
    assert hidden == []


def test_the_title_that_never_scrolls_away_can_be_marked(open_at: Open) -> None:
    kiosk = open_at("wide", "standard")
    kiosk.go("urgent")
    kiosk.visitor.touch("Listen")
    voice = voice_of(kiosk)
    title = next(reading for reading in voice.readings if reading.text == "Who to ring")
    kiosk.visitor.turn_page()
    voice.sentence_started.emit(title.path, 0, 3)
    assert marked(kiosk) == [("Who to ring", ["Who"])]


@pytest.mark.parametrize("way", ["Back", "Home", "Help", "Text size", "Finish"])
def test_going_elsewhere_is_silence_at_once(kiosk: Opened, way: str) -> None:
    voice = start_reading(kiosk)
    voice.asked.clear()
    kiosk.visitor.touch(way)
    assert voice.verbs()[:1] == ["stop"]
    assert not kiosk.window.listening.active
    assert kiosk.window.listen_bar is None


def test_changing_the_language_or_the_size_is_silence_too(kiosk: Opened) -> None:
    for change in (lambda: kiosk.session.visit.choose_display(text_size="large"),
                   lambda: kiosk.session.visit.choose_language("ar")):  # fmt: skip
        voice = start_reading(kiosk) if kiosk.session.visit.language == "en" else voice_of(kiosk)
        voice.asked.clear()
        change()
        assert "stop" in voice.verbs()
        assert not kiosk.window.listening.active


def test_pause_and_go_on_change_places(kiosk: Opened) -> None:
    voice = start_reading(kiosk)
    kiosk.visitor.touch("Pause")
    assert voice.verbs()[-1] == "pause"
    assert kiosk.visitor.sees("Pause") is None
    kiosk.visitor.touch("Go on")
    assert voice.verbs()[-1] == "resume"
    assert kiosk.visitor.sees("Go on") is None
    assert kiosk.visitor.sees("Pause") is not None


def test_slower_and_faster_go_in_steps_and_stop_at_the_ends(kiosk: Opened) -> None:
    voice = start_reading(kiosk)
    for _press in range(12):
        kiosk.visitor.touch("Faster")
    rates = [asked[1] for asked in voice.asked if asked[0] == "set_rate"]
    assert rates == sorted(rates)
    assert rates[-1] == 250
    for _press in range(12):
        kiosk.visitor.touch("Slower")
    assert [asked[1] for asked in voice.asked if asked[0] == "set_rate"][-1] == 75
    kiosk.visitor.touch("Say again")
    assert voice.verbs()[-1] == "repeat_sentence"


def test_the_next_visitor_hears_the_ordinary_speed(kiosk: Opened) -> None:
    start_reading(kiosk)
    kiosk.visitor.touch("Faster")
    kiosk.session.end_visit(to_home=True)
    kiosk.visitor.settle()
    voice = start_reading(kiosk)
    assert voice.asked[-1] == ("speak", "en", 150, 0.8)


def test_the_end_of_the_page_takes_the_bar_away(kiosk: Opened) -> None:
    voice = start_reading(kiosk)
    assert kiosk.window.listen_bar is not None
    voice.finished.emit()
    assert kiosk.window.listen_bar is None
    assert marked(kiosk) == []


def test_with_the_largest_words_on_a_low_panel_the_page_keeps_its_room_while_it_is_read(open_at: Open) -> None:
    kiosk = open_at("small", "largest")
    kiosk.go("guide", "needs-assessment")
    room, bottom = kiosk.screen.geometry(), kiosk.window.bottom_bar
    assert bottom is not None
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)  # keys are used, so that the focus is where a visitor sees it
    bottom.listen.setFocus()
    QTest.keyClick(bottom.listen, Qt.Key.Key_Return)
    kiosk.visitor.settle()
    assert kiosk.screen.geometry() == room
    assert not bottom.isVisible()
    assert kiosk.names()[-6:] == ["Pause", "Say again", "Slower", "Faster", "Stop", "Finish"]
    assert getattr(QApplication.focusWidget(), "accessibleName", str)() == "Pause"
    kiosk.visitor.touch("Stop")
    assert bottom.isVisible()
    assert kiosk.screen.geometry() == room
    kiosk.visitor.touch("Listen")
    kiosk.visitor.touch("Finish")
    assert kiosk.session.navigator.here == Route("finish")


def test_where_there_is_room_both_bars_are_there(open_at: Open) -> None:
    kiosk = open_at("wide", "standard")
    start_reading(kiosk)
    assert kiosk.window.bottom_bar is not None
    assert kiosk.window.bottom_bar.isVisible()
    assert {"Stop", "Text size", "Finish"} <= set(kiosk.names())


@pytest.mark.parametrize("code", CODES)
def test_without_a_voice_a_plain_line_says_so_until_it_is_closed(kiosk: Opened, code: str) -> None:
    voice = start_reading(kiosk)
    voice.unavailable.emit(code)
    assert kiosk.window.listen_bar is not None
    assert kiosk.window.listening.message == message(code, kiosk.session.words)
    kiosk.window.listen_bar.grab()
    kiosk.visitor.touch("Close")
    assert kiosk.window.listen_bar is None
    assert not kiosk.window.listening.active


def test_where_staff_switched_the_voice_off_nothing_is_started_and_it_is_said(open_at: Open) -> None:
    kiosk = open_at(speech__enabled=False)
    kiosk.go("guide", "needs-assessment")
    kiosk.visitor.touch("Listen")
    assert kiosk.window.listening._controller is None
    assert "switched off here" in kiosk.window.listening.message


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_screen_has_something_to_be_read_in_the_order_of_the_page(
    open_at: Open, demo_edition: Edition, language: str
) -> None:
    kiosk = open_at("wide", "standard", "day", language)
    wrong = []
    for what, route, before in every_place(demo_edition, all_guides=True):
        show(kiosk, route, before)
        readings = kiosk.screen.readings()
        if not readings or any(not reading.text.strip() for reading in readings):
            wrong.append(f"{what}: nothing to read")
        paths = [reading.path for reading in readings]
        if len(set(paths)) != len(paths):
            wrong.append(f"{what}: two texts of one path")
        widgets = [w for w in kiosk.screen.speaking_widgets() if isinstance(w, TextBlock) and w.isVisible()]
        seen = [w.mapTo(kiosk.screen, w.rect().topLeft()).y() for w in widgets if w.level]
        if route.screen in ("guide", "service", "help") and seen != sorted(seen):
            wrong.append(f"{what}: headings are read out of order")
        if any("Page down" in reading.text or reading.text == "Back" for reading in readings):
            wrong.append(f"{what}: the furniture is read")
    assert not wrong, "\n".join(wrong)


def test_a_page_is_read_with_what_to_do_first_and_its_dates_last(kiosk: Opened) -> None:
    kiosk.go("guide", "needs-assessment")
    texts = [reading.text for reading in kiosk.screen.readings()]
    assert texts[0] == "Having a needs assessment"
    assert texts[1].startswith("What to do first")
    assert "eviewed" in texts[-1] or "hecked" in texts[-1]


def test_texts_in_english_on_an_arabic_screen_are_read_by_an_english_voice(open_at: Open) -> None:
    kiosk = open_at("wide", "standard", "day", "ar")
    assert kiosk.go("guide", "needs-assessment").readings()[0].lang == "ar"
    assert Route("guide", "needs-assessment") == kiosk.session.navigator.here


def test_one_key_reads_any_screen_aloud_and_stops_it(kiosk: Opened, demo_edition: Edition) -> None:
    for what, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        if not kiosk.screen.framed:
            continue
        kiosk.window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_F2)
        kiosk.visitor.settle()
        assert voice_of(kiosk).verbs()[-1] == "speak", what
        assert kiosk.window.listening.active, what
        QTest.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_F2)
        kiosk.visitor.settle()
        assert not kiosk.window.listening.active, what


def test_a_note_of_the_visitors_own_is_seen_and_not_read_aloud(kiosk: Opened) -> None:
    kiosk.session.visit.plan_booklet(note="Aunt Winifred, 4 Mill Lane")
    kiosk.go("booklet")
    assert any("Winifred" in name for name in kiosk.names())
    assert "Winifred" not in kiosk.texts()
    assert "My own note: Something is written. It is not read aloud." in kiosk.texts()
    kiosk.go("booklet-note")
    assert "Winifred" not in kiosk.texts()
    kiosk.go("home")
    kiosk.session.visit.plan_booklet(note="")
    kiosk.go("booklet")
    assert "My own note: Nothing written" in kiosk.texts()


def test_all_of_the_booklet_can_be_heard_before_it_is_printed_but_for_the_note(kiosk: Opened) -> None:
    kiosk.session.visit.plan_booklet(note="Aunt Winifred, 4 Mill Lane", size="large")
    kiosk.session.visit.keep(first_service(kiosk.session.edition))
    kiosk.go("booklet-preview")
    kiosk.visitor.touch("Listen")
    heard = [reading.text for reading in voice_of(kiosk).readings]
    assert "My first-contact booklet" in "\n".join(heard)
    printed = booklet_of(kiosk.session)
    wanted = [item.text for document in printed.documents for item in readings(document)]
    assert len(wanted) > 50
    assert [text for text in wanted if text not in heard] == ["Aunt Winifred, 4 Mill Lane"]
    assert [text for text in heard if text in wanted] == [text for text in wanted if "Winifred" not in text]
    voice_of(kiosk).sentence_started.emit(voice_of(kiosk).readings[-1].path, 0, 3)
    assert marked(kiosk) == []


def test_the_one_thing_said_unasked_waits_for_no_end_of_what_is_read_and_ends_at_a_touch(
    kiosk: Opened,
) -> None:
    voice = start_reading(kiosk)
    voice.asked.clear()
    watch = IdleWatch(kiosk.session, kiosk.window)
    watch._timer.stop()
    kiosk.window.listening.paused = True
    for _second in range(int(kiosk.session.settings["idle.warn_seconds"])):
        watch.tick()
    assert voice.verbs() == ["stop", "speak"], "what was read is silenced first"
    assert voice.readings[0].text.startswith("Are you still there?")
    voice.asked.clear()
    watch.stay()
    assert voice.verbs() == ["stop"]
