"""Narrowing a search by what services say of themselves, and the counts that stand beside each choice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from small_directory import TUESDAY, fill, service

from kiosk.search import Query, forget, search
from kiosk.search.engine import counts
from kiosk.search.narrowing import CHOICES, without_choice


def ids(directory: sqlite3.Connection, **options) -> list[str]:
    return [hit.id.partition(":")[2] for hit in search(directory, Query(**options)).hits]


HOIST = [{"description": "Full wheelchair access"}, {"description": "Hoist"}]
SATURDAY = [{"freq": "WEEKLY", "byday": "SA", "opens_at": "14:00", "closes_at": "16:00"}]
TALKATIVE = [
    service("pool", "Pool", languages=[{"name": "Urdu"}], referral_required=False, attending_type=["venue"],
            service_at_locations=[{"location": {"accessibility": HOIST}}], schedules=SATURDAY),
    service("line", "Line", languages=[{"name": "Polish"}, {"name": "Urdu"}], referral_required=True, is_free=True,
            attending_type=["phone", "online"], schedules=TUESDAY),
    service("club", "Club", service_at_locations=[{"location": {"accessibility": HOIST[:1]}}]),
]  # fmt: skip


@pytest.fixture
def talkative() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    fill(connection, TALKATIVE)
    yield connection
    forget(connection)
    connection.close()


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ({"ways": ("by-phone",)}, ["line"]),
        ({"ways": ("by-phone", "at-a-place")}, ["club", "line", "pool"]),
        ({"access": ("step-free",)}, ["club", "pool"]),
        ({"access": ("step-free", "hoist")}, ["pool"]),
        ({"no_referral": True}, ["pool"]),
        ({"free": True}, ["line"]),
        ({"free": True, "no_referral": True}, []),
        ({"languages": ("Urdu",)}, ["line", "pool"]),
        ({"languages": ("Polish", "Welsh")}, ["line"]),
        ({"days": (5, 6)}, ["pool"]),
        ({"days": (5,), "part": "morning"}, []),
        ({"part": "morning"}, ["line"]),
        ({"ways": ("by-boat",)}, ["club", "line", "pool"]),
    ],
)
def test_narrowing_by_what_a_service_says(talkative, choices, wanted):
    assert ids(talkative, **choices) == wanted


@pytest.mark.parametrize("kind", CHOICES)
@pytest.mark.parametrize("others", [{}, {"ways": ("by-phone",)}, {"languages": ("Urdu",), "days": (1,)}])
def test_each_count_is_what_that_choice_leaves(talkative, kind, others):
    base = without_choice(Query(**others), kind)
    for item in counts(talkative, Query(**others), kind):
        chosen = {
            "way": lambda i: {"ways": (i,)},
            "route": lambda i: {"free": True} if i == "free" else {"no_referral": True},
            "access": lambda i: {"access": (i,)},
            "day": lambda i: {"days": (int(i),)},
            "part": lambda i: {"part": i},
            "language": lambda i: {"languages": (i,)},
        }[kind](item.id)
        assert search(talkative, replace(base, **chosen)).total == item.count
