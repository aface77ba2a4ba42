"""Runs ``kiosk estimate NAME`` with answers from a file, as a script would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line

Run = Callable[..., Result]


def runs(name: str, edition: Path, folder: Path) -> Run:
    """A function of the answers (an object, the text of a file, or None for no file) and of further words.

    Without ``--on`` the day is 22 November 2026.
    """

    def estimate(answers: Any, *words: str) -> Result:
        if answers is None:
            return CliRunner().invoke(command_line, ["estimate", name, *words])
        file = folder / "answers.json"
        file.write_text(answers if isinstance(answers, str) else json.dumps(answers), encoding="utf-8")
        on = () if "--on" in words else ("--on", "2026-11-22")
        ends = ["--answers", str(file), "--edition", str(edition), *on, *words]
        return CliRunner().invoke(command_line, ["estimate", name, *ends])

    return estimate
