"""Nothing of a visitor is left on the disk by making a booklet, and trouble is told without quoting them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from booklet_samples import sample

from kiosk.booklet import fonts
from kiosk.booklet.render import BookletError, render_all
from kiosk.errors import MissingPartError

_SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from booklet_samples import sample
from kiosk.booklet.render import render_all
made = render_all(sample("en", note="Secret Marmalade"), pictures=[1], ppi=40)
print(made.page_count, len(made.pdf))
"""


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    places = {
        name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "SIGNPOST_HOME", "cwd")
    }
    for place in places.values():
        place.mkdir()
    before = everything(tmp_path)
    environment = {**os.environ, **{name: str(place) for name, place in places.items() if name != "cwd"}}
    package = Path(__file__).resolve().parents[2]
    environment |= {"PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _SCRIPT, str(Path(__file__).parent)]
    done = subprocess.run(command, env=environment, cwd=places["cwd"], capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[0]) > 5
    assert everything(tmp_path) == before


def test_taking_too_long_is_told_plainly_and_quotes_nothing() -> None:
    with pytest.raises(BookletError) as caught:
        render_all(sample("en", note="Secret Marmalade"), timeout=0.01)
    assert "Marmalade" not in str(caught.value)


def test_missing_fonts_say_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(fonts.OVERRIDE, str(tmp_path))
    with pytest.raises(MissingPartError, match="fonts-noto-core"):
        render_all(sample("en"))
    assert fonts.missing() == ("Noto Sans", "Noto Sans Arabic", "Andika")


def test_note_is_cut_at_its_limit() -> None:
    from kiosk.booklet.model import MAX_NOTE
    from kiosk.document.blocks import Paragraph, plain

    notes = sample("en", note="x" * 10_000).chapters[-1].document
    first = notes.blocks[0]
    assert isinstance(first, Paragraph)
    assert len(plain(first.inlines)) == MAX_NOTE
