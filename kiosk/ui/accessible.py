"""What assistive technology is told: what each widget of ours is, in which language it speaks, and what has happened.

A widget says in `told_as` what it is, by a word of `ROLES`; its name is its accessible name, read when it is asked for.
Whatever has no `told_as` is told as the toolkit tells it, as a field is. Nothing here is imported before the first
picture.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QWidget

if TYPE_CHECKING:
    from kiosk.ui.window import KioskWindow

_Role = QAccessible.Role

ROLES: dict[str, QAccessible.Role] = {
    "text": _Role.StaticText,
    "heading": _Role.Heading,
    "list": _Role.List,
    "list item": _Role.ListItem,
    "picture": _Role.Graphic,
    "decoration": _Role.Whitespace,
    "bar": _Role.ToolBar,
    "group": _Role.Grouping,
    "page": _Role.Pane,
    "alert": _Role.AlertMessage,
    "button": _Role.Button,
}
"""What a widget may say that it is. "decoration" is passed over in reading."""

_SWEEP_EVERY = 64
_told: set[_Told] = set()
_listeners: list[Callable[[str], None]] = []
_installed = False
_sweep_at = _SWEEP_EVERY


def install() -> None:
    """Tell assistive technology about our widgets from now on, those included that it has asked about before."""
    global _installed
    if _installed:
        return
    _installed = True
    QAccessible.installFactory(_tell_of)
    if QAccessible.isActive():
        for widget in QApplication.allWidgets():
            asked = QAccessible.queryAccessibleInterface(widget)
            if asked is not None and hasattr(type(widget), "told_as") and not isinstance(asked, _Told):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(asked))


def tell_about(window: KioskWindow) -> None:
    """Tell about the window for as long as it is open: each page that is shown, by its name, and the language."""
    install()
    visit, navigator = window.session.visit, window.session.navigator

    def in_which_language() -> None:
        """Everything that does not say otherwise is in the visitor's language (WCAG 2.2 SC 3.1.1)."""
        QLocale.setDefault(QLocale(visit.language))

    def where() -> None:
        if window.top_bar is not None and QAccessible.isActive():
            changed = QAccessible.Event.RoleChanged
            QAccessible.updateAccessibility(QAccessibleEvent(window.top_bar.title, changed))
        if window.screen_shown is not None:
            _tell(window, window.screen_shown.accessibleName())

    in_which_language()
    visit.subscribe(in_which_language)
    navigator.subscribe(lambda _route: where())
    window.listening.changed.connect(lambda: announce(window, window.listening.message))


def told_as(widget: QObject | None) -> str:
    """The word of `ROLES` for a widget, or "" for one that the toolkit knows."""
    return str(getattr(widget, "told_as", ""))


def announce(widget: QWidget, words: str) -> None:
    """Say what has just happened, without moving the focus (WCAG 2.2 SC 4.1.3)."""
    if words.strip():
        for listener in tuple(_listeners):
            listener(words)
        _tell(widget, words)


def on_announcement(listener: Callable[[str], None]) -> Callable[[], None]:
    """Call `listener` with whatever is announced, from now until the function that comes back is called."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener) if listener in _listeners else None


def _tell(widget: QWidget, words: str) -> None:
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _tell_of(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not hasattr(type(widget), "told_as") or not isinstance(widget, QWidget):
        return None  # a widget is asked about first while it is being made, when it has no more than its class has
    _sweep()
    told = _ToldButton(widget) if isinstance(widget, QAbstractButton) else _Told(widget)
    _told.add(told)
    return told


def _sweep() -> None:
    """Let go of what the toolkit has deleted with its widget; let go of before, it would be deleted under its feet."""
    global _sweep_at
    if len(_told) >= _sweep_at:
        _told.intersection_update([told for told in _told if shiboken6.isValid(told)])
        _sweep_at = len(_told) + _SWEEP_EVERY


class _Facts(QAccessibleAttributesInterface):
    """The level of a heading, and the language of words: the visitor's, unless they know their own."""

    def __init__(self, told: _Told) -> None:
        super().__init__()
        self._told = told

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        level = [QAccessible.Attribute.Level] if getattr(self._told.widget(), "level", 0) else []
        return [*level, QAccessible.Attribute.Locale]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        widget = self._told.widget()
        if key == QAccessible.Attribute.Level:
            return int(getattr(widget, "level", 0))
        lang = str(getattr(widget, "lang", ""))
        return QLocale(lang) if lang else QLocale()


class _Told(QAccessibleWidget):
    """One widget as assistive technology meets it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._facts = _Facts(self)

    def role(self) -> QAccessible.Role:
        """Asked for each time: the bar's title is a heading on some screens, a row is an item only in a list."""
        widget = self.widget()
        role = ROLES.get(told_as(widget), _Role.Client)
        if role == _Role.ListItem and told_as(widget.parentWidget()) != "list":
            return _Role.Grouping
        return role

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.role() == _Role.Whitespace:
            state.invisible = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return self._facts
        found = super().interface_cast(kind)
        return shiboken6.VoidPtr(0) if found is None else found  # PySide makes an address of None itself


class _ToldButton(_Told):
    """A button of ours; the toolkit's own telling of buttons knows no language."""

    def actionNames(self) -> list[str]:
        button = self.widget()
        return [self.pressAction(), self.setFocusAction()] if button is not None and button.isEnabled() else []

    def doAction(self, name: str) -> None:
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)
