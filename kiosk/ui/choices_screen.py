"""A page with more choices than anyone can take in at once: a few of them, and buttons that turn to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.ui.accessible import announce
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.result_list import ResultList, rows_fit

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow

MOST_CHOICES = 8
"""At most so many can be chosen from at once; the frame and the buttons that turn a page are not counted."""


class ChoicesScreen(PageScreen):
    """Call `add_choices` last in `fill`. Where few are in view, in large letters on a wide panel, the page scrolls."""

    fills = True

    def build(self) -> None:
        self._first = 0
        self._starts: list[int] = []  # where the pages before this one began: choices differ in height
        metrics = self.look.metrics
        self._scrolls = not metrics.panel.portrait and (metrics.low or not rows_fit(metrics))
        self._list: ResultList | None = None
        super().build()

    def add_choices(self, choices: Sequence[QWidget], others: int) -> None:
        """Add what can be chosen; `others` counts the choices that stand above."""
        if self._scrolls:
            self._list = None
            self.add(CardGrid(self.look, choices, columns=1, tallest=0))
            return
        if self._first >= len(choices):
            self._first, self._starts = 0, []
        most = MOST_CHOICES - others
        shown = choices[self._first :]
        self._list = ResultList(self.look, self.words, shown, self._first, len(choices), most=most, found=False)
        self._list.page_wanted.connect(self._turn)
        self._list.too_tall.connect(lambda: QTimer.singleShot(0, self, self._let_it_scroll))
        for choice in choices[: self._first]:
            choice.setParent(self._list)
            choice.hide()
        self.add(self._list, 1)

    def _turn(self, first: int) -> None:
        if first > self._first:
            self._starts.append(self._first)
        elif first and self._starts:
            first = self._starts.pop()
        self._first = first
        self._anew()
        QTimer.singleShot(0, self, self._tell_which)

    def _let_it_scroll(self) -> None:
        """A choice may have a name of any length; only when it is laid out is it known that it does not fit."""
        if self._list is not None and not self._list.one_fits:
            self._scrolls = True
            self._anew()

    def _anew(self) -> None:
        with cast("KioskWindow", self.window()).focus.kept():
            self.refill()

    def _tell_which(self) -> None:
        if self._list is not None:
            announce(self, self._list.where.text)

    def press_page_key(self, key: int) -> None:
        if self._list is not None:
            self._list.press_key(key)
        else:
            super().press_page_key(key)
