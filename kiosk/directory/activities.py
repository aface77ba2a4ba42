"""Which services count as "what's on": things that people go to at a set time, not places that are simply open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.directory.activity_kinds import is_no_activity, kinds_in
from kiosk.directory.occurrences import weekday_mask
from kiosk.directory.opening_hours import Occurrence, frequency, is_certain, is_computable, weekdays
from kiosk.directory.service import Schedule, Service

ASK = 128
"""The bit beside those of the weekdays: at some time its times may have to be asked for."""

_COMPANY = frozenset(
    ("activities-and-exercise", "befriending-and-social", "day-opportunities", "dementia-support", "carers-support",
     "bereavement")
)  # fmt: skip
_MAYBE = frozenset(
    ("faith-and-culture", "meals-and-food", "mental-health", "sensory", "learning-disability-autism",
     "physical-disability-health-conditions", "information-library-community-hub", "drugs-alcohol", "volunteering",
     "end-of-life")
)  # fmt: skip
_NEVER = frozenset(("care-home", "home-care", "telecare", "safeguarding-abuse"))
_MOST_DAYS, _LONG = 4, timedelta(hours=3)


def is_activity(service: Service) -> bool:
    """Whether a visitor who asks "what could I go to this week?" would want to see it.

    It is an activity when all of this holds:
    - It is of a kind that people meet in (company, activities, day opportunities, support for carers, with dementia
      or after a death); or of a kind that some meet in (food, faith, a health condition, a library), its name or its
      description speaks of something to do there, and it is not open most days. Care homes, care at home and alarms
      never are; nor are those whose name says that it is a clinic, a food bank, an adviser or for small children.
    - One goes there, or all of it is online. What is given by phone or by home visits is not.
    - It is not open all day and night.

    What is open for three hours or more on four or more days of every week is a place rather than an event: it is
    listed apart. See `is_open_most_days`.
    """
    types = frozenset(service.facet_ids("type"))
    if types & _NEVER or service.is_closed_for_now or is_no_activity(service.name):
        return False
    rows = every_schedule(service)
    if not types & _COMPANY and (
        not types & _MAYBE or is_open_most_days(rows) or not (kinds_in(service.name) or kinds_in(service.description))
    ):
        return False
    ways = {way.casefold() for way in service.attending_type}
    if ways and "venue" not in ways and ways != {"online"}:
        return False
    if not ways and not rows and not any(place.kind == "physical" for place in service.places):
        return False
    return not any(Occurrence(date.min, row.opens_at, row.closes_at).whole_day for row in rows)


def is_open_most_days(schedules: Sequence[Schedule]) -> bool:
    """Whether it is open for three hours or more on four or more days of every week: a place, not an event."""
    days: set[int] = set()
    for row in schedules:
        if is_certain(row) and row.interval == 1 and _is_long(row):
            if frequency(row) == "DAILY":
                return True
            if frequency(row) == "WEEKLY":
                days.update(day for _position, day in weekdays(row.byday))
    return len(days) >= _MOST_DAYS


def days_of(service: Service) -> int:
    """The weekdays on which it can be on, as bits from Monday = 1, and `ASK`."""
    rows = every_schedule(service)
    sure = bool(rows) and all(is_computable(row) and row.valid_to is None for row in rows)
    exceptions = (*service.exceptions, *(row for place in service.places for row in place.exceptions))
    return weekday_mask(rows, exceptions) | (0 if sure else ASK)


def every_schedule(service: Service) -> tuple[Schedule, ...]:
    """The rows of the service and of all its places."""
    return (*service.schedules, *(row for place in service.places for row in place.schedules))


def _is_long(row: Schedule) -> bool:
    """Whether it is open for long at a time, or for nobody knows how long."""
    if row.opens_at is None or row.closes_at is None:
        return True
    start, end = datetime.combine(date.min, row.opens_at), datetime.combine(date.min, row.closes_at)
    return (end - start if end > start else end + timedelta(days=1) - start) >= _LONG
