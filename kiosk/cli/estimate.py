"""``kiosk estimate``: what care may cost and which benefits there may be, from answers in a file, without a screen."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.answers_file import read_answers
from kiosk.errors import InputError

if TYPE_CHECKING:
    from kiosk.estimate.benefit_telling import ToldBenefits
    from kiosk.estimate.questions import Question
    from kiosk.estimate.telling import Told

_SHOWN_KINDS = {"add": "+", "take": "-", "result": "=", "note": " "}


@click.group()
def estimate() -> None:
    """Work out an estimate, with every step of the sum; it is never a decision."""


@estimate.command("care-costs")
@click.option("--questions", "list_questions", is_flag=True, help="List the questions, with what can be answered.")
@click.option("--answers", "file", type=click.Path(path_type=Path), help="A JSON file: question ids and answers.")
@click.option("--on", "day", default="", metavar="DATE", help="The day whose figures are used, as 2026-11-24.")
@click.option("--language", default="en", help="The language of the words.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def care_costs(
    list_questions: bool, file: Path | None, day: str, language: str, edition: Path | None, as_json: bool
) -> None:
    """Estimate what care at home or in a care home may cost each week."""
    from kiosk.estimate.care_questions import care_questions, check_care_answers
    from kiosk.language import words_in

    if list_questions == (file is not None):
        raise InputError("give either --questions or --answers FILE")
    if file is None:
        _print_questions("care-costs", care_questions(words_in(language)), as_json)
        return
    answers = check_care_answers(read_answers(file))
    told = _told(answers, _day(day), language, edition)
    click.echo(json.dumps(_json(told, _day(day)), ensure_ascii=False, indent=2) if as_json else _as_text(told))


@estimate.command("benefits")
@click.option("--questions", "list_questions", is_flag=True, help="List the questions, with what can be answered.")
@click.option("--answers", "file", type=click.Path(path_type=Path), help="A JSON file: question ids and answers.")
@click.option("--on", "day", default="", metavar="DATE", help="The day whose figures are used, as 2026-11-24.")
@click.option("--language", default="en", help="The language of the words.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def benefits(
    list_questions: bool, file: Path | None, day: str, language: str, edition: Path | None, as_json: bool
) -> None:
    """List the benefits that someone may be able to claim, how much at most, and how to claim them."""
    from kiosk.cli.estimate_benefits import benefits_as_json, benefits_as_text
    from kiosk.estimate.benefit_questions import benefit_questions, check_benefit_answers
    from kiosk.language import words_in

    if list_questions == (file is not None):
        raise InputError("give either --questions or --answers FILE")
    if file is None:
        _print_questions("benefits", benefit_questions(words_in(language)), as_json)
        return
    answers = check_benefit_answers(read_answers(file))
    told = _told_benefits(answers, _day(day), language, edition)
    if as_json:
        click.echo(json.dumps(benefits_as_json(told, _day(day)), ensure_ascii=False, indent=2))
    else:
        click.echo(benefits_as_text(told))


def _told_benefits(answers: Any, day: date, language: str, edition: Path | None) -> ToldBenefits:
    from kiosk.content.library import Library
    from kiosk.edition.current import open_current
    from kiosk.estimate.benefit_telling import tell_benefits
    from kiosk.estimate.benefits import estimate as work_out
    from kiosk.estimate.figures_on import figures_of_library
    from kiosk.language import words_in

    opened = open_current(edition)
    try:
        figures = figures_of_library(Library(opened.connection), day)
        return tell_benefits(work_out(answers, figures), words_in(language))
    finally:
        opened.close()


def _told(answers: Any, day: date, language: str, edition: Path | None) -> Told:
    from kiosk.content.library import Library
    from kiosk.edition.current import open_current
    from kiosk.estimate.care_costs import estimate as work_out
    from kiosk.estimate.figures_on import figures_of_library
    from kiosk.estimate.telling import tell
    from kiosk.language import words_in

    opened = open_current(edition)
    try:
        return tell(work_out(answers, figures_of_library(Library(opened.connection), day)), words_in(language))
    finally:
        opened.close()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise InputError(f"{text!r} is not a date; write it as 2026-11-24") from None


def _print_questions(name: str, questions: tuple[Question, ...], as_json: bool) -> None:
    from kiosk.estimate.questions import UNKNOWN

    rows = [
        {
            "id": question.id,
            "type": question.kind,
            "text": question.text,
            "help": question.help,
            "unit": question.unit,
            "choices": [choice._asdict() for choice in question.choices],
            "unknown": UNKNOWN,
        }
        for question in questions
    ]
    if as_json:
        click.echo(json.dumps({"estimate": name, "questions": rows}, ensure_ascii=False, indent=2))
        return
    for question in questions:
        allowed = ", ".join(choice.id for choice in question.choices) or question.unit or "yes, no"
        click.echo(f"{question.id} ({allowed}, {UNKNOWN})\n  {question.text} {question.help}".rstrip())


def _json(told: Told, day: date) -> dict[str, Any]:
    """Amounts are strings, so that no reader rounds them; null is an amount that is not known."""
    body = told._asdict()
    body["ranges"] = [_plain(row._asdict()) for row in told.ranges]
    body["steps"] = [_plain(row._asdict()) for row in told.steps]
    body["ask"] = [{"key": key, "label": label} for key, label in told.ask]
    body["unknown"] = [{"id": key, "text": text} for key, text in told.unknown]
    return {"estimate": "care-costs", "day": day.isoformat(), **body}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, (Decimal, date)) else value for key, value in row.items()}


def _as_text(told: Told) -> str:
    lines = [told.headline]
    lines += [f"{row.label}: {row.text}" if row.label else row.text for row in told.ranges]
    lines += [told.not_a_decision, ""]
    parts = {row.part: row.label for row in told.ranges}
    for step in told.steps:
        label = f"{parts.get(step.part) or ''}: {step.label}".removeprefix(": ")
        lines.append(f"{_SHOWN_KINDS[step.kind]} {label}: {step.text}".removesuffix(": "))
        figure = f" [{step.figure} from {step.since}]" if step.figure else ""
        lines.append(f"      {step.source}{figure}")
    for key, label in told.ask:
        lines.append(f"? {label} ({key})")
    lines += [f"? {text}" for _, text in told.unknown]
    lines += ["", told.rounding, "", *(f"- {line}" for line in told.left_out)]
    lines += ["", *(f"{number}. {line}" for number, line in enumerate(told.next, 1)), ", ".join(told.contacts)]
    return "\n".join(lines)
