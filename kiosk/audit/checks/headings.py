"""Headings: one of level 1, none that skips a level, each told as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen
from kiosk.audit.told import told


@check("HEADING", "names", ("NA-05",), "A screen has one heading of level 1, no level is skipped, and all are told.")
def headings(seen: Seen) -> Iterator[Fault]:
    """The order is the one in which a screen reader meets them; the bar's title counts where it has a level."""
    first: list[QWidget] = []
    before = 0
    for widget in seen.widgets:
        level = int(getattr(widget, "level", 0) or 0)
        facts = told(widget)
        is_told = facts.role == QAccessible.Role.Heading
        if level == 0 and not is_told:
            continue
        if not is_told:
            yield seen.fault("HEADING", f"this heading is told as {facts.role.name}", widget)
        elif facts.level != level or level == 0:
            yield seen.fault("HEADING", f"this heading of level {level} is told as level {facts.level}", widget)
        if not facts.name:
            yield seen.fault("HEADING", "this heading has no words", widget)
        if before and level > before + 1:
            yield seen.fault("HEADING", f"a heading of level {level} follows one of level {before}", widget)
        before = level
        if level == 1:
            first.append(widget)
    if not first:
        yield seen.fault("HEADING", "there is no heading of level 1", seen.root)
    for widget in first[1:]:
        yield seen.fault("HEADING", f"this is one of {len(first)} headings of level 1", widget)
