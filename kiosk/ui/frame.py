"""The frame: the same bars, in the same place and order, around every screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.bar_title import BarTitle, area_lines, titles_said_once
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import line_height, width_in_one_line


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
        self.each = 1
        """How many buttons stand in a row."""
        self.by_words = False
        """Whether each is as wide as its words want, and not as wide as the others."""
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

    def wide(self, button: Button) -> int:
        """The width that a button's words want."""
        return button.natural_width()

    def arrange(self, buttons: Sequence[Button]) -> None:
        """Choose the rows: as few as hold the words unbroken; on a low panel one row is worth more than the icons."""
        self.by_words = self.look.metrics.low and self._fit_in_one_row(buttons)
        few = [each for each in (len(buttons), 3, 2) if self._fit(buttons, each)]
        self.each = len(buttons) if self.by_words else few[0] if few else 2
        if not self.by_words and not few:
            for button in buttons:
                button.hide_icon()
        rows, gap = -(-len(buttons) // self.each), self.look.metrics.gap
        self.setFixedHeight(rows * self.button_height + (rows - 1) * gap + 2 * self.edge)

    def _fit(self, buttons: Sequence[Button], each: int) -> bool:
        """Whether the widest fits into a column of equal width."""
        gap, width = self.look.metrics.gap, self.session.panel.width - 2 * self.edge
        return max(map(self.wide, buttons)) * each + gap * (each - 1) <= width

    def _fit_in_one_row(self, buttons: Sequence[Button]) -> bool:
        """Whether they fit one beside the other, if need be without their icons."""
        gap, width = self.look.metrics.gap, self.session.panel.width - 2 * self.edge
        if sum(map(self.wide, buttons)) + gap * (len(buttons) - 1) <= width:
            return True
        for button in buttons:
            button.hide_icon()
        return sum(map(self.wide, buttons)) + gap * (len(buttons) - 1) <= width

    def place(self, buttons: Sequence[Button]) -> None:
        """Put them where `arrange` found room for them."""
        gap = self.look.metrics.gap
        if not self.by_words:
            for start in range(0, len(buttons), self.each):
                top = self.edge + (start // self.each) * (self.button_height + gap)
                self.row(buttons[start : start + self.each], top, equal=True)
            return
        spare = self.width() - 2 * self.edge - gap * (len(buttons) - 1) - sum(map(self.wide, buttons))
        left = self.edge
        for button in buttons:
            wide = self.wide(button) + spare // len(buttons)
            place = self.width() - left - wide if self.look.right_to_left else left
            button.setGeometry(place, self.edge, wide, self.button_height)
            left += wide + gap

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
        self.title = BarTitle(self.look, area_lines(session), titles_said_once(session))
        self.title.setParent(self)
        self.help = self.button(_("Help"), "help", lambda: session.navigator.go(Route("help")))
        taken = sum(button.sizeHint().width() for button in (self.back, self.home, self.help))
        middle = session.panel.width - taken - 2 * self.edge - 4 * self.look.metrics.gap
        self._own_row = self.title.least_width > middle
        if self._own_row:
            title = self.title.height_at(session.panel.width - 2 * self.edge)
            self.setFixedHeight(self.button_height + self.edge + title + self.edge // 2)
        else:
            title = self.title.height_at(middle)
            self.setFixedHeight(max(self.button_height + 2 * self.edge, title + self.look.metrics.line))

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
        self.arrange(self.buttons())

    def _list_words(self, count: int | None = None) -> str:
        _ = self.session.words.gettext
        kept = self.session.visit.kept_count if count is None else count
        # Translators: the bar's button for the visitor's own list; the number of things kept stands in brackets.
        return _("My list ({count})").format(count=kept)

    def wide(self, button: Button) -> int:
        """With room for a number of two digits, so that nothing moves when more is kept."""
        if button is not self.my_list:
            return super().wide(button)
        font = self.look.font("body", bold=True)
        now, most = (int(width_in_one_line(words, font)) for words in (self._list_words(), self._list_words(88)))
        return super().wide(button) - now + max(now, most)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place(self.buttons())
