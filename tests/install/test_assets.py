"""What the program carries to be seen and heard: drawings of our own, and no recording without its words."""

from __future__ import annotations

from pathlib import Path

from kiosk import resources

ASSETS = resources.root() / "assets"
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".tif", ".tiff"}
RECORDINGS = {".mp3", ".ogg", ".oga", ".opus", ".wav", ".flac", ".m4a", ".mp4", ".webm", ".mov", ".mkv", ".ogv"}


def without_their_words(folder: Path) -> list[str]:
    """Recordings that have no captions (.vtt) or no transcript (.md or .txt) of the same name beside them."""
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.suffix.lower() in RECORDINGS
        and not (
            path.with_suffix(".vtt").is_file() and any(path.with_suffix(ending).is_file() for ending in (".md", ".txt"))
        )
    )


def test_every_recording_has_its_words_beside_it(tmp_path: Path) -> None:
    (tmp_path / "talk.mp4").touch()
    (tmp_path / "song.ogg").touch()
    (tmp_path / "song.vtt").touch()
    assert without_their_words(tmp_path) == ["song.ogg", "talk.mp4"]
    (tmp_path / "song.txt").touch()
    assert without_their_words(tmp_path) == ["talk.mp4"]
    assert without_their_words(ASSETS) == []


def test_every_picture_is_one_of_our_drawings() -> None:
    """`test_icons.py` and `test_drawings.py` look at each: lines and shapes, no letters, no photographs."""
    pictures = [path for path in ASSETS.rglob("*") if path.suffix.lower() in PICTURES]
    assert pictures
    assert {path.parent for path in pictures} == {ASSETS / "icons", ASSETS / "drawings"}
    assert {path.suffix for path in pictures} == {".svg"}
