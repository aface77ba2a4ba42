"""Cards: an icon on a tint, a title and a line or two; the whole card is the target."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.icons import draw_icon
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, wrapped

_ICON_MM = 21


class Card(Button):
    """One choice of a few. `edge` colours a broad bar at the start ("urgent"); `arrow` shows that it leads on."""

    def __init__(
        self,
        look: Look,
        title: str,
        summary: str = "",
        icon: str = "",
        tint: str = "tint_blue",
        *,
        edge: str = "",
        arrow: bool = False,
        chosen: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(look, title, icon, "chosen" if chosen else "plain", name=title)
        self._summary = summary
        self._tint = tint
        self._edge = edge
        self._arrow = arrow
        self._title_role = "body" if small else "heading"
        self.setAccessibleDescription(summary)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def spoken(self) -> str:
        return f"{self._words}. {self._summary}" if self._summary else self._words

    def _tile(self, width: int) -> int:
        if not self._icon:
            return 0
        metrics = self._look.metrics
        return min(metrics.mm(_ICON_MM), max(metrics.target, width // 5))

    def _texts(self, width: int) -> tuple[WrappedText, WrappedText | None, int]:
        metrics = self._look.metrics
        tile = self._tile(width)
        used = 2 * metrics.padding + (tile + metrics.mm(4.5) if tile else 0)
        if self._arrow:
            used += self._icon_size() + metrics.mm(2)
        room = max(40, width - used)
        title = wrapped(self._words, self._look.font(self._title_role, bold=True), room, self._look.right_to_left)
        summary = None
        if self._summary:
            summary = wrapped(self._summary, self._look.font("body"), room, self._look.right_to_left)
        return title, summary, room

    def natural_width(self) -> int:
        return self._look.metrics.body * 14

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        given = min(width, self._given_width) if self._given_width else width
        return QSize(width, self.heightForWidth(given))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(40), self._look.metrics.main_target)

    def heightForWidth(self, width: int) -> int:
        title, summary, _ = self._texts(width)
        words = title.height + (summary.height if summary else 0)
        pad = self._look.metrics.padding * 0.75
        return max(self._look.metrics.main_target, int(max(words, self._tile(width)) + 2 * pad) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, theme, rtl = self._look.metrics, self._look.theme, self._look.right_to_left
        rect = QRectF(self.rect())
        chosen = self._kind == "chosen"
        strong = self.isDown() or chosen
        self._look.box(
            painter,
            rect,
            "tint_blue" if chosen else "card",
            "ink" if self.isDown() else ("primary" if chosen else self._edge or "line"),
            2 if strong else 1,
        )
        bar = 0
        if self._edge:
            bar = metrics.mm(2.6)
            self._paint_bar(painter, rect, bar)
        title, summary, room = self._texts(int(rect.width()))
        tile = self._tile(int(rect.width()))
        left = metrics.padding
        if tile:
            box = QRectF(
                rect.right() - metrics.padding - tile if rtl else left, rect.center().y() - tile / 2, tile, tile
            )
            if self._edge:
                ink = self._edge
            else:
                ink = "primary"
                self._look.fill_rounded(painter, box, metrics.corner * 0.8, self._tint)
            side = int(tile * 0.56)
            middle = box.center()
            draw_icon(painter, self._icon, middle.x() - side / 2, middle.y() - side / 2, side, getattr(theme, ink), rtl)
            left += tile + metrics.mm(4.5)
        start = rect.width() - left - room if rtl else left
        height = title.height + (summary.height if summary else 0)
        top = rect.center().y() - height / 2
        title.draw(painter, start, top, getattr(theme, self._edge or "ink"))
        if summary:
            summary.draw(painter, start, top + title.height, theme.muted)
        if self._arrow:
            side = self._icon_size()
            place = metrics.padding if rtl else rect.width() - metrics.padding - side
            color = getattr(theme, self._edge or "primary")
            draw_icon(painter, "next", place, rect.center().y() - side / 2, side, color, rtl)
        if self.hasFocus() and KEYBOARD.active:
            self._look.focus_ring(painter, rect)

    def _paint_bar(self, painter: QPainter, rect: QRectF, bar: int) -> None:
        painter.save()
        clip = QRectF(rect.right() - bar if self._look.right_to_left else rect.left(), rect.top(), bar, rect.height())
        painter.setClipRect(clip)
        self._look.box(painter, rect, self._edge, self._edge)
        painter.restore()
