"""Opening hours as short lines that a visitor can read, hear and print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from kiosk.directory.opening_hours import (
    Occurrence,
    OpenState,
    frequency,
    is_computable,
    is_over,
    month_days,
    open_state,
    weekdays,
)
from kiosk.directory.service_parts import Schedule, ScheduleException
from kiosk.language import Tagged, Words

_Span = tuple[time | None, time | None]
_Group = tuple[str, int, tuple[int, ...], tuple[str, ...]]


def describe(schedules: Sequence[Schedule], words: Words, today: date | None = None) -> tuple[str, ...]:
    """One line for each pattern: "Tuesday and Thursday, 10am to midday"; nothing known gives "Ask for times".

    With `today`, rows that ran out are left out. The feed's own words follow where they say more.
    """
    current = [row for row in schedules if today is None or not is_over(row, today)]
    lines = [*_weekly_lines(current, words), *_other_lines(current, words)]
    for row in current:
        lines += [Tagged(text) for text in (row.description, row.notes) if text and text not in lines]
    return tuple(dict.fromkeys(lines)) or (words.gettext("Ask for times"),)


def describe_exceptions(exceptions: Sequence[ScheduleException], words: Words, today: date) -> tuple[str, ...]:
    """One line for each exception that is not over, soonest first: "Closed on 25 December 2026"."""
    ahead = sorted((row for row in exceptions if row.last >= today), key=lambda row: (row.first, row.last))
    lines: list[str] = []
    for row in ahead:
        lines.append(_exception_line(row, words))
        lines.append(Tagged(row.note))
    return tuple(line for line in lines if line)


def _exception_line(row: ScheduleException, words: Words) -> str:
    _ = words.gettext
    first, last, hours = words.date(row.first), words.date(row.last), span(row.opens_at, row.closes_at, words)
    one_day = row.first == row.last
    if row.closed:
        # Translators: {day} is a date.
        closed = _("Closed on {day}") if one_day else _("Closed from {first} to {last}")
        return closed.format(day=first, first=first, last=last)
    if not hours:
        return "" if row.closed is False and not row.note else _when(first, last, one_day, words)
    # Translators: days and the hours that hold then in place of the usual ones: "24 December 2026: 10am to midday".
    return _("{days}: {hours}").format(days=_when(first, last, one_day, words), hours=hours)


def _when(first: str, last: str, one_day: bool, words: Words) -> str:
    # Translators: a run of days, from one date to another.
    return first if one_day else words.gettext("{first} to {last}").format(first=first, last=last)


def describe_state(
    schedules: Sequence[Schedule], words: Words, now: datetime, exceptions: Sequence[ScheduleException] = ()
) -> str:
    """One line about today; "" when nothing can be said."""
    return state_line(open_state(schedules, now, exceptions), words)


def state_line(found: OpenState, words: Words) -> str:
    """The same of what is known already."""
    _ = words.gettext
    if found.state == "not_known" or (found.occurrence is None and found.state != "closed"):
        return ""
    line = _state_line(found.state, found.occurrence, words)
    if found.bank_holiday and found.state != "closed":
        return line + " " + _("It is a bank holiday, so ring first.")
    return line


def short_state(found: OpenState, words: Words, now: datetime) -> str:
    """The line of a list row: "Open now, until 4pm", "Open today: 2pm to 4pm", "Next: Thursday 10 December"; or ""."""
    if found.occurrence is None or found.state == "not_known":
        return ""
    if found.state != "closed":
        return _state_line(found.state, found.occurrence, words).removesuffix(".")
    day = found.occurrence.day
    date_words = words.date(day) if day.year != now.year else words.day_and_month(day)
    when = words.gettext("{weekday} {date}").format(weekday=words.weekday(day.weekday()), date=date_words)
    # Translators: in a list: the next time that something is on; {day} is a weekday and a date.
    return words.gettext("Next: {day}").format(day=when)


def _state_line(state: str, occurrence: Occurrence | None, words: Words) -> str:
    _ = words.gettext
    if occurrence is None:
        return _("Not open now.")
    if state == "closed":
        # Translators: {day} is a weekday and a date, such as "Thursday 6 August 2026".
        return _("Not open now. Next: {day}.").format(day=day_and_date(occurrence.day, words))
    hours = span(occurrence.opens, occurrence.closes, words)
    if state == "open":
        if occurrence.whole_day or occurrence.closes is None:
            return _("Open now.")
        # Translators: {time} is a time of day, such as "4pm".
        return _("Open now, until {time}.").format(time=words.time(occurrence.closes))
    # Translators: {hours} is such as "10am to 4pm".
    return _("Open today: {hours}.").format(hours=hours) if hours else _("Open today.")


def day_and_date(day: date, words: Words) -> str:
    """Such as "Thursday 6 August 2026"."""
    # Translators: a weekday in front of a date: "Thursday 6 August 2026".
    return words.gettext("{weekday} {date}").format(weekday=words.weekday(day.weekday()), date=words.date(day))


def span(opens: time | None, closes: time | None, words: Words) -> str:
    """Such as "10am to midday", "10am" or "until 4pm"; "" when no time is known."""
    if opens is not None and closes is not None:
        return words.hours(opens, closes)
    if opens is not None:
        return words.time(opens)
    # Translators: {time} is a time of day.
    return words.gettext("until {time}").format(time=words.time(closes)) if closes is not None else ""


def _weekly_lines(schedules: Sequence[Schedule], words: Words) -> list[str]:
    """Days with equal hours share a line; a day with two spans names both."""
    spans: dict[tuple[int, int], dict[_Span, None]] = {}
    for row in schedules:
        if frequency(row) == "WEEKLY":
            days = [day for _position, day in weekdays(row.byday)] or ([row.dtstart.weekday()] if row.dtstart else [])
            for day in days:
                spans.setdefault((row.interval, day), {})[(row.opens_at, row.closes_at)] = None
        elif frequency(row) == "DAILY" and row.interval == 1:
            for day in range(7):
                spans.setdefault((1, day), {})[(row.opens_at, row.closes_at)] = None
    groups: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for (interval, day), found in sorted(spans.items()):
        ordered = sorted(found, key=lambda s: (s[0] or time(0), s[1] or time(0)))
        hours = tuple(text for text in (span(opens, closes, words) for opens, closes in ordered) if text)
        groups.setdefault((interval, hours), []).append(day)
    ask = [row.interval for row in schedules if frequency(row) == "WEEKLY" and not is_computable(row)]
    return [_weekly_line(interval, days, hours, interval in ask, words) for (interval, hours), days in groups.items()]


def _weekly_line(interval: int, days: list[int], hours: tuple[str, ...], ask: bool, words: Words) -> str:
    _ = words.gettext
    when = _day_names(days, words)
    if interval > 1:
        # Translators: {days} is such as "Tuesday and Thursday".
        pattern = words.ngettext("Every {count} week on {days}", "Every {count} weeks on {days}", interval)
        when = pattern.format(count=interval, days=when)
    line = _with_hours(when, words.list(hours), words)
    return line + ". " + _("Ask which weeks.") if ask else line


def _day_names(days: list[int], words: Words) -> str:
    _ = words.gettext
    if len(days) == 7:
        return _("Every day")
    if len(days) > 2 and days == list(range(days[0], days[0] + len(days))):
        # Translators: a run of weekdays: "Monday to Friday".
        return _("{first} to {last}").format(first=words.weekday(days[0]), last=words.weekday(days[-1]))
    return words.list(words.weekday(day) for day in days)


def _other_lines(schedules: Sequence[Schedule], words: Words) -> list[str]:
    _ = words.gettext
    lines = []
    for row in schedules:
        freq, hours = frequency(row), span(row.opens_at, row.closes_at, words)
        if freq == "MONTHLY":
            when = _monthly(row, words)
            if row.interval > 1:
                # Translators: {when} is such as "Second Thursday of the month".
                pattern = words.ngettext("{when}, every {count} month", "{when}, every {count} months", row.interval)
                when = pattern.format(when=when, count=row.interval)
            ask = "" if is_computable(row) else ". " + _("Ask which months.")
            lines.append(_with_hours(when, hours, words) + ask)
        elif freq == "ONCE" and row.dtstart:
            lines.append(_with_hours(day_and_date(row.dtstart, words), hours, words))
        elif freq == "DAILY" and row.interval > 1:
            pattern = words.ngettext("Every {count} day", "Every {count} days", row.interval)
            lines.append(_with_hours(pattern.format(count=row.interval), hours, words))
        elif not freq and hours and not row.description:
            # Translators: hours without days: "10am to 4pm. Ask which days."
            lines.append(hours + ". " + _("Ask which days."))
    return lines


def _monthly(row: Schedule, words: Words) -> str:
    _ = words.gettext
    pairs = weekdays(row.byday)
    if not pairs:
        days = month_days(row) or ((row.dtstart.day,) if row.dtstart else ())
        numbers = words.list(_("last day") if day == -1 else str(day) for day in days)
        # Translators: {days} is such as "1 and 15".
        return _("Day {days} of the month").format(days=numbers)
    positions = {
        1: _("First {day} of the month"),
        2: _("Second {day} of the month"),
        3: _("Third {day} of the month"),
        4: _("Fourth {day} of the month"),
        5: _("Fifth {day} of the month"),
        -1: _("Last {day} of the month"),
        -2: _("Last but one {day} of the month"),
        0: _("Every {day}"),
    }
    parts = [positions.get(position, _("Every {day}")).format(day=words.weekday(day)) for position, day in pairs]
    return words.list(parts)


def _with_hours(when: str, hours: str, words: Words) -> str:
    # Translators: a day and its hours: "Tuesday, 10am to midday".
    return words.gettext("{when}, {hours}").format(when=when, hours=hours) if hours else when
