"""How the records of an older edition become records of the present schema; see docs/decisions/0020."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.edition.manifest import SCHEMA
from kiosk.records import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One change of schema: what it does to a record, whose body may be changed. `change` gives None to leave it out.

    A change of the tables alone needs a step too, with `as_it_is`: the tables are always made anew.
    """

    since: int
    to: int
    change: Callable[[Record], Record | None]


def as_it_is(record: Record) -> Record:
    """For a schema in which records kept their form."""
    return record


STEPS = (
    Step(2, 3, as_it_is),  # "what's on", short forms of words, more optional fields of services
    Step(3, 4, as_it_is),  # outlines for maps
    Step(4, 5, as_it_is),  # kinds of guides, Easy Read, the order of pages
    Step(5, 6, as_it_is),  # exceptions of hours by place
)
"""In order, without a gap, from `OLDEST` to `SCHEMA`. A new schema is one row here and a fixture in the tests."""


def brought_up(records: Iterable[Record], schema: int, steps: tuple[Step, ...] = STEPS) -> tuple[Record, ...]:
    """Records of an older schema as those of the present one."""
    found = tuple(records)
    for step in steps:
        if schema <= step.since < SCHEMA:
            found = tuple(changed for record in found if (changed := step.change(record)) is not None)
    return found
