"""Choices that show themselves: a text size in its own size, a set of colours in its own colours."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QFont

from kiosk.ui.metrics import Metrics
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look


class SizeSample(Button):
    """A text size in its own size."""

    not_audited: ClassVar[dict[str, str]] = {
        "SIZES": "it shows a text size as it is, so that a visitor can choose by eye",
        "CAPHEIGHT": "it shows a text size as it is, so that a visitor can choose by eye",
    }

    def __init__(self, look: Look, words: str, size: str, chosen: bool, name: str) -> None:
        super().__init__(look, words, "tick" if chosen else "", "chosen" if chosen else "plain", name=name)
        self._size = size

    def _font(self) -> QFont:
        return self._look.sized_font(Metrics(self._look.metrics.panel, self._size).body, bold=True)


class ThemeSample(Button):
    """A set of colours in its own colours; the edge is that of the page on which it stands."""

    def __init__(self, look: Look, words: str, theme: Theme, chosen: bool, name: str) -> None:
        own = look._replace(theme=theme)
        super().__init__(own, words, "tick" if chosen else "", "chosen" if chosen else "plain", name=name)
