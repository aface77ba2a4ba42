"""One audit from beginning to end: the editions, the plan, the walk, the report."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import kiosk.audit.checks  # noqa: F401  (fills the table of checks)
from kiosk import resources, settings
from kiosk.audit import plan, pseudo_language
from kiosk.audit.awkward import build_awkward
from kiosk.audit.check import CHECKS
from kiosk.audit.crew import Crew, Progress
from kiosk.audit.report import Finding, Report, merge, with_notes
from kiosk.audit.state import State
from kiosk.audit.states import every_state
from kiosk.audit.worker import Order
from kiosk.edition.reader import open_edition
from kiosk.errors import InputError

PICTURES = "pictures"


class Wanted(NamedTuple):
    """What is to be looked at. Without `screens` every screen, without `checks` every check, without `out` no picture.

    A screen is named by its route ("find"), or by a state or the beginning of its name ("idle").
    """

    edition: Path
    full: bool = False
    screens: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    jobs: int = 2
    out: Path | None = None


def audit(wanted: Wanted, progress: Progress = lambda _done, _of, _faults: None) -> Report:
    """Look at everything that is wanted. Raises `InputError` for a screen or a check that there is not."""
    edition = open_edition(wanted.edition)
    states = every_state(edition)
    edition.close()
    codes = _codes(wanted.checks)
    chosen = _chosen(states, wanted.screens)
    visits = _visits(chosen, wanted.full, {CHECKS[code].kind for code in codes})
    with TemporaryDirectory(prefix="signpost-audit-") as folder:
        pictures = str(wanted.out / PICTURES) if wanted.out else ""
        order = Order(str(wanted.edition), str(build_awkward(Path(folder))), codes, pictures, "")
        sights = Crew({state.name: state for state in states}, order, progress).walk(visits, wanted.jobs)
    return with_notes(merge(sights, codes), about_this_machine())


def about_this_machine() -> Iterator[Finding]:
    """What keeps the audit from looking at all that there should be: a language without words, settings left out."""
    for language in plan.LANGUAGES:
        if language in ("en", pseudo_language.CODE):
            continue
        if not gettext.find("kiosk", str(resources.locales()), [language]):
            message = f"the interface has no words in “{language}” here, so its screens were looked at in English"
            yield Finding("error", "CATALOGUE", "", 0, f"{message}; run: make catalogues")
    for problem in settings.load().problems:
        yield Finding("note", "SETTING", "", 0, f"a setting was left out: {problem}")


def _codes(wanted: Iterable[str]) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.upper() for code in wanted)) or tuple(sorted(CHECKS))
    for code in codes:
        if code not in CHECKS:
            raise InputError(f"there is no check called {code}; there are: {', '.join(sorted(CHECKS))}")
    return codes


def _chosen(states: Sequence[State], wanted: Sequence[str]) -> list[State]:
    found = [state for state in states if not wanted or any(_is(state, name) for name in wanted)]
    for name in wanted:
        if not any(_is(state, name) for state in states):
            raise InputError(f"there is no screen called {name!r}; there are: {', '.join(_screens(states))}")
    return found


def _is(state: State, name: str) -> bool:
    return name in (state.screen, state.name) or state.name.startswith((f"{name},", f"{name} "))


def _screens(states: Iterable[State]) -> list[str]:
    return sorted({state.screen for state in states})


def _visits(states: Sequence[State], full: bool, kinds: set[str]) -> list[plan.Visit]:
    """The plan without the visits at which no check that is wanted would look."""
    visits = plan.full(states) if full else plan.sample(states)
    left = [visit._replace(kinds=tuple(kind for kind in visit.kinds if kind in kinds)) for visit in visits]
    return [visit for visit in left if visit.kinds]
