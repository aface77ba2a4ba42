"""What every test may count on: no display, a state folder of its own, and the demonstration built once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from small_sources import write_source

from kiosk import resources
from kiosk.edition.build import build
from kiosk.edition.reader import Edition, open_edition
from kiosk.settings import TABLE, variable

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The gate tries the same examples every time; `make test` by hand tries new ones, `--hypothesis-profile wide` many.
_PROPERTIES = hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.register_profile("signpost", _PROPERTIES)
hypothesis.settings.register_profile("same", _PROPERTIES, derandomize=True)
hypothesis.settings.register_profile("wide", _PROPERTIES, max_examples=2000)
hypothesis.settings.load_profile("same" if os.environ.get("CI") else "signpost")


@pytest.fixture(autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has an empty state folder, and no setting of the machine reaches it."""
    for row in TABLE:
        monkeypatch.delenv(variable(row.name), raising=False)
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setattr("kiosk.settings.SYSTEM_FILE", Path("/nonexistent/kiosk.toml"))


@pytest.fixture(scope="session")
def sample_data() -> Path:
    """The folder of real feeds, for tests that read them."""
    place = os.environ.get("SIGNPOST_SAMPLE_DATA")
    if not place:
        pytest.skip("SIGNPOST_SAMPLE_DATA does not name a folder of sample feeds")
    folder = Path(place)
    if not folder.is_dir():
        pytest.fail(f"SIGNPOST_SAMPLE_DATA is {place}, which is not a folder")
    return folder


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built once for all workers of a test run. Copy it before you change it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / "demo-edition"
    with (shared / "demo-edition.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        build(resources.demo_source(), folder)
    return folder


@pytest.fixture(scope="session")
def demo_edition(demo_folder: Path) -> Iterator[Edition]:
    """The demonstration, open."""
    edition = open_edition(demo_folder)
    yield edition
    edition.close()


@pytest.fixture
def small_source(tmp_path: Path) -> Path:
    """A small, faultless source folder; change it as you like."""
    return write_source(tmp_path / "source")
