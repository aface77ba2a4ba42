"""The table of commands, loaded one at a time, and how errors leave the program."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from typing import Any

import click

from kiosk import __version__
from kiosk.errors import SignpostError

COMMANDS = {
    "run": "kiosk.cli.run:run",
    "tour": "kiosk.cli.tour:tour",
    "audit": "kiosk.cli.audit:audit",
    "import": "kiosk.cli.bring_in:import_",
    "export": "kiosk.cli.give_back:export",
    "places": "kiosk.cli.places:places",
    "build": "kiosk.cli.build:build",
    "check": "kiosk.cli.build:check",
    "edition": "kiosk.cli.editions:edition",
    "search": "kiosk.cli.find:search",
    "show": "kiosk.cli.show:show",
    "compare": "kiosk.cli.compare:compare",
    "whats-on": "kiosk.cli.whats_on:whats_on",
    "estimate": "kiosk.cli.estimate:estimate",
    "choose": "kiosk.cli.choose:choose",
    "booklet": "kiosk.cli.booklet:booklet",
    "print": "kiosk.cli.booklet:print_",
    "speak": "kiosk.cli.speak:speak",
    "settings": "kiosk.cli.settings:settings",
    "doctor": "kiosk.cli.doctor:doctor",
}


class LazyGroup(click.Group):
    """Imports a command's module only when that command is wanted, and turns our errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SignpostError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)
        except sqlite3.Error as error:
            click.echo(f"The edition's database can't be read; build it or copy it here again ({error}).", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            raise  # the reader has gone, as with "| head": click ends quietly
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"{place}{error.strerror or error}", err=True)
            ctx.exit(2)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kiosk")
def command_line() -> None:
    """Signpost: an offline information kiosk for adult social care."""
