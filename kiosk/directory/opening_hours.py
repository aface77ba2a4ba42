"""When a service is open: tells dates and states from HSDS schedules, and says "not known" rather than "closed".

A small part of RFC 5545 is enough: daily, weekly and monthly rows, and single days. Times are wall time in England.
Exceptions (closed, other hours) win over rows; of several for one day, those of the place, then those with the fewest
days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from kiosk.directory.bank_holidays import is_bank_holiday, is_holiday
from kiosk.directory.service_parts import Schedule, ScheduleException

State = Literal["open", "later", "on_today", "closed", "not_known"]

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CODE = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)[A-Z]*")
_FREQ = {"WEEK": "WEEKLY", "MONTH": "MONTHLY", "DAY": "DAILY"}
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_PART_OF_YEAR = re.compile(
    rf"term[ -]?time|term only|school (?:holiday|time)|holidays only|half[ -]term|{_MONTHS} (?:to|until) {_MONTHS}",
    re.IGNORECASE,
)
_NOT_EVERY_WEEK = re.compile(r"alternate|fortnight|every (?:other|second|2(?:nd)?) week", re.IGNORECASE)
_Exceptions = Sequence[ScheduleException]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting or opening; times that are not known are None.

    `certain` is false where something is said against counting on it; `note` holds the feed's words about that day.
    `place` is the number of the service's place where that is known.
    """

    day: date
    opens: time | None
    closes: time | None
    certain: bool = True
    note: str = ""
    place: int | None = None
    for_this_day: bool = False
    """Whether somebody said of this very day, or of a few days with it, that it is on."""

    @property
    def on_holiday(self) -> bool:
        """Whether it may be closed because the day is a holiday; nobody knows that it is."""
        return is_holiday(self.day) and not self.for_this_day

    @property
    def whole_day(self) -> bool:
        if self.opens is None or self.closes is None:
            return False
        return self.opens == self.closes or (self.opens == time(0, 0) and self.closes >= time(23, 59))

    def holds(self, now: datetime) -> bool:
        """Whether it is on at this moment; a span that ends before it starts passes midnight."""
        if self.opens is None or self.closes is None:
            return False
        start = datetime.combine(self.day, self.opens)
        if self.whole_day:
            return datetime.combine(self.day, time(0, 0)) <= now < datetime.combine(self.day, time(0, 0)) + timedelta(1)
        end = datetime.combine(self.day, self.closes)
        return start <= now < (end if end > start else end + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class OpenState:
    """What can be said now. `occurrence` is today's (open, later, on_today) or the next one (closed)."""

    state: State
    occurrence: Occurrence | None = None
    bank_holiday: bool = False


def frequency(schedule: Schedule) -> str:
    """WEEKLY, MONTHLY or DAILY; ONCE for a single day; "" when no rule can be made of the row."""
    freq = _FREQ.get(schedule.freq, schedule.freq)
    if not freq:
        freq = "WEEKLY" if weekdays(schedule.byday) else "ONCE" if schedule.dtstart else ""
    if freq == "DAILY" and schedule.interval == 1 and weekdays(schedule.byday):
        freq = "WEEKLY"  # RFC 5545 3.3.10: the weekdays limit a daily row
    if freq == "WEEKLY":
        if any(position for position, _ in weekdays(schedule.byday)):
            return "MONTHLY"
        return freq if weekdays(schedule.byday) or schedule.dtstart else ""
    if freq == "MONTHLY":
        return freq if weekdays(schedule.byday) or month_days(schedule) or schedule.dtstart else ""
    return freq if freq in ("DAILY", "ONCE") else ""


def is_computable(schedule: Schedule) -> bool:
    """Whether dates follow from the row: "every 2 weeks" needs a date to count from."""
    freq = frequency(schedule)
    return bool(freq) and (schedule.interval == 1 or freq == "ONCE" or _anchor(schedule) is not None)


@lru_cache(maxsize=16384)
def is_certain(schedule: Schedule) -> bool:
    """Whether the dates may be relied on: rows for term time or some months only are shown, never counted.

    A row that says "fortnightly" in words may be relied on when its interval says so too.
    """
    said = f"{schedule.description} {schedule.notes}"
    if not is_computable(schedule) or _PART_OF_YEAR.search(said):
        return False
    return schedule.interval > 1 or frequency(schedule) == "MONTHLY" or not _NOT_EVERY_WEEK.search(said)


@lru_cache(maxsize=512)
def weekdays(byday: str) -> tuple[tuple[int, int], ...]:
    """(position, weekday) pairs, 0 = Monday: "TU,2TH,-1FR" → (0,1), (2,3), (-1,4). Reads day names and 1 to 7 too."""
    found: list[tuple[int, int]] = []
    for part in re.split(r"[,;/ ]+", byday.upper()):
        match = _CODE.fullmatch(part)
        if match:
            found.append((int(match[1] or 0), _DAYS.index(match[2])))
        elif re.fullmatch(r"[0-7]", part):
            found.append((0, (int(part) - 1) % 7))
    return tuple(dict.fromkeys(found))


def month_days(schedule: Schedule) -> tuple[int, ...]:
    """Days of the month; they count only where no weekday is given."""
    if weekdays(schedule.byday):
        return ()
    parts = re.findall(r"-?\d{1,2}", schedule.bymonthday)
    return tuple(day for day in map(int, parts) if day and abs(day) <= 31)


def falls_on(schedule: Schedule, day: date) -> bool:
    """Whether the row's rule gives this day. A row that cannot be computed gives none."""
    if not is_computable(schedule) or is_over(schedule, day):
        return False
    for bound in (schedule.dtstart, schedule.valid_from):
        if bound is not None and day < bound:
            return False
    freq, anchor = frequency(schedule), _anchor(schedule)
    if freq == "ONCE":
        return day == schedule.dtstart
    if freq == "DAILY":
        return anchor is None or schedule.interval == 1 or (day - anchor).days % schedule.interval == 0
    if freq == "WEEKLY":
        days = {weekday for _, weekday in weekdays(schedule.byday)}
        if not days and schedule.dtstart:
            days = {schedule.dtstart.weekday()}
        in_week = schedule.interval == 1 or anchor is None or _weeks(anchor, day) % schedule.interval == 0
        return day.weekday() in days and in_week
    if schedule.interval > 1 and anchor and (_months(day) - _months(anchor)) % schedule.interval:
        return False
    return _falls_in_month(schedule, day)


def is_over(schedule: Schedule, day: date) -> bool:
    return schedule.valid_to is not None and schedule.valid_to < day


def open_state(schedules: Sequence[Schedule], now: datetime, exceptions: _Exceptions = ()) -> OpenState:
    """What is known at this moment. Hours that ran out, or rows that give no dates, make it "not known"."""
    today = now.date()
    holiday = is_bank_holiday(today)
    current = [schedule for schedule in schedules if not is_over(schedule, today)]
    certain = [schedule for schedule in current if is_certain(schedule)]
    todays = sorted(_certain_on(certain, today, exceptions), key=lambda o: o.opens or time(0, 0))
    around = [*_certain_on(certain, _later(today, -1), exceptions), *todays]
    running = next((occurrence for occurrence in around if occurrence.holds(now)), None)
    if running:
        return OpenState("open", running, holiday and not running.for_this_day)
    later = next((o for o in todays if o.opens is not None and o.opens > now.time()), None)
    if later:
        return OpenState("later", later, holiday and not later.for_this_day)
    untimed = next((o for o in todays if o.opens is None or o.closes is None), None)
    if untimed:
        return OpenState("on_today", untimed, holiday and not untimed.for_this_day)
    if not _is_known(current, certain, today, exceptions):
        return OpenState("not_known")
    return OpenState("closed", next_occurrence(certain, _later(today, 1), exceptions=exceptions), holiday)


def open_now(schedules: Sequence[Schedule], now: datetime, exceptions: _Exceptions = ()) -> bool | None:
    """True or False when the hours say so; None when they are not known. Looks no further than today."""
    today = now.date()
    current = [schedule for schedule in schedules if not is_over(schedule, today)]
    certain = [schedule for schedule in current if is_certain(schedule)]
    todays = list(_certain_on(certain, today, exceptions))
    before = _certain_on(certain, _later(today, -1), exceptions)
    if any(occurrence.holds(now) for occurrence in (*before, *todays)):
        return True
    later = any(occurrence.opens is not None and occurrence.opens > now.time() for occurrence in todays)
    untimed = any(occurrence.opens is None or occurrence.closes is None for occurrence in todays)
    if not later and (untimed or not _is_known(current, certain, today, exceptions)):
        return None
    return False


def next_occurrence(
    schedules: Sequence[Schedule], first: date, within_days: int = 92, exceptions: _Exceptions = ()
) -> Occurrence | None:
    """The next one on or after `first` that may be counted on, looking about three months ahead."""
    certain = [schedule for schedule in schedules if is_certain(schedule)]
    for number in range(within_days):
        found = sorted(_certain_on(certain, _later(first, number), exceptions), key=lambda o: o.opens or time(0, 0))
        if found:
            return found[0]
    return None


def on_day(schedules: Sequence[Schedule], day: date, exceptions: _Exceptions = ()) -> Iterator[Occurrence]:
    """What the rows and the exceptions give for a day, in no order.

    Other hours of a single day hold even where no row gives that day; those of a longer time only where one does. An
    exception that says neither "closed" nor other hours leaves the usual ones, which then are not certain.
    """
    special = _exceptions_on(exceptions, day)
    if any(exception.closed for exception in special):
        return
    usual = [schedule for schedule in schedules if falls_on(schedule, day)]
    timed = [exception for exception in special if exception.is_timed]
    if timed and (usual or any(exception.first == exception.last for exception in timed)):
        for exception in timed:
            yield Occurrence(day, exception.opens_at, exception.closes_at, note=exception.note, for_this_day=True)
        return
    sure = all(exception.closed is False for exception in special)
    said_open = bool(special) and sure
    notes = [exception.note for exception in special if exception.note]
    for schedule in usual:
        certain = is_certain(schedule)
        said = notes if certain else [*notes, schedule.description, schedule.notes]
        note = ". ".join(dict.fromkeys(text.rstrip(".") for text in said if text))
        yield Occurrence(day, schedule.opens_at, schedule.closes_at, certain and sure, note, for_this_day=said_open)


def _certain_on(schedules: Sequence[Schedule], day: date, exceptions: _Exceptions) -> Iterator[Occurrence]:
    return (occurrence for occurrence in on_day(schedules, day, exceptions) if occurrence.certain)


def _exceptions_on(exceptions: _Exceptions, day: date) -> list[ScheduleException]:
    """The exceptions that hold on a day: what is said of the place, if anything; of several those with fewest days."""
    found = [exception for exception in exceptions if exception.holds_on(day)]
    of_place = [one for one in found if one.of_place and (one.closed is not None or one.is_timed)]
    found = of_place or found
    fewest = min((exception.last - exception.first for exception in found), default=None)
    return [exception for exception in found if exception.last - exception.first == fewest]


def _is_known(current: Sequence[Schedule], certain: Sequence[Schedule], today: date, exceptions: _Exceptions) -> bool:
    """Whether the day's hours are known, so that it is closed when nothing is on."""
    special = _exceptions_on(exceptions, today)
    if any(exception.closed or (exception.is_timed and exception.first == exception.last) for exception in special):
        return True
    sure = all(exception.closed is False or exception.is_timed for exception in special)
    return sure and bool(certain) and len(certain) == len(current)


def _anchor(schedule: Schedule) -> date | None:
    return schedule.dtstart or schedule.valid_from


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _weeks(anchor: date, day: date) -> int:
    """Whole weeks between the Mondays of two days."""
    return ((day.toordinal() - day.weekday()) - (anchor.toordinal() - anchor.weekday())) // 7


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _falls_in_month(schedule: Schedule, day: date) -> bool:
    pairs = weekdays(schedule.byday)
    length = monthrange(day.year, day.month)[1]
    if pairs:
        forward, backward = (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)
        return any(weekday == day.weekday() and position in (0, forward, backward) for position, weekday in pairs)
    days = month_days(schedule)
    if not days:
        return schedule.dtstart is not None and day.day == schedule.dtstart.day
    return day.day in days or day.day - length - 1 in days
