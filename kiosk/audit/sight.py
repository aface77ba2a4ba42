"""What was seen in one state in one cell: the faults, where they are written, and what said that it is not audited."""

from __future__ import annotations

from typing import Any, NamedTuple

from kiosk.audit.fault import Fault
from kiosk.audit.plan import Visit


class Exemption(NamedTuple):
    """A check that does not apply to a widget, and why, as it stands beside the widget's code."""

    widget: str
    code: str
    reason: str


class Sight(NamedTuple):
    """`screen` is the class of what was looked at, `file` and `line` where it is written.

    `pictures` holds a picture's file name for each of the faults, or nothing for a fault without one.
    """

    visit: Visit
    screen: str
    file: str
    line: int
    faults: tuple[Fault, ...]
    exemptions: frozenset[Exemption] = frozenset()
    pictures: tuple[str, ...] = ()


def sight_to_json(sight: Sight) -> dict[str, Any]:
    """What a worker writes on a line. The visit is known to both sides."""
    return {
        "screen": sight.screen,
        "file": sight.file,
        "line": sight.line,
        "faults": [list(fault) for fault in sight.faults],
        "exemptions": [list(exemption) for exemption in sorted(sight.exemptions)],
        "pictures": list(sight.pictures),
    }


def sight_from_json(visit: Visit, body: dict[str, Any]) -> Sight:
    """The reverse of `sight_to_json`."""
    return Sight(
        visit,
        body["screen"],
        body["file"],
        body["line"],
        tuple(Fault(code, message, widget, tuple(where)) for code, message, widget, where in body["faults"]),
        frozenset(Exemption(*exemption) for exemption in body["exemptions"]),
        tuple(body["pictures"]),
    )
