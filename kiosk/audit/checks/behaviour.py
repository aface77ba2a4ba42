"""What presses, drags and held keys do, tried with real events on the real window: nothing, until a finger goes up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import SIGNAL, QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen
from kiosk.audit.told import told
from kiosk.language import Words
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.reading_order import controls_in_order
from kiosk.ui.screens.guide import GuideScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.scroll_view import ScrollView

_FAR_MM = 40
_NO_BUTTON, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier
_HELD = (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A)
_HELD_AT_THE_WINDOW = (Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3)


@check("PRESS", "behaviour", ("TG-06",), "Nothing acts when a finger goes down.")
def presses(seen: Seen) -> Iterator[Fault]:
    for button in _buttons(seen):
        if button.receivers(SIGNAL("pressed()")):
            yield seen.fault("PRESS", "something listens to the finger going down", button)
    for button in _that_can_be_tried(seen):
        with _hands(seen) as changed:
            _mouse(button, QEvent.Type.MouseButtonPress, _middle(button), _LEFT)
            acted = changed()
            _let_go_far_away(seen, button)
        if acted:
            yield _acted(seen, "PRESS", "it acts as soon as it is touched", button)
            return


@check("DRAG", "behaviour", ("TG-05",), "Nothing needs a drag, and a finger that slides away does nothing.")
def drags(seen: Seen) -> Iterator[Fault]:
    for widget in seen.widgets:
        if isinstance(widget, QAbstractSlider) and widget.minimum() < widget.maximum():
            yield seen.fault("DRAG", "this can only be worked by dragging", widget)
        elif isinstance(widget, ScrollView) and widget.maximum and not _has_page_buttons(widget):
            yield seen.fault("DRAG", "only a flick moves this: it has no page buttons", widget)
    for button in _that_can_be_tried(seen):
        with _hands(seen) as changed:
            _mouse(button, QEvent.Type.MouseButtonPress, _middle(button), _LEFT)
            _let_go_far_away(seen, button)
            acted = changed()
        if acted:
            yield _acted(seen, "DRAG", f"it acts though the finger slid {_FAR_MM} mm away", button)
            return


@check("REPEAT", "behaviour", ("TG-08",), "A key or a button that is held down acts once.")
def repeats(seen: Seen) -> Iterator[Fault]:
    for button in _buttons(seen):
        if button.autoRepeat():
            yield seen.fault("REPEAT", "held down, it acts again and again", button)
    held = [(control, key) for control in seen.controls if control.isEnabled() for key in _HELD]
    if seen.root is seen.window:
        held += [(seen.window, key) for key in _HELD_AT_THE_WINDOW]
    for widget, key in held:
        with _hands(seen) as changed:
            text = "a" if key == Qt.Key.Key_A else ""
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, _NO_KEY, text, True))
            acted = changed()
        if acted:
            name = key.name.removeprefix("Key_")
            yield _acted(seen, "REPEAT", f"{name}, held down, acts again and again", widget)
            return


@check("SHORTCUT", "names", ("KB-05",), "No single letter is a shortcut.")
def shortcuts(seen: Seen) -> Iterator[Fault]:
    found: list[tuple[QWidget, QKeySequence]] = []
    found += [(seen.window, shortcut.key()) for shortcut in seen.window.findChildren(QShortcut)]
    found += [(seen.window, keys) for action in seen.window.findChildren(QAction) for keys in action.shortcuts()]
    found += [(button, button.shortcut()) for button in _buttons(seen)]
    for widget, sequence in found:
        if len(sequence.toString().removeprefix("Shift+")) == 1:
            yield seen.fault("SHORTCUT", f"the letter {sequence.toString()} alone does something", widget)


@check("STATE", "names", ("SP-20", "CO-03"), "What is chosen says so in words.")
def states(seen: Seen) -> Iterator[Fault]:
    patterns = _state_patterns(seen.session.words)
    for button in _buttons(seen):
        if button.kind == "chosen" and not any(pattern.fullmatch(told(button).name) for pattern in patterns):
            yield seen.fault("STATE", f"it is chosen, and called only “{told(button).name}”", button)


@check("SAFE", "names", ("SA-01", "SA-03"), "Pages about abuse, and no others, can be cleared with one touch.")
def safe(seen: Seen) -> Iterator[Fault]:
    if seen.root is not seen.window:
        return
    screen = seen.screen
    if isinstance(screen, GuideScreen):
        guide = seen.session.edition.library.guide(screen.route.key, seen.session.words.language)
        if guide is not None and guide.sensitive != screen.sensitive:
            yield seen.fault("SAFE", "the guide is sensitive, and its screen does not know it", screen)
    called = seen.session.words.gettext("Clear this screen")
    clear = next((b for b in _buttons(seen) if told(b).name == called and screen.isAncestorOf(b)), None)
    if not screen.sensitive:
        if clear is not None:
            yield seen.fault("SAFE", "“Clear this screen” stands on a page where it may put people off", clear)
        return
    if clear is None or not clear.isEnabled():
        yield seen.fault("SAFE", "there is no “Clear this screen” on a sensitive page", screen)
        return
    if seen.view_around(clear) is not None or seen.in_view(clear) != seen.place(clear):
        yield seen.fault("SAFE", "“Clear this screen” can be scrolled away or is not all in view", clear)
    if controls_in_order(screen, seen.session.words.right_to_left)[0] is not clear:
        yield seen.fault("SAFE", "“Clear this screen” is not the first control of the page", clear)


def _acted(seen: Seen, code: str, message: str, widget: QWidget) -> Fault:
    """A fault of something that may have gone with its screen when it acted; nothing more can be tried here."""
    there = isValid(widget) and (widget is seen.window or seen.window.isAncestorOf(widget))
    return seen.fault(code, message, widget if there else None)


def _buttons(seen: Seen) -> list[Button]:
    return [button for button in seen.controls if isinstance(button, Button)]


def _that_can_be_tried(seen: Seen) -> list[Button]:
    """Buttons that a finger may slide away from; where it may not, as on the screen that waits, DRAG does not apply."""
    return [button for button in _buttons(seen) if seen.applies("DRAG", button)]


def _has_page_buttons(view: ScrollView) -> bool:
    page = view.parentWidget()
    return isinstance(page, ScrollPage) and page.up.isVisible() and page.down.isVisible()


def _state_patterns(words: Words) -> list[re.Pattern[str]]:
    """How names say that something is chosen, as the screens build them."""
    _ = words.gettext
    on = _("On")
    templates = (
        _("{choice}, chosen"),
        _("{filter}, chosen. Touch to take it away."),
        _("{filter}, chosen. Touch to take them away."),
        f"{_('Kept')}: {{name}}",
        f"{_('Kept for my booklet')}: {{name}}",
        f"{_('Chosen')}: {{name}}",
        f"{{label}}: {on}",
    )
    return [re.compile("".join(_part(p) for p in re.split(r"(\{\w+\})", template)), re.S) for template in templates]


def _part(part: str) -> str:
    return ".+" if part.startswith("{") and part.endswith("}") else re.escape(part)


@contextmanager
def _hands(seen: Seen) -> Iterator[Callable[[], bool]]:
    """Try something: gives a function that says whether anything has changed; puts the focus back at the end."""
    focused, active = QApplication.focusWidget(), KEYBOARD.active
    before = _everything(seen)
    yield lambda: _everything(seen) != before
    KEYBOARD.active = active
    if focused is not None and QApplication.focusWidget() is not focused:
        focused.setFocus()


def _everything(seen: Seen) -> tuple[object, ...]:
    """What a visitor could notice: where they are, what they chose and typed, what is heard, where the page stands."""
    window, visit = seen.window, seen.session.visit
    return (
        seen.session.navigator.here,
        (visit.language, visit.display, visit.shortlist, visit.guides, visit.search, visit.booklet),
        (id(window.screen_shown), id(window.overlay), window.isVisible()),
        (window.listening.active, window.listening.paused, window.listening.message),
        tuple(widget.text() for widget in seen.controls if isinstance(widget, QLineEdit) and isValid(widget)),
        tuple(widget.value for widget in seen.widgets if isinstance(widget, ScrollView) and isValid(widget)),
    )


def _middle(widget: QWidget) -> QPointF:
    return QPointF(widget.rect().center())


def _let_go_far_away(seen: Seen, button: Button) -> None:
    away = QPointF(button.width() + _FAR_MM * seen.session.panel.pixels_per_mm, button.height() / 2)
    _mouse(button, QEvent.Type.MouseMove, away, _LEFT)
    _mouse(button, QEvent.Type.MouseButtonRelease, away, _NO_BUTTON)


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> None:
    button = _NO_BUTTON if kind == QEvent.Type.MouseMove else _LEFT
    on_screen = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, on_screen, button, held, _NO_KEY))
