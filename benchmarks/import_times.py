"""A feed of 10,000 services brought in, and an edition built of it, each in a process of its own: seconds and memory.

The feed is real vocabulary multiplied, written as Open Referral UK 3.0. Beside each row stands how long a bare process
takes to read the same JSON, and to write it into a table with a full-text index.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from search_times import multiplied, sample_records

COUNT = 10_000
BUDGETS = {"import": 20.0, "build": 15.0}
MOST_MIB = 500
_BARE_READ = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"
_BARE_BUILD = """
import json, sqlite3, sys
connection = sqlite3.connect(sys.argv[2])
connection.execute("CREATE VIRTUAL TABLE text USING fts5 (name, body, tokenize='porter unicode61', prefix='2 3')")
services = json.load(open(sys.argv[1], encoding="utf-8"))["contents"]
rows = ((service["name"], service.get("description", "")) for service in services)
connection.executemany("INSERT INTO text VALUES (?, ?)", rows)
connection.commit()
"""


class Run(NamedTuple):
    """A finished process: how long it took, and its greatest memory in MiB."""

    seconds: float
    mib: float


def run(*command: str) -> Run:
    """Run a command to its end. Raises `RuntimeError` when it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"{command} ended with {status}")
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def feed_of(count: int, path: Path) -> None:
    """A feed with so many services, as a list page in full."""
    services = []
    for number, record in enumerate(
        record for record in multiplied(sample_records(), count) if record.kind == "service"
    ):
        body = {key: value for key, value in record.body.items() if key not in ("facets", "source_id")}
        services.append({**body, "id": f"s{number:06d}"})
    path.write_text(json.dumps({"contents": services}, ensure_ascii=False), encoding="utf-8")


def row(name: str, ours: Run, bare: Run) -> None:
    """Print one measured row beside its budget and its baseline."""
    over = " (OVER)" if ours.seconds > BUDGETS[name] or ours.mib > MOST_MIB else ""
    print(
        f"{name} of {COUNT:,} services: {ours.seconds:.1f} s, budget {BUDGETS[name]:.0f} s, {ours.mib:.0f} MiB of"
        f" {MOST_MIB}; bare {bare.seconds:.1f} s, {bare.mib:.0f} MiB; ratio {ours.seconds / bare.seconds:.1f}{over}"
    )


def main() -> int:
    """Print both rows."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        feed, source = folder / "feed.json", folder / "source"
        feed_of(COUNT, feed)
        print(f"feed: {feed.stat().st_size / 1e6:.0f} MB")
        bare = run("-c", _BARE_READ, str(feed))
        row("import", run("-m", "kiosk", "import", str(feed), "--into", str(source)), bare)
        bare = run("-c", _BARE_BUILD, str(feed), str(folder / "bare.sqlite"))
        row("build", run("-m", "kiosk", "build", str(source), "--into", str(folder / "edition")), bare)
    return 0


if __name__ == "__main__":
    sys.exit(main())
