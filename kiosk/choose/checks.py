"""Kinds of services and groups of people that the data of Help me choose names and the directory does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.content.checks import Finding
from kiosk.content.choose_data import KIND, choose_from_record
from kiosk.directory.facet_names import BENEFICIARIES, TYPES
from kiosk.records import Record


def unknown_kinds(records: Iterable[Record]) -> Iterator[Finding]:
    """An error for each; a rule that names one would never find a service."""
    for record in records:
        if record.kind != KIND:
            continue
        rules = choose_from_record(record.body).rules
        for name in dict.fromkeys(name for rule in rules for name in rule.types if name not in TYPES):
            yield Finding("error", "type", KIND, None, f"there is no kind of service {name}")
        for name in dict.fromkeys(name for rule in rules for name in rule.beneficiaries if name not in BENEFICIARIES):
            yield Finding("error", "beneficiary", KIND, None, f"there is no group of people {name}")
