"""The top of a page about abuse or danger: its title, and "Clear this screen", which never scrolls away."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui import keys
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock

_SHIFTS, _WITHIN_SECONDS = 3, 5.0


class SafeTop(QWidget):
    """One touch forgets the visit, stops speech, cancels printing and shows Home (GOV.UK "Exit this page").

    So does Shift, pressed three times within five seconds with no other key between.
    """

    def __init__(self, look: Look, session: Session, title: str) -> None:
        super().__init__()
        _ = session.words.gettext
        self._session = session
        self._struck: list[float] = []
        self._let_go = True
        self.has_title = look.metrics.columns_of_text >= 33
        """Whether the page's title stands beside the button; else all the room below is the page's."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        self.clear = Button(look, _("Clear this screen"), "finish", "accent")
        self.clear.set_least_height(look.metrics.main_target)
        # Translators: Shift is a key.
        self.clear.setAccessibleDescription(_("Or press the Shift key 3 times."))
        self.clear.clicked.connect(self._clear)
        if self.has_title:
            row.addWidget(TextBlock(look, title, "title", level=1), 1)
        row.addWidget(self.clear, 0 if self.has_title else 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _clear(self) -> None:
        self._session.end_visit(to_home=True)

    def _strike(self, key: int) -> None:
        """One strike is met several times, on its way from a widget to its parents: only the first one counts."""
        if key != keys.SHIFT:
            self._struck = []
        elif self._let_go:
            now = monotonic()
            self._struck = [when for when in self._struck if now - when < _WITHIN_SECONDS] + [now]
        self._let_go = False
        if len(self._struck) >= _SHIFTS and self.isVisible():
            self._clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress:
                self._strike(event.key())
            elif event.type() == QEvent.Type.KeyRelease:
                self._let_go = True
        return False
