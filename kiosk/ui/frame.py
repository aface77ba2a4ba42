"""The frame: the same bars, in the same place and order, around every screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.bar_title import BarTitle, area_lines
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, line_height, wrapped


def frame_look(session: Session) -> Look:
    """The look of the bars."""
    return session.look.furniture


class Bar(QWidget):
    """One bar with a line towards the page."""

    told_as = "bar"

    def __init__(self, session: Session, line_at_top: bool) -> None:
        super().__init__()
        self.session = session
        self.look = frame_look(session)
        self._line_at_top = line_at_top
        self.setAutoFillBackground(False)

    @property
    def not_audited(self) -> dict[str, str]:
        """What its look says."""
        return self.look.not_audited

    @property
    def edge(self) -> int:
        """Space between the bar's edge and its buttons."""
        return self.look.metrics.mm(5.5 if self.look.metrics.main_target > self.look.metrics.mm(18) else 2.5)

    @property
    def button_height(self) -> int:
        """A main action's height, or what one line of the largest words needs."""
        line = line_height(self.session.words.gettext("Back"), self.look.font("body", bold=True))
        return max(self.look.metrics.main_target, ceil(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.look.metrics.line
        self.look.fill(painter, QRectF(self.rect()), "card")
        top = 0 if self._line_at_top else self.height() - line
        self.look.fill(painter, QRectF(0, top, self.width(), line), "line")

    def button(self, text: str, icon: str, act: Callable[[], object], kind: str = "plain", name: str = "") -> Button:
        """A button of the bar."""
        made = Button(self.look, text, icon, kind, name=name)
        made.set_least_height(self.button_height)
        made.setParent(self)
        made.clicked.connect(lambda: act())
        return made

    def row(self, buttons: Sequence[QWidget], top: int, equal: bool) -> None:
        """Place buttons in one row in reading order."""
        gap, edge, width = self.look.metrics.gap, self.edge, self.width()
        each = (width - 2 * edge - gap * (len(buttons) - 1)) // len(buttons)
        left = edge
        for button in buttons:
            wide = each if equal else button.sizeHint().width()
            place = width - left - wide if self.look.right_to_left else left
            button.setGeometry(place, top, wide, self.button_height)
            left += wide + gap


class TopBar(Bar):
    """Back · Home · title · Help. Under the title stands the area, and that an edition was not signed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, line_at_top=False)
        _ = session.words.gettext
        # Translators: what a screen reader calls the bar with Back, Home and Help.
        self.setAccessibleName(_("Top bar"))
        self.back = self.button(_("Back"), "back", session.navigator.back)
        self.home = self.button(_("Home"), "home", session.navigator.home)
        self.title = BarTitle(self.look, area_lines(session))
        self.title.setParent(self)
        self.help = self.button(_("Help"), "help", lambda: session.navigator.go(Route("help")))
        self._own_row = self._needs_own_row()
        both = self.title.height_of_two_lines
        beside = max(self.button_height + 2 * self.edge, both + self.look.metrics.line)
        below = self.button_height + self.edge + both + self.edge // 2
        self.setFixedHeight(below if self._own_row else beside)

    def _needs_own_row(self) -> bool:
        """Whether what must be said has no room between the buttons and needs a row below them."""
        used = sum(button.sizeHint().width() for button in (self.back, self.home, self.help))
        return self.title.least_width > self.session.panel.width - used - 2 * self.edge - 4 * self.look.metrics.gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.row([self.back, self.home], self.edge, equal=False)
        wide = self.help.sizeHint().width()
        place = self.edge if self.look.right_to_left else self.width() - self.edge - wide
        self.help.setGeometry(place, self.edge, wide, self.button_height)
        self.title.setGeometry(self._title_room())

    def _title_room(self) -> QRect:
        """The space between the buttons, or the row below them."""
        line = self.look.metrics.line
        if self._own_row:
            top = self.button_height + self.edge
            return QRect(self.edge, top, self.width() - 2 * self.edge, self.height() - top - self.edge // 2)
        start, end = self.home.geometry(), self.help.geometry()
        gap = self.look.metrics.gap
        left, right = (end.right(), start.left()) if self.look.right_to_left else (start.right(), end.left())
        return QRect(left + gap, 0, max(0, right - left - 2 * gap), self.height() - line)


class BottomBar(Bar):
    """Listen · Text size · Colours · Language · My list (n) · Finish, in one row or in two."""

    def __init__(self, session: Session, listen: Callable[[], object]) -> None:
        super().__init__(session, line_at_top=True)
        _ = session.words.gettext
        # Translators: what a screen reader calls the bar with Listen, Text size, Colours and so on.
        self.setAccessibleName(_("Bottom bar"))
        go = session.navigator.go
        self.listen = self.button(_("Listen"), "listen", listen, "accent")
        self.text_size = self.button(_("Text size"), "text-size", lambda: go(Route("display", "size")))
        self.colours = self.button(_("Colours"), "colours", lambda: go(Route("display", "colours")))
        self.language = self.button(_("Language"), "language", lambda: go(Route("language")))
        self.my_list = self.button(self._list_words(), "list", lambda: go(Route("list")))
        self.finish = self.button(_("Finish"), "finish", lambda: go(Route("finish")))
        self._arrange_rows()

    def _list_words(self) -> str:
        _ = self.session.words.gettext
        # Translators: the bar's button for the visitor's own list; the number of things kept stands in brackets.
        return _("My list ({count})").format(count=self.session.visit.kept_count)

    def buttons(self) -> list[Button]:
        """The six buttons in their order."""
        return [self.listen, self.text_size, self.colours, self.language, self.my_list, self.finish]

    def refresh(self) -> None:
        """Show how much is kept now."""
        fresh = self.button(self._list_words(), "list", lambda: self.session.navigator.go(Route("list")))
        fresh.setGeometry(self.my_list.geometry())
        if not self.my_list.shows_icon:
            fresh.hide_icon()
        fresh.stackUnder(self.finish)
        self.my_list.hide()
        self.my_list.deleteLater()
        self.my_list = fresh
        fresh.show()

    def _arrange_rows(self) -> None:
        gap, width = self.look.metrics.gap, self.session.panel.width - 2 * self.edge
        self._tight = self.look.metrics.low and self._in_one_row(width, gap)
        if self._tight:
            self._rows = 1
            self.setFixedHeight(self.button_height + 2 * self.edge)
            return
        widest = max(button.sizeHint().width() for button in self.buttons())
        self._rows = 1
        while self._rows < 3 and widest * (6 // self._rows) + gap * (6 // self._rows - 1) > width:
            self._rows += 1
        self.setFixedHeight(self._rows * self.button_height + (self._rows - 1) * gap + 2 * self.edge)

    def _in_one_row(self, width: int, gap: int) -> bool:
        """On a low panel one row is worth more than the icons; whether the words alone fit into it."""
        if sum(button.natural_width() for button in self.buttons()) + 5 * gap <= width:
            return True
        for button in self.buttons():
            button.hide_icon()
        return sum(button.natural_width() for button in self.buttons()) + 5 * gap <= width

    def _place_tight(self) -> None:
        gap, buttons = self.look.metrics.gap, self.buttons()
        spare = self.width() - 2 * self.edge - 5 * gap - sum(button.natural_width() for button in buttons)
        left = self.edge
        for button in buttons:
            wide = button.natural_width() + spare // 6
            place = self.width() - left - wide if self.look.right_to_left else left
            button.setGeometry(place, self.edge, wide, self.button_height)
            left += wide + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tight:
            self._place_tight()
            return
        each = 6 // self._rows
        buttons = self.buttons()
        for number in range(self._rows):
            top = self.edge + number * (self.button_height + self.look.metrics.gap)
            self.row(buttons[number * each : (number + 1) * each], top, equal=True)


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
        gap, width = self.look.metrics.gap, session.panel.width - 2 * self.edge
        widest = max(part.natural_width() for part in self._parts)
        if self.look.metrics.low and (widest + gap) * len(self._parts) > width + gap:
            for part in self._parts:
                part.hide_icon()
            widest = max(part.natural_width() for part in self._parts)
        fits = max(1, (width + gap) // (widest + gap))
        self._each = min(len(self._parts), fits) if fits >= len(self._parts) else (3 if fits >= 3 else 2)
        rows = -(-len(self._parts) // self._each)
        height = rows * self.button_height + (rows - 1) * gap + 2 * self.edge
        if message:
            height = max(height, round(self._message_text(self._message_width()).height) + 2 * self.edge)
        self.setFixedHeight(height)

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
        for start in range(0, len(self._parts), self._each):
            top = self.edge + (start // self._each) * (self.button_height + self.look.metrics.gap)
            self.row(self._parts[start : start + self._each], top, equal=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._message:
            painter = QPainter(self)
            laid = self._message_text(self._message_width())
            left = self.width() - self.edge - self._message_width() if self.look.right_to_left else self.edge
            laid.draw(painter, left, (self.height() - laid.height) / 2, self.look.theme.ink)
