"""The figures in force on one day. What is missing, unverified or out of date is None, never an older amount."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.content.figures import Figure
    from kiosk.content.library import Library


class FiguresOn(NamedTuple):
    """One day and where its figures are looked up."""

    day: date
    find: Callable[[str], Figure | None]

    def get(self, key: str) -> Figure | None:
        """The verified figure of that key that holds on the day and has an amount, or None."""
        found = self.find(key)
        if found is None or found.amount is None or not found.verified or not found.holds_on(self.day):
            return None
        return found


def figures_of_library(library: Library, day: date) -> FiguresOn:
    """The figures of an open edition on a day."""
    return FiguresOn(day, lambda key: library.figure(key, day)[0])


def figures_of_rows(rows: Iterable[Figure], day: date) -> FiguresOn:
    """The figures of rows that were read from a ``figures.csv``, on a day."""
    from kiosk.content.figures import figure_on

    by_key: dict[str, list[Figure]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    return FiguresOn(day, lambda key: figure_on(by_key.get(key, []), day))
