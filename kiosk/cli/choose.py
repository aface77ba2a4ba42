"""``kiosk choose``: pages, services and equipment from a few answers, with the reason for each, without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.errors import InputError

if TYPE_CHECKING:
    from kiosk.choose.finder import Chosen
    from kiosk.content.choose_data import ChooseData


@click.command()
@click.option("--questions", "list_questions", is_flag=True, help="List the questions, with what can be answered.")
@click.option("--answers", "file", type=click.Path(path_type=Path), help="A JSON file: question ids and answers.")
@click.option("--near", "place", default="", help="A postcode, part of one, or a place name; the nearest first.")
@click.option("--language", default="en", help="The language of the words.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def choose(
    list_questions: bool, file: Path | None, place: str, language: str, edition: Path | None, as_json: bool
) -> None:
    """Find pages, services and equipment that fit a few answers, with the reason for each."""
    from kiosk.choose.answers import check_answers
    from kiosk.choose.finder import choose as find
    from kiosk.cli.answers_file import read_answers
    from kiosk.content.choose_data import KIND, choose_from_record
    from kiosk.content.library import Library
    from kiosk.edition.current import open_current
    from kiosk.search import find_place

    if list_questions == (file is not None):
        raise InputError("give either --questions or --answers FILE")
    opened = open_current(edition)
    try:
        body = Library(opened.connection).record(KIND, KIND)
        if body is None:
            raise InputError("this edition has no questions to choose by; its source has no choose.toml")
        data = choose_from_record(body)
        if file is None:
            click.echo(_questions(data, language, as_json))
            return
        near = find_place(opened.connection, place) if place else None
        if place and near is None:
            raise InputError(f"no place called {place!r} is known; try a postcode, or its first part")
        found = find(data, check_answers(data, read_answers(file)), opened.connection, language, near)
    finally:
        opened.close()
    click.echo(json.dumps(_json(found), ensure_ascii=False, indent=2) if as_json else _text(found))


def _questions(data: ChooseData, language: str, as_json: bool) -> str:
    from kiosk.content.choose_data import UNKNOWN, said

    if as_json:
        rows = [
            {
                "id": question.id,
                "type": "several" if question.several else "choice",
                "text": said(question.texts, language),
                "help": said(question.helps, language),
                "choices": [{"id": choice.id, "text": said(choice.texts, language)} for choice in question.choices],
                "unknown": UNKNOWN,
            }
            for question in data.questions
        ]
        return json.dumps({"questions": rows}, ensure_ascii=False, indent=2)
    lines = []
    for question in data.questions:
        allowed = ", ".join(choice.id for choice in question.choices)
        lines.append(f"{question.id} ({allowed}, {UNKNOWN}){' *' if question.several else ''}")
        lines.append(f"  {said(question.texts, language)} {said(question.helps, language)}".rstrip())
    return "\n".join(lines)


def _json(found: Chosen) -> dict[str, Any]:
    return {
        "urgent": found.urgent,
        "contacts": list(found.contacts),
        "pages": [page._asdict() for page in found.pages],
        "services": [
            {
                "id": service.hit.id,
                "name": service.hit.name,
                "organization": service.hit.organization,
                "place": service.hit.place,
                "distance_miles": service.hit.distance_miles,
                "score": service.score,
                "because": list(service.because),
            }
            for service in found.services
        ],
        "equipment": [idea._asdict() for idea in found.ideas],
        "unknown": list(found.unknown),
    }


def _text(found: Chosen) -> str:
    """``!`` comes first for safety; under each page, service and idea stand its reasons."""
    lines = [f"! {', '.join(found.contacts)}"] if found.urgent else []
    for page in found.pages:
        lines += [f"{'!' if page.urgent else '-'} {page.title} ({page.id})", *(f"    {line}" for line in page.because)]
    for service in found.services:
        lines += [f"- {service.hit.name} ({service.hit.id})", *(f"    {line}" for line in service.because)]
    for idea in found.ideas:
        lines += [f"- {idea.room}: {idea.text} ({idea.page})", *(f"    {line}" for line in idea.because)]
    return "\n".join(lines or ["-"])
