"""Says aloud where one is and what has the focus, so that the kiosk can be used by keys without seeing it.

EN 301 549 5.1.3.1 and 5.5.2: every thing that can be pressed is told by sound before it is pressed. Off at the start
of a visit; F3 switches it from every screen, as does the display page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.ui.accessible import on_announcement
from kiosk.ui.routes import Route
from kiosk.ui.screens.idle_warning import IdleWarning
from kiosk.ui.session import Session
from kiosk.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow


class SayAloud(QObject):
    """Listens for moves of the focus and of the page; what is new cuts off what was being said (EN 301 549 5.1.3.5)."""

    def __init__(self, session: Session, window: KioskWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._on = False
        self._new_place = False
        self._moved = False
        self._news = ""
        self._visit_ends = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._say)
        session.navigator.subscribe(self._place_changed)
        session.visit.subscribe(self._visit_changed)
        session.on_end(self._be_silent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.destroyed.connect(on_announcement(self._announced))
        self._visit_changed()

    def words_of_place(self) -> str:
        """The heading of the screen that is shown."""
        screen, bar = self._window.screen_shown, self._window.top_bar
        if screen is None or bar is None:
            return ""
        heading = next((block.text for block in screen.findChildren(TextBlock) if block.level == 1), bar.title.text)
        return heading or self._session.words.gettext("Touch to start")

    def words_of(self, widget: QWidget | None) -> str:
        """What is said of the thing that has the focus. What a visitor typed is counted, never said."""
        if isinstance(widget, QLineEdit):
            count = len(widget.text())
            typed = self._session.words.ngettext("{count} letter typed.", "{count} letters typed.", count)
            return f"{widget.accessibleName()}. {typed.format(count=count)}"
        if widget is None or not hasattr(widget, "spoken"):
            return ""
        return str(widget.spoken())

    def _place_changed(self, _route: Route) -> None:
        self._new_place = True
        self._say_soon()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._moved = True
            self._say_soon()

    def _announced(self, words: str) -> None:
        """What a choice has brought about; that there is no voice is nothing that a voice could say."""
        if self._on and words != self._window.listening.message:
            self._news = words
            self._say_soon()

    def _say_soon(self) -> None:
        if self._on:
            self._soon.start()

    def _visit_changed(self) -> None:
        on = self._session.visit.display.say_aloud
        ends, self._visit_ends = self._visit_ends, False
        if on == self._on:
            return
        self._on, self._new_place, self._moved, self._news = on, False, False, ""
        self._soon.stop()
        _ = self._session.words.gettext
        if on:
            # Translators: Enter and F3 are keys.
            self._news = _(
                "Each thing is said aloud now. Press the down arrow to go on, Enter to choose, F3 to switch this off."
            )
            self._new_place = True
            self._say_soon()
        elif not ends:
            self._window.listening.say(_("Things are not said aloud any more."))

    def _be_silent(self) -> None:
        """Whoever clears the screen wants no voice."""
        self._visit_ends = True

    def _say(self) -> None:
        _ = self._session.words.gettext
        moved = self._moved or self._new_place or not self._news
        focused = QApplication.focusWidget() if moved else None
        parts = [f"{self._news.rstrip('.')}."] if self._news else []
        if isinstance(self._window.overlay, IdleWarning):
            parts.append(self._window.overlay.spoken_text())
        elif self._new_place:
            parts.append(f"{self.words_of_place()}.")
        here = self.words_of(focused)
        if here:
            parts.append(here)
        elif self._new_place and not self._news:
            parts.append(_("Press the down arrow to hear what there is."))
        self._new_place, self._moved, self._news = False, False, ""
        if parts:
            self._window.listening.say(" ".join(parts))
