"""``kiosk import``: brings feeds and files into a source folder."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The source folder to write.")
@click.option("--report", "whole_report", is_flag=True, help="List what was found, not only how many.")
@click.option("--accept-fewer", is_flag=True, help="Also when a feed lost more than half of its services.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def import_(sources: tuple[Path, ...], into: Path, whole_report: bool, accept_fewer: bool, as_json: bool) -> None:
    """Bring SOURCES (files or folders) into a source folder; their format is found by looking.

    Reads tables with a header, GeoJSON, and Open Referral UK 3.0. Nothing is changed when a source can't be read.
    """
    from kiosk.directory.importers.bring import bring
    from kiosk.directory.importers.report import counted

    report = bring(sources, into, accept_fewer=accept_fewer)
    if as_json:
        click.echo(json.dumps({"into": str(into), **report.as_json()}, ensure_ascii=False, indent=2))
        return
    click.echo(report.as_text(everything=whole_report))
    brought = counted(report.services, "service is", "services are")
    click.echo(f"{brought} in {into}. Build an edition: kiosk build {into} --into DIR")
