"""One screen in one state, looked at once: its controls, its texts, its picture, in millimetres."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.audit.fault import Fault
from kiosk.audit.painted import Painted, PaintedIcon, PaintedText, painted_by
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.scroll_view import ScrollView
from kiosk.ui.window import KioskWindow


class Cell(NamedTuple):
    """How the kiosk is set up while it is looked at. `shape` is one of `SHAPES`."""

    shape: str = "wide"
    text_size: str = "standard"
    theme: str = "day"
    language: str = "en"
    easy_letters: bool = False
    controls_low: bool = False
    pictures: bool = True

    def __str__(self) -> str:
        parts = [self.shape, self.text_size, self.theme, self.language]
        parts += ["easy-letters"] if self.easy_letters else []
        parts += ["controls-low"] if self.controls_low else []
        parts += [] if self.pictures else ["no-pictures"]
        return "-".join(parts)


SHAPES = {"wide": "1920x1080@476", "tall": "1080x1920@268", "small": "1280x800@261"}
"""The three panels that the screens are drawn for."""


class Seen:
    """What every check looks at. Nothing here changes the window; a check that must (focus) puts it back.

    `both_ways` says that keys are to walk backwards too, which shows little that the way forwards does not.
    """

    def __init__(self, window: KioskWindow, cell: Cell, both_ways: bool = True) -> None:
        self.both_ways = both_ways
        self.window = window
        self.cell = cell
        self.session = window.session
        self._excused: dict[QWidget, frozenset[str]] = {}

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        assert self.window.screen_shown is not None
        return self.window.screen_shown

    @cached_property
    def root(self) -> QWidget:
        """What can be used now: the window, or what lies over it."""
        return self.window.overlay or self.window

    @cached_property
    def widgets(self) -> list[QWidget]:
        """Everything that is shown, scrolled away or not."""
        return [w for w in self.root.findChildren(QWidget) if w.isVisible() and w.width() > 0 and w.height() > 0]

    @cached_property
    def controls(self) -> list[QWidget]:
        """Everything that can be pressed or typed into."""
        return [w for w in self.widgets if isinstance(w, (Button, QLineEdit))]

    @cached_property
    def texts(self) -> list[PaintedText]:
        """Every text on the screen as it was painted, scrolled away or not."""
        return [text for painted in self._painted for text in painted.texts]

    @cached_property
    def icons(self) -> list[PaintedIcon]:
        """Every icon on the screen as it was painted, scrolled away or not."""
        return [icon for painted in self._painted for icon in painted.icons]

    @cached_property
    def _painted(self) -> list[Painted]:
        return [painted_by(widget, self.window) for widget in self.widgets]

    @cached_property
    def picture(self) -> QImage:
        """The window as it is seen."""
        return self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def mm(self, pixels: float) -> float:
        """A length on the panel in millimetres."""
        return pixels / self.session.panel.pixels_per_mm

    def place(self, widget: QWidget) -> QRect:
        """A widget's rectangle in the window, scrolled away or not."""
        return QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())

    def in_view(self, widget: QWidget) -> QRect:
        """The part of a widget that its parents leave to be seen."""
        place = self.place(widget)
        parent = widget.parentWidget()
        while parent is not None and parent is not self.window:
            place = place.intersected(self.place(parent))
            parent = parent.parentWidget()
        return place.intersected(self.window.rect())

    def view_around(self, widget: QWidget) -> ScrollView | None:
        """The scrolling view that a widget stands in, if any."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, ScrollView):
                return parent
            parent = parent.parentWidget()
        return None

    def applies(self, code: str, widget: QWidget) -> bool:
        """Whether a check is for this widget: one that is not says why, in code, in `not_audited = {code: reason}`."""
        return code not in self._excused_of(widget)

    def _excused_of(self, widget: QWidget) -> frozenset[str]:
        """The checks that are not for a widget, by its own word or by that of what it stands in."""
        found = self._excused.get(widget)
        if found is None:
            parent = widget.parentWidget()
            above = frozenset[str]() if parent is None else self._excused_of(parent)
            found = self._excused[widget] = above.union(getattr(widget, "not_audited", ()))
        return found

    def fault(
        self, code: str, message: str, widget: QWidget | None = None, where: QRect | QRectF | None = None
    ) -> Fault:
        """A fault at a widget or at a place in the window."""
        if where is None:
            where = self.place(widget) if widget is not None else self.window.rect()
        called = f"{type(widget).__name__} “{widget.accessibleName()[:60]}”" if widget is not None else ""
        box = where.toAlignedRect() if isinstance(where, QRectF) else where
        return Fault(code, message, called, (box.x(), box.y(), box.width(), box.height()))
