"""The command line: one module per group of commands, imported only when its command is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of ``kiosk``; opening the window does not import the command library."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == "run":
        from kiosk.cli.run import run_from_arguments

        raise SystemExit(run_from_arguments(arguments[1:]))
    from kiosk.cli.commands import command_line

    command_line()
