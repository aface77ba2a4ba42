"""``kiosk doctor``: what works on this machine, what does not, and what to do."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kiosk.doctor.finding import exit_code
from kiosk.doctor.parts import examine

_MARKS = {"ok": "ok     ", "warning": "LOOK   ", "missing": "MISSING"}


@click.command()
@click.option(
    "--edition", type=click.Path(path_type=Path), default=None, help="Examine this edition, not the current one."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def doctor(ctx: click.Context, edition: Path | None, as_json: bool) -> None:
    """Say what works on this machine, what does not, and what to do.

    Exit code 3 when a needed part is missing, 1 when something should be looked at, 0 when all is well.
    """
    findings = []
    for finding in examine(edition):
        findings.append(finding)
        if not as_json:
            click.echo(f"{_MARKS[finding.level]}  {finding.code}: {finding.cause}")
            if finding.next_step:
                click.echo(f"         What to do: {finding.next_step}")
    counts = {level: sum(finding.level == level for finding in findings) for level in _MARKS}
    if as_json:
        click.echo(
            json.dumps({"counts": counts, "findings": [asdict(finding) for finding in findings]}, ensure_ascii=False)
        )
    else:
        click.echo(f"{counts['ok']} well, {counts['warning']} to look at, {counts['missing']} missing")
    ctx.exit(exit_code(findings))
