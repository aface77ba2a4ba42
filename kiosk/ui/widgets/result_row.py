"""One service in a list: its name, who runs it, when, how far, what it costs, and a button to keep it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.language import language_of
from kiosk.ui.icons import draw_icon
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import WrappedText, wrapped


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a row says. `facts` are (icon, words); an icon may be empty. Words may be `Tagged` with their language.

    `lead` stands above the name: the time of something in a list by time.
    """

    name: str
    organization: str
    facts: tuple[tuple[str, str], ...]
    lead: str = ""

    def parts(self) -> tuple[str, ...]:
        """All its words in reading order."""
        return tuple(filter(None, (self.lead, self.name, *self.about())))

    def about(self) -> tuple[str, ...]:
        """Its words without lead and name."""
        return tuple(filter(None, (self.organization, *(words for _, words in self.facts))))


class ResultRow(QWidget):
    """The whole row opens the service; `keep` stands at its end as a button of its own."""

    told_as = "list item"

    def __init__(self, look: Look, row: RowFacts, keep: Button | None) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(row.name)
        self.lang = language_of(row.name)
        self.keep = keep
        self.open = _RowButton(look, row, self)
        if keep is not None:
            keep.setParent(self)
            keep.raise_()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def flow_children(self) -> tuple[QWidget, ...]:
        """The parts in reading order."""
        return (self.open, self.keep) if self.keep else (self.open,)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.open.heightForWidth(width)
        if self.keep is not None and self._below(width):
            height += self.keep.heightForWidth(self._width_below(width)) + self._look.metrics.mm(2)
        return height

    def sizeHint(self) -> QSize:
        width = self.width() or 800
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(60), self._look.metrics.main_target)

    def _keep_width(self) -> int:
        return self.keep.natural_width() if self.keep else 0

    def _width_below(self, width: int) -> int:
        """The width of a Keep button that stands under the words: it never reaches over the row's edge."""
        return min(self._keep_width(), width - 2 * self._look.metrics.padding)

    def _below(self, width: int) -> bool:
        """On a narrow row the Keep button stands under the words."""
        return self._keep_width() > width * 0.25

    def kept_free(self, width: int) -> int:
        """How much of a row's width the words leave to the Keep button."""
        return 0 if self.keep is None or self._below(width) else self._keep_width() + self._look.metrics.padding

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, metrics = self.width(), self._look.metrics
        self.open.foot = 0
        if self.keep is not None:
            wide = self._width_below(width) if self._below(width) else self._keep_width()
            high = self.keep.heightForWidth(wide)
            if self._below(width):
                self.open.foot = high + metrics.mm(2)
                left = width - metrics.padding - wide if self._look.right_to_left else metrics.padding
                top = self.height() - high - metrics.mm(3)
            else:
                arrow = metrics.body + metrics.padding + metrics.mm(2)
                left = arrow if self._look.right_to_left else width - arrow - wide
                top = (self.height() - high) // 2
            self.keep.setGeometry(left, top, wide, high)
            self.keep.raise_()
        self.open.setGeometry(self.rect())
        if self.heightForWidth(width) > self.height():
            self.updateGeometry()  # a layout takes the hint's height for the most that a row may have


class _RowButton(Button):
    """The row's own button, painted over the whole row."""

    def __init__(self, look: Look, row: RowFacts, holder: ResultRow) -> None:
        super().__init__(look, row.name, name=f"{row.lead}. {row.name}" if row.lead else row.name)
        self.setParent(holder)
        self._holder = holder
        self._row = row
        self.foot = 0
        self.setAccessibleDescription(". ".join(row.about()))

    def spoken(self) -> str:
        return ". ".join(self._row.parts()) + "."

    def spoken_parts(self) -> tuple[tuple[str, str], ...]:
        """What Listen reads, each part with its own language; "" is the visitor's."""
        return tuple((f"{part}.", language_of(part)) for part in self._row.parts())

    def _room(self, width: int) -> int:
        metrics = self._look.metrics
        return max(60, width - 2 * metrics.padding - self._holder.kept_free(width) - metrics.body - metrics.mm(2))

    def _parts(self, width: int) -> tuple[list[tuple[WrappedText, str]], list[list[tuple[str, WrappedText]]]]:
        """The texts that stand alone, each with its colour, and the lines of facts."""
        room, rtl, font = self._room(width), self._look.right_to_left, self._look.font
        heads = [
            (wrapped(words, shape, room, rtl), color)
            for words, shape, color in (
                (self._row.lead, font("body", bold=True), "primary"),
                (self._row.name, font("heading", bold=True), "ink"),
                (self._row.organization, font("body"), "muted"),
            )
            if words
        ]
        lines: list[list[tuple[str, WrappedText]]] = [[]]
        used = 0.0
        for icon, words in self._row.facts:
            icon = icon if self._look.pictures else ""
            mark = self._mark_width() if icon else 0
            text = wrapped(words, self._look.font("body"), room - mark, rtl)
            wide = mark + text.natural_width
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append((icon, text))
            used += wide + self._look.metrics.mm(6)
        return heads, [line for line in lines if line]

    def _words_height(self, width: int) -> float:
        heads, lines = self._parts(width)
        return sum(text.height for text, _ in heads) + sum(max(t.height for _, t in line) for line in lines)

    def _mark_width(self) -> int:
        return self._look.metrics.body + self._look.metrics.mm(1.5)

    def hitButton(self, pos: QPoint) -> bool:
        """A touch that just misses the button inside the row does nothing, rather than opening the row."""
        keep, still = self._holder.keep, self._look.metrics.least_gap
        near = keep is not None and keep.geometry().adjusted(-still, -still, still, still).contains(pos)
        return super().hitButton(pos) and not near

    def heightForWidth(self, width: int) -> int:
        air = self._look.metrics.mm(2 if self._look.metrics.low else 3.2)
        return max(self._look.metrics.main_target, int(self._words_height(width) + 2 * air) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, theme, rtl = self._look.metrics, self._look.theme, self._look.right_to_left
        rect = QRectF(self.rect())
        self._look.box(painter, rect, "card", "ink" if self.isDown() else "line", 2 if self.isDown() else 1)
        heads, lines = self._parts(self.width())
        room = self._room(self.width())
        top = (rect.height() - self.foot - self._words_height(self.width())) / 2
        start = rect.width() - metrics.padding - room if rtl else metrics.padding
        for text, color in heads:
            text.draw(painter, start, top, getattr(theme, color))
            top += text.height
        for line in lines:
            self._paint_line(painter, line, top)
            top += max(text.height for _, text in line)
        side = metrics.body
        place = metrics.padding * 0.6 if rtl else rect.width() - metrics.padding * 0.6 - side
        draw_icon(painter, "next", place, (rect.height() - self.foot - side) / 2, side, theme.primary, rtl)
        if self.hasFocus() and KEYBOARD.active:
            self._look.focus_ring(painter, rect)

    def _paint_line(self, painter: QPainter, line: list[tuple[str, WrappedText]], top: float) -> None:
        metrics, theme, rtl = self._look.metrics, self._look.theme, self._look.right_to_left
        offset = float(metrics.padding)
        room = self._room(self.width())
        for icon, text in line:
            mark = self._mark_width() if icon else 0
            if icon:
                side = metrics.body
                place = self.width() - offset - side if rtl else offset
                draw_icon(painter, icon, place, top + (text.line_height - side) / 2, side, theme.primary, rtl)
            wide = room - mark
            left = self.width() - offset - mark - wide if rtl else offset + mark
            text.draw(painter, left, top, theme.ink)
            offset += mark + text.natural_width + metrics.mm(6)
