"""A key of the on-screen keyboard: a letter, or a word with a drawing, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from kiosk.ui.metrics import Metrics
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import LINE_HEIGHT

_AIR_MM = 1.2
"""Above and below the line of a key."""


class Key(Button):
    """Acts when it is let go, and does not repeat. A touch never takes the focus from the field; Tab comes here.

    `does` is the letter that it types, or the word for what else it does.
    """

    def __init__(self, look: Look, does: str, words: str, icon: str = "", name: str = "") -> None:
        self._pixels = look.metrics.body
        super().__init__(look, words, icon, name=name)
        self.does = does
        self._label = words
        self._drawing = self._icon
        self._on: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def not_audited(self) -> dict[str, str]:
        """A letter as large as its key allows may be smaller than the words of a page; never below 5.0 mm."""
        reasons = {"CAPHEIGHT": "keys high enough for larger letters would leave no room for what is typed and found"}
        if self._label and not self._words:
            reasons["ELIDE"] = "a key too narrow for its word shows the drawing that keyboards have there"
        return super().not_audited | reasons

    def set_letter(self, letter: str, name: str) -> None:
        """Type, show and be called another letter: a capital in a small one's place."""
        self.does = self._label = self._words = letter
        self.setText(letter.replace("&", "&&"))
        self.setAccessibleName(name)
        self.update()

    def set_on(self, on: bool, name: str) -> None:
        """Say whether something is on, by its drawing, its look and its name; the drawing is shown only then."""
        self._on = on
        self.set_kind("chosen" if on else "plain")
        self.setAccessibleName(name)
        self.fit(self.width(), self.height())

    def widest(self, height: int) -> int:
        """The width that the word, with its drawing, takes at its best size."""
        self._show(self._label, self._drawing, self._best(height))
        return self.natural_width()

    def narrowest(self, height: int) -> int:
        """The width of the word at the smallest size that any word has, with its drawing if that says something."""
        self._show(self._label, "" if self._on is None else self._drawing, self._least(height))
        return self.natural_width()

    def fit(self, width: int, height: int) -> None:
        """Show the word as large as the width allows, with its drawing if that fits; the drawing alone comes last."""
        best, least, drawing = self._best(height), self._least(height), self._drawing
        ways = [(self._label, drawing, best), (self._label, "", best), (self._label, "", least)]
        if drawing:
            ways.append(("", drawing, least))
        if self._on is not None:
            ways.insert(1, (self._label, drawing, least))
        for way in ways:
            self._show(*way)
            if self.natural_width() <= width:
                break
        if self._on is False:
            self._icon = ""

    def _show(self, words: str, icon: str, pixels: int) -> None:
        self._words, self._icon, self._pixels = words, icon, pixels

    def _best(self, height: int) -> int:
        """The font size of the visitor's choice, or what the height of the key allows."""
        room = (height - 2 * self._look.metrics.mm(_AIR_MM)) / LINE_HEIGHT
        return min(self._look.metrics.body, int(room))

    def _least(self, height: int) -> int:
        return min(self._best(height), Metrics(self._look.metrics.panel, "standard").body)

    def _font(self) -> QFont:
        return self._look.sized_font(self._pixels, self._bold)

    def _icon_size(self) -> int:
        return round(self._pixels * 1.2)

    def _pad(self) -> int:
        return self._look.metrics.mm(2)

    def heightForWidth(self, width: int) -> int:
        """One line by itself needs no room for marks of a line above, which Arabic has between its lines."""
        return max(self._height, round(self._pixels * LINE_HEIGHT + 2 * self._look.metrics.mm(_AIR_MM)))
