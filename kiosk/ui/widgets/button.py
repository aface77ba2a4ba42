"""The button of every screen: words with an icon, in a few looks, at least 12.7 mm each way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.language import language_of
from kiosk.ui import keys
from kiosk.ui.icons import draw_icon
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, width_in_one_line, wrapped

LOOKS = {
    "plain": ("card", "line", "ink", "primary"),
    "primary": ("primary", "primary", "on_primary", "on_primary"),
    "accent": ("accent", "line", "on_accent", "on_accent"),
    "urgent": ("card", "urgent", "urgent", "urgent"),
    "field": ("card", "primary", "ink", "primary"),
    "chosen": ("tint_blue", "primary", "ink", "primary"),
}
"""Each look as fill, edge, words and icon, by the names of the theme's colours."""
_STATES = ("tick", "kept")
"""Icons that say how something stands; they stay when a visitor wants no pictures."""


class Button(QAbstractButton):
    """Acts when it is let go (WCAG 2.5.2). Words wrap rather than being cut; the whole button is the target."""

    told_as = "button"

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        kind: str = "plain",
        *,
        name: str = "",
        leading: bool = False,
        trailing_icon: str = "",
        bold: bool = True,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._words = text
        self._icon = icon if look.pictures or not text or icon in _STATES else ""
        self._kind = kind
        self._leading = leading
        self._trailing_icon = trailing_icon
        self._bold = bold
        self._stacked = stacked
        self._height = look.metrics.target
        self._given_width = 0
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.lang = language_of(name or text)
        """What its name is in, where it knows that; "" is the visitor's language."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def not_audited(self) -> dict[str, str]:
        """What its look says."""
        return self._look.not_audited

    @property
    def chosen(self) -> bool:
        """Whether it is painted as what is on."""
        return self._kind == "chosen"

    @property
    def main(self) -> bool:
        """Whether it is painted as what most visitors want here."""
        return self._kind in ("primary", "accent")

    def set_stacked(self, stacked: bool) -> None:
        """Put the icon above the words, or beside them."""
        self._stacked = stacked
        self.updateGeometry()

    @property
    def shows_icon(self) -> bool:
        return bool(self._icon)

    def hide_icon(self) -> None:
        """Show the words alone, where there is no room for both."""
        self._icon = ""
        self.updateGeometry()

    @property
    def kind(self) -> str:
        """The look it has now."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Change the look ("chosen" when it is on)."""
        self._kind = kind
        self.update()

    def set_least_height(self, pixels: int) -> None:
        """Make the button at least this high."""
        self._height = max(self._look.metrics.target, pixels)
        self.updateGeometry()

    def spoken(self) -> str:
        """What Listen reads for this button."""
        return self.accessibleName()

    def natural_width(self) -> int:
        """The width at which the words stand in one line."""
        words = width_in_one_line(self._words, self._font())
        return max(self._least_width(), int(words) + 2 * self._pad() + self._icons_width() + 2)

    def _least_width(self) -> int:
        """A main action is 20 mm wide at least, however short its word."""
        return self._look.metrics.mm(20.2) if self.main else self._look.metrics.target

    def _font(self) -> QFont:
        return self._look.font("body", self._bold)

    def _pad(self) -> int:
        return self._look.metrics.mm(4 if self._leading else 3)

    def _icon_size(self) -> int:
        return round(self._look.metrics.body * 1.2)

    def _icons_width(self) -> int:
        width = 0
        if self._icon and not self._stacked:
            width += self._icon_size() + (self._look.metrics.mm(2.2) if self._words else 0)
        if self._trailing_icon:
            width += self._icon_size() + self._look.metrics.mm(1.5)
        return width

    def _lay(self, width: int) -> WrappedText:
        room = max(20, width - 2 * self._pad() - self._icons_width())
        return wrapped(
            self._words, self._font(), room, self._look.right_to_left, centred=not self._leading and not self._icon
        )

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        given = min(width, self._given_width) if self._given_width else width
        return QSize(max(width, self._least_width()), self.heightForWidth(given))

    def minimumSizeHint(self) -> QSize:
        width = max((width_in_one_line(word, self._font()) for word in self._words.split()), default=0)
        wanted = int(width) + 2 * self._pad() + self._icons_width() + 2
        most = self._look.metrics.panel.width // 2  # a wider word breaks: a layout narrower than this cuts its lines
        return QSize(max(min(wanted, self.natural_width(), most), self._least_width()), self._height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._lay(width).height if self._words else 0
        extra = self._icon_size() + self._look.metrics.mm(1) if self._icon and self._stacked else 0
        return max(self._height, int(words + extra + 2 * self._look.metrics.mm(2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._given_width = self.width()
        if self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()  # a layout takes the hint's height for the most that a button may have

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (keys.RETURN, keys.ENTER) and not event.isAutoRepeat():
            self.click()
        elif event.key() in keys.ARROWS:
            event.ignore()  # for the window, which goes on in reading order
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, icon_ink = LOOKS[self._kind]
        if not self.isEnabled():
            fill, edge, ink, icon_ink = "paper", "line", "muted", "muted"
        rect = QRectF(self.rect())
        pressed = self.isDown()
        self._look.box(
            painter, rect, fill, "ink" if pressed else edge, 2 if pressed or self._kind in ("chosen", "field") else 1
        )
        self._paint_content(painter, rect, ink, icon_ink)
        if self.hasFocus() and KEYBOARD.active:
            self._look.focus_ring(painter, rect)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str, icon_ink: str) -> None:
        theme, rtl = self._look.theme, self._look.right_to_left
        laid = self._lay(int(rect.width()))
        side = self._icon_size()
        room = rect.width() - 2 * self._pad() - self._icons_width()
        if self._stacked and self._icon:
            total = side + (laid.height if self._words else 0)
            top = rect.center().y() - total / 2
            self._draw_icon(painter, self._icon, rect.center().x() - side / 2, top, icon_ink)
            if self._words:
                centred = wrapped(self._words, self._font(), rect.width() - 2 * self._pad(), rtl, centred=True)
                centred.draw(painter, self._pad(), top + side, getattr(theme, ink))
            return
        top = rect.center().y() - laid.height / 2
        icon_part = side + (self._look.metrics.mm(2.2) if self._words else 0) if self._icon else 0
        used = icon_part + min(room, laid.natural_width + 1)
        start = 0.0 if self._leading or not self._icon else max(0.0, (rect.width() - 2 * self._pad() - used) / 2)
        if self._trailing_icon:
            start = 0.0
            place = self._pad() if rtl else rect.width() - self._pad() - side
            self._draw_icon(painter, self._trailing_icon, place, rect.center().y() - side / 2, icon_ink)
        if self._icon:
            place = rect.width() - self._pad() - start - side if rtl else self._pad() + start
            self._draw_icon(painter, self._icon, place, rect.center().y() - side / 2, icon_ink)
        offset = self._pad() + start + icon_part
        left = rect.width() - offset - room if rtl else offset
        if not self._icon and not self._leading and not self._trailing_icon:
            left = self._pad()
        laid.draw(painter, left, top, getattr(theme, ink))

    def _draw_icon(self, painter: QPainter, name: str, left: float, top: float, ink: str) -> None:
        color = getattr(self._look.theme, ink)
        draw_icon(painter, name, left, top, self._icon_size(), color, self._look.right_to_left)
