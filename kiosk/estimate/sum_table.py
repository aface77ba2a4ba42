"""The lines of a sum as a table: what, how much, and the rule, named once for lines that share it."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.document.blocks import Inlines, Table, Text
from kiosk.estimate.result import NOTE, RESULT, TAKE
from kiosk.estimate.telling import ToldStep
from kiosk.language import Words
from kiosk.phone_numbers import keep_together


def sum_table(steps: Iterable[ToldStep], words: Words) -> Table:
    """The steps that count, in order; three columns."""
    _ = words.gettext
    rows, before = [], ""
    for step in filter(counts, steps):
        rows.append(_line(step, _("The same rule") if step.rule == before else step.rule, words))
        before = step.rule
    head = (_("What"), _("Amount"), _("Why"))
    return Table(tuple((Text(word),) for word in head), tuple(rows))


def counts(step: ToldStep) -> bool:
    """Whether it is a line with an amount; what a person has none of is not listed."""
    if step.kind == NOTE:
        return bool(step.text) and step.least != 0
    return step.kind == RESULT or step.most != 0 or step.least != 0


def _line(step: ToldStep, rule: str, words: Words) -> tuple[Inlines, ...]:
    _ = words.gettext
    strong = step.kind == RESULT
    # Translators: a line of a sum: this amount is taken off.
    amount = _("take off {amount}").format(amount=step.text) if step.kind == TAKE and step.text else step.text
    if step.kind == TAKE and step.least is None:
        amount = step.text
    return ((Text(step.label, strong=strong),), (Text(keep_together(amount), strong=strong),), (Text(rule),))
