"""``kiosk export``: gives the services of a source folder to others, in their formats."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["oruk3", "hsds-csv"]), required=True, help="Open Referral UK 3.0, or tables."
)
@click.option("--into", required=True, type=click.Path(path_type=Path), help="A new folder, or an earlier export.")
@click.option("--with-notes", is_flag=True, help="Also give the notes that staff added with corrections.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def export(source: Path, form: str, into: Path, with_notes: bool, as_json: bool) -> None:
    """Write the services of the source folder SOURCE for others, one folder for each of its sources.

    Corrections are applied, hidden services are left out, hidden addresses stay hidden.

    oruk3: index.json, services.json (the list) and services/ID.json (each service), as an Open Referral UK 3.0 API has
    them; let a web server answer /services with services.json, and /services/ID with services/ID.json.

    hsds-csv: the tables of HSDS 3.0 for spreadsheets, with datapackage.json.

    kiosk import reads both back with all that was known.
    """
    from kiosk.directory.exporters.write_export import export as write
    from kiosk.directory.importers.report import counted

    done = write(source, into, form, with_notes)
    if as_json:
        summary = {"into": str(into), "format": form, "services": done.services, "left_out": sorted(done.left_out)}
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2))
        return
    for source_id, count in done.services.items():
        click.echo(f"{into / source_id}: {counted(count, 'service')}")
    if done.left_out:
        click.echo(f"left out, as no format has a place for it: {', '.join(sorted(done.left_out))}", err=True)
