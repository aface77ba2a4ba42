"""Walks with several processes at once, and goes on when one of them ends before its time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from kiosk.audit.fault import Fault
from kiosk.audit.plan import Visit, batches
from kiosk.audit.sight import Sight, sight_from_json
from kiosk.audit.state import State
from kiosk.audit.walk import CRASH, source_of
from kiosk.audit.worker import Order, visit_to_json
from kiosk.errors import MissingPartError
from kiosk.ui.screen import screen_class

_Numbered = list[tuple[int, Visit]]
Progress = Callable[[int, int, int], None]
"""Called with how many visits are done, of how many, and how many faults they had."""


class Crew:
    """Hands out batches in the plan's order to whoever is free."""

    def __init__(self, states: dict[str, State], order: Order, progress: Progress) -> None:
        self._states = states
        self._order = order
        self._progress = progress
        self._lock = Lock()
        self._sights: dict[int, Sight] = {}
        self._faults = 0
        self._of = 0

    def walk(self, visits: Sequence[Visit], jobs: int) -> dict[int, Sight]:
        """What was seen at each visit, by its number. Raises `MissingPartError` when no process can be started."""
        self._of = len(visits)
        handed_out = _numbered(visits)
        with ThreadPoolExecutor(jobs) as pool:
            for done in [pool.submit(self._work_off, handed_out, f"{number}-") for number in range(1, jobs + 1)]:
                done.result()
        return self._sights

    def _work_off(self, handed_out: Iterator[_Numbered], name: str) -> None:
        """One process after another until nothing is left; each must see something, or none ever will."""
        left: _Numbered = []
        life = 0
        while left or (left := self._next(handed_out)):
            life += 1
            with _Process(self._order._replace(name=f"{name}{life}-")) as process:
                if not process.is_ready():
                    raise MissingPartError("The screens could not be opened at all; what is said above tells why.")
                left = self._live(process, left, handed_out)

    def _live(self, process: _Process, batch: _Numbered, handed_out: Iterator[_Numbered]) -> _Numbered:
        """Let a process work until all is done or it ends; returns what it left of its last batch."""
        while batch:
            process.hand(batch)
            while batch:
                number, visit = batch[0]
                answer = process.hear()
                if answer is None:
                    self._note(number, self._crashed(visit, process.ending()))
                    return batch[1:]
                self._note(number, sight_from_json(visit, answer))
                batch = batch[1:]
            if process.is_ready():
                batch = self._next(handed_out)
        return []

    def _next(self, handed_out: Iterator[_Numbered]) -> _Numbered:
        with self._lock:
            return next(handed_out, [])

    def _note(self, number: int, sight: Sight) -> None:
        with self._lock:
            self._sights[number] = sight
            self._faults += len(sight.faults)
            self._progress(len(self._sights), self._of, self._faults)

    def _crashed(self, visit: Visit, ending: str) -> Sight:
        kind = screen_class(self._states[visit.state].route)
        fault = Fault(CRASH, f"the program ended while this was looked at: {ending}")
        return Sight(visit, *source_of(kind), (fault,))


class _Process:
    """One worker, as seen from outside."""

    def __init__(self, order: Order) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
        self._child = subprocess.Popen(
            [sys.executable, "-m", "kiosk.audit.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            encoding="utf-8",
        )
        self._write(list(order))

    def __enter__(self) -> _Process:
        return self

    def __exit__(self, *_problem: object) -> None:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        with self._child.stdout, suppress(BrokenPipeError):
            self._child.stdin.close()
        try:
            self._child.wait(10)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def hand(self, batch: _Numbered) -> None:
        """Give it something to look at."""
        self._write([visit_to_json(visit) for _number, visit in batch])

    def hear(self) -> Any:
        """Its next answer, or None when it has ended."""
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        return json.loads(line) if line.endswith("\n") else None

    def is_ready(self) -> bool:
        """Whether it asks for more."""
        return bool(self.hear() == "ready")

    def ending(self) -> str:
        """How it ended, in words."""
        code = self._child.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def _write(self, what: object) -> None:
        assert self._child.stdin is not None
        with suppress(BrokenPipeError):  # it has ended, as the missing answer will tell
            self._child.stdin.write(json.dumps(what) + "\n")
            self._child.stdin.flush()


def _numbered(visits: Sequence[Visit]) -> Iterator[_Numbered]:
    number = 0
    for batch in batches(visits):
        yield list(enumerate(batch, start=number))
        number += len(batch)
