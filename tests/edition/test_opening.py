"""Opening editions: a changed one is never shown, and there is always one to fall back to."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_sources import write_guide, write_source

from kiosk import paths, resources
from kiosk.cli.commands import command_line
from kiosk.edition import current, reader
from kiosk.edition.build import build
from kiosk.edition.manifest import DATABASE, MANIFEST, Manifest, file_sha256, read_manifest
from kiosk.edition.reader import open_edition, verify
from kiosk.errors import EditionError

SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _no_bundled_demonstration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "demo_edition", lambda: tmp_path / "no-demo")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build(write_source(folder / "source"), folder / "edition")
    return folder / "edition"


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    source = write_source(tmp_path / "source")
    folders = []
    for number in range(3):
        write_guide(source, f"Edition {number}.")
        build(source, tmp_path / f"e{number}")
        folders.append(tmp_path / f"e{number}")
    return folders


def flip(path: Path, offset: int, mask: int) -> bytes:
    data = path.read_bytes()
    changed = bytearray(data)
    changed[offset % len(changed)] ^= mask
    path.write_bytes(changed)
    return data


@SLOW
@given(name=st.sampled_from([DATABASE, MANIFEST]), offset=st.integers(0, 10**7), mask=st.integers(1, 255))
def test_an_edition_with_one_changed_byte_is_not_opened(copy: Path, name: str, offset: int, mask: int) -> None:
    before = flip(copy / name, offset, mask)
    try:
        with pytest.raises(EditionError):
            open_edition(copy)
        with pytest.raises(EditionError):
            verify(copy)
    finally:
        (copy / name).write_bytes(before)
    open_edition(copy).close()


def test_every_byte_of_the_manifest_counts(copy: Path) -> None:
    path = copy / MANIFEST
    whole = path.read_bytes()
    for offset in range(len(whole)):
        changed = bytearray(whole)
        changed[offset] = 0x20 if changed[offset] != 0x20 else 0x0A
        path.write_bytes(changed)
        with pytest.raises(EditionError):
            read_manifest(copy)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b" " * 300_000, b'{"seal": ""}'])
def test_a_manifest_of_rubbish_is_not_opened(copy: Path, data: bytes) -> None:
    (copy / MANIFEST).write_bytes(data)
    with pytest.raises(EditionError):
        open_edition(copy)


@pytest.mark.parametrize("name", [DATABASE, MANIFEST])
def test_a_missing_file_is_told(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(EditionError):
        open_edition(copy)


@pytest.mark.parametrize("name", [DATABASE, MANIFEST])
def test_a_folder_in_the_place_of_a_file_is_told(copy: Path, name: str) -> None:
    size = (copy / name).stat().st_size
    (copy / name).unlink()
    (copy / name).mkdir()
    assert size
    with pytest.raises(EditionError):
        open_edition(copy)


@pytest.mark.parametrize("change", [-1, 1])
def test_a_cut_or_longer_database_is_not_opened(copy: Path, change: int) -> None:
    data = (copy / DATABASE).read_bytes()
    (copy / DATABASE).write_bytes(data[:change] if change < 0 else data + b"x")
    with pytest.raises(EditionError):
        open_edition(copy)


def resealed(folder: Path, **changes: object) -> None:
    manifest = read_manifest(folder)
    fields = {name: getattr(manifest, name) for name in manifest.__slots__} | changes
    Manifest(**fields).write(folder)  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"schema": 99}, {"format": 99}])
def test_an_edition_of_a_newer_version_is_not_opened(copy: Path, changes: dict[str, object]) -> None:
    resealed(copy, **changes)
    with pytest.raises(EditionError, match="newer version"):
        open_edition(copy)


def test_a_database_changed_with_its_manifest_still_fails_its_digest(copy: Path) -> None:
    database = copy / DATABASE
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE record SET json = replace(json, '0300', '0900') WHERE kind = 'contact'")
    connection.close()
    resealed(copy, database_size=database.stat().st_size, database_sha256=file_sha256(database))
    with pytest.raises(EditionError, match="digest"):
        verify(copy)
    with pytest.raises(EditionError, match="digest"):
        current.use(copy)


def test_nothing_can_be_written_through_an_open_edition(built: Path) -> None:
    edition = open_edition(built)
    with pytest.raises(sqlite3.OperationalError):
        edition.connection.execute("DELETE FROM record")
    edition.close()


def test_opening_leaves_no_files_behind(built: Path) -> None:
    edition = open_edition(built)
    edition.library.titles("en")
    assert {path.name for path in built.iterdir()} == {DATABASE, MANIFEST}
    edition.close()


def shown() -> str:
    edition = current.open_current()
    edition.close()
    return edition.manifest.digest


def test_the_edition_switched_in_is_the_one_shown(three: list[Path]) -> None:
    for folder in three:
        current.use(folder).close()
        assert shown() == read_manifest(folder).digest


def test_switching_in_copies_so_that_the_original_may_go(three: list[Path]) -> None:
    wanted = read_manifest(three[0]).digest
    current.use(three[0]).close()
    shutil.rmtree(three[0])
    assert shown() == wanted


def test_rolling_back_shows_the_one_before_and_forward_again(three: list[Path]) -> None:
    digests = [read_manifest(folder).digest for folder in three]
    current.use(three[0]).close()
    current.use(three[1]).close()
    current.roll_back().close()
    assert shown() == digests[0]
    current.roll_back().close()
    assert shown() == digests[1]


def test_without_an_older_edition_there_is_nothing_to_roll_back_to(three: list[Path]) -> None:
    with pytest.raises(EditionError, match="no older"):
        current.roll_back()
    current.use(three[0]).close()
    current.use(three[0]).close()
    with pytest.raises(EditionError, match="no older"):
        current.roll_back()


def test_a_broken_current_edition_gives_way_to_the_one_before(three: list[Path]) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    flip(paths.home() / "editions" / read_manifest(three[1]).digest[:16] / DATABASE, 5000, 1)
    assert shown() == read_manifest(three[0]).digest


def test_a_broken_edition_is_never_rolled_back_to(three: list[Path]) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    flip(paths.home() / "editions" / read_manifest(three[0]).digest[:16] / DATABASE, 5000, 1)
    with pytest.raises(EditionError):
        current.roll_back()
    assert shown() == read_manifest(three[1]).digest


def test_switching_in_mends_a_broken_copy_of_the_same_edition(three: list[Path]) -> None:
    current.use(three[0]).close()
    flip(paths.home() / "editions" / read_manifest(three[0]).digest[:16] / DATABASE, 5000, 1)
    current.use(three[0]).close()
    assert shown() == read_manifest(three[0]).digest


def test_a_broken_edition_is_not_switched_in_and_the_old_one_stays(three: list[Path]) -> None:
    current.use(three[0]).close()
    flip(three[1] / DATABASE, 5000, 1)
    with pytest.raises(EditionError):
        current.use(three[1])
    assert shown() == read_manifest(three[0]).digest
    assert [path.name for path in (paths.home() / "editions").iterdir()] == [read_manifest(three[0]).digest[:16]]


def test_a_copy_that_went_wrong_is_not_switched_in(three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    current.use(three[0]).close()
    copytree = shutil.copytree

    def copies_badly(source: Path, target: Path, **how: bool) -> Path:
        place = Path(copytree(source, target, **how))
        flip(place / DATABASE, 5000, 1)
        return place

    monkeypatch.setattr(shutil, "copytree", copies_badly)
    with pytest.raises(EditionError):
        current.use(three[1])
    assert shown() == read_manifest(three[0]).digest
    assert len(list((paths.home() / "editions").iterdir())) == 1


RUBBISH = [b"", b"\xff\xfe", b"../../etc", b"/etc", b".", b"..", b"\0", b"a" * 5000, b"nowhere\n", b"x\ny\n", b" "]


@pytest.mark.parametrize("data", RUBBISH)
def test_a_pointer_of_rubbish_gives_way_to_the_edition_before(three: list[Path], data: bytes) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    (paths.home() / "current").write_bytes(data)
    assert shown() == read_manifest(three[0]).digest
    current.use(three[2]).close()
    assert shown() == read_manifest(three[2]).digest


@SLOW
@given(data=st.binary(max_size=300))
def test_no_pointer_makes_the_kiosk_stop(three: list[Path], data: bytes) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    (paths.home() / "current").write_bytes(data)
    assert shown() in {read_manifest(folder).digest for folder in three}


def test_a_folder_in_the_place_of_a_pointer_gives_way(three: list[Path]) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    (paths.home() / "current").unlink()
    (paths.home() / "current").mkdir()
    assert shown() == read_manifest(three[0]).digest


def test_the_demonstration_is_the_last_resort(three: list[Path], built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "demo_edition", lambda: built)
    assert shown() == read_manifest(built).digest
    current.use(three[0]).close()
    assert shown() == read_manifest(three[0]).digest
    flip(paths.home() / "editions" / read_manifest(three[0]).digest[:16] / DATABASE, 5000, 1)
    assert shown() == read_manifest(built).digest


def test_with_nothing_to_show_it_says_how_to_build_one() -> None:
    with pytest.raises(EditionError, match="kiosk build"):
        current.open_current()


def test_when_nothing_can_be_shown_the_reason_is_that_of_the_current_edition(three: list[Path]) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    for folder in three[:2]:
        flip(paths.home() / "editions" / read_manifest(folder).digest[:16] / DATABASE, 5000, 1)
    with pytest.raises(EditionError, match=read_manifest(three[1]).digest[:16]):
        current.open_current()


def test_a_disk_that_cannot_be_read_gives_way_too(three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    current.use(three[0]).close()
    current.use(three[1]).close()
    broken = paths.home() / "editions" / read_manifest(three[1]).digest[:16] / DATABASE
    whole = reader.file_sha256

    def bad_sector(path: Path) -> str:
        if path == broken:
            raise OSError(5, "Input/output error")
        return whole(path)

    monkeypatch.setattr(reader, "file_sha256", bad_sector)
    assert shown() == read_manifest(three[0]).digest


def test_an_edition_that_failed_while_it_was_shown_is_not_chosen_again(three: list[Path]) -> None:
    current.use(three[0]).close()
    now = current.use(three[1])
    now.close()
    other = current.open_last_good(not_this=now.folder)
    other.close()
    assert other.manifest.digest == read_manifest(three[0]).digest


def test_a_chosen_edition_is_not_replaced_by_another(three: list[Path], copy: Path) -> None:
    current.use(three[0]).close()
    flip(copy / DATABASE, 5000, 1)
    with pytest.raises(EditionError):
        current.open_current(copy)


def test_old_editions_are_swept_but_never_the_current_or_the_one_before(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    names = []
    for number in range(6):
        write_guide(source, f"Edition {number}.")
        build(source, tmp_path / f"e{number}")
        current.use(tmp_path / f"e{number}").close()
        names.append(read_manifest(tmp_path / f"e{number}").digest[:16])
    kept = {path.name for path in (paths.home() / "editions").iterdir()}
    assert len(kept) <= 4
    assert set(names[-2:]) <= kept
    current.roll_back().close()
    assert shown()[:16] == names[-2]


def test_the_command_lists_switches_and_rolls_back(three: list[Path]) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(command_line, ["edition", *arguments])
        return result.exit_code, result.output

    assert run("use", str(three[0]))[0] == 0
    assert run("use", str(three[1]))[0] == 0
    code, output = run("list", "--json")
    states = {Path(row["folder"]).name: row["state"] for row in json.loads(output)["editions"]}
    first, second = (read_manifest(folder).digest[:16] for folder in three[:2])
    assert (code, states) == (0, {first: "previous", second: "current"})
    assert run("rollback")[0] == 0
    assert shown()[:16] == first
    flip(paths.home() / "editions" / second / MANIFEST, 50, 1)
    assert "damaged" in run("list")[1]
    code, output = run("use", str(three[2] / "nowhere"))
    assert code == 2
    assert "Traceback" not in output
