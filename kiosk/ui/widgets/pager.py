"""The page buttons in a row at the foot of a page or a list, with which part is shown between them."""

from __future__ import annotations

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


def place_pager(look: Look, up: Button, where: TextBlock, down: Button, width: int, bottom: int) -> int:
    """Place the three in reading order with their lower edge at `bottom`; returns the height they take.

    The buttons' words are never broken: where they leave no room for the words between them, those stand above.
    """
    gap = look.metrics.gap
    least = max(up.minimumSizeHint().width(), down.minimumSizeHint().width())
    middle = min(max(where.natural_width(), width // 5), width - 2 * (least + gap))
    above = middle < where.widest_word()
    side = (width - gap) // 2 if above else (width - middle - 2 * gap) // 2
    tall = where.heightForWidth(width if above else middle)
    buttons = max(up.heightForWidth(side), down.heightForWidth(side))
    height = buttons + tall if above else max(buttons, tall)
    row = bottom - buttons if above else bottom - height
    first, last = (down, up) if look.right_to_left else (up, down)
    first.setGeometry(0, row, side, bottom - row)
    last.setGeometry(width - side, row, side, bottom - row)
    if above:
        where.setGeometry(0, bottom - height, width, tall)
    else:
        where.setGeometry(side + gap, row + (height - tall) // 2, middle, tall)
    return height
