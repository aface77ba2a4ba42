"""Where ``kiosk export`` writes: a folder for each source, never over what others put there, nothing half-written."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from exporting import run, texts_in
from finished_services import back, write_source

from kiosk.directory.exporters import write_export


def test_each_source_has_its_own_folder_with_its_licence(tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One"}}, "vale", licence="OGL", name="Vale's")
    write_source(source, {"1": {"id": "1", "name": "Eins"}}, "dale")
    result = run(source, "--format", "oruk3", "--into", tmp_path / "out", "--json")
    assert json.loads(result.output) == {
        "into": str(tmp_path / "out"), "format": "oruk3", "services": {"dale": 1, "vale": 1}, "left_out": []
    }  # fmt: skip
    page = json.loads((tmp_path / "out" / "vale" / "services.json").read_text(encoding="utf-8"))
    assert page["x_signpost_source"] == {"name": "Vale's", "licence": "OGL"}
    run(source, "--format", "hsds-csv", "--into", tmp_path / "tables")
    package = json.loads((tmp_path / "tables" / "vale" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"title": "OGL"}]
    assert package["x_signpost_source"] == {"name": "Vale's", "licence": "OGL"}
    assert [resource["path"] for resource in package["resources"]] == ["services.csv"]


def test_only_an_untouched_export_is_replaced(tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One"}, "2": {"id": "2", "name": "Two"}})
    out = tmp_path / "out"
    out.mkdir()
    assert run(source, "--format", "oruk3", "--into", out).exit_code == 0
    write_source(source, {"1": {"id": "1", "name": "Uno"}})
    assert run(source, "--format", "hsds-csv", "--into", out).exit_code == 0
    assert back(out / "vale")["1"]["name"] == "Uno"
    assert not (out / "vale" / "services").exists()
    for change in ("vale/services.csv", "vale/letter.txt"):
        with (out / change).open("a", encoding="utf-8") as file:
            file.write("mine")
        result = run(source, "--format", "oruk3", "--into", out)
        assert result.exit_code == 2
        assert f"{change} there is not as an export wrote it" in result.output
        assert (out / "vale" / "services.csv").is_file()
        (out / change).write_bytes((out / change).read_bytes().removesuffix(b"mine"))
        if change.endswith("txt"):
            (out / change).unlink()
    assert run(source, "--format", "oruk3", "--into", out).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "source"]


@pytest.mark.parametrize("place", ["mine", "mine/letter.txt", "source", "source/directory/export"])
def test_other_peoples_things_are_not_written_to(place, tmp_path):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One"}})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("hello", encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    result = run(source, "--format", "oruk3", "--into", tmp_path / place)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert set(tmp_path.rglob("*")) == before


def test_a_full_disk_is_one_sentence_and_leaves_the_old_export(tmp_path, monkeypatch):
    source = write_source(tmp_path / "source", {"1": {"id": "1", "name": "One"}})
    out = tmp_path / "out"
    run(source, "--format", "oruk3", "--into", out)
    before = texts_in(out)
    write = write_export._write

    def full(path: Path, text: str) -> None:
        if path.parent.name == "services":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, text)

    monkeypatch.setattr(write_export, "_write", full)
    result = run(source, "--format", "oruk3", "--into", out)
    assert result.exit_code == 2
    assert result.output == f"{out}: this could not be written (no space left on device), so nothing was changed\n"
    assert texts_in(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "source"]


def test_a_source_without_services_and_a_missing_one(tmp_path):
    (tmp_path / "source").mkdir()
    for name, said in (("source", "no services"), ("nothing", "no such folder")):
        result = run(tmp_path / name, "--format", "oruk3", "--into", tmp_path / "out")
        assert result.exit_code == 2
        assert said in result.output
    assert not (tmp_path / "out").exists()
