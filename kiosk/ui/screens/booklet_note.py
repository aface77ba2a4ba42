"""Writing a note of one's own into the booklet; it is printed once and forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entry import Entry
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.text_block import TextBlock

LONGEST_NOTE = 400


class BookletNoteScreen(Screen):
    """A name, a question, whom to ask for: whatever the visitor wants on paper."""

    def title(self) -> str:
        return self._("Make my booklet")

    def build(self) -> None:
        _, metrics = self._, self.look.metrics
        outer = QVBoxLayout(self)
        roomy = not metrics.low and metrics.text_size in ("standard", "large")
        spacing = metrics.gap if roomy else metrics.mm(1)
        outer.setContentsMargins(metrics.margin, spacing, metrics.margin, spacing)
        outer.setSpacing(spacing)
        label = _("Write something to take with you, such as a question to ask")
        small = self.look.furniture
        outer.addWidget(TextBlock(small, label))
        row = QHBoxLayout()
        row.setSpacing(metrics.gap)
        self.entry = Entry(self.look, label, "", "note", LONGEST_NOTE)
        self.entry.field.setText(self.session.visit.booklet.note)
        done = Button(self.look, _("Done"), kind="primary")
        done.set_least_height(self.entry.sizeHint().height())
        row.addWidget(self.entry, 1)
        row.addWidget(done)
        outer.addLayout(row)
        outer.addWidget(TextBlock(small, _("It is printed in your booklet and then forgotten."), "muted"))
        outer.addStretch(1)
        self.keyboard = Keyboard(self.look, self.words, self.session.visit.language)
        outer.addWidget(self.keyboard)
        self.keyboard.typed.connect(self.entry.type_in)
        self.keyboard.erased.connect(self.entry.erase)
        self.entry.field.returnPressed.connect(self._finish)
        done.clicked.connect(self._finish)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def _finish(self) -> None:
        self.session.visit.plan_booklet(note=self.entry.field.text().strip())
        self.session.navigator.back()
