"""The screen that waits: what this is, in every language, made from the edition; any touch begins."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.language import Tagged, interface_languages, language_of, words_in
from kiosk.ui import keys
from kiosk.ui.bar_title import area_line
from kiosk.ui.icons import draw_icon
from kiosk.ui.screen import Screen
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.ui.wrapped_text import WrappedText, wrapped

_TINTS = ("tint_blue", "tint_green", "tint_rose", "tint_cream", "tint_green", "tint_blue")


class AttractScreen(Screen):
    """Touching it anywhere, or any key, leads Home. What has no room, in large letters on a low panel, is left out."""

    framed = False
    not_audited: ClassVar = {
        "ROLE": "a touch anywhere wakes the kiosk, and the button on it does the same",
        "DRAG": "a touch anywhere wakes the kiosk, wherever the finger goes up: nothing is chosen, nothing is lost",
        "ARROWS": "any key but Tab begins a visit here, the arrows too",
    }

    def build(self) -> None:
        _, look, metrics, panel = self._, self.look, self.look.metrics, self.session.panel
        counts = self.session.edition.manifest.counts
        offer = _("Help with care and support: {services} local services, and pages of advice.").format(
            services=f"{counts.get('service', 0):,}"
        )
        self._column = QVBoxLayout(self)
        margin = metrics.margin
        self._column.setContentsMargins(margin * 2, round(margin * 1.5), margin * 2, round(margin * 1.5))
        self._column.setSpacing(round(metrics.gap * 1.5))
        site = self.session.settings.text("site.name")
        place = [_Line(look, Tagged(site), metrics.body)] if site else []
        area = _Line(look, area_line(self.session), metrics.body, "muted")
        large = max(metrics.heading, min(round(metrics.body * 2.6), panel.width // 14, panel.height // 12))
        heading = _Line(look, _("Find help. Know your rights."), large, level=1)
        offered = _Line(look, offer, metrics.heading, bold=False)
        free = _Line(look, _("Free. Nothing you do here is kept."), metrics.heading, bold=False)
        codes = [code for code in interface_languages() if code != self.words.language]
        others = Flow(look, [self._in_other_language(code) for code in codes])
        self.start = Button(look, _("Touch to start"), "next", "primary")
        self.start.set_least_height(round(metrics.main_target * 1.25))
        self.start.clicked.connect(self._begin)
        for line in (*place, area, heading, offered, free):
            self._column.addWidget(line)
        self._column.addWidget(_Topics(look, self.session), 1)
        self._column.addWidget(others)
        self._column.addWidget(self.start)
        self._first_to_go = (offered, free, *place, others, area)

    def _in_other_language(self, code: str) -> TextBlock:
        words = Tagged(words_in(code).gettext("Touch to start"), code)
        return _Line(self.look, words, self.look.metrics.heading, "muted", bold=False)

    def title(self) -> str:
        return ""

    def _begin(self) -> None:
        self.session.navigator.home()

    def _leave_out_what_has_no_room(self) -> None:
        for line in self._first_to_go:
            line.show()
        for line in self._first_to_go:
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                break
            line.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out_what_has_no_room()

    def takes_key(self, key: int) -> bool:
        if key in keys.FUNCTION or key in (keys.TAB, keys.BACKTAB):
            return False
        self._begin()
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.look.fill(QPainter(self), QRectF(self.rect()), "paper")


class _Line(TextBlock):
    """Words in a size of their own."""

    def __init__(
        self, look: Look, words: str, pixels: int, color: str = "ink", *, bold: bool = True, level: int = 0
    ) -> None:
        super().__init__(look, words, "body", level, color)
        self._font = look.sized_font(pixels, bold)


class _Topics(QWidget):
    """The topics as pictures with their names: six in a row, or three in each of two; none where there is no room."""

    told_as = "picture"
    not_audited: ClassVar = {"SPACING": "a name under its picture stands in the middle, as the picture does"}

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look = look
        language = session.words.language
        self._topics = [(topic.icon, topic.title(language)) for topic in session.edition.library.topics()[:6]]
        self.setAccessibleName(". ".join(name for _icon, name in self._topics))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """The names, each with its own language; "" is the visitor's."""
        return tuple((name, language_of(name)) for _icon, name in self._topics)

    def _columns(self) -> int:
        return len(self._topics) if self._look.metrics.columns_of_text >= 52 else 3

    def _names(self, wide: float) -> list[WrappedText]:
        font, rtl = self._look.font("body", True), self._look.right_to_left
        return [wrapped(name, font, wide, rtl, centred=True) for _icon, name in self._topics]

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._topics:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, metrics, rtl = self._look.theme, self._look.metrics, self._look.right_to_left
        columns = self._columns()
        rows = -(-len(self._topics) // columns)
        gap = metrics.gap * 1.5
        wide = (self.width() - gap * (columns - 1)) / columns
        names = self._names(wide)
        words = max(name.height for name in names)
        tile = min(wide, metrics.mm(40), (self.height() - gap * (rows - 1)) / rows - words - metrics.mm(2))
        if tile < metrics.mm(14):
            return
        height = rows * (tile + words + metrics.mm(2)) + gap * (rows - 1)
        top = max(0.0, (self.height() - height) / 2)
        for number, ((icon, _name), name) in enumerate(zip(self._topics, names, strict=True)):
            row, column = divmod(number, columns)
            left = column * (wide + gap)
            if rtl:
                left = self.width() - left - wide
            y = top + row * (tile + words + metrics.mm(2) + gap)
            box = QRectF(left + (wide - tile) / 2, y, tile, tile)
            self._look.fill_rounded(painter, box, metrics.corner * 1.5, _TINTS[number % len(_TINTS)])
            size = int(tile * 0.56)
            draw_icon(painter, icon, left + (wide - size) / 2, y + (tile - size) / 2, size, theme.primary, rtl)
            name.draw(painter, left, y + tile + metrics.mm(2), theme.ink)
