"""A field to type into: large, with its label's name, its own edge, and no menu that could strand anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.box import IconMark
from kiosk.ui.widgets.look import Look

MAX_LETTERS = 120


class Entry(QWidget):
    """`field` is the toolkit's own line editor, so that physical keyboards and screen readers work as usual."""

    def __init__(self, look: Look, name: str, hint: str = "", icon: str = "", longest: int = MAX_LETTERS) -> None:
        super().__init__()
        self._look = look
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setFont(look.font("heading"))
        self.field.setMaxLength(longest)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setDragEnabled(False)
        self.field.setStyle(self.style())
        self.field.installEventFilter(self)
        clear = self.field.palette()
        clear.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))  # the box and its ring are painted behind
        self.field.setPalette(clear)
        row = QHBoxLayout(self)
        pad = look.metrics.padding
        row.setContentsMargins(pad, look.metrics.mm(1), pad, look.metrics.mm(1))
        row.setSpacing(look.metrics.mm(3))
        if icon:
            row.addWidget(IconMark(look, icon))
        row.addWidget(self.field, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def type_in(self, letters: str) -> None:
        """What a key of the on-screen keyboard does."""
        self.field.insert(letters)

    def erase(self) -> None:
        """Rub out the letter before the cursor, or what is selected."""
        self.field.backspace()

    def sizeHint(self) -> QSize:
        return QSize(
            self._look.metrics.mm(100), max(self._look.metrics.main_target, round(self._look.metrics.heading * 1.6))
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(50), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.box(painter, QRectF(self.rect()), "card", "primary", 2)
        if self.field.hasFocus() and KEYBOARD.active:
            self._look.focus_ring(painter, QRectF(self.rect()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # the ring stands round all of this, not round the toolkit's part of it
        return False
