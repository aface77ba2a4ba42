"""Editions of older schemas: shown after an update of the program, without a network, and never written to."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths, resources
from kiosk.cli.commands import command_line
from kiosk.doctor import parts
from kiosk.edition import current, older
from kiosk.edition.bring_up import bring_up
from kiosk.edition.build import build
from kiosk.edition.manifest import DATABASE, MANIFEST, OLDEST, SCHEMA, file_sha256, read_manifest
from kiosk.edition.migrations import STEPS, Step, brought_up
from kiosk.edition.reader import open_edition, verify
from kiosk.errors import EditionError
from kiosk.records import Record
from kiosk.search import Query, search

FIXTURES = Path(__file__).parent / "fixtures"
EVERY = [f"schema{number}" for number in range(OLDEST, SCHEMA + 1)]


@pytest.fixture(autouse=True)
def _no_bundled_demonstration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "demo_edition", lambda: tmp_path / "no-demo")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the oldest fixture that may be changed."""
    return Path(shutil.copytree(FIXTURES / f"schema{OLDEST}", tmp_path / "old"))


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time it was last changed."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def kept() -> list[Path]:
    """The brought-up editions in the cache, unfinished ones too."""
    return sorted(older.brought_up_folder().iterdir()) if older.brought_up_folder().is_dir() else []


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


@pytest.mark.parametrize("name", EVERY)
def test_an_edition_of_each_schema_opens_answers_and_keeps_its_digest(name: str) -> None:
    folder = FIXTURES / name
    before = state_of(folder)
    edition = open_edition(folder)
    assert edition.manifest == read_manifest(folder)
    assert edition.folder == folder
    assert [hit.name for hit in search(edition.connection, Query(words="lunch")).hits] == ["Ambleford Lunch Club"]
    assert search(edition.connection, Query(words="dinner")).hits
    assert search(edition.connection, Query(words="meal")).guides
    assert sorted(title.id for title in edition.library.titles("en")) == ["asking", "eating"]
    service = edition.service("ambleford:lunch")
    assert service is not None
    assert service.phones[0].number == "01632 960123"
    edition.close()
    assert state_of(folder) == before


@pytest.mark.parametrize("name", EVERY)
def test_an_edition_of_each_schema_can_be_searched_and_shown_by_command(name: str) -> None:
    found = run("search", "lunch", "--edition", FIXTURES / name, "--json")
    shown = run("show", "ambleford:lunch", "--edition", FIXTURES / name)
    assert (found.exit_code, shown.exit_code) == (0, 0)
    assert "Ambleford Lunch Club" in found.stdout
    assert "Tuesday" in shown.stdout


def test_every_schema_has_a_fixture_and_a_step() -> None:
    assert [read_manifest(FIXTURES / name).schema for name in EVERY] == list(range(OLDEST, SCHEMA + 1))
    assert [(step.since, step.to) for step in STEPS] == [(number, number + 1) for number in range(OLDEST, SCHEMA)]


def test_what_is_kept_says_the_same_and_holds_the_same_records(old: Path) -> None:
    open_edition(old).close()
    [place] = kept()
    made, before = verify(place), read_manifest(old)
    assert made == replace(
        before, schema=SCHEMA, database_size=made.database_size, database_sha256=made.database_sha256
    )
    assert file_sha256(place / DATABASE) == made.database_sha256


def test_the_same_tables_come_out_as_from_a_build_today(old: Path, tmp_path: Path) -> None:
    def tables(folder: Path) -> dict[str, list[tuple[object, ...]]]:
        connection = sqlite3.connect(folder / DATABASE)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
        connection.close()
        return found

    open_edition(old).close()
    build(FIXTURES / "source", tmp_path / "today")
    assert tables(kept()[0]) == tables(tmp_path / "today")


def test_it_is_made_once(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_edition(old).close()
    [place] = kept()
    before = state_of(place)

    def never(*_: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr(older, "_run", never)
    open_edition(old).close()
    assert kept() == [place]
    assert state_of(place) == before


@pytest.mark.parametrize("name", [DATABASE, MANIFEST])
def test_what_is_kept_is_made_again_when_it_was_damaged(old: Path, name: str) -> None:
    open_edition(old).close()
    path = kept()[0] / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-40] + b"x" * 40)
    edition = open_edition(old)
    assert search(edition.connection, Query(words="lunch")).hits
    edition.close()
    verify(kept()[0])
    assert len(kept()) == 1


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("name", [DATABASE, MANIFEST])
def test_a_damaged_old_edition_is_refused(old: Path, name: str, first: bool) -> None:
    if first:
        open_edition(old).close()
    path = old / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(EditionError, match="not shown"):
        open_edition(old)
    assert bool(kept()) is first


def test_an_old_edition_whose_records_do_not_fit_its_digest_is_refused(old: Path) -> None:
    with sqlite3.connect(old / DATABASE) as connection:
        connection.execute("UPDATE record SET json = replace(json, '01632', '09000')")
    connection.close()
    database = old / DATABASE
    manifest = replace(read_manifest(old), database_size=database.stat().st_size, database_sha256=file_sha256(database))
    manifest.write(old)
    with pytest.raises(EditionError, match="digest"):
        open_edition(old)
    assert kept() == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"schema": SCHEMA + 1}, "newer version of Signpost; update"),
        ({"format": 2, "schema": SCHEMA}, "newer version of Signpost; update"),
        ({"schema": OLDEST - 1}, "build it again"),
        ({"schema": "2"}, "build it again"),
        ({"schema": True}, "build it again"),
        ({"schema": None}, "build it again"),
    ],
)
def test_an_edition_of_a_newer_or_unknown_schema_is_refused(old: Path, changes: dict[str, object], said: str) -> None:
    replace(read_manifest(old), **changes).write(old)  # type: ignore[arg-type]
    with pytest.raises(EditionError, match=said):
        open_edition(old)
    assert kept() == []


def test_the_current_edition_of_an_older_program_is_shown_after_an_update(old: Path) -> None:
    current.use(old).close()
    shutil.rmtree(old)
    edition = current.open_current()
    assert edition.manifest.schema == OLDEST
    assert search(edition.connection, Query(words="lunch")).hits
    assert current.newer_edition(edition) is None
    edition.close()


def test_building_into_an_old_edition_builds_it_anew(old: Path) -> None:
    assert build(FIXTURES / "source", old).changed
    assert read_manifest(old).schema == SCHEMA


def test_what_was_made_of_editions_that_are_gone_is_removed(old: Path, tmp_path: Path) -> None:
    open_edition(old).close()
    assert len(kept()) == 1
    build(FIXTURES / "source", tmp_path / "today")
    current.use(tmp_path / "today").close()
    assert kept() == []


def test_what_was_made_of_the_edition_before_stays(old: Path, tmp_path: Path) -> None:
    current.use(old).close()
    source = Path(shutil.copytree(FIXTURES / "source", tmp_path / "source"))
    (source / "guides" / "en" / "care" / "eating.md").unlink()
    build(source, tmp_path / "today")
    current.use(tmp_path / "today").close()
    [place] = kept()
    before = state_of(place)
    current.roll_back().close()
    assert state_of(place) == before


def test_two_processes_at_once_both_show_it(old: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.edition.reader import open_edition;"
        "e = open_edition(Path(sys.argv[1])); print(e.connection.execute('SELECT count(*) FROM service').fetchone()[0])"
    )
    command = [sys.executable, "-c", program, str(old)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate() for process in both] == [("5\n", ""), ("5\n", "")]
    [place] = kept()
    verify(place)


def test_a_place_taken_meanwhile_by_another_process_is_used(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = older._run

    def slower(folder: Path, into: Path) -> None:
        real(folder, into)
        place = into.parent / older._name(read_manifest(folder))
        if not place.exists():
            shutil.copytree(into, place)

    monkeypatch.setattr(older, "_run", slower)
    edition = open_edition(old)
    assert edition.connection.execute("SELECT count(*) FROM service").fetchone() == (5,)
    edition.close()
    assert len(kept()) == 1


def test_where_nothing_can_be_kept_it_is_made_in_passing(
    old: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    paths.home().mkdir(parents=True, exist_ok=True)
    paths.cache().write_text("a file stands where the folder should be")
    edition = open_edition(old)
    assert search(edition.connection, Query(words="lunch")).hits
    assert "cannot be kept" in caplog.text
    assert list((tmp_path / "temporary").iterdir()) == []
    edition.close()


@pytest.fixture
def full_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder on a disk with room for next to nothing."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a tiny disk needs root")
    disk = tmp_path / "full"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine does not let us mount a tiny disk")
    monkeypatch.setenv("SIGNPOST_HOME", str(disk))
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_on_a_full_disk_it_is_made_in_passing(old: Path, full_home: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = state_of(old)
    edition = open_edition(old)
    assert search(edition.connection, Query(words="lunch")).hits
    edition.close()
    assert "cannot be kept" in caplog.text
    assert kept() == []
    assert state_of(old) == before


def test_a_disk_that_is_full_everywhere_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(older, "_run", full)
    with pytest.raises(EditionError, match="disk is full or cannot be written"):
        open_edition(old)
    assert kept() == []


def test_the_current_edition_that_cannot_be_brought_up_gives_way(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(FIXTURES / "source", tmp_path / "today")
    source = Path(shutil.copytree(FIXTURES / "source", tmp_path / "source"))
    (source / "guides" / "en" / "care" / "eating.md").unlink()
    build(source, tmp_path / "other")
    current.use(tmp_path / "other").close()
    current.use(old).close()
    shutil.rmtree(paths.cache())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(older, "_run", full)
    edition = current.open_current()
    assert edition.manifest.schema == SCHEMA
    edition.close()


def test_a_full_disk_is_told_by_the_child(old: Path) -> None:
    with pytest.raises(OSError, match=r"cannot be|No such|not exist"):
        older._run(old, old.parent / "nowhere")


def test_records_that_cannot_be_read_are_told(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(record: Record) -> Record:
        raise KeyError(record.key)

    monkeypatch.setattr("kiosk.edition.bring_up.brought_up", lambda records, _: tuple(map(wrong, records)))
    (tmp_path / "into").mkdir()
    with pytest.raises(EditionError, match="build it again"):
        bring_up(old, tmp_path / "into")


def test_records_go_through_the_steps_from_their_own_schema_on() -> None:
    def renamed(old_name: str, new_name: str) -> Step:
        number = int(new_name[1:])

        def change(record: Record) -> Record | None:
            if record.key == "gone":
                return None
            return Record(record.kind, record.key, {new_name: record.body[old_name]})

        return Step(number - 1, number, change)

    steps = tuple(renamed(f"v{number - 1}", f"v{number}") for number in (SCHEMA - 1, SCHEMA))
    first, second = Record("guide", "a", {f"v{SCHEMA - 2}": 1}), Record("guide", "b", {f"v{SCHEMA - 1}": 2})
    gone = Record("guide", "gone", {})
    assert brought_up([first, gone], SCHEMA - 2, steps) == (Record("guide", "a", {f"v{SCHEMA}": 1}),)
    assert brought_up([second], SCHEMA - 1, steps) == (Record("guide", "b", {f"v{SCHEMA}": 2}),)


def test_an_edition_of_this_schema_needs_none_of_this() -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.edition.current import open_current;"
        "open_current(Path(sys.argv[1])); print([name for name in sys.modules if name in"
        " ('kiosk.edition.older', 'kiosk.edition.migrations', 'kiosk.edition.build', 'subprocess', 'tempfile')])"
    )
    command = [sys.executable, "-c", program, str(FIXTURES / f"schema{SCHEMA}")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_doctor_says_that_an_edition_was_brought_up(old: Path) -> None:
    findings = {finding.code: finding for finding in parts._edition(old)[0]}
    assert findings["edition"].level == "ok"
    assert findings["edition.older"].level == "warning"
    assert "older version" in findings["edition.older"].cause
    assert "again" in findings["edition.older"].next_step
    today = {finding.code for finding in parts._edition(FIXTURES / f"schema{SCHEMA}")[0]}
    assert "edition.older" not in today


def test_the_doctor_says_that_it_cannot_be_kept(old: Path) -> None:
    paths.home().mkdir(parents=True, exist_ok=True)
    paths.cache().write_text("in the way")
    [finding] = [finding for finding in parts._edition(old)[0] if finding.code == "edition.older"]
    assert "at every start" in finding.cause
    assert str(older.brought_up_folder()) in finding.cause


def test_the_list_of_editions_names_old_ones(old: Path) -> None:
    current.use(old).close()
    assert [row["name"] for row in json.loads(run("edition", "list", "--json").stdout)["editions"]] == ["Old Ambleford"]
