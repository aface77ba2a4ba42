"""What an estimate gives back, before any words: steps of the sum, spans for each part, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kiosk.estimate.spans import Span

if TYPE_CHECKING:
    from kiosk.content.figures import Figure

ADD, TAKE, RESULT, NOTE = "add", "take", "result", "note"
"""What a step does: adds an amount, takes it off, gives what comes out, or only says something."""

NOW, FIRST_WEEKS, AFTER = "now", "first-weeks", "after"
"""Parts of a result: `NOW` alone, or the first 12 weeks in a care home and the time after them."""

PAYS_ALL, MAY_PAY_ALL, PAYS_PART, PAYS_NOTHING, NOT_WORKED_OUT = (
    "all",
    "may-be-all",
    "part",
    "nothing",
    "not-worked-out",
)
"""What a part means for the person."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the sum. `id` names its label, `rule` a row of the table of rules; `amount` None is not known."""

    id: str
    kind: str
    rule: str
    amount: Span | None = None
    figure: Figure | None = None
    part: str = ""
    """Empty for what holds for every part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of time: what it means, and the weekly charge, or None where no amount can be given."""

    id: str
    meaning: str
    charge: Span | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A whole result, not a decision. `ask`, `left_out`, `next`, `contacts` are keys; `unknown` are questions' ids."""

    day: date
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    ask: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
