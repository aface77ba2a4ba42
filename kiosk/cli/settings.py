"""``kiosk settings``: show, read and write this kiosk's settings."""

from __future__ import annotations

import json

import click

from kiosk import settings as table
from kiosk.errors import InputError


@click.group()
def settings() -> None:
    """This kiosk's settings."""


@settings.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def show(ctx: click.Context, as_json: bool) -> None:
    """List every setting with its value and where it comes from.

    Exit code 1 when a value somewhere could not be used and was left out.
    """
    loaded = table.load()
    origins = loaded.origins or {}
    if as_json:
        rows = [
            {"name": row.name, "value": loaded[row.name], "origin": origins.get(row.name, "built-in"), "help": row.help}
            for row in table.TABLE
        ]
        click.echo(json.dumps({"settings": rows, "problems": list(loaded.problems)}, ensure_ascii=False))
    else:
        width = max(len(row.name) for row in table.TABLE)
        for row in table.TABLE:
            click.echo(f"{row.name:{width}}  {_shown(loaded[row.name])}  ({origins.get(row.name, 'built-in')})")
        for problem in loaded.problems:
            click.echo(f"Left out: {problem}", err=True)
    ctx.exit(1 if loaded.problems else 0)


@settings.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def get(name: str, as_json: bool) -> None:
    """Print the value of one setting."""
    row = _row(name)
    value = table.load()[row.name]
    if as_json:
        click.echo(json.dumps({"name": row.name, "value": value, "help": row.help}, ensure_ascii=False))
    else:
        click.echo(_plain(value))


@settings.command("set")
@click.argument("name")
@click.argument("value")
def set_(name: str, value: str) -> None:
    """Write one setting into this kiosk's own file; it counts from the next start."""
    row = _row(name)
    try:
        path = table.save(row.name, value)
    except ValueError as error:
        raise InputError(f"{row.name} {error}; {value!r} was not kept. {row.help}") from error
    loaded = table.load()
    click.echo(f"{row.name} is now {_shown(row.read(value))} (in {path})")
    origin = (loaded.origins or {}).get(row.name)
    if origin != str(path):
        click.echo(f"It does not count yet: {origin} is stronger and says {_shown(loaded[row.name])}.", err=True)


def _row(name: str) -> table.Setting:
    row = table.NAMES.get(name)
    if row is None:
        import difflib

        near = difflib.get_close_matches(name, table.NAMES, 1)
        hint = f" Did you mean {near[0]}?" if near else " `kiosk settings show` lists them all."
        raise InputError(f"There is no setting called {name}.{hint}")
    return row


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shown(value: object) -> str:
    return "empty" if value == "" else _plain(value)
