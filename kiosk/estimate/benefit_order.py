"""The order in which benefits are shown: what the answers speak for and what is worth most first, never a score."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol, TypeVar

from kiosk.estimate.benefit_facts import NOT_SURE
from kiosk.estimate.benefit_result import A_MONTH, A_WEEK, ALSO, CARE, CARER, COUNCIL_TAX, INCOME, MAY, Benefit

_GROUPS = (CARE, CARER, INCOME, COUNCIL_TAX, ALSO)
_SMALLER = {"carers-credit", "savings-credit", "more-for-care"}
"""Besides the group `ALSO`: help that brings little money or none now, or a look again that can take money away."""
_WEEKS_A_MONTH = Decimal(52) / 12
_OF_AGE = {"age", "income-may-be-low"}
"""Reasons that nearly everybody of that age has, so that they speak for nothing."""


def in_order(benefits: list[Benefit]) -> tuple[Benefit, ...]:
    """What is ruled out comes last, and smaller help before that. Care benefits lead, since they open doors to others.

    An answer that was not known, or an age alone, speaks less for a benefit than what was said of a person.
    """
    return tuple(sorted(benefits, key=_place))


def is_smaller(benefit: Benefit) -> bool:
    """Whether one line about it is enough."""
    return benefit.group == ALSO or benefit.id in _SMALLER


class _Grouped(Protocol):
    @property
    def group(self) -> str: ...


_Any = TypeVar("_Any", bound=_Grouped)


def together(benefits: Iterable[_Any]) -> list[list[_Any]]:
    """What is asked for by one call stands together: all that makes a Council Tax bill less, where its first stands."""
    found: dict[str, list[_Any]] = {}
    for number, benefit in enumerate(benefits):
        found.setdefault(COUNCIL_TAX if benefit.group == COUNCIL_TAX else str(number), []).append(benefit)
    return list(found.values())


def _place(benefit: Benefit) -> tuple[bool, bool, bool, int, Decimal]:
    """An allowance of which nothing is paid stands after the income that a claim to it can raise."""
    unpaid = benefit.most is not None and benefit.most.high == 0
    return (
        benefit.status != MAY,
        is_smaller(benefit),
        not _spoken_for(benefit),
        _GROUPS.index(INCOME if unpaid else benefit.group),
        -_a_week(benefit),
    )


def _spoken_for(benefit: Benefit) -> bool:
    """Whether every answer that leads to it is known, and one of them says more than how old somebody is."""
    if NOT_SURE in benefit.because:
        return False
    if benefit.most is not None and benefit.most.low > 0:
        return True
    return any(reason.partition(":")[0] not in _OF_AGE for reason in benefit.because)


def _a_week(benefit: Benefit) -> Decimal:
    """The most that it comes to each week; nothing where that is not known or is not paid by the week or month."""
    if benefit.most is None or benefit.most.high is None:
        return Decimal(0)
    return {A_WEEK: benefit.most.high, A_MONTH: benefit.most.high / _WEEKS_A_MONTH}.get(benefit.unit, Decimal(0))
