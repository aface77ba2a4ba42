"""Figures: every amount of money or time that a page states, with the dates between which it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kiosk.content.reading_files import read_rows
from kiosk.errors import InputError
from kiosk.records import Record

COLUMNS = ("key", "label", "amount", "unit", "period", "valid_from", "valid_to", "checked_on", "verified")
_TOO_MUCH = 10**9


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount for one span of days; `amount` is None where the source gives a blank."""

    key: str
    label: str
    amount: Decimal | None
    unit: str
    period: str
    valid_from: date | None
    valid_to: date | None
    checked_on: str = ""
    verified: bool = False
    source_title: str = ""
    source_url: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the figure is in force on that day; a missing end is open."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def text(self) -> str:
        """The amount as visitors read it: "£23,250", "£30.65", "12"; pence only when there are any."""
        if self.amount is None:
            return ""
        whole = self.amount == self.amount.to_integral_value()
        part = f"{self.amount:,.2f}" if self.unit == "GBP" else f"{self.amount:f}"
        number = f"{self.amount:,.0f}" if whole else part
        if self.unit == "GBP":
            return f"£{number}"
        return f"{number}%" if self.unit == "percent" else number

    def record(self) -> Record:
        body = {
            "key": self.key,
            "label": self.label,
            "amount": None if self.amount is None else str(self.amount),
            "unit": self.unit,
            "period": self.period,
            "valid_from": self.valid_from.isoformat() if self.valid_from else None,
            "valid_to": self.valid_to.isoformat() if self.valid_to else None,
            "checked_on": self.checked_on,
            "verified": self.verified,
            "source_title": self.source_title,
            "source_url": self.source_url,
        }
        return Record("figure", f"{self.key}@{body['valid_from'] or ''}", body)


def figure_from_record(body: dict[str, Any]) -> Figure:
    """A figure from its record's body."""
    return Figure(
        key=body["key"],
        label=body["label"],
        amount=None if body["amount"] is None else Decimal(body["amount"]),
        unit=body["unit"],
        period=body["period"],
        valid_from=date.fromisoformat(body["valid_from"]) if body["valid_from"] else None,
        valid_to=date.fromisoformat(body["valid_to"]) if body["valid_to"] else None,
        checked_on=body["checked_on"],
        verified=body["verified"],
        source_title=body["source_title"],
        source_url=body["source_url"],
    )


def figure_on(figures: list[Figure], day: date) -> Figure | None:
    """The figure in force on a day, from the rows of one key; a verified row wins, then the newest start."""
    found = [figure for figure in figures if figure.holds_on(day) and figure.amount is not None]
    return max(found, key=lambda figure: (figure.verified, figure.valid_from or date.min), default=None)


def newest_before(figures: list[Figure], day: date) -> Figure | None:
    """The verified figure that ran out last before a day: what a page shows, marked as out of date."""
    past = [f for f in figures if f.verified and f.amount is not None and f.valid_to and f.valid_to < day]
    return max(past, key=lambda figure: figure.valid_to or date.min, default=None)


def read_figures(path: Path) -> list[Figure]:
    """The rows of a ``figures.csv``. Raises `InputError` with file and line."""
    found: list[Figure] = []
    seen: set[tuple[str, date | None]] = set()
    for line, row in read_rows(path, COLUMNS):
        if not row["key"]:
            raise InputError("this figure has no key", path, line)
        try:
            amount = Decimal(row["amount"]) if row["amount"] else None
            start, end = (date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to"))
        except (InvalidOperation, ValueError):
            raise InputError(f"the amount or the dates of {row['key']} cannot be read", path, line) from None
        if amount is not None and not (amount.is_finite() and 0 <= amount < _TOO_MUCH):
            raise InputError(f"the amount of {row['key']} is not an amount", path, line)
        if start and end and end < start:
            raise InputError(f"{row['key']} ends before it starts", path, line)
        if (row["key"], start) in seen:
            raise InputError(f"{row['key']} from {start} stands here twice", path, line)
        seen.add((row["key"], start))
        found.append(
            Figure(
                key=row["key"],
                label=row["label"],
                amount=amount,
                unit=row["unit"],
                period=row["period"],
                valid_from=start,
                valid_to=end,
                checked_on=row["checked_on"],
                verified=row["verified"].casefold() == "yes",
                source_title=row.get("source_title", ""),
                source_url=row.get("source_url", ""),
            )
        )
    return found
