"""``kiosk search``: the directory and the guides without a screen."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kiosk.directory.access_rules import FACTS
from kiosk.directory.features import PARTS, WAYS
from kiosk.errors import InputError
from kiosk.search import Hit, Query, Results, find_place
from kiosk.search import search as find
from kiosk.search.engine import counts as count
from kiosk.search.narrowing import CHOICES

_EDITION = click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")


@click.command()
@click.argument("words", default="")
@click.option("--near", "place", default="", help="A postcode, part of one, or a place name.")
@click.option("--within", type=click.FloatRange(min=0), help="Miles from there.")
@click.option("--type", "types", multiple=True, help="A kind of service, by id; several are alternatives.")
@click.option("--for", "beneficiaries", multiple=True, help="A group of people, by id; several are alternatives.")
@click.option("--open-now", is_flag=True, help="Only what is known to be open now.")
@click.option("--free", is_flag=True, help="Only what is said to be free.")
@click.option("--no-referral", is_flag=True, help="Only where nobody has to send one.")
@click.option("--way", "ways", multiple=True, type=click.Choice(WAYS), help="How help is given; alternatives.")
@click.option("--access", multiple=True, type=click.Choice(FACTS), help="What must be said of access; all must hold.")
@click.option("--day", "days", multiple=True, type=click.Choice(_DAYS), help="On this day; several are alternatives.")
@click.option("--part", type=click.Choice(PARTS), help="In this part of the day.")
@click.option("--spoken", "languages", multiple=True, help="A language spoken there, in English; alternatives.")
@click.option("--counts", type=click.Choice(tuple(CHOICES)), help="Also how many each choice of this kind would leave.")
@click.option("--exact", is_flag=True, help="The words as typed: nothing repaired, nothing related.")
@click.option("--language", default="en", help="The language of the words and of the guides.")
@click.option("--limit", type=click.IntRange(0, 1000), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@_EDITION
@_JSON
def search(
    words: str,
    place: str,
    within: float | None,
    types: tuple[str, ...],
    beneficiaries: tuple[str, ...],
    open_now: bool,
    free: bool,
    no_referral: bool,
    ways: tuple[str, ...],
    access: tuple[str, ...],
    days: tuple[str, ...],
    part: str | None,
    languages: tuple[str, ...],
    counts: str | None,
    exact: bool,
    language: str,
    limit: int,
    offset: int,
    edition: Path | None,
    as_json: bool,
) -> None:
    """Search services and guides for WORDS; without words, list what fits the choices."""
    from kiosk.edition.current import open_current

    opened = open_current(edition)
    near = find_place(opened.connection, place) if place else None
    if place and near is None:
        raise InputError(f"no place called {place!r} is known; try a postcode such as M33 7ZF, or its first part")
    query = Query(
        words=words,
        near=near,
        within_miles=within,
        types=types,
        beneficiaries=beneficiaries,
        open_at=datetime.now() if open_now else None,
        free=free,
        no_referral=no_referral,
        ways=ways,
        access=access,
        days=tuple(sorted(map(_DAYS.index, days))),
        part=part or "",
        languages=languages,
        language=language,
        exact=exact,
        limit=limit,
        offset=offset,
    )
    results = find(opened.connection, query)
    more = {"counts": {item.id: item.count for item in count(opened.connection, query, counts)}} if counts else {}
    opened.close()
    if as_json:
        click.echo(json.dumps(results_json(results) | more, ensure_ascii=False, indent=2))
        return
    lines = [f"{name}: {number}" for name, number in more.get("counts", {}).items()]
    click.echo("\n".join([_as_text(results), *lines]))


def results_json(results: Results) -> dict[str, Any]:
    """The answer as one JSON object."""
    return {
        "total": results.total,
        "did": [asdict(step) for step in results.did],
        "results": [_hit_json(hit) for hit in results.hits],
        "guides": [{"id": hit.id, "name": hit.name, "summary": hit.summary} for hit in results.guides],
        "type_counts": {item.id: item.count for item in results.type_counts},
        "beneficiary_counts": {item.id: item.count for item in results.beneficiary_counts},
        "urgent": results.urgent,
        "times_unknown": results.times_unknown,
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    body = asdict(hit)
    if hit.distance_miles is not None:
        body["distance_miles"] = round(hit.distance_miles, 2)
    return body


def _as_text(results: Results) -> str:
    lines = [f"total {results.total}"]
    lines += [f"{step.action}: {step.before} → {step.after}" if step.after else step.action for step in results.did]
    for hit in results.hits:
        about = "about " if hit.distance_about else ""
        miles = "" if hit.distance_miles is None else f" ({about}{hit.distance_miles:.1f} miles)"
        where = ", ".join(part for part in (hit.place, hit.postcode) if part)
        lines.append(f"{hit.name} · {where}{miles}\n  {hit.id}")
    lines += [f"guide: {hit.name} ({hit.id})" for hit in results.guides]
    return "\n".join(lines)
