"""``kiosk whats-on``: the activities of the days to come, without a screen."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.errors import InputError

if TYPE_CHECKING:
    from kiosk.directory.opening_hours import Occurrence
    from kiosk.search.whats_on import Happening, Outing, WhatsOn

_MOST = 10_000


@click.command("whats-on")
@click.option("--day", default="", metavar="DATE", help="The first day, as 2026-11-24; else today.")
@click.option("--days", type=click.IntRange(1, 31), default=7, show_default=True, help="How many days.")
@click.option("--near", "place", default="", help="A postcode, part of one, or a place name: the nearest come first.")
@click.option("--for", "people", multiple=True, help="A group of people, by id; several are alternatives.")
@click.option("--kind", "kinds", multiple=True, help="A kind of activity, such as exercise; several are alternatives.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def whats_on(
    day: str,
    days: int,
    place: str,
    people: tuple[str, ...],
    kinds: tuple[str, ...],
    edition: Path | None,
    as_json: bool,
) -> None:
    """List what is on day by day, then what is open most days, then what has to be asked for its times."""
    from kiosk.directory.activity_kinds import KINDS
    from kiosk.directory.facet_names import BENEFICIARIES
    from kiosk.edition.current import open_current
    from kiosk.search import find_place
    from kiosk.search.whats_on import Outing

    _check("kind of activity", kinds, KINDS)
    _check("group of people", people, BENEFICIARIES)
    first = _day(day) if day else date.today()
    now = datetime.combine(first, time(0)) if day else datetime.now()
    opened = open_current(edition)
    try:
        near = find_place(opened.connection, place) if place else None
        if place and near is None:
            raise InputError(f"no place called {place!r} is known; try a postcode such as M33 7ZF, or its first part")
        asked = Outing(now, first, kinds=kinds, people=people, near=near, limit=_MOST)
        found = _json(opened.connection, asked, days)
    finally:
        opened.close()
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else _as_text(found))


def _json(connection: sqlite3.Connection, asked: Outing, days: int) -> dict[str, Any]:
    from kiosk.search.whats_on import whats_on as find

    listed = [(day, find(connection, replace(asked, day=day))) for day in _days(asked.day, days)]
    most, ask = (find(connection, replace(asked, view=view)) for view in ("open", "ask"))
    return {
        "days": [_day_json(day, found) for day, found in listed],
        "most_days": [_row_json(row) for row in most.rows],
        "ask_for_times": [_row_json(row) for row in ask.rows],
    }


def _days(first: date, days: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(days)]


def _day_json(day: date, found: WhatsOn) -> dict[str, Any]:
    return {
        "day": day.isoformat(),
        "total": found.total,
        "activities": [_row_json(row) for row in found.rows],
        "kind_counts": {item.id: item.count for item in found.kind_counts},
        "beneficiary_counts": {item.id: item.count for item in found.people_counts},
    }


def _row_json(row: Happening) -> dict[str, Any]:
    hit = row.hit
    body: dict[str, Any] = {
        "id": hit.id,
        "name": hit.name,
        "organization": hit.organization,
        "place": hit.place,
        "postcode": hit.postcode,
        "distance_miles": None if hit.distance_miles is None else round(hit.distance_miles, 2),
        "is_free": hit.is_free,
    }
    if row.occurrences:
        body["times"] = [_time_json(one) for one in row.occurrences]
    return body


def _time_json(one: Occurrence) -> dict[str, Any]:
    return {
        "opens": one.opens.strftime("%H:%M") if one.opens else None,
        "closes": one.closes.strftime("%H:%M") if one.closes else None,
        "certain": one.certain,
        "note": one.note,
        "holiday": one.on_holiday,
    }


def _as_text(found: dict[str, Any]) -> str:
    lines: list[str] = []
    for body in found["days"]:
        lines.append(f"{date.fromisoformat(body['day']):%A %d %B %Y}: {body['total']}")
        lines += [f"  {_times(row)}  {_where(row)}{_doubt(row)}" for row in body["activities"]]
    for heading, rows in (("Open most days", found["most_days"]), ("Ask for times", found["ask_for_times"])):
        lines.append(f"{heading}: {len(rows)}")
        lines += [f"  {_where(row)}" for row in rows]
    return "\n".join(lines)


def _times(row: dict[str, Any]) -> str:
    times = ("-".join(filter(None, (one["opens"], one["closes"]))) or "ask for times" for one in row["times"])
    return ", ".join(times)


def _where(row: dict[str, Any]) -> str:
    miles = "" if row["distance_miles"] is None else f"{row['distance_miles']:.1f} miles"
    return " · ".join(part for part in (row["name"], row["place"], miles, row["id"]) if part)


def _doubt(row: dict[str, Any]) -> str:
    times = row["times"]
    doubts = [one["note"] or "not certain" for one in times if one["note"] or not one["certain"]]
    doubts += ["may be closed: holiday" for one in times if one["holiday"]]
    return f" ({'; '.join(dict.fromkeys(doubts))})" if doubts else ""


def _check(what: str, ids: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in ids:
        if name not in known:
            raise InputError(f"there is no {what} {name!r}; there are {', '.join(known)}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is not a day; write it as 2026-11-24") from None
