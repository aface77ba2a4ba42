"""`make setup`: installs what is missing, and at the second start touches neither network nor installer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = [
    line
    for line in (ROOT / "system-packages.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] not in {"", "#", "["}
]
_TOOLS = (
    "bash",
    "env",
    "awk",
    "grep",
    "cat",
    "sort",
    "xargs",
    "sha256sum",
    "cut",
    "find",
    "mkdir",
    "rm",
    "tail",
    "dirname",
)


class Machine:
    """A machine with only the programs we give it; each of ours writes down that it was called."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.log = folder / "called"
        self.programs.mkdir(parents=True)
        for tool in _TOOLS:
            where = shutil.which(tool)
            assert where is not None, tool
            (self.programs / tool).symlink_to(where)

    def has(self, name: str, body: str) -> None:
        path = self.programs / name
        path.write_text(f'#!/bin/bash\necho "{name} $*" >>"{self.log}"\n{body}\n', encoding="utf-8")
        path.chmod(0o755)

    def run(self, script: Path, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.programs), "HOME": str(self.programs.parent), "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [script, *words], env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    @property
    def called(self) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine")


def debian(machine: Machine, without: tuple[str, ...] = (), user: int = 0) -> None:
    installed = "\n".join(f"{name} installed" for name in _PACKAGES if name not in without)
    machine.has("dpkg-query", f"cat <<'END'\n{installed}\nEND")
    machine.has("apt-get", "exit 0")
    machine.has("id", f"echo {user}")


SYSTEM_PACKAGES = ROOT / "scripts" / "system-packages.sh"


def test_when_everything_is_installed_apt_is_not_called(machine: Machine) -> None:
    debian(machine)
    assert machine.run(SYSTEM_PACKAGES, "test").returncode == 0
    assert [line for line in machine.called if line.startswith("apt-get")] == []


def test_what_is_missing_is_installed_and_nothing_else_that_is_needed(machine: Machine) -> None:
    debian(machine, without=("libegl1", "xvfb", "libwayland-egl1"))
    assert machine.run(SYSTEM_PACKAGES, "run").returncode == 0
    (installed,) = [line for line in machine.called if line.startswith("apt-get install")]
    assert "libegl1" in installed
    assert "libwayland-egl1" in installed, "taken along"
    assert "xvfb" not in installed, "only the tests need it"
    assert "libgl1 " not in installed


def test_only_what_is_taken_along_does_not_start_an_installation(machine: Machine) -> None:
    debian(machine, without=("libwayland-egl1",))
    assert machine.run(SYSTEM_PACKAGES).returncode == 0
    assert [line for line in machine.called if line.startswith("apt-get")] == []


def test_libraries_with_their_newer_names_count(machine: Machine) -> None:
    debian(machine, without=("libglib2.0-0",))
    machine.has(
        "dpkg-query", "\n".join(f"echo {name}{'t64' if name == 'libglib2.0-0' else ''} installed" for name in _PACKAGES)
    )
    assert machine.run(SYSTEM_PACKAGES, "test").returncode == 0
    assert [line for line in machine.called if line.startswith("apt-get")] == []


def test_somebody_who_may_not_install_is_told_what_to_ask_for(machine: Machine) -> None:
    debian(machine, without=("espeak-ng",), user=1000)
    done = machine.run(SYSTEM_PACKAGES)
    assert done.returncode == 3
    assert "apt-get install" in done.stderr
    assert "espeak-ng" in done.stderr


def test_sudo_is_used_by_everybody_but_root(machine: Machine) -> None:
    debian(machine, without=("espeak-ng",), user=1000)
    machine.has("sudo", 'exec "$@"')
    assert machine.run(SYSTEM_PACKAGES).returncode == 0
    assert any(line.startswith("sudo") and "install" in line and "espeak-ng" in line for line in machine.called)


def test_a_system_without_apt_is_told_what_it_needs(machine: Machine) -> None:
    done = machine.run(SYSTEM_PACKAGES)
    assert done.returncode == 0
    assert "no apt" in done.stdout
    assert "libxcb-cursor0" in done.stdout


@pytest.fixture
def checkout(tmp_path: Path, machine: Machine) -> Path:
    """A small checkout whose .venv writes down what it is asked to do."""
    debian(machine)
    machine.has("sudo", "exit 1")
    place = tmp_path / "checkout"
    (place / "kiosk").mkdir(parents=True)
    (place / "assets" / "demo").mkdir(parents=True)
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "requirements.lock",
        "requirements-dev.lock",
        "system-packages.txt",
    ):
        shutil.copy(ROOT / name, place)
    shutil.copytree(ROOT / "scripts", place / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (place / "kiosk" / "__init__.py").write_text("", encoding="utf-8")
    (place / "assets" / "demo" / "source.toml").write_text("name = 'x'\n", encoding="utf-8")
    programs = place / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").write_text(f'#!/bin/bash\necho "python $*" >>"{machine.log}"\n', encoding="utf-8")
    (programs / "kiosk").write_text(
        f'#!/bin/bash\necho "kiosk $*" >>"{machine.log}"\n'
        "mkdir -p build/demo-edition; echo x >build/demo-edition/manifest.json\n",
        encoding="utf-8",
    )
    for program in programs.iterdir():
        program.chmod(0o755)
    return place


def installs(lines: list[str]) -> list[str]:
    return [line for line in lines if "pip install" in line]


def test_the_second_start_installs_and_builds_nothing(checkout: Path, machine: Machine) -> None:
    first = machine.run(checkout / "scripts" / "set-up.sh")
    assert first.returncode == 0, first.stderr
    called = machine.called
    assert len(installs(called)) == 2
    assert any("--require-hashes" in line and "requirements.lock" in line for line in called)
    assert [line for line in called if line.startswith("kiosk")] == [
        "kiosk build assets/demo --into build/demo-edition"
    ]

    assert machine.run(checkout / "scripts" / "set-up.sh").returncode == 0
    called = machine.called
    assert installs(called) == []
    assert [line for line in called if line.startswith(("kiosk", "apt-get", "sudo"))] == []


def test_a_changed_text_builds_the_demonstration_again_and_installs_nothing(checkout: Path, machine: Machine) -> None:
    machine.run(checkout / "scripts" / "set-up.sh")
    assert machine.called
    (checkout / "assets" / "demo" / "source.toml").write_text("name = 'y'\n", encoding="utf-8")
    machine.run(checkout / "scripts" / "set-up.sh")
    called = machine.called
    assert installs(called) == []
    assert [line for line in called if line.startswith("kiosk")] == [
        "kiosk build assets/demo --into build/demo-edition"
    ]


def test_touching_files_without_changing_them_does_nothing(checkout: Path, machine: Machine) -> None:
    machine.run(checkout / "scripts" / "set-up.sh")
    assert machine.called
    for path in checkout.rglob("*.*"):
        os.utime(path)
    machine.run(checkout / "scripts" / "set-up.sh")
    called = machine.called
    assert installs(called) == []
    assert [line for line in called if line.startswith("kiosk")] == []


def test_a_changed_lock_is_installed(checkout: Path, machine: Machine) -> None:
    machine.run(checkout / "scripts" / "set-up.sh")
    assert machine.called
    with (checkout / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    machine.run(checkout / "scripts" / "set-up.sh")
    assert any("requirements.lock" in line for line in installs(machine.called))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_every_package_by_hash_and_names_no_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    blocks = [block for block in text.replace("\\\n", " ").splitlines() if block.strip()]
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)


def test_the_tests_lock_holds_every_line_of_the_kiosks() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if "==" in line}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_the_lock_has_what_the_project_asks_for() -> None:
    import tomllib

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split()[0].split("==") for line in lines if "==" in line)
    extras = project["optional-dependencies"]
    for text in (*project["dependencies"], *extras["dev"], *extras["setup"]):
        wanted = Requirement(text)
        name = canonicalize_name(wanted.name)
        assert wanted.specifier.contains(pinned[name], prereleases=True), (
            f"run: make lock ({text}, locked {pinned[name]})"
        )


@pytest.mark.skipif(sys.platform != "linux", reason="make is for Linux")
def test_make_run_without_a_display_says_so_and_takes_the_tour(checkout: Path, machine: Machine) -> None:
    make = shutil.which("make")
    assert make is not None
    shutil.copy(ROOT / "Makefile", checkout)
    machine.has("uname", "echo Linux")
    environment = {"PATH": str(machine.programs), "HOME": str(checkout)}
    done = subprocess.run(
        [make, "run"], cwd=checkout, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert "kiosk tour --out out/tour" in machine.called
    with_display = {**environment, "DISPLAY": ":7"}
    subprocess.run([make, "run"], cwd=checkout, env=with_display, capture_output=True, timeout=60, check=True)
    assert "kiosk run" in machine.called
