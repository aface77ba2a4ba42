"""The window: one screen at a time inside the frame, made anew when place, language, size or colours change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.display import KEYBOARDS
from kiosk.ui import keys
from kiosk.ui.focus import Focus
from kiosk.ui.frame import BottomBar, TopBar
from kiosk.ui.listening import Listening
from kiosk.ui.metrics import Panel
from kiosk.ui.routes import HOME, Route
from kiosk.ui.screen import Screen, screen_class
from kiosk.ui.session import Session
from kiosk.ui.theme import palette
from kiosk.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from kiosk.ui.listen_bar import ListenBar
    from kiosk.ui.upper_part import UpperPart


class KioskWindow(QWidget):
    """Shows the session's place. It owns widgets and nothing else."""

    first_painted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setWindowTitle("Signpost")
        self.listening = Listening(session, self, lambda: self.screen_shown)
        self.focus = Focus(self)
        self._shown: tuple[object, ...] = ()
        self._places: dict[Route, float] = {}
        self.screen_shown: Screen | None = None
        self.top_bar: TopBar | None = None
        self.bottom_bar: BottomBar | None = None
        self.listen_bar: ListenBar | None = None
        self.overlay: QWidget | None = None
        self.upper_part: UpperPart | None = None
        self.idle: QObject | None = None
        self._painted = False
        self._right_to_left = QApplication.isRightToLeft()  # a window before this one may have turned it round
        self.resize(session.panel.width, session.panel.height)
        session.navigator.subscribe(self._moved)
        session.visit.subscribe(self._visit_changed)
        session.on_end(self._visit_ends)
        self.listening.changed.connect(self._listening_changed)
        self.rebuild()

    def rebuild(self) -> None:
        """Make the bars and the screen anew from the visit."""
        with self.focus.kept():
            self._rebuild()

    def use_panel(self, panel: Panel) -> None:
        """Show everything anew for a panel that has just been measured."""
        self.session.panel = panel
        self.rebuild()

    def _rebuild(self) -> None:
        visit = self.session.visit
        words = self.session.words
        self._face(words.right_to_left)
        if self._shown[:1] != self._to_show()[:1]:
            self.setPalette(palette(self.session.theme))
        self._drop(self.top_bar, self.bottom_bar)
        self.top_bar = TopBar(self.session)
        self.bottom_bar = BottomBar(self.session, self.listening.toggle)
        for bar in (self.top_bar, self.bottom_bar):
            bar.setParent(self)
        self._drop(self.upper_part)
        self.upper_part = None
        if visit.display.controls_low:
            from kiosk.ui.upper_part import UpperPart

            self.upper_part = UpperPart(self.session)
            self.upper_part.setParent(self)
            self.upper_part.lower()
        self._shown = self._to_show()
        self._show_screen()

    def _face(self, right_to_left: bool) -> None:
        if right_to_left != self._right_to_left:
            from PySide6.QtCore import Qt

            direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
            QApplication.setLayoutDirection(direction)
            self._right_to_left = right_to_left

    def _show_screen(self) -> None:
        with self.focus.held():
            self._make_screen()
        self.focus.begin()

    def _make_screen(self) -> None:
        route = self.session.navigator.here
        self._leave_screen()
        screen = screen_class(route)(self.session, route)
        screen.setParent(self)
        self.screen_shown = screen
        assert self.top_bar is not None
        assert self.bottom_bar is not None
        for bar in (self.top_bar, self.bottom_bar):
            bar.setVisible(screen.framed)
        own = next((block.text for block in screen.findChildren(TextBlock) if block.level == 1), "")
        self.top_bar.title.set_title(screen.title(), level=0 if own else 1)
        screen.setAccessibleName(screen.title() or own)
        if self.upper_part is not None:
            self.upper_part.set_title(screen.title())
        self.top_bar.back.setEnabled(self.session.navigator.can_go_back or route != HOME)
        self._show_listen_bar()
        screen.show()
        screen.go_to(self._places.get(route, 0.0))

    def _listening_changed(self) -> None:
        with self.focus.kept():
            self._show_listen_bar()

    def _show_listen_bar(self) -> None:
        self._drop(self.listen_bar)
        self.listen_bar = None
        if self.top_bar is None or self.bottom_bar is None:
            return
        if self.screen_shown is not None:
            self.bottom_bar.setVisible(self.screen_shown.framed)
        if self.listening.active and self.screen_shown is not None and self.screen_shown.framed:
            from kiosk.ui.listen_bar import ListenBar

            bar = self.listen_bar = ListenBar(
                self.session, self.listening.acts(), self.listening.paused, self.listening.message
            )
            if bar.leaves_too_little(self.top_bar, self.bottom_bar):
                bar.take_the_place_of(self.bottom_bar)
                self.bottom_bar.hide()
            bar.setParent(self)
            bar.show()
        self.bottom_bar.raise_()  # screen readers go from child to child in this order
        self._lay_out()

    def _lay_out(self) -> None:
        if self.screen_shown is None or self.top_bar is None or self.bottom_bar is None:
            return
        width, height = self.width(), self.height()
        top = height - self.session.used_panel.height if self.screen_shown.framed else 0
        if self.upper_part is not None:
            self.upper_part.setVisible(top > 0)
            self.upper_part.setGeometry(0, 0, width, top)
        if not self.screen_shown.framed:
            self.screen_shown.setGeometry(self.rect())
        else:
            self.top_bar.setGeometry(0, top, width, self.top_bar.height())
            bottom = height
            if not self.bottom_bar.isHidden():
                bottom -= self.bottom_bar.height()
                self.bottom_bar.setGeometry(0, bottom, width, self.bottom_bar.height())
            if self.listen_bar is not None:
                bottom -= self.listen_bar.height()
                self.listen_bar.setGeometry(0, bottom, width, self.listen_bar.height())
            top += self.top_bar.height()
            self.screen_shown.setGeometry(0, top, width, bottom - top)
        if self.overlay is not None:
            self.overlay.setGeometry(self.rect())
            self.overlay.raise_()

    def _moved(self, route: Route) -> None:
        self._remember_place()
        self.listening.stop()
        if self.screen_shown is not None and self.screen_shown.route == route:
            return
        self._show_screen()

    def _remember_place(self) -> None:
        if self.screen_shown is not None:
            self._places[self.screen_shown.route] = self.screen_shown.place
            self.focus.remember(self.screen_shown.route)

    def _to_show(self) -> tuple[object, ...]:
        """What all widgets are made for, the bars for an area; the order of keys is the on-screen keyboard's matter."""
        visit = self.session.visit
        return replace(visit.display, keyboard=KEYBOARDS[0]), visit.language, self.session.edition.folder

    def _visit_changed(self) -> None:
        if self._shown != self._to_show():
            self._remember_place()
            self.listening.stop()
            self.rebuild()
            return
        with self.focus.kept():
            if self.bottom_bar is not None:
                self.bottom_bar.refresh()
            if self.screen_shown is not None:
                self.screen_shown.visit_changed()

    def sweep_printer(self) -> None:
        """Cancel whatever jobs of ours wait at the printer, so that none comes out for the next visitor."""
        from kiosk.ui.background import run_in_background
        from kiosk.ui.printing_job import sweep

        named = self.session.settings.text("print.printer")
        run_in_background(self, lambda: sweep(named), lambda done: None)

    def _visit_ends(self) -> None:
        self._places.clear()
        self.focus.forget()
        if self.session.sent_to_printer:
            self.sweep_printer()
        clipboard = QApplication.clipboard()
        clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self.show_over(None)
        with self.focus.held():
            self._leave_screen()

    def _leave_screen(self) -> None:
        if self.screen_shown is not None:
            self.screen_shown.leave()
        self._drop(self.screen_shown)
        self.screen_shown = None

    @staticmethod
    def _drop(*widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def show_over(self, overlay: QWidget | None) -> None:
        """Lay a widget over everything (the idle warning), or take it away."""
        with self.focus.covered(overlay is not None):
            self._drop(self.overlay)
            self.overlay = overlay
            if overlay is not None:
                overlay.setParent(self)
                overlay.setGeometry(self.rect())
                overlay.show()
                overlay.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.size()
        panel = self.session.panel
        if (size.width(), size.height()) != (panel.width, panel.height) and self.isVisible():
            self.session.panel = Panel(size.width(), size.height(), panel.pixels_per_mm)
            self._remember_place()
            self.rebuild()
        else:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == keys.ESCAPE:
            self.session.navigator.back()
        elif self.screen_shown is not None and self.screen_shown.takes_key(event.key()):
            pass
        elif event.key() in keys.ARROWS:
            onward = keys.LEFT if self.session.words.right_to_left else keys.RIGHT
            self.focus.read_on(event.key() in (keys.DOWN, onward))
        elif event.key() in keys.PAGING and self.screen_shown is not None:
            self.screen_shown.press_page_key(event.key())
        elif event.key() in keys.FUNCTION:
            from kiosk.ui.function_keys import FunctionKeys

            FunctionKeys(self).press(event.key())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.focus.step(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.end_visit()
        self.listening.close()
        super().closeEvent(event)
