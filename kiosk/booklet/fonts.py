"""Finds the fonts a booklet is set in: an explicit list of families, looked for in the system's font folders."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import MissingPartError

OVERRIDE = "SIGNPOST_FONTS"
"""Folders to look in instead of the system's, joined as in PATH; a small folder makes booklets a little faster."""

FAMILIES: tuple[tuple[str, str], ...] = (
    ("Noto Sans", "NotoSans"),
    ("Noto Sans Arabic", "NotoSansArabic"),
    ("Noto Sans Bengali", "NotoSansBengali"),
    ("Noto Sans Gurmukhi", "NotoSansGurmukhi"),
    ("Noto Sans Gujarati", "NotoSansGujarati"),
    ("Noto Sans Devanagari", "NotoSansDevanagari"),
    ("Noto Sans Tamil", "NotoSansTamil"),
    ("Noto Sans Telugu", "NotoSansTelugu"),
    ("Noto Sans Malayalam", "NotoSansMalayalam"),
    ("Noto Sans Sinhala", "NotoSansSinhala"),
    ("Noto Sans Hebrew", "NotoSansHebrew"),
    ("Noto Sans Armenian", "NotoSansArmenian"),
    ("Noto Sans Georgian", "NotoSansGeorgian"),
    ("Noto Sans Ethiopic", "NotoSansEthiopic"),
    ("Noto Sans Thai", "NotoSansThai"),
    ("Noto Sans Khmer", "NotoSansKhmer"),
    ("Noto Sans Myanmar", "NotoSansMyanmar"),
    ("Noto Sans Math", "NotoSansMath"),
    ("Noto Sans Symbols", "NotoSansSymbols"),
    ("Noto Sans Symbols2", "NotoSansSymbols2"),
)
"""(family, beginning of its file names), in the order in which a character is looked for."""

EASY = ("Andika", "Andika")
"""The face of "easy letters"."""

_SYSTEM_FOLDERS = (
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/truetype/andika",
    "/usr/share/fonts/noto",
    "/usr/share/fonts/google-noto",
    "/usr/share/fonts/TTF",
    "/usr/local/share/fonts",
)
_INSTALL = "Install the packages fonts-noto-core and fonts-sil-andika, or name a folder of fonts in " + OVERRIDE + "."


@dataclass(frozen=True, slots=True)
class Fonts:
    """The folders to hand to the typesetter, the families in order, and one regular file of each family."""

    folders: tuple[str, ...]
    families: tuple[str, ...]
    files: tuple[str, ...]


def find(easy: bool = False) -> Fonts:
    """The fonts on this machine, "easy letters" first when asked for and there.

    Raises `MissingPartError` when Noto Sans, without which nothing can be printed, is in none of the folders.
    """
    wanted = (EASY, *FAMILIES) if easy else FAMILIES
    families, files, folders = [], [], []
    for family, stem in wanted:
        for folder in _folders():
            file = _regular(folder, stem)
            if file is not None:
                families.append(family)
                files.append(str(file))
                if str(folder) not in folders:
                    folders.append(str(folder))
                break
    if "Noto Sans" not in families:
        raise MissingPartError(f"The fonts for printing are not on this machine. {_INSTALL}")
    return Fonts(tuple(folders), tuple(families), tuple(files))


def missing(scripts: tuple[str, ...] = ("Noto Sans", "Noto Sans Arabic", "Andika")) -> tuple[str, ...]:
    """Families of `scripts` that this machine lacks, for ``kiosk doctor``."""
    stems = dict((EASY, *FAMILIES))
    return tuple(name for name in scripts if not any(_regular(folder, stems[name]) for folder in _folders()))


def _folders() -> tuple[Path, ...]:
    chosen = os.environ.get(OVERRIDE)
    if chosen:
        return tuple(Path(part) for part in chosen.split(os.pathsep) if part)
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",)
    return tuple(Path(part) for part in _SYSTEM_FOLDERS)


def _regular(folder: Path, stem: str) -> Path | None:
    for name in (f"{stem}-Regular.ttf", f"{stem}-Regular.otf", f"{stem}[wdth,wght].ttf", f"{stem}-VF.ttf"):
        file = folder / name
        if file.is_file():
            return file
    return None
