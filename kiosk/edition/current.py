"""Which edition is shown: a small pointer file, the one before it, and the demonstration as the last resort."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kiosk import late_log, paths, resources
from kiosk.edition.folders import flush_folder, replace_folder
from kiosk.edition.manifest import Manifest, read_manifest
from kiosk.edition.reader import Edition, open_edition, verify
from kiosk.errors import EditionError

_KEEP = 3
_FOLDER_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,80}")


def editions_folder() -> Path:
    """Where switched-in editions are kept."""
    return paths.home() / "editions"


def open_current(chosen: Path | None = None) -> Edition:
    """The chosen edition; else the current one, the one before it, or the bundled demonstration.

    A chosen edition that must not be shown raises `EditionError`; a broken current one is passed over and logged.
    """
    if chosen is not None:
        return open_edition(chosen)
    return open_last_good()


def open_last_good(not_this: Path | None = None) -> Edition:
    """The newest edition on this machine that can be shown. Raises `EditionError` when there is none."""
    reasons: list[str] = []
    for folder in candidates():
        if not_this is not None and folder.resolve() == not_this.resolve():
            continue
        try:
            return open_edition(folder)
        except EditionError as error:
            late_log.warn(__name__, "edition passed over: %s", error)
            reasons.append(str(error))
    nothing = "There is no edition to show. Build one: kiosk build SOURCE --into DIR"
    raise EditionError(reasons[0] if reasons else nothing)


def newer_edition(shown: Edition) -> Edition | None:
    """The current edition, opened, when the pointer was moved away from the one that is shown; else None."""
    current = _pointed("current")
    if current is None or current.resolve() == shown.folder.resolve():
        return None
    try:
        return open_edition(current)
    except EditionError as error:
        late_log.warn(__name__, "newer edition passed over: %s", error)
        return None


def candidates() -> list[Path]:
    """Edition folders in the order in which they may be shown."""
    found = [folder for name in ("current", "previous") if (folder := _pointed(name)) is not None]
    return [*found, *(folder for folder in demo_places() if folder.is_dir())]


def demo_places() -> tuple[Path, ...]:
    """Where a built demo edition may lie: in the wheel or the checkout, or in the state folder."""
    return (resources.demo_edition(), paths.home() / "demo-edition")


def use(folder: Path) -> Edition:
    """Switch a built edition in: copy it beside the others, check its digest, then move the pointer. Atomic."""
    import shutil
    import tempfile

    manifest = verify(folder)
    name = manifest.digest[:16]
    place = editions_folder() / name
    editions_folder().mkdir(parents=True, exist_ok=True)
    if not _holds(place, manifest):
        staging = Path(tempfile.mkdtemp(prefix=".incoming-", dir=editions_folder()))
        try:
            shutil.copytree(folder, staging, dirs_exist_ok=True)
            verify(staging)
            staging.chmod(0o755)
            replace_folder(staging, place)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    before = _pointed("current")
    if before is not None and before.name != name:
        _point("previous", before.name)
    _point("current", name)
    _sweep()
    return open_edition(place)


def roll_back() -> Edition:
    """Make the edition before the current one current again. Raises `EditionError` when there is none."""
    before = _pointed("previous")
    if before is None:
        raise EditionError("There is no older edition on this machine.")
    verify(before)
    now = _pointed("current")
    _point("current", before.name)
    if now is not None:
        _point("previous", now.name)
    return open_edition(before)


def known() -> list[tuple[str, str, str]]:
    """(state, folder, name) of each edition; state is "current", "previous", "kept", "demonstration" or "damaged"."""
    rows: list[tuple[str, str, str]] = []
    states = {_pointed(name): name for name in ("previous", "current")}
    folders = sorted(editions_folder().glob("[!.]*")) if editions_folder().is_dir() else []
    places = [(states.get(folder, "kept"), folder) for folder in folders]
    places += [("demonstration", folder) for folder in demo_places() if folder.is_dir()]
    for state, folder in places:
        try:
            rows.append((state, str(folder), read_manifest(folder).name))
        except EditionError as error:
            rows.append(("damaged", str(folder), str(error)))
    return rows


def _holds(place: Path, wanted: Manifest) -> bool:
    """Whether a folder already holds this edition, whole."""
    try:
        return verify(place) == wanted
    except EditionError:
        return False


def _pointed(name: str) -> Path | None:
    try:
        target = (paths.home() / name).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    if not _FOLDER_NAME.fullmatch(target):
        return None
    folder = editions_folder() / target
    return folder if folder.is_dir() else None


def _point(name: str, target: str) -> None:
    path = paths.home() / name
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(target + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    flush_folder(path.parent)


def _sweep() -> None:
    import shutil

    from kiosk.edition.older import sweep

    keep = {_pointed("current"), _pointed("previous")}
    folders = sorted(editions_folder().glob("[!.]*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in folders[_KEEP:]:
        if folder not in keep:
            shutil.rmtree(folder, ignore_errors=True)
    sweep(candidates())
