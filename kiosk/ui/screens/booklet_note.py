"""Writing a note of one's own into the booklet; it is printed once and forgotten."""

from __future__ import annotations

from typing import ClassVar

from kiosk.ui.typing_screen import TypingScreen
from kiosk.ui.widgets.keyboard_layouts import Purpose

LONGEST_NOTE = 400


class BookletNoteScreen(TypingScreen):
    """A name, a question, whom to ask for: whatever the visitor wants on paper. However they leave, it is kept."""

    longest: ClassVar = LONGEST_NOTE
    said_above: ClassVar = True

    @property
    def purpose(self) -> Purpose:
        return "note"

    def title(self) -> str:
        return self._("Make my booklet")

    def field_name(self) -> str:
        return self._("Write something to take with you, such as a question to ask")

    def icon(self) -> str:
        return "note"

    def settled_words(self) -> str:
        return self.session.visit.booklet.note

    def answer(self, typed: str) -> None:
        metrics = self.look.metrics
        more = self._("It is printed in your booklet and then forgotten.")
        self.said.set_text(self.asked("" if metrics.low or metrics.text_size == "largest" else more))

    def use(self, typed: str) -> bool:
        self.session.visit.plan_booklet(note=typed)
        self.session.navigator.back()
        return True

    def leave(self) -> None:
        if not self._used:
            self.session.visit.plan_booklet(note=self.entry.field.text().strip())
        super().leave()
