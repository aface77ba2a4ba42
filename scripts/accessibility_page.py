"""Makes docs/accessibility.md from the checklist, the audit's checks and the tests, and says where they disagree."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import kiosk.audit.checks  # noqa: F401  (registers the checks)
from kiosk import resources
from kiosk.audit.check import CHECKS, Check
from kiosk.audit.seen import SHAPES
from kiosk.content.checklist import Row, read_checklist
from kiosk.content.statement import read_statement
from kiosk.display import TEXT_SIZES, THEMES
from kiosk.ui.routes import SCREENS

ROOT = Path(__file__).resolve().parent.parent
_FAMILIES = {"SP": 20, "TX": 5, "TG": 9, "HW": 3, "KB": 5, "CO": 8, "NA": 7, "HE": 3, "ER": 5, "TI": 3, "SA": 4,
             "CN": 10, "DE": 1, "LA": 6, "ME": 2, "PR": 15, "UA": 11}  # fmt: skip
_STATEMENT = resources.accessibility() / "statement.en.md"
EVERY_ROW = {f"{family}-{n:02}" for family, most in _FAMILIES.items() for n in range(1, most + 1)} | {"ER-EZ"}
"""What the standards were boiled down to, numbered within each family; a row that is left out is noticed."""

STATES = {
    "held": "held by checks or tests",
    "in part": "held in part",
    "hardware": "for the installer",
    "people": "looked at by people",
    "not yet": "not yet",
}

_HEAD = """\
# Accessibility

{made}
Signpost is for people who have never used a computer, who shake, who see or hear badly, who read with effort. So the
bar is that of the best public terminals: EN 301 549 version 3.2.1, above all clause 5 on machines that nobody can add
their own aids to; WCAG 2.2 level AA, and level AAA where a row below says so; and the rules for accessible voting
machines (VVSG 2.0) where they are stricter.

This page lists everything that follows from them, row by row, and what holds each row. A row is held when something
fails as soon as it is broken: a check of the audit, or a test. Looking at it once is not enough. What is missing is
said, with the reason, here and on the kiosk's own accessibility statement (Help, then “Accessibility statement”).

Nobody else has tested the kiosk yet: no disabled people, no auditor from outside. Where a row needs people, it says so.

## How to look for yourself

`kiosk audit` opens the real window without a display and looks at every screen: names, headings, sizes in millimetres,
words cut off, contrast, keys. It takes about 3 minutes for a sample and runs within `make test`; `kiosk audit --full`
goes through every language, text size, shape of screen and set of colours. `--out DIR` leaves a report with a picture
of each fault. See [commands](commands.md) for its options, and [audit](audit.md) for how to add a screen, a check or
a fault put in on purpose.

What no program can see to is in the [checklist for installation](installation-checklist.md): height, reach, glare,
loudness, paper.
"""
_TAIL = """\
The rows come from `assets/accessibility/checklist.toml`, the checks and what they say from `kiosk/audit/checks/`, the
tests from `tests/`. `make check` fails when a row is left out, when a row has nothing to hold it and no reason, when a
check names a row that does not exist, and when a test that is named does not exist.
"""


def page(made: str) -> str:
    """The page; `made` is the line that says who makes it."""
    rows = checklist()
    parts = [_HEAD.format(made=made), _counts(rows)]
    for section, inside in groupby(rows, key=lambda row: row.section):
        parts.append(f"## {section}\n\n{_table(list(inside))}")
    parts.append(f"## The checks of the audit\n\n{_checks()}")
    return "\n".join((*parts, _TAIL))


def checklist() -> tuple[Row, ...]:
    """The rows as they are on disk."""
    return read_checklist(resources.accessibility() / "checklist.toml")


def state(row: Row) -> str:
    """How a row stands, as one of `STATES`."""
    proven = bool(row.tests or checks_of(row))
    if row.not_yet:
        return "in part" if proven or row.manual else "not yet"
    if proven:
        return "held"
    if row.hardware:
        return "hardware"
    return "people" if row.manual else ""


def checks_of(row: Row) -> list[Check]:
    """The checks that say they hold a row."""
    return [check for _code, check in sorted(CHECKS.items()) if row.id in check.rows]


def _counts(rows: tuple[Row, ...]) -> str:
    counted = Counter(state(row) for row in rows)
    lines = ["## How it stands\n", "| rows | how they stand |", "|---|---|"]
    lines += [f"| {counted[name]} | {words} |" for name, words in STATES.items() if counted[name]]
    tests = {test for row in rows for test in row.tests}
    lines.append(f"| **{len(rows)}** | together, held by {len(CHECKS)} checks of the audit and {len(tests)} tests |")
    return "\n".join(lines) + "\n"


def _table(rows: Iterable[Row]) -> str:
    lines = [
        "| row | what is asked | number | source | state | held by, or what is missing |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (row.id, row.requirement, row.number or "–", row.source, state(row), "<br>".join(_held_by(row)))
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _held_by(row: Row) -> Iterator[str]:
    for check in checks_of(row):
        yield f"`{check.code}` {check.says}"
    for test in row.tests:
        file, _colons, name = test.partition("::")
        yield f"[`{name}`](../{file})"
    if row.hardware:
        yield f"**Installer:** {row.hardware}"
    if row.manual:
        yield f"**People:** {row.manual}"
    if row.not_yet:
        yield f"**Not yet:** {row.not_yet}"


def _checks() -> str:
    lines = ["| check | what it looks at | rows |", "|---|---|---|"]
    for code, check in sorted(CHECKS.items()):
        lines.append(f"| `{code}` | {_cell(check.says)} | {', '.join(check.rows)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def faults() -> list[str]:
    """What is untrue: rows that are missing, unknown or held by nothing, tests and checks that do not exist."""
    return [*row_faults(checklist(), CHECKS.values(), ROOT), *count_faults()]


def row_faults(rows: tuple[Row, ...], checks: Iterable[Check], root: Path) -> list[str]:
    """The same for any rows, checks and folder of tests."""
    there = {row.id for row in rows}
    found = [f"{missing}: the checklist does not have this row" for missing in sorted(EVERY_ROW - there)]
    found += [f"{row}: there is no such row to hold" for row in sorted(there - EVERY_ROW)]
    held: set[str] = set()
    for check in checks:
        held.update(check.rows)
        found += [f"{check.code}: there is no row {row}" for row in check.rows if row not in EVERY_ROW]
    for row in rows:
        if not (row.tests or row.hardware or row.manual or row.not_yet or row.id in held):
            found.append(f"{row.id}: neither a check nor a test holds it, and no reason is given")
        found += [f"{row.id}: there is no test {test}" for test in row.tests if not _exists(test, root)]
    return found


def count_faults() -> list[str]:
    """Numbers in the accessibility statement that are not those of the program."""
    said = read_statement(_STATEMENT).counted
    return [
        f"statement.en.md says {said.get(name)} {name.replace('_', ' ')}, and there are {number}; run: make docs"
        for name, number in _counted().items()
        if said.get(name) != number
    ]


def write_counts() -> None:
    """Put the program's own numbers into the accessibility statement."""
    text = _STATEMENT.read_text(encoding="utf-8")
    for name, number in _counted().items():
        text = re.sub(rf"^{name} = \d+$", f"{name} = {number}", text, count=1, flags=re.MULTILINE)
    _STATEMENT.write_text(text, encoding="utf-8")


def _counted() -> dict[str, int]:
    return {
        "screens": len(SCREENS),
        "checks": len(CHECKS),
        "shapes": len(SHAPES),
        "text_sizes": len(TEXT_SIZES),
        "themes": len(THEMES),
    }


def _exists(test: str, root: Path) -> bool:
    file, _colons, name = test.partition("::")
    path = root / file
    if not file.startswith("tests/") or not path.is_file():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and name.startswith("test_")}
