"""Settings: the stronger layer wins, nonsense is left out and told, and nothing stops the kiosk from starting."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk import settings as table
from kiosk.settings import NAMES, TABLE, load, save, user_file, variable

SLOW = hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.fixture
def system_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "etc" / "kiosk.toml"
    monkeypatch.setattr(table, "SYSTEM_FILE", path)
    return path


def test_every_default_is_a_value_its_own_row_accepts() -> None:
    for row in TABLE:
        assert row.read(row.default) == row.default
        assert row.help.endswith(".")
    assert load(environ={}).problems == ()


def test_each_layer_is_stronger_than_the_one_before(system_file: Path) -> None:
    name = "idle.warn_seconds"
    assert load(environ={})[name] == 120
    write(system_file, "[idle]\nwarn_seconds = 30\n")
    assert load(environ={})[name] == 30
    write(user_file(), "idle.warn_seconds = 40\n")
    assert load(environ={})[name] == 40
    environment = {"SIGNPOST_IDLE_WARN_SECONDS": "50"}
    assert load(environ=environment)[name] == 50
    loaded = load({name: 60}, environment)
    assert loaded[name] == 60
    assert (loaded.origins or {})[name] == "command line"


def test_a_bad_value_in_a_strong_layer_leaves_the_weaker_one_standing(system_file: Path) -> None:
    write(system_file, "[screen]\nwidth_mm = 476\n")
    write(user_file(), '[screen]\nwidth_mm = "wide"\n')
    loaded = load(environ={})
    assert loaded["screen.width_mm"] == 476
    assert len(loaded.problems) == 1
    assert "screen.width_mm must be a number" in loaded.problems[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("screen.width_mm", "nan"),
        ("screen.width_mm", float("nan")),
        ("screen.width_mm", "inf"),
        ("screen.width_mm", float("-inf")),
        ("screen.width_mm", -1),
        ("screen.width_mm", 3001),
        ("screen.width_mm", True),
        ("screen.width_mm", None),
        ("screen.width_mm", []),
        ("idle.warn_seconds", float("inf")),
        ("idle.warn_seconds", "9" * 5000),
        ("idle.warn_seconds", 0),
        ("idle.warn_seconds", "soon"),
        ("print.enabled", "perhaps"),
        ("print.enabled", None),
        ("site.kind", "pub"),
        ("screen.theme", ""),
        ("site.name", ["a"]),
        ("site.name", "two\nlines"),
        ("site.name", "bell\x07"),
        ("site.name", "\udcff"),
        ("speech.volume", 1.01),
    ],
)
def test_nonsense_is_left_out_and_told(name: str, value: Any) -> None:
    loaded = load({name: value}, {})
    assert loaded[name] == NAMES[name].default
    assert len(loaded.problems) == 1
    assert name in loaded.problems[0]


def test_an_unknown_setting_is_told(system_file: Path) -> None:
    write(system_file, "[screen]\ncolour = 1\n")
    assert load(environ={}).problems == (f"{system_file}: there is no setting called screen.colour",)


BROKEN = [
    b"[screen", b"\xff\xfe", b"\x7fELF\x00\x01", b"a = " + b"[" * 5000, b"# " + b"x" * 70_000, b"a.b" * 9000,
    b"x" + b".x" * 20_000 + b" = 1", b"a = " + b"9" * 5000, b"# " + b"x" * 10_000_000,
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text[:12]))
def test_a_broken_file_is_told_and_the_defaults_stand(system_file: Path, text: bytes) -> None:
    write(system_file, text)
    loaded = load(environ={})
    assert dict(loaded.values) == {row.name: row.default for row in TABLE}
    assert len(loaded.problems) == 1
    assert str(system_file) in loaded.problems[0]


def folder(path: Path) -> None:
    path.mkdir()


def link_to_nothing(path: Path) -> None:
    path.symlink_to("/nonexistent/kiosk.toml")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_without_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("put", [folder, link_to_nothing, link_to_itself, link_without_end, pipe])
def test_something_else_in_the_place_of_the_file_is_told_and_hangs_nothing(
    system_file: Path, put: Callable[[Path], None]
) -> None:
    system_file.parent.mkdir(parents=True)
    put(system_file)
    loaded = load(environ={})
    assert dict(loaded.values) == {row.name: row.default for row in TABLE}
    assert f"{system_file}: cannot be read" in loaded.problems[0]


@pytest.mark.parametrize("name", ["site.name", "screen.width_mm", "print.enabled", "idle.warn_seconds"])
def test_a_number_without_end_is_told_in_a_line(system_file: Path, name: str) -> None:
    write(system_file, f"{name} = 0x{'f' * 20_000}\n")
    loaded = load(environ={})
    assert loaded[name] == NAMES[name].default
    (problem,) = loaded.problems
    assert name in problem
    assert len(problem) < 300


def test_thousands_of_wrong_lines_are_told_in_a_few(system_file: Path) -> None:
    write(system_file, "".join(f"a{number} = 1\n" for number in range(5000)))
    problems = load(environ={}).problems
    assert len(problems) == 21
    assert problems[-1] == "and 4980 more"


def test_what_is_told_cannot_write_on_the_terminal(system_file: Path) -> None:
    write(system_file, '"screen\\u001b[31m" = 1\n')
    (problem,) = load(environ={}).problems
    assert problem.isprintable()


@SLOW
@given(name=st.sampled_from(sorted(NAMES)), value=st.one_of(st.text(), st.floats(), st.integers(), st.none()))
def test_whatever_is_set_the_value_in_force_is_one_its_row_accepts(name: str, value: Any) -> None:
    loaded = load({name: value}, {variable(name): str(value)})
    assert NAMES[name].read(loaded[name]) == loaded[name]
    assert type(loaded[name]) is NAMES[name].kind


@SLOW
@given(data=st.binary(max_size=200))
def test_no_file_stops_the_kiosk_from_starting(data: bytes) -> None:
    write(user_file(), data)
    assert set(load(environ={}).values) == set(NAMES)


@pytest.mark.parametrize(
    ("word", "value"), [("yes", True), ("ON", True), ("1", True), ("no", False), ("False", False), ("0", False)]
)
def test_yes_and_no_may_be_said_in_several_ways(word: str, value: bool) -> None:
    assert load({"print.enabled": word}, {})["print.enabled"] is value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("site.name", 'The "Old" Library \\ ümlaut مكتبة'),
        ("site.name", ""),
        ("screen.width_mm", "476.5"),
        ("print.enabled", "no"),
        ("idle.warn_seconds", "90"),
    ],
)
def test_a_saved_setting_is_in_force_at_the_next_start(name: str, value: str) -> None:
    path = save(name, value)
    loaded = load(environ={})
    assert loaded[name] == NAMES[name].read(value)
    assert loaded.problems == ()
    assert (loaded.origins or {})[name] == str(path)


@SLOW
@given(value=st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_line_of_words_can_be_saved(value: str) -> None:
    save("site.name", value)
    assert load(environ={})["site.name"] == value


def test_saving_keeps_what_was_there_also_what_is_not_known() -> None:
    write(user_file(), '[site]\nname = "Old"\n\n[other]\n"a key" = 5\n')
    save("screen.theme", "night")
    written = tomllib.loads(user_file().read_text())
    assert written == {"site": {"name": "Old"}, "other": {"a key": 5}, "screen": {"theme": "night"}}


def test_a_bad_value_is_not_saved() -> None:
    save("screen.theme", "night")
    before = user_file().read_bytes()
    with pytest.raises(ValueError, match="one of"):
        save("screen.theme", "tartan")
    with pytest.raises(KeyError):
        save("screen.colour", "red")
    assert user_file().read_bytes() == before


def test_a_broken_file_is_not_overwritten() -> None:
    write(user_file(), "[site\nname = broken")
    with pytest.raises(ValueError, match="not saved"):
        save("screen.theme", "night")
    assert user_file().read_text() == "[site\nname = broken"


def test_variables_are_named_after_settings() -> None:
    assert variable("screen.width_mm") == "SIGNPOST_SCREEN_WIDTH_MM"
    assert len({variable(row.name) for row in TABLE}) == len(TABLE)
