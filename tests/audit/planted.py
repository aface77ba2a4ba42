"""Faults put into a real window on purpose, one for each check, each with its repair."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kiosk.audit.seen import Cell
from kiosk.ui.routes import Route

if TYPE_CHECKING:
    from opened_kiosk import Opened

Repair = Callable[[], None]


class Plant(NamedTuple):
    """A fault: where it is put, how the kiosk is set up there, and what puts it in and gives back its repair."""

    code: str
    name: str
    route: Route
    cell: Cell
    put: Callable[[Opened], Repair]


PLANTS: list[Plant] = []


def plants(
    code: str, route: Route | None = None, cell: Cell | None = None
) -> Callable[[Callable[[Opened], Repair]], Callable[[Opened], Repair]]:
    """Say which check must find what the decorated function puts in."""

    def register(put: Callable[[Opened], Repair]) -> Callable[[Opened], Repair]:
        PLANTS.append(Plant(code, put.__name__, route or Route("home"), cell or Cell(), put))
        return put

    return register
