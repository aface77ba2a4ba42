"""What every screen for typing is: a field, what is said about it, and a keyboard that makes room for both."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entry import MAX_LETTERS, Entry
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keyboard_layouts import Purpose
from kiosk.ui.widgets.status import Status
from kiosk.visit import HalfTyped

_WAYS_TO_FIT = (
    (False, False, True, False),
    (True, False, True, False),
    (True, True, True, False),
    (True, True, False, False),
    (True, True, False, True),
)
"""What gives way, one after the other: the gaps, the height of the keys, what is said, the height of the field."""


class TypingScreen(Screen):
    """Nothing that was typed is lost: what was not used is kept in the visit while the visitor is elsewhere."""

    longest: ClassVar = MAX_LETTERS
    said_above: ClassVar = False
    """Whether what is said stands above the field: where it tells what to type."""

    def build(self) -> None:
        self.make_parts()
        self.place_parts()
        self._join_parts()

    def make_parts(self) -> None:
        """Make the field, the button beside it, what is said, and the keys."""
        display = self.session.visit.display
        self._used = False
        self.entry = Entry(self.look, self.field_name(), self.hint(), self.icon(), self.longest)
        self._begin_with(self.settled_words())
        self.done = Button(self.look.furniture, self.done_words(), kind="primary")
        self.said = Status(self.look.furniture, " ")
        self.middle = self.make_middle()
        self.keyboard = Keyboard(self.look, self.words, self.purpose, display.keyboard)

    def place_parts(self) -> None:
        """Put them one below another."""
        self._share_row(low=False)
        row = QHBoxLayout()
        row.setSpacing(self.look.metrics.gap)
        row.addWidget(self.entry, 1)
        row.addWidget(self.done)
        self._outer: QBoxLayout = QVBoxLayout(self)
        self._outer.addLayout(row)
        self._outer.insertWidget(0 if self.said_above else 1, self.said)
        self._outer.addWidget(self.middle, 1)
        self._outer.addStretch(0)
        self._outer.addWidget(self.keyboard)

    def _join_parts(self) -> None:
        self.keyboard.typed.connect(self.entry.type_in)
        self.keyboard.erased.connect(self.entry.erase)
        self.keyboard.order_wanted.connect(lambda order: self.session.visit.choose_display(keyboard=order))
        field = self.entry.field
        field.textChanged.connect(self._changed)
        field.cursorPositionChanged.connect(lambda *_places: self.keyboard.follow(self._before_cursor()))
        field.returnPressed.connect(self.finish)
        self.done.clicked.connect(self.finish)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._answer)
        self._answer()

    def _row_height(self, low: bool) -> int:
        """The height of the field and of the button beside it."""
        words = 0 if low else self.done.heightForWidth(self.done.natural_width())
        return max(self.entry.tall(low), words)

    def _share_row(self, low: bool) -> None:
        self.entry.set_low(low)
        for part in (self.entry, self.done):
            part.setFixedHeight(self._row_height(low))

    @property
    def purpose(self) -> Purpose:
        """What is typed here, for the keyboard."""
        raise NotImplementedError

    def field_name(self) -> str:
        """What the field is for."""
        raise NotImplementedError

    def hint(self) -> str:
        """What stands in the field while it is empty, where it fits."""
        return ""

    def icon(self) -> str:
        """The drawing in the field."""
        return ""

    def done_words(self) -> str:
        """What stands on the button beside the field."""
        return self._("Done")

    def settled_words(self) -> str:
        """What the field stands for now, by the visit: it begins with this."""
        return ""

    def make_middle(self) -> QWidget:
        """What stands between the words about the field and the keys, if there is room for it."""
        return QWidget()

    def answer(self, typed: str) -> None:
        """Say something about what was typed so far."""

    def use(self, typed: str) -> bool:
        """Use what was typed, and leave; whether it could be used."""
        raise NotImplementedError

    def finish(self) -> None:
        """The visitor has typed all they wanted."""
        self._soon.stop()  # what is said of it now is the last word
        self._used = True
        self._used = self.use(self.entry.field.text().strip())
        self.fit_parts()

    def visit_changed(self) -> None:
        self.keyboard.set_order(self.session.visit.display.keyboard)

    def leave(self) -> None:
        self._soon.stop()
        field, settled = self.entry.field, self.settled_words()
        if self._used or field.text() == settled:
            self.session.visit.keep_half_typed(None)
        else:
            typed = HalfTyped(str(self.route), settled, field.text(), field.cursorPosition())
            self.session.visit.keep_half_typed(typed)

    def _begin_with(self, settled: str) -> None:
        half, field = self.session.visit.half_typed, self.entry.field
        if half is None or (half.field, half.instead_of) != (str(self.route), settled):
            field.setText(settled)
            return
        field.setText(half.words)
        field.setCursorPosition(half.cursor)

    def _before_cursor(self) -> str:
        return self.entry.field.text()[: self.entry.field.cursorPosition()]

    def asked(self, more: str) -> str:
        """What is said while nothing is typed: what the field is for, where it does not stand in the field itself."""
        return more if self.entry.shows_hint else f"{self.field_name()}. {more}".rstrip()

    def _changed(self, _typed: str) -> None:
        """The letter shows first; a press that comes before its answer takes the place of the one before."""
        self._soon.start(0)

    def _answer(self) -> None:
        self.answer(self.entry.field.text())
        self.keyboard.follow(self._before_cursor())
        self.fit_parts()

    def middle_wants(self) -> int:
        """How much of the height is kept for what stands in the middle, rather than for higher keys."""
        return 0

    def fit_parts(self) -> None:
        """Share the height: the field and the least of the keys first, then what is said, then all else."""
        if not self.height():
            return
        metrics, least = self.look.metrics, self.keyboard.least_height
        said = self.said.heightForWidth(self.width() - 2 * metrics.margin)
        for near, short, says, low in _WAYS_TO_FIT:
            edge, gap = (metrics.mm(1.5), metrics.least_gap) if near else (metrics.gap, metrics.gap)
            parts = [self._row_height(low), *([said] if says else []), least(short)]
            spare = self.height() - 2 * edge - sum(parts) - gap * (len(parts) - 1)
            if spare >= 0:
                break
        self._share_row(low)
        self._outer.setContentsMargins(metrics.margin, edge, metrics.margin, edge)
        self._outer.setSpacing(gap)
        self.said.setVisible(says)
        self.keyboard.set_short(short)
        higher = min(self.keyboard.best_height() - least(short), spare - gap - self.middle_wants())
        self.keyboard.setFixedHeight(least(short) + max(0, higher))
        self.middle.setVisible(spare - max(0, higher) - gap >= metrics.target)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._outer.activate()
        self._answer()
