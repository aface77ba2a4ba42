"""The page buttons in a row at the foot of a page or a list, with which part is shown between them."""

from __future__ import annotations

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


def place_pager(look: Look, up: Button, where: TextBlock, down: Button, width: int, bottom: int) -> int:
    """Place the three in reading order with their lower edge at `bottom`; returns the height of the row."""
    gap = look.metrics.gap
    middle = max(where.natural_width(), width // 5)
    side = (width - middle - 2 * gap) // 2
    height = max(up.heightForWidth(side), down.heightForWidth(side))
    top = bottom - height
    first, last = (down, up) if look.right_to_left else (up, down)
    first.setGeometry(0, top, side, height)
    last.setGeometry(width - side, top, side, height)
    tall = where.heightForWidth(middle)
    where.setGeometry(side + gap, top + max(0, (height - tall) // 2), middle, tall)
    return height
