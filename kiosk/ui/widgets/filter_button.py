"""A filter: what it is about, small, and what is chosen, bold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, width_in_one_line, wrapped


class FilterButton(Button):
    """Two lines or more in one target. `said` is what is read aloud where others should not hear the value.

    With `fit` it would be as wide as its words, up to half the panel.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        value: str,
        trailing_icon: str = "chevron-down",
        said: str = "",
        *,
        fit: bool = False,
    ) -> None:
        super().__init__(look, label, leading=True, trailing_icon=trailing_icon, bold=False, name=f"{label}: {value}")
        self._value = value
        self._fit = fit
        self.setObjectName(label)  # by which the focus knows it again when its value is another
        self._said = said

    def spoken(self) -> str:
        """What Listen reads for this button."""
        return f"{self._words}: {self._said}" if self._said else super().spoken()

    def _texts(self, width: int) -> tuple[WrappedText, WrappedText]:
        room = max(20, width - 2 * self._pad() - self._icons_width())
        rtl = self._look.right_to_left
        label = wrapped(self._words, self._look.font("body"), room, rtl)
        return label, wrapped(self._value, self._look.font("body", bold=True), room, rtl)

    def natural_width(self) -> int:
        least = self._look.metrics.mm(60)
        if not self._fit:
            return least
        words = max(
            width_in_one_line(self._words, self._look.font("body")),
            width_in_one_line(self._value, self._look.font("body", bold=True)),
        )
        wanted = int(words) + 2 * self._pad() + self._icons_width() + 2
        return max(least, min(wanted, self._look.metrics.panel.width // 2))

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.heightForWidth(self.natural_width()))

    def heightForWidth(self, width: int) -> int:
        label, value = self._texts(width)
        return max(self._height, int(label.height + value.height + 2 * self._look.metrics.mm(2.4)))

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str, icon_ink: str) -> None:
        theme, rtl = self._look.theme, self._look.right_to_left
        label, value = self._texts(int(rect.width()))
        room = rect.width() - 2 * self._pad() - self._icons_width()
        left = rect.width() - self._pad() - room if rtl else self._pad()
        top = rect.center().y() - (label.height + value.height) / 2
        label.draw(painter, left, top, theme.muted)
        value.draw(painter, left, top + label.height, getattr(theme, ink))
        if not self._trailing_icon:
            return
        side = self._icon_size()
        place = self._pad() if rtl else rect.width() - self._pad() - side
        self._draw_icon(painter, self._trailing_icon, place, rect.center().y() - side / 2, icon_ink)
