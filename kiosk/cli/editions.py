"""``kiosk edition``: which editions are on this machine, and which one is shown."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kiosk.edition import current


@click.group()
def edition() -> None:
    """The editions on this machine."""


@edition.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_(as_json: bool) -> None:
    """List the editions on this machine."""
    rows = current.known()
    if as_json:
        editions = [{"state": state, "folder": folder, "name": name} for state, folder, name in rows]
        click.echo(json.dumps({"editions": editions}, ensure_ascii=False))
        return
    for state, folder, name in rows:
        click.echo(f"{state:14} {name}  {folder}")


@edition.command()
@click.argument("folder", type=click.Path(path_type=Path))
def use(folder: Path) -> None:
    """Check a built edition and show it from the next visit on."""
    opened = current.use(folder)
    click.echo(f"Now shown: {opened.manifest.name}")


@edition.command()
def rollback() -> None:
    """Show the edition before this one again."""
    opened = current.roll_back()
    click.echo(f"Now shown: {opened.manifest.name}")
