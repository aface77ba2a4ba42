"""A sum on the screen: each line with its amount beside it, and under them the rule, once for lines that share it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.document.blocks import Table, plain
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.rows import Column, Line
from kiosk.ui.widgets.text_block import TextBlock

_WIDEST_AMOUNT_EM = 11.0
_NARROWEST_EM = 26.0
"""Amounts stand beside their lines on a panel of so many body font sizes; below it, under them."""


class SumWidgets(DocumentWidgets):
    """As the widgets of a guide, but a table of three columns is a sum: what, how much, and the rule."""

    def _table(self, block: Table) -> QWidget:
        box = Box(self._look)
        gap = self._look.metrics.mm(2)
        amounts = [TextBlock(self._look, row[1], lang=self._lang) for row in block.rows]
        most = round(self._look.metrics.body * _WIDEST_AMOUNT_EM)
        if self._look.metrics.columns_of_text < _NARROWEST_EM:
            most = 0
        widest = max((width for amount in amounts if (width := amount.natural_width()) <= most), default=0)
        same, before = self._words.gettext("The same rule"), ""
        for row, amount in zip(block.rows, amounts, strict=True):
            rule = plain(row[2])
            holder = Column(round(gap / 2))
            label = TextBlock(self._look, row[0], lang=self._lang)
            if amount.natural_width() <= most:
                amount.setFixedWidth(widest)
                line = Line(self._look.metrics.gap)
                line.add(label, 1, Qt.AlignmentFlag.AlignTop)
                line.add(amount, 0, Qt.AlignmentFlag.AlignTop)
                holder.add(line)
            else:
                holder.add(label)
                holder.add(amount)
            if rule != before and rule != same:
                holder.add(TextBlock(self._look, rule, "muted", lang=self._lang))
            before = rule
            box.column.addWidget(holder)
        box.column.setSpacing(self._look.metrics.mm(4))
        return box
