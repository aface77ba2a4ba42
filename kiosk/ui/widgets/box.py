"""Boxes that hold other widgets: a callout on its tint, a bordered card that is not a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.icons import draw_icon
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import wrapped


class Box(QWidget):
    """A rounded box with a fill and an edge; add to `column`. An `icon` stands at its start."""

    def __init__(
        self, look: Look, fill: str = "card", edge: str = "line", icon: str = "", ink: str = "primary"
    ) -> None:
        super().__init__()
        self._look = look
        self._fill = fill
        self._edge = edge
        self.column = QVBoxLayout()
        self.column.setSpacing(look.metrics.mm(2))
        row = QHBoxLayout(self)
        pad = look.metrics.padding
        row.setContentsMargins(pad, round(pad * 0.7), pad, round(pad * 0.7))
        row.setSpacing(look.metrics.mm(4))
        if icon and look.pictures:
            row.addWidget(IconMark(look, icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.box(painter, QRectF(self.rect()), self._fill, self._edge)


class IconMark(QWidget):
    """A drawing beside words, which is decoration unless it has a name; or, with `text`, the number of a step."""

    def __init__(
        self, look: Look, icon: str, ink: str = "primary", factor: float = 1.25, text: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(name or text)
        self._look = look
        self._icon = icon
        self._ink = ink
        self._text = text
        self._factor = factor
        self.take_size_of(look)

    def take_size_of(self, look: Look) -> None:
        """Be as large as the words of a look ask for."""
        side = round(look.metrics.body * self._factor)
        self.setFixedSize(side, side)

    @property
    def told_as(self) -> str:
        """What assistive technology is told that this is."""
        if self._text:
            return "text"
        return "picture" if self.accessibleName() else "decoration"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        if not self._text:
            color = getattr(theme, self._ink)
            draw_icon(painter, self._icon, 0, 0, self.width(), color, self._look.right_to_left)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._ink))
        painter.drawEllipse(self.rect())
        number = wrapped(self._text, self._look.font("body", bold=True), self.width(), centred=True)
        number.draw(painter, 0, (self.height() - number.height) / 2, theme.on_primary)
