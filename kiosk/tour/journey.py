"""The journey itself: from Home to a booklet in Arabic, one picture a step."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk import settings as settings_module
from kiosk.booklet.render import render_all
from kiosk.edition.reader import Edition
from kiosk.language import words_in
from kiosk.tour.visitor import Visitor
from kiosk.ui.booklet_making import booklet_of
from kiosk.ui.metrics import Panel
from kiosk.ui.screens.booklet_preview import BookletPreviewScreen
from kiosk.ui.screens.find import FindScreen
from kiosk.ui.session import Session
from kiosk.ui.start import make_application
from kiosk.ui.window import KioskWindow

SOUND = "what-was-heard.wav"
BOOKLET = "booklet.pdf"


@dataclass
class Diary:
    """What the journey left behind: pictures in order, the booklet, the sound, and what could not be done."""

    out: Path
    pictures: list[Path] = field(default_factory=list)
    booklet: Path | None = None
    pages: int = 0
    sound: Path | None = None
    remarks: list[str] = field(default_factory=list)


def take_tour(edition: Edition, out: Path, panel: Panel, now: datetime | None = None, text_size: str = "") -> Diary:
    """Drive the real program offscreen as a visitor would. Raises `LostVisitorError` when the way is blocked."""
    out.mkdir(parents=True, exist_ok=True)
    sound = out / SOUND
    sound.unlink(missing_ok=True)
    os.environ["SIGNPOST_SPEECH_WAV"] = str(sound)
    make_application()
    options = {"screen.language": "en", **({"screen.text": text_size} if text_size else {})}
    session = Session(edition, settings_module.load(options), panel)
    if now is not None:
        session.set_clock(lambda: now)
    window = KioskWindow(session)
    window.show()
    diary = Diary(out)
    try:
        _Journey(window, Visitor(window), diary).walk()
    finally:
        window.close()
        os.environ.pop("SIGNPOST_SPEECH_WAV", None)
    if sound.is_file():
        diary.sound = sound
    return diary


class _Journey:
    def __init__(self, window: KioskWindow, visitor: Visitor, diary: Diary) -> None:
        self._window = window
        self._visitor = visitor
        self._diary = diary

    def walk(self) -> None:
        """Every step, in order."""
        self._find_a_service()
        self._read_and_listen()
        self._change_the_display()
        self._make_a_booklet()
        self._finish()

    def _picture(self, name: str) -> None:
        self._visitor.settle(0.05)
        path = self._diary.out / f"{len(self._diary.pictures) + 1:02d}-{name}.png"
        self._window.grab().save(str(path))
        self._diary.pictures.append(path)

    def _word(self, message: str) -> str:
        return self._window.session.words.gettext(message)

    def _find_a_service(self) -> None:
        visitor = self._visitor
        visitor.settle(0.05)
        self._picture("waiting")
        visitor.touch(self._word("Touch to start"))
        self._picture("home")
        topics = self._window.session.edition.library.topics()
        visitor.touch(topics[0].title(self._window.session.visit.language))
        self._picture("find-local-help")
        visitor.touch(self._word("Search for help"))
        visitor.type("dementia")
        self._picture("typing")
        visitor.touch(self._word("Search"))
        self._picture("found")
        found = self._window.screen_shown
        assert isinstance(found, FindScreen)
        results = found.results
        if not results.hits:
            self._diary.remarks.append("nothing was found for “dementia”")
            return
        visitor.touch(f"{self._word('Keep')}: {results.hits[0].name}")
        visitor.touch(results.hits[0].name)
        self._picture("service")
        visitor.turn_page()
        self._picture("service-further-down")

    def _read_and_listen(self) -> None:
        visitor = self._visitor
        visitor.touch(self._word("Home"))
        topics = [t for t in self._window.session.edition.library.topics() if t.id == "care"]
        if not topics:
            self._diary.remarks.append("this edition has no pages about getting care")
            return
        visitor.touch(topics[0].title(self._window.session.visit.language))
        self._picture("topic")
        titles = self._window.session.edition.library.titles(self._window.session.visit.language, "care")
        guide = next((title for title in titles if title.id == "needs-assessment"), titles[0])
        if visitor.sees(guide.title) is None:
            subtopics = {subtopic.id: subtopic for subtopic in topics[0].subtopics}
            visitor.touch(subtopics[guide.subtopic].title(self._window.session.visit.language))
            self._picture("subtopic")
        visitor.touch(guide.title)
        self._picture("guide")
        self._listen()
        visitor.touch(self._word("Keep for my booklet"))

    def _listen(self) -> None:
        visitor, listening = self._visitor, self._window.listening
        visitor.touch(self._word("Listen"))
        visitor.wait_for("a word to be read", lambda: listening.word_number >= 12 or bool(listening.message), 20)
        self._picture("listening")
        if listening.message:
            self._diary.remarks.append(f"nothing could be heard: {listening.message}")
            visitor.touch(self._word("Close"))
            return
        visitor.touch(self._word("Pause"))
        self._picture("listening-paused")
        visitor.touch(self._word("Go on"))
        visitor.settle(0.2)
        visitor.touch(self._word("Stop"))

    def _change_the_display(self) -> None:
        visitor = self._visitor
        visitor.touch(self._word("Text size"))
        visitor.touch(self._word("Larger"))
        self._picture("larger-text")
        visitor.touch(self._word("Back to my page"))
        self._picture("guide-larger")
        visitor.touch(self._word("Colours"))
        self._picture("colours")
        visitor.touch(self._word("Yellow on black"))
        visitor.touch(self._word("Back to my page"))
        self._picture("guide-yellow-on-black")
        visitor.touch(self._word("Colours"))
        visitor.touch(self._word("Low glare"))
        visitor.touch(self._word("More ways to change it"))
        visitor.touch(self._word("Put everything I touch low down"))
        self._picture("more-ways-to-change-it")
        visitor.touch(self._word("Back to my page"))
        self._picture("guide-low-glare-controls-low")
        visitor.touch(self._word("Text size"))
        visitor.touch(self._word("Standard display"))
        visitor.touch(self._word("Letters that are easier to tell apart"))
        visitor.touch(self._word("Back to my page"))
        self._picture("guide-easy-letters")
        visitor.touch(self._word("Colours"))
        visitor.touch(self._word("Night"))
        visitor.touch(self._word("Back to my page"))
        self._picture("guide-night")
        visitor.touch(self._word("Home"))
        visitor.touch(self._word("Need help now?"))
        self._picture("need-help-now")
        visitor.touch(self._word("Back"))
        visitor.touch(self._word("Language"))
        self._picture("language")
        arabic = visitor.sees("العربية")
        if arabic is None:
            self._diary.remarks.append("there is no Arabic here")
            visitor.touch(self._word("Back"))
        else:
            visitor.touch_widget(arabic)
        self._picture("home-in-arabic")
        visitor.touch(self._word("My list"))
        self._picture("my-list-in-arabic")

    def _make_a_booklet(self) -> None:
        visitor, window = self._visitor, self._window
        visitor.touch(self._word("Make my booklet"))
        visitor.settle(0.6)
        self._picture("booklet")
        visitor.touch(self._word("Look at it"))
        preview = window.screen_shown
        assert isinstance(preview, BookletPreviewScreen)
        visitor.wait_for("the pages", lambda: preview.ready, 60)
        self._picture("booklet-preview")
        rendered = render_all(booklet_of(window.session))
        self._diary.booklet = self._diary.out / BOOKLET
        self._diary.booklet.write_bytes(rendered.pdf)
        self._diary.pages = rendered.page_count

    def _finish(self) -> None:
        visitor = self._visitor
        visitor.touch(self._word("Finish"))
        self._picture("finish")
        visitor.touch(self._word("Yes, clear everything"))
        visitor.wait_for("the first screen", lambda: visitor.sees(words_in("en").gettext("Touch to start")) is not None)
        self._picture("waiting-again")
