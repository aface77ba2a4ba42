"""The pages made from the program agree with it, and every command in the table opens."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest

from kiosk.cli.commands import COMMANDS, command_line

_SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "generated_docs.py"


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generated_docs", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_settings_page_is_the_settings_table() -> None:
    assert (_SCRIPT.parent.parent / "docs" / "settings.md").read_text(encoding="utf-8") == _generator().settings_page()


def test_the_commands_page_is_what_the_commands_say() -> None:
    assert (_SCRIPT.parent.parent / "docs" / "commands.md").read_text(encoding="utf-8") == _generator().commands_page()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_in_the_table_opens_and_says_what_it_does(name: str) -> None:
    command = command_line.get_command(click.Context(command_line, info_name="kiosk"), name)
    assert command is not None
    assert command.help
