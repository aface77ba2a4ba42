"""A page that scrolls only up and down: by flicking, by keys, and by Page up and Page down buttons."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.language import Words
from kiosk.ui import keys
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.pager import place_pager
from kiosk.ui.widgets.scroll_view import ScrollView
from kiosk.ui.widgets.status import Status


class ScrollPage(QWidget):
    """Holds one column of widgets, in the middle of a wider page when `widest_em` is given.

    The page buttons stand beside it on a wide panel and below it on a tall one."""

    def __init__(self, look: Look, words: Words, widest_em: float = 0) -> None:
        super().__init__()
        _ = words.gettext
        self._widest = round(look.metrics.body * widest_em)
        self._look = look
        self._words = words
        self.view = ScrollView(look.metrics.body)
        self.view.setParent(self)
        self.content = self.view.content
        self.column = self.view.column
        self.column.setSpacing(look.metrics.gap)
        self.view.moved.connect(self._tell_place)
        small = look.furniture
        self.up = Button(small, _("Page up"), "up", stacked=not look.metrics.panel.portrait)
        self.down = Button(small, _("Page down"), "down", stacked=not look.metrics.panel.portrait)
        self.where = Status(small, "", "muted", centred=True)
        for part in (self.up, self.down, self.where):
            part.setParent(self)
            part.hide()
        self.up.clicked.connect(lambda: self.turn(-1))
        self.down.clicked.connect(lambda: self.turn(1))
        QApplication.instance().focusObjectChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self.content.installEventFilter(self)

    @property
    def place(self) -> float:
        """Where the top of the view stands: the number of the column's part there and, behind the point, how far in it.

        A part keeps its number when text size, letters or colours change, so the visitor keeps their place.
        """
        for number in range(self.column.count()):
            part = self._part(number)
            if part is not None and part.geometry().bottom() >= self.view.value:
                return number + max(0.0, min(0.99, (self.view.value - part.y()) / max(1, part.height())))
        return 0.0

    def go_to(self, place: float) -> None:
        """Scroll to a place, now and after the layout has settled."""

        def move() -> None:
            part = self._part(int(place))
            if part is not None:
                within = place - int(place)
                self.view.set_value(part.y() + round(within * part.height()) if place else 0)

        move()
        if place:
            QTimer.singleShot(0, self, move)

    def lay_out_now(self) -> None:
        """Give every part of the column its place at once; the toolkit would wait until it has nothing else to do."""
        from PySide6.QtCore import Qt

        for number in range(self.column.count()):
            part = self._part(number)
            if part is not None and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()
        self._place_parts()

    def _part(self, number: int) -> QWidget | None:
        item = self.column.itemAt(number)
        return item.widget() if item is not None else None

    def turn(self, pages: int) -> None:
        """Go up or down by a screenful, less one line, so that the eye keeps its place; by more of a very low view."""
        high = self.view.height()
        step = max(1, high * 2 // 3, high - round(self._look.metrics.body * 1.6))
        self.view.set_value(self.view.value + pages * step)

    def show_part(self, part: QWidget, y: int = 0, height: int = 0) -> None:
        """Bring a part of the page into view, if it is not; what stands above the page is always in view."""
        if not self.content.isAncestorOf(part):
            return
        top = part.mapTo(self.content, QPoint(0, y)).y()
        tall = height or part.height()
        value, high = self.view.value, self.view.height()
        if top < value or top + min(tall, high) > value + high:
            above = max(0, min(self._look.metrics.mm(8), high - tall))
            self.view.set_value(max(0, top - above))

    def shows(self, part: QWidget) -> bool:
        """Whether some of a part of the page is in view."""
        top = part.mapTo(self.content, QPoint(0, 0)).y()
        return top < self.view.value + self.view.height() and top + part.height() > self.view.value

    def shows_all(self, part: QWidget) -> bool:
        """Whether a part can be come to without moving the page: all of it is in view, or it stands beside the page."""
        if not self.content.isAncestorOf(part):
            return True
        top = part.mapTo(self.content, QPoint(0, 0)).y()
        return self.view.value <= top and top + part.height() <= self.view.value + self.view.height()

    def has_more(self, forward: bool, on_the_way_to: QWidget) -> bool:
        """Whether the page goes on out of view before a part of it, or a part of the screen beside it, is reached."""
        value, high = self.view.value, self.view.height()
        if not self.content.isAncestorOf(on_the_way_to):
            return value < self.view.maximum if forward else value > 0
        top = on_the_way_to.mapTo(self.content, QPoint(0, 0)).y()
        return top >= value + high if forward else top + on_the_way_to.height() <= value

    def press_key(self, key: int) -> None:
        """What the keys Page up, Page down, Home and End do."""
        acts: dict[int, Callable[[], None]] = {
            keys.PAGE_DOWN: lambda: self.turn(1),
            keys.PAGE_UP: lambda: self.turn(-1),
            keys.HOME: lambda: self.view.set_value(0),
            keys.END: lambda: self.view.set_value(self.view.maximum),
        }
        acts[key]()

    def scrolls(self) -> bool:
        """Whether the page is longer than the screen."""
        return self._overflows(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def _keep_narrow(self, width: int) -> None:
        spare = max(0, width - self._widest) if self._widest else 0
        self.column.setContentsMargins(spare // 2, 0, spare - spare // 2, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._place_parts)
        return False

    def _overflows(self, width: int) -> bool:
        self._keep_narrow(width)
        return self.view.tall(width) > self.height()

    def _place_parts(self) -> None:
        below = self._look.metrics.panel.portrait
        width = self.width() if below else self._room_beside_pager()
        self._keep_narrow(width)
        tall = self.view.tall(width)
        # Words are laid out at the width at which they will probably stand: at another one that is half of the work.
        long = tall > 2 * self.height() or self._overflows(self.width())
        for part in (self.up, self.down, self.where):
            part.setVisible(long)
        if long:  # the pager is placed with the longest words that it may have to show
            most = 2 * math.ceil(tall / max(1, self.height()))
            self._say_place(most, most)
        if not long:
            self.view.setGeometry(self.rect())
        elif below or not self._pager_fits_beside():
            self._place_below()
        else:
            self._place_beside()
        self._keep_narrow(self.view.width())
        self.view.lay_out()
        self._tell_place()

    def _pager_fits_beside(self) -> bool:
        """Whether the page is tall enough for its buttons one above the other, if need be without their icons."""
        side = self._side()

        def fit() -> bool:
            tallest = max(self.up.heightForWidth(side), self.down.heightForWidth(side))
            return 2 * tallest + self.where.heightForWidth(side) + 2 * self._look.metrics.gap <= self.height()

        if fit():
            return True
        for button in (self.up, self.down):
            button.set_stacked(False)
            button.hide_icon()
        return fit()

    def _place_below(self) -> None:
        height = place_pager(self._look, self.up, self.where, self.down, self.width(), self.height())
        self.view.setGeometry(0, 0, self.width(), self.height() - height - self._look.metrics.gap)

    def _side(self) -> int:
        """How wide the pager is where it stands beside the page."""
        return max(self._look.metrics.mm(27), self.up.minimumSizeHint().width(), self.down.minimumSizeHint().width())

    def _room_beside_pager(self) -> int:
        return self.width() - self._side() - self._look.metrics.gap

    def _place_beside(self) -> None:
        metrics = self._look.metrics
        side, room = self._side(), self._room_beside_pager()
        left = 0 if self._look.right_to_left else self.width() - side
        self.view.setGeometry(side + metrics.gap if self._look.right_to_left else 0, 0, room, self.height())
        height = max(self.up.heightForWidth(side), self.down.heightForWidth(side))
        tall = self.where.heightForWidth(side)
        top = max(0, (self.height() - 2 * height - tall - 2 * metrics.gap) // 2)
        self.up.setGeometry(left, top, side, height)
        self.where.setGeometry(left, top + height + metrics.gap, side, tall)
        self.down.setGeometry(left, top + height + tall + 2 * metrics.gap, side, height)

    def _tell_place(self) -> None:
        value, maximum, high = self.view.value, self.view.maximum, max(1, self.view.height())
        pages = max(2 if maximum else 1, math.ceil((maximum + high) / high - 0.05))
        page = min(pages, max(1, round(value / high) + 1)) if value < maximum else pages
        self._say_place(page, pages)
        for button, other, more in ((self.up, self.down, value > 0), (self.down, self.up, value < maximum)):
            if not more and self.window().focusWidget() is button:
                other.setEnabled(True)
                other.setFocus()  # so that pressing once more turns back, and does not press what comes after
            button.setEnabled(more)

    def _say_place(self, page: int, pages: int) -> None:
        _ = self._words.gettext
        # Translators: which screenful of a long page is shown.
        self.where.set_text(_("{page} of {pages}").format(page=page, pages=pages))

    def _follow_focus(self, focused: QObject | None) -> None:
        """Not under a finger: what it is about to press must not move away from it."""
        if isinstance(focused, QWidget) and self.content.isAncestorOf(focused) and not KEYBOARD.finger_down:
            self.show_part(focused)
