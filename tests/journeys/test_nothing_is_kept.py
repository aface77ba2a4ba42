"""A whole visit through the real program, printing included; then every file it may have written is searched."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback_printer import Loopback, loopback_printer, missing_parts
from pdf_words import text

from kiosk.booklet import ipp

WORD = "zw" + "".join(random.choices("bdgklmnprv", k=9))
NAME = "qu" + "".join(random.choices("bdgklmnprv", k=9))
"""Made anew in every run, so that they stand in no file but those of this one."""
SCRIPT = Path(__file__).with_name("driven_kiosk.py")

pytestmark = pytest.mark.skipif(bool(missing_parts()), reason=missing_parts() or "a printer can be started")


@pytest.fixture
def printer() -> Iterator[Loopback]:
    folder = Path(tempfile.mkdtemp(prefix="ipp"))
    try:
        with loopback_printer(folder) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def spellings(word: str) -> list[bytes]:
    return [form.encode(code) for form in (word, word.capitalize(), word.upper()) for code in ("utf-8", "utf-16-le")]


def holds(data: bytes, words: tuple[str, ...] = (WORD, NAME)) -> bool:
    unpacked = [data]
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            unpacked.append(unpack(data))
        except (OSError, EOFError, zlib.error):
            continue
    return any(spelling in part for word in words for spelling in spellings(word) for part in unpacked)


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def newer_in_tmp(start: float, without: tuple[Path, ...]) -> list[Path]:
    """Files in the machine's temporary folder since the start, but for those of the test's own folders."""
    found = []
    for path in Path("/tmp").rglob("*"):
        try:
            fresh = path.is_file() and not path.is_symlink() and path.stat().st_mtime >= start - 1
        except OSError:
            continue
        if fresh and not any(path.is_relative_to(folder) for folder in without):
            found.append(path)
    return found


def test_a_search_for_the_words_would_find_them() -> None:
    words = ("marmalade",)
    found = [b"x MARMALADE y", "x marmalade".encode("utf-16"), gzip.compress(b"Marmalade"), zlib.compress(b"marmalade")]
    assert all(holds(data, words) for data in found)
    assert not holds(b"marmaladf", words)


def test_nothing_a_visitor_typed_is_in_any_file_log_or_job_name_after_they_finish(
    own_places: dict[str, str], printer: Loopback, tmp_path: Path
) -> None:
    begun = time.time()
    answer = tmp_path / "answer.json"
    environment = own_places | {
        "RARE_WORD": WORD, "RARE_NAME": NAME, "ANSWER": str(answer), "SIGNPOST_PRINT_PRINTER": printer.printer.uri,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "whole_visit"], env=environment, cwd=tmp_path / "places" / "HOME",
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    told = json.loads(answer.read_text())
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    assert "lost" not in told, told
    assert "Nothing was found" in told["found"], "the rare word was really searched for"
    assert told["typed"] == NAME
    assert "Your booklet is printed" in told["printed"]
    assert told["untouched"]
    received = printer.received.read_bytes()
    assert received.startswith(b"%PDF")
    assert NAME in text(received), "the note was really printed, so that there was something to find"

    assert not holds(done.stdout)
    assert not holds(done.stderr)
    kept = [path for path in files_under(tmp_path / "places") if holds(path.read_bytes())]
    assert kept == []
    names = [str(path) for path in (tmp_path / "places").rglob("*") if WORD in str(path) or NAME in str(path)]
    assert names == []
    ours = (printer.folder, tmp_path)
    others = [path for path in newer_in_tmp(begun, ours) if _readable(path) and holds(path.read_bytes())]
    assert others == []
    jobs = ipp.ask(
        printer.printer, ipp.GET_JOBS, {"which-jobs": "completed", "requested-attributes": ["job-id", "job-name"]}
    ).groups
    assert any("job-name" in job for job in jobs)
    assert not holds(repr(jobs).encode())
    assert not holds((printer.folder / "job.env").read_bytes())


def _readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return path.stat().st_size < 64_000_000
    except OSError:
        return False
