"""A number to ring, large, with whose it is and when it answers beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.document.blocks import ContactCard
from kiosk.document.reading import contact_text
from kiosk.ui.icons import draw_icon
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, width_in_one_line, wrapped


class PhoneBadge(QWidget):
    """Not a button: nobody can ring from here, so nothing pretends that it can be touched."""

    told_as = "text"

    def __init__(self, look: Look, card: ContactCard, edge: str) -> None:
        super().__init__()
        self._look = look
        self._card = card
        self.lang = card.lang
        self._edge = edge
        self._says = " · ".join(part for part in (card.name, card.hours) if part)
        self.setAccessibleName(self.spoken())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def spoken(self) -> str:
        return contact_text(self._card)

    def _parts(self, width: int) -> tuple[WrappedText, WrappedText, bool]:
        metrics, rtl = self._look.metrics, self._look.right_to_left
        bold = self._look.font("heading", bold=True)
        number = wrapped(self._card.phone, bold, width_in_one_line(self._card.phone, bold) + 2, rtl)
        room = width - self._start() - metrics.mm(4)
        beside = room - number.natural_width - metrics.mm(3)
        says = wrapped(self._says, self._look.font("body"), max(beside, 40), rtl)
        if says.lines > 1:
            number = wrapped(self._card.phone, bold, room, rtl)
            return number, wrapped(self._says, self._look.font("body"), room, rtl), False
        return number, says, True

    def _start(self) -> int:
        mark = round(self._look.metrics.heading * 1.1) + self._look.metrics.mm(2.5) if self._look.pictures else 0
        return self._look.metrics.mm(4) + mark

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        number, says, beside = self._parts(width)
        words = max(number.height, says.height) if beside else number.height + says.height
        return max(self._look.metrics.target, int(words + 2 * self._look.metrics.mm(2.4)))

    def sizeHint(self) -> QSize:
        number = width_in_one_line(self._card.phone, self._look.font("heading", bold=True))
        says = width_in_one_line(self._says, self._look.font("body"))
        width = int(self._start() + number + says + self._look.metrics.mm(8)) + 6
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(40), self._look.metrics.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, theme, rtl = self._look.metrics, self._look.theme, self._look.right_to_left
        rect = QRectF(self.rect())
        self._look.box(painter, rect, "card", self._edge)
        number, says, beside = self._parts(self.width())
        side = round(metrics.heading * 1.1)
        ink = getattr(theme, self._edge if self._edge != "line" else "primary")
        place = rect.width() - metrics.mm(4) - side if rtl else metrics.mm(4)
        if self._look.pictures:
            draw_icon(painter, "phone", place, rect.center().y() - side / 2, side, ink, rtl)
        start = self._start()
        words = max(number.height, says.height) if beside else number.height + says.height
        top = rect.center().y() - words / 2
        room = rect.width() - start - metrics.mm(4)
        if beside:
            wide = number.natural_width + 2
            number.draw(
                painter, rect.width() - start - wide if rtl else start, rect.center().y() - number.height / 2, theme.ink
            )
            gap = wide + metrics.mm(3)
            rest = room - gap
            left = rect.width() - start - gap - max(rest, 40) if rtl else start + gap
            says.draw(painter, left, rect.center().y() - says.height / 2, theme.muted)
        else:
            left = rect.width() - start - room if rtl else start
            number.draw(painter, left, top, theme.ink)
            says.draw(painter, left, top + number.height, theme.muted)
