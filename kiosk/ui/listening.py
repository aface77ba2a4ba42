"""Joins Listen to the page: what is read, what is marked, and what is said when there is no voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.ui.session import Session

if TYPE_CHECKING:
    from kiosk.speech.controller import SpeechController
    from kiosk.ui.screen import Screen

_Number = TypeVar("_Number", int, float)
RATES = (75, 90, 110, 125, 150, 175, 200, 250)
"""Speaking speeds in words a minute: eight steps (VVSG 2.0 7.1-K asks for 50 % to 200 %)."""
LOUDNESS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Parts of the loudest that the machine gives: steps of a tenth (VVSG 2.0 7.1-K)."""


class Listening(QObject):
    """One controller for the program; silence at once when the page changes."""

    changed = Signal()

    def __init__(self, session: Session, owner: QObject, shown: Callable[[], Screen | None]) -> None:
        super().__init__(owner)
        self._session = session
        self._shown = shown
        self._controller: SpeechController | None = None
        self._rate = int(session.settings["speech.rate"])
        self._loudness = float(session.settings["speech.volume"])
        self._sentence: tuple[str, int, int] | None = None
        self._word: tuple[str, int, int] | None = None
        self.active = False
        self.paused = False
        self.message = ""
        self.word_number = 0
        """How many words of this page have been read."""
        session.voice = self
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
        self._made().speak(screen.readings(), self._session.visit.language, self._rate, self._loudness)
        self.changed.emit()

    def say(self, text: str) -> None:
        """Say one sentence that is not on the page (the idle question)."""
        if not self._session.settings["speech.enabled"]:
            return
        from kiosk.document.reading import Reading

        self.stop()
        language = self._session.visit.language
        self._made().speak([Reading("", text, language)], language, self._rate, self._loudness)

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
            "slower": lambda: self.change_rate(-1),
            "faster": lambda: self.change_rate(1),
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

    def change_rate(self, step: int) -> None:
        """Speak slower (-1) or faster (1): what is being read goes on so, else a sentence says how it sounds."""
        self._rate = _next(RATES, self._rate, step)
        if not self.active:
            self.say(self._session.words.gettext("This is how fast the voice speaks."))
            return
        self._made().set_rate(self._rate)
        if self.paused:
            self._resume()

    def change_loudness(self, step: int) -> None:
        """Speak quieter (-1) or louder (1), at once, also in the middle of a sentence."""
        self._loudness = _next(LOUDNESS, self._loudness, step)
        if not self.active:
            self.say(self._session.words.gettext("This is how loud the voice is."))
        elif not self.message:
            self._made().set_volume(self._loudness)

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
        self._loudness = float(self._session.settings["speech.volume"])


def _next(steps: Sequence[_Number], now: _Number, step: int) -> _Number:
    """The step beside the one that is nearest to what it is now; at both ends it stays."""
    nearest = min(range(len(steps)), key=lambda number: abs(steps[number] - now))
    return steps[min(len(steps) - 1, max(0, nearest + step))]
