"""One thing the doctor looked at: a code, how bad it is, what was found and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "missing"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`missing`: the kiosk can't work without it; `warning`: it works, with something lacking. Written for staff."""

    code: str
    level: Level
    cause: str
    next_step: str = ""


def exit_code(findings: Iterable[Finding]) -> int:
    """3 when a needed part is missing, 1 when something should be looked at, else 0."""
    levels = {finding.level for finding in findings}
    return 3 if "missing" in levels else 1 if "warning" in levels else 0
