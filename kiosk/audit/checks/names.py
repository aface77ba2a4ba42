"""Names and roles: what is painted and what can be pressed is told to assistive technology as what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.painted import PaintedText, paints_itself
from kiosk.audit.seen import Seen
from kiosk.audit.told import told, words_in
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text_block import TextBlock

_Role = QAccessible.Role
_PANELS = (_Role.Client, _Role.NoRole, _Role.Whitespace)
"""What is told so has a name that no screen reader says."""
_WORDS = (_Role.StaticText, _Role.Heading)
_HANDS = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
_POINTING_HAND = 13
"""`Qt.CursorShape.PointingHandCursor`."""


@check("NAME", "names", ("NA-01",), "Every control has a name and its role, and all painted words are told.")
def names(seen: Seen) -> Iterator[Fault]:
    for control in seen.controls:
        is_field = isinstance(control, QLineEdit)
        facts = told(control)
        if not facts.name:
            yield seen.fault("NAME", "this control has no name", control)
        if facts.role != (_Role.EditableText if is_field else _Role.Button):
            yield seen.fault("NAME", f"this control is told as {facts.role.name}", control)
        if not is_field and control.isEnabled() and "Press" not in facts.actions:
            yield seen.fault("NAME", "assistive technology cannot press this", control)
    for widget, texts in _by_widget(seen).items():
        if isinstance(widget, Button):
            continue  # what is painted on a button is LABEL-IN-NAME's
        facts = told(widget)
        missing = _not_told(texts, facts.name, facts.description)
        if facts.role in _PANELS or missing:
            yield seen.fault("NAME", f"painted, but not told: “{missing or texts[0].text}”", widget)


@check("ROLE", "names", ("NA-04",), "What can be pressed is a real button.")
def roles(seen: Seen) -> Iterator[Fault]:
    for widget in [*seen.widgets, seen.root]:
        if isinstance(widget, (Button, QLineEdit)) or not seen.applies("ROLE", widget):
            continue
        if widget.cursor().shape().value == _POINTING_HAND and not told(widget).actions:
            yield seen.fault("ROLE", "the pointing hand is over something that is no button", widget)
        taken = [name for name in _HANDS if name in vars(widget) or any(name in vars(kind) for kind in _ours(widget))]
        if taken:
            yield seen.fault("ROLE", f"it answers a touch ({', '.join(taken)}) and is no button", widget)


@check("LABEL-IN-NAME", "names", ("NA-02",), "A control's name begins with the words that are painted on it.")
def labels(seen: Seen) -> Iterator[Fault]:
    for widget, texts in _by_widget(seen).items():
        if not isinstance(widget, Button):
            continue
        facts = told(widget)
        label, name = words_in(texts[0].text), words_in(facts.name)
        if name[: len(label)] != label:
            yield seen.fault("LABEL-IN-NAME", f"“{texts[0].text}” is called “{facts.name}”", widget)
        elif missing := _not_told(texts, facts.name, facts.description):
            yield seen.fault("LABEL-IN-NAME", f"painted on it, but not told: “{missing}”", widget)


@check("NAME-DUP", "names", ("NA-03",), "No two controls of a screen have the same name.")
def duplicates(seen: Seen) -> Iterator[Fault]:
    called = defaultdict(list)
    for control in seen.controls:
        called[" ".join(told(control).name.casefold().split())].append(control)
    for name, controls in called.items():
        for control in controls[1:] if name else ():
            yield seen.fault("NAME-DUP", f"{len(controls)} controls are called “{name}”", control)


@check("ALT", "names", ("SP-06",), "Every picture has a name or is told as decoration.")
def alternatives(seen: Seen) -> Iterator[Fault]:
    with_words = {text.widget for text in seen.texts if text.text.strip()}
    for widget in seen.widgets:
        facts = told(widget)
        if facts.role == _Role.Graphic and not facts.name:
            yield seen.fault("ALT", "this picture has no name", widget)
        elif _is_picture(widget) and not (
            facts.hidden or facts.role in (_Role.Graphic, *_WORDS) or widget in with_words
        ):
            yield seen.fault("ALT", "this picture is neither named nor told as decoration", widget)


@check("LINK", "names", ("NA-07",), "No link stands inside rich text, where assistive technology cannot reach it.")
def links(seen: Seen) -> Iterator[Fault]:
    for widget in seen.widgets:
        if isinstance(widget, QLabel):
            text = widget.text()
        elif isinstance(widget, QTextEdit):
            text = widget.toHtml()
        else:
            text = widget.text if isinstance(widget, TextBlock) else ""
        if "<a " in text.casefold():
            yield seen.fault("LINK", "there is a link inside this text", widget)


def _by_widget(seen: Seen) -> dict[QWidget, list[PaintedText]]:
    found: dict[QWidget, list[PaintedText]] = defaultdict(list)
    for text in seen.texts:
        if words_in(text.text):
            found[text.widget].append(text)
    return found


def _not_told(texts: list[PaintedText], *told_words: str) -> str:
    """The first painted text that has a word which is not told."""
    known = set(words_in(" ".join(told_words)))
    return next((text.text for text in texts if not known.issuperset(words_in(text.text))), "")


def _is_picture(widget: QWidget) -> bool:
    """Whether it paints and holds nothing: what paints without words and is no control."""
    return paints_itself(widget) and not isinstance(widget, Button) and not widget.findChildren(QWidget)


def _ours(widget: QWidget) -> list[type]:
    """The classes of a widget that are not the toolkit's."""
    return [
        kind for kind in type(widget).__mro__ if not kind.__module__.startswith(("PySide6", "Shiboken", "builtins"))
    ]
