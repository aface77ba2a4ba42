"""One thing that is wrong on one screen, and where it is seen."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """`code` is the check's name; `where` is (left, top, width, height) in pixels of the window, for the picture."""

    code: str
    message: str
    widget: str = ""
    where: tuple[int, int, int, int] = (0, 0, 0, 0)
