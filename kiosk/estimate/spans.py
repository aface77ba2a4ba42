"""An amount that is only partly known: from a lowest to a highest, where the highest may be unknown."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

PENNY = Decimal("0.01")
ZERO = Decimal(0)


class Span(NamedTuple):
    """`low` to `high`, both counted in; `high` None has no known end. Neither is ever below nothing."""

    low: Decimal = ZERO
    high: Decimal | None = ZERO

    @property
    def is_certain(self) -> bool:
        return self.low == self.high

    def plus(self, other: Span) -> Span:
        return Span(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)

    def minus(self, other: Span) -> Span:
        """What is left, never below nothing: least left when most is taken off."""
        low = ZERO if other.high is None else max(ZERO, self.low - other.high)
        return Span(low, None if self.high is None else max(ZERO, self.high - other.low))

    def at_most(self, other: Span) -> Span:
        """The smaller of the two, end by end."""
        known = [high for high in (self.high, other.high) if high is not None]
        return Span(min(self.low, other.low), min(known, default=None))

    def half(self) -> Span:
        return Span(self.low / 2, None if self.high is None else self.high / 2)

    def or_nothing(self) -> Span:
        """The same highest amount, when it may also not count at all."""
        return Span(ZERO, self.high)

    def in_pennies(self) -> Span:
        """Parts of a penny dropped, so that a charge never eats into what must be left."""
        low = self.low.quantize(PENNY, ROUND_DOWN)
        return Span(low, None if self.high is None else self.high.quantize(PENNY, ROUND_DOWN))


NOTHING = Span()
NOT_KNOWN = Span(ZERO, None)


def exactly(amount: Decimal) -> Span:
    """A span of one amount."""
    return Span(amount, amount)
