"""The pages made from the program agree with it, and every command in the table opens."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import accessibility_page
import click
import needs_page
import pytest
from accessibility_page import EVERY_ROW, checklist, row_faults, state

from kiosk.audit.check import Check
from kiosk.cli.commands import COMMANDS, command_line
from kiosk.content.checklist import Row

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


def test_the_accessibility_page_is_the_checklist_with_what_holds_it() -> None:
    generator = _generator()
    page = (_SCRIPT.parent.parent / "docs" / "accessibility.md").read_text(encoding="utf-8")
    assert page == generator.PAGES["accessibility.md"]()
    assert all(f"| {row} |" in page for row in EVERY_ROW)


def test_every_row_has_what_holds_it_or_a_reason() -> None:
    assert accessibility_page.faults() == []
    assert len(EVERY_ROW) == 118
    assert {state(row) for row in checklist()} <= set(accessibility_page.STATES)


HELD = Row("TG-02", "s", "r", "s", tests=("tests/ui/test_keys.py::test_it",))


def _by(test: str) -> Row:
    return HELD._replace(tests=(test,))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            HELD._replace(tests=("tests/ui/test_keys.py::test_that",)),
            "TG-02: there is no test tests/ui/test_keys.py::test_that",
        ),
        (_by("tests/ui/gone.py::test_it"), "there is no test tests/ui/gone.py::test_it"),
        (
            HELD._replace(tests=("tests/ui/test_keys.py::helper",)),
            "TG-02: there is no test tests/ui/test_keys.py::helper",
        ),
        (_by("tests/ui/test_keys.py"), "there is no test tests/ui/test_keys.py"),
        (HELD._replace(tests=()), "TG-02: neither a check nor a test holds it, and no reason is given"),
        (HELD._replace(id="TG-99"), "TG-99: there is no such row to hold"),
        (HELD._replace(id="TG-99"), "TG-02: the checklist does not have this row"),
    ],
)
def test_what_is_untrue_is_told(tmp_path: Path, row: Row, says: str) -> None:
    (tmp_path / "tests" / "ui").mkdir(parents=True)
    (tmp_path / "tests" / "ui" / "test_keys.py").write_text("def test_it(): ...\n\n\ndef helper(): ...\n")
    rest = tuple(Row(other, "s", "r", "s", not_yet="later") for other in sorted(EVERY_ROW - {"TG-02"}))
    assert row_faults((HELD, *rest), [], tmp_path) == []
    assert any(says in fault for fault in row_faults((row, *rest), [], tmp_path))
    nothing = HELD._replace(tests=())
    held = Check("TARGET", "geometry", ("TG-02",), "Says.", lambda seen: ())
    assert row_faults((nothing, *rest), [held], tmp_path) == []
    assert "TARGET: there is no row TG-98" in row_faults(
        (nothing, *rest), [held, held._replace(rows=("TG-98",))], tmp_path
    )


def test_every_need_is_answered_by_a_page_or_the_program_or_has_a_reason() -> None:
    assert needs_page.unanswered() == []
    assert len(tomllib.loads(needs_page.NEEDS.read_text(encoding="utf-8"))) == 50


def test_a_need_that_nothing_answers_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs_page, "guides_by_need", lambda: {"H99": []})
    assert {"H2", "H99"} <= set(needs_page.unanswered())
