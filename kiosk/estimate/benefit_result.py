"""What the benefits estimate gives back, before any words: each benefit with its reasons, amount and way to claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.estimate.result import Step
from kiosk.estimate.spans import Span

MAY, NOT_NOW = "may", "not-now"
"""`MAY`: nothing that was answered rules it out. `NOT_NOW`: an answer does, and `because` says which."""

CARE, CARER, INCOME, COUNCIL_TAX, ALSO = "care", "carer", "income", "council-tax", "also"
"""Groups in the order in which they are shown."""

A_WEEK, A_MONTH, A_YEAR, A_WINTER = "GBP a week", "GBP a month", "GBP a year", "GBP a winter"
A_COLD_SPELL = "GBP for 7 days of cold weather"
NO_AMOUNT = ""


@dataclass(frozen=True, slots=True)
class Benefit:
    """One benefit. `because`, `also_true`, `effects` and `how` are keys of sentences; `guide` is a page of ours.

    `most` is the most that it can be in `unit`, from the answers: None where it must be asked for, or where it is not
    an amount of money (`unit` is empty then).
    """

    id: str
    group: str
    status: str
    because: tuple[str, ...]
    guide: str
    contacts: tuple[str, ...]
    how: tuple[str, ...] = ()
    unit: str = NO_AMOUNT
    most: Span | None = None
    steps: tuple[Step, ...] = ()
    also_true: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BenefitsFound:
    """The whole result, not a decision. `ask`: figures without an amount for the day; `unknown`: questions' ids."""

    day: date
    benefits: tuple[Benefit, ...]
    ask: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def may(self) -> frozenset[str]:
        """Ids of the benefits that nothing rules out."""
        return frozenset(benefit.id for benefit in self.benefits if benefit.status == MAY)
