"""Joins Listen to the page: what is read, what is marked, and what is said when there is no voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.speech.controller import SpeechController
    from kiosk.ui.screen import Screen

RATES = (75, 90, 110, 125, 150, 175, 200, 250)
"""Speaking speeds in words a minute: eight steps (VVSG 2.0 7.1-K asks for 50 % to 200 %)."""


class Listening(QObject):
    """One controller for the program; silence at once when the page changes."""

    changed = Signal()

    def __init__(self, session: Session, owner: QObject, shown: Callable[[], Screen | None]) -> None:
        super().__init__(owner)
        self._session = session
        self._shown = shown
        self._controller: SpeechController | None = None
        self._rate = int(session.settings["speech.rate"])
        self._sentence: tuple[str, int, int] | None = None
        self._word: tuple[str, int, int] | None = None
        self.active = False
        self.paused = False
        self.message = ""
        self.word_number = 0
        """How many words of this page have been read."""
        session.on_end(self._forget)
        session.on_standard_display(self._forget)

    def prepare(self) -> None:
        """Start the voice in the background; called after the first paint."""
        if self._session.settings["speech.enabled"]:
            self._made().prepare()

    def toggle(self) -> None:
        """Read the page from the top, or stop."""
        if self.active:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Read the page from the top."""
        screen = self._shown()
        if screen is None:
            return
        self.active, self.paused, self.message, self.word_number = True, False, "", 0
        if not self._session.settings["speech.enabled"]:
            self._unavailable("off")
            return
        self._made().speak(
            screen.readings(), self._session.visit.language, self._rate, float(self._session.settings["speech.volume"])
        )
        self.changed.emit()

    def say(self, text: str) -> None:
        """Say one sentence that is not on the page (the idle question)."""
        if not self._session.settings["speech.enabled"]:
            return
        from kiosk.document.reading import Reading

        self.stop()
        language = self._session.visit.language
        self._made().speak(
            [Reading("", text, language)], language, self._rate, float(self._session.settings["speech.volume"])
        )

    def stop(self) -> None:
        """Silence, and no mark left on the page."""
        if self._controller is not None:
            self._controller.stop()
        self._ended()

    def close(self) -> None:
        """End the voice's process."""
        if self._controller is not None:
            self._controller.close()

    def acts(self) -> dict[str, Callable[[], object]]:
        """What the listening bar's buttons do."""
        return {
            "pause": self._pause,
            "resume": self._resume,
            "repeat": lambda: self._made().repeat_sentence(),
            "slower": lambda: self._change_rate(-1),
            "faster": lambda: self._change_rate(1),
            "stop": self.stop,
        }

    def _made(self) -> SpeechController:
        if self._controller is None:
            from kiosk.speech.controller import SpeechController

            controller = SpeechController(self)
            controller.sentence_started.connect(self._on_sentence)
            controller.word_started.connect(self._on_word)
            controller.finished.connect(self._ended)
            controller.unavailable.connect(self._unavailable)
            self._controller = controller
        return self._controller

    def _pause(self) -> None:
        self._made().pause()
        self.paused = True
        self.changed.emit()

    def _resume(self) -> None:
        self._made().resume()
        self.paused = False
        self.changed.emit()

    def _change_rate(self, step: int) -> None:
        nearest = min(range(len(RATES)), key=lambda n: abs(RATES[n] - self._rate))
        self._rate = RATES[min(len(RATES) - 1, max(0, nearest + step))]
        self._made().set_rate(self._rate)
        if self.paused:
            self._resume()

    def _on_sentence(self, path: str, start: int, length: int) -> None:
        self._sentence, self._word = (path, start, length), None
        self._mark()

    def _on_word(self, path: str, start: int, length: int) -> None:
        self._word = (path, start, length)
        self.word_number += 1
        self._mark()

    def _mark(self) -> None:
        screen = self._shown()
        if screen is None or self._sentence is None or not self.active:
            return
        path, start, length = self._sentence
        word = self._word[1:] if self._word and self._word[0] == path else None
        screen.mark_spoken(path, (start, length), word)

    def _ended(self) -> None:
        was = self.active
        self.active, self.paused, self.message = False, False, ""
        self._sentence = self._word = None
        if was:
            screen = self._shown()
            if screen is not None:
                screen.mark_spoken("", None, None)
            self.changed.emit()

    def _unavailable(self, code: str) -> None:
        from kiosk.speech.messages import message

        _ = self._session.words.gettext
        off = _("Reading aloud is switched off here. You can make the text larger, or ask someone to read with you.")
        self.message = off if code == "off" else message(code, self._session.words)
        self.active, self.paused = True, False
        self.changed.emit()

    def _forget(self) -> None:
        self.stop()
        self._rate = int(self._session.settings["speech.rate"])
