"""Services that two sources seem to share: proposed to a person, who decides, and the decision is remembered.

``duplicates.csv`` in a source folder has the columns one, other, name, decision (and any others, such as decided_by).
An import adds pairs without a decision; nothing is ever merged or hidden without one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.content.reading_files import read_rows
from kiosk.directory import tolerant
from kiosk.directory.word_forms import word_list
from kiosk.errors import InputError

FILE = "duplicates.csv"
DECISIONS = ("", "different", "keep one", "keep other")
_SAY_NOTHING = {"the", "ltd", "limited", "cic", "cio"}
_MOST_ALIKE = 30
"""More records than this of one name at one postcode are branches of something, not twins."""


class Pair(NamedTuple):
    """Two services by their keys, what they are called, and what was decided ("" for nothing yet)."""

    one: str
    other: str
    name: str
    decision: str = ""


def read_pairs(path: Path) -> list[Pair]:
    """The rows of a ``duplicates.csv``; none where there is no file. Raises `InputError` with file and line."""
    found = []
    for line, row in read_rows(path, ("one", "other", "decision")) if path.is_file() else ():
        one, other, name, decision = (tolerant.line(row.get(column, "")) for column in Pair._fields)
        if decision.casefold() not in DECISIONS:
            allowed = ", ".join(DECISIONS[1:])
            raise InputError(f"{decision!r} is not a decision; use {allowed}, or nothing", path, line)
        if one and other:
            found.append(Pair(one, other, name, decision.casefold()))
    return found


def apply(pairs: Iterable[Pair], bodies: dict[str, dict[str, Any]]) -> None:
    """Take away the service that is not to be kept, where both are there: the last one of a pair is never hidden."""
    for pair in pairs:
        if pair.one in bodies and pair.other in bodies:
            if pair.decision == "keep one":
                del bodies[pair.other]
            elif pair.decision == "keep other":
                del bodies[pair.one]


def proposed(bodies: Mapping[str, dict[str, Any]], known: Iterable[Pair] = ()) -> list[Pair]:
    """Pairs from two sources with the same name at the same postcode, or the same name and telephone number.

    Those that are known already, decided or not, are left out.
    """
    settled = {frozenset((pair.one, pair.other)) for pair in known}
    by_sign: dict[tuple[str, str], list[str]] = {}
    for key, body in bodies.items():
        words = word_list(tolerant.line(body.get("name")).replace("&", " and "))
        name = " ".join(word for word in words if word not in _SAY_NOTHING)
        for sign in _signs(body):
            by_sign.setdefault((name, sign), []).append(key)
    found: dict[frozenset[str], Pair] = {}
    for keys in by_sign.values():
        for one, other in combinations(keys[:_MOST_ALIKE], 2):
            both = frozenset((one, other))
            if one.partition(":")[0] != other.partition(":")[0] and both not in settled:
                found.setdefault(both, Pair(one, other, tolerant.line(bodies[one].get("name"))))
    return sorted(found.values())


def add_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """Write new pairs below what stands in the file; what a person wrote there stays letter for letter."""
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    names = next(csv.reader(io.StringIO(before, newline="")), []) if before else []
    columns = names or [*Pair._fields, "decided_on", "decided_by"]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    if not names:
        writer.writeheader()
    for pair in pairs:
        writer.writerow(pair._asdict())
    whole = before + ("" if not before or before.endswith("\n") else "\n") + out.getvalue()
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(whole, encoding="utf-8", newline="")
    beside.replace(path)


def _signs(body: dict[str, Any]) -> set[str]:
    """What would be the same if it were the same service: a full postcode, the digits of a number."""
    signs = set()
    for link in tolerant.mappings(body.get("service_at_locations")):
        for address in tolerant.mappings(tolerant.mapping(link.get("location")).get("addresses")):
            postcode = tolerant.line(address.get("postal_code")).replace(" ", "").upper()
            if len(postcode) > 4:
                signs.add(postcode)
    for phone in tolerant.mappings(body.get("phones")):
        digits = "".join(filter(str.isdigit, tolerant.line(phone.get("number"))))
        if len(digits) > 6:
            signs.add(digits)
    return signs
