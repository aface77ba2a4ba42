"""Cold start to first paint, and memory, of the kiosk ÷ a bare PySide6 window; alternated, medians.

Time: from before the process is started to the end of its first paint. Memory: PSS of the screen's process once it has
come to rest; its children stand beside it. Offscreen always, and under Xvfb where that is installed.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import kiosk

ROUNDS = 9
TIME_BUDGET = 1.8
MEMORY_BUDGET = 1.6
_SIZE = (1280, 800)

_BARE = f"""
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted and os.environ.get("SIGNPOST_TRACE") == "first-paint":
            print("first-paint", time.monotonic_ns(), file=sys.stderr, flush=True)
            QTimer.singleShot(0, QApplication.quit)
        self.painted = True

application = QApplication([])
window = Bare()
window.resize({_SIZE[0]}, {_SIZE[1]})
window.show()
application.exec()
"""

COMMANDS = {
    "bare window": [sys.executable, "-c", _BARE],
    "kiosk": [sys.executable, "-m", "kiosk", "run", "--windowed", "--at", "home", "--shape", f"{_SIZE[0]}x{_SIZE[1]}"],
}


def first_paint(command: list[str], environment: Mapping[str, str]) -> float:
    """Milliseconds from starting the process to the end of its first paint."""
    begun = time.monotonic_ns()
    finished = subprocess.run(
        command,
        env={**environment, "SIGNPOST_TRACE": "first-paint"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = re.search(r"^first-paint (\d+)$", finished.stderr, re.MULTILINE)
    if found is None:
        raise SystemExit(f"no first paint from {command[1:]}:\n{finished.stderr[-2000:]}")
    return (int(found[1]) - begun) / 1e6


def memory(command: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """PSS in MB of the process at rest, and of all its children together."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for_rest(process)
            return _pss(process.pid), sum(_pss(child) for child in _children(process.pid))
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for_rest(process: subprocess.Popen[bytes]) -> None:
    used, still = -1, 0
    until = time.monotonic() + 30
    while time.monotonic() < until and still < 4:
        time.sleep(0.25)
        if process.poll() is not None:
            raise SystemExit(f"the process ended by itself with code {process.returncode}")
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        now = int(fields[11]) + int(fields[12])
        still = still + 1 if now - used <= 1 and now > 5 else 0
        used = now


def _pss(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def _others_with_qt() -> int:
    """How many other processes have Qt loaded now; they share its pages, so that both sides look lighter than alone."""
    found = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            found += "libQt6Core" in maps.read_text(errors="replace")
        except OSError:
            continue
    return found


def _children(pid: int) -> list[int]:
    below = [int(word) for task in Path(f"/proc/{pid}/task").glob("*/children") for word in task.read_text().split()]
    return below + [grandchild for child in below for grandchild in _children(child)]


@contextmanager
def _xvfb() -> Iterator[str]:
    """A display of its own, named when it is ready."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def measure(platform: str, environment: Mapping[str, str]) -> None:
    """Print the rows of one platform."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        first_paint(command, environment)  # once for the disk's cache; not counted
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            times[name].append(first_paint(command, environment))
    ours, bare = (statistics.median(times[name]) for name in ("kiosk", "bare window"))
    _row(f"first paint, {platform}", ours, bare, "ms", TIME_BUDGET)
    if others := _others_with_qt():
        print(f"   {others} other processes use Qt now: memory below is not to be trusted")
    weights = {name: [memory(command, environment) for _ in range(3)] for name, command in COMMANDS.items()}
    ours, bare = (statistics.median(own for own, _ in weights[name]) for name in ("kiosk", "bare window"))
    _row(f"memory (PSS), {platform}", ours, bare, "MB", MEMORY_BUDGET)
    print(f"   children of the kiosk beside it: {statistics.median(below for _, below in weights['kiosk']):.0f} MB")


def _row(what: str, ours: float, bare: float, unit: str, budget: float) -> None:
    ratio = ours / bare
    verdict = "within" if ratio <= budget else "OVER"
    print(f"{what}: kiosk {ours:.0f} {unit} ÷ bare {bare:.0f} {unit} = {ratio:.2f} ({verdict} {budget})", flush=True)


def main() -> int:
    """Measure offscreen, then under Xvfb where it is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compileall.compile_dir(Path(kiosk.__file__).parent, quiet=1)  # as set-up and pip leave it
    with tempfile.TemporaryDirectory() as home:
        environment = {**kept, "SIGNPOST_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        measure("offscreen", environment)
        if shutil.which("Xvfb"):
            with _xvfb() as display:
                measure("xcb", {**environment, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
        else:
            print("xcb: not measured, Xvfb is not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
