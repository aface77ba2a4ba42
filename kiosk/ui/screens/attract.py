"""The screen that waits: what this is, in every language, made from the edition; any touch begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from kiosk.language import interface_languages, words_in
from kiosk.ui.frame import area_line
from kiosk.ui.icons import icon_pixmap
from kiosk.ui.routes import HOME
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.wrapped_text import WrappedText

_ICONS = ("search", "heart", "shield", "money", "people", "sun")


class AttractScreen(Screen):
    """Painted whole, so that it is there at once. Touching it anywhere, or any key, leads Home."""

    framed = False

    def build(self) -> None:
        _ = self._
        column = QVBoxLayout(self)
        margin = self.look.metrics.margin
        column.setContentsMargins(margin * 2, margin, margin * 2, margin * 2)
        column.addStretch(1)
        self.start = Button(self.look, _("Touch to start"), "next", "primary")
        self.start.set_least_height(round(self.look.metrics.main_target * 1.25))
        self.start.clicked.connect(self._begin)
        column.addWidget(self.start)

    def title(self) -> str:
        return ""

    def _begin(self) -> None:
        self.session.navigator.home()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, theme, rtl = self.look.metrics, self.look.theme, self.look.right_to_left
        painter.fillRect(self.rect(), theme.color("paper"))
        _ = self._
        side = metrics.margin * 2
        room = self.width() - 2 * side
        place = self.session.settings.text("site.name")
        counts = self.session.edition.manifest.counts
        offer = _("Help with care and support: {services} local services, and pages of advice.").format(
            services=f"{counts.get('service', 0):,}"
        )
        texts = [
            (WrappedText(area_line(self.session), self.look.font("body", True), room, rtl), theme.muted, 1.0),
            (WrappedText(_("Find help. Know your rights."), self._big(2.6), room, rtl), theme.ink, 0.6),
            (WrappedText(offer, self.look.font("heading"), room, rtl), theme.ink, 1.0),
            (WrappedText(_("Free. Nothing you do here is kept."), self.look.font("heading"), room, rtl), theme.ink, 1.6),
        ]
        if place:
            texts.insert(0, (WrappedText(place, self.look.font("body", True), room, rtl), theme.ink, 0.3))
        top = float(metrics.margin * 1.6)
        for text, color, gap in texts:
            text.draw(painter, side, top, color)
            top += text.height + metrics.body * gap
        tile = min(metrics.mm(34), (room - 5 * metrics.gap) // 6)
        bottom = self.start.geometry().top() - metrics.gap * 2
        others = [words_in(code).gettext("Touch to start") for code in interface_languages() if code != self.words.language]
        if others:
            line = WrappedText(" · ".join(others), self.look.font("heading"), room, rtl, centred=True)
            bottom -= int(line.height)
            line.draw(painter, side, bottom, theme.muted)
            bottom -= metrics.gap
        if bottom - top >= tile:
            self._tiles(painter, side, (top + bottom - tile) / 2, tile, room)

    def _big(self, factor: float):  # type: ignore[no-untyped-def]
        from kiosk.ui.theme import font

        panel = self.session.panel
        return font(min(round(self.look.metrics.body * factor), panel.width // 14), bold=True)

    def _tiles(self, painter: QPainter, left: float, top: float, tile: int, room: int) -> None:
        theme, metrics = self.look.theme, self.look.metrics
        tints = ("tint_blue", "tint_green", "tint_rose", "tint_cream", "tint_green", "tint_blue")
        gap = min(metrics.gap * 2, (room - 6 * tile) // 5)
        for number, (icon, tint) in enumerate(zip(_ICONS, tints, strict=True)):
            place = left + number * (tile + gap)
            if self.look.right_to_left:
                place = left + room - tile - number * (tile + gap)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(tint))
            painter.drawRoundedRect(QRectF(place, top, tile, tile), metrics.corner * 1.5, metrics.corner * 1.5)
            size = int(tile * 0.56)
            painter.drawPixmap(
                int(place + (tile - size) / 2), int(top + (tile - size) / 2), icon_pixmap(icon, size, theme.primary)
            )
