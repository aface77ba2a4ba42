"""``kiosk compare``: two or three care homes or agencies side by side, without a screen."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.errors import InputError
from kiosk.visit import MOST_COMPARED

if TYPE_CHECKING:
    from kiosk.directory.choosing import Cell, Comparison
    from kiosk.directory.service import Service
    from kiosk.edition.reader import Edition
    from kiosk.search import Point


@click.command()
@click.argument("service_ids", nargs=-1, metavar="ID ID [ID]")
@click.option("--near", "place", default="", help="A postcode, part of one, or a place name: how far each is from it.")
@click.option("--language", default="en", help="The language of the labels.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def compare(service_ids: tuple[str, ...], place: str, language: str, edition: Path | None, as_json: bool) -> None:
    """Compare two or three services fact by fact; what their records do not say is "Not said"."""
    from kiosk.directory.choosing import compare as side_by_side
    from kiosk.edition.current import open_current
    from kiosk.language import words_in
    from kiosk.search import find_place

    ids = tuple(dict.fromkeys(service_ids))
    if not 2 <= len(ids) <= MOST_COMPARED:
        raise InputError(f"name two or three different services to compare; {len(ids)} were named")
    opened = open_current(edition)
    try:
        near = find_place(opened.connection, place) if place else None
        if place and near is None:
            raise InputError(f"no place called {place!r} is known; try a postcode such as M33 7ZF, or its first part")
        services = [_service(opened, key) for key in ids]
    finally:
        opened.close()
    comparison = side_by_side(services, words_in(language), datetime.now(), _distances(services, near))
    click.echo(json.dumps(_json(comparison), ensure_ascii=False, indent=2) if as_json else _as_text(comparison))


def _service(opened: Edition, key: str) -> Service:
    service = opened.service(key.encode("utf-8", "replace").decode())
    if service is None:
        raise InputError(f"there is no service {key!r} in this edition")
    return service


def _distances(services: list[Service], near: Point | None) -> dict[str, tuple[float, bool]]:
    from kiosk.search.distances import distance_of

    if near is None:
        return {}
    found = ((service.key, distance_of(service, near)) for service in services)
    return {key: distance for key, distance in found if distance is not None}


def _json(comparison: Comparison) -> dict[str, Any]:
    columns = [
        {"id": column.id, "name": column.name, "kinds": list(column.kinds), "notes": list(column.notes)}
        for column in comparison.columns
    ]
    rows = [
        {"key": row.key, "label": row.label, "cells": [_cell_json(cell) for cell in row.cells]}
        for row in comparison.rows
    ]
    return {"services": columns, "rows": rows}


def _cell_json(cell: Cell) -> dict[str, Any]:
    """`lang` is empty for words in the language of the labels."""
    from kiosk.language import language_of

    return {"known": cell.known, "lines": [{"text": str(line), "lang": language_of(line)} for line in cell.lines]}


def _as_text(comparison: Comparison) -> str:
    lines = [" · ".join((column.name, *column.notes)) for column in comparison.columns]
    for row in comparison.rows:
        lines += ["", row.label]
        said = zip(comparison.columns, row.cells, strict=True)
        lines += [f"  {column.name}: {cell.spoken()}" for column, cell in said]
    return "\n".join(lines)
