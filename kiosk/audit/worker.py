"""A process that walks: it reads what to look at, a line of JSON a batch, and writes what it saw, a line a state.

``python -m kiosk.audit.worker`` is started by `kiosk.audit.crew`. The screen is the toolkit's own that nobody sees.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from kiosk.audit.check import CHECKS
from kiosk.audit.pictures import Pictures
from kiosk.audit.plan import Visit
from kiosk.audit.seen import Cell
from kiosk.audit.sight import sight_to_json
from kiosk.audit.walk import Walk
from kiosk.ui.start import make_application

STUCK_AFTER = 180
"""Seconds after which a state that does not come to an end takes the process with it; the crew starts another."""


class Order(NamedTuple):
    """What a worker is told first: two editions, the checks by their codes, and where pictures go ("" for none)."""

    shown: str
    awkward: str
    checks: tuple[str, ...]
    pictures: str
    name: str


def visit_to_json(visit: Visit) -> list[Any]:
    """A visit as one item of a batch."""
    return [visit.state, list(visit.cell), list(visit.kinds)]


def visit_from_json(body: list[Any]) -> Visit:
    """The reverse of `visit_to_json`."""
    state, cell, kinds = body
    return Visit(state, Cell(*cell), tuple(kinds))


def main() -> None:
    """Look at every batch that comes; the end of the input is the end."""
    answers = _own_output()
    order = Order(*json.loads(sys.stdin.readline()))
    import kiosk.audit.checks  # noqa: F401  (fills the table of checks)

    make_application()
    pictures = Pictures(Path(order.pictures), order.name) if order.pictures else None
    checks = [CHECKS[code] for code in order.checks]
    _collect_seldom()
    with Walk(Path(order.shown), Path(order.awkward), checks, pictures) as walk:
        for visit in _visits(answers):
            faulthandler.dump_traceback_later(STUCK_AFTER, exit=True)
            sight = walk.look(visit)
            faulthandler.cancel_dump_traceback_later()
            _say(answers, sight_to_json(sight))


def _collect_seldom() -> None:
    """A screen is thousands of objects; to look through all of them again and again was a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _visits(answers: TextIO) -> Iterator[Visit]:
    """The visits of every batch; what is asked for next is wanted only when one batch is done."""
    _say(answers, "ready")
    for line in sys.stdin:
        yield from (visit_from_json(body) for body in json.loads(line))
        _say(answers, "ready")


def _own_output() -> TextIO:
    """The standard output for the answers alone; whatever else would print there goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _say(answers: TextIO, what: object) -> None:
    answers.write(json.dumps(what) + "\n")
    answers.flush()


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)  # whoever asked has gone
