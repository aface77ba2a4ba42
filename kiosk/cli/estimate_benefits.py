"""A benefits result as ``kiosk estimate benefits`` prints it: one JSON object, or lines to read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.estimate.benefit_telling import ToldBenefit, ToldBenefits

_SHOWN_KINDS = {"add": "+", "take": "-", "result": "=", "note": " "}


def benefits_as_json(told: ToldBenefits, day: date) -> dict[str, Any]:
    """Amounts are strings, so that no reader rounds them; null is an amount that is not known."""
    body = told._asdict()
    body["benefits"] = [_benefit(benefit) for benefit in told.benefits]
    body["ask"] = [{"key": key, "label": label} for key, label in told.ask]
    body["unknown"] = [{"id": key, "text": text} for key, text in told.unknown]
    return {"estimate": "benefits", "day": day.isoformat(), **body}


def _benefit(benefit: ToldBenefit) -> dict[str, Any]:
    body = _plain(benefit._asdict())
    body["steps"] = [_plain(step._asdict()) for step in benefit.steps]
    body["rules"] = [rule._asdict() for rule in benefit.rules]
    return body


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, (Decimal, date)) else value for key, value in row.items()}


def benefits_as_text(told: ToldBenefits) -> str:
    """Lines to read: ``*`` why it is shown, ``?`` what must be true besides, ``!`` what it does to other money."""
    lines = [told.headline, told.not_a_decision, told.dated]
    for benefit in told.benefits:
        lines += ["", *_lines(benefit)]
    lines += ["", *(f"? {label} ({key})" for key, label in told.ask), *(f"? {text}" for _, text in told.unknown)]
    lines += ["", *(f"- {line}" for line in told.left_out)]
    lines += ["", *(f"{number}. {line}" for number, line in enumerate(told.next, 1)), ", ".join(told.contacts)]
    return "\n".join(lines)


def _lines(benefit: ToldBenefit) -> list[str]:
    lines = [f"{benefit.heading}: {benefit.title}", f"  {benefit.what_for} {benefit.text}".rstrip()]
    for mark, sentences in (("*", benefit.because), ("?", benefit.also_true), ("!", benefit.effects)):
        lines += [f"  {mark} {line}" for line in sentences]
    for step in benefit.steps:
        figure = f" [{step.figure} from {step.since}]" if step.since else f" [{step.figure}]" if step.figure else ""
        lines.append(f"  {_SHOWN_KINDS[step.kind]} {step.label}: {step.text}{figure}")
    lines += [f"  {number}. {line}" for number, line in enumerate(benefit.how, 1)]
    lines += [f"  {rule.source}. {rule.note}".rstrip() for rule in benefit.rules]
    lines.append(f"  {', '.join(benefit.contacts)}; {benefit.guide}")
    return lines
