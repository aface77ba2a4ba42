"""The screen that waits: what this is, in every language, made from the edition; any touch begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from kiosk.language import interface_languages, words_in
from kiosk.ui.frame import area_line
from kiosk.ui.icons import draw_icon
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.wrapped_text import wrapped

_TINTS = ("tint_blue", "tint_green", "tint_rose", "tint_cream", "tint_green", "tint_blue")


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
        if event.key() == Qt.Key.Key_F3:
            event.ignore()  # the window begins a visit in which things are said aloud
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
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
            (wrapped(area_line(self.session), self.look.font("body", True), room, rtl), theme.muted, 1.0),
            (wrapped(_("Find help. Know your rights."), self._big(2.6), room, rtl), theme.ink, 0.6),
            (wrapped(offer, self.look.font("heading"), room, rtl), theme.ink, 1.0),
            (
                wrapped(_("Free. Nothing you do here is kept."), self.look.font("heading"), room, rtl),
                theme.ink,
                1.6,
            ),
        ]
        if place:
            texts.insert(0, (wrapped(place, self.look.font("body", True), room, rtl), theme.ink, 0.3))
        top = float(metrics.margin * 1.6)
        for text, color, gap in texts:
            text.draw(painter, side, top, color)
            top += text.height + metrics.body * gap
        bottom = self.start.geometry().top() - metrics.gap * 2
        others = [
            words_in(code).gettext("Touch to start") for code in interface_languages() if code != self.words.language
        ]
        if others:
            line = wrapped(" · ".join(others), self.look.font("heading"), room, rtl, centred=True)
            bottom -= int(line.height)
            line.draw(painter, side, bottom, theme.muted)
            bottom -= metrics.gap
        self._paint_topics(painter, QRectF(side, top, room, bottom - top))

    def _big(self, factor: float) -> QFont:
        panel = self.session.panel
        return self.look.sized_font(
            min(round(self.look.metrics.body * factor), panel.width // 14, panel.height // 12), bold=True
        )

    def _paint_topics(self, painter: QPainter, area: QRectF) -> None:
        """The topics as pictures with their names: six in a row, or three in each of two."""
        topics = self.session.edition.library.topics()[:6]
        if not topics or not self.look.pictures:
            return
        theme, metrics, rtl = self.look.theme, self.look.metrics, self.look.right_to_left
        columns = len(topics) if metrics.columns_of_text >= 52 else 3
        rows = -(-len(topics) // columns)
        gap = metrics.gap * 1.5
        wide = (area.width() - gap * (columns - 1)) / columns
        names = [
            wrapped(topic.title(self.words.language), self.look.font("body", True), wide, rtl, centred=True)
            for topic in topics
        ]
        words = max(name.height for name in names)
        tile = min(wide, metrics.mm(40), (area.height() - gap * (rows - 1)) / rows - words - metrics.mm(2))
        if tile < metrics.mm(14):
            return
        height = rows * (tile + words + metrics.mm(2)) + gap * (rows - 1)
        top = area.top() + max(0.0, (area.height() - height) / 2)
        for number, (topic, name) in enumerate(zip(topics, names, strict=True)):
            row, column = divmod(number, columns)
            left = area.left() + column * (wide + gap)
            if rtl:
                left = area.right() - column * (wide + gap) - wide
            y = top + row * (tile + words + metrics.mm(2) + gap)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(_TINTS[number % len(_TINTS)]))
            corner = metrics.corner * 1.5
            painter.drawRoundedRect(QRectF(left + (wide - tile) / 2, y, tile, tile), corner, corner)
            size = int(tile * 0.56)
            draw_icon(painter, topic.icon, left + (wide - size) / 2, y + (tile - size) / 2, size, theme.primary, rtl)
            name.draw(painter, left, y + tile + metrics.mm(2), theme.ink)
