"""Amounts by date: the right year's, never a guess shown as certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.figures import Figure, figure_from_record, figure_on, newest_before


def figure(amount: str | None, start: str = "", end: str = "", verified: bool = True, unit: str = "GBP") -> Figure:
    return Figure(
        key="k",
        label="K",
        amount=None if amount is None else Decimal(amount),
        unit=unit,
        period="week",
        valid_from=date.fromisoformat(start) if start else None,
        valid_to=date.fromisoformat(end) if end else None,
        verified=verified,
    )


OLD = figure("100", "2025-04-06", "2026-04-05")
NEW = figure("110", "2026-04-06", "2027-04-05")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-04-05", None),
        ("2025-04-06", OLD),
        ("2026-04-05", OLD),
        ("2026-04-06", NEW),
        ("2027-04-05", NEW),
        ("2027-04-06", None),
    ],
)
def test_each_year_has_its_own_amount(day: str, found: Figure | None) -> None:
    assert figure_on([NEW, OLD], date.fromisoformat(day)) is found
    assert figure_on([OLD, NEW], date.fromisoformat(day)) is found


def test_a_blank_amount_is_not_an_amount() -> None:
    assert figure_on([figure(None, "2026-04-06")], date(2026, 5, 1)) is None


def test_a_verified_amount_wins_over_a_newer_guess() -> None:
    guess = figure("120", "2026-10-01", verified=False)
    assert figure_on([guess, NEW], date(2026, 11, 1)) is NEW


def test_the_last_verified_amount_is_what_ran_out() -> None:
    guess = figure("120", "2027-04-06", "2028-04-05", verified=False)
    assert newest_before([OLD, guess, NEW], date(2028, 5, 1)) is NEW
    assert newest_before([guess], date(2029, 1, 1)) is None
    assert newest_before([NEW], date(2027, 4, 5)) is None


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        ("23250", "GBP", "£23,250"),
        ("30.65", "GBP", "£30.65"),
        ("80.00", "GBP", "£80"),
        ("7.5", "GBP", "£7.50"),
        ("5000000", "GBP", "£5,000,000"),
        ("12", "weeks", "12"),
        ("4.75", "percent", "4.75%"),
        ("35", "hours", "35"),
        (None, "GBP", ""),
    ],
)
def test_amounts_read_as_people_write_them(amount: str | None, unit: str, text: str) -> None:
    assert figure(amount, unit=unit).text() == text


@given(
    amount=st.none() | st.decimals(min_value=0, max_value=10**8, places=2),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    verified=st.booleans(),
)
def test_a_figure_survives_being_a_record(
    amount: Decimal | None, start: date | None, end: date | None, verified: bool
) -> None:
    before = Figure("k", "K", amount, "GBP", "week", start, end, "2026-11-21", verified, "title", "url")
    assert figure_from_record(before.record().body) == before
