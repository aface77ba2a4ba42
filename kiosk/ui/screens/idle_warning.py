"""The question "Are you still there?", laid over the page; any touch stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text_block import TextBlock


class IdleWarning(QWidget):
    """Counts down in words; it is not a dialog, so it can strand nobody."""

    told_as = "alert"

    def __init__(self, session: Session, left: int, stay: Callable[[], None], finish: Callable[[], None]) -> None:
        super().__init__()
        self._ = session.words.gettext
        self._words = session.words
        self.look = session.look
        _ = self._
        margin = self.look.metrics.margin
        column = self._column = QVBoxLayout(self)
        out_of_reach = session.panel.height - session.used_panel.height
        column.setContentsMargins(margin * 2, margin + out_of_reach, margin * 2, margin)
        column.setSpacing(self.look.metrics.gap * 2)
        column.addStretch(1)
        self.setAccessibleName(_("Are you still there?"))
        column.addWidget(TextBlock(self.look, _("Are you still there?"), "title", level=1))
        self._left = TextBlock(self.look, "", "body")
        column.addWidget(self._left)
        self._calm = TextBlock(self.look, _("Nothing is kept. Touch anywhere to stay."), "body")
        column.addWidget(self._calm)
        self._stay = Button(self.look, _("Yes, I need more time"), "tick", "primary")
        self._stay.set_least_height(self.look.metrics.main_target)
        self._stay.clicked.connect(lambda: stay())
        column.addWidget(self._stay)
        done = Button(self.look, _("No, clear everything"), "finish")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(lambda: finish())
        column.addWidget(done)
        column.addStretch(1)
        self.count(left)

    def count(self, left: int) -> None:
        """Show how many seconds are left."""
        words = self._words.ngettext(
            "This screen clears in {count} second.", "This screen clears in {count} seconds.", left
        )
        self._left.set_text(words.format(count=left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._calm.show()
        if self._column.totalHeightForWidth(self.width()) > self.height():
            self._calm.hide()  # the largest words on a low panel: what the buttons do not say comes first

    def spoken_text(self) -> str:
        """What is said aloud when the question appears."""
        _ = self._
        return _("Are you still there? Touch the screen or press any key to stay.")

    def focus_first(self) -> None:
        """Give the first answer the keyboard's focus."""
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme.color("paper"))
