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
    click.echo(f"{row.name} is now {_shown(row.read(value))} (in {path})")
    _say_what_is_stronger(row.name)


@settings.command()
def calibrate() -> None:
    """Measure the screen: hold a bank card against it and make a drawing as wide.

    Opens a page for staff on the whole screen. Exit code 2 when the width could not be kept, 3 without a display.
    """
    from kiosk.ui.measuring import measure
    from kiosk.ui.screens.calibrate import KEPT

    outcome = measure()
    if not outcome:
        click.echo("Nothing was changed.")
    elif outcome == KEPT:
        width = table.load(environ={})["screen.width_mm"]
        click.echo(f"screen.width_mm is now {_shown(width)} (in {table.user_file()})")
        _say_what_is_stronger("screen.width_mm")
    else:
        raise InputError("the width was not kept: it cannot be written here", table.user_file())


def _say_what_is_stronger(name: str) -> None:
    """A value that was written may be overruled by one from elsewhere."""
    loaded = table.load()
    origin = (loaded.origins or {}).get(name)
    if origin != str(table.user_file()):
        click.echo(f"It does not count yet: {origin} is stronger and says {_shown(loaded[name])}.", err=True)


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
