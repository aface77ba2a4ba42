"""The bar that is there while a page is read aloud."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.frame import Bar, BottomBar, TopBar
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.wrapped_text import LINE_HEIGHT, WrappedText, wrapped

_LEAST_LINES = 8
"""So many lines of text are left to the page."""


class ListenBar(Bar):
    """Over the bottom bar while a page is read: pause, say again, slower, faster, stop; or why there is no voice."""

    def __init__(self, session: Session, acts: dict[str, Callable[[], object]], paused: bool, message: str) -> None:
        super().__init__(session, line_at_top=True)
        _ = session.words.gettext
        self._message = message
        # Translators: what a screen reader calls the bar with Pause, Say again, Slower, Faster and Stop.
        self.setAccessibleName(message or _("Reading aloud"))
        if message:
            self._parts: list[Button] = [self.button(_("Close"), "close", acts["stop"])]
        else:
            first = (
                self.button(_("Go on"), "play", acts["resume"])
                if paused
                else self.button(_("Pause"), "pause", acts["pause"])
            )
            self._parts = [
                first,
                self.button(_("Say again"), "repeat", acts["repeat"]),
                self.button(_("Slower"), "slower", acts["slower"]),
                self.button(_("Faster"), "faster", acts["faster"]),
                self.button(_("Stop"), "stop", acts["stop"]),
            ]
        self.arrange(self._parts)
        if message:
            words = round(self._message_text(self._message_width()).height) + 2 * self.edge
            self.setFixedHeight(max(self.height(), words))

    def buttons_in_order(self) -> list[QWidget]:
        """The bar's buttons in their order."""
        return [*self._parts]

    def _message_width(self) -> int:
        return self.session.panel.width - 3 * self.edge - self._parts[0].sizeHint().width()

    def _message_text(self, width: int) -> WrappedText:
        return wrapped(self._message, self.look.font("body"), width, self.look.right_to_left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._message:
            wide = self._parts[0].sizeHint().width()
            left = self.edge if self.look.right_to_left else self.width() - self.edge - wide
            self._parts[0].setGeometry(left, (self.height() - self.button_height) // 2, wide, self.button_height)
            return
        self.place(self._parts)

    def leaves_too_little(self, top: TopBar, bottom: BottomBar) -> bool:
        """Whether one more bar leaves the page too little room, as with the largest words on a low panel."""
        height = self.session.used_panel.height
        left = height - top.height() - bottom.height() - self.height()
        return left < _LEAST_LINES * LINE_HEIGHT * self.session.metrics.body

    def take_the_place_of(self, bar: BottomBar) -> None:
        """Stand where the bottom bar stands, with Finish where it has it: the page keeps all of its room."""
        if self._message:
            self.setFixedHeight(max(self.height(), bar.height()))
            return
        _ = self.session.words.gettext
        self._parts.append(self.button(_("Finish"), "finish", lambda: self.session.navigator.go(Route("finish"))))
        if not all(part.shows_icon for part in bar.buttons()):
            for part in self._parts:
                part.hide_icon()
        self.each, self.by_words = bar.each, bar.by_words
        self.setFixedHeight(bar.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._message:
            painter = QPainter(self)
            laid = self._message_text(self._message_width())
            left = self.width() - self.edge - self._message_width() if self.look.right_to_left else self.edge
            laid.draw(painter, left, (self.height() - laid.height) / 2, self.look.theme.ink)
