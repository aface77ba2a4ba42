"""The wheel is whole: it installs into an empty venv and works from any folder, with no place that it may write to.

Its dependencies come from the venv that runs the tests, so that no network is needed. The long way, which fetches
everything afresh, is the same as a person's: ``pip install .`` in an empty venv; SIGNPOST_TEST_NETWORK=1 takes it too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str | Path, cwd: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done


@pytest.fixture(scope="module")
def clean_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git knows or would take, and nothing that was built."""
    place = tmp_path_factory.mktemp("clean") / "signpost"
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file():
            target = place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    assert not (place / "build").exists()
    return place


@pytest.fixture(scope="module")
def wheel(clean_copy: Path) -> Path:
    run(
        *(sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "--no-index"),
        *("--disable-pip-version-check", "--wheel-dir", clean_copy.parent / "wheels"),
        cwd=clean_copy,
    )
    (made,) = (clean_copy.parent / "wheels").glob("signpost_kiosk-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an empty venv with the wheel in it."""
    place = tmp_path_factory.mktemp("empty")
    venv.EnvBuilder(with_pip=False).create(place)
    python = place / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=place)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).stdout.strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A folder far from the checkout, and an environment whose home nobody can write to, not even root."""
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    environment = {
        **kept,
        "PATH": "/usr/bin:/bin",
        "HOME": "/proc/nowhere",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return tmp_path, environment


def test_the_wheel_carries_assets_and_the_built_demonstration(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert "kiosk/_bundled/assets/icons/home.svg" in names
    assert "kiosk/_bundled/assets/national/contacts.csv" in names
    assert "kiosk/_bundled/assets/accessibility/checklist.toml" in names
    assert "kiosk/_bundled/assets/accessibility/statement.en.md" in names
    assert "kiosk/_bundled/demo-edition/manifest.json" in names
    assert "kiosk/_bundled/demo-edition/edition.sqlite" in names
    languages = {path.parent.parent.name for path in (ROOT / "locales").glob("*/LC_MESSAGES/kiosk.po")}
    assert {f"kiosk/_bundled/locales/{tag}/LC_MESSAGES/kiosk.mo" for tag in languages} <= names
    assert not [
        name for name in names if name.startswith(("tests/", "benchmarks/", "scripts/")) or "__pycache__" in name
    ]


def test_the_installed_program_is_the_wheels_and_opens_its_demonstration(
    installed: Path, elsewhere: tuple[Path, dict[str, str]]
) -> None:
    folder, environment = elsewhere
    script = (
        "import json, kiosk; from kiosk.edition.current import open_current; m = open_current().manifest;"
        "print(json.dumps([kiosk.__file__, m.demonstration, m.counts]))"
    )
    place, demonstration, counts = json.loads(
        run(installed / "python", "-W", "error", "-c", script, cwd=folder, environment=environment).stdout
    )
    assert Path(place).is_relative_to(installed.parent)
    assert demonstration
    assert counts["service"] > 20
    assert counts["guide"] > 5


def test_the_command_works_from_any_folder_with_a_home_that_cannot_be_written(
    installed: Path, elsewhere: tuple[Path, dict[str, str]]
) -> None:
    folder, environment = elsewhere
    assert run(installed / "kiosk", "--version", cwd=folder, environment=environment).stdout.startswith(
        "kiosk, version "
    )
    shown = run(installed / "kiosk", "settings", "show", "--json", cwd=folder, environment=environment).stdout
    assert json.loads(shown)["settings"]
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(find_spec("kiosk.cli.tour") is None, reason="the tour is not written yet")
def test_the_tour_runs_from_the_wheel_and_leaves_pictures_and_a_booklet(
    installed: Path, elsewhere: tuple[Path, dict[str, str]]
) -> None:
    folder, environment = elsewhere
    before = _files(installed.parent)
    run(installed / "kiosk", "tour", "--out", folder / "tour", cwd=folder, environment=environment)
    assert len(list((folder / "tour").glob("**/*.png"))) >= 5
    (booklet, *_) = (folder / "tour").glob("**/*.pdf")
    assert booklet.read_bytes().startswith(b"%PDF-")
    assert _files(installed.parent) == before, "the program wrote into its own folder"


def _files(folder: Path) -> set[tuple[str, int]]:
    return {(str(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not os.environ.get("SIGNPOST_TEST_NETWORK"), reason="fetches 250 MB; set SIGNPOST_TEST_NETWORK=1")
def test_pip_install_from_a_clean_clone_with_nothing_prepared(
    clean_copy: Path, tmp_path: Path, elsewhere: tuple[Path, dict[str, str]]
) -> None:
    venv.EnvBuilder(with_pip=True).create(tmp_path / "venv")
    run(tmp_path / "venv" / "bin" / "python", "-m", "pip", "install", ".", cwd=clean_copy)
    folder, environment = elsewhere
    said = run(tmp_path / "venv" / "bin" / "kiosk", "settings", "show", cwd=folder, environment=environment).stdout
    assert "screen.width_mm" in said
