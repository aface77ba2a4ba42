"""What assistive technology is told about a widget, asked for as a screen reader asks."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.ui import accessible


class Told(NamedTuple):
    """What is told. `level` is a heading's, else 0; `hidden` says that a reader passes it over."""

    role: QAccessible.Role
    name: str
    description: str
    level: int
    actions: tuple[str, ...]
    hidden: bool


def told(widget: QWidget) -> Told:
    """Ask about a widget."""
    accessible.install()
    found = QAccessible.queryAccessibleInterface(widget)
    if found is None:
        return Told(QAccessible.Role.NoRole, "", "", 0, (), True)
    facts, acts = found.attributesInterface(), found.actionInterface()
    level = 0
    if facts is not None and QAccessible.Attribute.Level in facts.attributeKeys():
        level = int(facts.attributeValue(QAccessible.Attribute.Level))
    return Told(
        found.role(),
        found.text(QAccessible.Text.Name).strip(),
        found.text(QAccessible.Text.Description).strip(),
        level,
        tuple(acts.actionNames()) if acts is not None else (),
        bool(found.state().invisible),
    )


def words_in(text: str) -> list[str]:
    """The words of a text without its signs, for comparing what is painted with what is told."""
    return re.findall(r"\w+", text.casefold())
