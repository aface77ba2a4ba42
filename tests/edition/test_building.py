"""Building an edition: the same source gives the same edition, and a fault leaves nothing behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_sources import CONTACTS_HEAD, write_guide, write_source

from kiosk.cli.commands import command_line
from kiosk.edition import build as build_module
from kiosk.edition.build import build
from kiosk.edition.manifest import read_manifest
from kiosk.edition.reader import open_edition, verify
from kiosk.errors import InputError


def listing(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden things too."""
    return sorted(path.name for path in folder.iterdir())


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "edition"


def test_an_edition_holds_what_its_source_says(small_source: Path, place: Path) -> None:
    manifest = build(small_source, place, date(2026, 11, 22)).manifest
    assert (manifest.name, manifest.area, manifest.trust) == ("Small", "Smallshire", "local")
    assert manifest.counts == {"contact": 3, "figure": 4, "guide": 1, "topic": 1}
    assert manifest.built_on == "2026-11-22"
    edition = open_edition(place)
    assert [title.id for title in edition.library.titles("en")] == ["asking"]
    assert verify(place) == manifest
    edition.close()


def test_building_again_changes_nothing(small_source: Path, place: Path) -> None:
    first = build(small_source, place)
    before = listing(place)
    again = build(small_source, place)
    assert (first.changed, again.changed) == (True, False)
    assert again.manifest == first.manifest
    assert listing(place) == before


def test_two_builds_of_one_source_have_one_digest(small_source: Path, tmp_path: Path) -> None:
    assert build(small_source, tmp_path / "a").manifest.digest == build(small_source, tmp_path / "b").manifest.digest


@pytest.mark.parametrize("change", ["guide", "area", "demonstration", "contact"])
def test_whatever_changes_in_a_source_changes_the_edition(small_source: Path, place: Path, change: str) -> None:
    build(small_source, place)
    about = small_source / "source.toml"
    if change == "guide":
        write_guide(small_source, "Other words.")
    elif change == "area":
        about.write_text(about.read_text().replace("Smallshire", "Bigshire"))
    elif change == "demonstration":
        about.write_text(about.read_text() + "demonstration = true\n")
    else:
        contacts = small_source / "contacts.csv"
        contacts.write_text(contacts.read_text().replace("10am", "11am"))
    built = build(small_source, place)
    assert built.changed
    assert verify(place) == built.manifest
    assert (built.manifest.area == "Bigshire") is (change == "area")
    assert built.manifest.demonstration is (change == "demonstration")


def test_a_damaged_edition_is_built_anew(small_source: Path, place: Path) -> None:
    build(small_source, place)
    database = place / "edition.sqlite"
    database.write_bytes(database.read_bytes()[:-1] + b"\xff")
    assert build(small_source, place).changed
    verify(place)


def test_its_own_records_win_over_its_base(tmp_path: Path, place: Path) -> None:
    write_source(tmp_path / "base", body="The base's words.")
    own = write_source(tmp_path / "own", 'base = "../base"\n', body="Our own words.")
    write_guide(tmp_path / "base", "Only the base has this.", "extra")
    (own / "contacts.csv").write_text(CONTACTS_HEAD + "emergency.999,Our police,,999,,,,yes,yes,no,no,,\n")
    manifest = build(own, place).manifest
    assert manifest.built_from == ("Small", "Small")
    edition = open_edition(place)
    contact, guide = edition.library.contact("emergency.999"), edition.library.guide("asking", "en")
    assert contact is not None
    assert guide is not None
    assert contact.name == "Our police"
    assert "Our own words." in json.dumps(guide.record().body)
    assert edition.library.guide("extra", "en") is not None
    assert edition.library.contact("national.line") is not None
    edition.close()


def test_a_real_source_cannot_build_on_a_demonstration(tmp_path: Path, place: Path) -> None:
    write_source(tmp_path / "made-up", "demonstration = true\n")
    own = write_source(tmp_path / "own", 'base = "../made-up"\n')
    with pytest.raises(InputError, match="invented"):
        build(own, place)
    about = own / "source.toml"
    about.write_text(about.read_text() + "demonstration = true\n")
    assert build(own, place).manifest.demonstration


@pytest.mark.parametrize("base", ["elsewhere", "../source", "."])
def test_a_base_that_is_missing_or_goes_round_is_refused(tmp_path: Path, place: Path, base: str) -> None:
    source = write_source(tmp_path / "source", f'base = "{base}"\n')
    with pytest.raises(InputError, match="base"):
        build(source, place)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("contacts.csv", b"key,name\n"),
        ("contacts.csv", b"\xff\xfe\x00"),
        ("figures.csv", b"key\x00"),
        ("source.toml", b"name = "),
        ("topics.toml", b"a = " + b"[" * 4000),
        ("guides/en/care/asking.md", b""),
        ("guides/en/care/asking.md", b"+++\nid = 1\n+++\n<b>x</b>"),
        ("guides/en/care/asking.md", b"x" * 300_000),
        ("words/en/glossary.csv", b'term,meaning\n"x'),
    ],
)
def test_a_broken_source_names_its_file_exits_2_and_leaves_the_old_edition(
    small_source: Path, place: Path, name: str, content: bytes
) -> None:
    build(small_source, place)
    before = listing(place.parent)
    path = small_source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    result = run("build", small_source, "--into", place)
    assert result.exit_code == 2
    assert str(path) in result.stderr
    assert "Traceback" not in result.output
    assert listing(place.parent) == before
    assert names(place.parent) == ["edition"]


def test_a_broken_source_leaves_no_folder_where_there_was_none(small_source: Path, place: Path) -> None:
    (small_source / "contacts.csv").write_bytes(b"\xff")
    assert run("build", small_source, "--into", place).exit_code == 2
    assert names(place.parent) == []


def test_a_source_that_is_not_there_is_bad_input(tmp_path: Path, place: Path) -> None:
    result = run("build", tmp_path / "nowhere", "--into", place)
    assert (result.exit_code, names(place.parent)) == (2, [])


def test_an_empty_source_is_refused(tmp_path: Path, place: Path) -> None:
    (tmp_path / "source.toml").write_text('name = "Empty"')
    with pytest.raises(InputError, match="no guides and no services"):
        build(tmp_path, place)


@pytest.mark.parametrize("name", ["holiday.jpg", "manifest.json"])
def test_a_folder_of_something_else_is_left_alone(small_source: Path, place: Path, name: str) -> None:
    place.mkdir()
    (place / name).write_text("mine")
    (place / "letter.txt").write_text("mine too")
    before = listing(place)
    assert run("build", small_source, "--into", place).exit_code == 2
    assert listing(place) == before


def test_a_file_is_not_built_over(small_source: Path, place: Path) -> None:
    place.write_text("mine")
    assert run("build", small_source, "--into", place).exit_code == 2
    assert place.read_text() == "mine"


def test_a_build_that_fails_half_way_leaves_the_old_edition(
    small_source: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(small_source, place)
    before = listing(place.parent)
    write_guide(small_source, "New words.")

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build_module, "_flush", full)
    result = run("build", small_source, "--into", place)
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert listing(place.parent) == before
    assert names(place.parent) == ["edition"]


def test_when_the_new_folder_cannot_be_put_in_place_the_old_one_is_put_back(
    small_source: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(small_source, place)
    before = listing(place.parent)
    write_guide(small_source, "New words.")
    rename = Path.rename

    def fails_for_the_new_one(path: Path, target: Path) -> Path:
        if Path(target) == place and not path.name.endswith(".old"):
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_for_the_new_one)
    assert run("build", small_source, "--into", place).exit_code == 2
    monkeypatch.undo()
    assert listing(place.parent) == before
    assert names(place.parent) == ["edition"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a tiny disk needs root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine does not let us mount a tiny disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_edition(small_source: Path, tiny_disk: Path) -> None:
    place = tiny_disk / "edition"
    build(small_source, place)
    before = listing(tiny_disk)
    for number in range(60):
        write_guide(small_source, "Many words. " * 1000, f"page{number}")
    result = run("build", small_source, "--into", place)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "cannot be written" in result.stderr or "space" in result.stderr
    assert listing(tiny_disk) == before
    assert names(tiny_disk) == ["edition"]
    verify(place)


def test_the_command_prints_one_json_object(small_source: Path, place: Path) -> None:
    first = json.loads(run("build", small_source, "--into", place, "--json").stdout)
    again = json.loads(run("build", small_source, "--into", place, "--json").stdout)
    assert (first["changed"], again["changed"]) == (True, False)
    assert first["digest"] == again["digest"] == read_manifest(place).digest


def test_it_builds_into_the_folder_one_stands_in(
    small_source: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.mkdir()
    monkeypatch.chdir(place)
    assert run("build", small_source, "--into", ".").exit_code == 0
    verify(place)
