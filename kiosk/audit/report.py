"""What an audit found: the same fault in many cells is one finding, with where it was first seen and where else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from kiosk import resources
from kiosk.audit.check import CHECKS
from kiosk.audit.fault import Fault
from kiosk.audit.sight import Exemption, Sight

Level = Literal["error", "note"]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`, `cell` and `picture` are where it was seen first, in the plan's order; `states` and `cells` are all.

    `file` and `line` are the screen's own class. A "note" is about this machine and not about a screen.
    """

    level: Level
    code: str
    file: str
    line: int
    message: str
    rows: tuple[str, ...] = ()
    screen: str = ""
    state: str = ""
    cell: str = ""
    widget: str = ""
    picture: str = ""
    states: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """All of one audit. `screens` and `cells` are how many of each were looked at."""

    findings: tuple[Finding, ...]
    exemptions: tuple[Exemption, ...]
    screens: int
    states: int
    cells: int
    visits: int
    checks: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each level."""
        return {level: sum(found.level == level for found in self.findings) for level in ("error", "note")}

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON."""
        return {
            "counts": self.counts,
            "screens": self.screens,
            "states": self.states,
            "cells": self.cells,
            "visits": self.visits,
            "checks": list(self.checks),
            "findings": [asdict(found) for found in self.findings],
            "exemptions": [exemption._asdict() for exemption in self.exemptions],
        }


FaultKey = tuple[str, str, str, str]
_Place = tuple[Sight, Fault, str]


def key_of(screen: str, fault: Fault) -> FaultKey:
    """What makes two faults the same: the check, the screen, the widget, and the message but for its numbers."""
    return fault.code, screen, fault.widget, _NUMBER.sub("#", fault.message)


def merge(sights: Mapping[int, Sight], checks: Sequence[str]) -> Report:
    """One report of what was seen at each place of the plan; the order in which it was seen does not matter."""
    ordered = [sights[number] for number in sorted(sights)]
    met: dict[FaultKey, list[_Place]] = {}
    for sight in ordered:
        for number, fault in enumerate(sight.faults):
            picture = sight.pictures[number] if number < len(sight.pictures) else ""
            met.setdefault(key_of(sight.screen, fault), []).append((sight, fault, picture))
    findings = [_finding(places) for places in met.values()]
    exemptions = sorted({exemption for sight in ordered for exemption in sight.exemptions})
    return Report(
        tuple(sorted(findings, key=lambda found: (found.code, found.screen))),
        tuple(exemptions),
        screens=len({sight.screen for sight in ordered}),
        states=len({sight.visit.state for sight in ordered}),
        cells=len({sight.visit.cell for sight in ordered}),
        visits=len(ordered),
        checks=tuple(checks),
    )


def _finding(places: Sequence[_Place]) -> Finding:
    sight, fault, _picture = places[0]
    return Finding(
        level="error",
        code=fault.code,
        file=from_here(sight.file),
        line=sight.line,
        message=fault.message,
        rows=CHECKS[fault.code].rows if fault.code in CHECKS else (),
        screen=sight.screen,
        state=sight.visit.state,
        cell=str(sight.visit.cell),
        widget=fault.widget,
        picture=next((picture for _sight, _fault, picture in places if picture), ""),
        states=_each_once(sight.visit.state for sight, *_rest in places),
        cells=_each_once(str(sight.visit.cell) for sight, *_rest in places),
        times=len(places),
    )


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def from_here(file: str) -> str:
    """A file's path as it stands in the checkout, or in the folder into which the program was installed."""
    path = Path(file)
    root = resources.PACKAGE.parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def with_notes(report: Report, notes: Iterable[Finding]) -> Report:
    """The report with what was found out about this machine, before everything else."""
    return replace(report, findings=(*notes, *report.findings))
