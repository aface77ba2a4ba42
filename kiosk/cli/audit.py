"""``kiosk audit``: looks at every screen in every state and says what somebody could not see, reach or press."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import click

PAGE = "index.html"
FINDINGS = "audit.json"
_TELL_EVERY = 10.0


@click.command()
@click.option("--full", is_flag=True, help="Look at every state in every set-up, not at a sample (about 25 minutes).")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="A folder for the report: a page with a picture of each fault, and the same as JSON.",
)
@click.option("--edition", type=click.Path(path_type=Path), default=None, help="Show this edition.")
@click.option("--screen", "screens", multiple=True, metavar="NAME", help="Look at this screen only, such as find.")
@click.option("--check", "checks", multiple=True, metavar="CODE", help="Use this check only, such as TARGET.")
@click.option(
    "--jobs", type=click.IntRange(1, 16), default=2, show_default=True, help="How many screens are looked at at once."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def audit(
    ctx: click.Context,
    full: bool,
    out: Path | None,
    edition: Path | None,
    screens: tuple[str, ...],
    checks: tuple[str, ...],
    jobs: int,
    as_json: bool,
) -> None:
    """Look at every screen and dialog in every state, with no display, and say what is wrong by checklist row.

    Exit code 1 when anything was found, 0 when nothing was.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.audit.examine import Wanted
    from kiosk.audit.examine import audit as look
    from kiosk.edition.current import open_current
    from kiosk.ui.start import edition_to_show

    shown = open_current(edition) if edition is not None else edition_to_show(None)
    shown.close()
    report = look(Wanted(shown.folder, full, screens, checks, jobs, out), _tell())
    found = json.dumps(report.as_json(), ensure_ascii=False)
    if out is not None:
        from kiosk.audit.report_page import report_page

        out.mkdir(parents=True, exist_ok=True)
        (out / FINDINGS).write_text(found + "\n", encoding="utf-8")
        (out / PAGE).write_text(report_page(report), encoding="utf-8")
    if as_json:
        click.echo(found)
    else:
        for finding in report.findings:
            place = f" [{finding.screen}: {finding.state}, {finding.cell}, {finding.times} times]"
            widget = f" {finding.widget}:" if finding.widget else ""
            click.echo(f"{finding.level}: {finding.code}:{widget} {finding.message}{place if finding.state else ''}")
        words = f"{report.screens} screens, {report.states} states, {report.cells} set-ups, {report.visits} views"
        click.echo(f"{report.counts['error']} errors, {report.counts['note']} notes ({words})")
        if out is not None:
            click.echo(f"The report is {out / PAGE}")
    ctx.exit(1 if report.counts["error"] else 0)


def _tell() -> Callable[[int, int, int], None]:
    """Says on standard error how far it is, every ten seconds."""
    began = told = time.monotonic()

    def tell(done: int, of: int, faults: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _TELL_EVERY:
            told = now
            left = (now - began) / done * (of - done) / 60
            click.echo(f"{done} of {of} views, {faults} faults met, about {left:.0f} minutes left", err=True)

    return tell
