"""``kiosk run``: opens the window. Kept free of the command library, so that the first picture comes fast."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

USAGE = """Usage: kiosk run [--windowed] [--edition DIR] [--shape WIDTHxHEIGHT[@MM]] [--at SCREEN]

  Open the kiosk. Bare `kiosk` is the same.

Options:
  --windowed       In a window instead of the whole screen.
  --edition DIR    Show this edition instead of the current one.
  --shape SHAPE    Size in pixels, and in millimetres across, for example 1920x1080@476.
  --at SCREEN      Start at a screen, for example home.
  -h, --help       Show this message and exit.
"""


def run_from_arguments(arguments: Sequence[str]) -> int:
    """Read the few options of ``kiosk run`` and open the window; returns the exit code."""
    options = {"--edition": "", "--shape": "", "--at": ""}
    windowed = False
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if word in ("-h", "--help"):
            print(USAGE)
            return 0
        if word == "--windowed":
            windowed = True
        elif name in options and (equals or rest):
            options[name] = value if equals else rest.pop(0)
        else:
            print(f"kiosk run does not know {word!r}.\n\n{USAGE}", file=sys.stderr)
            return 2
    gc.disable()  # until the first picture: nothing made on the way there is thrown away
    from kiosk.ui.start import start

    return start(options["--edition"], windowed, options["--shape"], options["--at"])


def __getattr__(name: str) -> click.Command:
    if name != "run":
        raise AttributeError(name)
    import click

    @click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    @click.pass_context
    def run(ctx: click.Context, arguments: tuple[str, ...]) -> None:
        """Open the kiosk."""
        ctx.exit(run_from_arguments(arguments))

    return run
