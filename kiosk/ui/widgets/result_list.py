"""A page of a list: as many whole rows as fit, "1 to 3 of 9", and the buttons that turn the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.language import Words
from kiosk.ui import keys
from kiosk.ui.metrics import Metrics
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.pager import place_pager
from kiosk.ui.widgets.text_block import TextBlock


class ResultList(QWidget):
    """Shows rows from `offset` on, at most `most` at once, so that nobody has to choose among too many.

    `extras` (guides for the same words) stand under the last row when there is room. With `found`, a list of one page
    says how many were found.
    """

    page_wanted = Signal(int)
    too_tall = Signal()
    """Not even one row fits whole: a list of so long names has to scroll."""

    def __init__(
        self,
        look: Look,
        words: Words,
        rows: Sequence[QWidget],
        offset: int,
        total: int,
        extras: Sequence[QWidget] = (),
        most: int = 8,
        found: bool = True,
    ) -> None:
        super().__init__()
        _ = words.gettext
        self._look = look
        self._words = words
        self._rows = list(rows)
        self._extras = list(extras)
        self._offset = offset
        self._total = total
        self._most = most
        self._tells_found = found
        self.shown = 0
        self.one_fits = True
        """Whether the first row fits whole at the size that the list has now."""
        beside = not look.metrics.panel.portrait
        small = look.furniture
        self.up = Button(small, _("Page up"), "up", stacked=beside)
        self.down = Button(small, _("Page down"), "down", stacked=beside)
        self.where = TextBlock(small, "", "muted", centred=True)
        self._guides_title = TextBlock(look, _("Read about this"), "muted")
        self._found = _Rows(self)  # one part of its own, so that keys meet all of it before the pager beside it
        for part in (*self._rows, self._guides_title, *self._extras):
            part.setParent(self._found)
        for part in (self.up, self.where, self.down):
            part.setParent(self)
        self.up.clicked.connect(lambda: self.turn(-1))
        self.down.clicked.connect(lambda: self.turn(1))

    def flow_children(self) -> tuple[QWidget, ...]:
        """What is shown, in reading order."""
        rows = self._rows[: self.shown]
        if self.where.isHidden():
            return tuple(rows)
        return (self.where, *rows) if self.up.isHidden() else (*rows, self.where)

    @property
    def has_before(self) -> bool:
        """Whether there are rows before those that are shown."""
        return self._offset > 0

    @property
    def has_after(self) -> bool:
        """Whether there are rows after those that are shown."""
        return self._offset + self.shown < self._total

    def turn(self, pages: int) -> None:
        """Ask for the page before or after this one."""
        if pages > 0 and self.has_after:
            self.page_wanted.emit(self._offset + self.shown)
        elif pages < 0 and self.has_before:
            self.page_wanted.emit(max(0, self._offset - max(1, self.shown)))

    def press_key(self, key: int) -> None:
        """What the keys Page up, Page down and Home do."""
        if key == keys.HOME and self._offset > 0:
            self.page_wanted.emit(0)
        elif key in (keys.PAGE_UP, keys.PAGE_DOWN):
            self.turn(1 if key == keys.PAGE_DOWN else -1)

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(120), self._look.metrics.mm(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(60), self._look.metrics.mm(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self._look.metrics
        single = self._offset == 0 and self._all_fit()
        for part in (self.up, self.down):
            part.setVisible(not single)
        self.where.set_centred(not single)
        self.where.setVisible(self._tells_found or not single)
        if single:
            tall = self._height_of_found()
            self.where.setGeometry(0, 0, self.width(), tall)
            self._place_rows(self.width(), self.height() - tall, top=tall)
        elif metrics.panel.portrait or self._pager_height() > self.height():
            self._with_pager_below()
        else:
            self._with_pager_beside()
        self._say()

    def _all_fit(self) -> bool:
        """Whether every row fits below the words that say how many there are, so that no pager is wanted."""
        self.shown = self._total
        self._say()
        return self._place_rows(self.width(), self.height() - self._height_of_found(), dry=True) >= self._total

    def _height_of_found(self) -> int:
        return self.where.heightForWidth(self.width()) if self._tells_found else 0

    def _say_the_most(self) -> None:
        """Show the longest words that the pager may have to show on this page, to measure with."""
        self.shown = min(self._most, max(1, self._total - self._offset - 1))
        self._say()

    def _pager_height(self) -> int:
        """The least height of the pager beside the list."""
        self._say_the_most()
        side = max(self._look.metrics.mm(27), self.up.minimumSizeHint().width(), self.down.minimumSizeHint().width())
        tall = self.where.heightForWidth(side)
        tallest = max(self.up.heightForWidth(side), self.down.heightForWidth(side))
        return 2 * tallest + tall + 2 * self._look.metrics.gap

    def _with_pager_beside(self) -> None:
        metrics = self._look.metrics
        side = max(metrics.mm(27), self.up.minimumSizeHint().width(), self.down.minimumSizeHint().width())
        room = self.width() - side - metrics.gap
        left = 0 if self._look.right_to_left else self.width() - side
        self._place_rows(room, self.height(), left=side + metrics.gap if self._look.right_to_left else 0)
        self._say()
        height = max(self.up.heightForWidth(side), self.down.heightForWidth(side), metrics.mm(22))
        tall = self.where.heightForWidth(side)
        height = min(height, max(metrics.target, (self.height() - tall - 2 * metrics.gap) // 2))
        top = max(0, (self.height() - 2 * height - tall - 2 * metrics.gap) // 2)
        self.up.setGeometry(left, top, side, height)
        self.where.setGeometry(left, top + height + metrics.gap, side, tall)
        self.down.setGeometry(left, top + height + tall + 2 * metrics.gap, side, height)

    def _with_pager_below(self) -> None:
        for button in (self.up, self.down):
            button.set_stacked(False)
        self._say_the_most()
        height = place_pager(self._look, self.up, self.where, self.down, self.width(), self.height())
        self._place_rows(self.width(), self.height() - height - self._look.metrics.gap)
        self._say()
        place_pager(self._look, self.up, self.where, self.down, self.width(), self.height())

    def _place_rows(self, width: int, height: int, left: int = 0, top: int = 0, dry: bool = False) -> int:
        """Place the rows that fit whole, at least one; returns how many. `dry` only counts."""
        gap, used, count = self._look.metrics.least_gap, 0, 0
        for row in self._rows:
            tall = row.heightForWidth(width)
            if count and (used + tall > height or count == self._most):
                break
            if not dry:
                row.setGeometry(0, used, width, tall)
                row.show()
            used += tall + gap
            count += 1
        if dry:
            return count
        for row in self._rows[count:]:
            row.hide()
        self.one_fits = not self._rows or self._rows[0].heightForWidth(width) <= height
        if not self.one_fits:
            self.too_tall.emit()
        self.shown = count
        self._found.setGeometry(left, top, width, max(height, used))
        self._place_extras(used, width, height)
        return count

    def _place_extras(self, top: int, width: int, bottom: int) -> None:
        gap = self._look.metrics.least_gap
        title = self._guides_title.heightForWidth(width)
        tall = sum(extra.heightForWidth(width) + gap for extra in self._extras)
        few = self.shown + len(self._extras) <= self._most
        fits = bool(self._extras) and few and top + title + tall - gap <= bottom
        self._guides_title.setVisible(fits)
        if fits:
            self._guides_title.setGeometry(0, top, width, title)
            top += title
        for extra in self._extras:
            extra.setVisible(fits)
            if fits:
                extra.setGeometry(0, top, width, extra.heightForWidth(width))
                top += extra.height() + gap

    def _say(self) -> None:
        _ = self._words.gettext
        last = self._offset + self.shown
        if self.shown >= self._total:
            words = self._words.ngettext("{count} found", "{count} found", self._total).format(count=self._total)
        elif self.shown == 1:
            words = _("{first} of {total}").format(first=last, total=self._total)
        else:
            # Translators: which rows of a list are shown.
            words = _("{first} to {last} of {total}").format(first=self._offset + 1, last=last, total=self._total)
        self.where.set_text(words)
        self.up.setEnabled(self.has_before)
        self.down.setEnabled(self.has_after)


def rows_fit(metrics: Metrics) -> bool:
    """Whether rows fit whole below what stands above a list; at the large sizes the whole page has to scroll."""
    few_lines = metrics.panel.height / metrics.body < 20
    return not (metrics.columns_of_text < 20 or few_lines or (metrics.low and metrics.columns_of_text < 30))


class _Rows(QWidget):
    """Holds what was found."""

    told_as = "list"
