"""Writes the pages of docs/ that come from the program itself, or checks that they still agree with it.

python scripts/generated_docs.py write|check
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import accessibility_page
import click
import needs_page

from kiosk import settings
from kiosk.cli.commands import COMMANDS, command_line
from kiosk.cli.run import USAGE as RUN_USAGE

DOCS = Path(__file__).resolve().parent.parent / "docs"
_MADE = "<!-- Made by `make docs`; change the program, not this page. -->\n"


def settings_page() -> str:
    """The page of all settings, from their table."""
    lines = [
        "# Settings\n",
        _MADE,
        "Order of strength: built-in < `/etc/signpost/kiosk.toml` < `$SIGNPOST_HOME/kiosk.toml` < environment <"
        " the command line. `kiosk settings show` lists the values in force and where each comes from;"
        " `kiosk settings set NAME VALUE` writes one.\n",
        "| setting | built-in | allowed | what it is | variable |",
        "|---|---|---|---|---|",
    ]
    for row in settings.TABLE:
        cells = (
            f"`{row.name}`",
            _value(row.default),
            _allowed(row),
            _cell(row.help),
            f"`{settings.variable(row.name)}`",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "empty" if value == "" else f"`{value}`"


def _allowed(row: settings.Setting) -> str:
    if row.choices:
        return ", ".join(f"`{choice}`" for choice in row.choices)
    if row.kind is bool:
        return "yes or no"
    if row.low is not None and row.high is not None:
        return f"{row.low:g} to {row.high:g}"
    return "text" if row.kind is str else "number"


def commands_page() -> str:
    """The page of all commands with their options, from the commands themselves."""
    parts = [
        "# Commands\n",
        _MADE,
        "Exit codes: 0 done or nothing new · 1 findings · 2 bad input or usage · 3 a part of the machine is missing.\n",
    ]
    parts.extend(_section(words, command) for words, command in _walk())
    return "\n".join(parts)


def _walk() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(command_line, info_name="kiosk")
    for name in sorted(COMMANDS):
        try:
            command = command_line.get_command(context, name)
        except ModuleNotFoundError as error:
            if error.name != COMMANDS[name].partition(":")[0]:
                raise
            print(f"kiosk {name} is in the table of commands but not written yet", file=sys.stderr)
            continue
        assert command is not None
        yield f"kiosk {name}", command
        if isinstance(command, click.Group):
            for inner, subcommand in sorted(command.commands.items()):
                yield f"kiosk {name} {inner}", subcommand


def _section(words: str, command: click.Command) -> str:
    if words == "kiosk run":  # reads its few options by itself, to open the window sooner
        return f"## {words}\n\n```\n{RUN_USAGE.strip()}\n```\n"
    context = click.Context(command, info_name=words)
    usage = " ".join((words, *command.collect_usage_pieces(context)))
    lines = [f"## {words}\n", f"```\n{usage}\n```\n", f"{_paragraphs(command.help or '')}\n"]
    records = [record for option in command.params if (record := option.get_help_record(context)) is not None]
    if records:
        lines += ["| option | what it does |", "|---|---|"]
        lines += [f"| `{_cell(names)}` | {_cell(help_text)} |" for names, help_text in records]
        lines.append("")
    return "\n".join(lines)


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.replace("\b", "").split()) for part in text.split("\n\n"))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "accessibility.md": lambda: accessibility_page.page(_MADE),
    "needs-covered.md": lambda: needs_page.page(_MADE),
}


def differing() -> list[str]:
    """Names of the pages that are missing or not as they would be made now."""
    return [name for name, make in PAGES.items() if _on_disk(name) != make()]


def _on_disk(name: str) -> str | None:
    path = DOCS / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main() -> int:
    """Write the pages, or say which differ."""
    if sys.argv[1:] == ["write"]:
        accessibility_page.write_counts()
        for name, make in PAGES.items():
            (DOCS / name).write_text(make(), encoding="utf-8")
        return 0
    if sys.argv[1:] == ["check"]:
        found = [f"docs/{name} is not as the program would make it; run: make docs" for name in differing()]
        found += accessibility_page.faults()
        for fault in found:
            print(fault)
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
