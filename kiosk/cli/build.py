"""``kiosk build`` and ``kiosk check``: a source folder to an edition, and what is wrong with a source folder."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from kiosk.choose.checks import unknown_kinds
from kiosk.content.checks import Finding, check_with_grades
from kiosk.directory.importers.report import counted
from kiosk.directory.sources import CORRECTIONS, lost_corrections
from kiosk.edition.build import build as build_edition
from kiosk.edition.gather import gather


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), required=True, help="The edition folder to make.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def build(source: Path, into: Path, as_json: bool) -> None:
    """Build an edition from a source folder."""
    built = build_edition(source, into)
    manifest = built.manifest
    findings = _lost_corrections(source)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "folder": str(into),
                    "changed": built.changed,
                    "digest": manifest.digest,
                    "trust": manifest.trust,
                    "counts": manifest.counts,
                    "findings": [_row(finding) for finding in findings],
                },
                ensure_ascii=False,
            )
        )
        return
    counted = ", ".join(f"{count} {kind}" for kind, count in manifest.counts.items())
    for finding in findings:
        click.echo(f"{finding.level}: {finding.code}: {_place(finding)}: {finding.message}", err=True)
    click.echo(f"{'Built' if built.changed else 'Unchanged'}: {into} ({counted})")


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Check as if on this date.")
@click.option("--report", is_flag=True, help="Also list what is not wrong but should be looked at.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def check(ctx: click.Context, source: Path, day: datetime | None, report: bool, as_json: bool) -> None:
    """Check a source folder: wording, links, figures, contacts, dates."""
    found = gather(source)
    checked, grades = check_with_grades(
        found.records,
        day.date() if day else date.today(),
        demonstration=found.about["demonstration"],
        council=bool(found.about["base"]),
    )
    lost = _lost_corrections(source)
    findings = [*checked, *unknown_kinds(found.records), *lost]
    errors = [finding for finding in findings if finding.level == "error"]
    shown = findings if report or as_json else [*errors, *lost]
    if as_json:
        rows = [_row(finding) for finding in shown]
        answer = {"counts": _counts(findings), "grades": grades.by_page, "findings": rows}
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        for finding in shown:
            click.echo(f"{finding.level}: {finding.code}: {_place(finding)}: {finding.message}")
        if report and grades.by_page:
            click.echo(grades.in_words())
        click.echo(", ".join(counted(count, level) for level, count in _counts(findings).items()))
    ctx.exit(1 if errors else 0)


def _lost_corrections(source: Path) -> list[Finding]:
    """A warning for each row of ``corrections.csv`` whose service is not there: what was hidden may be shown again."""
    file = str(source / CORRECTIONS)
    return [Finding("warning", "correction", file, line, message) for line, message in lost_corrections(source)]


def _row(found: Finding) -> dict[str, str | int | None]:
    return {name: getattr(found, name) for name in ("level", "code", "file", "line", "message")}


def _place(found: Finding) -> str:
    return f"{found.file}, line {found.line}" if found.line else str(found.file)


def _counts(findings: list[Finding]) -> dict[str, int]:
    return {level: sum(f.level == level for f in findings) for level in ("error", "warning", "note")}
