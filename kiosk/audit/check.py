"""The table of checks: what each is called, which rows of the checklist it holds, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kiosk.audit.fault import Fault
    from kiosk.audit.seen import Seen

Kind = Literal["names", "order", "geometry", "glyphs", "contrast", "focus", "behaviour"]
"""What a check depends on: the plan runs names, order, geometry and glyphs in every language, size and shape, contrast
and focus in every theme; behaviour is what touches and keys do, and takes long, so it is tried in every value once."""

Look = Callable[["Seen"], "Iterable[Fault]"]


class Check(NamedTuple):
    """A check. `says` is one sentence for people; `rows` are IDs of the checklist, such as "TG-02"."""

    code: str
    kind: Kind
    rows: tuple[str, ...]
    says: str
    look: Look


CHECKS: dict[str, Check] = {}
"""Every check by its code, filled by `kiosk.audit.checks`."""


def check(code: str, kind: Kind, rows: tuple[str, ...], says: str) -> Callable[[Look], Look]:
    """Register a function as a check. Raises `ValueError` when the code is taken."""

    def register(look: Look) -> Look:
        if code in CHECKS:
            raise ValueError(f"two checks are called {code}")
        CHECKS[code] = Check(code, kind, rows, says, look)
        return look

    return register
