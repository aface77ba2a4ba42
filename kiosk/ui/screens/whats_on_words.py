"""The words of What's on: the days of the strip, the heading of a day, and what a row says."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.directory.hours_words import span
from kiosk.language import Tagged, Words
from kiosk.search.whats_on import DAYS, Happening
from kiosk.ui.finding import row_of
from kiosk.ui.session import Session
from kiosk.ui.widgets.day_strip import DayWords
from kiosk.ui.widgets.result_row import RowFacts


def days_of_strip(today: date, words: Words, chosen: str) -> list[DayWords]:
    """Today and the six days after it; the key of today is "", and `chosen` is the key of the day that is shown."""
    _ = words.gettext
    shorts = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    made = []
    for number in range(DAYS):
        day = today + timedelta(days=number)
        name = _("Today") if number == 0 else _("Tomorrow") if number == 1 else words.weekday(day.weekday())
        short = name if number == 0 else shorts[day.weekday()]
        key, said = day.isoformat() if number else "", day_title(day, today, words)
        if key == chosen:
            said = _("{choice}, chosen").format(choice=said)
        made.append(DayWords(key, name, short, str(day.day), said))
    return made


def day_title(day: date, today: date, words: Words) -> str:
    """Such as "Tomorrow, Wednesday 25 November"."""
    _ = words.gettext
    # Translators: a weekday in front of a date: "Thursday 6 August 2026".
    whole = _("{weekday} {date}").format(weekday=words.weekday(day.weekday()), date=words.day_and_month(day))
    near = {0: _("Today"), 1: _("Tomorrow")}.get((day - today).days)
    # Translators: {near} is "Today" or "Tomorrow", {day} a weekday and a date, such as "Wednesday 25 November".
    return _("{near}, {day}").format(near=near, day=whole) if near else whole


def list_title(shown: str, day: date, today: date, words: Words) -> str:
    """The heading of what is shown: a day, what is open most days, or what has to be asked for its times."""
    _ = words.gettext
    return {"open": _("Open most days"), "ask": _("Ask for times")}.get(shown) or day_title(day, today, words)


def row_words(session: Session, happening: Happening) -> RowFacts:
    """What a row says: when, what, where, how far, what it costs, and what speaks against counting on it."""
    if not happening.occurrences:
        return _row_without_times(session, happening)
    from kiosk.directory.service_page import short_cost

    words, hit = session.words, happening.hit
    _ = words.gettext
    times = [span(one.opens, one.closes, words) or _("Ask for times") for one in happening.occurrences]
    facts: list[tuple[str, str]] = [("place", Tagged(hit.place))] if hit.place else []
    if hit.distance_miles is not None:
        facts.append(("", words.distance(hit.distance_miles, hit.distance_about)))
    service = session.edition.service(hit.id)
    if service is not None:
        facts.append(("", short_cost(service, words)))
    facts += [("info", text) for text in _doubts(happening, words)]
    organization = Tagged(hit.organization) if hit.organization != hit.name and not hit.place else ""
    return RowFacts(Tagged(hit.name), organization, tuple(facts), words.list(dict.fromkeys(times)))


def _row_without_times(session: Session, happening: Happening) -> RowFacts:
    row = row_of(session, happening.hit)
    phone = happening.hit.phone
    return RowFacts(row.name, row.organization, (*row.facts, *([("phone", phone)] if phone else [])))


def _doubts(happening: Happening, words: Words) -> list[str]:
    """Why one should ask before going, each once; the feed's own words where there are any."""
    _ = words.gettext
    found: list[str] = []
    for one in happening.occurrences:
        if one.note:
            found.append(Tagged(one.note))
        elif not one.certain:
            found.append(_("It may not be on. Ask first."))
    if any(one.on_holiday for one in happening.occurrences):
        found.append(_("It may be closed for the holiday. Ask first."))
    return list(dict.fromkeys(found))
