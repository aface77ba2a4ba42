"""Zip archives and folders of feeds: pages, packages, wicked names, lies about sizes, damage."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from kiosk.directory.importers import archives
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.report import Report
from kiosk.directory.sources import read
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)
FIXTURES = Path(__file__).parent / "fixtures"


def page(*ids: str) -> str:
    return json.dumps({"contents": [{"id": name, "name": f"Group {name}", "description": "x"} for name in ids]})


def archive(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def bring_in(source: Path, into: Path) -> tuple[set[str], Report]:
    report = bring([source], into, TODAY)
    return {record.key for record in read(into) if record.kind == "service"}, report


def test_a_zip_of_pages_is_one_feed_called_after_it(tmp_path):
    made = archive(tmp_path / "vale feed.zip", **{"page1.json": page("1", "2"), "page2.json": page("3")})
    keys, report = bring_in(made, tmp_path / "into")
    assert keys == {"vale-feed:1", "vale-feed:2", "vale-feed:3"}
    assert report.sources[0]["format"] == "oruk3"


def test_a_zip_of_a_folder_is_called_after_the_folder(tmp_path):
    made = archive(tmp_path / "x.zip", **{"vale/page1.json": page("1"), "vale/page2.json": page("2"), "vale/": ""})
    assert bring_in(made, tmp_path / "into")[0] == {"vale:1", "vale:2"}


def test_a_zip_of_tables_is_one_package(tmp_path):
    files = {path.name: path.read_bytes() for path in (FIXTURES / "hsds11").iterdir()}
    keys, report = bring_in(archive(tmp_path / "package.zip", **files), tmp_path / "into")
    assert keys
    assert report.sources[0]["format"] == "hsds_csv"


def test_a_single_service_in_each_file_with_a_list_beside_them(tmp_path):
    short = json.dumps({"contents": [{"id": "1", "name": "Group 1", "organization": {"name": "O"}}]})
    full = json.dumps({"id": "1", "name": "Group 1", "description": "Much more " * 20, "schedules": []})
    made = archive(tmp_path / "feed.zip", **{"services.json": short, "services/1.json": full})
    keys, _ = bring_in(made, tmp_path / "into")
    assert keys == {"feed:1"}
    (body,) = [record.body for record in read(tmp_path / "into") if record.kind == "service"]
    assert body["description"].startswith("Much more")


def test_names_that_lead_elsewhere_are_only_names(tmp_path):
    names = ("../../evil.json", "/etc/evil.json", "C:\\evil.json", "a/../../b.json")
    made = archive(tmp_path / "feed.zip", **{name: page(str(n)) for n, name in enumerate(names)})
    keys, _ = bring_in(made, tmp_path / "into")
    assert len(keys) == 4
    assert {path.name for path in tmp_path.iterdir()} == {"feed.zip", "into"}
    assert not Path("/etc/evil.json").exists()


def test_hidden_files_and_those_of_a_mac_are_passed_over(tmp_path):
    files = {"page.json": page("1"), "__MACOSX/._page.json": b"\x00\x05", ".hidden.json": "x", "notes.docx": b"PK"}
    assert bring_in(archive(tmp_path / "feed.zip", **files), tmp_path / "into")[0] == {"feed:1"}


@pytest.mark.parametrize("files", [{}, {"readme.txt": "nothing here"}, {"picture.png": b"\x89PNG"}])
def test_an_archive_without_services_is_refused(tmp_path, files):
    with pytest.raises(InputError, match="this archive holds no file with services"):
        bring_in(archive(tmp_path / "feed.zip", **files), tmp_path / "into")


def test_a_broken_file_is_named_with_the_archive_it_is_in(tmp_path):
    made = archive(tmp_path / "feed.zip", **{"good.json": page("1"), "bad.json": '{"contents": [\n{"id": 1,}]}'})
    with pytest.raises(InputError, match="not valid JSON") as raised:
        bring_in(made, tmp_path / "into")
    assert (raised.value.file, raised.value.line) == (str(made / "bad.json"), 2)


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_BYTES", 1_000_000)
    with pytest.raises(InputError, match="a file in this archive is larger than"):
        bring_in(archive(tmp_path / "bomb.zip", **{"page.json": b" " * 5_000_000}), tmp_path / "into")


def test_many_large_files_are_not_read_together(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 2_000)
    many = {f"{n}.json": page(str(n)) + " " * 300 for n in range(10)}
    with pytest.raises(InputError, match="larger than"):
        bring_in(archive(tmp_path / "many.zip", **many), tmp_path / "into")
    folder = tmp_path / "many"
    folder.mkdir()
    for name, text in many.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="larger than"):
        bring_in(folder, tmp_path / "into")


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    with pytest.raises(InputError, match="more than 3 files"):
        bring_in(archive(tmp_path / "many.zip", **{f"{n}.json": page("1") for n in range(4)}), tmp_path / "into")


def test_a_damaged_archive_is_refused(tmp_path):
    made = archive(tmp_path / "feed.zip", **{"page.json": page(*map(str, range(200)))})
    data = bytearray(made.read_bytes())
    data[60:120] = b"\xff" * 60
    made.write_bytes(bytes(data))
    with pytest.raises(InputError, match="damaged"):
        bring_in(made, tmp_path / "into")


def test_a_declared_size_of_a_gigabyte_is_not_believed(tmp_path):
    made = archive(tmp_path / "feed.zip", **{"page.json": page("1")})
    data = bytearray(made.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1024**3).to_bytes(4, "little")
    made.write_bytes(bytes(data))
    assert bring_in(made, tmp_path / "into")[0] == {"feed:1"}, "what is there counts"


def test_an_archive_in_an_archive_is_passed_over(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("page.json", page("9"))
    outer = archive(tmp_path / "feed.zip", **{"inner.zip": inner.getvalue(), "page.json": page("1")})
    assert bring_in(outer, tmp_path / "into")[0] == {"feed:1"}
