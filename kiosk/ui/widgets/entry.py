"""A field to type into: large, with its label's name, its own edge, and no menu that could strand anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProxyStyle, QSizePolicy, QStyle, QStyleOption, QWidget

from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.box import IconMark
from kiosk.ui.widgets.look import Look
from kiosk.ui.wrapped_text import width_in_one_line

MAX_LETTERS = 120
_CURSOR_MM = 0.9
_HEIGHT = 1.5
"""Of the field, as a part of its font size."""


class Entry(QWidget):
    """`field` is the toolkit's own line editor, so that physical keyboards and screen readers work as usual."""

    def __init__(self, look: Look, name: str, hint: str = "", icon: str = "", longest: int = MAX_LETTERS) -> None:
        super().__init__()
        self._look = look
        self._role = "body" if look.metrics.low else "heading"
        self._hint = hint
        self._low = False
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.field.setFont(self._font())
        self.field.setMaxLength(longest)
        self.field.setAccessibleName(name)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setDragEnabled(False)
        self.field.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if look.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._style = _BroadCursor(look.metrics.mm(_CURSOR_MM))
        self.field.setStyle(self._style)
        self.field.installEventFilter(self)
        clear = self.field.palette()
        clear.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))  # the box and its ring are painted behind
        self.field.setPalette(clear)
        row = self._row = QHBoxLayout(self)
        pad = look.metrics.padding
        row.setContentsMargins(pad, self._edge, pad, self._edge)
        row.setSpacing(look.metrics.mm(3))
        self._icon = IconMark(look, icon) if icon and look.pictures else None
        if self._icon is not None:
            row.addWidget(self._icon)
        row.addWidget(self.field, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def not_audited(self) -> dict[str, str]:
        """What its look says, while it is low."""
        return self._look.furniture.not_audited if self._low else {}

    def set_low(self, low: bool) -> None:
        """Take no more height than a finger needs, or as much as the visitor's text size asks for."""
        if low != self._low:
            self._low = low
            self.field.setFont(self._font())
            if self._icon is not None:
                self._icon.take_size_of(self._look.furniture if low else self._look)
            self.updateGeometry()

    def _font(self) -> QFont:
        return self._look.furniture.font("body") if self._low else self._look.font(self._role)

    @property
    def _edge(self) -> int:
        """What the box's line takes at each side; all that lies within is the field's, and can be touched."""
        return 2 * self._look.metrics.line + 1

    def tall(self, low: bool) -> int:
        """The height that it takes when it is low, or when it is not."""
        metrics = self._look.metrics
        letters = self._look.furniture.metrics.body if low else getattr(metrics, self._role)
        least = max(metrics.target + 2 * self._edge, 0 if low else metrics.main_target)
        return max(least, round(letters * _HEIGHT))

    @property
    def shows_hint(self) -> bool:
        """Whether the hint fits, so that it is there while the field is empty."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + self._look.metrics.mm(3)
        if self._icon is not None:
            taken += self._icon.width() + self._row.spacing()
        return 0 < width_in_one_line(self._hint, self.field.font()) <= self.width() - taken

    def type_in(self, letters: str) -> None:
        """What a key of the on-screen keyboard does."""
        self.field.insert(letters)

    def erase(self) -> None:
        """Rub out the letter before the cursor, or what is selected."""
        self.field.backspace()

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(100), self.tall(self._low))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(50), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.box(painter, QRectF(self.rect()), "card", "primary", 2)
        if self.field.hasFocus() and KEYBOARD.active:
            self._look.focus_ring(painter, QRectF(self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.field.setPlaceholderText(self._hint if self.shows_hint else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # the ring stands round all of this, not round the toolkit's part of it
        return False


class _BroadCursor(QProxyStyle):
    """A cursor that is seen from where the visitor stands; the toolkit's own is one pixel broad."""

    def __init__(self, pixels: int) -> None:
        super().__init__("Fusion")
        self._pixels = pixels

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TextCursorWidth:
            return self._pixels
        return super().pixelMetric(metric, option, widget)
